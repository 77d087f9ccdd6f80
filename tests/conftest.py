"""For all tests: zones from PyPI's tzdata, and a bot on a stage."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import zoneinfo
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from bot import app, rehearsal, settings
from bot.app import Dice, StoppedClock, Tasks
from bot.rehearsal import Rehearsal
from bot.store import migrate
from tests import judge

zoneinfo.reset_tzpath(())

MONDAY = datetime(2026, 11, 23, 7, 20, tzinfo=UTC)  # 07:20 in Lisbon, 02:20 in New York, 16:20 in Tokyo

MEMORY = Path("/dev/shm")  # noqa: S108  pytest makes a folder of its own in it
ROOM = 4 * 2**30  # bytes; a container may have 64 MB there


def pytest_configure() -> None:
    """Keep what tests write in memory, where there is room: a commit waits for no disk there (9 % less)."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and _roomy(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    gc.disable()  # until everything is collected


def _roomy(folder: Path) -> bool:
    programs_run = not os.statvfs(folder).f_flag & os.ST_NOEXEC
    return programs_run and shutil.disk_usage(folder).free > ROOM


def pytest_collection_finish() -> None:
    """What was collected stays: walking it again and again, from the first import on, took 7 % of a run."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of this version; the migrations run once a worker, and the file is copied."""
    path = tmp_path_factory.mktemp("migrated") / "ask-anyway.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        migrate.upgrade(connection)
    engine.dispose()
    return path


@pytest.fixture
def roll() -> Dice:
    """How the dice of the stage fall."""
    return app.dice(1)


@pytest.fixture
def begun(migrated: Path) -> Path:
    """The folder of a playground that the stage goes on from: nobody has met the bot."""
    return migrated.parent


@pytest.fixture
async def stage(
    tmp_path: Path, begun: Path, roll: Dice, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Rehearsal]:
    """The whole bot over HTTP against the playground's server, on a stopped clock. Judged at the end."""
    found = settings.read({"DATA_DIR": str(tmp_path)}, None)
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    async with rehearsal.rehearsing(found, Tasks(), tmp_path, clock=StoppedClock(MONDAY), roll=roll) as going:
        yield going
        await going.settle()
        judge.calls(going.world)
        phases = (caplog.get_records("setup"), caplog.get_records("call"), caplog.get_records("teardown"))
        faults = [record for records in phases for record in records if record.levelno >= logging.ERROR]
        assert not faults, faults[0].getMessage()
