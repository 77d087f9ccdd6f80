"""A circle's clock: when it calls, and how much it may say. A day has two new messages at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.coach import day as days
from bot.coach.circles.model import Call, Circle

DAY = timedelta(days=1)
MONDAY, SATURDAY, SUNDAY = 0, 5, 6
EVENING = time(18)  # of the poll and the recap
MOST_POSTS = 2  # new messages a day; edits are not counted


@dataclass(frozen=True, slots=True)
class Due:
    call: Call
    day: date
    at: datetime


def next_call(circle: Circle, now: datetime) -> Due:
    """The next call after `now`: each morning, Saturday's poll, Sunday's recap."""
    today = days.local_day(now, circle.zone)
    ahead = [due for offset in range(3) for due in calls(circle, today + offset * DAY) if due.at > now]
    return min(ahead, key=lambda due: due.at)


def calls(circle: Circle, day: date) -> list[Due]:
    """What a local day brings."""
    found = [_due(circle, Call.MORNING, day, circle.at)]
    if day.weekday() == SATURDAY:
        found.append(_due(circle, Call.POLL, day, max(EVENING, circle.at)))
    if day.weekday() == SUNDAY:
        found.append(_due(circle, Call.RECAP, day, max(EVENING, circle.at)))
    return found


def _due(circle: Circle, call: Call, day: date, at: time) -> Due:
    instant = days.instant(day, at, circle.zone)
    return Due(call, day, instant if call is Call.MORNING else instant + timedelta(minutes=1))


def monday(day: date) -> date:
    """The first day of a day's week, which names it."""
    return day - day.weekday() * DAY


def writes_over(day: date, newest: bool, touched: bool) -> bool:
    """Whether the new card takes the place of the last one: nobody did anything, nobody wrote since."""
    return newest and not touched and day.weekday() != MONDAY
