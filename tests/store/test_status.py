"""The figures of the operator: counted over a real database, from inside and from beside a bot that runs."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.coach import messages
from bot.coach.model import Person
from bot.store import NewerDatabase, StoreFault, inbox, meta, occasions, outbox, people, status
from bot.store.engine import Store
from bot.store.states import LetterKind, OccasionKind
from bot.store.status import Status

MINUTE = timedelta(minutes=1)
DAY = date(2026, 3, 2)


def update(number: int) -> dict[str, object]:
    return {"update_id": number, "message": {"from": {"id": 7}, "text": "a story"}}


async def standing(store: Store, now: datetime) -> Status:
    async with store.read() as unit:
        return await status.read(unit, now)


async def test_an_empty_database_has_nothing_that_waits(store: Store, now: datetime) -> None:
    found = await standing(store, now)
    counts = (found.backlog, found.letters_waiting, found.occasions_due, found.uncertain, found.dead)
    assert counts == (0, 0, 0, 0, 0)
    assert (found.backlog_since, found.due_since, found.last_poll, found.last_update) == (None,) * 4
    assert found.size > 0
    assert found.schema.isdigit()


async def test_what_is_not_handled_is_backlog_and_what_is_dead_is_not(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [update(1)], now - 5 * MINUTE)
        await inbox.put(unit, [update(2), update(3), update(4)], now - 2 * MINUTE)
        await inbox.done(unit, 1, now)
        await inbox.failed(unit, 2, "ValueError", now, dead=True)
        await inbox.failed(unit, 3, "ValueError", now, dead=False)
    found = await standing(store, now)
    assert (found.backlog, found.dead) == (2, 1)
    assert found.backlog_since == found.last_update == now - 2 * MINUTE


async def test_the_oldest_due_is_a_letter_or_an_occasion_and_not_what_was_put_off(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        for chat in (1, 2):
            await outbox.put(unit, chat, messages.Help(), now=now - chat * MINUTE)
        (later,) = await outbox.take(unit, [2])
        await outbox.again(unit, later, now + MINUTE)
        await occasions.plan(unit, ann.id, OccasionKind.MORNING, DAY, now - 30 * MINUTE)
        await occasions.plan(unit, ann.id, OccasionKind.EVENING, DAY, now + MINUTE)
    found = await standing(store, now)
    assert (found.letters_waiting, found.letters_due_since) == (2, now - MINUTE)
    assert (found.occasions_due, found.due_since) == (1, now - 30 * MINUTE)


async def test_letters_that_went_wrong_are_told_apart(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        for chat in range(1, 5):
            await outbox.put(unit, chat, messages.Help(), now=now, kind=LetterKind.ONCE)
        await outbox.take(unit, [1, 2, 3])
        await outbox.sent(unit, 1, 11, now)
        await outbox.uncertain(unit, 2, "NoAnswer")
        await outbox.failed(unit, 3, "BadRequest")
    found = await standing(store, now)
    assert (found.letters_waiting, found.uncertain, found.given_up) == (1, 1, 1)


async def test_people_are_counted_by_how_they_stand(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        for number in range(1, 8):
            await people.add(unit, number, number, "Ann", "en", now)
        await people.block(unit, 1, now)
        await people.block(unit, 2, now)
        await people.hold(unit, 3, now)
        await people.silence(unit, 4, now)
    found = await standing(store, now)
    assert (found.people, found.blocked, found.held, found.silent) == (7, 2, 1, 1)


async def test_what_the_bot_notes_of_itself_is_read_by_other_processes(
    store: Store, path: Path, now: datetime
) -> None:
    async with store.unit() as unit:
        await meta.keep(unit, meta.INTAKE, meta.POLLING)
        await meta.keep(unit, meta.TZDATA, "2026.6")
        await meta.keep_instant(unit, meta.LAST_POLL, now - MINUTE)
        await meta.keep_instant(unit, meta.CONFLICT, now - 2 * MINUTE)
    found = status.look(f"sqlite:///{path}", now)
    assert (found.intake, found.tzdata) == ("polling", "2026.6")
    assert (found.last_poll, found.conflict) == (now - MINUTE, now - 2 * MINUTE)


async def test_a_look_from_outside_sees_what_is_committed_while_the_bot_writes(
    store: Store, path: Path, now: datetime
) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [update(1)], now)
    async with store.unit() as unit:
        await inbox.put(unit, [update(2)], now)
        assert status.look(f"sqlite+aiosqlite:///{path}", now).backlog == 1
    assert status.look(f"sqlite+aiosqlite:///{path}", now).backlog == 2


def test_a_look_changes_nothing_and_a_path_may_be_odd(path: Path, now: datetime) -> None:
    odd = path.with_name("what? 100% #1 café.db")
    path.rename(odd)
    before = odd.read_bytes()
    assert status.look(f"sqlite:///{str(odd).replace('%', '%25').replace('?', '%3F')}", now).people == 0
    assert odd.read_bytes() == before


def test_what_is_not_there_is_not_made(tmp_path: Path, now: datetime) -> None:
    missing = tmp_path / "nothing.db"
    with pytest.raises(StoreFault, match=r"there is no database at .*nothing\.db"):
        status.look(f"sqlite:///{missing}", now)
    assert not os.path.lexists(missing)


@pytest.mark.parametrize(
    ("change", "says", "fault"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "newer version", NewerDatabase),
        ("UPDATE alembic_version SET version_num = '0001'", "older version", StoreFault),
        ("DROP TABLE alembic_version", "no database of this bot", StoreFault),
    ],
)
def test_a_database_of_another_version_or_program_is_said_in_one_sentence(
    change: str, says: str, fault: type[StoreFault], path: Path, now: datetime
) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(change)
    with pytest.raises(fault, match=says) as raised:
        status.look(f"sqlite:///{path}", now)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_database_is_said_in_one_sentence(tmp_path: Path, now: datetime) -> None:
    text = tmp_path / "text.db"
    text.write_text("not a database at all, and long enough to be taken for a header of one" * 20)
    with pytest.raises(StoreFault, match="cannot be read") as raised:
        status.look(f"sqlite:///{text}", now)
    assert "\n" not in str(raised.value)
