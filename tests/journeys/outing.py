"""A bot that is stopped and started again on one folder, and what it said by itself, as values."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Generic, TypeVar

from sqlalchemy import select

from bot import app, rehearsal, settings
from bot.app import StoppedClock, Tasks
from bot.coach import messages
from bot.coach.messages import Message
from bot.playground import memory
from bot.rehearsal import Rehearsal
from bot.store.codec import MESSAGES
from bot.store.states import LetterState
from bot.store.tables import outbox
from tests import judge
from tests.journeys.phone import Phone

Kind = TypeVar("Kind")

BY_ITSELF = (
    messages.Offer,
    messages.Nudge,
    messages.FollowUp,
    messages.AskChapter,
    messages.AnyAnswer,
    messages.StillHere,
)


@asynccontextmanager
async def started(folder: Path, at: datetime) -> AsyncIterator[Rehearsal]:
    """The whole bot over HTTP, started at an instant; what it was, it finds in the folder."""
    found = settings.read({"DATA_DIR": str(folder)}, None)
    clock = StoppedClock(at - _turned(folder))
    async with rehearsal.rehearsing(found, Tasks(), folder, clock=clock, roll=app.dice(1)) as going:
        await going.settle()
        yield going
        await going.settle()
        judge.calls(going.world)


def _turned(folder: Path) -> timedelta:
    """How far the clock of the kept world was turned; a start goes on from there."""
    kept = folder / memory.NAME
    seconds = json.loads(kept.read_text())["clock_offset_seconds"] if kept.exists() else 0
    return timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class Said(Generic[Kind]):
    """What came to a person: when, what it was, and whether it took the place of an older bubble."""

    at: datetime
    message: Kind
    edit: bool


async def said(phone: Phone) -> list[Said[Message]]:
    """Everything that was sent to a person, in order."""
    letter = outbox.c
    sent = select(letter.sent_at, letter.message, letter.edit_of.is_not(None)).where(
        letter.chat_id == phone.id, letter.state == LetterState.SENT
    )
    async with phone.stage.bot.store.read() as unit:
        rows = (await unit.run(sent.order_by(letter.sent_at, letter.id))).all()
    read = [(at, MESSAGES.decode(text), edit) for at, text, edit in rows]
    return [Said(at, message, edit) for at, message, edit in read if message is not None]


async def by_itself(phone: Phone) -> list[Said[Message]]:
    """What the bot said first; an edit answers a button."""
    return [one for one in await said(phone) if isinstance(one.message, BY_ITSELF) and not one.edit]
