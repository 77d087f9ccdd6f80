"""The jobs as APScheduler has them: never dropped, logged where they fail, and ended in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.coach.model import Attempt
from bot.schedule.ticker import EVERY, Ticker, end, keep_time, schedule
from bot.service import ticking
from bot.service.learnt_bank import LearntBank
from bot.store import attempts
from bot.store.engine import Store
from tests.schedule.by_the_clock import AT_EIGHT, MONDAY, Clock, offers, people_join
from tests.service.practising import BANK, Ann


@contextmanager
def started(ticker: Ticker) -> Iterator[AsyncIOScheduler]:
    """The scheduler as it would run, halted before its first job."""
    scheduler = schedule(ticker)
    scheduler.start(paused=True)
    try:
        yield scheduler
    finally:
        scheduler.shutdown(wait=False)


async def test_a_job_that_is_late_is_run_once_and_never_dropped(ticker: Ticker) -> None:
    with started(ticker) as scheduler:
        jobs = scheduler.get_jobs()
        assert {job.id for job in jobs} == {"tick", "sweep"}
        for job in jobs:
            assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)


async def test_somebody_is_looked_for_every_few_seconds(ticker: Ticker) -> None:
    with started(ticker) as scheduler:
        assert scheduler.get_job("tick").trigger.interval == timedelta(seconds=EVERY)
    assert EVERY <= 10


async def test_a_look_that_fails_is_logged_and_what_is_due_stays_due(
    store: Store, ticker: Ticker, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    await people_join(store, 1)
    clock.at, clock.broken = AT_EIGHT, True
    with started(ticker) as scheduler:
        look = scheduler.get_job("tick").func
        await look()
        assert [record.levelno for record in caplog.records if "tick.failed" in record.message] == [
            logging.ERROR
        ]
        clock.broken = False
        await look()
    assert await offers(store) == 1


async def test_a_look_in_its_midst_at_the_end_finishes_its_batch_and_nothing_is_a_fault(
    store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    many, begun = ticking.BATCH * 4, asyncio.Event()
    await people_join(store, many)
    clock.at = AT_EIGHT
    stopped = Ticker(store, clock.moment, begun.set, LearntBank(BANK))
    scheduler = schedule(stopped)
    scheduler.start()
    scheduler.add_job(scheduler.get_job("tick").func)  # at once
    await asyncio.wait_for(begun.wait(), 10)
    await end(scheduler, stopped, 10)
    handled = await offers(store)
    assert ticking.BATCH <= handled < many
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert await stopped.tick() == 0
    assert await Ticker(store, clock.moment, clock.ring, LearntBank(BANK)).tick() == many - handled


async def test_an_end_does_not_wait_for_ever(store: Store, ticker: Ticker) -> None:
    order, scheduler = [], schedule(ticker)
    scheduler.start()

    async def held() -> None:
        async with store.unit():  # the only writer, and the sweep needs it
            await end(scheduler, ticker, 0.01)
            order.append("ended")

    async def swept() -> None:
        await ticker.sweep()
        order.append("swept")

    await asyncio.gather(swept(), held())
    assert order == ["ended", "swept"]
    assert not scheduler.running


async def test_an_end_that_is_cancelled_while_it_waits_leaves_no_scheduler_behind(
    store: Store, ticker: Ticker
) -> None:
    scheduler = schedule(ticker)
    scheduler.start()

    async def held() -> None:
        async with store.unit():  # the only writer, and the sweep needs it
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(end(scheduler, ticker, 60), 0.01)
        assert not scheduler.running

    await asyncio.gather(ticker.sweep(), held())


async def test_a_start_catches_up_and_one_that_cannot_goes_on_to_serve(
    store: Store, ticker: Ticker, clock: Clock
) -> None:
    await people_join(store, 2)
    clock.at, clock.broken = AT_EIGHT, True
    await ticker.catch_up("2026.3")
    assert await offers(store) == 0
    clock.broken = False
    await ticker.catch_up("2026.3")
    assert await offers(store) == 2


async def test_the_sweep_forgets_occasions_that_are_long_over_and_keeps_what_waits(
    store: Store, ticker: Ticker, clock: Clock
) -> None:
    await people_join(store, 1)
    clock.at = AT_EIGHT
    await ticker.tick()
    ann = Ann(store, AT_EIGHT + timedelta(days=60))
    clock.at = ann.now
    await ticker.sweep()
    assert await offers(store) == 1  # it was never sent, so it is no letter to forget
    async with store.read() as unit:
        assert await ticking.next_at(unit) is not None
    assert date(2026, 11, 23) in {entry.day for entry in await log_of_one(store)}


async def log_of_one(store: Store) -> tuple[Attempt, ...]:
    async with store.read() as unit:
        return await attempts.log(unit, 1)


async def test_a_machine_clock_that_was_set_back_holds_no_look_up(ticker: Ticker) -> None:
    class Enough(Exception):
        pass

    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) > 1:
            raise Enough

    with started(ticker) as scheduler:
        tick, sweep = scheduler.get_job("tick"), scheduler.get_job("sweep")
        tick.modify(next_run_time=MONDAY + timedelta(hours=26))  # as they stand after 26 h back
        sweep.modify(next_run_time=MONDAY + timedelta(minutes=59))
        with pytest.raises(Enough):
            await keep_time(scheduler, lambda: MONDAY, pause)
        assert scheduler.get_job("tick").next_run_time == MONDAY
        assert scheduler.get_job("sweep").next_run_time == MONDAY + timedelta(minutes=59)
    assert pauses == [EVERY, EVERY]
