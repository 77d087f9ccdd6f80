"""Two or three people of a circle in a real database: buddies of this week, without words and network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select

from bot.coach.circles import week
from bot.coach.model import Attempt
from bot.service import front, ticking
from bot.service.circles import buddying
from bot.service.events import Event, Pressed, Text, Who
from bot.service.visit import TALKS
from bot.store import attempts, circles, members, people
from bot.store.codec import MESSAGES
from bot.store.engine import Store
from bot.store.tables import outbox
from tests.service.practising import join, moment

ANA, BEN, CLEO = 7, 8, 9
NAMES = {ANA: "Ana", BEN: "Ben", CLEO: "Cleo"}
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
Kind = TypeVar("Kind")


@dataclass(slots=True)
class Bound:
    """The people of one circle. Time goes by as the test says."""

    store: Store
    now: datetime
    circle: int = 0

    async def gather(self, *who: int) -> None:
        """A group that these people have joined; Monday's buddies are found."""
        self.circle = await self.found(-1, *who)
        await self.pair_up()

    async def found(self, chat: int, *who: int) -> int:
        """A group that these people, who practise, have joined."""
        async with self.store.unit() as unit:
            record = await circles.add(unit, chat, "Askers", "abcdefgh", self.now)
            for one in who:
                if await people.record(unit, one) is None:
                    person = (await join(unit, self.now, one)).person
                    await people.save(unit, replace(person, name=NAMES[one]))
                await members.ask(unit, record.circle.id, one, self.now)
                await members.join(unit, one, self.now)
        return record.circle.id

    async def pair_up(self, circle: int | None = None) -> None:
        async with self.store.unit() as unit:
            record = await circles.get(unit, circle or self.circle)
            assert record is not None
            joined = await members.of(unit, record.circle.id)
            await buddying.pair_up(unit, record, joined, self.monday, moment(self.now))

    @property
    def monday(self) -> date:
        return week.monday(self.now.date())

    # --- what they do

    async def does(self, who: int, *events: Event) -> None:
        for event in events:
            async with self.store.unit() as unit:
                await front.receive(unit, Who(who, who, NAMES[who], "en"), event, moment(self.now))

    async def taps(self, who: int, *wanted: Any) -> None:
        await self.does(who, *(Pressed(tap, None) for tap in wanted))

    async def says(self, who: int, words: str) -> None:
        await self.does(who, Text(words))

    async def later(self, **span: float) -> None:
        """Time goes by; the bot looks at every instant that something is due."""
        to = self.now + timedelta(**span)
        while (due := await self._due()) is not None and due <= to:
            await self._tick(max(due, self.now))
        await self._tick(to)

    async def _tick(self, at: datetime) -> None:
        self.now = at
        async with self.store.unit() as unit:
            while await ticking.tick(unit, moment(at)):
                pass

    async def _due(self) -> datetime | None:
        async with self.store.read() as unit:
            return await ticking.next_at(unit)

    # --- what is known of them

    async def hears(self, who: int, kind: type[Kind]) -> list[Kind]:
        """Every message of a kind that was written to somebody, oldest first."""
        async with self.store.read() as unit:
            mine = select(outbox.c.message).where(outbox.c.chat_id == who).order_by(outbox.c.id)
            found = [MESSAGES.decode(text) for (text,) in await unit.run(mine)]
        return [message for message in found if isinstance(message, kind)]

    async def last(self, who: int) -> object:
        return (await self.hears(who, object))[-1]

    async def talk(self, who: int) -> object:
        """What they are in the middle of, None for nothing."""
        async with self.store.read() as unit:
            record = await people.record(unit, who)
        assert record is not None
        return TALKS.decode(record.talk) if record.talk else None

    async def log(self, who: int) -> tuple[Attempt, ...]:
        async with self.store.read() as unit:
            return await attempts.log(unit, who)
