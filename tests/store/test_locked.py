"""What the store says while another process holds the lock, and who of those that wait need not try."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.store import engine, meta
from bot.store.engine import LOCKED, Store, open_store


@pytest.fixture
async def store(path: Path) -> AsyncIterator[Store]:
    """A store that waits for a lock for a hundredth of a second."""
    opened = await open_store(f"sqlite:///{path}?timeout=0.01")
    yield opened
    await opened.close()


@pytest.fixture
def other(store: Store, path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as found:
        yield found


async def note(store: Store) -> None:
    async with store.unit() as unit:
        await meta.keep(unit, "count", "1")


async def test_a_lock_is_said_until_something_is_written_again(
    store: Store, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Exception, match="locked") as refused:
        await note(store)
    assert engine.passing(refused.value) == store.unwritable == LOCKED
    async with store.read() as unit:  # who only reads is not kept out
        assert await meta.value(unit, "count") is None
    other.execute("ROLLBACK")
    await note(store)
    assert store.unwritable is None


async def test_who_waited_behind_one_that_was_locked_out_does_not_wait_as_long_again(
    store: Store, other: sqlite3.Connection
) -> None:
    tried: list[object] = []
    event.listen(store._writer.sync_engine, "handle_error", tried.append)
    other.execute("BEGIN IMMEDIATE")
    ended = await asyncio.gather(*(note(store) for _ in range(20)), return_exceptions=True)
    assert {engine.passing(error) for error in ended if error is not None} == {LOCKED}
    assert len(tried) == 1
    other.execute("ROLLBACK")
    await note(store)


def test_an_error_of_our_own_making_is_none_that_passes() -> None:
    with closing(sqlite3.connect(":memory:")) as found, pytest.raises(sqlite3.OperationalError) as wrong:
        found.execute("SELECT * FROM nowhere")
    assert engine.passing(wrong.value) is None
    assert engine.passing(ValueError("no")) is None
