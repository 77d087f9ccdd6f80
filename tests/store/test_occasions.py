"""Occasions: one a person, day, kind and attempt; due in order; taken once."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta

import pytest

from bot.coach.model import Person
from bot.store import occasions, people
from bot.store.engine import Store
from bot.store.states import OccasionKind, OccasionState

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MORNING, EVENING, FOLLOW_UP = OccasionKind.MORNING, OccasionKind.EVENING, OccasionKind.FOLLOW_UP


async def test_what_is_due_comes_oldest_first_and_no_more_than_asked(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        await occasions.plan(unit, ann.id, EVENING, MONDAY, now + HOUR)
        await occasions.plan(unit, ann.id, MORNING, MONDAY, now)
        await occasions.plan(unit, ann.id, FOLLOW_UP, MONDAY, now - HOUR, about=41)
        due = await occasions.due(unit, now, 10)
        assert [(each.kind, each.about, each.at) for each in due] == [
            (FOLLOW_UP, 41, now - HOUR),
            (MORNING, 0, now),
        ]
        assert await occasions.due(unit, now, 1) == due[:1]
        assert len(await occasions.waiting(unit, ann.id)) == 3


async def test_planning_the_same_again_moves_it(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        assert await occasions.plan(unit, ann.id, MORNING, MONDAY, now)
        assert await occasions.plan(unit, ann.id, MORNING, MONDAY, now + HOUR)
        (only,) = await occasions.waiting(unit, ann.id)
    assert only.at == now + HOUR


async def test_follow_ups_of_two_attempts_are_two_occasions(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        for about in (41, 42):
            assert await occasions.plan(unit, ann.id, FOLLOW_UP, MONDAY, now, about)
        assert len(await occasions.waiting(unit, ann.id)) == 2


@pytest.mark.parametrize("state", [OccasionState.DONE, OccasionState.MISSED])
async def test_what_is_over_is_never_planned_again(
    store: Store, ann: Person, now: datetime, state: OccasionState
) -> None:
    async with store.unit() as unit:
        await occasions.plan(unit, ann.id, MORNING, MONDAY, now)
        (due,) = await occasions.due(unit, now, 10)
        assert await occasions.claim(unit, due.id, state)
        assert not await occasions.plan(unit, ann.id, MORNING, MONDAY, now + HOUR)
        await occasions.drop(unit, ann.id)
        assert not await occasions.plan(unit, ann.id, MORNING, MONDAY, now + HOUR)
        assert not await occasions.postpone(unit, due.id, now + HOUR)
        assert await occasions.waiting(unit, ann.id) == ()


async def test_of_many_ticks_one_takes_the_occasion(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        await occasions.plan(unit, ann.id, MORNING, MONDAY, now)
        (due,) = await occasions.due(unit, now, 10)

    async def tick() -> bool:
        async with store.unit() as unit:
            return await occasions.claim(unit, due.id, OccasionState.DONE)

    assert sorted(await asyncio.gather(*(tick() for _ in range(5)))) == [False] * 4 + [True]


async def test_an_occasion_can_be_put_off(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        await occasions.plan(unit, ann.id, MORNING, MONDAY, now)
        (due,) = await occasions.due(unit, now, 10)
        assert await occasions.postpone(unit, due.id, now + HOUR)
        assert await occasions.due(unit, now, 10) == []
        assert await occasions.next_at(unit) == now + HOUR


async def test_only_the_dropped_kinds_are_gone_and_may_be_planned_again(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        for kind in (MORNING, EVENING, FOLLOW_UP):
            await occasions.plan(unit, ann.id, kind, MONDAY, now)
        await occasions.drop(unit, ann.id, [MORNING, EVENING])
        assert [each.kind for each in await occasions.waiting(unit, ann.id)] == [FOLLOW_UP]
        await occasions.drop(unit, ann.id)
        assert await occasions.waiting(unit, ann.id) == ()
        assert await occasions.plan(unit, ann.id, MORNING, MONDAY, now)


async def test_the_next_one_is_told_for_everybody_or_one_person_or_one_kind(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        assert await occasions.next_at(unit) is None
        await people.add(unit, 8, 8, "Bo", "en", now)
        await occasions.plan(unit, 8, MORNING, MONDAY, now)
        await occasions.plan(unit, 7, MORNING, MONDAY, now + HOUR)
        await occasions.plan(unit, 7, EVENING, MONDAY, now + 2 * HOUR)
        assert await occasions.next_at(unit) == now
        assert await occasions.next_at(unit, 7) == now + HOUR
        assert await occasions.next_at(unit, 7, EVENING) == now + 2 * HOUR
        assert await occasions.next_at(unit, kind=EVENING) == now + 2 * HOUR
        assert await occasions.next_at(unit, 8, EVENING) is None


async def test_the_last_day_done_is_not_the_last_day_missed(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        assert await occasions.last_done(unit, ann.id, MORNING) is None
        for days, state in enumerate((OccasionState.DONE, OccasionState.DONE, OccasionState.MISSED)):
            await occasions.plan(unit, ann.id, MORNING, MONDAY + days * DAY, now)
            (due,) = await occasions.due(unit, now, 10)
            await occasions.claim(unit, due.id, state)
        assert await occasions.last_done(unit, ann.id, MORNING) == MONDAY + DAY
        assert await occasions.last_done(unit, ann.id, EVENING) is None


async def test_only_what_is_over_and_old_is_forgotten(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        for days in range(3):
            await occasions.plan(unit, ann.id, MORNING, MONDAY + days * DAY, now)
        first, _, third = await occasions.waiting(unit, ann.id)
        for over in (first, third):
            await occasions.claim(unit, over.id, OccasionState.DONE)
        assert await occasions.prune(unit, MONDAY + 2 * DAY) == 1
        assert [each.day for each in await occasions.waiting(unit, ann.id)] == [MONDAY + DAY]
        assert await occasions.last_done(unit, ann.id, MORNING) == MONDAY + 2 * DAY


async def test_a_mark_is_kept_once_a_day_and_never_waits(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        for days in (0, 0, 3, 9):
            await occasions.mark(unit, ann.id, OccasionKind.CARE, MONDAY + days * DAY, now, about=2)
        assert await occasions.due(unit, now + HOUR, 10) == []
        marked = await occasions.marks(unit, ann.id, OccasionKind.CARE, MONDAY + DAY)
        assert marked == ((2, MONDAY + 3 * DAY), (2, MONDAY + 9 * DAY))
        assert len(await occasions.marks(unit, ann.id, OccasionKind.CARE, MONDAY)) == 3
