"""What goes into a group: new messages, counted by the day, and edits, of which only the last matters."""

from __future__ import annotations

from datetime import datetime

from bot.coach import day as days
from bot.coach.circles import week
from bot.coach.messages import Message
from bot.store import circles, outbox
from bot.store.circles import Record
from bot.store.states import LetterKind
from bot.store.unit import Unit


def room(record: Record, now: datetime) -> bool:
    """Whether a new message fits into the group's day."""
    today = days.local_day(now, record.circle.zone)
    posted = record.posted if record.posted_on == today else 0
    return record.reachable and posted < week.MOST_POSTS


async def post(unit: Unit, record: Record, message: Message, now: datetime) -> int:
    """Write a new message to the group, never twice; the number of its letter."""
    today = days.local_day(now, record.circle.zone)
    posted = record.posted + 1 if record.posted_on == today else 1
    await circles.note(unit, record.circle.id, posted_on=today, posted=posted)
    return await outbox.put(
        unit,
        record.circle.chat_id,
        message,
        now=now,
        kind=LetterKind.ONCE,
        urgent=outbox.SCHEDULED,
        language=record.circle.language,
    )


async def edit(unit: Unit, record: Record, message: Message, of: int, now: datetime) -> None:
    """Put a message in place of one of ours; an edit of it that still waits is no longer wanted."""
    chat = record.circle.chat_id
    await outbox.supersede(unit, chat, of, message)
    await outbox.put(
        unit,
        chat,
        message,
        now=now,
        kind=LetterKind.EDIT,
        urgent=outbox.SCHEDULED,
        edit_of=of,
        language=record.circle.language,
    )


async def nod(unit: Unit, record: Record, message: Message, to: int | None, now: datetime) -> None:
    """Answer a command without words."""
    if to is not None and record.reachable:
        await edit(unit, record, message, to, now)
