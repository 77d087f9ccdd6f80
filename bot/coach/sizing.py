"""How large the next ask may be: a rung per domain under the guards of science.md, led by `readiness`.

A fold over the log. Its interface is `course` (what the log says) and `today` (the size of the next ask, and
its reason). The rung is what is allowed; `choose` takes the ask that fits best, on it or below.

`readiness` says where the level begins and whether the next one would bear. Guards win over it, always:
up at most one rung a day, and one above what was made; one down after two days not attempted or a peak of
9-10; no higher level under three attempts, two asks or two contexts on it (below the level an ask may follow
one that was made by a rung); about every fifth ask an easy one, a day felt as easy counting; one down after
seven idle days; no rise while distress keeps rising.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.coach import fit, readiness, standing
from bot.coach.belief import Belief
from bot.coach.model import Attempt, Cause, Challenge, Domain, State, Why, Wish
from bot.coach.standing import Standing

MODEL = 5  # raise it with any change to what a log comes to: then no older snapshot is used
BASELINE = 3  # attempts made without techniques
IDLE_DAYS = 7
BACK_AFTER = timedelta(days=IDLE_DAYS + 1)
RECOVERY_EVERY = 5
RECOVERY_STEP = 1  # rungs an easy day lies below, at least
CALM = 3  # a peak felt as easy
FALLS = (Cause.FELL_MISSED, Cause.FELL_PEAK, Cause.BACK, Cause.EASIER)  # after these no easy day is due


@dataclass(frozen=True, slots=True)
class Rated:
    """What they said of an ask on the ladder; a log entry like an attempt."""

    at: datetime
    ask: Challenge
    rating: int


Entry = Attempt | Wish | Rated
Asks = Mapping[str, Challenge]  # by what names them in the log


@dataclass(frozen=True, slots=True)
class Asked:
    """The last ask of a domain, and what it came to before."""

    number: int  # of all asks
    ask: str
    hardest: int  # the highest rung asked for so far


@dataclass(frozen=True, slots=True)
class Course:
    """What the whole log says: a standing per domain, and what concerns all of them."""

    standings: Mapping[Domain, Standing]
    belief: Belief
    attempts: int = 0  # made, in all
    peaks: tuple[int, ...] = ()  # of the last three attempts
    baseline: tuple[int, ...] = ()  # peaks of the first three
    last_active: date | None = None
    rested: bool = False  # the week away was answered already
    since_easy: int = 0  # planned asks since the last recovery day
    offers: int = 0  # asks, made or let go
    asked: Mapping[Domain, Asked] = field(default_factory=dict)
    used: Mapping[str, date] = field(default_factory=dict)  # from when on an ask has rested
    times: Mapping[str, int] = field(default_factory=dict)  # that an ask was the challenge of a day

    @property
    def flagged(self) -> bool:
        """Distress rose over the last three attempts, to a height that asks for care."""
        return len(self.peaks) == 3 and self.peaks[0] < self.peaks[1] < self.peaks[2] and self.peaks[2] >= 7


def start_rung(sting: int) -> int:
    """A first guess of the first rung, for those whose ladder is not rated yet."""
    return 1 + (10 - sting) // 3


# --- the fold


def course(
    log: Sequence[Attempt],
    wishes: Sequence[Wish],
    sting: Mapping[Domain, int],
    today: date,
    asks: Asks,
    ratings: Sequence[Rated] = (),
) -> Course:
    """Fold the log (any order) up to, not including, what is still open today."""
    early, late = before_the_first(log, ratings)
    return on(begin(sting, early), [*log, *wishes, *late], today, asks)


def before_the_first(log: Sequence[Attempt], ratings: Iterable[Rated]) -> tuple[list[Rated], list[Rated]]:
    """Part the ratings: those before the first ask say where to begin, the others are entries like any."""
    first = min((attempt.offered_at for attempt in log), default=None)
    ordered = sorted(ratings, key=_moment)
    early = [rated for rated in ordered if first is None or rated.at < first]
    return early, ordered[len(early) :]


def begin(sting: Mapping[Domain, int], ratings: Iterable[Rated] = ()) -> Course:
    """The first rungs, from the first self-assessment and what was rated before the first ask."""
    belief = readiness.begin(sting)
    for rated in ratings:
        belief = readiness.rated(belief, rated.ask, rated.rating, day_of(rated))
    return Course({d: Standing(fit.first_level(belief, d)) for d in belief.domains}, belief)


def on(state: Course, entries: Iterable[Entry], today: date, asks: Asks) -> Course:
    """Carry a course on to a day, by entries (any order) that all come after what is in it."""
    state = fold(state, entries, today, asks)
    state = replace(state, belief=readiness.until(state.belief, today))
    return _rest(state, today)


def fold(state: Course, entries: Iterable[Entry], today: date, asks: Asks) -> Course:
    """Take entries in. What is undecided on `today` is left out; the days without an entry come later."""
    for entry in sorted((e for e in entries if decided(e, today)), key=_moment):
        state = _rest(state, day_of(entry))
        match entry:
            case Wish():
                state = _wished(state, entry)
            case Rated():
                belief = readiness.rated(state.belief, entry.ask, entry.rating, day_of(entry))
                state = replace(state, belief=belief)
            case Attempt():
                state = _tried(state, entry, asks)
    return state


def today(state: Course, domain: Domain, day: date) -> Why:
    """The size of the next ask in a domain, at most, and why."""
    there = state.standings[domain]
    if _easy_day(state, there):
        easy = min(there.rung - RECOVERY_STEP, there.last_rung or there.rung, _most(state, there))
        return _why(there, max(easy, 1), Cause.RECOVERY)
    if there.last_day is None and there.cause is Cause.START and 0 < state.attempts < BASELINE:
        return _why(there, there.rung, Cause.BASELINE)
    return _why(there, _most(state, there), there.cause)


def _most(state: Course, there: Standing) -> int:
    """While something holds, the next ask is no larger than the last one."""
    held = state.flagged or there.cause is Cause.HELD_SAFETY
    return min(there.rung, there.last_rung) if held and there.last_rung is not None else there.rung


def _easy_day(state: Course, there: Standing) -> bool:
    moved = there.cause in (*FALLS, Cause.HARDER)
    return state.since_easy >= RECOVERY_EVERY - 1 and not moved and there.rung > 1


def _why(there: Standing, rung: int, cause: Cause) -> Why:
    return Why(cause, rung, there.last_rung, there.last_day, there.last_peak)


# --- the order of the log


def day_of(entry: Entry) -> date:
    """The day it belongs to: the local one, but for a rating, which has an instant only."""
    return entry.at.date() if isinstance(entry, Rated) else entry.day


def _moment(entry: Entry) -> tuple[date, datetime, int, int, str]:
    """When it belongs: its day, then its instant; the rest only makes the order total."""
    match entry:
        case Attempt():
            return entry.day, entry.closed_at or entry.offered_at, 0, entry.id, ""
        case Wish():
            return entry.day, entry.at, 1, entry.steps, entry.domain
        case Rated():
            return day_of(entry), entry.at, 2, entry.rating, entry.ask.id


def decided(entry: Entry, today: date) -> bool:
    """Whether an entry counts: not a paused day, and not what is still open."""
    if not isinstance(entry, Attempt) or entry.attempted:
        return True
    undecided = entry.open and (entry.day >= today or not entry.planned)
    return entry.state is not State.PAUSED and not undecided


# --- the steps


def _rest(state: Course, day: date) -> Course:
    """After seven idle days everything starts one rung lower, once."""
    if state.last_active is None or state.rested or day < state.last_active + BACK_AFTER:
        return state
    back = state.last_active + BACK_AFTER  # not `day`: the rise of a later day is counted from the lower rung
    lowered = {d: standing.back(s, back) for d, s in state.standings.items()}
    return replace(state, standings=lowered, rested=True)


def _wished(state: Course, wish: Wish) -> Course:
    if wish.domain not in state.standings:
        return state
    there = standing.on(state.standings[wish.domain], wish.day)
    asked = there.last_rung or there.rung
    state = replace(state, belief=readiness.wished(state.belief, wish.domain, asked, wish.steps))
    if wish.steps > 0 and state.flagged:
        return _with(state, wish.domain, replace(there, cause=Cause.HELD_SAFETY))
    cause = Cause.HARDER if wish.steps > 0 else Cause.EASIER
    return _with(state, wish.domain, standing.move(there, wish.steps, cause, wish.day))


def _tried(state: Course, attempt: Attempt, asks: Asks) -> Course:
    state = _noted(state, attempt)
    state = replace(state, belief=_learnt(state.belief, attempt, asks))
    if attempt.attempted:
        state = _counted(state, attempt)
    if attempt.domain not in state.standings:
        return state
    there = replace(standing.on(state.standings[attempt.domain], attempt.day), last_rung=attempt.rung)
    if attempt.attempted:
        bears = fit.bears(state.belief, attempt.domain, there.level + 1)
        there = standing.made(there, attempt, state.flagged, bears)
    else:
        there = standing.not_made(there, attempt)
    seen = replace(there, last_day=attempt.day, last_peak=attempt.facts.peak)
    return _with(state, attempt.domain, seen)


def _noted(state: Course, attempt: Attempt) -> Course:
    """Note what was asked, so that it rests, and whether the day was an easy one."""
    used = dict(state.used)
    for ask, day in rests(attempt):
        used[ask] = max(used.get(ask, day), day)
    state = replace(state, used=used, offers=state.offers + 1)
    if attempt.ask is not None:
        before = state.asked.get(attempt.domain)
        hardest = max(attempt.rung, before.hardest if before else 0)
        asked = Asked(state.offers, attempt.ask, hardest)
        times = {**state.times, attempt.ask: state.times.get(attempt.ask, 0) + 1}
        state = replace(state, asked={**state.asked, attempt.domain: asked}, times=times)
    if not attempt.planned:
        return state
    easy = attempt.why is not None and attempt.why.cause is Cause.RECOVERY
    calm = attempt.attempted and (attempt.facts.peak or 10) <= CALM
    return replace(state, since_easy=0 if easy or calm else state.since_easy + 1)


PUT_BACK = timedelta(days=7)  # an ask that only was looked at rests for a week less than one that was asked


def rests(attempt: Attempt) -> Iterable[tuple[str, date]]:
    """The asks of an entry, those swapped away included, with the day from which each has rested."""
    yield from ((ask, attempt.day) for ask in (attempt.ask, *attempt.passed) if ask is not None)
    yield from ((look.ask, attempt.day - PUT_BACK) for look in attempt.looks)


def _learnt(belief: Belief, attempt: Attempt, asks: Asks) -> Belief:
    belief = readiness.until(belief, attempt.day)
    for look in attempt.looks:
        if look.ask in asks and asks[look.ask].domain in belief.domains:
            belief = readiness.feared(belief, asks[look.ask], look.anticipated)
    return readiness.after(belief, attempt, asks.get(attempt.ask or ""))


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
    """Frightening first attempts lower the level at once; calm ones are for `readiness` to judge."""
    if sum(state.baseline) < 7 * BASELINE:
        return state
    placed = {d: standing.move(s, -1, Cause.BASELINE, day) for d, s in state.standings.items()}
    return replace(state, standings=placed)


def _with(state: Course, domain: Domain, there: Standing) -> Course:
    return replace(state, standings={**state.standings, domain: there})
