"""The bot's queue of updates, with the offset semantics of getUpdates. No network here."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "guest_message", "managed_bot",
    "stopped_message_generation", "subscription",
})  # fmt: skip
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_UPDATE = 900_000_001


@dataclass
class Webhook:
    """Where updates are posted to, and what the last attempt said."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass
class Updates:
    """Pending updates, oldest first. They stay until an offset or the webhook confirms them."""

    next_id: int = FIRST_UPDATE
    allowed: tuple[str, ...] = ()
    webhook: Webhook | None = None
    pending: deque[dict[str, Any]] = field(default_factory=deque)
    poller: asyncio.Future[str] | None = field(default=None, compare=False, repr=False)

    def add(self, kind: str, payload: dict[str, Any]) -> bool:
        """Queue an update of this kind, if the bot asked for the kind."""
        if not self.wants(kind):
            return False
        self.pending.append({"update_id": self.next_id, kind: payload})
        self.next_id += 1
        return True

    def wants(self, kind: str) -> bool:
        """An empty list means everything but what has to be asked for by name."""
        return kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST

    def allow(self, kinds: Sequence[str]) -> None:
        """Remember which kinds the bot wants; unknown names are ignored, as Telegram does."""
        self.allowed = tuple(kind for kind in kinds if kind in KINDS)

    def confirm(self, offset: int) -> None:
        """Forget what is before `offset`; a negative one keeps that many of the newest."""
        while self.pending and 0 < offset > self.pending[0]["update_id"]:
            self.pending.popleft()
        while offset < 0 and len(self.pending) > -offset:
            self.pending.popleft()

    def page(self, limit: int) -> list[dict[str, Any]]:
        return [self.pending[index] for index in range(min(limit, len(self.pending)))]
