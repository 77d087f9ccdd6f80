"""One transaction, as the queries see it. Whose turn it is, and on which connection, is `engine`'s business.

A task can be cancelled in the middle of a statement; SQLAlchemy then drops the connection while its
transaction is open, which locks everybody else out. So each step on a connection is shielded and ends, steps
wait for one another, and the rollback comes after the last.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import CursorResult, Executable, Row
from sqlalchemy.ext.asyncio import AsyncConnection

Rows = CursorResult[*tuple[Any, ...]]
AnyRow = Row[*tuple[Any, ...]]
Result = TypeVar("Result")


class Unit:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._step = asyncio.Lock()
        self._afterwards: list[Callable[[], None]] = []
        self.wrote = False  # whether a statement was among them that may write

    async def run(
        self, statement: Executable, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> Rows:
        """Run one statement with the values of `rows`, or once for each where they are many."""
        self.wrote = self.wrote or statement.is_dml
        return await self._whole(lambda: self._connection.execute(statement, rows))

    def on_commit(self, callback: Callable[[], None]) -> None:
        """Have `callback` called once it is all on disk; never if it is rolled back."""
        self._afterwards.append(callback)

    async def begin_part(self) -> int:
        """Begin what can be taken back by itself; the mark to end it by."""
        await self._whole(lambda: self._connection.exec_driver_sql("SAVEPOINT part"))
        return len(self._afterwards)

    async def end_part(self, mark: int, *, keep: bool) -> None:
        """Keep what was done since the mark, until the commit, or take it back."""
        if not keep:  # of savepoints of one name the last is meant; the commit releases all
            del self._afterwards[mark:]
            await self._whole(lambda: self._connection.exec_driver_sql("ROLLBACK TO part"))

    async def begin(self) -> None:
        await self._whole(self._begin)

    async def end(self, release: Callable[[], None], *, keep: bool) -> None:
        """Commit or roll back, let go of the connection, and only then give the turn on."""
        await self._whole(lambda: self._end(release, keep=keep))

    async def _whole(self, step: Callable[[], Awaitable[Result]]) -> Result:
        return await asyncio.shield(self._alone(step))

    async def _alone(self, step: Callable[[], Awaitable[Result]]) -> Result:
        async with self._step:
            return await step()

    async def _begin(self) -> None:
        await self._connection.start()
        await self._connection.begin()

    async def _end(self, release: Callable[[], None], *, keep: bool) -> None:
        try:
            if self._connection.sync_connection is not None:
                await self._leave(keep=keep)
        finally:
            release()

    async def _leave(self, *, keep: bool) -> None:
        try:
            await (self._connection.commit() if keep else self._connection.rollback())
        except Exception:
            # a commit that failed may leave the transaction open; SQLAlchemy would hand it to the next unit
            await self._connection.invalidate()
            raise
        finally:
            await self._connection.close()
        for callback in self._afterwards if keep else ():
            callback()
