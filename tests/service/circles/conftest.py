"""For use cases of circles: Ana and Ben, or with Cleo three, buddies since this Monday at 09:00 UTC."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.engine import open_store
from tests.service.circles.bound import ANA, BEN, CLEO, MONDAY, Bound


@pytest.fixture
async def nobody(tmp_path: Path, migrated: Path) -> AsyncIterator[Bound]:
    """09:00 of Monday, 23 November, and nobody there yet."""
    shutil.copy(migrated, tmp_path)
    store = await open_store(f"sqlite:///{tmp_path / migrated.name}")
    yield Bound(store, MONDAY)
    await store.close()


@pytest.fixture
async def two(nobody: Bound) -> Bound:
    await nobody.gather(ANA, BEN)
    return nobody


@pytest.fixture
async def three(nobody: Bound) -> Bound:
    await nobody.gather(ANA, BEN, CLEO)
    return nobody
