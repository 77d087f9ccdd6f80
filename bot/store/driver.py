"""aiosqlite with one trip to a connection's thread for each statement, where its own cursor makes four.

A trip costs more than most of the bot's statements. SQLAlchemy reads all rows at once, so nothing is lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Any, TypeVar

import aiosqlite

Result = TypeVar("Result")


class Connection(aiosqlite.Connection):
    def __init__(self, database: str, **options: Any) -> None:
        super().__init__(partial(sqlite3.connect, database, **options), iter_chunk_size=64)
        self._thread.daemon = True  # as SQLAlchemy has it: a connection left open must not keep the process

    def cursor(self) -> Cursor:  # type: ignore[override]  # aiosqlite's wants a trip to be made
        return Cursor(self)

    async def run(self, sql: str, parameters: Any, many: bool = False) -> Ran:
        """Run a statement in the thread, and read all that it gives."""
        trip = self._execute(_run, self._conn, sql, parameters, many)  # type: ignore[no-untyped-call]  # by aiosqlite
        ran: Ran = await trip
        return ran


Ran = tuple[Any, int, int | None, list[Any]]


def _run(connection: sqlite3.Connection, sql: str, parameters: Any, many: bool) -> Ran:
    cursor = connection.cursor()
    try:
        (cursor.executemany if many else cursor.execute)(sql, parameters)
        rows = cursor.fetchall() if cursor.description else []
        return cursor.description, cursor.rowcount, cursor.lastrowid, rows
    finally:
        cursor.close()


class Cursor:
    """What SQLAlchemy asks of a cursor, kept from the one trip."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: list[Any] = []

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        self._keep(await self._connection.run(sql, parameters))

    async def executemany(self, sql: str, parameters: Sequence[Any]) -> None:
        self._keep(await self._connection.run(sql, parameters, many=True))

    def _keep(self, ran: Ran) -> None:
        self.description, self.rowcount, self.lastrowid, self._rows = ran

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []
