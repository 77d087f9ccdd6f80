"""Erasing a person. After the commit `Store.truncate_log` takes the last traces off the disk."""

from __future__ import annotations

from sqlalchemy import delete, or_, update

from bot.store.circle_tables import circles, members
from bot.store.tables import inbox, outbox, people
from bot.store.unit import Unit


async def erase(unit: Unit, person_id: int) -> None:
    """Forget a person: settings, log, wishes, pauses, occasions, letters, and updates handled or not.

    The numbers of their updates stay: none comes twice, and the one that asks for this can be marked done.
    """
    await unit.run(delete(people).where(people.c.id == person_id))  # the rest of theirs goes by cascade
    await unit.run(update(circles).where(circles.c.added_by == person_id).values(added_by=None))
    await unit.run(update(members).where(members.c.wish == person_id).values(wish=None))
    await unit.run(delete(outbox).where(or_(outbox.c.person_id == person_id, outbox.c.chat_id == person_id)))
    await unit.run(update(inbox).where(inbox.c.chat_id == person_id).values(chat_id=None, payload=None))
