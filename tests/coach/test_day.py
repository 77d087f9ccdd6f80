"""The local day through every real change of clocks of forty zones, 2026 to 2030."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.day import (
    DAY,
    TURN,
    Due,
    Late,
    instant,
    lateness,
    local_day,
    local_time,
    next_due,
    outside_quiet,
    quiet,
)
from bot.coach.model import Pause

EVERY_DAY = frozenset(range(7))
MINUTE = timedelta(minutes=1)

# Every way a clock changes in these years is here, and odd offsets without a change. Troll jumps
# two hours and Lord Howe half of one, Athens' gap begins at the turn and Chatham's lies over it; Nuuk,
# Cairo, Beirut, Santiago, Easter, Havana and the Azores change around midnight, Vancouver for the last time.
ZONES = (
    *("Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Lagos", "America/Adak"),
    *("America/Anchorage", "America/Chicago", "America/Halifax", "America/Havana", "America/Los_Angeles"),
    *("America/New_York", "America/Nuuk", "America/Santiago", "America/Sao_Paulo", "America/Scoresbysund"),
    *("America/St_Johns", "America/Vancouver", "Antarctica/Troll", "Asia/Beirut", "Asia/Gaza"),
    *("Asia/Jerusalem", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tehran", "Asia/Tokyo", "Atlantic/Azores"),
    *("Australia/Adelaide", "Australia/Lord_Howe", "Australia/Sydney", "Europe/Athens", "Europe/Berlin"),
    *("Europe/Chisinau", "Europe/Dublin", "Europe/London", "Pacific/Apia", "Pacific/Auckland"),
    *("Pacific/Chatham", "Pacific/Easter", "Pacific/Kiritimati", "UTC"),
)

YEARS = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC))


@cache
def changes(zone: str) -> tuple[datetime, ...]:
    """The UTC instants at which the clock jumps, found by looking at every day's offset and halving."""
    first, last = YEARS
    days = [first + n * DAY for n in range((last - first).days + 1)]
    found = [
        _jump(before, after, zone)
        for before, after in pairwise(days)
        if _off(before, zone) != _off(after, zone)
    ]
    return tuple(found)


def _off(moment: datetime, zone: str) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)


def _jump(before: datetime, after: datetime, zone: str) -> datetime:
    offset = _off(before, zone)
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        before, after = (middle, after) if _off(middle, zone) == offset else (before, middle)
    return after


zones = st.sampled_from(ZONES)
hours = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def near(draw: st.DrawFn, zone: str) -> datetime:
    """An instant within three days of a change of clocks, or of a plain midsummer where there is none."""
    around = draw(st.sampled_from(changes(zone) or (datetime(2027, 6, 15, tzinfo=UTC),)))
    return around + draw(st.integers(-3 * 24 * 60, 3 * 24 * 60)) * MINUTE


@st.composite
def at_a_change(draw: st.DrawFn, zone: str, moment: datetime) -> time:
    """A wall time inside the gap or overlap nearest to an instant, or right beside it."""
    jump = min(changes(zone) or (moment,), key=lambda change: abs(change - moment))
    before = (jump - MINUTE).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return (before + draw(st.integers(-125, 125)) * MINUTE).time()


def test_the_forty_zones_bring_every_kind_of_change() -> None:
    jumps = [(zone, change) for zone in ZONES for change in changes(zone)]
    sizes = {_off(at, zone) - _off(at - MINUTE, zone) for zone, at in jumps}
    assert len(ZONES) == len(set(ZONES)) == 40
    assert len(jumps) > 250
    assert {timedelta(minutes=n) for n in (-120, -60, -30, 30, 60, 120)} <= sizes


@pytest.mark.parametrize("zone", ZONES)
def test_an_instant_lies_in_its_own_local_day_whatever_the_clock_does(zone: str) -> None:
    times = [time(minute // 60, minute % 60) for minute in range(0, 24 * 60, 15)]
    around = {local_day(change, zone) + n * DAY for change in changes(zone) for n in (-1, 0, 1)}
    assert [
        (day, at)
        for day in around or {date(2027, 6, 15)}
        for at in times
        if local_day(instant(day, at, zone), zone) != day
    ] == []


@pytest.mark.parametrize("zone", ZONES)
def test_the_day_turns_once_and_never_turns_back(zone: str) -> None:
    for change in changes(zone):
        days = [local_day(change + n * 5 * MINUTE, zone) for n in range(-400, 400)]
        assert all(after - before in (timedelta(0), DAY) for before, after in pairwise(days)), change


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_a_wall_time_that_exists_is_kept_to_the_minute(data: st.DataObject) -> None:
    zone = data.draw(zones)
    wall = local_time(data.draw(near(zone)), zone)
    found = local_time(instant(local_day(wall, zone), wall.time(), zone), zone)
    assert found.time() == wall.time()
    assert found.fold == 0 or local_day(found.replace(fold=0), zone) != local_day(wall, zone)


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_each_local_date_has_exactly_one_due_instant(data: st.DataObject) -> None:
    zone = data.draw(zones)
    now = data.draw(near(zone))
    at = data.draw(hours | at_a_change(zone, now))
    due = next_due(at, zone, EVERY_DAY, now, None)
    assert due is not None
    assert due.day - local_day(now, zone) in (timedelta(0), DAY)
    for _ in range(8):
        following = next_due(at, zone, EVERY_DAY, due.at, due.day)
        assert following is not None
        assert following.day == due.day + DAY
        assert following.at > due.at
        assert local_day(following.at, zone) == following.day
        due = following


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_travel_never_brings_a_second_one_on_a_local_date(data: st.DataObject) -> None:
    now = data.draw(near(data.draw(zones)))
    dues: list[Due] = []
    for _ in range(10):
        zone = data.draw(zones)
        at = data.draw(hours | at_a_change(zone, now))
        due = next_due(at, zone, EVERY_DAY, now, dues[-1].day if dues else None)
        assert due is not None
        assert due.at >= now
        assert local_day(due.at, zone) == due.day
        dues.append(due)
        now = due.at + data.draw(st.integers(0, 180)) * MINUTE
    assert all(before.day < after.day for before, after in pairwise(dues))


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 11, 2, 2, 59, tzinfo=UTC), "UTC", date(2026, 11, 1)),
        (datetime(2026, 11, 2, 3, 0, tzinfo=UTC), "UTC", date(2026, 11, 2)),
        (datetime(2026, 11, 1, 18, 0, tzinfo=UTC), "Asia/Tokyo", date(2026, 11, 2)),
        (datetime(2026, 4, 4, 13, 50, tzinfo=UTC), "Pacific/Chatham", date(2026, 4, 5)),  # 03:35, first time
        (datetime(2026, 4, 4, 14, 5, tzinfo=UTC), "Pacific/Chatham", date(2026, 4, 5)),  # 02:50 once more
    ],
)
def test_the_day_turns_at_three(moment: datetime, zone: str, day: date) -> None:
    assert local_day(moment, zone) == day


@pytest.mark.parametrize(
    ("day", "at", "zone", "expected"),
    [
        (date(2026, 7, 1), time(8), "Europe/Berlin", "2026-07-01T06:00"),
        (date(2026, 7, 1), time(1), "Europe/Berlin", "2026-07-01T23:00"),  # after midnight, still that day
        (date(2026, 3, 28), time(2, 30), "Europe/Berlin", "2026-03-29T00:30"),  # in the gap: before it
        (date(2026, 10, 24), time(2, 30), "Europe/Berlin", "2026-10-25T00:30"),  # twice: the first
        (date(2026, 3, 29), time(3, 30), "Europe/Athens", "2026-03-29T01:30"),  # in the gap: after it
        (date(2026, 3, 28), time(23, 30), "America/Nuuk", "2026-03-29T01:30"),
        (date(2026, 4, 23), time(0, 30), "Africa/Cairo", "2026-04-23T22:30"),
        (date(2026, 10, 3), time(2, 15), "Australia/Lord_Howe", "2026-10-03T15:45"),
    ],
)
def test_a_wall_time_in_a_gap_moves_and_a_repeated_one_comes_once(
    day: date, at: time, zone: str, expected: str
) -> None:
    assert instant(day, at, zone) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_a_date_that_a_country_skipped_has_nothing_due() -> None:
    now = datetime(2011, 12, 29, 12, tzinfo=UTC)  # Apia had no 30 December
    days: list[date] = []
    for _ in range(3):
        due = next_due(time(8), "Pacific/Apia", EVERY_DAY, now, days[-1] if days else None)
        assert due is not None
        days.append(due.day)
        now = due.at
    assert days == [date(2011, 12, 29), date(2011, 12, 31), date(2012, 1, 1)]


MONDAY = datetime(2026, 11, 2, 12, tzinfo=UTC)


def due_day(
    now: datetime = MONDAY,
    after: date | None = None,
    days: frozenset[int] = EVERY_DAY,
    pauses: tuple[Pause, ...] = (),
) -> date | None:
    due = next_due(time(19), "UTC", days, now, after, pauses)
    return due.day if due else None


def test_what_is_due_right_now_is_the_next_one() -> None:
    assert due_day(datetime(2026, 11, 2, 19, tzinfo=UTC)) == date(2026, 11, 2)
    assert due_day(datetime(2026, 11, 2, 19, 0, 1, tzinfo=UTC)) == date(2026, 11, 3)


def test_a_day_that_had_its_own_is_not_asked_again() -> None:
    assert due_day(after=date(2026, 11, 2)) == date(2026, 11, 3)
    assert due_day(after=date(2024, 10, 1)) == date(2026, 11, 2)  # back after years


def test_only_weekdays_of_the_plan_are_due() -> None:
    assert due_day(days=frozenset({0, 4}), after=date(2026, 11, 2)) == date(2026, 11, 6)
    assert due_day(days=frozenset()) is None


def test_a_pause_is_jumped_over_however_long_it_is() -> None:
    assert due_day(pauses=(Pause(date(2026, 11, 1), date(2026, 11, 4)),)) == date(2026, 11, 5)
    assert due_day(pauses=(Pause(date(2026, 11, 1), date(2029, 11, 4)),)) == date(2029, 11, 5)
    touching = (Pause(date(2026, 11, 5), date(2026, 11, 9)), Pause(date(2026, 11, 1), date(2026, 11, 4)))
    assert due_day(pauses=touching) == date(2026, 11, 10)


def test_an_open_pause_leaves_nothing_due_from_its_first_day() -> None:
    assert due_day(pauses=(Pause(date(2026, 11, 2)),)) is None
    assert due_day(pauses=(Pause(date(2026, 11, 3)),)) == date(2026, 11, 2)
    assert due_day(after=date(2026, 11, 2), pauses=(Pause(date(2026, 11, 3)),)) is None


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (timedelta(0), Late.ON_TIME),
        (timedelta(hours=2), Late.ON_TIME),
        (timedelta(hours=2, seconds=1), Late.LATE),
        (timedelta(hours=18, minutes=59), Late.LATE),
        (timedelta(hours=19), Late.GONE),
    ],
)
def test_two_hours_are_on_time_and_a_day_that_turned_is_gone(late: timedelta, expected: Late) -> None:
    due = Due(date(2026, 11, 2), datetime(2026, 11, 2, 8, tzinfo=UTC))
    assert lateness(due, due.at + late, "UTC") is expected


def test_a_day_that_turned_is_gone_even_within_two_hours() -> None:
    due = Due(date(2026, 11, 2), datetime(2026, 11, 3, 2, 30, tzinfo=UTC))
    assert lateness(due, due.at + timedelta(hours=1), "UTC") is Late.GONE


@pytest.mark.parametrize(
    ("at", "since", "until", "expected"),
    [
        (time(23), time(22), time(7), time(7)),
        (time(22), time(22), time(7), time(7)),
        (time(6, 59), time(22), time(7), time(7)),
        (time(7), time(22), time(7), time(7)),
        (time(8), time(22), time(7), time(8)),
        (time(13), time(13), time(15), time(15)),
        (time(12), time(13), time(15), time(12)),
        (time(12), time(12), time(12), time(12)),
    ],
)
def test_a_quiet_wall_time_moves_to_the_end_of_the_quiet_hours(
    at: time, since: time, until: time, expected: time
) -> None:
    assert outside_quiet(at, since, until) == expected


@given(hours, hours, hours)
def test_nothing_moved_out_of_the_quiet_hours_is_quiet(at: time, since: time, until: time) -> None:
    assert not quiet(outside_quiet(at, since, until), since, until)


def test_equal_ends_mean_no_quiet_hours() -> None:
    assert not any(quiet(time(hour), TURN, TURN) for hour in range(24))
