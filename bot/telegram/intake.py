"""Where updates come in: committed to the inbox first, acknowledged to Telegram only then.

Raw updates are stored, not parsed ones, so one that can't be read blocks nothing (stock polling loops on it).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict

from bot.store import inbox
from bot.store.engine import Store

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
POLL_SECONDS = 25
NUMBERED_ON = timedelta(days=6)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

Payload = dict[str, Any]


class Intake:
    """The way of raw updates into the inbox. `arrived` is called after each commit."""

    def __init__(self, store: Store, now: Callable[[], datetime], arrived: Callable[[], None]) -> None:
        self._store = store
        self._now = now
        self._arrived = arrived
        self._newest: tuple[int, datetime] | None = None
        self.last_poll: datetime | None = None

    async def take(self, payloads: list[Payload]) -> None:
        """Commit a batch in one transaction; those that are there already are passed over."""
        if payloads:
            async with self._store.unit() as unit:
                await inbox.put(unit, payloads, self._now())
            self._arrived()

    async def poll(self, bot: Bot, pause: Callable[[float], Awaitable[None]]) -> None:
        """Poll for ever. `pause` waits some seconds; the app ends this by cancelling it."""
        async with self._store.read() as unit:
            self._newest = await inbox.newest(unit)
        wait = FIRST_PAUSE
        while True:
            try:
                payloads = await self._fetch(bot, self._offset())
                await self.take(payloads)
            except Exception as error:  # a full disk ends no more than a lost connection does
                _explain(error)
                await pause(wait)
                wait = min(wait * 2, LONGEST_PAUSE)
                continue
            wait = FIRST_PAUSE
            self.last_poll = self._now()
            if payloads:
                self._newest = payloads[-1]["update_id"], self.last_poll

    def _offset(self) -> int | None:
        """The update to ask for next. After a quiet week Telegram numbers anew, maybe lower: then any."""
        if self._newest is None or self._now() - self._newest[1] > NUMBERED_ON:
            return None
        return self._newest[0] + 1

    async def _fetch(self, bot: Bot, offset: int | None) -> list[Payload]:
        """One long poll. Below PTB's `get_updates`, which parses a whole batch and so fails as a whole."""
        asked = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED)}
        query = urlencode(asked if offset is None else {**asked, "offset": offset})
        found = await bot.request.post(f"{bot.base_url}/getUpdates?{query}", read_timeout=POLL_SECONDS + 10)
        return found if isinstance(found, list) else []


def _explain(error: Exception) -> None:
    if isinstance(error, Conflict):
        log.warning("poll.conflict: another process polls with this token; stop it, this one tries again")
    else:
        log.warning("poll.failed: %s; tries again", type(error).__name__)
