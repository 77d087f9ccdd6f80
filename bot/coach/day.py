"""The local day, daylight saving and the next due instant: from wall clock to UTC and back.

The only file that knows what a zone does to a day. It has no clock (`now` is an aware UTC argument) and does
not know what is due, only when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from bot.coach.model import Pause

TURN = time(3)
DAY = timedelta(days=1)
GRACE = timedelta(hours=2)
SEARCH = 400  # days looked at, pauses not counted; a week finds every plan


class Late(StrEnum):
    ON_TIME = "on-time"
    LATE = "late"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Due:
    """One local day and the UTC instant in it."""

    day: date
    at: datetime


@cache  # ZoneInfo itself keeps eight and reads the others from disk each time
def _rules(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def _utc(calendar: date, at: time, zone: str, fold: int) -> datetime:
    return datetime.combine(calendar, at).replace(tzinfo=_rules(zone), fold=fold).astimezone(UTC)


def local_time(now: datetime, zone: str) -> datetime:
    return now.astimezone(_rules(zone))


def local_day(now: datetime, zone: str) -> date:
    """Tell which day of theirs it is. It turns at 03:00 on their clock, once, and never turns back."""
    wall = local_time(now, zone)
    today = wall.date()
    # Chatham's clock goes from 03:45 back to 02:45: the day has turned although it is before 03:00 again.
    turned = wall.fold == 1 and now >= _utc(today, TURN, zone, fold=0)
    return today if wall.time() >= TURN or turned else today - DAY


def instant(day: date, at: time, zone: str) -> datetime:
    """Find the UTC instant of a wall time in a local day.

    A gap moves it forward and an overlap takes the first time (PEP 495, fold=0). Where forward would be the
    next local day (02:30 becoming 03:30), it moves back by the gap instead, into the end of its own day.
    """
    calendar = day if at >= TURN else day + DAY
    moment = _utc(calendar, at, zone, fold=0)
    return moment if local_day(moment, zone) == day else _utc(calendar, at, zone, fold=1)


def quiet(at: time, since: time, until: time) -> bool:
    """Tell whether a wall time is in the quiet hours: `since` included, `until` not; equal ends, none."""
    if since <= until:
        return since <= at < until
    return at >= since or at < until


def outside_quiet(at: time, since: time, until: time) -> time:
    """Move a wall time in the quiet hours to their end."""
    return until if quiet(at, since, until) else at


def next_due(
    at: time,
    zone: str,
    days: frozenset[int],
    now: datetime,
    after: date | None,
    pauses: Sequence[Pause] = (),
) -> Due | None:
    """Find the first planned, unpaused local day after `after` whose wall time `at` is not before `now`."""
    first = local_day(now, zone)
    day = first if after is None else max(first, after + DAY)
    for _ in range(SEARCH if days else 0):
        back = _back(day, pauses)
        if back is None:
            return None
        day = back
        if day.weekday() in days and (due := _due(day, at, zone)) and due.at >= now:
            return due
        day += DAY
    return None


def _back(day: date, pauses: Sequence[Pause]) -> date | None:
    """The first day from `day` on that no pause covers; None if that is up to them."""
    for pause in sorted(pauses, key=lambda pause: pause.since):
        if pause.covers(day):
            if pause.until is None:
                return None
            day = pause.until + DAY
    return day


def _due(day: date, at: time, zone: str) -> Due | None:
    moment = instant(day, at, zone)
    # A country that crosses the date line has no such day (Apia, 30 December 2011): nothing is due in it.
    return Due(day, moment) if local_day(moment, zone) == day else None


def lateness(due: Due, now: datetime, zone: str) -> Late:
    """Judge what is over its time: two hours are on time, but never into the next local day."""
    if local_day(now, zone) > due.day:
        return Late.GONE
    return Late.ON_TIME if now - due.at <= GRACE else Late.LATE
