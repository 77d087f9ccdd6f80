"""The coach itself as a policy of the sizing bench, and what it is without one of its questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.coach import ahead, choose, sizing, worth
from bot.coach.ladder import Rating
from bot.coach.model import Attempt, Look, State
from tests.benchmarks.guarded import Pool
from tests.benchmarks.lives import MORNING, Life, Offer
from tests.benchmarks.simulated import MONDAY


class Ours:
    """The coach itself: the fold, the guards and the choice of bot/coach, one entry at a time."""

    RATED = 0  # challenges rated before the first day
    PROPOSES = LOOKS_AHEAD = True

    def __init__(self, life: Life, pool: Pool) -> None:
        self.pool, self.domains = pool, pool.domains
        self.bank = [replace(c, found=pool.before.found.asks.get(c.id, ())) for c in pool.there.bank]
        self.asks = {c.id: c for c in self.bank}
        rated = [self._rated(life, n) for n in spread_out(life, pool, self.RATED)]
        self.course = sizing.begin(life.who.sting, rated)
        self.looks: tuple[Look, ...] = ()
        self.said = {one.ask.id: Rating(one.ask.id, one.ask.domain, one.rating, one.at) for one in rated}
        self.asked = -1  # the last evening on which they were asked to rate one

    def _rated(self, life: Life, n: int) -> sizing.Rated:
        ask, hard = self.bank[n], self.pool.there.hard[n] + life.who.fears[n]
        rating = life.who.rating(hard, life.who.start[ask.domain], life.who.ratings[n])
        return sizing.Rated(MORNING, ask, rating)

    def offer(self, day: int, roll: float) -> Offer:
        self.looks = ()
        return self._offered(choose.pick(self._morning(day), False, roll))

    def instead(self, day: int, offer: Offer, anticipated: int) -> Offer | None:
        if not self.PROPOSES:
            return None
        attempt = self._open(day, offer)
        other = choose.instead(self._morning(day, attempt), attempt, anticipated)
        return None if other is None else self._offered(other)

    def swapped(self, day: int, offer: Offer, anticipated: int) -> None:
        self.looks = (*self.looks, Look(self.bank[offer.challenge].id, anticipated))

    def ahead(self, day: int) -> int | None:
        if not self.LOOKS_AHEAD or not (day > self.asked or ahead.goes_on(self.course, self.said)):
            return None
        self.asked = day
        asked = ahead.ask(self._morning(day + 1), self.said)
        return None if asked is None else self.pool.there.index[asked.id]

    def rated(self, day: int, challenge: int, rating: int | None) -> None:
        ask, evening = self.bank[challenge], MORNING + timedelta(days=day, hours=12)
        self.said[ask.id] = Rating(ask.id, ask.domain, rating, evening)
        if rating is None:
            return
        said = sizing.Rated(evening, ask, rating)
        self.course = sizing.fold(self.course, [said], MONDAY + timedelta(days=day + 1), self.asks)

    def told(self, attempt: Attempt) -> None:
        attempt = replace(attempt, looks=self.looks)
        self.course = sizing.fold(self.course, [attempt], attempt.day + timedelta(days=1), self.asks)

    def leaves(self) -> None:
        rungs = {ask.id: ask.rung for ask in self.bank}
        self.pool.before.leaves(self.course.belief, rungs)

    def _morning(self, day: int, *on_the_table: Attempt) -> worth.Morning:
        today = MONDAY + timedelta(days=day)
        course = sizing.on(self.course, (), today, self.asks)
        return worth.Morning(self.bank, course, today, on_the_table)

    def _open(self, day: int, offer: Offer) -> Attempt:
        ask, at = self.bank[offer.challenge], MORNING + timedelta(days=day)
        today = MONDAY + timedelta(days=day)
        return Attempt(
            day, today, ask.domain, ask.rung, State.ACCEPTED, at, ask.id, looks=self.looks, why=offer.why
        )

    def _offered(self, pick: choose.Pick) -> Offer:
        return Offer(self.pool.there.index[pick.challenge.id], pick.why)


class Silent(Ours):
    """Never proposes another ask."""

    PROPOSES = False


class Unasked(Ours):
    """Never has an ask to come rated."""

    LOOKS_AHEAD = False


class Alone(Ours):
    """Learns of each person anew how hard the asks are: no group meets what those before it found."""

    def leaves(self) -> None:
        pass


class OursRated(Ours):
    """The same with the first eight ratings of the ladder."""

    RATED = 8


def spread_out(life: Life, pool: Pool, count: int) -> list[int]:
    """So many challenges, from the whole range of each domain."""
    domains, chosen = life.who.domains, []
    rounds = -(-count // len(domains))
    for k in range(count):
        all_of = pool.domains[domains[k % len(domains)]]
        chosen.append(all_of[int((k // len(domains) + 0.5) / rounds * len(all_of))])
    return chosen
