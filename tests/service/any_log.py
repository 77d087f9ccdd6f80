"""A life in which everything happens to a log: asks, corrections long after, wishes, ratings, other zones."""

from __future__ import annotations

import random  # noqa: TID251  made-up lives, the same again for the same seed
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import Attempt, Domain, Facts, Look, Outcome, Size, State, Wish
from bot.service.visit import Visit
from bot.store import attempts
from bot.store import ladder as ladder_store
from tests.service.practising import ANN, BANK

DAY = timedelta(days=1)
SOCIAL, PROFESSIONAL, CUSTOMERS = Domain.SOCIAL, Domain.PROFESSIONAL, Domain.CUSTOMERS
OURS = [ask for ask in BANK if ask.domain in (SOCIAL, PROFESSIONAL, CUSTOMERS)]
WORDS = ("ask Ida for her ladder", "ask the choir for a solo", "ask Bo to move his car")
ZONES = ("UTC", "Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kolkata")
STATES = (State.DONE,) * 6 + (State.OFFERED, State.ACCEPTED, State.DAY_OFF, State.PAUSED)


@dataclass
class Life:
    """One act after another on one visit, by chance."""

    chance: random.Random
    visit: Visit

    async def lives(self) -> None:
        if self.chance.random() < 0.9:
            await self.asks(0)
        rare: tuple[tuple[float, Callable[[], Awaitable[object]]], ...] = (
            (0.3, self.looks_at_it),
            (0.15, self.changes_what_was),
            (0.02, self.changes_what_was_long_ago),
            (0.03, self.tells_of_an_old_day),
            (0.05, self.wishes),
            (0.04, self.rates),
            (0.02, self.adds_their_own),
            (0.01, self.says_anew_how_it_stings),
            (0.02, self.travels),
        )
        for likely, act in rare:
            if self.chance.random() < likely:
                await act()

    async def looks_at_it(self) -> None:
        await self.visit.course()  # what is worked out now may not outlive what comes

    async def asks(self, ago: int) -> None:
        entry = self._entry(self.visit.today - ago * DAY)
        await self.visit.add(entry)
        if self.chance.random() < 0.2:
            await self.visit.add(replace(self._entry(entry.day), planned=False))

    async def tells_of_an_old_day(self) -> None:
        await self.asks(self.chance.randrange(1, 90))

    async def changes_what_was(self) -> None:
        await self._changes(8)

    async def changes_what_was_long_ago(self) -> None:
        await self._changes(999)

    async def _changes(self, ago: int) -> None:
        first = self.visit.today - ago * DAY
        entries = [entry for entry in await attempts.log(self.visit.unit, ANN) if entry.day >= first]
        if entries:
            old, new = self.chance.choice(entries), self._entry(self.visit.today)
            await self.visit.keep(replace(old, state=new.state, facts=new.facts, closed_at=new.closed_at))

    async def wishes(self) -> None:
        day = self.visit.today - self.chance.choice((0, 0, 40)) * DAY
        domain, steps = self.chance.choice((SOCIAL, CUSTOMERS)), self.chance.choice((1, -1))
        await attempts.add_wish(self.visit.unit, ANN, Wish(self.visit.now, day, domain, steps))
        self.visit.resized()

    async def rates(self) -> None:
        own = await ladder_store.own(self.visit.unit, ANN)
        ask = self.chance.choice(OURS)
        key, domain = self.chance.choice([(ask.id, ask.domain), *((one.key, one.domain) for one in own)])
        said = Rating(key, domain, self.chance.randrange(1, 11), self.visit.now)
        await ladder_store.rate(self.visit.unit, ANN, said)
        self.visit.resized()

    async def adds_their_own(self) -> None:
        words = self.chance.choice(WORDS)
        asked = OwnAsk(0, SOCIAL, words, None, self.chance.randrange(1, 11), self.visit.now)
        if words not in {one.words for one in await ladder_store.own(self.visit.unit, ANN)}:
            await ladder_store.add(self.visit.unit, ANN, asked)
        self.visit.resized()

    async def says_anew_how_it_stings(self) -> None:
        sting = {**self.visit.person.sting, CUSTOMERS: self.chance.randrange(1, 11)}
        await self.visit.save(replace(self.visit.person, sting=sting))

    async def travels(self) -> None:
        await self.visit.save(replace(self.visit.person, zone=self.chance.choice(ZONES)))

    def _entry(self, day: date) -> Attempt:
        ask, state, now = self.chance.choice(OURS), self.chance.choice(STATES), self.visit.now
        told = self.chance.random() < 0.15
        return Attempt(
            id=0,
            day=day,
            domain=ask.domain,
            rung=ask.rung,
            state=state,
            offered_at=now,
            challenge=None if told else ask.id,
            own=self.chance.choice(WORDS) if told else None,
            size=self.chance.choice((Size.FULL, Size.FULL, Size.FULL, Size.SMALLER, Size.IMAGINAL)),
            context=ask.context,
            passed=(self.chance.choice(OURS).id,) if self.chance.random() < 0.1 else (),
            looks=(Look(self.chance.choice(OURS).id, 9),) if self.chance.random() < 0.1 else (),
            closed_at=now if state is State.DONE else None,
            facts=self._facts() if state is State.DONE else Facts(),
        )

    def _facts(self) -> Facts:
        rating, percent = range(1, 11), range(0, 101, 5)
        return Facts(
            anticipated=self.chance.choice((None, *rating)),
            chance=self.chance.choice((None, *percent)),
            outcome=self.chance.choice(list(Outcome)),
            peak=self.chance.choice((None, *rating)),
            again=self.chance.choice((None, *percent)),
        )
