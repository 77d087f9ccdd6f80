"""Sends what the outbox holds: in order within a chat, chats side by side, within Telegram's limits.

`in_flight` is committed just before the request, so a crash loses no letter and repeats none of kind `once`.
A round settles what landed and takes what may go in one unit, so a commit is shared by many letters.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from telegram import Bot

from bot.store import outbox
from bot.store.engine import Store
from bot.store.outbox import REPLY, Letter
from bot.store.unit import Unit
from bot.tally import Tally
from bot.telegram import errors
from bot.telegram.limits import Limits
from bot.telegram.post import Post
from bot.telegram.settling import Landed, Settling
from bot.words.render import Words

WINDOW = 512  # letters under way at once
ROUND = 100  # of them taken in one unit, and landed ones that need not wait for company
BREATH = 16  # requests begun before others get the loop; more would hold it for too long
GATHER = 0.01  # seconds in which what lands is gathered, and what the limits let go
HELD_BACK = 1.0  # seconds between two looks while limits hold letters back: what was put off may be due
LONGEST_WAIT = 30.0  # seconds between two looks when nothing rings


class Sender:
    """The one sender. `now` is the instant, `ticks` monotonic seconds for the limits."""

    def __init__(
        self,
        store: Store,
        bot: Bot,
        words: Words,
        limits: Limits,
        now: Callable[[], datetime],
        ticks: Callable[[], float],
        tally: Tally | None = None,
    ) -> None:
        self._store = store
        self._post = Post(bot, words)
        self._limits = limits
        self._now = now
        self._ticks = ticks
        self._tally = tally or Tally()
        self._settling = Settling(limits, now, ticks, self._tally)
        self._flying = 0
        self._landed: list[Landed] = []
        self._stopping = False
        self._news = asyncio.Event()  # something was written, or landed
        self._written = False
        self.idle = asyncio.Event()  # nothing waits, save what was put off

    def ring(self) -> None:
        """Something was written to the outbox."""
        self.idle.clear()
        self._written = True
        self._news.set()

    def stop(self) -> None:
        """Let nothing more go; `run` ends when all has landed and is settled."""
        self._stopping = True
        self._news.set()

    async def drained(self, within: float) -> bool:
        """Stop when nothing waits any more, or when these seconds are over; whether nothing waited."""
        try:
            async with asyncio.timeout(within):
                await self.idle.wait()
        except TimeoutError:
            return False
        finally:
            self.stop()
        return True

    async def recover(self) -> None:
        """Settle what is in flight: what a crash left, or a stop that could not wait for the answers."""
        async with self._store.unit() as unit:
            await self._settle(unit)
            await outbox.recover(unit, self._now())

    async def run(self) -> None:
        """Send until it is stopped, with as many letters under way as the window holds."""
        try:
            async with asyncio.TaskGroup() as flights:
                await self._rounds(flights)
        except ExceptionGroup as broken:  # the log is to name what broke, not the group it came in
            raise broken.exceptions[0] from broken

    async def _rounds(self, flights: asyncio.TaskGroup) -> None:
        while True:
            self._news.clear()
            wait = await self._round(flights)
            if self._stopping and not (self._flying or self._landed):
                return
            await self._heard(wait if self._flying < WINDOW else LONGEST_WAIT)

    async def _heard(self, within: float | None) -> None:
        """Wait for news; not at all after a round that let something go, since more may be waiting."""
        if within is None:
            return
        try:
            async with asyncio.timeout(within):
                await self._news.wait()
        except TimeoutError:
            return

    async def send(self) -> float | None:
        """Send what may go now and settle it; None if something went, else seconds until another look."""
        async with asyncio.TaskGroup() as flights:
            wait = await self._round(flights)
        async with self._store.unit() as unit:
            await self._settle(unit)
        return wait

    async def _round(self, flights: asyncio.TaskGroup) -> float | None:
        """Settle what landed and let go what may go; None if something went, else seconds to wait."""
        self._written = False
        async with self._store.unit() as unit:
            await self._settle(unit)
            letters = await outbox.waiting(unit, self._now(), self._room())
            going = [letter for letter in letters if self._may_go(letter)]
            taken = await outbox.take(unit, [letter.id for letter in going]) if going else frozenset()
        await self._let_go(flights, [letter for letter in going if letter.id in taken])
        return None if going else await self._until_next(letters)

    async def _let_go(self, flights: asyncio.TaskGroup, letters: list[Letter]) -> None:
        self._flying += len(letters)
        for count, letter in enumerate(letters, 1):
            flights.create_task(self._deliver(letter))
            if count % BREATH == 0:
                await asyncio.sleep(0)

    def _room(self) -> int:
        return 0 if self._stopping else min(WINDOW - self._flying, ROUND)

    async def _settle(self, unit: Unit) -> None:
        """Settle what landed; it is forgotten once that is on disk."""
        landed = tuple(self._landed)
        await self._settling.settle(unit, landed)
        unit.on_commit(lambda: self._forget(len(landed)))

    def _forget(self, settled: int) -> None:
        del self._landed[:settled]

    def _may_go(self, letter: Letter) -> bool:
        if self._limits.wait(letter.chat_id, self._ticks()) > 0:
            return False
        self._limits.spend(letter.chat_id, self._ticks())
        return True

    async def _until_next(self, held_back: list[Letter]) -> float:
        if held_back:
            waits = [self._limits.wait(letter.chat_id, self._ticks()) for letter in held_back]
            return min(max(GATHER, min(waits)), HELD_BACK)
        if not (self._flying or self._landed or self._written):
            self.idle.set()
        async with self._store.read() as unit:
            put_off = await outbox.next_at(unit)
        if put_off is not None and put_off > self._now():
            return min((put_off - self._now()).total_seconds(), LONGEST_WAIT)
        return LONGEST_WAIT

    # --- one letter

    async def _deliver(self, letter: Letter) -> None:
        if letter.urgent == REPLY:
            self._tally.leaves(letter.chat_id, self._now())
        try:
            landed = Landed(letter, *await self._post.carry(letter))
        except Exception as error:  # every error has a fate, decided once
            landed = Landed(letter, None, verdict=errors.classify(error))
        self._flying -= 1
        self._land(landed)

    def _land(self, landed: Landed) -> None:
        self._landed.append(landed)
        if not self._flying or len(self._landed) >= ROUND:
            self._news.set()
        elif len(self._landed) == 1:
            asyncio.get_running_loop().call_later(GATHER, self._news.set)
