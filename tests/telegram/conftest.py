"""Intake, reader and sender on a real database against the playground's server, moved by hand."""

from __future__ import annotations

import asyncio
import html
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import telegram
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import text

from bot import playground
from bot.app import StoppedClock
from bot.coach.messages import Message
from bot.playground import World
from bot.service.visit import Moment
from bot.store import outbox
from bot.store.engine import Store, open_store
from bot.tally import Tally
from bot.telegram import connection
from bot.telegram.connection import Bot
from bot.telegram.intake import Intake
from bot.telegram.limits import Limits
from bot.telegram.reader import Reader
from bot.telegram.sender import Sender
from bot.telegram.transport import AiohttpRequest
from bot.words import bank
from bot.words.render import Words
from tests import judge
from tests.telegram.far_side import Telegram, bot_at

TOKEN = "123456789:" + "AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BANK = bank.load()


@dataclass
class Post:
    """The bot's way to Telegram and back. Nothing moves unless the test moves it."""

    world: World
    store: Store
    bot: Bot
    clock: StoppedClock = field(default_factory=lambda: StoppedClock(MONDAY))
    rung: int = 0  # how often something was said to have arrived or been written
    limits: Limits = field(default_factory=lambda: Limits(1000, 1000, 1000, 1000))

    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        self.intake = Intake(self.store, self.clock.now, self.ring, self.tally)
        self.reader = Reader(self.store, self.bot, self.moment, self.ring, Words(BANK), self.tally)
        self.sender = self.another_sender(self.bot)

    def another_sender(self, bot: telegram.Bot) -> Sender:
        return Sender(self.store, bot, Words(BANK), self.limits, self.clock.now, self.ticks, self.tally)

    def ring(self) -> None:
        self.rung += 1

    def moment(self) -> Moment:
        return Moment(self.clock.now(), 0.5, BANK.challenges)

    def ticks(self) -> float:
        return self.clock.offset.total_seconds()

    def forward(self, seconds: float) -> None:
        self.clock.offset += timedelta(seconds=seconds)

    async def fetch(self) -> None:
        """Take in what waits at Telegram."""
        await self.intake.take(list(self.world.updates.pending))
        self.world.updates.pending.clear()

    async def handle(self) -> None:
        """Take in and handle what waits; what failed waits for the next time."""
        await self.fetch()
        await self.reader.read()

    async def send(self) -> None:
        """Send all that may go now."""
        while await self.sender.send() is None:
            pass

    async def write(self, chat_id: int, message: Message, **how: Any) -> int:
        """Put a letter into the outbox."""
        async with self.store.unit() as unit:
            return await outbox.put(unit, chat_id, message, now=self.clock.now(), **how)

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        async with self.store.read() as unit:
            return [tuple(row) for row in await unit.run(text(query))]

    async def alter(self, statement: str) -> None:
        """Do to the database what the bot itself never does."""
        async with self.store.unit() as unit:
            await unit.run(text(statement))

    def texts(self, chat_id: int) -> list[str]:
        """What the bot's messages in a chat say now, oldest first."""
        messages = self.world.messages(chat_id)
        return [message["text"] for message in messages if self.world.is_from_bot(message)]

    def shows(self, message: Message) -> str:
        """The words of a message as they stand in a chat, without their mark-up."""
        return html.unescape(re.sub(r"<[^>]*>", "", Words(BANK).screen(message, "en").text))


@pytest.fixture
async def post(tmp_path: Path, migrated: Path) -> AsyncIterator[Post]:
    """Ana and Ben, who both said hello once. Every request is judged at the end."""
    clock = StoppedClock(MONDAY)
    world = World(clock.now, TOKEN)
    for name in ("Ana", "Ben"):
        world.say(world.add_person(name).id, "hello")
    world.updates.pending.clear()
    server = await playground.serve(world, jump=_never, next_morning=_untold)
    store = await open_store(f"sqlite+aiosqlite:///{shutil.copy(migrated, tmp_path)}")
    bot = await connection.connect(TOKEN, server.url, asyncio.sleep)
    post = Post(world, store, bot, clock)
    async with post.reader.application:
        yield post
    await bot.shutdown()
    await store.close()
    await server.stop()
    judge.calls(world)


@pytest.fixture
def ana(post: Post) -> int:
    return next(iter(post.world.people))


@pytest.fixture
def ben(post: Post) -> int:
    return list(post.world.people)[1]


@pytest.fixture
async def far() -> AsyncIterator[Telegram]:
    """A Telegram that answers as it is told to."""
    telegram = Telegram()
    yield telegram
    telegram.hold.set()


@pytest.fixture
async def server(far: Telegram) -> AsyncIterator[TestServer]:
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", far.handle)
    server = TestServer(app)
    async with server:
        yield server
        far.hold.set()


@pytest.fixture
async def bot(server: TestServer) -> AsyncIterator[telegram.Bot]:
    async with bot_at(str(server.make_url("")).rstrip("/"), AiohttpRequest(limit=2)) as bot:
        yield bot


async def _never(_: datetime) -> None:
    raise AssertionError("nobody turns this clock")


async def _untold(_: int) -> None:
    return None
