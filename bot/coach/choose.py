"""Today's challenge: which domain, which size, which ask of the bank or of their own (`ladder.pool`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.coach import sizing
from bot.coach.model import Attempt, Challenge, Domain, Size, Why
from bot.coach.sizing import Course

NO_REPEAT = timedelta(days=30)
SWAPS_A_DAY = 3


@dataclass(frozen=True, slots=True)
class Pick:
    challenge: Challenge
    why: Why
    size: Size


def pick(
    bank: Sequence[Challenge], log: Sequence[Attempt], course: Course, day: date, gentle: bool, roll: float
) -> Pick:
    """Choose the challenge of a day. `roll` in [0, 1) settles what is equal; `course` has a domain."""
    domain = next_domain(log, course, roll)
    why = sizing.today(course, domain, day)
    challenge = ask(bank, log, domain, why.rung, day, roll)
    return Pick(challenge, replace(why, rung=challenge.rung), first_size(course, gentle))


def next_domain(log: Sequence[Attempt], course: Course, roll: float) -> Domain:
    """The domain asked for the longest ago; one never asked for comes first."""
    last = {attempt.domain: attempt.offered_at for attempt in log}
    fresh = [domain for domain in course.standings if domain not in last]
    if fresh:
        return fresh[int(roll * len(fresh))] if log else fresh[0]
    return min(course.standings, key=lambda domain: last[domain])


def ask(
    bank: Sequence[Challenge], log: Sequence[Attempt], domain: Domain, rung: int, day: date, roll: float
) -> Challenge:
    """An ask of this domain on this rung that was not asked within 30 days; else a lower one, never higher.

    Among those, another place and other stakes than the last time come first, then one of their own: made in
    any place and meaningful, it alternates with low-stakes ones of the bank. When all were used lately, the
    one used the longest ago comes again, so nobody is ever left without a next challenge.
    """
    used = last_used(log)
    here = [c for c in bank if c.domain is domain]
    lowest = min(c.rung for c in here)  # nobody is turned away where a domain begins higher
    fits = [c for c in here if c.rung <= max(rung, lowest)]
    rested = [c for c in fits if c.id not in used or day - used[c.id] > NO_REPEAT]
    if not rested:
        return min(fits, key=lambda c: (used.get(c.id, date.min), -c.rung))
    highest = max(c.rung for c in rested)
    return _varied([c for c in rested if c.rung == highest], _last(bank, log, domain), roll)


def last_used(log: Iterable[Attempt]) -> dict[str, date]:
    """When each ask was last offered or told of, those swapped away included."""
    used: dict[str, date] = {}
    for attempt in log:
        for challenge in (attempt.ask, *attempt.passed):
            if challenge is not None:
                used[challenge] = max(used.get(challenge, date.min), attempt.day)
    return used


def first_size(course: Course, gentle: bool) -> Size:
    """Those who live with an anxiety disorder begin in the imagination, then with the smaller version."""
    if not gentle or course.attempts >= 2 * sizing.BASELINE:
        return Size.FULL
    return Size.IMAGINAL if course.attempts < sizing.BASELINE else Size.SMALLER


def smaller(size: Size) -> Size:
    return Size.SMALLER if size is Size.FULL else Size.IMAGINAL


def swaps_left(attempt: Attempt) -> int:
    return max(SWAPS_A_DAY - len(attempt.passed), 0)


def _last(bank: Sequence[Challenge], log: Sequence[Attempt], domain: Domain) -> Challenge | None:
    known = {c.id: c for c in bank}
    asked = [a for a in log if a.domain is domain and a.ask in known]
    return known[asked[-1].ask or ""] if asked else None


def _varied(choices: list[Challenge], last: Challenge | None, roll: float) -> Challenge:
    """Prefer another place, then other stakes, than the last ask of the domain; then an ask of their own."""
    wishes: list[Callable[[Challenge], bool]] = []
    if last is not None:
        wishes = [lambda c: c.context is not last.context, lambda c: c.stakes is not last.stakes]
    wishes.append(lambda c: c.own)
    for wish in wishes:
        choices = [c for c in choices if wish(c)] or choices
    ordered = sorted(choices, key=lambda c: c.id)
    return ordered[int(roll * len(ordered))]
