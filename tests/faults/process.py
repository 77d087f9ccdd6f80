"""The bot as a process of its own: to start it, to end it by any signal, and to play a person it talks to.

Nothing here decides what is right; the person sees what Telegram would show them and no more.
"""

from __future__ import annotations

import asyncio
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from bot import playground
from bot.app import Clock
from bot.playground import World
from tests.faults import nursery

PATIENCE = 30.0  # seconds; a machine of two cores may be busy with other tests
TOKEN = "700700700:" + "AAF-this-one-opens-nothing-at-all"
ZONES = ("Europe/Lisbon", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Auckland")
COMMAND = ("-m", "bot")

Json = dict[str, Any]
Own = asyncio.subprocess.Process | nursery.Born


# --- processes


@dataclass(frozen=True, slots=True)
class Ended:
    """What is left of a process: its exit status (negative: the signal) and what it wrote."""

    status: int
    out: str
    err: str


@dataclass(slots=True)
class Process:
    """A process under way. What it writes to stderr goes to a file, so that it never waits for a reader."""

    own: Own
    errors: Path

    async def line(self) -> str:
        """The next line it prints; TimeoutError where none comes."""
        assert self.own.stdout is not None
        async with asyncio.timeout(PATIENCE):
            return (await self.own.stdout.readline()).decode().rstrip("\n")

    async def ended(self, by: signal.Signals | None = None) -> Ended:
        """Send a signal, if one is given, and wait for the end."""
        if by is not None:
            self.own.send_signal(by)
        async with asyncio.timeout(PATIENCE * 2):
            out, _ = await self.own.communicate()
        assert self.own.returncode is not None
        return Ended(self.own.returncode, out.decode(), self.errors.read_text())


@asynccontextmanager
async def started(
    folder: Path, *arguments: str, run: tuple[str, ...] | None = None, given: Mapping[str, str]
) -> AsyncIterator[Process]:
    """Let `ask-anyway` be born in a folder, or start Python anew as `run` says; kill what lives at the end.

    Born is what has no import to wait for; with COMMAND it starts as an operator starts it.
    """
    errors = folder / "stderr.txt"
    with errors.open("wb") as sink:
        if run is None:
            own: Own = await nursery.born(folder, arguments, given, sink)
        else:
            own = await anew(folder, (*run, *arguments), given, sink)
    try:
        yield Process(own, errors)
    finally:
        if own.returncode is None:
            own.kill()
            await own.communicate()


async def anew(folder: Path, arguments: tuple[str, ...], given: Mapping[str, str], errors: IO[bytes]) -> Own:
    """Start Python itself, with everything still to import."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=folder,
        env=nursery.environment(given),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=errors,
    )


async def ended(folder: Path, *arguments: str, **variables: str) -> Ended:
    """Run `ask-anyway` to its end."""
    async with started(folder, *arguments, given=variables) as process:
        return await process.ended()


async def ended_anew(folder: Path, *arguments: str) -> Ended:
    """Run it to its end with the start that an operator waits for."""
    async with started(folder, *arguments, run=COMMAND, given={}) as process:
        return await process.ended()


class Lives:
    """A bot that can be killed and started again, as often as the test likes."""

    def __init__(self, folder: Path, given: Mapping[str, str], world: World) -> None:
        self._folder = folder
        self._given = given
        self._world = world
        self._alive: nursery.Born | None = None

    @property
    def pid(self) -> int:
        assert self._alive is not None
        return self._alive.pid

    async def born(self) -> None:
        """Start it, and wait for nothing more."""
        assert self._alive is None
        with (self._folder / "stderr.txt").open("ab") as errors:
            self._alive = await nursery.born(self._folder, (), self._given, errors)

    async def start(self) -> None:
        """Start it, and wait until it asks for updates."""
        self._world.updates.poller = None
        await self.born()
        await self._world.wait_for(lambda: self._world.updates.poller is not None, PATIENCE)

    async def kill(self) -> None:
        """End it between two instructions."""
        assert await self._end(signal.SIGKILL) == -signal.SIGKILL

    async def stop(self) -> None:
        """End it as a service does: it sends what it has written first."""
        assert await self._end(signal.SIGTERM) == 0

    async def over(self) -> None:
        """Leave nothing running, however the test ended."""
        if self._alive is not None:
            await self.kill()

    async def _end(self, by: signal.Signals) -> int | None:
        assert self._alive is not None
        ending, self._alive = self._alive, None
        ending.send_signal(by)
        await ending.communicate()
        return ending.returncode


@asynccontextmanager
async def lives(folder: Path, world: World, **more: str) -> AsyncIterator[Lives]:
    """A bot to be, that meets `world` over HTTP and keeps its data in `folder`; `more` settings, if any."""
    async with served(world) as url:
        given = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "DATA_DIR": str(folder), "LISTEN": "127.0.0.1:0"}
        going = Lives(folder, given | more, world)
        try:
            yield going
        finally:
            await going.over()


# --- the far side


def blank() -> World:
    """A world on the real clock, which is the one that another process has."""
    return World(Clock().now, TOKEN)


@asynccontextmanager
async def served(world: World) -> AsyncIterator[str]:
    """Open a world on loopback; its URL. Its clock cannot be turned, the bot's is in another process."""
    server = await playground.serve(world, jump=_stand_still, next_morning=_untold)
    try:
        yield server.url
    finally:
        await server.stop()


async def _stand_still(_: datetime) -> None:
    raise AssertionError("nobody turns the clock here")


async def _untold(_: int) -> None:
    return None


def free_address() -> str:
    """Where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def midday_zone(now: datetime) -> str:
    """A zone where it is day: no evening word and no turn of the day comes in between, whenever tests run."""
    return next(zone for zone in ZONES if 9 <= now.astimezone(ZoneInfo(zone)).hour < 18)


def shown(world: World, chat_id: int) -> list[Json]:
    """What reached a chat, new and edited, in order: the message as it stood then."""
    return [
        call.response["result"]
        for call in world.calls
        if call.method in ("sendMessage", "editMessageText", "sendPhoto")
        and call.response["ok"]
        and call.response["result"]["chat"]["id"] == chat_id
    ]


def act(world: World, person_id: int, what: str) -> None:
    """Press the button whose label begins so, on the message last shown that has one; else write it."""
    for message in reversed(shown(world, person_id)):
        for button in keys(message):
            if button["text"].casefold().startswith(what.casefold()):
                world.press(person_id, person_id, message["message_id"], button["callback_data"])
                return
    world.say(person_id, what)


def keys(message: Json) -> Iterator[Json]:
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield from row


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """Read the bot's database from outside."""
    with closing(sqlite3.connect(folder / "ask-anyway.db")) as connection:
        return connection.execute(query).fetchall()
