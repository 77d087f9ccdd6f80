"""Programs: a direction for the asks of some weeks, and how far a person has come, derived from the log.

A program names themes and targets. It never touches a size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from bot.coach.enrolment import Enrolment, Program, Theme
from bot.coach.model import Attempt, Challenge, Domain, Size

HUNDRED = 100
MILESTONES = (10, 25, 50, 75, HUNDRED)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
DAYS = 40  # with an ask, after which every theme is over: one lasts seven of them at most, and there are four
LEAST = 3  # asks in its domain before a theme gives way, so that neither a pause nor a thin week eats one

DOMAINS: Mapping[Program, Domain] = MappingProxyType(
    {Program.AT_WORK: Domain.PROFESSIONAL, Program.CUSTOMERS: Domain.CUSTOMERS}
)
THEMES: Mapping[Domain, tuple[Theme, ...]] = MappingProxyType(
    {
        Domain.PROFESSIONAL: (Theme.ACCOMMODATIONS, Theme.SENIORS, Theme.IDEAS, Theme.RESOURCES),
        Domain.CUSTOMERS: (Theme.DONE_WELL, Theme.TO_CHANGE, Theme.REACTIONS),
    }
)
DOMAIN_OF: Mapping[Theme, Domain] = MappingProxyType(
    {theme: domain for domain, themes in THEMES.items() for theme in themes}
)


@dataclass(frozen=True, slots=True)
class Headway:
    """How far a person has come in their program."""

    program: Program
    asks: int  # of the hundred; else since the theme began
    next: int | None = None  # the milestone ahead
    theme: Theme | None = None
    part: int = 0  # which theme it is, from 1
    parts: int = 0
    over: bool = False


def themes(program: Program) -> tuple[Theme, ...]:
    """The themes of a program, in their order; none where it has none."""
    domain = DOMAINS.get(program)
    return THEMES[domain] if domain is not None else ()


def made(entry: Attempt) -> bool:
    """A person was asked: what was only pictured is no ask of a hundred."""
    return entry.attempted and entry.size is not Size.IMAGINAL


def enrol(
    person: Enrolment | None, program: Program, log: Sequence[Attempt], today: date
) -> Enrolment | None:
    """Choose a program; None is open-ended. Choosing the one they are in changes nothing until it is over.

    It begins today, or tomorrow where today's ask is made already.
    """
    if program is Program.OPEN:
        return None
    if person is not None and person.program is program:
        now = headway(person, log, today)
        if now is not None and not now.over:
            return person
    asked = any(made(entry) and entry.day >= today for entry in log)
    return Enrolment(program, today + DAY if asked else today)


def theme(enrolment: Enrolment | None, log: Sequence[Attempt], today: date) -> Theme | None:
    """The theme of a local day. A theme lasts a week, and until three asks were made in its domain."""
    if enrolment is None:
        return None
    order = themes(enrolment.program)
    behind, _ = _behind(enrolment, log, today)
    return order[behind] if behind < len(order) else None


def fits(challenge: Challenge, theme: Theme | None) -> bool:
    """Whether an ask suits a theme; without one every ask does. Their own asks suit all of their domain."""
    if theme is None:
        return True
    return theme in challenge.themes or (challenge.own and challenge.domain is DOMAIN_OF[theme])


def headway(enrolment: Enrolment | None, log: Sequence[Attempt], today: date) -> Headway | None:
    """How far they have come; None while they go without a program."""
    if enrolment is None:
        return None
    if enrolment.program is Program.HUNDRED:
        days = [entry.day for entry in log if made(entry)]
        return _of_hundred(len(days), sum(day < enrolment.since for day in days))
    order = themes(enrolment.program)
    behind, begin = _behind(enrolment, log, today)
    if behind == len(order):
        return Headway(enrolment.program, 0, part=behind, parts=behind, over=True)
    asks = sum(day >= begin for day in _days(enrolment, log))
    return Headway(enrolment.program, asks, None, order[behind], behind + 1, len(order))


def reached(
    enrolment: Enrolment | None,
    log: Sequence[Attempt],
    attempt: Attempt,
    today: date,
    last: date | None = None,
) -> Headway | None:
    """What an ask has brought them to: a milestone, the next theme, the end; None for most asks.

    `last`: the day of the ask before it, where the log does not tell.
    """
    if enrolment is None or not made(attempt):
        return None
    if enrolment.program is Program.HUNDRED:
        days = [entry.day for entry in log if made(entry)]
        return milestone(len(days), sum(day < enrolment.since for day in days))
    others = [entry for entry in log if entry.id != attempt.id]
    last = last or max((entry.day for entry in others if made(entry)), default=enrolment.since)
    before, _ = _behind(enrolment, others, min(last, today) + DAY)  # as the last card knew it
    behind, _ = _behind(enrolment, log, today + DAY)
    return headway(enrolment, log, today + DAY) if behind > before else None


def milestone(asks: int, before: int) -> Headway | None:
    """What the last of all asks made has brought them to; `before`: those made before the hundred began."""
    now = _of_hundred(asks, before)
    return now if now.asks in MILESTONES else None


def _of_hundred(asks: int, before: int) -> Headway:
    """All asks ever made count; who begins again after a hundred begins the next hundred."""
    counted = asks - before // HUNDRED * HUNDRED
    ahead = next((mark for mark in MILESTONES if mark > counted), None)
    return Headway(Program.HUNDRED, counted, ahead, over=counted >= HUNDRED)


def _days(enrolment: Enrolment, log: Iterable[Attempt]) -> list[date]:
    """The day of each ask made in the domain of a program since it began, in order."""
    domain, since = DOMAINS[enrolment.program], enrolment.since
    return sorted(entry.day for entry in log if entry.domain is domain and entry.day >= since and made(entry))


def _behind(enrolment: Enrolment, log: Iterable[Attempt], today: date) -> tuple[int, date]:
    """How many themes are behind them, and on which day the one after those began."""
    parts = len(themes(enrolment.program))
    days = _days(enrolment, log) if parts else []
    begin = enrolment.since
    for behind in range(parts):
        here = [day for day in days if day >= begin]
        end = max(begin + WEEK, here[LEAST - 1] + DAY) if len(here) >= LEAST else None
        if end is None or end > today:
            return behind, begin
        begin = end
    return parts, begin
