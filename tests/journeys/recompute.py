"""Streak and level worked out a second time, day by day and slowly, from the rules as they are written.

It shares nothing with bot/coach/streak.py and bot/coach/sizing.py but the values of the log: to compare with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.coach.model import Attempt, Cause, Context, Domain, Outcome, Size, State, Wish

DAY = timedelta(days=1)
MADE = (Outcome.YES, Outcome.NO, Outcome.PARTIAL, Outcome.PENDING)
MIDDLING = 5
POINTS = {1: 6, 2: 6, 3: 6, 4: 4, 5: 4, 6: 3, 7: 3, None: 3}  # of twelve; 8 was enough for now
Entry = Attempt | Wish


def made(entry: Attempt) -> bool:
    return entry.facts.outcome in MADE


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


# --- product.md, section 6


def run(log: Sequence[Attempt], today: date) -> int:
    """Attempted local days walking back from today, over what neither breaks nor extends."""
    missed = _missed(log, today)
    found, day = 0, max([today, *(entry.day for entry in log)])
    first = min((entry.day for entry in log), default=today)
    while day >= first and day not in missed:
        found += any(made(entry) for entry in log if entry.day == day)
        day -= DAY
    return found


def best(log: Sequence[Attempt], today: date) -> int:
    """The longest run there was on the evening of any day."""
    missed = _missed(log, today)
    longest = current = 0
    for day in sorted({entry.day for entry in log}):
        current = 0 if day in missed else current + any(made(e) for e in log if e.day == day)
        longest = max(longest, current)
    return longest


def freezes(log: Sequence[Attempt], today: date) -> int:
    return _freeze(log, today)[1]


def _missed(log: Sequence[Attempt], today: date) -> set[date]:
    return _freeze(log, today)[0]


def _freeze(log: Sequence[Attempt], today: date) -> tuple[set[date], int]:
    """The missed days that no freeze was spent on, and the freezes held: one for seven asks, two at most."""
    missed: set[date] = set()
    held = asks = 0
    for day in sorted({entry.day for entry in log}):
        theirs = [entry for entry in log if entry.day == day]
        for _ in filter(made, theirs):
            asks += 1
            held = min(held + (asks % 7 == 0), 2)
        if day < today and _lost(theirs):
            missed |= set() if held else {day}
            held = max(held - 1, 0)
    return missed, held


def _lost(entries: Sequence[Attempt]) -> bool:
    """A planned challenge, nothing asked, and neither rest nor pause."""
    planned = [entry for entry in entries if entry.planned]
    rested = all(entry.state in (State.DAY_OFF, State.PAUSED) for entry in planned)
    return bool(planned) and not rested and not any(map(made, entries))


# --- the docstring of bot/coach/sizing.py


@dataclass
class Ladder:
    """One domain."""

    rung: int
    top: int = 10  # the most of today: one above this morning
    points: int = 0
    asks: list[Attempt] = field(default_factory=list)  # full ones on this rung
    unmade: int = 0
    settled: bool = True  # neither fallen nor moved on request since the last ask

    def down(self) -> None:
        if self.rung > 1:
            self.rung, self.points, self.asks = self.rung - 1, 0, []
        self.settled = False

    def up(self) -> bool:
        if self.rung >= self.top:
            return False
        self.rung, self.points, self.asks = self.rung + 1, 0, []
        return True


@dataclass
class Practice:
    """All domains of a person, lived through day by day."""

    ladders: dict[Domain, Ladder]
    peaks: list[int] = field(default_factory=list)
    first_peaks: list[int] = field(default_factory=list)
    last_made: date | None = None
    rested: bool = False
    since_easy: int = 0

    def begin(self, day: date) -> None:
        """A morning: after seven idle days one rung down, once; then one rung up is the most."""
        if self.last_made and not self.rested and (day - self.last_made).days > 7:
            self.rested = True
            for ladder in self.ladders.values():
                ladder.down()
        for ladder in self.ladders.values():
            ladder.top = min(ladder.rung + 1, 10)

    def live(self, entry: Entry) -> None:
        if isinstance(entry, Wish):
            self._wish(self.ladders[entry.domain], entry.steps)
            return
        if entry.planned:
            easy = entry.why is not None and entry.why.cause is Cause.RECOVERY
            self.since_easy = 0 if easy else self.since_easy + 1
        if made(entry):
            self._count(entry)
            self._make(self.ladders[entry.domain], entry)
        else:
            self._leave(self.ladders[entry.domain])

    def next(self, domain: Domain) -> int:
        """The rung of the next ask: about every fifth is an easy one, two below."""
        ladder = self.ladders[domain]
        easy = self.since_easy >= 4 and ladder.settled
        return max(ladder.rung - 2, 1) if easy else ladder.rung

    def _flagged(self) -> bool:
        last = self.peaks[-3:]
        return len(last) == 3 and last[0] < last[1] < last[2] and last[2] >= 7

    def _wish(self, ladder: Ladder, steps: int) -> None:
        if steps < 0:
            ladder.down()
        else:
            ladder.settled = self._flagged() or not ladder.up()

    def _count(self, entry: Attempt) -> None:
        peak = entry.facts.peak
        self.last_made, self.rested = entry.day, False
        self.peaks += [peak] if peak else []
        if len(self.first_peaks) == 3:
            return
        self.first_peaks.append(peak or MIDDLING)
        if len(self.first_peaks) == 3:
            self._place(sum(self.first_peaks) / 3)

    def _place(self, mean: float) -> None:
        for ladder in self.ladders.values():
            if mean >= 7:
                ladder.down()
                ladder.settled = True
            elif mean <= 3:
                ladder.points = 12

    def _make(self, ladder: Ladder, entry: Attempt) -> None:
        ladder.unmade = 0
        peak = entry.facts.peak
        if peak and peak >= 9:
            ladder.down()
            return
        ladder.settled = True
        if entry.size is Size.FULL and entry.rung >= ladder.rung:
            ladder.asks.append(entry)
            ladder.points = min(ladder.points + POINTS.get(peak, 0), 12)
            if ladder.points == 12 and self._may_rise(ladder):
                ladder.up()

    def _may_rise(self, ladder: Ladder) -> bool:
        different = {entry.challenge or entry.own for entry in ladder.asks}
        places: set[Context] = {entry.context for entry in ladder.asks if entry.context}
        enough = len(ladder.asks) >= 3 and len(different) >= 2 and len(places) >= 2
        return enough and not self._flagged()

    def _leave(self, ladder: Ladder) -> None:
        ladder.unmade += 1
        if ladder.unmade == 2:
            ladder.unmade = 0
            ladder.down()
        else:
            ladder.points //= 2
            ladder.settled = True


def practice(
    log: Sequence[Attempt], wishes: Sequence[Wish], sting: Mapping[Domain, int], today: date
) -> Practice:
    """Live through every calendar day from the first entry to today; what is open today is not over yet."""
    known = [entry for entry in log if _over(entry, today)]
    entries: list[Entry] = sorted([*known, *wishes], key=_moment)
    found = Practice({domain: Ladder(1 + (10 - rating) // 3) for domain, rating in sting.items()})
    for day in days(min((e.day for e in entries), default=today), max([today, *(e.day for e in entries)])):
        found.begin(day)
        for entry in entries:
            if entry.day == day:
                found.live(entry)
    return found


def _over(entry: Attempt, today: date) -> bool:
    if made(entry) or entry.state in (State.DONE, State.DAY_OFF, State.MISSED):
        return True
    return entry.open and entry.planned and entry.day < today


def _moment(entry: Entry) -> datetime:
    return entry.at if isinstance(entry, Wish) else entry.closed_at or entry.offered_at
