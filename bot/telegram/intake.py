"""Where updates come in: committed to the inbox first, acknowledged to Telegram only then.

Raw updates are stored, not parsed ones, so one that can't be read blocks nothing (stock polling loops on it).
A poll that stays silent is cut off and its connection built anew: stock polling has stood still for hours.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from telegram.error import Conflict, TimedOut

from bot.logbook import Event, note
from bot.store import engine, inbox, meta
from bot.store.engine import Store
from bot.tally import Tally
from bot.telegram.connection import ALLOWED, Bot

POLL_SECONDS: Final = 25  # Telegram is asked to answer within, with or without an update
MARGIN: Final = 15.0  # seconds more, for the way there and back
NUMBERED_ON: Final = timedelta(days=6)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
KEPT_EVERY: Final = timedelta(seconds=10)  # how exactly other processes can know of the last poll

Payload = dict[str, Any]
Pause = Callable[[float], Awaitable[None]]


class Silent(Exception):
    """Telegram did not answer a poll in time."""


class Unnumbered(Exception):
    """A poll brought nothing that is an update."""


class Intake:
    """The way of raw updates into the inbox. `arrived` is called after each commit.

    `patience` is how many seconds a poll may stay silent.
    """

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        arrived: Callable[[], None],
        tally: Tally | None = None,
        patience: float = POLL_SECONDS + MARGIN,
    ) -> None:
        self._store = store
        self._now = now
        self._arrived = arrived
        self._tally = tally or Tally()
        self._patience = patience
        self._newest: tuple[int, datetime] | None = None
        self._kept: dict[str, datetime] = {}  # when a fact was last written for other processes
        self._troubled = False

    async def take(self, payloads: list[Payload]) -> None:
        """Commit a batch in one transaction; those that are there already are passed over."""
        if payloads:
            async with self._store.unit() as unit:
                await inbox.put(unit, payloads, self._now())
            self._arrived()

    async def begin(self, way: str) -> None:
        """Note for other processes how updates come in: meta.POLLING or meta.WEBHOOK."""
        async with self._store.unit() as unit:
            await meta.keep(unit, meta.INTAKE, way)
            self._newest = await inbox.newest(unit)

    async def poll(self, bot: Bot, pause: Pause) -> None:
        """Poll for ever. `pause` waits some seconds; the app ends this by cancelling it."""
        await self.begin(meta.POLLING)
        wait = FIRST_PAUSE
        while True:
            try:
                await self._hear(await self._fetch(bot, self._offset()))
            except Exception as error:  # a full disk ends no more than a lost connection does
                await self._bear(error, bot, wait)
                await pause(wait)
                # Telegram is asked less and less; a disk that has room again is to be noticed at once
                wait = FIRST_PAUSE if engine.passing(error) else min(wait * 2, LONGEST_PAUSE)
            else:
                wait = FIRST_PAUSE

    def _offset(self) -> int | None:
        """The update to ask for next. After a quiet week Telegram numbers anew, maybe lower: then any."""
        if self._newest is None or self._now() - self._newest[1] > NUMBERED_ON:
            return None
        return self._newest[0] + 1

    async def _fetch(self, bot: Bot, offset: int | None) -> list[Payload]:
        """One long poll. Below PTB's `get_updates`, which parses a whole batch and so fails as a whole."""
        asked = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED)}
        query = urlencode(asked if offset is None else {**asked, "offset": offset})
        try:
            # over all of it: a server that drips a byte now and then is silent, too
            async with asyncio.timeout(self._patience):
                found = await bot.polls.post(
                    f"{bot.base_url}/getUpdates?{query}", read_timeout=self._patience
                )
        except (TimeoutError, TimedOut) as error:
            raise Silent from error
        return found if isinstance(found, list) else []

    async def _hear(self, payloads: list[Payload]) -> None:
        """Take in what a poll brought. What has no number cannot be kept; the next number passes over it."""
        usable = [payload for payload in payloads if inbox.numbered(payload)]
        if payloads and not usable:
            raise Unnumbered  # it would come again at once: not an answer to go on from
        await self.take(usable)
        self._tally.polls["answered"] += 1
        if usable:
            self._newest = usable[-1]["update_id"], self._now()
        if self._troubled:
            self._troubled = False
            note(Event.POLL_RECOVERED)
        await self._keep(meta.LAST_POLL)

    async def _bear(self, error: Exception, bot: Bot, wait: float) -> None:
        """Say what went wrong with a poll, and do what can be done about it."""
        self._troubled = True
        if because := engine.passing(error):
            note(Event.STORE_UNWRITABLE, because=because)
            return
        event = _event(error)
        note(event, again_in=wait, because=type(error).__name__)
        self._tally.polls[COUNTED[event]] += 1
        if event is Event.POLL_SILENT:
            await bot.polls.renew()
        elif event is not Event.POLL_FAILED:
            await self._keep(meta.CONFLICT)

    async def _keep(self, name: str) -> None:
        """Keep the instant for other processes, every few seconds at most. That it fails ends no polling."""
        now, before = self._now(), self._kept.get(name)
        if before is not None and timedelta() <= now - before < KEPT_EVERY:
            return
        self._kept[name] = now
        try:
            async with self._store.unit() as unit:
                await meta.keep_instant(unit, name, now)
        except Exception as error:  # a full disk: the inbox will say so as soon as it matters
            note(Event.POLL_UNKEPT, error)


COUNTED: Final = {
    Event.POLL_FAILED: "failed",
    Event.POLL_SILENT: "silent",
    Event.POLL_CONFLICT: "conflict",
    Event.POLL_HOOKED: "conflict",
}


def _event(error: Exception) -> Event:
    match error:
        case Silent():
            return Event.POLL_SILENT
        case Conflict():
            return Event.POLL_HOOKED if "webhook" in str(error).lower() else Event.POLL_CONFLICT
        case _:
            return Event.POLL_FAILED
