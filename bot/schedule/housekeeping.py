"""What is kept no longer than it is needed."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.store import inbox, occasions, outbox, parcels, together
from bot.store.unit import Unit

INBOX = timedelta(hours=48)  # Telegram itself forgets after 24
OUTBOX = timedelta(days=7)
OCCASIONS = timedelta(days=40)
TOGETHER = timedelta(days=40)  # claps, votes, proposals and that a word was sent
PARCELS = timedelta(hours=24)  # a file that was sent, and nobody said what becomes of it


async def sweep(unit: Unit, now: datetime) -> None:
    await inbox.prune(unit, now - INBOX)
    await outbox.prune(unit, now - OUTBOX)
    await occasions.prune(unit, (now - OCCASIONS).date())
    await parcels.prune(unit, now - PARCELS)
    await together.prune(unit, (now - TOGETHER).date(), now - TOGETHER)
