"""Groups: for now the coach only says where it can be talked to."""

from __future__ import annotations

from datetime import datetime

from bot.coach import messages
from bot.store import outbox
from bot.store.states import LetterKind
from bot.store.unit import Unit


async def greet(unit: Unit, chat_id: int, bot_username: str, now: datetime) -> None:
    """Say hello in a group; never twice for one update."""
    await outbox.put(unit, chat_id, messages.GroupHello(bot_username), now=now, kind=LetterKind.ONCE)
