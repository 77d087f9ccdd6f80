"""The long command: many people live many days with the bot, and every number it told is worked out again.

python -m tests.journeys.thousand [people] [days] [seed]
Through service and a real SQLite file, without HTTP; the events of one round share a unit, for speed.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import zoneinfo
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from sqlalchemy import delete, select

from bot.coach import day, messages, sizing, streak
from bot.coach.messages import Message
from bot.coach.model import Attempt, Person, Wish
from bot.coach.sizing import Asks, Course
from bot.schedule import housekeeping
from bot.service import coursing, front, ticking
from bot.service.events import Command
from bot.service.visit import Moment, Visit
from bot.store import attempts, engine, people
from bot.store.codec import MESSAGES
from bot.store.engine import Store
from bot.store.tables import outbox
from bot.store.unit import Unit
from bot.words import bank
from tests.coach import second_opinion
from tests.journeys import recompute
from tests.journeys.temperaments import Somebody, somebody

BEGIN = datetime(2026, 10, 12, tzinfo=UTC)  # Europe's clocks change on 25 October, America's on 1 November
ROUNDS = 40  # of taps within an hour; whoever is not through goes on in the next


@dataclass(slots=True)
class Found:
    """What was lived and told, and where the bot was wrong."""

    people: int
    days: int
    events: int = 0
    attempts: int = 0
    cards: int = 0
    pages: int = 0
    seconds: float = 0
    wrong: list[str] = field(default_factory=list)

    def expect(self, what: str, said: object, worked_out: object) -> None:
        if said != worked_out:
            self.wrong.append(f"{what}: the bot has {said}, the log gives {worked_out}")


@dataclass(frozen=True, slots=True)
class Known:
    """What is in the database of one person at one moment."""

    person: Person
    log: tuple[Attempt, ...]
    wishes: tuple[Wish, ...]
    today: date

    def course(self, asks: Asks) -> Course:
        """The whole log folded from its beginning, by no snapshot."""
        return sizing.course(self.log, self.wishes, self.person.sting, self.today, asks)


async def live(path: Path, many: int, span: int, seed: int) -> Found:
    """Let `many` people live `span` days in the database at `path`."""
    began = perf_counter()
    store = await engine.open_store(f"sqlite:///{path}")
    crowd = {number: somebody(number, seed) for number in range(1, many + 1)}
    town = Town(store, crowd, Found(many, span))
    try:
        for hour in range(span * 24):
            await town.hour(hour)
        await town.end(span * 24)
    finally:
        await store.close()
    town.found.seconds = perf_counter() - began
    return town.found


@dataclass(slots=True)
class Town:
    store: Store
    crowd: dict[int, Somebody]
    found: Found
    bank: bank.Bank = field(default_factory=bank.load)
    rolls: int = 0
    due: datetime | None = None
    asks: Asks = field(init=False)
    edition: str = field(init=False)

    def __post_init__(self) -> None:
        self.asks = {ask.id: ask for ask in self.bank.challenges}
        self.edition = coursing.edition(self.bank.challenges)

    def moment(self, now: datetime) -> Moment:
        self.rolls += 1
        return Moment(now, self.rolls * 0.618034 % 1, self.bank.challenges, edition=self.edition)

    async def hour(self, hour: int) -> None:
        """What is due is said, then people do what they do, one thing each a round, a minute a round."""
        now = BEGIN + timedelta(hours=hour)
        if (self.due and self.due <= now) or hour % 24 == 0:
            await self._tick(now, hour)
        for person in self.crowd.values():
            person.lives(hour)
        for minute in range(ROUNDS):
            if not any(person.hands for person in self.crowd.values()):
                break
            await self._round(now + timedelta(minutes=minute), hour)

    async def _tick(self, now: datetime, hour: int) -> None:
        async with self.store.unit() as unit:
            while await ticking.tick(unit, self.moment(now)):
                pass
            if hour % 24 == 0:
                await housekeeping.sweep(unit, now)
            await self._deliver(unit, now, hour)

    async def _round(self, now: datetime, hour: int) -> None:
        async with self.store.unit() as unit:
            for person in self.crowd.values():
                if person.hands:
                    await front.receive(unit, person.who, person.hands.popleft(), self.moment(now))
                    self.found.events += 1
            await self._deliver(unit, now, hour)

    async def _deliver(self, unit: Unit, now: datetime, hour: int) -> None:
        """Bring the letters to their people, and check every number in them."""
        rows = await unit.run(select(outbox.c.chat_id, outbox.c.message).order_by(outbox.c.id))
        for chat_id, text in rows.all():
            message = MESSAGES.decode(text)
            assert message is not None
            self.crowd[chat_id].hears(message, hour)
            await self._check(unit, chat_id, message, now)
        await unit.run(delete(outbox))
        self.due = await ticking.next_at(unit)

    # --- the numbers

    async def _course(self, unit: Unit, known: Known, now: datetime) -> None:
        """What the bot makes of the log, with its snapshot, is what the whole log gives."""
        record = await people.record(unit, known.person.id)
        assert record is not None
        kept = await Visit(unit, record, self.moment(now)).course()
        same = kept == known.course(self.asks)
        self.found.expect(f"course of {known.person.id} on {known.today}, as the whole log's", same, True)

    async def _check(self, unit: Unit, number: int, message: Message, now: datetime) -> None:
        if isinstance(message, messages.Card):
            self._card(await _known(unit, number, now), message)
        elif isinstance(message, messages.Progress):
            known = await _known(unit, number, now)
            self._page(known, message)
            await self._course(unit, known, now)

    def _card(self, known: Known, card: messages.Card) -> None:
        self.found.cards += 1
        where = f"card of {known.person.id} on {known.today}"
        run = recompute.run(known.log, known.today)
        shown = run if card.outcome.attempted and run > 1 else None
        self.found.expect(f"{where}, run", card.streak, shown)
        told = next(entry for entry in known.log if entry.id == card.attempt)
        lower = recompute.asked_for_less(known.log, known.wishes, told, card.next.rung)
        self.found.expect(f"{where}, a smaller one next", lower, True)

    def _page(self, known: Known, page: messages.Progress) -> None:
        self.found.pages += 1
        where, stats = f"/stats of {known.person.id} on {known.today}", page.stats
        self._streak(where, known, stats.streak)
        self._rungs(where, known)
        made = [entry for entry in known.log if recompute.made(entry)]
        self.found.expect(f"{where}, asks", stats.total, len(made))
        peaks = sorted((e.day, e.id, e.facts.peak) for e in made if e.facts.peak is not None)
        self.found.expect(f"{where}, peaks", list(stats.peaks), [(on, peak) for on, _, peak in peaks][-30:])

    def _streak(self, where: str, known: Known, told: streak.Streak) -> None:
        self.found.expect(f"{where}, run", told.current, recompute.run(known.log, known.today))
        self.found.expect(f"{where}, longest", told.best, recompute.best(known.log, known.today))
        self.found.expect(f"{where}, freezes", told.freezes, recompute.freezes(known.log, known.today))

    def _rungs(self, where: str, known: Known) -> None:
        standings = known.course(self.asks).standings
        slowly = second_opinion.rungs(known.log, known.wishes, known.person.sting, known.today, self.asks)
        bot = {domain: standing.rung for domain, standing in standings.items()}
        self.found.expect(f"{where}, rungs", bot, slowly)

    async def end(self, hour: int) -> None:
        """At last everybody asks for /stats, and the whole of each log is worked out."""
        for person in self.crowd.values():
            person.hands.clear()
            person.hands.append(Command("stats"))
        now = BEGIN + timedelta(hours=hour)
        await self._round(now, hour)
        async with self.store.read() as unit:
            for number in self.crowd:
                self._whole(await _known(unit, number, now))

    def _whole(self, known: Known) -> None:
        where = f"end of {known.person.id} on {known.today}"
        self.found.attempts += sum(map(recompute.made, known.log))
        self._streak(where, known, streak.streak(known.log, known.today))
        self._rungs(where, known)
        self.found.expect(f"{where}, leaps", recompute.leaps(known.log, known.wishes), [])


async def _known(unit: Unit, number: int, now: datetime) -> Known:
    person = await people.get(unit, number)
    assert person is not None
    log, wishes = await attempts.log(unit, number), await attempts.wishes(unit, number)
    return Known(person, log, wishes, day.local_day(now, person.zone))


# --- the command


def told(found: Found) -> str:
    lines = [
        f"people      {found.people}",
        f"days        {found.days}",
        f"events      {found.events}",
        f"attempts    {found.attempts}",
        f"cards       {found.cards}, /stats {found.pages}",
        f"seconds     {found.seconds:.0f}",
        f"mismatches  {len(found.wrong)}",
    ]
    return "\n".join([*lines, *found.wrong[:20]]) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.thousand", description=__doc__)
    for name, usual in (("people", 1000), ("days", 60), ("seed", 1)):
        parser.add_argument(name, type=int, nargs="?", default=usual)
    wanted = parser.parse_args()
    zoneinfo.reset_tzpath(())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thousand.db"
        found = asyncio.run(live(path, wanted.people, wanted.days, wanted.seed))
    sys.stdout.write(told(found))
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
