"""How large the next ask is: a weighted staircase per domain under the guards of science.md.

A fold over the log; nothing is stored. The interface is `course` (what the log says) and `today` (the size of
the next ask and its reason); a better model takes its place behind these two.

Staircase after Kaernbach: a success moves up by a quarter of a rung or more, the less it frightened the more;
not attempting moves down. Twelve points are a rung. Guards win over points, always:
up at most one rung a day; one down after two days not attempted or a peak of 9-10; no rise under three
attempts, two asks or two contexts on a rung; every fifth ask an easy one; one down after seven idle days;
no rise while distress keeps rising.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.coach.model import Attempt, Cause, Context, Domain, Size, State, Why, Wish

POINTS_OF_A_RUNG = 12
BASELINE = 3  # attempts made without techniques
IDLE_DAYS = 7
BACK_AFTER = timedelta(days=IDLE_DAYS + 1)
RECOVERY_EVERY = 5
RECOVERY_STEP = 2  # rungs an easy day lies below


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in one domain."""

    rung: int
    points: int = 0
    attempts: int = 0  # on this rung
    asks: frozenset[str] = frozenset()
    contexts: frozenset[Context] = frozenset()
    misses: int = 0  # asks in a row not attempted
    cause: Cause = Cause.START
    day: date | None = None  # the day of the last entry
    ceiling: int = 10  # the highest rung of that day: one above where it began
    last_day: date | None = None  # the last ask, for the reason
    last_rung: int | None = None
    last_peak: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """What the whole log says: a standing per domain, and what concerns all of them."""

    standings: Mapping[Domain, Standing]
    attempts: int = 0  # made, in all
    peaks: tuple[int, ...] = ()  # of the last three attempts
    baseline: tuple[int, ...] = ()  # peaks of the first three
    last_active: date | None = None
    rested: bool = False  # the week away was answered already
    since_easy: int = 0  # planned asks since the last recovery day

    @property
    def flagged(self) -> bool:
        """Distress rose over the last three attempts, to a height that asks for care."""
        return len(self.peaks) == 3 and self.peaks[0] < self.peaks[1] < self.peaks[2] and self.peaks[2] >= 7


def start_rung(sting: int) -> int:
    """The first rung from the first self-assessment: a start at 30-40 of 100 for those it stings little."""
    return 1 + (10 - sting) // 3


def course(
    log: Sequence[Attempt], wishes: Sequence[Wish], sting: Mapping[Domain, int], today: date
) -> Course:
    """Fold the log (any order) up to, not including, what is still open today."""
    state = Course({domain: Standing(start_rung(rating)) for domain, rating in sting.items()})
    for entry in _in_order(log, wishes, today):
        state = _rest(state, entry.day)
        state = _wished(state, entry) if isinstance(entry, Wish) else _tried(state, entry)
    return _rest(state, today)


def today(state: Course, domain: Domain, day: date) -> Why:
    """The size of the next ask in a domain, and why."""
    standing = state.standings[domain]
    if _easy_day(state, standing):
        return _why(standing, max(standing.rung - RECOVERY_STEP, 1), Cause.RECOVERY)
    if standing.last_day is None and standing.cause is Cause.START and 0 < state.attempts < BASELINE:
        return _why(standing, standing.rung, Cause.BASELINE)
    return _why(standing, standing.rung, standing.cause)


def _easy_day(state: Course, standing: Standing) -> bool:
    fell = standing.cause in (Cause.FELL_MISSED, Cause.FELL_PEAK, Cause.BACK, Cause.EASIER, Cause.HARDER)
    return state.since_easy >= RECOVERY_EVERY - 1 and not fell and standing.rung > 1


def _why(standing: Standing, rung: int, cause: Cause) -> Why:
    return Why(cause, rung, standing.last_rung, standing.last_day, standing.last_peak)


def _in_order(log: Sequence[Attempt], wishes: Sequence[Wish], today: date) -> Iterable[Attempt | Wish]:
    told = [attempt for attempt in log if attempt.attempted or not _undecided(attempt, today)]
    return sorted([*told, *wishes], key=_moment)


def _moment(entry: Attempt | Wish) -> tuple[date, datetime, int, int]:
    """When it belongs: its day, then its instant; the rest only makes the order total."""
    if isinstance(entry, Wish):
        return entry.day, entry.at, 1, entry.steps
    return entry.day, entry.closed_at or entry.offered_at, 0, entry.id


def _undecided(attempt: Attempt, today: date) -> bool:
    return attempt.state is State.PAUSED or (attempt.open and (attempt.day >= today or not attempt.planned))


def _rest(state: Course, day: date) -> Course:
    """After seven idle days everything starts one rung lower, once."""
    if state.last_active is None or state.rested or day < state.last_active + BACK_AFTER:
        return state
    back = state.last_active + BACK_AFTER  # not `day`: the rise of a later day is counted from the lower rung
    lowered = {d: _move(s, -1, Cause.BACK, back) for d, s in state.standings.items()}
    return replace(state, standings=lowered, rested=True)


def _wished(state: Course, wish: Wish) -> Course:
    if wish.domain not in state.standings:
        return state
    standing = _on(state.standings[wish.domain], wish.day)
    if wish.steps > 0 and state.flagged:
        return _with(state, wish.domain, replace(standing, cause=Cause.HELD_SAFETY))
    cause = Cause.HARDER if wish.steps > 0 else Cause.EASIER
    return _with(state, wish.domain, _move(standing, wish.steps, cause, wish.day))


def _tried(state: Course, attempt: Attempt) -> Course:
    if attempt.planned:
        easy = attempt.why is not None and attempt.why.cause is Cause.RECOVERY
        state = replace(state, since_easy=0 if easy else state.since_easy + 1)
    if attempt.attempted:
        state = _counted(state, attempt)
    if attempt.domain not in state.standings:
        return state
    standing = _on(state.standings[attempt.domain], attempt.day)
    standing = _made(standing, attempt, state) if attempt.attempted else _not_made(standing, attempt)
    seen = replace(standing, last_day=attempt.day, last_rung=attempt.rung, last_peak=attempt.facts.peak)
    return _with(state, attempt.domain, seen)


def _counted(state: Course, attempt: Attempt) -> Course:
    """Take a made attempt into what concerns all domains."""
    peak = attempt.facts.peak
    peaks = (*state.peaks, peak)[-3:] if peak is not None else state.peaks
    first = (*state.baseline, peak or 5) if state.attempts < BASELINE else state.baseline
    state = replace(
        state, attempts=state.attempts + 1, peaks=peaks, baseline=first, last_active=attempt.day, rested=False
    )
    return _placed(state, attempt.day) if state.attempts == BASELINE else state


def _placed(state: Course, day: date) -> Course:
    """The first three attempts set the level: frightening ones lower it, easy ones speed the first rise."""
    mean = sum(state.baseline) / len(state.baseline)
    if mean >= 7:
        placed = {d: _move(s, -1, Cause.BASELINE, day) for d, s in state.standings.items()}
    elif mean <= 3:
        placed = {d: replace(s, points=POINTS_OF_A_RUNG) for d, s in state.standings.items()}
    else:
        return state
    return replace(state, standings=placed)


def _made(standing: Standing, attempt: Attempt, state: Course) -> Standing:
    peak = attempt.facts.peak
    standing = replace(standing, misses=0)
    if peak is not None and peak >= 9:
        return _move(standing, -1, Cause.FELL_PEAK, attempt.day)
    if attempt.size is not Size.FULL or attempt.rung < standing.rung:
        return replace(standing, cause=Cause.HELD)
    standing = _on_rung(standing, attempt)
    if standing.points < POINTS_OF_A_RUNG:
        return replace(standing, cause=Cause.HELD)
    return _risen(standing, attempt.day, state.flagged)


def _on_rung(standing: Standing, attempt: Attempt) -> Standing:
    ask = attempt.ask or ""
    places = frozenset() if attempt.context is None else frozenset({attempt.context})
    return replace(
        standing,
        points=min(standing.points + _points(attempt.facts.peak), POINTS_OF_A_RUNG),
        attempts=standing.attempts + 1,
        asks=standing.asks | {ask},
        contexts=standing.contexts | places,
    )


def _points(peak: int | None) -> int:
    """Twelfths of a rung for a made ask. Unknown counts as middling; 8 was enough for now."""
    if peak is None:
        return 3
    return {1: 6, 2: 6, 3: 6, 4: 4, 5: 4, 6: 3, 7: 3}.get(peak, 0)


def _risen(standing: Standing, day: date, flagged: bool) -> Standing:
    if flagged:
        return replace(standing, cause=Cause.HELD_SAFETY)
    if standing.attempts < 3 or len(standing.asks) < 2:
        return replace(standing, cause=Cause.HELD)
    if len(standing.contexts) < 2:
        return replace(standing, cause=Cause.HELD_PLACES)
    return _move(standing, +1, Cause.ROSE, day)


def _not_made(standing: Standing, attempt: Attempt) -> Standing:
    """One day not attempted halves the points; the second lowers the rung."""
    if standing.last_day == attempt.day:
        return standing  # that day was attempted, or counted as not attempted, already
    if standing.misses + 1 < 2:
        return replace(standing, misses=1, points=standing.points // 2, cause=Cause.HELD)
    return replace(_move(standing, -1, Cause.FELL_MISSED, attempt.day), misses=0)


def _on(standing: Standing, day: date) -> Standing:
    """Open the day: from here one rung up is the most."""
    return standing if standing.day == day else replace(standing, day=day, ceiling=min(standing.rung + 1, 10))


def _move(standing: Standing, steps: int, cause: Cause, day: date) -> Standing:
    standing = _on(standing, day)
    rung = min(max(standing.rung + steps, 1), standing.ceiling)
    if rung == standing.rung:
        return replace(standing, cause=cause if steps < 0 else Cause.HELD)
    return replace(
        standing, rung=rung, points=0, attempts=0, asks=frozenset(), contexts=frozenset(), cause=cause
    )


def _with(state: Course, domain: Domain, standing: Standing) -> Course:
    return replace(state, standings={**state.standings, domain: standing})
