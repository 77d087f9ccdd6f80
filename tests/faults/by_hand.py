"""The whole bot without its tasks, moved by hand through days in which something is wrong.

Two clocks: the true one, which is Telegram's and the people's, and the machine's, which may be set wrong.
Who judges reads the server's log and the database only.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import playground
from bot.app import Dice, StoppedClock
from bot.playground import Served, World
from bot.schedule.ticker import Ticker
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment
from bot.store import engine
from bot.telegram import connection
from bot.telegram.connection import Bot
from bot.telegram.intake import Intake
from bot.telegram.limits import Limits
from bot.telegram.reader import Reader
from bot.telegram.sender import Sender
from bot.words import bank
from bot.words.render import Words
from tests.faults import ledger, process
from tests.faults.ledger import Log
from tests.service.practising import join

MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
STEP = timedelta(minutes=15)  # how often the hand moves the bot
PACED = 0.1  # seconds; so shortly a letter waits for its place in an even stream
KEPT = timedelta(hours=24)  # Telegram keeps updates so long
ZONES = (
    "Europe/Lisbon",
    "America/New_York",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Pacific/Honolulu",
)
MORNINGS = (time(7, 30), time(9), time(11, 30))
EVERY_DAY = frozenset(range(7))
BANK = bank.load()
TO_DO = """
    SELECT (SELECT min(at) FROM occasions WHERE state = 'waiting'),
           (SELECT count(*) FROM outbox WHERE state = 'waiting')
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A letter of the outbox, and when it arrived by Telegram's clock, if it did."""

    chat_id: int
    name: str
    attempt: int | None
    late: bool
    state: str
    arrived: datetime | None


@dataclass(slots=True)
class Desk:
    folder: Path
    world: World
    log: Log
    true: StoppedClock
    store: engine.Store
    server: Served
    bot: Bot
    roll: Dice
    up: bool = True  # Telegram
    wrong: timedelta = timedelta()  # by how much the machine's clock is ahead
    limits: Limits = field(default_factory=lambda: Limits(1000, 1000, 1000, 1000))
    reader: Reader = field(init=False)
    intake: Intake = field(init=False)
    ticker: Ticker = field(init=False)
    sender: Sender = field(init=False)

    def __post_init__(self) -> None:
        self.reader = Reader(self.store, self.bot, self.moment, _nothing, Words(BANK))
        self.intake = Intake(self.store, self.now, _nothing)
        self.ticker = Ticker(self.store, self.moment, _nothing, LearntBank(BANK.challenges))
        self.sender = Sender(self.store, self.bot, Words(BANK), self.limits, self.now, self.ticks)

    def now(self) -> datetime:
        """What the machine's clock says."""
        return self.true.now() + self.wrong

    def ticks(self) -> float:
        return self.true.offset.total_seconds()

    def moment(self) -> Moment:
        return Moment(self.now(), self.roll(), BANK.challenges)

    # --- the hand

    async def live(self, span: timedelta, step: timedelta = STEP) -> None:
        """Let time go by while the bot works; hours in which it has nothing to do pass at once."""
        end = self.true.now() + span
        while self.true.now() < end:
            self.true.offset += min(max(step, self.nothing_for()), end - self.true.now())
            await self.work()

    def nothing_for(self) -> timedelta:
        """For how long nothing is due and nothing waits."""
        ((at, letters),) = process.rows(self.folder, TO_DO)
        if letters or self.world.updates.pending or at is None:
            return timedelta()
        return datetime.fromtimestamp(at / 1000, UTC) - self.now()

    async def work(self) -> None:
        """Do what is to be done now: take in, handle, look who is due, send."""
        if self.up:
            await self.intake.take(self.fetched())
        while await self.reader.read():
            pass
        await self.ticker.tick()
        while (wait := await self.sender.send() or 0.0) < PACED:
            self.true.offset += timedelta(seconds=wait)

    def fetched(self) -> list[process.Json]:
        """What Telegram still has; it forgets what is too old."""
        pending = list(self.world.updates.pending)
        self.world.updates.pending.clear()
        oldest = (self.true.now() - KEPT).timestamp()
        return [update for update in pending if update["message"]["date"] > oldest]

    async def cut(self) -> None:
        """Nobody answers where Telegram was."""
        self.up = False
        await self.server.stop()

    async def mend(self) -> None:
        self.server = await playground.serve(
            self.world, port=self.server.port, jump=process._stand_still, next_morning=process._untold
        )
        self.up = True

    # --- what the judge reads

    def told(self) -> list[Told]:
        """Every letter, oldest first."""
        arrived = {
            (call.response["result"]["chat"]["id"], call.response["result"]["message_id"]): call.at
            for call in self.log
            if call.method in ledger.SENDS and call.response["ok"]
        }
        query = "SELECT chat_id, message, state, message_id FROM outbox ORDER BY id"
        return [
            _told(chat_id, json.loads(message), state, arrived.get((chat_id, number)))
            for chat_id, message, state, number in process.rows(self.folder, query)
        ]

    def days(self) -> dict[int, date]:
        """The local day of each attempt."""
        found = process.rows(self.folder, "SELECT id, day FROM attempts")
        return {number: date.fromisoformat(day) for number, day in found}


def _told(chat_id: int, message: process.Json, state: str, arrived: datetime | None) -> Told:
    late = bool(message.get("late"))
    return Told(chat_id, message["type"], message.get("attempt"), late, state, arrived)


@asynccontextmanager
async def desk(folder: Path, roll: Dice, crowd: int) -> AsyncIterator[Desk]:
    """A bot with so many people in practice every day, in zones all over the world."""
    true = StoppedClock(MONDAY)
    world, log = World(true.now, process.TOKEN), Log()
    for number in range(crowd):
        person = world.add_person(f"Person {number}", zone=ZONES[number % len(ZONES)])
        world.say(person.id, "hello")
    world.updates.pending.clear()
    world.feed.calls = log
    server = await playground.serve(world, jump=process._stand_still, next_morning=process._untold)
    store = await engine.open_store(f"sqlite:///{folder / 'ask-anyway.db'}")
    bot = await connection.connect(process.TOKEN, server.url, asyncio.sleep)
    found = Desk(folder, world, log, true, store, server, bot, roll)
    async with store.unit() as unit:
        for person_id, zone, morning in practice(world):
            await join(unit, true.now(), person_id, zone=zone, morning=morning, days=EVERY_DAY)
    async with found.reader.application:
        yield found
    await bot.shutdown()
    await store.close()
    await found.server.stop()


def practice(world: World) -> Iterator[tuple[int, str, time]]:
    """Everybody, with their zone and the time of their morning."""
    for number, person in enumerate(world.people.values()):
        yield person.id, person.zone, MORNINGS[number // len(ZONES) % len(MORNINGS)]


def due(zone: str, on: date, at: time) -> datetime:
    """The instant of a wall time; none of these zones changes its clocks in these weeks."""
    return datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC)


def today(zone: str, now: datetime) -> date:
    """The local day, which turns at three."""
    return (now.astimezone(ZoneInfo(zone)) - timedelta(hours=3)).date()


def _nothing() -> None:
    """Nobody to ring for: the hand does everything in turn."""
