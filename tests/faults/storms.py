"""The long command: the bot is killed again and again while it works, and nothing is lost or done twice.

python -m tests.faults.storms [inbox|outbox|sigterm|all] [--updates N] [--kills N] [--seed N]
The bot is a process of its own; who judges (`ledger`) sees the server's log and the database only.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from bot import app
from bot.app import Dice
from bot.coach import messages
from bot.playground import World, methods
from bot.store import engine, outbox
from bot.store.states import LetterKind
from tests.faults import ledger, process
from tests.faults.ledger import Log, Outcome
from tests.faults.process import Lives

A_SECOND = 60  # updates
COMMANDS = ("/start", "/help", "/privacy")  # each is answered by one screen, and none like another
FAST = {"SEND_PER_SECOND": "1000", "PAID_BROADCAST": "1"}
STALLED = 60.0  # seconds without what must come: a storm that waits so long has lost it
UNEXPECTED = 0.03  # seconds at most between what the server sees and the end of the bot
DRAIN = 20.0


@dataclass(slots=True)
class Scene:
    """A bot to be killed, its world and the world's whole log."""

    folder: Path
    world: World
    log: Log
    bot: Lives
    roll: Dice

    async def until(self, arrived: int) -> None:
        """Wait until so many different messages reached people; TimeoutError where they don't."""
        await self.world.wait_for(lambda: len(self.log.arrived) >= arrived, STALLED)

    async def called(self, calls: int) -> None:
        """Wait until the bot made so many calls, or has nothing more to do."""
        with suppress(TimeoutError):
            await self.world.wait_for(lambda: len(self.log) >= calls, 2)

    async def finished(self, arrived: int) -> None:
        """Let a last life do what is left. What it can't is for the judge to count."""
        await self.bot.start()
        with suppress(TimeoutError):
            await self.until(arrived)
        await self.bot.stop()


@asynccontextmanager
async def scene(folder: Path, seed: int, crowd: int, **more: str) -> AsyncIterator[Scene]:
    """A world with so many people, each of whom the bot may write to, and an empty database.

    `more` settings, if any.
    """
    world, log = process.blank(), Log()
    for number in range(crowd):
        world.say(world.add_person(f"Person {number}").id, "hello")
    world.updates.pending.clear()
    world.feed.calls = log
    store = await engine.open_store(f"sqlite:///{folder / 'ask-anyway.db'}")
    await store.close()
    async with process.lives(folder, world, **FAST, **more) as bot:
        yield Scene(folder, world, log, bot, app.dice(seed))


async def written(scene: Scene, rate: float | None) -> None:
    """Everybody writes every command, so many a second in all, or all at once."""
    begun, clock = asyncio.get_running_loop().time(), asyncio.get_running_loop().time
    for number, (command, person_id) in enumerate(product(COMMANDS, scene.world.people)):
        if rate is not None:  # the pace is what is tried here: nothing waits for anything by it
            await asyncio.sleep(max(begun + number / rate - clock(), 0))
        scene.world.say(person_id, command)


async def killed(scene: Scene, size: int, kills: int) -> int:
    """Kill it at random moments: by turns in the course of the work, and just after a start.

    How many letters were in flight at these moments, in all.
    """
    marks = sorted(int(scene.roll() * size * 0.95) for _ in range(kills))
    left = 0
    for number, mark in enumerate(marks):
        calls = len(scene.log) + int(scene.roll() * 12)
        await scene.bot.born()
        if number % 2:
            await scene.called(calls)
        else:
            await scene.until(mark - ledger.given_up(scene.folder, scene.log))
        await asyncio.sleep(scene.roll() * UNEXPECTED)  # waits for nothing: picks the instruction it dies in
        await scene.bot.kill()
        left += ledger.in_flight(scene.folder)
    return left


async def inbox(folder: Path, size: int, kills: int, seed: int, rate: float | None) -> Outcome:
    """kill -9 while updates come in, from a backlog or so many a second."""
    size = size // len(COMMANDS) * len(COMMANDS)
    outcome = Outcome("inbox, " + (f"{rate:g}/s" if rate else "backlog"), size, kills)
    async with scene(folder, seed, size // len(COMMANDS)) as stage:
        _, outcome.in_flight = await asyncio.gather(written(stage, rate), killed(stage, size, kills))
        await stage.finished(size)
        ledger.updates(outcome, folder, stage.log, size)
    return outcome


async def sent_out(folder: Path, size: int, kills: int, seed: int) -> Outcome:
    """kill -9 while the outbox is sent: letters of every kind, one of each to a person."""
    size = size // 3 * 3
    outcome = Outcome("outbox", size, kills)
    async with scene(folder, seed, size // 3) as stage:
        await filled(stage)
        outcome.in_flight = await killed(stage, size, kills)
        await stage.finished(size - ledger.given_up(folder, stage.log))
        ledger.letters(outcome, folder, stage.log)
    return outcome


async def filled(scene: Scene, kinds: list[LetterKind] | None = None) -> None:
    """Put a letter of each kind to everybody into the outbox, or one of a kind to each, in order.

    The edit is of a message they have."""
    now, store = scene.world.instant(), await engine.open_store(f"sqlite:///{scene.folder / 'ask-anyway.db'}")
    every = list(LetterKind)
    async with store.unit() as unit:
        for number, one in enumerate(scene.world.people):
            old = await methods.called(scene.world, "sendMessage", {"chat_id": one, "text": "old"})
            for kind in [kinds[number]] if kinds else every[number % 3 :] + every[: number % 3]:
                edit = old["result"]["message_id"] if kind is LetterKind.EDIT else None
                words = messages.Known(f"<{kind} {number}>")
                await outbox.put(unit, one, words, now=now, kind=kind, edit_of=edit)
    await store.close()
    scene.log.clear()
    scene.log.arrived.clear()


async def sigterm(folder: Path, size: int, stops: int, seed: int, rate: float | None) -> Outcome:
    """SIGTERM while updates come in: each time it ends in time and leaves nothing in flight."""
    size = size // len(COMMANDS) * len(COMMANDS)
    outcome = Outcome("sigterm, " + (f"{rate:g}/s" if rate else "backlog"), size, stops)
    async with scene(folder, seed, size // len(COMMANDS)) as stage:
        await asyncio.gather(written(stage, rate), stopped(stage, outcome))
        await stage.finished(size)
        ledger.updates(outcome, folder, stage.log, size)
    outcome.expect(outcome.in_flight == 0, "left letters in flight")
    outcome.expect(outcome.longest <= DRAIN, "took longer than a service manager waits")
    return outcome


async def stopped(scene: Scene, outcome: Outcome) -> None:
    clock = asyncio.get_running_loop().time
    for mark in sorted(int(scene.roll() * outcome.size * 0.9) for _ in range(outcome.ends)):
        await scene.bot.start()
        await scene.until(mark)
        await asyncio.sleep(scene.roll() * UNEXPECTED)  # as above
        begun = clock()
        await scene.bot.stop()
        outcome.longest = max(outcome.longest, clock() - begun)
        outcome.in_flight += ledger.in_flight(scene.folder)


# --- the command

TITLES = (
    "fault",
    "size",
    "ends",
    "lost",
    "twice",
    "repeated",
    "in flight",
    "uncertain",
    "longest s",
    "took s",
    "verdict",
)


def row(*cells: object) -> str:
    widths = (18, 7, 6, 6, 7, 10, 11, 11, 11, 8, 0)
    return "".join(f"{cell!s:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


async def play(which: str, size: int, kills: int, seed: int) -> list[Outcome]:
    """Play the storms of a name, each in a folder of its own, and print how each ended."""
    storms: dict[str, list[Callable[[Path], Awaitable[Outcome]]]] = {
        "inbox": [
            lambda home: inbox(home, size, kills, seed, A_SECOND),
            lambda home: inbox(home, size, kills, seed, None),
        ],
        "outbox": [lambda home: sent_out(home, size, kills, seed)],
        "sigterm": [
            lambda home: sigterm(home, size, kills, seed, A_SECOND),
            lambda home: sigterm(home, size, kills, seed, None),
        ],
    }
    clock, found = asyncio.get_running_loop().time, []
    for name in storms if which == "all" else (which,):
        for storm in storms[name]:
            begun = clock()
            with tempfile.TemporaryDirectory() as home:
                outcome = await storm(Path(home))
            outcome.seconds = clock() - begun
            found.append(outcome)
            say(table_row(outcome))
    return found


def table_row(one: Outcome) -> str:
    counted = (one.fault, one.size, one.ends, one.lost, one.twice, one.repeated, one.in_flight, one.uncertain)
    return row(*counted, f"{one.longest:.1f}", f"{one.seconds:.0f}", one.verdict())


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  a command prints


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.storms")
    parser.add_argument("which", nargs="?", default="all", choices=["inbox", "outbox", "sigterm", "all"])
    parser.add_argument("--updates", type=int, default=3000, help="updates, or letters of the outbox")
    parser.add_argument("--kills", type=int, default=40, help="ends of the bot")
    parser.add_argument("--seed", type=int, default=1)
    wished = parser.parse_args(arguments)
    say(row(*TITLES))
    found = asyncio.run(play(wished.which, wished.updates, wished.kills, wished.seed))
    return 1 if any(one.verdict() != "held" for one in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
