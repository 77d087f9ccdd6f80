"""The long command: a full disk, a database locked by another process, and backups while updates stream in.

python -m tests.faults.squeezes [full|locked|backup|all] [--people N] [--seeds N] [--ballast MB]
The bot is a process of its own; who judges (`ledger`) sees the server's log and the database only.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path

import aiohttp

from bot.store import backup
from tests.faults import ledger, process, storms
from tests.faults.ledger import Outcome
from tests.faults.process import TOKEN
from tests.faults.storms import COMMANDS, Scene, say

DONE = "SELECT count(*) FROM inbox WHERE state = 'done'"
LETTERS = "SELECT count(*) FROM outbox"
LOCKER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


# --- what keeps it from writing


@asynccontextmanager
async def full(scene: Scene) -> AsyncIterator[None]:
    """The living process can't make any file longer (RLIMIT_FSIZE), as on a full disk."""
    bot, most = scene.bot.pid, resource.RLIM_INFINITY
    resource.prlimit(bot, resource.RLIMIT_FSIZE, (0, most))
    yield
    resource.prlimit(bot, resource.RLIMIT_FSIZE, (most, most))


@asynccontextmanager
async def locked(scene: Scene) -> AsyncIterator[None]:
    """Another process has begun to write, and does not end."""
    aside = scene.folder / "locker"
    aside.mkdir(exist_ok=True)
    file = str(scene.folder / "ask-anyway.db")
    async with process.started(aside, file, run=("-c", LOCKER), given={}) as locker:
        assert await locker.line() == "held"
        yield


Trouble = Callable[[Scene], AbstractAsyncContextManager[None]]


@dataclass(slots=True)
class Squeezed:
    """What was seen while the bot could not write: what Telegram had to keep, what the operator was told."""

    outcome: Outcome
    kept: int = 0  # updates that Telegram still has, of those written meanwhile
    written: int = 0
    ready: list[tuple[int, str]] = field(default_factory=list)  # /readyz, in and after each
    status: list[str] = field(default_factory=list)  # the line of `ask-anyway status`, in each

    def judge(self, because: str) -> None:
        """Nothing was acknowledged that could not be kept, and the operator is told why."""
        self.outcome.expect(
            self.kept == self.written, f"{self.written - self.kept} acknowledged and not kept"
        )
        during, after = self.ready[::2], self.ready[1::2]
        told = all(status == 503 and because in line for status, line in during)
        self.outcome.expect(told, f"/readyz said {during}")
        self.outcome.expect(all(line == (200, "ok") for line in after), f"/readyz said {after} afterwards")
        self.outcome.expect(all(because in line for line in self.status), f"status said {self.status}")


BECAUSE: dict[Trouble, str] = {full: "its disk", locked: "another process has locked it"}


async def squeezed(
    folder: Path,
    trouble: Trouble,
    people: int,
    seed: int,
    times: int = 1,
    *,
    patience: float = 5,
    operator: bool = True,
) -> Squeezed:
    """Let the trouble come while the bot answers, while more is written, and go again; twice at most."""
    size = people * (1 + times)
    seen = Squeezed(Outcome(trouble.__name__, size, 0))
    given = {"LISTEN": process.free_address(), "DATABASE_URL": f"{_url(folder)}?timeout={patience}"}
    async with storms.scene(folder, seed, people, **given) as stage:
        await stage.bot.start()
        for number in range(times):
            crowd = list(stage.world.people)
            for person_id in crowd if number == 0 else ():
                stage.world.say(person_id, COMMANDS[0])
            await stage.until(int(people * (number + stage.roll())))  # in the midst of its work
            async with trouble(stage):
                await _write(stage, seen, COMMANDS[1 + number])
                seen.ready.append(await ready(given["LISTEN"]))
                if operator:
                    seen.status.append(await status(stage.folder, given))
            await stage.until(people * (2 + number))
            seen.ready.append(await ready(given["LISTEN"]))
        await stage.bot.stop()
        ledger.updates(seen.outcome, folder, stage.log, size)
    seen.judge(BECAUSE[trouble])
    return seen


async def _write(scene: Scene, seen: Squeezed, words: str) -> None:
    """Everybody writes, and Telegram is asked twice for what they wrote: it was not acknowledged."""
    first = scene.world.updates.next_id
    for person_id in scene.world.people:
        scene.world.say(person_id, words)
    await scene.world.wait_for(lambda: _offered(scene, first) > 1, storms.STALLED)
    seen.kept += sum(update["update_id"] >= first for update in scene.world.updates.pending)
    seen.written += len(scene.world.people)


def _offered(scene: Scene, number: int) -> int:
    """How often an update was given out."""
    pages = [
        call.response["result"] for call in scene.log if call.method == "getUpdates" and call.response["ok"]
    ]
    return sum(any(update["update_id"] == number for update in page) for page in pages)


async def ready(listen: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as watcher, watcher.get(f"http://{listen}/readyz") as answer:
        return answer.status, (await answer.text()).strip()


async def status(folder: Path, given: dict[str, str]) -> str:
    """What `ask-anyway status` says of the bot, in a process of its own."""
    aside = folder / "operator"
    aside.mkdir(exist_ok=True)
    told = await process.ended(aside, "status", DATA_DIR=str(folder), BOT_TOKEN=TOKEN, **given)
    return next((line for line in told.out.splitlines() if line.startswith("serving")), told.out + told.err)


def _url(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'ask-anyway.db'}"


# --- backups


@dataclass(slots=True)
class Copied:
    """Backups under load: how long each took, and how long the slowest answer took meanwhile."""

    outcome: Outcome
    took: list[float] = field(default_factory=list)  # seconds, with both examinations
    megabytes: float = 0.0
    slowest: float = 0.0  # seconds from the update to its answer


async def backed_up(folder: Path, people: int, copies: int, seed: int, ballast: int = 0) -> Copied:
    """Back up and examine while updates come in; each copy has all that was acknowledged before it began."""
    size = people * len(COMMANDS)
    found = Copied(Outcome("backup", size, copies))
    async with storms.scene(folder, seed, people) as stage:
        _load(folder, ballast)
        await stage.bot.start()
        begun, first = stage.world.instant(), stage.world.updates.next_id
        await asyncio.gather(storms.written(stage, storms.A_SECOND), _copied(stage, found, size, first))
        await stage.until(size)
        await stage.bot.stop()
        found.slowest = _slowest(stage, begun)
        ledger.updates(found.outcome, folder, stage.log, size)
    return found


async def _copied(scene: Scene, found: Copied, size: int, first: int) -> None:
    clock = asyncio.get_running_loop().time
    for number in range(found.outcome.ends):
        await scene.until(int(size * (number + scene.roll()) / found.outcome.ends))
        acknowledged, copy = set(range(first, _next(scene))), scene.folder / f"{number}.backup"
        begun = clock()
        await asyncio.to_thread(backup.make, _url(scene.folder), copy, scene.world.instant())
        whole = await asyncio.to_thread(backup.verify, copy)  # restore --check
        found.took.append(clock() - begun)
        found.megabytes = whole.size / 1e6
        _judge_copy(found.outcome, copy, acknowledged)
        copy.unlink()


def _next(scene: Scene) -> int:
    """The first update that Telegram was not yet told to forget."""
    updates = scene.world.updates
    return int(updates.pending[0]["update_id"]) if updates.pending else updates.next_id


def _judge_copy(outcome: Outcome, copy: Path, acknowledged: set[int]) -> None:
    """Sound, of one moment, and with everything in it that was acknowledged before it began."""
    with closing(sqlite3.connect(copy)) as found:
        outcome.expect(found.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "a copy is damaged")
        outcome.expect(found.execute("PRAGMA foreign_key_check").fetchall() == [], "a copy has loose rows")
        kept = {number for (number,) in found.execute("SELECT update_id FROM inbox")}
        done, letters = (found.execute(query).fetchone()[0] for query in (DONE, LETTERS))
    outcome.lost += len(acknowledged - kept)
    outcome.expect(done == letters, f"a copy has {done} updates done and {letters} answers")


def _slowest(scene: Scene, begun: datetime) -> float:
    """The longest from an update, which came in an even stream, to its answer; each chat's are in order."""
    at = {chat_id: list[datetime]() for chat_id in scene.world.people}
    for call in scene.log:
        if call.method in ledger.SENDS and call.response["ok"]:
            at[call.response["result"]["chat"]["id"]].append(call.at)
    stream = enumerate(product(range(len(COMMANDS)), at))
    written = {
        (chat_id, turn): begun + timedelta(seconds=n / storms.A_SECOND) for n, (turn, chat_id) in stream
    }
    waits = [at[chat_id][turn] - when for (chat_id, turn), when in written.items()]
    return max(waits).total_seconds()


def _load(folder: Path, megabytes: int) -> None:
    """Make the database as large as one of years."""
    with closing(sqlite3.connect(folder / "ask-anyway.db")) as found, found:
        rows = ((f"ballast {number}", "x" * 10_000) for number in range(100 * megabytes))
        found.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", rows)


# --- the command


async def play(which: str, people: int, seeds: int, ballast: int) -> list[Outcome]:
    """Play each so often, print what was seen of it, and tell how each ended."""
    found = []
    for trouble in (one for one in (full, locked) if which in (one.__name__, "all")):
        for seed in range(1, seeds + 1):
            with tempfile.TemporaryDirectory() as home:
                seen = await squeezed(Path(home), trouble, people, seed, times=2)
            found.append(seen.outcome)
            say(
                _row(
                    seen.outcome, seed, f"kept by Telegram {seen.kept} of {seen.written}; {seen.ready[0][1]}"
                )
            )
    for seed in range(1, seeds + 1) if which in ("backup", "all") else ():
        with tempfile.TemporaryDirectory() as home:
            copied = await backed_up(Path(home), people * 10, 5, seed, ballast)
        found.append(copied.outcome)
        times = f"longest copy {max(copied.took):.2f} s, slowest answer {copied.slowest:.2f} s"
        say(_row(copied.outcome, seed, f"{copied.megabytes:.0f} MB, {times}"))
    return found


def _row(one: Outcome, seed: int, seen: str) -> str:
    counts = f"size {one.size:4}  lost {one.lost}  twice {one.twice}  repeated {one.repeated}"
    return f"{one.fault:<8} seed {seed:<3} {counts}  {one.verdict()}; {seen}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.squeezes")
    parser.add_argument("which", nargs="?", default="all", choices=["full", "locked", "backup", "all"])
    parser.add_argument(
        "--people", type=int, default=30, help="who write at once; ten times as many to back up"
    )
    parser.add_argument("--seeds", type=int, default=3, help="how often each is played, and differently")
    parser.add_argument(
        "--ballast", type=int, default=200, help="megabytes in the database that is backed up"
    )
    wished = parser.parse_args(arguments)
    found = asyncio.run(play(wished.which, wished.people, wished.seeds, wished.ballast))
    say(f"load {os.getloadavg()[0]:.1f}")
    return int(any(one.verdict() != "held" for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
