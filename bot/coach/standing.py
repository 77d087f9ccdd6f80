"""Where a person stands in one domain, and the guards that let that rise or make it fall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.coach.model import Attempt, Cause, Context, Size

HIGHEST = 10
TOO_MUCH = 9  # a peak that lowers the rung
HARD = 8  # one that is enough for now


@dataclass(frozen=True, slots=True)
class Standing:
    """The level in a domain, and how far of it is in reach: nothing is asked above the lower of the two."""

    level: int  # the rung that the guards open one by one
    reach: int | None = None  # one above the hardest ask that was made; None until there is one
    attempts: int = 0  # on this level
    asks: frozenset[str] = frozenset()
    contexts: frozenset[Context] = frozenset()
    misses: int = 0  # asks in a row not attempted
    cause: Cause = Cause.START
    day: date | None = None  # the day of the last entry
    ceiling: int = HIGHEST  # the highest rung of that day: one above where it began
    last_day: date | None = None  # the last ask, for the reason
    last_rung: int | None = None
    last_peak: int | None = None

    @property
    def rung(self) -> int:
        """The hardest that may be asked; what fits best may lie below it."""
        return self.level if self.reach is None else min(self.level, self.reach)


def on(standing: Standing, day: date) -> Standing:
    """Open the day: from here one rung up is the most."""
    if standing.day == day:
        return standing
    return replace(standing, day=day, ceiling=min(standing.rung + 1, HIGHEST))


def made(standing: Standing, attempt: Attempt, flagged: bool, bears: bool) -> Standing:
    """An ask was made. `flagged`: no rise, for safety. `bears`: the next rung would not be too much."""
    standing = replace(standing, misses=0)
    if (attempt.facts.peak or 0) >= TOO_MUCH:
        return move(standing, -1, Cause.FELL_PEAK, attempt.day)
    if attempt.size is not Size.FULL:
        return replace(standing, cause=Cause.HELD)
    if flagged:
        return replace(standing, cause=Cause.HELD_SAFETY)
    before, standing = standing.rung, _reached(standing, attempt)
    if attempt.rung >= standing.level:
        standing = _opened(_counted(standing, attempt), bears)
    return replace(standing, cause=Cause.ROSE) if standing.rung > before else standing


def _reached(standing: Standing, attempt: Attempt) -> Standing:
    """One above what was made comes into reach, within the day's ceiling; after a hard one not yet."""
    hard = (attempt.facts.peak or 0) >= HARD
    reach = attempt.rung if hard else min(attempt.rung + 1, standing.ceiling)
    if standing.reach is not None:
        reach = min(standing.reach, reach) if hard else max(standing.reach, reach)
    return replace(standing, reach=reach, cause=Cause.HELD)


def _counted(standing: Standing, attempt: Attempt) -> Standing:
    places = frozenset() if attempt.context is None else frozenset({attempt.context})
    return replace(
        standing,
        attempts=standing.attempts + 1,
        asks=standing.asks | {attempt.ask or ""},
        contexts=standing.contexts | places,
        cause=Cause.HELD,
    )


def _opened(standing: Standing, bears: bool) -> Standing:
    """The level rises where it was tried enough, in places enough, and the next would bear."""
    if standing.attempts < 3 or len(standing.asks) < 2 or not bears:
        return standing
    if len(standing.contexts) < 2:
        return replace(standing, cause=Cause.HELD_PLACES)
    return _begun(standing, min(standing.level + 1, max(standing.ceiling, standing.level)))


def not_made(standing: Standing, attempt: Attempt) -> Standing:
    """The second day not attempted lowers the rung."""
    if standing.last_day == attempt.day:
        return standing  # that day was attempted, or counted as not attempted, already
    if standing.misses + 1 < 2:
        return replace(standing, misses=1, cause=Cause.HELD)
    return replace(move(standing, -1, Cause.FELL_MISSED, attempt.day), misses=0)


def move(standing: Standing, steps: int, cause: Cause, day: date) -> Standing:
    """One rung down from the last ask, or one up within the day's ceiling."""
    standing = on(standing, day)
    if steps < 0:
        lower = min(standing.rung, standing.last_rung or standing.rung) - 1
        standing = replace(standing, reach=max(lower, 1), cause=cause)
        return _begun(standing, max(standing.level - 1, 1))
    higher = min(standing.rung + 1, standing.ceiling)
    if higher == standing.rung:
        return replace(standing, cause=Cause.HELD)
    return _begun(replace(standing, reach=higher, cause=cause), max(standing.level, higher))


def back(standing: Standing, day: date) -> Standing:
    """After a week away: one rung down in the morning, before the day's ceiling is set."""
    return replace(move(standing, -1, Cause.BACK, day), day=None)


def _begun(standing: Standing, level: int) -> Standing:
    """A new level is begun with nothing counted on it."""
    if level == standing.level:
        return standing
    return replace(standing, level=level, attempts=0, asks=frozenset(), contexts=frozenset())
