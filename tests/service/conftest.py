"""For tests of use cases: a person in a real database, before and after their first minutes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.engine import open_store
from tests.service.practising import MONDAY, Ann


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Ann]:
    """07:20 of Monday, 23 November, and nobody there yet."""
    store = await open_store(f"sqlite:///{tmp_path / 'ask-anyway.db'}")
    yield Ann(store, MONDAY)
    await store.close()


@pytest.fixture
async def ann(empty: Ann) -> Ann:
    """In practice since then, weekdays at 08:00 in UTC."""
    await empty.join()
    return empty
