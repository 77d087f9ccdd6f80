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

NO_REPEAT = timedelta(days=30)
BY_CHOICE = timedelta(days=14)  # from then on one that was made may be proposed: theirs to take or leave
WINDOW = 4  # rungs below that are looked at
# What an ask is worth beside its fit, in shares of the useful band:
SAME_PLACE, SAME_STAKES = 0.05, 0.025  # the place and the stakes of the last ask, against others
OWN = 0.2  # an ask of their own: they put it there to be asked
PREFERRED = 0.1  # one that fits their life better than others do
THEMED = 0.15  # one of this week's theme
EQUAL = 0.02  # worths no further apart than this are one
EASIER = 0.25  # rungs that an easy day aims below

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


def best(
    morning: Morning, domain: Domain, why: Why, among: Sequence[Challenge] | None = None
) -> tuple[float, Sequence[Challenge]]:
    """The highest worth, and the asks that have it or nearly so. `among`: all that may be asked, if None."""
    found = of_each(morning, domain, why, asked_for(morning, domain, why) if among is None else among)
    most = max(found.values(), default=-inf)
    return most, sorted((c for c in found if found[c] >= most - EQUAL), key=lambda c: c.id)


def of_each(
    morning: Morning, domain: Domain, why: Why, among: Sequence[Challenge]
) -> Mapping[Challenge, float]:
    """The worth of each of these asks of a domain."""
    before = last(morning, domain)
    return {c: worth(morning, c, before, why) for c in among}


def worth(morning: Morning, challenge: Challenge, last: Challenge | None, why: Why) -> float:
    """What an ask is worth after `last`."""
    found = fit.guess(morning.course.belief, challenge).worth(aim(why))
    if last is not None:
        found -= morning.keen * SAME_PLACE * (challenge.context is last.context)
        found -= morning.keen * SAME_STAKES * (challenge.stakes is last.stakes)
    themed = morning.suits is not None and morning.suits(challenge)
    return found + OWN * challenge.own + PREFERRED * challenge.preferred + THEMED * themed


def aim(why: Why) -> float:
    """How many rungs easier than usual it may be."""
    return EASIER if why.cause is Cause.RECOVERY else 0.0


def asked_for(morning: Morning, domain: Domain, why: Why) -> Sequence[Challenge]:
    """What may be asked; after the wish for harder, what is harder than the last, if anything is."""
    free = rested(morning, domain, why.rung)
    harder = [c for c in free if why.cause is Cause.HARDER and c.rung > (why.before or 0)]
    return harder or free


def rested(morning: Morning, domain: Domain, rung: int, by_choice: bool = False) -> list[Challenge]:
    """What may be asked: on the rung or a few below, else the highest lower one, else the oldest again."""
    used = _used(morning)
    here = [c for c in morning.pool if c.domain is domain]
    lowest = min(c.rung for c in here)  # nobody is turned away where a domain begins higher
    fits = [c for c in here if c.rung <= max(rung, lowest)]
    free = [c for c in fits if _free(morning, c.id, used) or (by_choice and again(morning, c.id))]
    if not free:
        return [min(fits, key=lambda c: (used.get(c.id, date.min), -c.rung))]
    highest = max(c.rung for c in free)
    return [c for c in free if c.rung >= min(rung - WINDOW, highest)]


def _free(morning: Morning, ask: str, used: Mapping[str, date]) -> bool:
    return ask not in used or morning.day - used[ask] > NO_REPEAT


def again(morning: Morning, ask: str) -> bool:
    """Whether it was made lately, but long enough ago to be proposed once more."""
    made = morning.course.made.get(ask)
    if made is None or made != _used(morning).get(ask):
        return False  # looked at, or offered, since
    return BY_CHOICE < morning.day - made <= NO_REPEAT


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
