"""The rung of each domain worked out a second time, day by day and slowly, from the guards as written.

It writes the guards of science.md down again and remembers what happened instead of counting it. What the
next rung would be like it takes from `readiness`, as bot/coach/sizing.py does; else it shares the log alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.coach import fit, sizing
from bot.coach.belief import Belief
from bot.coach.model import Attempt, Domain, Size, Wish
from bot.coach.sizing import Asks, Entry, Rated

DAY = timedelta(days=1)


def earned(asks: list[Attempt]) -> bool:
    places = {ask.context for ask in asks} - {None}
    return len(asks) >= 3 and len({ask.ask for ask in asks}) >= 2 and len(places) >= 2


@dataclass
class Memory:
    """One domain, remembered: the asks made since its level began, and the days not attempted in a row."""

    level: int
    reach: int = 10
    last: int | None = None  # the rung of the last ask
    since: list[Attempt] = field(default_factory=list)
    reached: bool = False  # something was made, or fell: from then on nothing is asked far above it
    missed: int = 0
    told: set[date] = field(default_factory=set)

    @property
    def rung(self) -> int:
        return min(self.level, self.reach)

    def down(self) -> None:
        self.reach, self.reached = max(min(self.rung, self.last or 10) - 1, 1), True
        self.open(max(self.level - 1, 1))

    def up(self, most: int) -> None:
        higher = min(self.rung + 1, most)
        if higher != self.rung:
            self.reach, self.reached = higher, True
            self.open(max(self.level, higher))

    def open(self, level: int) -> None:
        if level != self.level:
            self.level, self.since = level, []

    def made(self, attempt: Attempt, most: int) -> None:
        """An ask that was made brings the next rung into reach, a hard one only itself."""
        hard = (attempt.facts.peak or 0) >= 8
        to = attempt.rung if hard else min(attempt.rung + 1, most)
        if not self.reached:
            self.reach = to
        else:
            self.reach = min(self.reach, to) if hard else max(self.reach, to)
        self.reached = True


@dataclass
class Practice:
    """All domains, lived through day by day."""

    memory: dict[Domain, Memory]
    tried: list[Attempt] = field(default_factory=list)
    most: dict[Domain, int] = field(default_factory=dict)

    def rungs(self) -> dict[Domain, int]:
        return {domain: kept.rung for domain, kept in self.memory.items()}

    def begin(self, today: date) -> None:
        if self.tried and today - self.tried[-1].day == 8 * DAY:
            self.all_down()
        self.most = {domain: min(kept.rung + 1, 10) for domain, kept in self.memory.items()}

    def all_down(self) -> None:
        for kept in self.memory.values():
            kept.down()

    def live(self, entry: Entry, belief: Belief) -> None:
        if isinstance(entry, Attempt) and entry.attempted:
            self.tried.append(entry)
            if len(self.tried) == 3 and sum(made.facts.peak or 5 for made in self.tried) >= 21:
                self.all_down()
        if isinstance(entry, Rated) or entry.domain not in self.memory:
            return
        kept, most = self.memory[entry.domain], self.most[entry.domain]
        if isinstance(entry, Attempt):
            self.asked(kept, entry, most, belief)
        elif entry.steps < 0:
            kept.down()
        elif not self.flagged():
            kept.up(most)

    def asked(self, kept: Memory, entry: Attempt, most: int, belief: Belief) -> None:
        if not sizing.decided(entry, entry.day + DAY):
            return
        kept.last = entry.rung
        if entry.attempted:
            self.made(kept, entry, most, belief)
        elif entry.day not in kept.told:
            missed(kept)
        kept.told.add(entry.day)

    def made(self, kept: Memory, attempt: Attempt, most: int, belief: Belief) -> None:
        kept.missed = 0
        if (attempt.facts.peak or 0) >= 9:
            kept.down()
        elif attempt.size is Size.FULL and not self.flagged():
            kept.made(attempt, most)
            if attempt.rung < kept.level:
                return
            kept.since.append(attempt)
            if earned(kept.since) and fit.bears(belief, attempt.domain, kept.level + 1):
                kept.open(min(kept.level + 1, max(most, kept.level)))

    def flagged(self) -> bool:
        peaks = [attempt.facts.peak for attempt in self.tried if attempt.facts.peak is not None][-3:]
        return len(peaks) == 3 and peaks == sorted(set(peaks)) and peaks[-1] >= 7


def missed(kept: Memory) -> None:
    kept.missed += 1
    if kept.missed == 2:
        kept.missed = 0
        kept.down()


def rungs(
    log: Sequence[Attempt], wishes: Sequence[Wish], sting: Mapping[Domain, int], today: date, asks: Asks
) -> dict[Domain, int]:
    """Live through every calendar day to today; what is open today is not over yet. Nothing was rated."""
    told: list[Attempt | Wish] = [*log, *wishes]
    entries = sorted((entry for entry in told if sizing.decided(entry, today)), key=_when)
    state = sizing.begin(sting)
    practice = Practice({domain: Memory(kept.level) for domain, kept in state.standings.items()})
    last = max([today, *(entry.day for entry in entries)])
    on = min((entry.day for entry in entries), default=today)
    while on <= last:
        practice.begin(on)
        for entry in (entry for entry in entries if entry.day == on):
            state = sizing.fold(state, [entry], today, asks)
            practice.live(entry, state.belief)
        on += DAY
    return practice.rungs()


def _when(entry: Attempt | Wish) -> tuple[date, datetime]:
    return entry.day, entry.at if isinstance(entry, Wish) else entry.closed_at or entry.offered_at
