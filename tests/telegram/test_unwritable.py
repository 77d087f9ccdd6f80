"""The machine keeps the database from being written: no update is blamed for it, and none is lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot import app
from bot.telegram.reader import TRIES
from tests.telegram.conftest import Post
from tests.telegram.letters import HELP, came

STATE = "SELECT state, tries FROM inbox"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Somebody else has begun to write."""
    with closing(sqlite3.connect(folder / "ask-anyway.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


async def test_a_lock_is_no_fault_of_an_update_however_often_it_is_met(
    post: Post, ana: int, tmp_path: Path
) -> None:
    post.world.say(ana, "/help")
    await post.fetch()
    await post.alter("PRAGMA busy_timeout = 10")
    with locked(tmp_path):
        for _ in range(TRIES + 1):
            assert await post.reader.read() == 1
    assert await post.rows(STATE) == [("new", 0)]
    await post.reader.read()
    await post.send()
    assert await post.rows(STATE) == [("done", 0)]
    assert came(post, ana, HELP)


async def test_a_failure_that_cannot_be_noted_does_not_pass_for_nothing_of_ours(post: Post, ana: int) -> None:
    raising = "BEGIN SELECT RAISE(ABORT, 'no'); END"
    await post.alter(f"CREATE TRIGGER broken BEFORE INSERT ON people {raising}")
    await post.alter(f"CREATE TRIGGER unnoted BEFORE UPDATE ON inbox WHEN NEW.tries > OLD.tries {raising}")
    post.world.say(ana, "/help")
    await post.handle()
    assert await post.rows(STATE) == [("new", 0)]
    for trigger in ("broken", "unnoted"):
        await post.alter(f"DROP TRIGGER {trigger}")
    await post.handle()
    await post.send()
    assert came(post, ana, HELP)


async def test_a_reader_outlives_a_lock_and_looks_again_soon(post: Post, ana: int, tmp_path: Path) -> None:
    post.world.say(ana, "/help")
    await post.fetch()
    await post.alter("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(tmp_path / "ask-anyway.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        pauses: list[float] = []

        async def pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 3:
                other.execute("ROLLBACK")
            await asyncio.sleep(0)

        reading = app.Tasks().spawn("reader", post.reader.run(pause))
        await post.reader.idle.wait()
        await app.Tasks.end(reading)
    assert pauses[:3] == [1.0] * 3
    assert await post.rows(STATE) == [("done", 0)]


async def test_a_full_disk_takes_nothing_in_and_says_so_until_there_is_room(post: Post, ana: int) -> None:
    post.world.say(ana, "a long story " * 300)
    await post.alter("PRAGMA max_page_count = 1")  # SQLite takes that as: no page more than there are
    with pytest.raises(OperationalError):
        await post.intake.take(list(post.world.updates.pending))
    assert post.store.unwritable == "its disk is full"
    await post.alter("PRAGMA max_page_count = 1000000")
    assert post.store.unwritable == "its disk is full"  # nothing was written yet
    await post.handle()
    assert post.store.unwritable is None
    assert await post.rows(STATE) == [("done", 0)]


async def test_a_stop_while_the_database_is_locked_is_an_orderly_one(
    post: Post, ana: int, tmp_path: Path
) -> None:
    await post.write(ana, HELP)
    sending = app.Tasks().spawn("sender", post.sender.run())
    post.sender.ring()
    await post.sender.idle.wait()
    await post.alter("PRAGMA busy_timeout = 10")
    with locked(tmp_path):
        await app._drained(post.sender, sending)
    assert sending.done()
    assert not sending.cancelled()
    assert came(post, ana, HELP)
