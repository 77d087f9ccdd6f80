"""The composition root: the only reader of the clock, the only dice, the only spawner of tasks.

It wires the rooms, starts them in order, and stops them in the order in which nothing is lost.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import random
import signal
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Any

from aiohttp import web

from bot import __version__, logbook
from bot.logbook import Event
from bot.schedule import ticker, watchdog
from bot.schedule.ticker import Ticker, keep_time, schedule
from bot.service import learnt_bank, ticking
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment
from bot.settings import Settings, SettingsFault
from bot.store import StoreFault, engine, meta, status
from bot.store.engine import Store
from bot.tally import Tally
from bot.telegram import connection, profile, redact
from bot.telegram.connection import Bot
from bot.telegram.intake import Intake
from bot.telegram.limits import Limits
from bot.telegram.reader import Reader
from bot.telegram.sender import Sender
from bot.web import side, webhook
from bot.words import bank
from bot.words.render import Words

PATIENCE = 5.0  # seconds that a start waits until all that came due before it is handled
DRAIN = 20.0  # seconds that may pass between SIGTERM and the end

Dice = Callable[[], float]

any_roll: Dice = random.SystemRandom().random  # the links of circles are made of it

FAULTS = (SettingsFault, StoreFault, connection.TokenRefused)  # said in one sentence, exit status 2


@dataclass(slots=True)
class Clock:
    """The only clock. The playground turns it forward."""

    offset: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset


class StoppedClock(Clock):
    """A clock that moves only when it is turned, for the tour and the tests."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self._at = at

    def now(self) -> datetime:
        return self._at + self.offset


def dice(seed: int) -> Dice:
    """Dice that fall the same way every time."""
    return random.Random(seed).random  # noqa: S311  no secret


@dataclass(slots=True)
class Running:
    """A bot that runs: what the playground and the tests reach for."""

    store: Store
    intake: Intake
    reader: Reader
    sender: Sender
    ticker: Ticker
    clock: Clock
    moment: Callable[[], Moment]
    tally: Tally

    async def status(self) -> status.Status:
        """How it stands; what this raises where the database doesn't answer is the caller's to show."""
        async with self.store.read() as unit:
            found = await status.read(unit, self.clock.now())
            return replace(found, unwritable=self.store.unwritable)

    async def next_due(self) -> datetime | None:
        async with self.store.read() as unit:
            return await ticking.next_at(unit)


class Tasks:
    """Spawns what runs for ever, and ends it; a task that dies ends the bot."""

    def __init__(self) -> None:
        self.died: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def spawn(self, name: str, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        if not task.cancelled() and (error := task.exception()) and not self.died.done():
            self.died.set_exception(error)

    @staticmethod
    async def end(task: asyncio.Task[None]) -> None:
        task.cancel()
        await asyncio.wait([task])


@asynccontextmanager
async def running(
    settings: Settings,
    clock: Clock,
    tasks: Tasks,
    *,
    roll: Dice = any_roll,
    limits: Limits | None = None,
    beside: bool = True,
) -> AsyncIterator[Running]:
    """Start the bot against the Bot API server of the settings, and stop it in order.

    `beside` serves the web side on LISTEN. Raises SettingsFault, StoreFault or TokenRefused.
    """
    async with AsyncExitStack() as stack:
        store = await engine.open_store(settings.database_url)
        stack.push_async_callback(store.close)
        api = await connection.connect(_token(settings), settings.bot_api_url, asyncio.sleep)
        stack.push_async_callback(api.shutdown)
        limits = Limits(settings.send_per_second) if limits is None else limits
        async with store.read() as unit:
            asks = await learnt_bank.opened(unit, bank.load().challenges)
        bot = _wired(settings, clock, store, api, roll, limits, asks)
        await profile.introduce(api)
        await stack.enter_async_context(_at_work(bot, tasks))
        await stack.enter_async_context(_open_for_updates(settings, bot, api, tasks, beside))
        catching_up = tasks.spawn("catch up", bot.ticker.catch_up(version("tzdata")))
        stack.push_async_callback(Tasks.end, catching_up)
        await asyncio.wait([catching_up], timeout=PATIENCE)  # with very many people, beside the work
        yield bot


def _token(settings: Settings) -> str:
    if settings.bot_token is None:
        raise SettingsFault("BOT_TOKEN: is not set; take the one BotFather gave you")
    return settings.bot_token.get_secret_value()


def _wired(
    settings: Settings, clock: Clock, store: Store, api: Bot, roll: Dice, limits: Limits, asks: LearntBank
) -> Running:
    def moment() -> Moment:
        return Moment(clock.now(), roll(), asks.bank, settings.default_zone, asks.edition, api.username)

    tally = Tally()
    words, paid = Words(bank.load()), settings.paid_broadcast
    sender = Sender(store, api, words, limits, clock.now, time.monotonic, tally, paid=paid)
    reader = Reader(store, api, moment, sender.ring, words, tally)
    intake = Intake(store, clock.now, reader.ring, tally)
    timer = Ticker(store, moment, sender.ring, asks)
    return Running(store, intake, reader, sender, timer, clock, moment, tally)


@asynccontextmanager
async def _at_work(bot: Running, tasks: Tasks) -> AsyncIterator[None]:
    """Sender, reader and schedule at work. At the end the reader stops first, and what is written is sent."""
    await bot.sender.recover()
    async with bot.reader.application, AsyncExitStack() as stack:
        sending = tasks.spawn("sender", bot.sender.run())
        stack.push_async_callback(_drained, bot.sender, sending)
        reading = tasks.spawn("reader", bot.reader.run(asyncio.sleep))
        stack.push_async_callback(_finished, bot.reader, reading)
        scheduler = schedule(bot.ticker)
        scheduler.start()
        stack.push_async_callback(ticker.end, scheduler, bot.ticker, DRAIN / 8)
        timing = tasks.spawn("time", keep_time(scheduler, Clock().now, asyncio.sleep))
        stack.push_async_callback(Tasks.end, timing)
        yield


@asynccontextmanager
async def _open_for_updates(
    settings: Settings, bot: Running, api: Bot, tasks: Tasks, beside: bool
) -> AsyncIterator[None]:
    """Let updates in: by long polling, or by webhook where one is set. The web side runs beside both."""
    async with AsyncExitStack() as stack:
        routes = side.build(bot.status, bot.tally)
        if settings.webhook_url is None or settings.webhook_secret is None:
            await connection.poll_instead(api)
            polling = tasks.spawn("poll", bot.intake.poll(api, asyncio.sleep))
            stack.push_async_callback(Tasks.end, polling)
        else:
            secret = settings.webhook_secret.get_secret_value()
            await bot.intake.begin(meta.WEBHOOK)
            webhook.add(routes, settings.webhook_url, secret, bot.intake.take)
            await connection.hook(api, settings.webhook_url, secret)
        if beside:
            runner = await _listen(settings, routes)
            stack.push_async_callback(runner.cleanup)
        yield


async def _listen(settings: Settings, routes: web.Application) -> web.AppRunner:
    try:
        return await side.serve(routes, settings.host, settings.port)
    except OSError as error:
        raise taken(settings.listen) from error


def taken(address: str) -> SettingsFault:
    return SettingsFault(
        f"LISTEN: {address} is taken or not ours to listen on; end the program that uses it, "
        "or name another address, as in LISTEN=127.0.0.1:8081"
    )


async def _finished(reader: Reader, reading: asyncio.Task[None]) -> None:
    """Let the reader finish what it has begun; what it has not stays in the inbox."""
    reader.stop()
    await asyncio.wait([reading], timeout=DRAIN / 2)
    await Tasks.end(reading)


async def _drained(sender: Sender, sending: asyncio.Task[None]) -> None:
    """Send what is written, as far as that goes in time; the rest stays in the outbox, nothing in flight."""
    if not await sender.drained(DRAIN / 4):
        logbook.note(Event.STOP_UNDRAINED)
    await asyncio.wait([sending], timeout=DRAIN / 8)
    await Tasks.end(sending)
    with engine.tolerant():  # of a full disk: the next start does it
        await sender.recover()  # what Telegram has not answered yet


# --- to run


async def serve(settings: Settings) -> None:
    """Serve Telegram until a signal comes."""
    tasks, stop = Tasks(), signals()
    systemd = watchdog.Watchdog(settings.notify_socket, settings.watchdog_usec)
    tasks.spawn("watchdog", systemd.reassure(asyncio.sleep))
    starting = tasks.spawn("start", _give_up(asyncio.current_task(), stop))
    with suppress(asyncio.CancelledError):  # a signal may come while it still waits for Telegram
        async with running(settings, Clock(), tasks):
            starting.cancel()
            gc.freeze()  # what is loaded stays for good; walking it would hold the loop for 100 ms and more
            systemd.say(watchdog.READY)
            logbook.note(Event.BOT_STARTED, version=__version__, sqlite=Store.sqlite_version)
            await until(stop, tasks)
            systemd.say(watchdog.STOPPING)
    logbook.note(Event.BOT_STOPPED)


async def _give_up(start: asyncio.Task[Any] | None, stop: asyncio.Event) -> None:
    if await stop.wait() and start:
        start.cancel()


def signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def until(stop: asyncio.Event, tasks: Tasks) -> None:
    """Wait for a signal, or for a task that died."""
    waiting = tasks.spawn("signal", stop.wait())
    await asyncio.wait([waiting, tasks.died], return_when=asyncio.FIRST_COMPLETED)
    await Tasks.end(waiting)
    if tasks.died.done():
        tasks.died.result()


def log_to_stderr(settings: Settings, quiet: bool = False) -> None:
    """Log as the settings say, without secrets; `quiet` where a person looks on and asked for no more."""
    secrets = [s.get_secret_value() for s in (settings.bot_token, settings.webhook_secret) if s is not None]
    handler = redact.handler(settings.log_format == "json", secrets)
    level = logging.WARNING if quiet and settings.log_level == "INFO" else settings.log_level
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # two tell of every look and every step; two would quote, at DEBUG, what people wrote
    for chatty in ("apscheduler", "alembic", "aiosqlite", "telegram"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
