"""The bot as it serves, in a process of its own, with letters that wait; how long its event loop is held."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, process_time, thread_time

from sqlalchemy import insert

from bot import app, settings
from bot.coach.messages import Message
from bot.store import outbox, tables
from bot.store.codec import MESSAGES
from bot.store.engine import open_store
from bot.store.states import LetterKind, LetterState
from tests.benchmarks.figures import TOKEN
from tests.benchmarks.loopback import SPAWN, pin
from tests.words.examples import EXAMPLES

SAID: Message = EXAMPLES["offer accepted"]
BEAT = 0.005  # seconds
AT_ONCE = 5000
YOUNG = timedelta(hours=1)  # from now, or what waits longest would be too old to be said
QUEUED = Path("/proc/thread-self/schedstat")


@dataclass(slots=True)
class Heart:
    """A beat every few ms in the bot's event loop: by how much it was late, and the CPU in between.

    `waited` is how much of that the loop's thread waited for a core that others had, where the system tells.
    """

    late: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    began: float = 0.0  # by the machine's monotonic clock, as all processes read it
    ended: float = 0.0
    share: float = 0.0  # of a core, all threads

    @property
    def held(self) -> list[float]:
        """By how much a beat was late for the bot's own reasons."""
        return [max(late - waited, 0.0) for late, waited in zip(self.late, self.waited, strict=True)]

    async def beat(self, seconds: float) -> None:
        """Beat for so long, then ask the bot to stop, as systemd does."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        self.began = loop.time()
        self.ended, used = self.began + seconds, process_time()

        def _beat(due: float, before: float, waited: float) -> None:
            now, cpu, queued = loop.time(), thread_time(), _queued()
            self.late.append(now - due)
            self.cpu.append(cpu - before)
            self.waited.append(queued - waited)
            if now < self.ended:
                loop.call_at(now + BEAT, _beat, now + BEAT, cpu, queued)
            else:
                ended.set()

        loop.call_soon(_beat, loop.time(), thread_time(), _queued())
        await ended.wait()
        self.share = (process_time() - used) / seconds
        os.kill(os.getpid(), signal.SIGTERM)


def _queued() -> float:
    """Seconds that this thread was ready to run and had no core; 0 where the system does not tell."""
    return int(QUEUED.read_text().split()[1]) / 1e9 if QUEUED.exists() else 0.0


def _serve(told: Connection, environ: Mapping[str, str], chats: Sequence[int], heart_after: float) -> None:
    pin(0)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the log is written, to where it costs nothing
    heart = Heart()
    asyncio.run(_run(told, settings.read(environ, None), chats, heart_after, heart))
    told.send(heart)


async def _run(
    told: Connection, read: settings.Settings, chats: Sequence[int], heart_after: float, heart: Heart
) -> None:
    await _fill(read.database_url, chats)
    app.log_to_stderr(read)
    told.send("filled")
    async with asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(app.serve(read))
        seconds: float = await asyncio.to_thread(told.recv)
        await asyncio.sleep(heart_after)
        tasks.create_task(heart.beat(seconds))
        await serving


async def _fill(url: str, chats: Sequence[int]) -> None:
    store = await open_store(url)
    row = {
        "kind": LetterKind.AGAIN,
        "language": "en",
        "urgent": outbox.SCHEDULED,
        "message": MESSAGES.encode(SAID),
        "state": LetterState.WAITING,
        "tries": 0,
        "created_at": app.Clock().now() + YOUNG,
    }
    for first in range(0, len(chats), AT_ONCE):
        rows = [row | {"chat_id": chat_id} for chat_id in chats[first : first + AT_ONCE]]
        async with store.unit() as unit:
            await unit.run(insert(tables.outbox), rows)
    await store.close()


class Served:
    """The bot, from outside. It serves from `run` on."""

    def __init__(self, there: Connection) -> None:
        self._there = there
        assert there.recv() == "filled"

    def run(self, seconds: float) -> Heart:
        """Let it serve for so long, and stop it."""
        began = perf_counter()
        self._there.send(seconds)
        heart: Heart = self._there.recv()
        assert perf_counter() - began >= seconds
        return heart


@contextmanager
def serving(
    url: str, chats: Sequence[int], environ: Mapping[str, str], warm_up: float = 3.0
) -> Iterator[Served]:
    """Have a bot with a letter waiting for each of the chats, in this order."""
    here, there = SPAWN.Pipe()
    with tempfile.TemporaryDirectory() as folder:
        set_ = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "DATA_DIR": folder, "LISTEN": "127.0.0.1:0"}
        process = SPAWN.Process(target=_serve, args=(there, {**set_, **environ}, chats, warm_up), daemon=True)
        process.start()
        there.close()
        try:
            yield Served(here)
        finally:
            process.kill()
            process.join()
