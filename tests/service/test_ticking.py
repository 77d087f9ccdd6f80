"""Who is due: one challenge each planned local day through real changes of the clocks, and what is late."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach import messages, taps
from bot.coach.messages import FollowUp, Nudge, Offer, StillHere
from bot.coach.model import State
from bot.coach.taps import Answer, Step
from bot.service import ticking
from bot.service.events import Command, Gone, Here, Text
from bot.store import account
from bot.store.engine import open_store
from tests.service.practising import ANN, Ann, join, moment

NO_QUIET = {"quiet_from": time(0), "quiet_to": time(0)}
EVERY_DAY = frozenset(range(7))
MONDAY = datetime(2026, 11, 23, 7, 20, tzinfo=UTC)
AT_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Ann]:
    store = await open_store(f"sqlite:///{tmp_path / 'ask-anyway.db'}")
    yield Ann(store, MONDAY)
    await store.close()


@pytest.fixture
async def ann(empty: Ann) -> Ann:
    """In practice since 07:20 of a Monday, weekdays at 08:00 in UTC."""
    await empty.join()
    return empty


# --- one challenge each planned local day

# the clocks of all change between 2026 and 2030: gaps at midnight, of half an hour, of two; Ramadan
ZONES = (
    "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "America/Adak", "America/Anchorage",
    "America/Chicago", "America/Edmonton", "America/Halifax", "America/Havana", "America/Los_Angeles",
    "America/Miquelon", "America/New_York", "America/Nuuk", "America/Port-au-Prince", "America/Santiago",
    "America/Scoresbysund", "America/St_Johns", "America/Tijuana", "America/Vancouver", "Antarctica/Troll",
    "Asia/Beirut", "Asia/Famagusta", "Asia/Gaza", "Asia/Jerusalem", "Asia/Nicosia",
    "Atlantic/Azores", "Atlantic/Bermuda", "Australia/Adelaide", "Australia/Lord_Howe", "Australia/Sydney",
    "Europe/Berlin", "Europe/Chisinau", "Europe/Dublin", "Europe/Kyiv", "Europe/Lisbon",
    "Europe/London", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Easter", "Pacific/Norfolk",
)  # fmt: skip


@cache
def changes(zone: str) -> tuple[datetime, ...]:
    """The hours after which the clocks of a zone change, 2026 to 2030."""
    days = [datetime(2026, 1, 1, tzinfo=UTC) + n * DAY for n in range(1826)]
    changing = [day for day in days if ahead(zone, day) != ahead(zone, day + DAY)]
    hours = [day + n * HOUR for day in changing for n in range(24)]
    return tuple(hour for hour in hours if ahead(zone, hour) != ahead(zone, hour + HOUR))


def ahead(zone: str, now: datetime) -> timedelta | None:
    return now.astimezone(ZoneInfo(zone)).utcoffset()


def test_there_are_forty_zones_and_the_clocks_of_each_change() -> None:
    assert len(set(ZONES)) == 40
    assert [zone for zone in ZONES if not changes(zone)] == []


@st.composite
def mornings(draw: st.DrawFn) -> tuple[str, datetime, time]:
    """A zone, one of its changes, and a morning time, most often about the hour of the change."""
    zone = draw(st.sampled_from(ZONES))
    change = draw(st.sampled_from(changes(zone)))
    near = (change + draw(st.integers(-18, 24)) * 10 * timedelta(minutes=1)).astimezone(ZoneInfo(zone))
    return (
        zone,
        change,
        draw(st.sampled_from([near.time(), near.time(), draw(st.times())])).replace(second=0, microsecond=0),
    )


def clock_shows(zone: str, day: date, at: time) -> bool:
    """Whether the wall clock shows this time on a date: not in the gap of a change."""
    wall = datetime.combine(day, at, ZoneInfo(zone))
    return wall.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(fold=0) == wall


@settings(
    max_examples=60,
    deadline=None,  # the first one searches five years for changes
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example erases Ann first
)
@given(mornings(), st.sampled_from([EVERY_DAY, frozenset({0, 2, 4, 6}), frozenset(range(5))]))
async def test_each_planned_local_date_gets_exactly_one_challenge_whatever_the_clocks_do(
    empty: Ann, morning: tuple[str, datetime, time], plan: frozenset[int]
) -> None:
    zone, change, at = morning
    async with empty.store.unit() as unit:
        await account.erase(unit, ANN)
    empty.now = change - 4 * DAY
    await empty.join(zone=zone, morning=at, days=plan, nudges=False, **NO_QUIET)
    await empty.until(change + 3 * DAY)

    middle = change.astimezone(ZoneInfo(zone)).date()
    planned = [day for n in range(-2, 2) if (day := middle + n * DAY).weekday() in plan]
    days = [entry.day for entry in await empty.log()]
    assert [day for day in days if middle - 2 * DAY <= day < middle + 2 * DAY] == planned
    offers = await empty.told(Offer)
    assert [told.message.attempt for told in offers] == [entry.id for entry in await empty.log()]
    for told in offers:
        wall = told.at.astimezone(ZoneInfo(zone))
        assert wall.time() == at or not all(clock_shows(zone, wall.date() + n * DAY, at) for n in (-1, 0, 1))


@settings(
    max_examples=40,
    deadline=None,  # the first one searches five years for changes
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example erases Ann first
)
@given(mornings(), st.lists(st.integers(1, 36 * 60), min_size=4, max_size=12))
async def test_no_local_date_gets_two_challenges_however_late_the_bot_looks(
    empty: Ann, morning: tuple[str, datetime, time], gaps: list[int]
) -> None:
    zone, change, at = morning
    async with empty.store.unit() as unit:
        await account.erase(unit, ANN)
    empty.now = change - 3 * DAY
    await empty.join(zone=zone, morning=at, days=EVERY_DAY, **NO_QUIET)
    for gap in gaps:
        await empty.tick(empty.now + gap * timedelta(minutes=1))
    days = [entry.day for entry in await empty.log()]
    assert len(days) == len(set(days)) == len(await empty.told(Offer))


# --- late


@pytest.mark.parametrize(("late", "said_late"), [(0, False), (2, False), (2.1, True), (13.9, True)])
async def test_two_hours_late_is_on_time_and_later_the_same_day_one_catch_up(
    ann: Ann, late: float, said_late: bool
) -> None:
    await ann.tick(AT_EIGHT + late * HOUR)
    await ann.tick(AT_EIGHT + 15 * HOUR)
    assert [told.message.late for told in await ann.told(Offer)] == [said_late]


async def test_a_morning_of_yesterday_is_missed_and_nothing_is_said_about_it(ann: Ann) -> None:
    await ann.tick(AT_EIGHT + DAY - HOUR)
    assert await ann.told(Offer) == []
    assert await ann.log() == ()
    assert await ann.next_at() == AT_EIGHT + DAY


async def test_a_catch_up_within_quiet_hours_waits_and_never_goes_into_the_next_day(ann: Ann) -> None:
    await ann.tick(AT_EIGHT + 15 * HOUR)
    assert await ann.told(Offer) == []
    assert await ann.next_at() == AT_EIGHT + DAY


async def test_a_late_challenge_has_no_evening_word_after_it(ann: Ann) -> None:
    await ann.tick(AT_EIGHT + 5 * HOUR)
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert len(await ann.told(Offer)) == 1
    assert await ann.told(Nudge) == []


# --- nobody is spoken to who does not want it


async def test_a_challenge_fetched_before_its_morning_is_not_sent_again(ann: Ann) -> None:
    await ann.does(Command("today"))
    await ann.until(AT_EIGHT + 10 * HOUR)
    assert len(await ann.told(Offer)) == 1
    assert await ann.next_at() != AT_EIGHT


async def test_nobody_is_spoken_to_first_while_they_block_the_bot(ann: Ann) -> None:
    await ann.does(Gone())
    await ann.days(3)
    assert await ann.told(Offer) == []
    await ann.does(Here())
    await ann.days(1)
    assert len(await ann.told(Offer)) == 1


async def test_nobody_is_spoken_to_first_while_on_hold(ann: Ann) -> None:
    await ann.does(Text("I want to kill myself"))
    await ann.days(3)
    assert await ann.told(Offer) == []
    await ann.presses(taps.GoOn())
    await ann.days(1)
    assert len(await ann.told(Offer)) == 1


# --- the evening


async def test_an_open_day_gets_one_word_in_the_evening(ann: Ann) -> None:
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert [told.at.time() for told in await ann.told(Nudge)] == [time(19, 30)]


async def test_a_day_off_gets_no_word_in_the_evening(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.presses(taps.DayOff(1))
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert await ann.told(Nudge) == []


async def test_a_day_that_is_being_told_gets_no_word_in_the_evening(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.presses(taps.Did(1), Answer(1, Step.STORY, None))
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert (await ann.log())[0].state is State.ACCEPTED
    assert await ann.told(Nudge) == []


async def test_an_evening_that_the_bot_slept_through_stays_silent(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.tick(AT_EIGHT + 14 * HOUR)
    assert await ann.told(Nudge) == []


# --- afterwards


async def does(ann: Ann, attempt: int, outcome: str, peak: str) -> None:
    """Tell of an attempt in the shortest way."""
    steps = ((Step.STORY, None), (Step.OUTCOME, outcome), (Step.PEAK, peak))
    await ann.presses(taps.Did(attempt), *(Answer(attempt, step, value) for step, value in steps))
    await ann.presses(taps.Finish(attempt))


async def test_a_hard_one_is_followed_up_a_day_later_once(ann: Ann) -> None:
    await ann.until(AT_EIGHT + 3 * HOUR)
    await does(ann, 1, "no.dismissive", "9")
    await ann.days(6)
    assert [told.at for told in await ann.told(FollowUp)] == [AT_EIGHT + 27 * HOUR]


async def test_a_pause_holds_the_word_of_a_day_later_back(ann: Ann) -> None:
    await ann.until(AT_EIGHT + 3 * HOUR)
    await does(ann, 1, "no.dismissive", "9")
    await ann.does(Command("pause", "3"))
    await ann.days(2)
    assert await ann.told(FollowUp) == []
    await ann.days(4)
    assert len(await ann.told(FollowUp)) == 1


async def test_an_answer_that_came_by_itself_is_not_asked_for(ann: Ann) -> None:
    await ann.until(AT_EIGHT + HOUR)
    await does(ann, 1, "pending", "4")
    await ann.days(1)
    await ann.presses(Answer(1, Step.OUTCOME, "yes"))
    await ann.days(4)
    assert await ann.told(messages.AnyAnswer) == []


async def test_an_unanswered_week_turns_into_one_word_and_then_silence(ann: Ann) -> None:
    await ann.days(30)
    assert [told.at for told in await ann.told(StillHere)] == [AT_EIGHT + 7 * DAY]
    assert len(await ann.told(Offer)) == 5
    assert await ann.waiting() == ()


# --- the work itself


async def test_a_tick_handles_as_many_as_it_is_told_and_says_how_many(empty: Ann) -> None:
    async with empty.store.unit() as unit:
        for number in range(1, 8):
            await join(unit, MONDAY, number)
    handled = []
    for _ in range(3):
        async with empty.store.unit() as unit:
            handled.append(await ticking.tick(unit, moment(AT_EIGHT), limit=5))
    assert handled == [5, 2, 0]
    assert len(await empty.told(Offer)) == 7


async def test_two_looks_at_the_same_instant_send_once(ann: Ann) -> None:
    await asyncio.gather(ann.tick(AT_EIGHT), ann.tick(AT_EIGHT))
    assert len(await ann.told(Offer)) == 1


async def test_other_rules_of_the_zones_move_what_waits_and_the_same_rules_move_nothing(ann: Ann) -> None:
    async with ann.store.unit() as unit:
        await ticking.follow_zones(unit, moment(MONDAY), "2026.3")
        visit = await ann.visit(unit)
        await visit.save(replace(visit.person, morning=time(9)))  # as if the rules had said eight before
        await ticking.follow_zones(unit, moment(MONDAY), "2026.3")
    assert await ann.next_at() == AT_EIGHT
    async with ann.store.unit() as unit:
        await ticking.follow_zones(unit, moment(MONDAY), "2026.6")
    assert await ann.next_at() == AT_EIGHT + HOUR
