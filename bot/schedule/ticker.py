"""The two jobs: look who is due; once an hour sweep up, and add up what people answered and found."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot import logbook
from bot.logbook import Event
from bot.schedule import housekeeping
from bot.service import expecting, ticking
from bot.service.circles import calling
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment
from bot.store import answers, due, engine, heard, meta
from bot.store.engine import Store

EVERY = 5  # seconds; a look that finds nobody is one indexed query
# APScheduler's own defaults drop what is over a second late; here ticking alone judges what is late
JOB = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}

Now = Callable[[], datetime]
Pause = Callable[[float], Awaitable[None]]


class Ticker:
    """Looks who is due. `written` is called after each batch; looks never overlap."""

    def __init__(
        self, store: Store, moment: Callable[[], Moment], written: Callable[[], None], bank: LearntBank
    ) -> None:
        self._store = store
        self._bank = bank
        self._moment = moment
        self._written = written
        self._looking, self._sweeping = asyncio.Lock(), asyncio.Lock()
        self._stopped = False

    async def stop(self) -> None:
        """Let what is under way end with its batch, and begin nothing more."""
        self._stopped = True
        async with self._looking, self._sweeping:
            pass

    async def tick(self) -> int:
        """Handle everything that is due now; how much it was."""
        handled = 0
        async with self._looking:
            if self._stopped or not await self._anything():
                return 0
            while not self._stopped and (batch := await self._batch()):
                handled += batch
            while not self._stopped and (batch := await self._circles()):
                handled += batch
        return handled

    async def _anything(self) -> bool:
        async with self._store.read() as unit:
            return await due.anything(unit, self._moment().now)

    async def _batch(self) -> int:
        try:
            async with self._store.unit() as unit:
                handled = await ticking.tick(unit, self._moment())
        except Exception as error:  # one broken row must not keep everybody else from their morning
            if engine.passing(error):
                raise  # no row is broken, and none may be missed for it
            logbook.note(Event.TICK_BATCH, error)
            handled = await self._one_by_one()
        if handled:
            self._written()
        return handled

    async def _circles(self) -> int:
        """The circles that are due; one that breaks is put off, so that the others have their day."""
        async with self._store.read() as unit:
            called = await calling.due(unit, self._moment().now)
        for circle in called:
            await self._circle(circle)
            self._written()
        return len(called)

    async def _circle(self, circle: int) -> None:
        try:
            async with self._store.unit() as unit:
                await calling.happen(unit, circle, self._moment())
        except Exception as error:  # the operator sees it
            if engine.passing(error):
                raise
            logbook.note(Event.TICK_MISSED, error, circle=circle)
            async with self._store.unit() as unit:
                await calling.put_off(unit, circle, self._moment().now)

    async def _one_by_one(self) -> int:
        async with self._store.read() as unit:
            found = await ticking.due(unit, self._moment().now)
        for occasion in found:
            try:
                async with self._store.unit() as unit:
                    await ticking.happen(unit, occasion, self._moment())
            except Exception as error:  # the one that is broken; it is missed, and the operator sees it
                if engine.passing(error):
                    raise
                logbook.note(Event.TICK_MISSED, error, occasion=occasion.id)
                async with self._store.unit() as unit:
                    await ticking.miss(unit, occasion)
        return len(found)

    async def catch_up(self, version: str) -> None:
        """Do what a start does first; what fails, as on a full disk, the next look or the next start does."""
        await guarded(partial(self.follow_zones, version))()
        await guarded(self.tick)()

    async def follow_zones(self, version: str) -> None:
        """Where the rules of the zones changed since the last time, follow them, in batches."""
        async with self._store.read() as unit:
            if await meta.value(unit, meta.TZDATA) == version:
                return
        after: int | None = 0
        while after is not None:
            async with self._store.unit() as unit:
                after = await ticking.follow_zones(unit, self._moment(), after)
        async with self._store.unit() as unit:
            await calling.follow_zones(unit, self._moment().now)
            await meta.keep(unit, meta.TZDATA, version)

    async def sweep(self) -> None:
        async with self._sweeping:
            if not self._stopped:
                await self._swept(self._moment())

    async def _swept(self, moment: Moment) -> None:
        async with self._store.read() as unit:
            answered = await expecting.heard(unit, moment.bank)
        async with self._store.unit() as unit:
            await answers.keep(unit, answered)
            await housekeeping.sweep(unit, moment.now)
        await self._learn(moment.now)

    async def _learn(self, now: datetime) -> None:
        """Last: what fails here keeps nothing longer than it may be kept."""
        async with self._store.read() as unit:
            new = await self._bank.learnt(unit, now)
            found = new or await heard.kept(unit)
        if new is not None:
            async with self._store.unit() as unit:
                await heard.keep(unit, new)
        self._bank.follow(found)  # also where another process learnt it, as at a change of version


def schedule(ticker: Ticker) -> AsyncIOScheduler:
    """A scheduler with both jobs, not started yet."""
    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=JOB)
    scheduler.add_job(guarded(ticker.tick), IntervalTrigger(seconds=EVERY), id="tick")
    scheduler.add_job(guarded(ticker.sweep), IntervalTrigger(hours=1), id="sweep")
    return scheduler


async def end(scheduler: AsyncIOScheduler, ticker: Ticker, patience: float) -> None:
    """Have no more jobs run, and wait some seconds for what runs: cancelled, it is logged as a fault."""
    scheduler.pause()
    try:
        await asyncio.sleep(0)  # what was just handed out begins, so that it is waited for
        with suppress(TimeoutError):
            await asyncio.wait_for(ticker.stop(), patience)
    finally:  # also where the wait itself is cancelled: no job may outlive the store
        scheduler.shutdown(wait=False)


async def keep_time(scheduler: AsyncIOScheduler, now: Now, pause: Pause) -> None:
    """Have the jobs run every few seconds also after the machine's clock was set back.

    APScheduler waits for an instant of that clock: set back by a day, nobody would be looked for for a day.
    """
    while True:
        await pause(EVERY)
        for job in scheduler.get_jobs():
            if job.next_run_time - now() > job.trigger.interval:
                job.modify(next_run_time=now())


def guarded(job: Callable[[], Awaitable[object]]) -> Callable[[], Coroutine[Any, Any, None]]:
    """A look that fails (a locked database, a full disk) is logged; the next one tries again."""

    async def look() -> None:
        try:
            await job()
        except Exception as error:  # what is due stays due
            if because := engine.passing(error):
                logbook.note(Event.STORE_UNWRITABLE, because=because)
            else:
                logbook.note(Event.TICK_FAILED, error)

    return look
