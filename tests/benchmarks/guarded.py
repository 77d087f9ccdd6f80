"""The guards of bot/coach/sizing.py once more, for the policies of the bench: state that grows by one entry.

A policy says only whether it wants more, and which ask it takes of those that are allowed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from bot.coach.model import Attempt, Cause, Context, Domain, Size, Stakes, Why
from tests.benchmarks.lives import Life, Offer
from tests.benchmarks.simulated import MONDAY, World
from tests.benchmarks.those_before import ThoseBefore

BASELINE, RECOVERY_EVERY, RECOVERY_STEP = 3, 5, 1
RESTS = (14, 28, 56)  # days, longer each time an ask was asked
AWAY = timedelta(days=8)


@dataclass(slots=True)
class Standing:
    rung: int
    attempts: int = 0
    asks: set[str] = field(default_factory=set)
    contexts: set[Context | None] = field(default_factory=set)
    misses: int = 0
    fell: bool = False
    day: date | None = None
    ceiling: int = 10
    last_day: date | None = None
    asked: int = -1  # the number of the offer that was the last in this domain
    context: Context | None = None
    stakes: Stakes | None = None


def by_domain(there: World) -> dict[Domain, list[int]]:
    """Challenges of each domain, hardest first."""
    order = sorted(range(len(there.bank)), key=lambda n: (-there.bank[n].rung, there.bank[n].id))
    return {d: [n for n in order if there.bank[n].domain is d] for d in Domain}


@dataclass(slots=True)
class Pool:
    """What may be asked: of a domain, at most on a rung, and rested."""

    there: World
    domains: dict[Domain, list[int]]
    used: dict[int, int] = field(default_factory=dict)
    times: dict[int, int] = field(default_factory=dict)
    before: ThoseBefore = field(default_factory=ThoseBefore)  # who met this policy in this world

    def note(self, chosen: int, day: int) -> None:
        """It was asked on this day."""
        if self.used.get(chosen) != day:
            self.times[chosen] = self.times.get(chosen, 0) + 1
        self.used[chosen] = day

    def rested(self, domain: Domain, rung: int, day: int) -> list[int]:
        bank, used = self.there.bank, self.used
        fits = [n for n in self.domains[domain] if bank[n].rung <= rung] or self.domains[domain]
        free = [n for n in fits if n not in used or day - used[n] >= self._rest(n)]
        return free or [min(fits, key=lambda n: (used[n], -bank[n].rung))]

    def _rest(self, n: int) -> int:
        return RESTS[min(self.times[n], len(RESTS)) - 1]

    def varied(self, domain: Domain, rung: int, day: int, last: Context | None, roll: float) -> int:
        """The ask of the present choose.ask: on the highest rung, in another place than the last."""
        free = self.rested(domain, rung, day)
        top = [n for n in free if self.there.bank[n].rung == self.there.bank[free[0]].rung]
        top = [n for n in top if self.there.bank[n].context is not last] or top
        return top[int(roll * len(top))]


def start_rung(sting: int) -> int:
    return 1 + (10 - sting) // 3


class Guarded:
    """A policy under the guards. Subclasses want; the guards allow."""

    CALM_IS_EASY = True  # a day that was felt as easy is an easy day

    def __init__(self, life: Life, pool: Pool) -> None:
        self.life, self.pool = life, pool
        self.standings = {d: Standing(self.first(d)) for d in life.who.domains}
        self.attempts = self.offers = self.since_easy = 0
        self.peaks: list[int] = []
        self.baseline: list[int] = []
        self.last_active: date | None = None
        self.rested = False

    # --- what a policy decides

    def first(self, domain: Domain) -> int:
        return start_rung(self.life.who.sting[domain])

    def wants(self, domain: Domain) -> bool:
        """Whether it wants more; by itself it never does."""
        return False

    def made(self, domain: Domain, attempt: Attempt) -> None:
        """An attempt that counts on its rung."""

    def missed(self, domain: Domain) -> None:
        """A day not attempted."""

    def moved(self, domain: Domain) -> None:
        """The rung changed."""

    def easy_baseline(self) -> None:
        """The first three attempts were calm."""

    def choose(self, domain: Domain, rung: int, day: int, roll: float, easy: bool) -> int:
        return self.pool.varied(domain, rung, day, self.standings[domain].context, roll)

    def domain(self, day: int, roll: float) -> Domain:
        return min(self.standings, key=lambda d: self.standings[d].asked)

    # --- the day

    def offer(self, day: int, roll: float) -> Offer:
        self._rest(MONDAY + timedelta(days=day))
        domain = self.domain(day, roll)
        standing = self.standings[domain]
        easy = self.since_easy >= RECOVERY_EVERY - 1 and not standing.fell and standing.rung > 1
        rung = max(self.allowed(domain) - RECOVERY_STEP, 1) if easy else self.allowed(domain)
        chosen = self.choose(domain, rung, day, roll, easy)
        self.offers += 1
        ask = self.pool.there.bank[chosen]
        standing.asked = self.offers
        self.pool.note(chosen, day)
        cause = Cause.RECOVERY if easy else Cause.HELD
        return Offer(chosen, Why(cause, ask.rung))

    def instead(self, day: int, offer: Offer, anticipated: int) -> Offer | None:
        return None

    def swapped(self, day: int, offer: Offer, anticipated: int) -> None:
        """They agreed to another ask."""

    def ahead(self, day: int) -> int | None:
        return None

    def rated(self, day: int, challenge: int, rating: int | None) -> None:
        """They rated an ask that may come."""

    def leaves(self) -> None:
        """Learns nothing for those who come after."""

    def allowed(self, domain: Domain) -> int:
        """The rung of a day that is not an easy one."""
        return self.standings[domain].rung

    def told(self, attempt: Attempt) -> None:
        self._rest(attempt.day)
        easy = attempt.why is not None and attempt.why.cause is Cause.RECOVERY
        calm = self.CALM_IS_EASY and attempt.attempted and (attempt.facts.peak or 10) <= 3
        self.since_easy = 0 if easy or calm else self.since_easy + 1
        if attempt.attempted:
            self._counted(attempt)
        standing = self.standings[attempt.domain]
        self._asked(standing, attempt)
        self._open(standing, attempt.day)
        if attempt.attempted:
            self._made(standing, attempt)
        elif standing.last_day != attempt.day:
            self._not_made(standing, attempt)
        standing.last_day = attempt.day

    def _asked(self, standing: Standing, attempt: Attempt) -> None:
        """Note what was asked in the end, which may be another ask than the first of the day."""
        n = self.pool.there.index[attempt.challenge or ""]
        self.pool.note(n, (attempt.day - MONDAY).days)
        standing.context, standing.stakes = attempt.context, self.pool.there.bank[n].stakes

    # --- the guards

    def _rest(self, today: date) -> None:
        if self.last_active is None or self.rested or today < self.last_active + AWAY:
            return
        for domain in self.standings:
            self._move(domain, -1, self.last_active + AWAY)
        self.rested = True

    def _counted(self, attempt: Attempt) -> None:
        peak = attempt.facts.peak
        if peak is not None:
            self.peaks = [*self.peaks, peak][-3:]
        if self.attempts < BASELINE:
            self.baseline.append(peak or 5)
        self.attempts += 1
        self.last_active, self.rested = attempt.day, False
        if self.attempts == BASELINE:
            self._placed(attempt.day)

    def _placed(self, day: date) -> None:
        mean = sum(self.baseline) / BASELINE
        if mean >= 7:
            for domain in self.standings:
                self._move(domain, -1, day)
        elif mean <= 3:
            self.easy_baseline()

    def _made(self, standing: Standing, attempt: Attempt) -> None:
        standing.misses, standing.fell = 0, False
        if (attempt.facts.peak or 0) >= 9:
            self._move(attempt.domain, -1, attempt.day)
        elif attempt.size is Size.FULL and attempt.rung >= standing.rung:
            standing.attempts += 1
            standing.asks.add(attempt.challenge or "")
            standing.contexts.add(attempt.context)
            self.made(attempt.domain, attempt)
            if self._earned(standing) and self.wants(attempt.domain):
                self._move(attempt.domain, +1, attempt.day)

    def _earned(self, standing: Standing) -> bool:
        varied = len(standing.asks) >= 2 and len(standing.contexts) >= 2
        return standing.attempts >= 3 and varied and not self._flagged()

    def _flagged(self) -> bool:
        rising = len(self.peaks) == 3 and all(a < b for a, b in pairwise(self.peaks))
        return rising and self.peaks[-1] >= 7

    def _not_made(self, standing: Standing, attempt: Attempt) -> None:
        standing.misses, standing.fell = standing.misses + 1, False
        self.missed(attempt.domain)
        if standing.misses == 2:
            standing.misses = 0
            self._move(attempt.domain, -1, attempt.day)

    def _open(self, standing: Standing, day: date) -> None:
        if standing.day != day:
            standing.day, standing.ceiling = day, min(standing.rung + 1, 10)

    def _move(self, domain: Domain, steps: int, day: date) -> None:
        standing = self.standings[domain]
        self._open(standing, day)
        rung = min(max(standing.rung + steps, 1), standing.ceiling)
        standing.fell = steps < 0
        if rung != standing.rung:
            standing.rung, standing.attempts = rung, 0
            standing.asks.clear()
            standing.contexts.clear()
            self.moved(domain)
