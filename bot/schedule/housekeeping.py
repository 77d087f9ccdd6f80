"""What is kept no longer than it is needed."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.store import inbox, occasions, outbox, together
from bot.store.unit import Unit

INBOX = timedelta(hours=48)  # Telegram itself forgets after 24
OUTBOX = timedelta(days=7)
OCCASIONS = timedelta(days=40)
TOGETHER = timedelta(days=40)  # claps, votes, proposals and that a word was sent


async def sweep(unit: Unit, now: datetime) -> None:
    await inbox.prune(unit, now - INBOX)
    await outbox.prune(unit, now - OUTBOX)
    await occasions.prune(unit, (now - OCCASIONS).date())
    await together.prune(unit, (now - TOGETHER).date(), now - TOGETHER)
