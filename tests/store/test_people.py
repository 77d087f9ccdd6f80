"""People come back as they were set up, and blocking stops all that was on its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import insert

from bot.coach.enrolment import Enrolment, Program
from bot.coach.messages import Help, StillHere
from bot.coach.model import Domain, Life, Person
from bot.store import meta, occasions, outbox, people, tables
from bot.store.engine import Store
from bot.store.states import OccasionKind

HOUR = timedelta(hours=1)


async def _record(store: Store, person_id: int = 7) -> people.Record:
    async with store.read() as unit:
        found = await people.record(unit, person_id)
    assert found is not None
    return found


async def test_a_stranger_is_nobody(store: Store) -> None:
    async with store.read() as unit:
        assert await people.get(unit, 404) is None
        assert await people.record(unit, 404) is None


async def test_somebody_new_has_the_settings_everybody_begins_with(
    store: Store, ann: Person, now: datetime
) -> None:
    assert ann == Person(7, "Ann", "en")
    assert await _record(store) == people.Record(ann, 7, None, now, now, None, None, None, None)


async def test_when_a_rerating_was_offered_is_noted(store: Store, ann: Person, now: datetime) -> None:
    assert (await _record(store)).rerating_at is None
    async with store.unit() as unit:
        await people.bring_up_rerating(unit, ann.id, now)
        await people.save(unit, ann)
    assert (await _record(store)).rerating_at == now


async def test_settings_come_back_as_they_were_saved(store: Store, ann: Person) -> None:
    changed = replace(
        ann,
        name="Zoë 🙂",
        language="pt-br",
        zone="Pacific/Chatham",
        morning=time(0, 0),
        evening=time(23, 59),
        quiet_from=time(21, 5),
        quiet_to=time(6, 45),
        days=frozenset({0, 6}),
        sting={Domain.SOCIAL: 4, Domain.ROMANTIC: 10},
        nudges=False,
        gentle=True,
        life=frozenset({Life.HARMONY, Life.NO_PHONE}),
        joined=date(2026, 3, 2),
        enrolment=Enrolment(Program.AT_WORK, date(2026, 3, 9)),
    )
    async with store.unit() as unit:
        await people.save(unit, changed)
    assert (await _record(store)).person == changed


async def test_adding_somebody_again_resets_nothing(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        await people.save(unit, replace(ann, zone="Asia/Kolkata"))
        again = await people.add(unit, 7, 7, "Ann", "en", now + HOUR)
    assert again.zone == "Asia/Kolkata"
    assert (await _record(store)).created_at == now


async def test_saving_settings_leaves_the_talk_and_the_notes_alone(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        await people.set_talk(unit, 7, '{"type":"Debrief"}')
        await people.hold(unit, 7, now)
        await people.consent(unit, 7, now)
        await people.save(unit, ann)  # read before the hold
    found = await _record(store)
    assert (found.talk, found.held_at, found.consented_at) == ('{"type":"Debrief"}', now, now)
    assert found.person.held


async def test_a_hold_can_be_ended_and_a_talk_forgotten(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        await people.set_talk(unit, ann.id, "{}")
        await people.hold(unit, ann.id, now)
        await people.set_talk(unit, ann.id, None)
        await people.hold(unit, ann.id, None)
    found = await _record(store)
    assert (found.talk, found.held_at, found.person.held) == (None, None, False)


async def test_writing_again_ends_a_block_and_a_silence(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        await people.block(unit, ann.id, now)
        await people.silence(unit, ann.id, now)
    blocked = (await _record(store)).person
    assert (blocked.blocked, blocked.silent) == (True, True)
    async with store.unit() as unit:
        known = await people.record(unit, ann.id)
        assert known is not None
        told = await people.seen(unit, known, now + HOUR, "Anna", "de")
    found = await _record(store)
    assert told == found
    assert found.person == replace(ann, name="Anna", language="de")
    assert found.last_seen_at == now + HOUR


async def test_blocking_keeps_back_all_that_waits_for_them_and_nobody_else(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        await people.add(unit, 8, 8, "Bo", "en", now)
        for person_id in (7, 8):
            await occasions.plan(unit, person_id, OccasionKind.MORNING, now.date(), now)
            await outbox.put(unit, person_id, StillHere(), now=now, person_id=person_id, urgent=1)
        await outbox.put(unit, 7, Help(), now=now)
        await people.block(unit, 7, now)
        await people.block(unit, 7, now + HOUR)
    async with store.read() as unit:
        assert [each.person_id for each in await occasions.due(unit, now, 10)] == [8]
        assert [letter.person_id for letter in await outbox.waiting(unit, now, 10)] == [8]
    assert (await _record(store)).blocked_at == now


async def test_a_time_without_a_zone_is_refused(store: Store, now: datetime) -> None:
    naive = now.replace(tzinfo=None)
    async with store.unit() as unit:
        with pytest.raises(Exception, match="has no zone"):
            await people.add(unit, 9, 9, "Cy", "en", naive)


async def test_an_instant_is_no_local_day(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        with pytest.raises(Exception, match="not a local day"):
            await people.save(unit, replace(ann, joined=now))


async def test_instants_of_any_zone_come_back_in_utc_to_the_millisecond(store: Store, now: datetime) -> None:
    odd = datetime.fromisoformat("2026-03-02T13:45:10.123456+05:45")
    async with store.unit() as unit:
        await people.add(unit, 9, 9, "Cy", "ne", odd)
    seen = (await _record(store, 9)).last_seen_at
    assert seen.isoformat() == "2026-03-02T08:00:10.123000+00:00"


async def test_a_value_of_no_enum_is_refused(store: Store, ann: Person, now: datetime) -> None:
    wrong = {"person_id": 7, "at": now, "day": now.date(), "domain": "sports", "steps": 1}
    async with store.unit() as unit:
        with pytest.raises(Exception, match="'sports' is not a valid Domain"):
            await unit.run(insert(tables.wishes).values(**wrong))


async def test_facts_of_the_database_are_kept_by_name(store: Store) -> None:
    async with store.unit() as unit:
        assert await meta.value(unit, "tzdata") is None
        await meta.keep(unit, "tzdata", "2026.5")
        await meta.keep(unit, "tzdata", "2026.6")
        assert await meta.value(unit, "tzdata") == "2026.6"
