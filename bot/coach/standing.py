"""Where a person stands in one domain, and the guards that let that rise or make it fall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.coach.model import Attempt, Cause, Context, Size

HIGHEST = 10
TOO_MUCH = 9  # a peak that lowers the rung


@dataclass(frozen=True, slots=True)
class Standing:
    """The rung of a domain is the hardest that may be asked; what fits best may lie below it."""

    rung: int
    attempts: int = 0  # on this rung
    asks: frozenset[str] = frozenset()
    contexts: frozenset[Context] = frozenset()
    misses: int = 0  # asks in a row not attempted
    cause: Cause = Cause.START
    day: date | None = None  # the day of the last entry
    ceiling: int = HIGHEST  # the highest rung of that day: one above where it began
    last_day: date | None = None  # the last ask, for the reason
    last_rung: int | None = None
    last_peak: int | None = None


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
    if attempt.size is not Size.FULL or attempt.rung < standing.rung:
        return replace(standing, cause=Cause.HELD_SAFETY if flagged else Cause.HELD)
    return _risen(_counted(standing, attempt), attempt.day, flagged, bears)


def _counted(standing: Standing, attempt: Attempt) -> Standing:
    places = frozenset() if attempt.context is None else frozenset({attempt.context})
    return replace(
        standing,
        attempts=standing.attempts + 1,
        asks=standing.asks | {attempt.ask or ""},
        contexts=standing.contexts | places,
        cause=Cause.HELD,
    )


def _risen(standing: Standing, day: date, flagged: bool, bears: bool) -> Standing:
    """One up where this rung was tried enough, in places enough, and the next would bear."""
    if flagged:
        return replace(standing, cause=Cause.HELD_SAFETY)
    if standing.attempts < 3 or len(standing.asks) < 2 or not bears:
        return standing
    if len(standing.contexts) < 2:
        return replace(standing, cause=Cause.HELD_PLACES)
    return move(standing, +1, Cause.ROSE, day)


def not_made(standing: Standing, attempt: Attempt) -> Standing:
    """The second day not attempted lowers the rung."""
    if standing.last_day == attempt.day:
        return standing  # that day was attempted, or counted as not attempted, already
    if standing.misses + 1 < 2:
        return replace(standing, misses=1, cause=Cause.HELD)
    return replace(move(standing, -1, Cause.FELL_MISSED, attempt.day), misses=0)


def move(standing: Standing, steps: int, cause: Cause, day: date) -> Standing:
    """One rung up or down, within the day's ceiling; a new rung is begun with nothing counted on it."""
    standing = on(standing, day)
    rung = min(max(standing.rung + steps, 1), standing.ceiling)
    if rung == standing.rung:
        return replace(standing, cause=cause if steps < 0 else Cause.HELD)
    return replace(standing, rung=rung, attempts=0, asks=frozenset(), contexts=frozenset(), cause=cause)
