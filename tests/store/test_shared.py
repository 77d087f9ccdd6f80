"""Shared commits: each part is kept or taken back alone, and nobody leaves before theirs is on disk."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.store import meta
from bot.store.engine import LockedOut, Store, open_store
from bot.store.shared import MOST
from bot.store.unit import Unit


class OnPurpose(Exception):
    pass


async def _keeps(store: Store, name: str, rung: list[str] | None = None) -> None:
    async with store.shared() as unit:
        unit.on_commit(lambda: None if rung is None else rung.append(name))
        await meta.keep(unit, name, "here")


async def _fails(store: Store, name: str, rung: list[str], error: Exception) -> None:
    async with store.shared() as unit:
        unit.on_commit(lambda: rung.append(name))
        await meta.keep(unit, name, "here")
        raise error


def _on_disk(path: Path) -> set[str]:
    """As another process sees it."""
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM meta WHERE value = 'here'")}


def _commits(store: Store) -> list[object]:
    seen: list[object] = []
    event.listen(store._writer.sync_engine, "commit", seen.append)
    return seen


async def test_those_who_wait_share_a_commit(store: Store, path: Path) -> None:
    commits = _commits(store)
    await asyncio.gather(*(_keeps(store, str(number)) for number in range(2 * MOST)))
    assert len(commits) == 2
    assert _on_disk(path) == {str(number) for number in range(2 * MOST)}


async def test_one_that_fails_leaves_the_others_whole(store: Store, path: Path) -> None:
    rung: list[str] = []
    failing = (_fails(store, f"broken {number}", rung, OnPurpose()) for number in range(2))
    keeping = [_keeps(store, f"whole {number}", rung) for number in range(4)]
    results = await asyncio.gather(
        next(failing), *keeping[:2], next(failing), *keeping[2:], return_exceptions=True
    )
    assert [type(result) for result in results if result is not None] == [OnPurpose, OnPurpose]
    assert _on_disk(path) == {f"whole {number}" for number in range(4)}
    assert rung == [f"whole {number}" for number in range(4)]


async def test_nobody_leaves_before_it_is_on_disk(store: Store, path: Path) -> None:
    async def looks(name: str) -> bool:
        await _keeps(store, name)
        return name in _on_disk(path)

    assert all(await asyncio.gather(*(looks(str(number)) for number in range(20))))


async def test_they_come_in_the_order_they_asked(store: Store) -> None:
    order: list[int] = []

    async def comes(place: int) -> None:
        async with store.shared():
            order.append(place)

    await asyncio.gather(*map(comes, range(40)))
    assert order == list(range(40))


async def test_shared_ones_and_others_take_turns(store: Store, path: Path) -> None:
    async def alone(name: str) -> None:
        async with store.unit() as unit:
            await meta.keep(unit, name, "here")

    await asyncio.gather(*(way for n in range(20) for way in (_keeps(store, f"s{n}"), alone(f"a{n}"))))
    assert len(_on_disk(path)) == 40


async def test_cancelled_ones_leave_the_others_whole(store: Store, path: Path) -> None:
    for turns in range(120):
        names = [f"{turns} {place}" for place in range(3)]
        async with asyncio.timeout(2), asyncio.TaskGroup() as group:
            tasks = [group.create_task(_keeps(store, name)) for name in names]
            for _ in range(turns % 60):
                await asyncio.sleep(0)
            tasks[turns % 2].cancel()
        finished = {name for name, task in zip(names, tasks, strict=True) if not task.cancelled()}
        assert finished <= _on_disk(path)
    await _keeps(store, "after it all")
    assert "after it all" in _on_disk(path)


async def test_when_the_commit_fails_everybody_is_told_and_nothing_is_kept(store: Store, path: Path) -> None:
    async def poisons() -> None:
        async with store.shared() as unit:
            await unit.run(text("PRAGMA defer_foreign_keys=ON"))
            await unit.run(text("INSERT INTO pauses (person_id, since) VALUES (404, '2026-11-23')"))

    results = await asyncio.gather(_keeps(store, "a"), poisons(), _keeps(store, "b"), return_exceptions=True)
    assert [type(result) for result in results] == [IntegrityError] * 3
    assert _on_disk(path) == set()
    await _keeps(store, "c")
    assert _on_disk(path) == {"c"}


async def test_where_sqlite_takes_all_back_everybody_is_told_why(store: Store, path: Path) -> None:
    async def loses(unit: Unit) -> None:
        await unit.run(text("ROLLBACK"))  # what a full disk makes SQLite do by itself
        raise OnPurpose

    async def breaks() -> None:
        async with store.shared() as unit:
            await loses(unit)

    results = await asyncio.gather(_keeps(store, "a"), breaks(), _keeps(store, "b"), return_exceptions=True)
    assert [type(result) for result in results] == [OnPurpose] * 3
    assert _on_disk(path) == set()
    await _keeps(store, "c")
    assert _on_disk(path) == {"c"}


async def test_locked_out_by_another_process_all_that_wait_are_told_at_once(store: Store, path: Path) -> None:
    impatient = await open_store(f"sqlite:///{path}?timeout=0.05")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = (_keeps(impatient, str(number)) for number in range(3 * MOST))
        results = await asyncio.gather(*waiting, return_exceptions=True)
        assert {type(result) for result in results} <= {OperationalError, LockedOut}
        assert impatient.unwritable == "another process has locked it"
        other.execute("ROLLBACK")
    await _keeps(impatient, "later")
    assert _on_disk(path) == {"later"}
    await impatient.close()
