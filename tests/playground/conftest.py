"""A small world on loopback for every test: a clock only tests turn, Ana who has said hello, a way to ask."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.playground import Served, World, serve

Ask = Callable[..., Awaitable[dict[str, Any]]]

TOKEN = "123456789:" + "AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that stands until somebody turns it."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    """Ana has started the bot, Ben never did; both are in a group where the bot is a member."""
    world = World(clock, TOKEN)
    ana = world.add_person("Ana", "Duarte", "pt", "ana_duarte", "Europe/Lisbon")
    ben = world.add_person("Ben", zone="America/New_York")
    world.say(ana.id, "/start")
    group = world.add_group("Rejection buddies", [ana.id, ben.id])
    world.add_bot(group.id)
    world.updates.pending.clear()
    return world


@pytest.fixture
def ana(world: World) -> int:
    return next(iter(world.people))


@pytest.fixture
def ben(world: World) -> int:
    return list(world.people)[1]


@pytest.fixture
def group(world: World) -> int:
    return min(world.chats)


@pytest.fixture
def eight(world: World, ana: int, ben: int) -> int:
    """A supergroup of eight with the bot in it."""
    people = [world.add_person(name).id for name in ("Chiyo", "Dina", "Emil", "Fumi", "Gil", "Hana")]
    group = world.add_group("Askers", [ana, ben, *people])
    world.add_bot(group.id, by=ben)
    new = world.migrate(group.id)
    world.updates.pending.clear()
    return new


@pytest.fixture
async def served(world: World, clock: Clock) -> AsyncIterator[Served]:
    async def jump(to: datetime) -> None:
        world.offset += (to - clock.at).total_seconds()
        clock.at = to

    async def next_morning(person_id: int) -> datetime | None:
        return None

    server = await serve(world, jump=jump, next_morning=next_morning)
    yield server
    await server.stop()


@pytest.fixture
async def web(served: Served) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url=served.url) as session:
        yield session


@pytest.fixture
def ask(web: aiohttp.ClientSession) -> Ask:
    """Call a method of the Bot API with a JSON body and return the whole answer."""

    async def call(method: str, **params: Any) -> dict[str, Any]:
        async with web.post(f"/bot{TOKEN}/{method}", json=params) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == (200 if answer["ok"] else answer["error_code"])
            return answer

    return call
