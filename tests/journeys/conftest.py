"""For journeys: a stranger with a phone, and Ben, who has the first minutes behind him."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.coach.model import Domain
from bot.coach.taps import AddDomain, Begin, ChooseZone, ConfirmZone, Consent, SkipStep, Sting
from bot.rehearsal import Rehearsal
from bot.telegram import buttons
from tests.conftest import MONDAY
from tests.journeys.phone import Phone

NEW_YORK = "America/New_York"
BEN_GETS_UP = MONDAY + timedelta(hours=5)  # 07:20 in New York, forty minutes before his morning


@pytest.fixture
async def stranger(stage: Rehearsal) -> Phone:
    """Ben before he has met the bot, at 07:20 of a Monday in New York."""
    await stage.jump(BEN_GETS_UP)
    account = next(one for one in stage.world.people.values() if one.zone == NEW_YORK)
    return Phone(stage, account)


@pytest.fixture
async def ben(stranger: Phone) -> Phone:
    """Ben set up: weekdays at 08:00 in New York, everyday life and work, rung 2 in both, the first today."""
    await set_up(stranger)
    return stranger


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
