"""Erasing leaves nothing of a person, in no table and no byte of a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.coach.ladder import OwnAsk, Rating
from bot.coach.messages import AskCost, Deleted
from bot.coach.model import Attempt, Domain, Facts, Outcome, Pause, Person, State, Wish
from bot.store import account, attempts, inbox, ladder, occasions, outbox, people
from bot.store.engine import Store
from bot.store.states import OccasionKind
from bot.store.tables import metadata
from bot.store.unit import Unit

SECRET = "marmalade"
MONDAY = date(2026, 3, 2)


async def _live(unit: Unit, person_id: int, secret: str, now: datetime) -> None:
    """Leave something in every table."""
    person = await people.add(unit, person_id, person_id, secret, "en", now)
    await people.save(unit, replace(person, zone=secret))
    await people.set_talk(unit, person_id, secret)
    facts = Facts(fear=secret, story=secret * 2000, learned=secret)  # long enough for pages of its own
    attempt = Attempt(0, MONDAY, Domain.SOCIAL, 3, State.DONE, now, own=secret, facts=facts)
    await attempts.add(unit, person_id, attempt)
    await attempts.add_wish(unit, person_id, Wish(now, MONDAY, Domain.SOCIAL, 1))
    await attempts.add_pause(unit, person_id, Pause(MONDAY))
    await ladder.add(unit, person_id, OwnAsk(0, Domain.SOCIAL, secret, secret, 3, now))
    await ladder.rate(unit, person_id, Rating("own-1", Domain.SOCIAL, 4, now))
    await occasions.plan(unit, person_id, OccasionKind.MORNING, MONDAY, now)
    letter = AskCost(1, Outcome.NO, 80, secret)
    await outbox.put(unit, person_id, letter, now=now, person_id=person_id)
    update = {"update_id": person_id, "message": {"from": {"id": person_id}, "text": secret}}
    await inbox.put(unit, [update], now)


async def _rows(unit: Unit) -> dict[str, int]:
    counts = {
        name: (await unit.run(select(func.count()).select_from(table))).scalar_one()
        for name, table in metadata.tables.items()
    }
    return {name: count for name, count in counts.items() if count}


@pytest.fixture
async def two(store: Store, now: datetime) -> Store:
    async with store.unit() as unit:
        await _live(unit, 7, SECRET, now)
        await _live(unit, 8, "quince", now)
    return store


async def test_no_byte_of_what_they_wrote_is_left_on_the_disk(two: Store, path: Path) -> None:
    files = [path, path.with_name(path.name + "-wal")]
    assert any(SECRET.encode() in file.read_bytes() for file in files)
    async with two.unit() as unit:
        await account.erase(unit, 7)
    assert await two.truncate_log()
    for file in files:
        assert SECRET.encode() not in file.read_bytes()
    assert b"quince" in path.read_bytes()


async def test_every_table_forgets_them_and_keeps_the_others(two: Store, now: datetime) -> None:
    async with two.unit() as unit:
        before = await _rows(unit)
        await account.erase(unit, 7)
        after = await _rows(unit)
        assert set(after) == set(before)
        assert after == dict.fromkeys(before, 1) | {"inbox": 2}  # its numbers stay
        assert await people.get(unit, 7) is None
        assert [each.update_id for each in await inbox.fresh(unit, 10)] == [8]
        assert await occasions.due(unit, now, 10) == list(await occasions.waiting(unit, 8))


async def test_the_update_that_asked_for_it_is_done_and_answered(two: Store, now: datetime) -> None:
    async with two.unit() as unit:
        await account.erase(unit, 7)
        assert await inbox.done(unit, 7, now)
        await outbox.put(unit, 7, Deleted(), now=now, language="en")
    async with two.read() as unit:
        letters = await outbox.waiting(unit, now, 10)
    assert {letter.chat_id: type(letter.message) for letter in letters} == {8: AskCost, 7: Deleted}


async def test_erasing_somebody_unknown_does_nothing(two: Store) -> None:
    async with two.unit() as unit:
        before = await _rows(unit)
        await account.erase(unit, 404)
        assert await _rows(unit) == before


async def test_somebody_who_comes_back_starts_anew(two: Store, now: datetime) -> None:
    async with two.unit() as unit:
        await account.erase(unit, 7)
        assert await people.add(unit, 7, 7, "Ann", "en", now) == Person(7, "Ann", "en")
        assert await attempts.log(unit, 7) == ()
        again = await attempts.add(unit, 7, Attempt(0, MONDAY, Domain.SOCIAL, 1, State.OFFERED, now))
    assert again is not None
    assert again.id == 3  # old buttons carry 1
