"""The policies of the sizing bench: staircases, Elo, ours, what goes without guards, and the truth."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from bot.coach.choose import ROUNDS
from bot.coach.model import RUNGS, Attempt, Cause, Context, Domain, Why
from tests.benchmarks.guarded import Guarded, Pool, start_rung
from tests.benchmarks.lives import Life, Offer, Policy, useful
from tests.benchmarks.ours import Alone, Ours, OursRated, Silent, Unasked
from tests.benchmarks.simulated import BAND, MONDAY

# --- staircases


class Points(Guarded):
    """Points of a twelfth of a rung: what an attempt earns and what a miss costs."""

    def __init__(self, life: Life, pool: Pool) -> None:
        self.points: dict[Domain, int] = dict.fromkeys(life.who.domains, 0)
        super().__init__(life, pool)

    def wants(self, domain: Domain) -> bool:
        return self.points[domain] >= 12

    def moved(self, domain: Domain) -> None:
        self.points[domain] = 0


class Weighted(Points):
    """The weighted staircase that the bot began with: the calmer, the faster."""

    CALM_IS_EASY = False  # as it was
    EARNED = {None: 3, 1: 6, 2: 6, 3: 6, 4: 4, 5: 4, 6: 3, 7: 3}  # noqa: RUF012  never changed

    def made(self, domain: Domain, attempt: Attempt) -> None:
        self.points[domain] = min(self.points[domain] + self.EARNED.get(attempt.facts.peak, 0), 12)

    def missed(self, domain: Domain) -> None:
        if self.standings[domain].misses < 2:
            self.points[domain] //= 2

    def easy_baseline(self) -> None:
        self.points = dict.fromkeys(self.points, 12)


class Staircase(Points):
    """Half a rung up for an attempt, half a rung down for a day without one."""

    def made(self, domain: Domain, attempt: Attempt) -> None:
        self.points[domain] = min(self.points[domain] + 6, 12)

    def missed(self, domain: Domain) -> None:
        self.points[domain] -= 6
        if self.points[domain] <= -12 and self.standings[domain].misses < 2:
            self._move(domain, -1, MONDAY)


class Elo(Guarded):
    """P(attempt) = σ(readiness - rung), K = a / (1 + bn), the rung where P is .80 [s method, g constants]."""

    A, B, TARGET = 4.0, 0.01, 1.386  # the best of five pairs tried

    def __init__(self, life: Life, pool: Pool) -> None:
        self.games = 0
        self.rating = {d: start_rung(life.who.sting[d]) + self.TARGET for d in life.who.domains}
        super().__init__(life, pool)

    def wants(self, domain: Domain) -> bool:
        return self.rating[domain] - self.TARGET >= self.standings[domain].rung + 0.5

    def told(self, attempt: Attempt) -> None:
        self.games += 1
        rating = self.rating[attempt.domain]
        expected = 1 / (1 + exp(-(rating - attempt.rung)))
        self.rating[attempt.domain] = rating + self.A / (1 + self.B * self.games) * (
            attempt.attempted - expected
        )
        super().told(attempt)

    def choose(self, domain: Domain, rung: int, day: int, roll: float, easy: bool) -> int:
        wanted = max(min(rung, round(self.rating[domain] - self.TARGET)), 1)
        return super().choose(domain, wanted, day, roll, easy)


# --- without guards


class Free:
    """No guards and no easy days."""

    def __init__(self, life: Life, pool: Pool) -> None:
        self.pool, self.domains, self.turn = pool, life.who.domains, 0
        self.level = {d: float(start_rung(life.who.sting[d])) for d in life.who.domains}
        self.context: dict[Domain, Context | None] = {}

    def rung(self, domain: Domain, day: int) -> int:
        return int(self.level[domain])

    def offer(self, day: int, roll: float) -> Offer:
        domain = self.domains[self.turn % len(self.domains)]
        self.turn += 1
        chosen = self.pool.varied(domain, self.rung(domain, day), day, self.context.get(domain), roll)
        self.context[domain] = self.pool.there.bank[chosen].context
        self.pool.note(chosen, day)
        return Offer(chosen, Why(Cause.HELD, self.pool.there.bank[chosen].rung))

    def instead(self, day: int, offer: Offer, anticipated: int) -> Offer | None:
        return None

    def swapped(self, day: int, offer: Offer, anticipated: int) -> None:
        """Never proposes another ask."""

    def ahead(self, day: int) -> int | None:
        return None

    def rated(self, day: int, challenge: int, rating: int | None) -> None:
        """Never asks for a rating."""

    def leaves(self) -> None:
        """Learns nothing for those who come after."""

    def told(self, attempt: Attempt) -> None:
        level = self.level[attempt.domain] + (0.5 if attempt.attempted else -0.5)
        self.level[attempt.domain] = min(max(level, 1), 10)


class Calendar(Free):
    """A rung every six days, as the closest existing app: the thirtieth day is as hard as the day says."""

    def rung(self, domain: Domain, day: int) -> int:
        return min(1 + day // 6, 10)

    def told(self, attempt: Attempt) -> None:
        pass


# --- the truth


class Oracle(Guarded):
    """Knows readiness and every fear as they are today; not the mood, not the morrow. Same guards.

    Takes the ask of the most worth among those the guards allow, and the domain that has it.
    """

    WINDOW = 4  # rungs below the level that are looked at
    CLIMB = 0.2  # worth of an ask that counts for the rise

    def first(self, domain: Domain) -> int:
        """Begins where ours would, had it known."""
        return max((rung for rung in RUNGS if self.open(domain, rung)), default=1)

    def wants(self, domain: Domain) -> bool:
        return self.open(domain, self.standings[domain].rung + 1)

    def open(self, domain: Domain, rung: int) -> bool:
        """Whether one ask in twenty of this rung would not be too much: the rule of ours, with the truth."""
        there = self.life.there
        asks = [n for n in self.pool.domains[domain] if there.bank[n].rung == rung]
        bearable = [n for n in asks if self.felt(domain, n) <= BAND[1]]
        return len(bearable) * 20 >= len(asks) > 0

    def best(self, domain: Domain, rung: int, day: int) -> tuple[float, int]:
        bank = self.pool.there.bank
        free = self.pool.rested(domain, rung, day)
        near = [n for n in free if bank[n].rung >= rung - self.WINDOW] or free[:1]
        return max((self.worth(domain, n), n) for n in near)

    def choose(self, domain: Domain, rung: int, day: int, roll: float, easy: bool) -> int:
        return self.best(domain, rung, day)[1]

    def domain(self, day: int, roll: float) -> Domain:
        """No domain waits for more than two rounds; else the one that has the best-fitting ask."""
        standings = self.standings
        longest = min(standings, key=lambda d: standings[d].asked)
        if len(standings) == 1 or self.offers - standings[longest].asked >= ROUNDS * len(standings):
            return longest
        return max(standings, key=lambda d: self.best(d, self.allowed(d), day)[0])

    def felt(self, domain: Domain, chosen: int) -> float:
        who, there = self.life.who, self.life.there
        return who.distress(there.hard[chosen] + who.fears[chosen], self.life.readiness[domain])

    def worth(self, domain: Domain, chosen: int) -> float:
        """What is learnt on an average mood, if they go."""
        there, last = self.life.there, self.standings[domain].context
        x = there.hard[chosen] + self.life.who.fears[chosen] - self.life.readiness[domain]
        mood = 1.2 * self.life.who.how.mood  # three points of equal weight have the spread of the normal
        use = sum(self.learns(x + step * mood) for step in (-1, 0, 1)) / 3
        use *= 1 - self.life.who.how.sameness if there.bank[chosen].context is last else 1
        return use + (self.CLIMB if there.bank[chosen].rung >= self.standings[domain].rung else 0)

    def learns(self, x: float) -> float:
        who = self.life.who
        felt = who.distress(x, 0)
        return useful(felt, who.how) / (1 + exp(-(who.courage - felt - who.dread) / 0.7))


Maker = Callable[[Life, Pool], Policy]
MAKERS: dict[str, Maker] = {
    "by calendar, no guards": Calendar,
    "staircase ±0.5, no guards": Free,
    "staircase ±0.5": Staircase,
    "weighted staircase": Weighted,
    "Elo": Elo,
    "readiness": Ours,
    "readiness, 8 ratings": OursRated,
    "readiness, no proposals": Silent,
    "readiness, not asked ahead": Unasked,
    "readiness, of one alone": Alone,
    "oracle": Oracle,
}
