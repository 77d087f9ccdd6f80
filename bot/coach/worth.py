"""What an ask is worth on a morning, among those that may be asked: its fit most of all, then variety.

How large it may be is for `sizing`, which ask it is for `choose`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf

from bot.coach import fit, sizing
from bot.coach.model import Attempt, Cause, Challenge, Domain, Why
from bot.coach.sizing import Course

RESTS = tuple(timedelta(weeks=weeks) for weeks in (2, 4, 8))  # of an ask, longer each time it was asked
OWN_REST = timedelta(days=31)  # one of their own is often for one person, who is not asked twice in a row
WINDOW = 4  # rungs below that are looked at
# What an ask is worth beside its fit, in shares of the useful band:
SAME_PLACE, SAME_STAKES = 0.03, 0.015  # the place and the stakes of the last ask, against others
OWN = 0.2  # an ask of their own: they put it there to be asked
PREFERRED = 0.1  # one that fits their life better than others do
THEMED = 0.15  # one of this week's theme
EQUAL = 0.02  # worths no further apart than this are one

Suits = Callable[[Challenge], bool]


@dataclass(frozen=True, slots=True)
class Morning:
    """What a choice is made from: all that may be asked, what the log says, and what is not decided yet."""

    pool: Sequence[Challenge]
    course: Course
    day: date
    undecided: Sequence[Attempt] = ()  # today's, and what is still open
    suits: Suits | None = None  # this week's theme
    calm: bool = False  # something speaks for a rest: smaller, and nothing bold
    keen: float = 1.0  # how much variety counts


def best(morning: Morning, domain: Domain, among: Sequence[Challenge]) -> tuple[float, Sequence[Challenge]]:
    """The highest worth among these asks of a domain, and those that have it or nearly so."""
    found = of_each(morning, domain, among)
    most = max(found.values(), default=-inf)
    return most, sorted((c for c in found if found[c] >= most - EQUAL), key=lambda c: c.id)


def of_each(morning: Morning, domain: Domain, among: Sequence[Challenge]) -> Mapping[Challenge, float]:
    """The worth of each of these asks of a domain."""
    before = last(morning, domain)
    return {c: worth(morning, c, before) for c in among}


def worth(morning: Morning, challenge: Challenge, last: Challenge | None) -> float:
    """What an ask is worth after `last`."""
    found = fit.guess(morning.course.belief, challenge).worth()
    if last is not None:
        found -= morning.keen * SAME_PLACE * (challenge.context is last.context)
        found -= morning.keen * SAME_STAKES * (challenge.stakes is last.stakes)
    themed = morning.suits is not None and morning.suits(challenge)
    return found + OWN * challenge.own + PREFERRED * challenge.preferred + THEMED * themed


def asked_for(morning: Morning, domain: Domain, why: Why) -> Sequence[Challenge]:
    """What may be asked; after the wish for harder, what is harder than the last, if anything is."""
    free = rested(morning, domain, why.rung)
    harder = [c for c in free if why.cause is Cause.HARDER and c.rung > (why.before or 0)]
    return harder or free


def rested(morning: Morning, domain: Domain, rung: int) -> list[Challenge]:
    """What may be asked: on the rung or a few below, else the highest lower one, else the oldest again."""
    used = _used(morning)
    here = [c for c in morning.pool if c.domain is domain]
    lowest = min(c.rung for c in here)  # nobody is turned away where a domain begins higher
    fits = [c for c in here if c.rung <= max(rung, lowest)]
    free = [c for c in fits if c.id not in used or morning.day - used[c.id] >= _rest(morning.course, c)]
    if not free:
        return [min(fits, key=lambda c: (used.get(c.id, date.min), -c.rung))]
    highest = max(c.rung for c in free)
    return [c for c in free if c.rung >= min(rung - WINDOW, highest)]


def _rest(course: Course, ask: Challenge) -> timedelta:
    if ask.own:
        return OWN_REST
    return RESTS[min(course.times.get(ask.id, 1), len(RESTS)) - 1]


def _used(morning: Morning) -> Mapping[str, date]:
    """From when on each ask has rested, those on the table now included."""
    used = dict(morning.course.used)
    for attempt in morning.undecided:
        for challenge, day in sizing.rests(attempt):
            used[challenge] = max(used.get(challenge, day), day)
    return used


def last(morning: Morning, domain: Domain) -> Challenge | None:
    """The last ask of a domain before today's own, if it is still in the pool."""
    asked = morning.course.asked.get(domain)
    return next((c for c in morning.pool if asked is not None and c.id == asked.ask), None)
