"""Sends what the outbox holds: in order within a chat, chats side by side, within Telegram's limits.

`in_flight` is committed just before the request, so a crash loses no letter and repeats none of kind `once`.
A round settles what landed and takes a hand of letters in one unit, so a commit is shared by many letters;
from the hand each leaves at its moment, replies first.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Iterable
from datetime import datetime
from heapq import heappop, heappush

from telegram import Bot

from bot import logbook
from bot.service import unsaying
from bot.store import engine, outbox
from bot.store.engine import Store
from bot.store.outbox import REPLY, SCHEDULED, Letter
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
AHEAD = 0.1  # seconds for which letters are taken before they may leave
EVEN = 0.005  # seconds between two looks whether one may leave
GATHER = 0.02  # seconds in which what lands is gathered
HELD_BACK = 1.0  # seconds between two looks while limits hold letters back: what was put off may be due
LONGEST_WAIT = 30.0  # seconds between two looks when nothing rings


class Sender:
    """The one sender. `now` is the instant, `ticks` monotonic seconds for the limits."""

    def __init__(  # noqa: PLR0913  # what the app wires
        self,
        store: Store,
        bot: Bot,
        words: Words,
        limits: Limits,
        now: Callable[[], datetime],
        ticks: Callable[[], float],
        tally: Tally | None = None,
        *,
        paid: bool = False,
    ) -> None:
        self._store = store
        self._post = Post(bot, words, store, now, paid)
        self._limits = limits
        self._now = now
        self._ticks = ticks
        self._tally = tally or Tally()
        self._settling = Settling(limits, now, ticks, self._tally)
        self._ahead = math.ceil(limits.per_second * AHEAD)
        self._hand: list[tuple[int, int, Letter]] = []  # taken, and not yet gone; a heap, replies first
        self._left = True  # more may wait than the last look took
        self._returning = False  # what is in the hand is being put back
        self._held: dict[int, float] = {}  # chats that limits hold, and until when
        self._flying = 0
        self._landed: list[Landed] = []
        self._stopping = False
        self._news = asyncio.Event()  # something was written, landed, or is soon gone from the hand
        self._picked = asyncio.Event()  # something came into the hand
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
        self._picked.set()

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
            await self._give_back(unit)
            await outbox.recover(unit, self._now())

    async def run(self) -> None:
        """Send until it is stopped, with as many letters under way as the window holds."""
        try:
            async with asyncio.TaskGroup() as flights:
                flights.create_task(self._departures(flights))
                await self._rounds()
        except ExceptionGroup as broken:  # the log is to name what broke, not the group it came in
            raise broken.exceptions[0] from broken

    async def send(self) -> float | None:
        """Send what may go now and settle it; None if more may go, else seconds until another look."""
        async with asyncio.TaskGroup() as flights:
            wait = await self._round()
            gone = await self._let_go(flights)
            wait = self._shut(self._hand[0][0]) if self._hand else wait
        async with self._store.unit() as unit:
            await self._settle(unit)
            await self._give_back(unit)
        return None if gone else wait

    # --- from the outbox into the hand

    async def _rounds(self) -> None:
        while True:
            self._news.clear()
            wait = await self._tried()
            if self._stopping and not (self._flying or self._landed or self._hand):
                return
            if wait is not None:
                await _heard(self._news, wait)

    async def _tried(self) -> float | None:
        """A round. Where the database can't be written nothing goes, and what landed waits to be settled."""
        try:
            return await self._round()
        except Exception as error:
            if not (because := engine.passing(error)):
                raise
            logbook.note(logbook.Event.STORE_UNWRITABLE, because=because)
            return HELD_BACK

    async def _round(self) -> float | None:
        """Settle what landed and take what may go; None if more may be there, else seconds to wait."""
        self._written = self._returning = False
        async with self._store.unit() as unit:
            await self._settle(unit)
            if self._stopping or self._limits.shut(self._ticks()) > HELD_BACK:
                await self._give_back(unit)
            letters = await self._waiting(unit)
            going = [one for one in letters if not self._hold(one.chat_id) and await self._timely(unit, one)]
            taken = await outbox.take(unit, [letter.id for letter in going]) if going else frozenset()
            put_off = None if letters or self._hand else await outbox.next_at(unit)
        self._left |= len(going) < len(letters)  # behind one that is not to go there may be another
        self._pick_up(letter for letter in going if letter.id in taken)
        return None if letters and self._more(letters[-1]) else self._until_next(put_off)

    async def _timely(self, unit: Unit, letter: Letter) -> bool:
        return await unsaying.timely(unit, letter, self._now())

    async def _waiting(self, unit: Unit) -> list[Letter]:
        """Find letters for the hand: any, or replies only, which need not wait behind what is in it."""
        self._held = {chat: until for chat, until in self._held.items() if until > self._ticks()}
        replies = sum(urgent == REPLY for urgent, *_ in self._hand)
        for urgent, in_hand in ((SCHEDULED, len(self._hand)), (REPLY, replies)):
            room = min(WINDOW - self._flying - len(self._hand), ROUND, self._ahead - in_hand)
            if room > 0 and not self._stopping and self._shut(urgent) <= AHEAD:
                found = await outbox.waiting(unit, self._now(), room, urgent=urgent, besides=self._held)
                self._left = urgent == REPLY or len(found) == room
                return found
        self._left = True
        return []

    def _more(self, last: Letter) -> bool:
        """Whether the hand takes more at once; behind a reply there may be another."""
        return self._left and (len(self._hand) < self._ahead or last.urgent == REPLY)

    def _hold(self, chat_id: int) -> bool:
        """Whether limits hold this chat; it is passed over until they don't."""
        now = self._ticks()
        if wait := self._limits.held(chat_id, now):
            self._held[chat_id] = now + max(wait, EVEN)
        return wait > 0

    def _pick_up(self, letters: Iterable[Letter]) -> None:
        for letter in letters:
            heappush(self._hand, (letter.urgent, letter.id, letter))
            self._picked.set()

    async def _give_back(self, unit: Unit) -> None:
        """Put back what is in the hand and would stay there for long; nothing leaves it meanwhile."""
        if self._hand:
            self._returning = True
            await outbox.give_back(unit, [number for _, number, _ in self._hand])
            unit.on_commit(self._hand.clear)

    def _until_next(self, put_off: datetime | None) -> float:
        now, shut = self._ticks(), self._shut(SCHEDULED)
        if self._hand or self._held or shut > AHEAD or self._flying >= WINDOW:
            again = shut - AHEAD if shut > AHEAD else HELD_BACK
            return max(GATHER, min(again, HELD_BACK, *(until - now for until in self._held.values())))
        if not (self._flying or self._landed or self._written):
            self.idle.set()
        return LONGEST_WAIT if put_off is None else self._until(put_off)

    def _until(self, put_off: datetime) -> float:
        """Seconds until a letter is due again; it may have come due since the round looked."""
        wait = (put_off - self._now()).total_seconds()
        return min(wait, LONGEST_WAIT) if wait > 0 else HELD_BACK

    async def _settle(self, unit: Unit) -> None:
        """Settle what landed; it is forgotten once that is on disk."""
        landed = tuple(self._landed)
        await self._settling.settle(unit, landed)
        unit.on_commit(lambda: self._forget(len(landed)))

    def _forget(self, settled: int) -> None:
        del self._landed[:settled]

    # --- from the hand to Telegram

    async def _departures(self, flights: asyncio.TaskGroup) -> None:
        while not self._stopping:
            self._picked.clear()
            await self._let_go(flights)
            wait = max(EVEN, self._shut(self._hand[0][0])) if self._hand else LONGEST_WAIT
            await _heard(self._picked, wait)

    async def _let_go(self, flights: asyncio.TaskGroup) -> int:
        """Begin the requests that may begin now; how many."""
        gone = 0
        while self._may_leave():
            *_, letter = heappop(self._hand)
            self._flying += 1
            flights.create_task(self._deliver(letter, self._limits.spend(letter.chat_id, self._ticks())))
            gone += 1
            if gone % BREATH == 0:
                await asyncio.sleep(0)
        if gone and self._left and 2 * len(self._hand) <= self._ahead:
            self._news.set()
        return gone

    def _may_leave(self) -> bool:
        if self._stopping or self._returning or not self._hand:
            return False
        return not self._shut(self._hand[0][0])

    def _shut(self, urgent: int) -> float:
        """Seconds for which nothing as urgent as this may go; what was scheduled leaves room for replies."""
        return self._limits.shut(self._ticks(), paced=urgent > REPLY)

    async def _deliver(self, letter: Letter, ticket: int) -> None:
        if letter.urgent == REPLY:
            self._tally.leaves(letter.chat_id, self._now())
        try:
            landed = Landed(letter, *await self._post.carry(letter))
        except Exception as error:  # every error has a fate, decided once
            landed = Landed(letter, None, verdict=errors.classify(error))
        self._limits.landed(ticket, self._ticks())
        self._flying -= 1
        self._land(landed)

    def _land(self, landed: Landed) -> None:
        self._landed.append(landed)
        if not self._flying or len(self._landed) >= ROUND:
            self._news.set()
        elif len(self._landed) == 1:
            asyncio.get_running_loop().call_later(GATHER, self._news.set)


async def _heard(news: asyncio.Event, within: float) -> None:
    try:
        async with asyncio.timeout(within):
            await news.wait()
    except TimeoutError:
        return
