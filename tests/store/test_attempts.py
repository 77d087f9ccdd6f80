"""The log comes back entry by entry, one planned attempt a day, and never that of another person."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.coach.model import (
    Attempt,
    Cause,
    Context,
    Domain,
    Facts,
    KindOfNo,
    Outcome,
    Pause,
    Person,
    Size,
    State,
    Why,
    Wish,
)
from bot.store import attempts, people
from bot.store.engine import Store

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


@pytest.fixture
def offer(now: datetime) -> Attempt:
    return Attempt(0, MONDAY, Domain.SOCIAL, 3, State.OFFERED, now, challenge="ask-the-time")


def _told(attempt: Attempt, now: datetime) -> Attempt:
    """Every column filled."""
    facts = Facts(
        anticipated=7,
        chance=80,
        fear="they laugh",
        story="I asked “why”, they said no 🙂",
        voice="AwACAgIAAxkBAAIB",
        outcome=Outcome.NO,
        kind_of_no=KindOfNo.RESPECTFUL,
        peak=6,
        feeling="relieved",
        cost=1,
        again=0,
        learned="it was about their day",
        left=2,
    )
    return replace(
        attempt,
        state=State.DONE,
        own="may I sit here",
        size=Size.SMALLER,
        context=Context.STREET,
        passed=("one", "two"),
        closed_at=now + DAY,
        facts=facts,
        answered=("story", "outcome", "peak"),
        why=Why(Cause.ROSE, 3, 2, MONDAY - DAY, 4),
    )


async def _add(store: Store, attempt: Attempt, person_id: int = 7) -> Attempt | None:
    async with store.unit() as unit:
        return await attempts.add(unit, person_id, attempt)


async def test_an_attempt_is_numbered_and_comes_back_as_it_was(
    store: Store, ann: Person, offer: Attempt, now: datetime
) -> None:
    for kept in (offer, replace(_told(offer, now), planned=False)):
        added = await _add(store, kept)
        assert added is not None
        assert added == replace(kept, id=added.id)
        async with store.read() as unit:
            assert await attempts.get(unit, added.id, ann.id) == added


async def test_what_becomes_of_an_attempt_is_saved(
    store: Store, ann: Person, offer: Attempt, now: datetime
) -> None:
    added = await _add(store, offer)
    assert added is not None
    told = _told(added, now)
    async with store.unit() as unit:
        await attempts.save(unit, ann.id, told)
        assert await attempts.log(unit, ann.id) == (told,)


async def test_a_day_has_one_planned_attempt_and_any_number_of_others(
    store: Store, ann: Person, offer: Attempt
) -> None:
    extra = replace(offer, planned=False)
    added = [
        await _add(store, each) for each in (offer, offer, extra, extra, replace(offer, day=MONDAY + DAY))
    ]
    assert [each is not None for each in added] == [True, False, True, True, True]


async def test_two_ticks_at_once_make_one_planned_attempt(store: Store, ann: Person, offer: Attempt) -> None:
    added = await asyncio.gather(*(_add(store, offer) for _ in range(5)))
    assert sum(each is not None for each in added) == 1


async def test_the_log_is_in_the_order_of_days_and_can_begin_at_one(
    store: Store, ann: Person, offer: Attempt
) -> None:
    days = [MONDAY + DAY, MONDAY, MONDAY + 2 * DAY]
    for day in days:
        await _add(store, replace(offer, day=day))
    await _add(store, replace(offer, day=MONDAY, planned=False))
    async with store.read() as unit:
        whole = await attempts.log(unit, ann.id)
        late = await attempts.log(unit, ann.id, since=MONDAY + DAY)
    assert [(each.day - MONDAY).days for each in whole] == [0, 0, 1, 2]
    assert whole[0].id < whole[1].id
    assert late == whole[2:]


async def test_nobody_reaches_the_attempt_of_another(
    store: Store, ann: Person, offer: Attempt, now: datetime
) -> None:
    added = await _add(store, offer)
    assert added is not None
    async with store.unit() as unit:
        await people.add(unit, 8, 8, "Bo", "en", now)
        assert await attempts.get(unit, added.id, 8) is None
        assert await attempts.log(unit, 8) == ()
        with pytest.raises(LookupError, match=str(added.id)):
            await attempts.save(unit, 8, replace(added, state=State.DAY_OFF))
        assert await attempts.get(unit, added.id, ann.id) == added


@pytest.mark.parametrize(
    "facts", [Facts(peak=11), Facts(anticipated=0), Facts(chance=101), Facts(again=-1), Facts(left=0)]
)
async def test_a_rating_that_cannot_be_is_refused(
    store: Store, ann: Person, offer: Attempt, facts: Facts
) -> None:
    with pytest.raises(IntegrityError, match="CHECK"):
        await _add(store, replace(offer, facts=facts))


async def test_wishes_come_back_oldest_first(store: Store, ann: Person, now: datetime) -> None:
    harder = Wish(now, MONDAY, Domain.SOCIAL, 1)
    easier = Wish(now - DAY, MONDAY - DAY, Domain.CUSTOMERS, -1)
    async with store.unit() as unit:
        for wish in (harder, easier):
            await attempts.add_wish(unit, ann.id, wish)
        assert await attempts.wishes(unit, ann.id) == (easier, harder)
        assert await attempts.wishes(unit, 8) == ()


async def test_an_open_pause_ends_on_its_last_day_and_only_once(store: Store, ann: Person) -> None:
    async with store.unit() as unit:
        await attempts.add_pause(unit, ann.id, Pause(MONDAY - 30 * DAY, MONDAY - 20 * DAY))
        await attempts.add_pause(unit, ann.id, Pause(MONDAY))
        assert await attempts.end_pause(unit, ann.id, MONDAY + 3 * DAY)
        assert not await attempts.end_pause(unit, ann.id, MONDAY + 3 * DAY)
        assert await attempts.pauses(unit, ann.id) == (
            Pause(MONDAY - 30 * DAY, MONDAY - 20 * DAY),
            Pause(MONDAY, MONDAY + 3 * DAY),
        )


async def test_a_pause_ended_on_the_day_it_began_never_was(store: Store, ann: Person) -> None:
    async with store.unit() as unit:
        await attempts.add_pause(unit, ann.id, Pause(MONDAY, MONDAY + 6 * DAY))
        assert await attempts.end_pause(unit, ann.id, MONDAY - DAY)
        assert await attempts.pauses(unit, ann.id) == ()


async def test_a_log_of_years_is_read_whole(store: Store, ann: Person, offer: Attempt, now: datetime) -> None:
    told = _told(offer, now)
    async with store.unit() as unit:
        for back in range(1000):
            await attempts.add(unit, ann.id, replace(told, day=MONDAY - back * DAY))
    async with store.read() as unit:
        log = await attempts.log(unit, ann.id)
    assert len(log) == 1000
    assert log[-1].facts == told.facts


async def test_the_last_planned_day_may_lie_ahead_and_an_extra_is_none(
    store: Store, ann: Person, offer: Attempt
) -> None:
    async with store.unit() as unit:
        assert await attempts.last_planned(unit, ann.id) is None
        for days, planned in ((0, True), (2, True), (5, False)):
            await attempts.add(unit, ann.id, replace(offer, day=MONDAY + days * DAY, planned=planned))
        assert await attempts.last_planned(unit, ann.id) == MONDAY + 2 * DAY
        assert await attempts.last_planned(unit, 8) is None


async def test_asks_made_before_a_day_are_counted_and_rehearsals_are_not(
    store: Store, ann: Person, offer: Attempt, now: datetime
) -> None:
    made = _told(offer, now)
    untried = replace(made, facts=replace(made.facts, outcome=Outcome.BACKED_OUT))
    rehearsed = replace(made, size=Size.IMAGINAL)
    async with store.unit() as unit:
        for number, entry in enumerate((made, untried, rehearsed, offer, made, made)):
            await attempts.add(unit, ann.id, replace(entry, day=MONDAY + number * DAY))
        assert await attempts.made_before(unit, ann.id, MONDAY + 5 * DAY) == 2
        assert await attempts.made_before(unit, 8, MONDAY + 5 * DAY) == 0


async def test_the_ends_of_a_log_are_the_first_made_and_the_newest_of_a_domain(
    store: Store, ann: Person, offer: Attempt, now: datetime
) -> None:
    made = _told(offer, now)
    other = replace(made, domain=Domain.PROFESSIONAL)
    async with store.unit() as unit:
        for number, entry in enumerate((offer, other, made, made, offer, made, other, made)):
            await attempts.add(unit, ann.id, replace(entry, day=MONDAY + number * DAY))
        found = await attempts.ends(unit, ann.id, Domain.SOCIAL, first=2, newest=3)
        whole = await attempts.ends(unit, ann.id, Domain.SOCIAL, first=9, newest=9)
    assert [(entry.day - MONDAY).days for entry in found] == [1, 2, 3, 5, 7]
    assert [(entry.day - MONDAY).days for entry in whole] == [1, 2, 3, 5, 6, 7]
