"""Letters from row to mark: `python -m tests.benchmarks.full_path [--seconds N] [--delay MS]`.

The bot's own way at full speed and at Telegram's paid ceiling, and the usual way; a process and a core for
each, the server another. Prints what each five seconds carried, so that a sag shows. Ends with status 1 where
a promise is broken: LEAST a second in each five seconds, 1,000 a second in SHARE of a core, TIMES the usual
way.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from time import perf_counter

import telegram
from sqlalchemy import insert

from bot.app import Clock, Tasks
from bot.coach.messages import Message
from bot.store import outbox, tables
from bot.store.codec import MESSAGES
from bot.store.engine import Store, open_store
from bot.store.states import LetterKind, LetterState
from bot.store.unit import Unit
from bot.tally import Tally
from bot.telegram import connection
from bot.telegram.limits import Limits
from bot.telegram.sender import Sender
from bot.words import bank
from bot.words.render import Words
from tests.benchmarks.bare_transport import KEYBOARD, stock_bot
from tests.benchmarks.figures import AT_ONCE, TOKEN, Figures, Watch
from tests.benchmarks.loopback import apart, loopback
from tests.words.examples import EXAMPLES

SAID: Message = EXAMPLES["offer accepted"]
BACKLOG = 2000  # letters that are kept waiting
WRITTEN = 500  # of them in one commit, as a morning writes them
NO_LIMITS = 100_000.0
CEILING = 1000.0
STEP = 5.0  # seconds
LEAST, SHARE, TIMES = 2000, 0.45, 12

Marks = list[tuple[float, int]]  # seconds, and how many were marked as sent by then


async def ours(
    url: str, seconds: float, per_second: float = NO_LIMITS, marks: Marks | None = None
) -> Figures:
    """Rows committed, rendered, sent, marked: what the bot does."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{folder}/bench.db")
        bot = await connection.connect(TOKEN, url, asyncio.sleep)
        tally, limits = Tally(), Limits(per_second, NO_LIMITS, 1000)
        sender = Sender(store, bot, Words(bank.load()), limits, Clock().now, perf_counter, tally)
        gc.freeze()  # as the app does at its start
        sending = Tasks().spawn("sender", sender.run())
        figures = await _kept_busy(store, sender.ring, tally, seconds, marks)
        await Tasks.end(sending)
        await bot.shutdown()
        await store.close()
        return figures


async def usual(url: str, seconds: float) -> Figures:
    """The usual pipeline: stock PTB over httpx, many at once, a commit for each."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{folder}/bench.db")
        async with stock_bot(url) as bot:
            tally = Tally()
            sending = Tasks().spawn("usual", _usual(store, bot, tally))
            figures = await _kept_busy(store, lambda: None, tally, seconds)
            await Tasks.end(sending)
        await store.close()
        return figures


async def _usual(store: Store, bot: telegram.Bot, tally: Tally) -> None:
    words = Words(bank.load())
    while True:
        async with store.read() as unit:
            letters = await outbox.waiting(unit, Clock().now(), AT_ONCE)
        async with store.unit() as unit:
            await outbox.take(unit, [letter.id for letter in letters])
        await asyncio.gather(*(_one(store, bot, words, letter) for letter in letters))
        tally.letters["sent"] += len(letters)


async def _one(store: Store, bot: telegram.Bot, words: Words, letter: outbox.Letter) -> None:
    assert letter.message is not None
    screen = words.screen(letter.message)
    sent = await bot.send_message(letter.chat_id, screen.text, parse_mode="HTML", reply_markup=KEYBOARD)
    async with store.unit() as unit:
        await unit.run(
            tables.outbox.update()
            .where(tables.outbox.c.id == letter.id)
            .values(state=LetterState.SENT, message_id=sent.message_id, sent_at=Clock().now())
        )


async def _kept_busy(
    store: Store, ring: Callable[[], None], tally: Tally, seconds: float, marks: Marks | None = None
) -> Figures:
    """Keep letters waiting until the time is over; how many were marked as sent."""
    watch, written = Watch(), 0
    marks = [] if marks is None else marks
    while watch.seconds < seconds:
        if watch.seconds >= len(marks) * STEP:
            marks.append((watch.seconds, tally.letters["sent"]))
        if written - tally.letters["sent"] < BACKLOG:
            async with store.unit() as unit:
                await _write(unit, written)
            written += WRITTEN
            ring()
        else:
            await asyncio.sleep(0.02)
    marks.append((watch.seconds, tally.letters["sent"]))
    return watch.figures(tally.letters["sent"])


async def _write(unit: Unit, first: int) -> None:
    row = {
        "kind": LetterKind.AGAIN,
        "language": "en",
        "urgent": outbox.SCHEDULED,
        "message": MESSAGES.encode(SAID),
        "state": LetterState.WAITING,
        "tries": 0,
        "created_at": Clock().now(),
    }
    await unit.run(insert(tables.outbox), [row | {"chat_id": first + n + 1} for n in range(WRITTEN)])


# --- the command


def measured(delay: float, seconds: float, per_second: float | None) -> tuple[Figures, Marks]:
    """Run ours at this pace, or the usual way for None, in a process of its own."""
    with loopback(delay) as url:
        return apart(_measure, url, seconds, per_second)


def _measure(url: str, seconds: float, per_second: float | None) -> tuple[Figures, Marks]:
    marks: Marks = []
    contender = usual(url, seconds) if per_second is None else ours(url, seconds, per_second, marks)
    return asyncio.run(contender), marks


def rates(marks: Marks) -> list[float]:
    """Letters a second in each step; a last step that is short of a second is none."""
    steps = pairwise(marks)
    return [(sent - before) / (at - since) for (since, before), (at, sent) in steps if at - since >= 1]


def main() -> int:
    asked = _asked()
    delay = asked.delay / 1000
    full, marks = measured(delay, asked.seconds, NO_LIMITS)
    steps = rates(marks)
    _say("ours, at full speed", full)
    _tell(f"  each {STEP:g} s: {'  '.join(f'{step:,.0f}' for step in steps)}  (at least {LEAST:,})")
    ceiling, _ = measured(delay, asked.seconds, CEILING)
    share = ceiling.cpu / ceiling.seconds
    _say(f"ours, at {CEILING:,.0f} a second", ceiling)
    _tell(f"  {share:.0%} of a core  (at most {SHARE:.0%})")
    other, _ = measured(delay, asked.seconds, None)
    times = full.rate / other.rate
    _say("the usual way", other)
    _tell(f"  ours is {times:.1f} x as fast  (at least {TIMES})")
    return int(min(steps) < LEAST or share > SHARE or times < TIMES)


def _say(what: str, run: Figures) -> None:
    _tell(
        f"{what}: {run.rate:,.0f} a second, {run.per_cpu_second:,.0f} a CPU second, "
        f"{run.cpu / run.seconds:.0%} of a core, {run.memory:.0f} MB, load {os.getloadavg()[0]:.1f}"
    )


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30.0, help="for each run")
    parser.add_argument("--delay", type=float, default=50.0, help="ms until the server answers")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
