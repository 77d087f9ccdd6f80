"""Transactions: one writer at a time, in turn, and nothing left open whatever happens to a task."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from bot.coach.model import Domain, Pause, Person
from bot.store import attempts, meta, people, tables
from bot.store.engine import Store, open_store


class OnPurpose(Exception):
    pass


async def _count(store: Store) -> int:
    async with store.read() as unit:
        return int(await meta.value(unit, "count") or 0)


async def _count_up(store: Store) -> None:
    async with store.unit() as unit:
        count = int(await meta.value(unit, "count") or 0)
        await meta.keep(unit, "count", str(count + 1))


async def test_units_begun_together_take_turns(store: Store) -> None:
    await asyncio.gather(*(_count_up(store) for _ in range(50)))
    assert await _count(store) == 50


async def test_units_come_in_the_order_they_asked(store: Store) -> None:
    order: list[int] = []

    async def queue(place: int) -> None:
        async with store.unit():
            order.append(place)

    await asyncio.gather(*map(queue, range(20)))
    assert order == list(range(20))


async def test_two_processes_take_turns(store: Store, path: Path) -> None:
    other = await open_store(f"sqlite:///{path}")
    await asyncio.gather(*(_count_up(each) for each in (store, other) for _ in range(20)))
    await other.close()
    assert await _count(store) == 40


async def test_an_exception_takes_everything_back(store: Store) -> None:
    rung: list[str] = []

    async def fails() -> None:
        async with store.unit() as unit:
            unit.on_commit(lambda: rung.append("bell"))
            await meta.keep(unit, "count", "1")
            raise OnPurpose

    with pytest.raises(OnPurpose):
        await fails()
    assert await _count(store) == 0
    assert rung == []


async def test_the_bell_rings_when_others_can_see_it(store: Store, path: Path) -> None:
    seen: list[object] = []

    def look() -> None:
        with sqlite3.connect(path) as connection:
            seen.extend(connection.execute("SELECT value FROM meta").fetchall())
        connection.close()

    async with store.unit() as unit:
        unit.on_commit(look)
        await meta.keep(unit, "count", "1")
        assert seen == []
    assert seen == [("1",)]


async def test_a_reader_does_not_wait_and_sees_what_was_committed(store: Store) -> None:
    async with store.unit() as unit:
        await meta.keep(unit, "count", "1")
        async with asyncio.timeout(1):
            assert await _count(store) == 0
    assert await _count(store) == 1


async def test_a_reader_cannot_write(store: Store) -> None:
    async with store.read() as unit:
        with pytest.raises(OperationalError, match="readonly"):
            await meta.keep(unit, "count", "1")


async def test_a_row_of_nobody_is_refused(store: Store, now: datetime) -> None:
    with pytest.raises(IntegrityError):
        async with store.unit() as unit:
            await attempts.add_pause(unit, 404, Pause(now.date()))
    async with store.read() as unit:
        assert await attempts.pauses(unit, 404) == ()


async def test_a_commit_that_fails_leaves_nothing_open(store: Store, now: datetime) -> None:
    async def pauses_nobody() -> None:
        async with store.unit() as unit:
            await unit.run(text("PRAGMA defer_foreign_keys=ON"))
            await attempts.add_pause(unit, 404, Pause(now.date()))

    with pytest.raises(IntegrityError):
        await pauses_nobody()
    await _count_up(store)
    assert await _count(store) == 1


async def test_an_error_does_not_quote_what_somebody_wrote(store: Store) -> None:
    async with store.unit() as unit:
        with pytest.raises(IntegrityError) as refused:
            await unit.run(insert(tables.wishes).values(person_id=7, domain=Domain.SOCIAL, steps="marmalade"))
        with pytest.raises(StatementError) as naive:
            await people.add(unit, 9, 9, "marmalade", "en", datetime(2026, 3, 2))  # noqa: DTZ001  # refused
    for error in (refused, naive):
        assert "INSERT INTO" in str(error.value)
        assert "marmalade" not in str(error.value)


async def _cancelled_after(store: Store, turns: int) -> None:
    """Cancel a unit wherever it has come to after so many turns of the loop."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(_count_up(store))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()


async def test_cancelled_units_leave_nothing_open(store: Store) -> None:
    for turns in range(300):
        await _cancelled_after(store, turns % 60)
        async with asyncio.timeout(2), store.unit() as unit:
            before = int(await meta.value(unit, "count") or 0)
            await meta.keep(unit, "count", str(before + 1))
        assert await _count(store) == before + 1


async def test_units_cancelled_in_the_queue_let_the_others_through(store: Store) -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_count_up(store)) for _ in range(90)]
        for place, task in enumerate(tasks):
            if place % 3:
                task.cancel()
            await asyncio.sleep(0)
    finished = [task for task in tasks if not task.cancelled()]
    await _count_up(store)  # comes after the commits whose task is gone
    assert await _count(store) > len(finished) >= 30


async def test_cancelled_readers_give_their_turn_back(store: Store) -> None:
    for turns in range(30):
        async with asyncio.TaskGroup() as group:
            task = group.create_task(_count(store))
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
    async with asyncio.timeout(2):
        assert await asyncio.gather(*(_count(store) for _ in range(10))) == [0] * 10


async def test_what_was_committed_is_there_after_opening_again(store: Store, ann: Person, path: Path) -> None:
    other = await open_store(f"sqlite:///{path}")
    async with other.read() as unit:
        assert await people.get(unit, ann.id) == ann
    await other.close()


async def test_the_log_can_be_emptied_and_the_file_checked(store: Store, ann: Person, path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 0
    assert await store.truncate_log()
    assert log.stat().st_size == 0
    assert await store.check() == ()


def test_the_version_of_sqlite_can_be_told() -> None:
    assert tuple(map(int, Store.sqlite_version.split("."))) >= (3, 37)  # STRICT tables
