"""Somebody in a circle cheered: its owner hears of it once a day, when they are awake."""

from __future__ import annotations

from bot.coach.messages.circles import CheeredFor
from bot.service import planning
from bot.service.visit import Moment
from bot.store import outbox, people
from bot.store.circles import Record
from bot.store.unit import Unit


async def told(unit: Unit, record: Record, person_id: int, moment: Moment) -> None:
    """Tell somebody that they were cheered for; a cheer in their quiet hours stands on the card only."""
    theirs = await people.record(unit, person_id)
    if theirs is None or theirs.blocked_at or theirs.held_at:
        return
    if planning.awake(theirs.person, moment.now) > moment.now:
        return
    message = CheeredFor(record.circle.title)
    await outbox.put(
        unit, theirs.chat_id, message, now=moment.now, person_id=person_id, urgent=outbox.SCHEDULED
    )
