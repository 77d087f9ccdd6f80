"""A store, a clock and a ticker, for the tests of the schedule."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.schedule.ticker import Ticker
from bot.service.learnt_bank import LearntBank
from bot.store.engine import Store, open_store
from tests.schedule.by_the_clock import Clock
from tests.service.practising import BANK


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
