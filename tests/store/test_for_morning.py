"""What came in somebody's night is kept once, and goes with either of the two it is between."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.coach.model import Person
from bot.store import account, people, together
from bot.store.circle_tables import for_morning
from bot.store.engine import Store
from bot.store.together import Kept
from bot.store.unit import Unit

ANN, BEN = 7, 8


async def _count(unit: Unit) -> int:
    return int((await unit.run(select(func.count()).select_from(for_morning))).scalar_one())


async def _keep(unit: Unit, now: datetime, by: int | None = BEN) -> int:
    await people.add(unit, BEN, BEN, "Ben", "en", now)
    return await together.keep_for_morning(unit, ANN, by, "a word", now)


async def test_what_was_kept_is_taken_out_once(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        number = await _keep(unit, now)
        assert await together.take_out(unit, number) == Kept(BEN, "a word", now)
        assert await together.take_out(unit, number) is None


async def test_who_wants_no_words_of_somebody_finds_none_in_the_morning(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        await _keep(unit, now)
        coachs = await _keep(unit, now, by=None)
        await together.deafen(unit, ANN, BEN)
        assert await _count(unit) == 1
        assert await together.take_out(unit, coachs) == Kept(None, "a word", now)


@pytest.mark.parametrize("gone", [ANN, BEN])
async def test_it_goes_with_either_of_them(store: Store, ann: Person, now: datetime, gone: int) -> None:
    async with store.unit() as unit:
        await _keep(unit, now)
        await account.erase(unit, gone)
        assert await _count(unit) == 0


async def test_what_nobody_took_out_is_forgotten(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        await _keep(unit, now)
        await together.prune(unit, now.date(), now)
        assert await _count(unit) == 1
        await together.prune(unit, now.date(), now + timedelta(seconds=1))
        assert await _count(unit) == 0
