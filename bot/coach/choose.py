"""Today's challenge: which domain, which size, which ask of the bank or of their own (`ladder.pool`).

`sizing` says how large an ask may be; here the ask that fits best is taken, on that rung or below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.coach import fit, readiness, sizing, worth
from bot.coach.distress import BAND
from bot.coach.model import RUNGS, Attempt, Cause, Challenge, Domain, Look, Size, Why
from bot.coach.sizing import Course
from bot.coach.worth import Morning, Suits

SWAPS_A_DAY = 3
PROPOSALS_A_DAY = 2  # the second only to those who took the first
ROUNDS = 2  # of all domains that one may wait
BETTER = 0.05  # what another ask must be worth more, to be proposed once they said how strong this one is
KEEN = 0.4  # how much variety counts then
LED = (Cause.START, Cause.BASELINE, Cause.ROSE, Cause.HELD, Cause.HELD_PLACES)  # where no guard speaks
MAY_BE_BOLD = (*LED, Cause.HARDER)


@dataclass(frozen=True, slots=True)
class Pick:
    challenge: Challenge
    why: Why
    size: Size


def pick(morning: Morning, gentle: bool, roll: float) -> Pick:
    """Choose the challenge of a day. `roll` in [0, 1) settles what is equal; the course has a domain."""
    domain = next_domain(morning, roll)
    why = size(morning, domain)
    challenge = ask(morning, domain, why, roll)
    return Pick(challenge, led(_sized(morning, why, challenge)), first_size(morning.course, gentle))


def _sized(morning: Morning, why: Why, challenge: Challenge) -> Why:
    expected = round(fit.guess(morning.course.belief, challenge).distress)
    return replace(why, rung=challenge.rung, expected=expected)


def size(morning: Morning, domain: Domain) -> Why:
    """The size of the next ask, at most: that of the log, smaller for a first one and while rest is due."""
    why = sizing.today(morning.course, domain, morning.day)
    why = replace(why, rung=min(why.rung, _no_leap(morning.course, domain, why)))
    if not morning.calm or why.cause in sizing.FALLS:
        return why
    return replace(why, cause=Cause.HELD_SAFETY, rung=max(min(why.rung, why.before or why.rung) - 1, 1))


def _no_leap(course: Course, domain: Domain, why: Why) -> int:
    """One rung above all that was asked there so far; until one was made, none larger than the first."""
    asked = course.asked.get(domain)
    if asked is None:
        return fit.first_rung(course.belief, domain)
    begun = course.standings[domain].reach is not None
    return asked.hardest + 1 if begun else why.before or asked.hardest


def forecast(morning: Morning, domain: Domain) -> Why:
    """The size of the next ask in a domain, as things stand, and its reason."""
    why = size(morning, domain)
    return led(_sized(morning, why, _best(morning, domain, why)[1][0]))


def led(why: Why) -> Why:
    """Where no guard speaks, the reason is the fit; it must agree with the ask before."""
    if why.cause not in MAY_BE_BOLD or why.before is None:
        return why
    step = why.rung - why.before
    agrees = step > 0 if why.cause is Cause.HARDER else step == 0 and why.cause is not Cause.ROSE
    if agrees:
        return why
    return replace(why, cause=Cause.ROSE if step == 1 else Cause.FITS)


def next_domain(morning: Morning, roll: float) -> Domain:
    """The domain with the best-fitting ask; one that waited for two rounds, or never came, goes first."""
    course = morning.course
    last = {domain: asked.number for domain, asked in course.asked.items()}
    last |= {attempt.domain: course.offers for attempt in morning.undecided}
    fresh = [domain for domain in course.standings if domain not in last]
    if fresh:
        return fresh[int(roll * len(fresh))] if last else fresh[0]
    longest = min(course.standings, key=lambda domain: last[domain])
    if len(course.standings) == 1 or course.offers - last[longest] > ROUNDS * len(course.standings):
        return longest
    return max(course.standings, key=lambda domain: _best(morning, domain, size(morning, domain))[0])


def ask(morning: Morning, domain: Domain, why: Why, roll: float) -> Challenge:
    """The ask of most worth on this rung or a little below, of those that rested; never a higher one.

    What is expected of it counts most, then this week's theme, another place and other stakes than the last
    time, and that it is one of their own. When all were used lately, the one used the longest ago comes
    again: nobody is ever left without a challenge.
    """
    return _one_of(_best(morning, domain, why)[1], roll)


def _best(morning: Morning, domain: Domain, why: Why) -> tuple[float, Sequence[Challenge]]:
    return worth.best(morning, domain, worth.asked_for(morning, domain, why))


def _one_of(equals: Sequence[Challenge], roll: float) -> Challenge:
    return equals[int(roll * len(equals))]


def another(morning: Morning, attempt: Attempt, roll: float) -> Pick:
    """A different ask of the same rung, or the nearest below it; for a bold one, one that is allowed."""
    why = size(morning, attempt.domain)
    rested = worth.rested(morning, attempt.domain, min(attempt.rung, why.rung))
    if attempt.why is not None and attempt.why.cause is not Cause.BOLD and attempt.rung <= why.rung:
        why = attempt.why
    same = [c for c in rested if c.rung == attempt.rung and c.id != attempt.ask]
    other = _one_of(worth.best(morning, attempt.domain, same or rested)[1], roll)
    return Pick(other, led(_sized(morning, why, other)), attempt.size)


def resized(morning: Morning, attempt: Attempt, steps: int, roll: float) -> Pick:
    """An ask easier (-1) or one rung harder (+1) than the one on the table, else another.

    Harder only once a day: the one on the table says whether it was asked for.
    """
    why = size(morning, attempt.domain)
    may = steps > 0 and (attempt.why is None or attempt.why.cause is not Cause.HARDER)
    most = attempt.rung - 1 if steps < 0 else attempt.rung + may
    why = replace(why, rung=max(min(why.rung, most), 1))
    rested = worth.rested(morning, attempt.domain, why.rung)
    harder = [c for c in rested if may and c.rung == attempt.rung + 1]
    found = _one_of(worth.best(morning, attempt.domain, harder or rested)[1], roll)
    if why.cause is Cause.HARDER and not harder:
        why = replace(why, cause=Cause.FITS)
    return Pick(found, led(_sized(morning, why, found)), Size.FULL)


def of_sort(morning: Morning, suits: Suits, gentle: bool, roll: float) -> Pick | None:
    """The best-fitting ask of one sort, no larger than its domain allows; None where there is none."""
    best: tuple[float, Pick] | None = None
    for domain in morning.course.standings:
        why = size(morning, domain)
        fits = [c for c in worth.rested(morning, domain, why.rung) if suits(c) and c.rung <= why.rung]
        if not fits:
            continue
        most, equals = worth.best(morning, domain, fits)
        challenge = _one_of(equals, roll)
        if best is None or most > best[0]:
            pick_ = Pick(challenge, led(_sized(morning, why, challenge)), first_size(morning.course, gentle))
            best = most, pick_
    return None if best is None else best[1]


def instead(morning: Morning, attempt: Attempt, anticipated: int) -> Pick | None:
    """Another ask to propose, once they said how much this one frightens them; None lets it stand.

    What they said tells of this ask and of the mood of the day. The other may lie one rung above what is
    allowed: a bold one, and theirs to choose; never on an easy day or while something holds.
    """
    course, why = morning.course, attempt.why
    there = next((c for c in morning.pool if c.id == attempt.ask), None)
    if there is None or why is None or there.domain not in course.standings or attempt.size is not Size.FULL:
        return None
    if BAND[0] < anticipated <= BAND[1]:
        return None  # as strong as is useful: what is feared lies a little above what comes
    limit = size(morning, there.domain)
    bold = limit.cause in MAY_BE_BOLD and not course.flagged
    allowed = replace(limit, rung=min(limit.rung + bold, RUNGS[-1]))
    now = _heard(morning, (*attempt.looks, Look(there.id, anticipated)))
    rested = worth.rested(now, there.domain, allowed.rung)
    choices = [c for c in rested if c.id != there.id and not c.own]  # what is theirs waits for its day
    most, others = worth.best(now, there.domain, choices)
    if most - worth.worth(now, there, worth.last(now, there.domain)) < BETTER:
        return None
    other = others[0]
    told = Cause.FITS if limit.cause in MAY_BE_BOLD else limit.cause
    cause = Cause.BOLD if bold and other.rung > limit.rung else told
    return Pick(other, _sized(now, replace(why, cause=cause), other), attempt.size)


def _heard(morning: Morning, looks: Sequence[Look]) -> Morning:
    """Take in what was said this morning, of the ask on the table and of those before it."""
    belief = readiness.until(morning.course.belief, morning.day)
    known = {challenge.id: challenge for challenge in morning.pool}
    for look in looks:
        if look.ask in known:
            belief = readiness.feared(belief, known[look.ask], look.anticipated)
    return replace(morning, course=replace(morning.course, belief=belief), keen=KEEN)


# --- the size of an ask


def first_size(course: Course, gentle: bool) -> Size:
    """Those who live with an anxiety disorder begin in the imagination, then with the smaller version."""
    if not gentle or course.attempts >= 2 * sizing.BASELINE:
        return Size.FULL
    return Size.IMAGINAL if course.attempts < sizing.BASELINE else Size.SMALLER


def smaller(size: Size) -> Size:
    return Size.SMALLER if size is Size.FULL else Size.IMAGINAL


def swaps_left(attempt: Attempt) -> int:
    return max(SWAPS_A_DAY - len(attempt.passed), 0)


def proposals_left(attempt: Attempt) -> int:
    return max(PROPOSALS_A_DAY - len(attempt.looks), 0)
