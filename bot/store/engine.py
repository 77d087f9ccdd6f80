"""Opens the database and begins and ends its transactions. No query of the bot's own is here.

SQLite has one writer: one connection, taken in turns and begun IMMEDIATE, since a deferred begin fails with
"locked" as soon as two want to write. Readers are connections of their own, or they would take that lock.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from functools import partial
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store import StoreFault, driver, migrate
from bot.store.shared import Together
from bot.store.unit import Unit

READERS = 3
PRAGMAS = (  # beside them sqlite3's own 5 s of patience with a lock; `?timeout=` of the URL says otherwise
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",  # what is erased is overwritten
)
# sqlite3 itself would begin late, deferred, and never before a CREATE TABLE
ISOLATION = {"isolation_level": None}

Turn = asyncio.Lock | asyncio.Semaphore  # both are first come, first served

# what SQLite says where nothing is wrong with a statement, and the same one works once the machine lets it
LOCKED: Final = "another process has locked it"
PASSING: Final = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: "its disk is full",
    sqlite3.SQLITE_IOERR: "its disk does not take it",
    sqlite3.SQLITE_READONLY: "it is read-only",
    sqlite3.SQLITE_CANTOPEN: "its files can't be opened",
    sqlite3.SQLITE_NOMEM: "there is no memory left",
}


class LockedOut(Exception):
    """A unit in the queue before this one waited for another process's lock in vain."""

    sqlite_errorcode = sqlite3.SQLITE_BUSY


def passing(error: BaseException) -> str | None:
    """Say why the database could not be written; None where the error is of another kind, and stays."""
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    return None if code is None else PASSING.get(code & 0xFF)  # above are SQLite's finer distinctions


@contextmanager
def tolerant() -> Iterator[None]:
    """Let errors pass that `passing` knows."""
    try:
        yield
    except Exception as error:
        if passing(error) is None:
            raise


class Store:
    """The open database. Never begin a unit inside another: it would wait for ever."""

    sqlite_version = sqlite3.sqlite_version

    def __init__(self, url: URL) -> None:
        self._writer = _engine(url, 1, "BEGIN IMMEDIATE", "foreign_keys=ON")
        self._readers = _engine(url, READERS, "BEGIN", "foreign_keys=ON", "query_only=ON")
        self._turn = asyncio.Lock()
        self._reading = asyncio.Semaphore(READERS)
        self._together = Together(self._begun)
        self.unwritable: str | None = None  # why the last that was to be written could not be
        self._locked_out = 0  # how often that was a lock

    def unit(self) -> AbstractAsyncContextManager[Unit]:
        """Begin a transaction that may write; it commits at the end, and rolls back on any exception."""
        return self._noted(self._begun())

    def shared(self) -> AbstractAsyncContextManager[Unit]:
        """Begin one like `unit`, whose commit may be shared with others that wait at the same time."""
        return self._noted(self._together.part())

    def _begun(self) -> AbstractAsyncContextManager[Unit]:
        begin = partial(self._begin, before=self._locked_out)
        return _transaction(self._writer, self._turn, begin)

    async def _begin(self, unit: Unit, before: int) -> None:
        """Begin, unless one in the queue before it was locked out: each would wait as long in its turn."""
        if self._locked_out > before:
            raise LockedOut
        try:
            await unit.begin()
        except Exception as error:
            self._locked_out += passing(error) == LOCKED
            raise

    @asynccontextmanager
    async def _noted(self, transaction: AbstractAsyncContextManager[Unit]) -> AsyncIterator[Unit]:
        """Note whether the database can be written."""
        try:
            async with transaction as unit:
                yield unit
        except Exception as error:
            self.unwritable = passing(error) or self.unwritable
            raise
        if unit.wrote:  # one that wrote nothing proves nothing
            self.unwritable = None

    def read(self) -> AbstractAsyncContextManager[Unit]:
        """Begin a transaction that sees one moment and cannot write."""
        return _transaction(self._readers, self._reading)

    async def check(self) -> tuple[str, ...]:
        """Look the file over quickly; the faults found, none if it is sound."""
        async with self.read() as unit:
            found = (await unit.run(text("PRAGMA quick_check"))).scalars().all()
        return tuple(line for line in found if line != "ok")

    async def truncate_log(self) -> bool:
        """Bring the write-ahead log into the file and empty it; False if somebody was still reading."""
        async with self._turn, self._writer.connect() as connection:
            # below SQLAlchemy, which would begin a transaction, and a checkpoint cannot be inside one
            below: Any = (await connection.get_raw_connection()).driver_connection
            async with below.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
                busy, *_ = await cursor.fetchone()
        return not busy

    async def close(self) -> None:
        """Wait for the units under way, also those whose task is gone, and let go of the file for good."""
        async with self._turn:
            for _ in range(READERS):
                await self._reading.acquire()
            await self._readers.dispose()
            await self._writer.dispose()


async def open_store(url: str) -> Store:
    """Open the database at `url`, brought to this version's tables first.

    Raises StoreFault, in one sentence, if it cannot be used, and NewerDatabase if a newer version wrote it.
    """
    place = located(url)
    await asyncio.to_thread(_migrate, place)
    return Store(place)


def located(url: str) -> URL:
    """Take a URL of the settings apart; StoreFault if it names no SQLite file."""
    try:
        place = make_url(url)
    except ArgumentError:
        raise StoreFault(
            "DATABASE_URL is no address of a database; sqlite:///data/ask-anyway.db is one."
        ) from None
    if place.get_backend_name() != "sqlite":
        raise StoreFault(f"DATABASE_URL names {place.get_backend_name()}; only sqlite is known here.")
    if place.database in (None, "", ":memory:"):
        raise StoreFault("DATABASE_URL names no file, and a database in memory would be lost at the end.")
    return place


def _migrate(place: URL) -> None:
    """Bring the tables up to date; without aiosqlite, whose thread outlives a file that cannot be opened."""
    engine = create_engine(place.set(drivername="sqlite"), connect_args=ISOLATION, hide_parameters=True)
    # foreign keys stay off: rebuilding a table with them on deletes every row that refers to it
    _prepare(engine, "BEGIN IMMEDIATE", "foreign_keys=OFF")
    try:
        with engine.begin() as connection:
            migrate.upgrade(connection)
    except (SQLAlchemyError, sqlite3.Error) as error:
        reason = getattr(error, "orig", None) or error
        raise StoreFault(f"DATABASE_URL: {place.database} cannot be used as a database: {reason}.") from error
    finally:
        engine.dispose()


def _engine(place: URL, size: int, begin: str, *pragmas: str) -> AsyncEngine:
    engine = create_async_engine(
        place.set(drivername="sqlite+aiosqlite"),
        pool_size=size,
        max_overflow=0,
        pool_reset_on_return=None,  # a unit ends its transaction itself; to roll back once more is a trip
        connect_args={**ISOLATION, "async_creator_fn": driver.Connection},
        hide_parameters=True,  # or an error would quote what people wrote
    )
    _prepare(engine.sync_engine, begin, *pragmas)
    return engine


def _prepare(engine: Engine, begin: str, *pragmas: str) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in (*PRAGMAS, *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


@asynccontextmanager
async def _transaction(
    engine: AsyncEngine, turn: Turn, begin: Callable[[Unit], Awaitable[None]] = Unit.begin
) -> AsyncIterator[Unit]:
    await turn.acquire()
    unit, keep = Unit(engine.connect()), False
    try:
        await begin(unit)  # inside, or a task cancelled here would leave the transaction begun
        yield unit
        keep = True
    finally:
        await unit.end(turn.release, keep=keep)
