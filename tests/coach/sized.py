"""A log by days, for what the guards of sizing make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.coach import sizing
from bot.coach.model import (
    Attempt,
    Cause,
    Context,
    Domain,
    Facts,
    Outcome,
    State,
    Why,
    Wish,
)
from bot.coach.sizing import Course

MONDAY = date(2026, 11, 2)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
STING = {SOCIAL: 6, WORK: 6}
BEGIN = sizing.begin(STING).standings[SOCIAL].rung
PLACES = (Context.SHOP, Context.STREET)
EASY_DAY = Why(Cause.RECOVERY, 2)


def on(day: int) -> date:
    return MONDAY + timedelta(days=day)


def made(day: int, peak: int | None = 4, outcome: Outcome = Outcome.NO, **other: Any) -> Attempt:
    """An ask made on a day, counted from Monday: another ask in another place each time."""
    at = NOON + timedelta(days=day)
    usual = Attempt(
        id=day,
        day=on(day),
        domain=SOCIAL,
        rung=BEGIN,
        state=State.DONE,
        offered_at=at,
        challenge=f"ask-{day}",
        context=PLACES[day % 2],
        closed_at=at,
        facts=Facts(outcome=outcome, peak=peak),
    )
    return replace(usual, **other)


def unmade(day: int, state: State = State.OFFERED, **other: Any) -> Attempt:
    return made(day, **{"state": state, "facts": Facts(), "closed_at": None, **other})


def week(peak: int | None = 4, count: int = 3, **other: Any) -> list[Attempt]:
    return [made(day, peak, **other) for day in range(count)]


def wish(day: int, steps: int = 1, hour: int = 1, domain: Domain = SOCIAL) -> Wish:
    return Wish(NOON + timedelta(days=day, hours=hour), on(day), domain, steps)


def course(log: Sequence[Attempt], today: int, wishes: Sequence[Wish] = ()) -> Course:
    return sizing.course(log, wishes, STING, on(today), {})


def level(log: Sequence[Attempt], today: int, wishes: Sequence[Wish] = ()) -> int:
    """Rungs above the first one."""
    return course(log, today, wishes).standings[SOCIAL].rung - BEGIN


def cause(log: Sequence[Attempt], today: int, wishes: Sequence[Wish] = ()) -> Cause:
    return course(log, today, wishes).standings[SOCIAL].cause
