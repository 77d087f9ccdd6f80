"""The two jobs: look who is due; sweep up, and add up what people answered, once an hour."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot import logbook
from bot.logbook import Event
from bot.schedule import housekeeping
from bot.service import expecting, ticking
from bot.service.circles import calling
from bot.service.visit import Moment
from bot.store import answers
from bot.store.engine import Store

EVERY = 5  # seconds; a look that finds nobody is one indexed query
# its own defaults drop what is over a second late; here lateness is judged by ticking, never by the scheduler
JOB = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


class Ticker:
    """Looks who is due. `written` is called after each batch; looks never overlap."""

    def __init__(self, store: Store, moment: Callable[[], Moment], written: Callable[[], None]) -> None:
        self._store = store
        self._moment = moment
        self._written = written
        self._looking = asyncio.Lock()

    async def tick(self) -> int:
        """Handle everything that is due now; how much it was."""
        handled = 0
        async with self._looking:
            while batch := await self._batch():
                handled += batch
            while batch := await self._circles():
                handled += batch
        return handled

    async def _batch(self) -> int:
        try:
            async with self._store.unit() as unit:
                handled = await ticking.tick(unit, self._moment())
        except Exception as error:  # one broken row must not keep everybody else from their morning
            logbook.note(Event.TICK_BATCH, error)
            handled = await self._one_by_one()
        if handled:
            self._written()
        return handled

    async def _circles(self) -> int:
        """The circles whose clock calls; one that breaks is put off, so that the others have their day."""
        async with self._store.unit() as unit:
            handled = await calling.tick(unit, self._moment())
        if handled:
            self._written()
        return handled

    async def _one_by_one(self) -> int:
        async with self._store.read() as unit:
            due = await ticking.due(unit, self._moment().now)
        for occasion in due:
            try:
                async with self._store.unit() as unit:
                    await ticking.happen(unit, occasion, self._moment())
            except Exception as error:  # the one that is broken; it is missed, and the operator sees it
                logbook.note(Event.TICK_MISSED, error, occasion=occasion.id)
                async with self._store.unit() as unit:
                    await ticking.miss(unit, occasion)
        return len(due)

    async def sweep(self) -> None:
        moment = self._moment()
        async with self._store.read() as unit:
            heard = await expecting.heard(unit, moment.bank)
        async with self._store.unit() as unit:
            await answers.keep(unit, heard)
            await housekeeping.sweep(unit, moment.now)


def schedule(ticker: Ticker) -> AsyncIOScheduler:
    """A scheduler with both jobs, not started yet."""
    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=JOB)
    scheduler.add_job(_guarded(ticker.tick), IntervalTrigger(seconds=EVERY), id="tick")
    scheduler.add_job(_guarded(ticker.sweep), IntervalTrigger(hours=1), id="sweep")
    return scheduler


def _guarded(job: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
    """A look that fails (a locked database, a full disk) is logged; the next one tries again."""

    async def guarded() -> None:
        try:
            await job()
        except Exception as error:  # what is due stays due
            logbook.note(Event.TICK_FAILED, error)

    return guarded
