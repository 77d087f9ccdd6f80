"""The ticker: works through everything that is due, once, and survives a look that fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.coach.messages import Offer
from bot.coach.model import Attempt
from bot.schedule.ticker import EVERY, Ticker, end, guarded, keep_time, schedule
from bot.service import ticking
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment
from bot.store import attempts
from bot.store.engine import LockedOut, Store, open_store
from tests.service.practising import BANK, Ann, join, moment

MONDAY = datetime(2026, 11, 23, 7, 20, tzinfo=UTC)
AT_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """A clock the test sets; while it is broken nobody can read it."""

    at: datetime = MONDAY
    broken: bool = False
    rings: list[datetime] = field(default_factory=list)

    def moment(self) -> Moment:
        if self.broken:
            raise OSError("the disk is full")
        return moment(self.at)

    def ring(self) -> None:
        self.rings.append(self.at)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(f"sqlite:///{tmp_path / 'ask-anyway.db'}")
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ticker(store: Store, clock: Clock) -> Ticker:
    return Ticker(store, clock.moment, clock.ring, LearntBank(BANK))


async def people_join(store: Store, many: int) -> None:
    async with store.unit() as unit:
        for number in range(1, many + 1):
            await join(unit, MONDAY, number)


async def offers(store: Store) -> int:
    return len(await Ann(store, MONDAY).told(Offer))


async def test_a_look_that_finds_nobody_wakes_nobody(store: Store, ticker: Ticker, clock: Clock) -> None:
    await people_join(store, 1)
    assert await ticker.tick() == 0
    assert clock.rings == []


async def test_one_look_handles_more_than_a_batch(store: Store, ticker: Ticker, clock: Clock) -> None:
    many = ticking.BATCH * 2 + 3
    await people_join(store, many)
    clock.at = AT_EIGHT
    assert await ticker.tick() == many
    assert await offers(store) == many
    assert len(clock.rings) >= 2  # the sender begins with the first batch
    assert await ticker.tick() == 0


async def test_a_reply_has_its_turn_between_two_batches(store: Store, clock: Clock) -> None:
    await people_join(store, ticking.BATCH * 3)
    clock.at, turns, looks, begun = AT_EIGHT, [], count(), asyncio.Event()

    def moment() -> Moment:
        if (
            next(looks) == 1
        ):  # the first asks whether anything is due; this one is of a batch, which has the writer
            begun.set()
        return clock.moment()

    ticker = Ticker(store, moment, lambda: turns.append("batch"), LearntBank(BANK))

    async def reply() -> None:
        await begun.wait()
        async with store.unit():
            turns.append("reply")

    await asyncio.gather(ticker.tick(), reply())
    assert turns == ["batch", "reply", "batch", "batch"]


async def test_two_looks_at_once_send_once(store: Store, ticker: Ticker, clock: Clock) -> None:
    await people_join(store, 5)
    clock.at = AT_EIGHT
    assert sum(await asyncio.gather(ticker.tick(), ticker.tick(), ticker.tick())) == 5
    assert await offers(store) == 5


async def test_two_tickers_on_one_store_send_once(store: Store, clock: Clock) -> None:
    await people_join(store, 5)
    clock.at = AT_EIGHT
    two = [Ticker(store, clock.moment, clock.ring, LearntBank(BANK)) for _ in range(2)]
    assert sum(await asyncio.gather(*(ticker.tick() for ticker in two))) == 5
    assert await offers(store) == 5


async def test_two_bots_on_one_file_send_once(store: Store, clock: Clock, tmp_path: Path) -> None:
    await people_join(store, 5)
    clock.at = AT_EIGHT
    other = await open_store(f"sqlite:///{tmp_path / 'ask-anyway.db'}")
    try:
        two = [Ticker(one, clock.moment, clock.ring, LearntBank(BANK)) for one in (store, other)]
        await asyncio.gather(*(ticker.tick() for ticker in two))
    finally:
        await other.close()
    assert await offers(store) == 5


# --- what APScheduler is told


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


# --- the machine


async def test_a_lock_makes_nobody_miss_a_morning(
    store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    await people_join(store, 2)
    clock.at, looks = AT_EIGHT, count()

    def locked_now_and_then() -> Moment:
        if next(looks) in (0, 2):  # in the batch, and in the first of them alone
            raise LockedOut
        return clock.moment()

    await guarded(Ticker(store, locked_now_and_then, clock.ring, LearntBank(BANK)).tick)()
    await guarded(Ticker(store, clock.moment, clock.ring, LearntBank(BANK)).tick)()
    assert await offers(store) == 2
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == [
        "store.unwritable"
    ]


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
