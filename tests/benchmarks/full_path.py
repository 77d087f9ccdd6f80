"""Letters from committed rows to marked rows: the bot's own way, and the usual one."""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
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
from tests.words.examples import EXAMPLES

SAID: Message = EXAMPLES["offer accepted"]
BACKLOG = 2000  # letters that are kept waiting
WRITTEN = 500  # of them in one commit, as a morning writes them
NO_LIMITS = 100_000.0


async def ours(url: str, seconds: float) -> Figures:
    """Rows committed, rendered, sent, marked: what the bot does."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{folder}/bench.db")
        bot = await connection.connect(TOKEN, url, asyncio.sleep)
        tally, limits = Tally(), Limits(NO_LIMITS, NO_LIMITS, 1000)
        sender = Sender(store, bot, Words(bank.load()), limits, Clock().now, perf_counter, tally)
        gc.freeze()  # as the app does at its start
        sending = Tasks().spawn("sender", sender.run())
        figures = await _kept_busy(store, sender.ring, tally, seconds)
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


async def _kept_busy(store: Store, ring: Callable[[], None], tally: Tally, seconds: float) -> Figures:
    """Keep letters waiting until the time is over; how many were marked as sent."""
    watch, written = Watch(), 0
    while watch.seconds < seconds:
        if written - tally.letters["sent"] < BACKLOG:
            async with store.unit() as unit:
                await _write(unit, written)
            written += WRITTEN
            ring()
        else:
            await asyncio.sleep(0.02)
    return watch.figures(tally.letters["sent"])


async def _write(unit: Unit, first: int) -> None:
    row = {
        "kind": LetterKind.AGAIN,
        "language": "en",
        "urgent": outbox.SCHEDULED,
        "message": MESSAGES.encode(SAID),
        "state": LetterState.WAITING,
        "tries": 0,
        "created_at": datetime(2026, 11, 23, tzinfo=UTC),
    }
    await unit.run(insert(tables.outbox), [row | {"chat_id": first + n + 1} for n in range(WRITTEN)])
