"""The playground: its server, the real bot that meets it over HTTP, and a clock that can jump.

Nothing of this is imported when the bot serves Telegram.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot import app, playground
from bot.app import Clock, Dice, Running, StoppedClock, Tasks
from bot.playground import LOOPBACK, Served, World, memory
from bot.playground import tour as played
from bot.service import ticking
from bot.settings import Settings, SettingsFault
from bot.telegram.limits import Limits

PLAY_TOKEN = "1000000:the-playground-has-no-secrets-here"  # noqa: S105  known to everybody, opens nothing
MOST_STOPS = 1000  # of one jump of the clock
LOCAL = "127.0.0.1"
MONDAY = datetime(2026, 11, 23, 12, 20, tzinfo=UTC)  # the tour begins at 07:20 in New York
SEED = 4
PATIENCE = 20.0  # seconds for the bot to answer everything
# after a kill the kept world is a second older than the bot's log, which hears no update number twice
SKIPPED = 1000


async def play(settings: Settings, announce: Callable[[str], None]) -> None:
    """The playground, until a signal comes; `announce` is told the address of its page."""
    tasks = Tasks()
    stop = app.signals()
    folder = settings.data_dir / "playground"
    async with rehearsing(settings, tasks, folder, port=settings.port) as rehearsal:
        announce(rehearsal.served.url)
        await app.until(stop, tasks)


async def tour(settings: Settings, write: Callable[[str], None]) -> None:
    """A played first week, line by line."""
    tasks = Tasks()
    with tempfile.TemporaryDirectory() as folder:
        async with rehearsing(
            settings, tasks, Path(folder), clock=StoppedClock(MONDAY), roll=app.dice(SEED)
        ) as rehearsal:
            await played.play(rehearsal.stage(), write)


@dataclass(slots=True)
class Rehearsal:
    """The playground's server with a bot that meets it over HTTP, and a clock that can jump."""

    world: World
    clock: Clock
    served: Served = field(init=False)
    bot: Running = field(init=False)

    async def jump(self, to: datetime) -> None:
        """Turn the clock forward, stopping at everything that is due on the way."""
        for _ in range(MOST_STOPS):
            due = await self.bot.next_due()
            if due is None or due > to:
                break
            await self._turn(due)
        await self._turn(to)

    async def _turn(self, to: datetime) -> None:
        self.clock.offset += max(to - self.clock.now(), timedelta())
        self.world.offset = self.clock.offset.total_seconds()
        await self.bot.ticker.tick()
        async with asyncio.timeout(PATIENCE):
            await self.bot.sender.idle.wait()

    async def settle(self) -> None:
        """Wait until the bot has handled everything that was sent to it, and has said what it has to say."""
        await self.world.wait_for(lambda: not self.world.updates.pending, timeout=PATIENCE)
        async with asyncio.timeout(PATIENCE):
            await self.bot.reader.idle.wait()
            await self.bot.sender.idle.wait()

    def stage(self) -> played.Stage:
        return played.Stage(self.world, self.jump, self.next_morning, self.settle)

    async def next_morning(self, person_id: int) -> datetime | None:
        async with self.bot.store.read() as unit:
            return await ticking.next_morning(unit, person_id)


@asynccontextmanager
async def rehearsing(
    settings: Settings,
    tasks: Tasks,
    folder: Path,
    *,
    port: int = 0,
    clock: Clock | None = None,
    roll: Dice = app.any_roll,
) -> AsyncIterator[Rehearsal]:
    """Start the playground's server and the real bot against it; a second start goes on where it was.

    Port 0 takes a free one on 127.0.0.1, else LISTEN of the settings is used.
    """
    clock = clock or Clock()
    world = _remembered(folder, clock)
    rehearsal = Rehearsal(world, clock)
    async with AsyncExitStack() as stack:
        rehearsal.served = await _stage(rehearsal, settings.host if port else LOCAL, port)
        stack.push_async_callback(rehearsal.served.stop)
        stack.push_async_callback(Tasks.end, tasks.spawn("memory", memory.keep(world, folder)))
        here = settings.model_copy(
            update={
                "bot_token": SecretStr(PLAY_TOKEN),
                "bot_api_url": rehearsal.served.url,
                "database_url": f"sqlite+aiosqlite:///{folder / 'ask-anyway.db'}",
                "webhook_url": None,
            }
        )
        lifted = Limits(1000, per_chat=1000, chat_burst=1000, group_per_minute=1000)
        rehearsal.bot = await stack.enter_async_context(
            app.running(here, clock, tasks, roll=roll, limits=lifted, beside=False)
        )
        yield rehearsal


def _remembered(folder: Path, clock: Clock) -> World:
    """The world as it was left, or a new one; its clock goes on from where it had jumped to."""
    world = World(clock.now, PLAY_TOKEN)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if memory.load(folder, world):
            world.updates.next_id += SKIPPED
        else:
            playground.seed(world)
    except (OSError, memory.MemoryFault) as error:
        raise SettingsFault(f"DATA_DIR: {error}; start again, or name another folder") from error
    clock.offset = timedelta(seconds=world.offset)
    return world


async def _stage(rehearsal: Rehearsal, host: str, port: int) -> Served:
    address = f"{host}:{port}"
    if host not in LOOPBACK:
        raise SettingsFault(
            f"LISTEN: the playground is for this machine only, so {address} won't do; "
            "take 127.0.0.1, as in LISTEN=127.0.0.1:8080"
        )
    try:
        return await playground.serve(
            rehearsal.world, host=host, port=port, jump=rehearsal.jump, next_morning=rehearsal.next_morning
        )
    except OSError as error:
        raise app.taken(address) from error
