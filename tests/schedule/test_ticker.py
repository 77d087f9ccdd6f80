"""The ticker: works through everything that is due, once, and survives a look that fails."""

from __future__ import annotations

import asyncio
import logging
from itertools import count
from pathlib import Path

import pytest

from bot.schedule.ticker import Ticker, guarded
from bot.service import ticking
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment
from bot.store.engine import LockedOut, Store, open_store
from tests.schedule.by_the_clock import AT_EIGHT, Clock, offers, people_join
from tests.service.practising import BANK


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
