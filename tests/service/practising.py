"""Somebody in practice in a real database, for tests of use cases: no words, no network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from sqlalchemy import select

from bot.coach import day
from bot.coach.model import Attempt, Domain
from bot.service import front, planning, ticking
from bot.service.events import Event, Pressed, Who
from bot.service.visit import Moment, Visit
from bot.store import attempts, occasions, people
from bot.store.codec import MESSAGES
from bot.store.engine import Store
from bot.store.occasions import Occasion
from bot.store.tables import outbox
from bot.store.unit import Unit
from bot.words import bank

BANK = bank.load().challenges
ANN = 7
MONDAY = datetime(2026, 11, 23, 7, 20, tzinfo=UTC)
Kind = TypeVar("Kind")


def moment(now: datetime, roll: float = 0.4) -> Moment:
    return Moment(now, roll, BANK)


async def visiting(unit: Unit, now: datetime, person_id: int = ANN) -> Visit:
    record = await people.record(unit, person_id)
    assert record is not None
    return Visit(unit, record, moment(now))


async def join(unit: Unit, now: datetime, person_id: int = ANN, **settings: Any) -> Visit:
    """Somebody with the first minutes behind them: UTC, weekdays at 08:00, or as `settings` say."""
    person = await people.add(unit, person_id, person_id, "Ann", "en", now)
    person = replace(person, sting={Domain.SOCIAL: 5, Domain.PROFESSIONAL: 5}, **settings)
    await people.save(unit, replace(person, joined=day.local_day(now, person.zone)))
    visit = await visiting(unit, now, person_id)
    await planning.replan(visit)
    return visit


@dataclass(frozen=True, slots=True)
class Told(Generic[Kind]):
    """One message the coach wrote."""

    at: datetime
    message: Kind


@dataclass(slots=True)
class Ann:
    """One person, the moment, and the database. Time goes by as the test says."""

    store: Store
    now: datetime

    async def join(self, **settings: Any) -> None:
        async with self.store.unit() as unit:
            await join(unit, self.now, **settings)

    async def does(self, *events: Event) -> None:
        for event in events:
            async with self.store.unit() as unit:
                await front.receive(unit, Who(ANN, ANN, "Ann", "en"), event, moment(self.now))

    async def presses(self, *wanted: Any) -> None:
        await self.does(*(Pressed(tap, None) for tap in wanted))

    async def tick(self, at: datetime) -> None:
        """It is `at`, and the bot looks for the first time since (it was down)."""
        self.now = at
        async with self.store.unit() as unit:
            while await ticking.tick(unit, moment(at)):
                pass

    async def until(self, to: datetime) -> None:
        """Time goes by, the bot looks at every instant that something is due."""
        while (due := await self.next_at()) and due <= to:
            await self.tick(due)
        await self.tick(to)

    async def days(self, number: float) -> None:
        await self.until(self.now + timedelta(days=number))

    async def next_at(self) -> datetime | None:
        async with self.store.read() as unit:
            return await ticking.next_at(unit)

    async def waiting(self) -> tuple[Occasion, ...]:
        async with self.store.read() as unit:
            return await occasions.waiting(unit, ANN)

    async def log(self) -> tuple[Attempt, ...]:
        async with self.store.read() as unit:
            return await attempts.log(unit, ANN)

    async def told(self, kind: type[Kind]) -> list[Told[Kind]]:
        """Every message of a kind, oldest first."""
        async with self.store.read() as unit:
            rows = await unit.run(select(outbox.c.created_at, outbox.c.message).order_by(outbox.c.id))
        read = [(at, MESSAGES.decode(text)) for at, text in rows]
        return [Told(at, message) for at, message in read if isinstance(message, kind)]

    async def visit(self, unit: Unit) -> Visit:
        return await visiting(unit, self.now)
