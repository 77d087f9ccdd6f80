"""A real, migrated file for each test; the migrations run once, the file is copied."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.coach.model import Person
from bot.store import people
from bot.store.engine import Store, open_store

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path, migrated: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "ask-anyway.db"))


@pytest.fixture
async def store(path: Path) -> AsyncIterator[Store]:
    opened = await open_store(f"sqlite:///{path}")
    yield opened
    await opened.close()


@pytest.fixture
async def ann(store: Store) -> Person:
    """Somebody in practice, number 7."""
    async with store.unit() as unit:
        return await people.add(unit, 7, 7, "Ann", "en", NOW)


@pytest.fixture
def now() -> datetime:
    return NOW
