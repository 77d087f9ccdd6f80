"""One challenge each planned local day, through changes of the clocks that are to come, 2026 to 2030."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach.messages import Offer
from bot.store import account
from tests.service.practising import ANN, Ann

NO_QUIET = {"quiet_from": time(0), "quiet_to": time(0)}
EVERY_DAY = frozenset(range(7))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

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
    max_examples=40,
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
    max_examples=25,
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
