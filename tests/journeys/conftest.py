"""For journeys: a stranger with a phone, and Ben, who has the first minutes behind him."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.coach.model import Domain
from bot.coach.taps import AddDomain, Begin, ChooseZone, ConfirmZone, Consent, SkipStep, Sting
from bot.rehearsal import Rehearsal
from bot.telegram import buttons
from tests.conftest import MONDAY
from tests.journeys.outing import started
from tests.journeys.phone import Phone

NEW_YORK = "America/New_York"
BEN_GETS_UP = MONDAY + timedelta(hours=5)  # 07:20 in New York, forty minutes before his morning


@pytest.fixture
async def stranger(stage: Rehearsal) -> Phone:
    """Ben before he has met the bot, at 07:20 of a Monday in New York."""
    await stage.jump(BEN_GETS_UP)
    return bens(stage)


@pytest.fixture
def ben(stage: Rehearsal) -> Phone:
    """Ben set up: weekdays at 08:00 in New York, everyday life and work, rung 2 in both, the first today."""
    return bens(stage)


def bens(stage: Rehearsal) -> Phone:
    return Phone(stage, next(one for one in stage.world.people.values() if one.zone == NEW_YORK))


def neighbour(stage: Rehearsal, name: str) -> Phone:
    """Somebody else of New York, who has one name only."""
    there = (p for p in stage.world.people.values() if (p.first_name, p.last_name) == (name, ""))
    return Phone(stage, next(there, None) or stage.world.add_person(name, zone=NEW_YORK))


# Whom a test plays with says what its stage goes on from; those first minutes are played once a worker.
KEPT = {"ben": "ben_set_up", "askers": "three_set_up"}


@pytest.fixture
def begun(request: pytest.FixtureRequest, begun: Path) -> Path:
    """The folder of a playground that the stage goes on from: 07:20 of a Monday in New York, or before."""
    kept = next((KEPT[name] for name in request.fixturenames if name in KEPT), None)
    return request.getfixturevalue(kept) if kept else begun


@pytest.fixture(scope="session")
def ben_set_up(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    return asyncio.run(_left(tmp_path_factory.mktemp("ben"), migrated, bens))


@pytest.fixture(scope="session")
def three_set_up(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    three = [partial(neighbour, name=name) for name in ("Ana", "Ben", "Cleo")]
    return asyncio.run(_left(tmp_path_factory.mktemp("three"), migrated, *three))


async def _left(folder: Path, migrated: Path, *people: Callable[[Rehearsal], Phone]) -> Path:
    """What is left of a bot that was stopped when these people were just set up."""
    shutil.copy(migrated, folder)
    async with started(folder, MONDAY) as stage:
        await stage.jump(BEN_GETS_UP)
        for person in people:
            await set_up(person(stage))
    return folder


FIRST_MINUTES = (
    Consent(gentle=False),
    ChooseZone(NEW_YORK),
    ConfirmZone(NEW_YORK),
    SkipStep("Waking"),
    Sting(Domain.SOCIAL, 7),
    Sting(Domain.PROFESSIONAL, 5),
    AddDomain(None),
    Begin(now=False),
)


async def set_up(phone: Phone) -> None:
    """Go through the first minutes as fast as fingers can, up to "see you"."""
    (welcome,) = await phone.say("/start")
    for tap in FIRST_MINUTES:
        phone.stage.world.press(phone.id, phone.id, welcome["message_id"], buttons.pack(tap), force=True)
    await phone.stage.settle()


@pytest.fixture
def on_disk(tmp_path: Path) -> Callable[[str], bool]:
    """Whether a word stands anywhere in the database's files, its log included."""
    return lambda word: any(word.encode() in file.read_bytes() for file in tmp_path.glob("ask-anyway.db*"))
