"""Updates by the bot itself, whole: inbox committed, handled, state and outbox committed, the reply sent."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

from sqlalchemy import text

from bot import app, settings
from bot.app import Running, StoppedClock, Tasks
from bot.telegram.limits import Limits
from tests.benchmarks.backlog import NOW
from tests.benchmarks.figures import TOKEN, Figures, Watch

LIFTED = 100_000.0


async def ours(url: str, count: int, database: str) -> Figures:
    where = {"DATA_DIR": str(Path(database).parent), "DATABASE_URL": f"{settings.SQLITE}{database}"}
    given = settings.read({"BOT_TOKEN": TOKEN, "BOT_API_URL": url, **where}, None)
    limits = Limits(LIFTED, LIFTED, 1000, 1000)
    async with app.running(given, StoppedClock(NOW), Tasks(), limits=limits, beside=False) as bot:
        gc.freeze()  # as the app does
        watch = Watch()
        while bot.tally.updates["handled"] < count:  # noqa: ASYNC110  the reader is idle between two pages, too
            await asyncio.sleep(0.01)
        await bot.reader.idle.wait()
        await bot.sender.idle.wait()
        figures = watch.figures(count)
        await _checked(bot, count)
        return figures


async def _checked(bot: Running, count: int) -> None:
    """Every update is done, and every letter that it wrote is sent."""
    async with bot.store.read() as unit:
        done = await unit.run(text("SELECT count(*) FROM inbox WHERE state = 'done'"))
        left = await unit.run(text("SELECT count(*) FROM outbox WHERE state != 'sent'"))
        sent = await unit.run(text("SELECT count(*) FROM outbox"))
        assert (done.scalar_one(), left.scalar_one()) == (count, 0)
        assert sent.scalar_one() >= count
