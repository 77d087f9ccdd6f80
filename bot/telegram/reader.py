"""Works through the inbox: in order for each person, different people side by side, each update once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import groupby
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application

from bot import logbook
from bot.coach import messages
from bot.coach.messages.groups import Toast
from bot.service import front, groups
from bot.service.events import Counted, Event, GroupEvent, Located, Place, Who
from bot.service.visit import Moment
from bot.store import engine, inbox, outbox
from bot.store.engine import Store
from bot.store.inbox import Arrival
from bot.tally import Tally
from bot.telegram import handlers
from bot.telegram.group_handlers import GroupHandlers
from bot.telegram.handlers import Handlers
from bot.words.render import Words

BATCH = 100
TRIES = 3  # then an update is dead: it blocks nobody, and the operator sees it
PAUSE = 0.5  # seconds before an update that failed is tried again
PATIENCE = 1.0  # seconds before another look where the database could not be written


class Reader:
    """One reader of the inbox. `moment` gives the instant and a roll, `written` is called after a commit."""

    def __init__(
        self,
        store: Store,
        bot: Bot,
        moment: Callable[[], Moment],
        written: Callable[[], None],
        words: Words,
        tally: Tally | None = None,
    ) -> None:
        self._store = store
        self._bot = bot
        self._moment = moment
        self._written = written
        self._tally = tally or Tally()
        self._handling: dict[int, Arrival] = {}
        self._settled: dict[int, bool] = {}  # of those: done (or dead) True, to be tried again False
        self._waiting = False  # something is to be tried again
        self._unwritable: str | None = None  # why the last look could not be done with the database
        self._arrived = asyncio.Event()
        self.idle = asyncio.Event()  # everything that arrived is handled
        self._stopping = False
        in_groups = GroupHandlers(self.in_group, self.counted, words.toast)
        self.application: Application[Any, Any, Any, Any, Any, Any] = handlers.build(
            bot, Handlers(self.receive, in_groups, self.failed)
        )

    def ring(self) -> None:
        """Something came into the inbox."""
        self.idle.clear()
        self._arrived.set()

    def stop(self) -> None:
        """Finish the batch and read no more."""
        self._stopping = True
        self._arrived.set()

    async def run(self, pause: Callable[[float], Awaitable[None]]) -> None:
        """Read until `stop`. What is left over from an earlier run comes first."""
        while not self._stopping:
            self._arrived.clear()
            found = await self.read()
            if self._unwritable is not None:
                logbook.note(logbook.Event.STORE_UNWRITABLE, because=self._unwritable)
                await pause(PATIENCE)
            elif found:
                await pause(PAUSE if self._waiting else 0)
            elif not self._arrived.is_set():
                self.idle.set()
                await self._arrived.wait()

    async def read(self) -> int:
        """Handle one batch of what has arrived; how many there were."""
        self._waiting, self._unwritable = False, None
        fresh = await self._fresh()
        by_person = sorted(fresh, key=lambda arrival: (arrival.chat_id or 0, arrival.update_id))
        groups_of = [list(own) for _, own in groupby(by_person, key=lambda arrival: arrival.chat_id)]
        await asyncio.gather(*(self._in_order(own) for own in groups_of))
        return len(fresh)

    async def _fresh(self) -> list[Arrival]:
        try:
            async with self._store.read() as unit:
                return await inbox.fresh(unit, BATCH)
        except Exception as error:
            self._bear(error)
            return []

    def _bear(self, error: BaseException) -> None:
        """Go on where the machine keeps the database from being written: no update is to blame."""
        self._unwritable = engine.passing(error)
        if self._unwritable is None:
            raise error

    async def _in_order(self, arrivals: Sequence[Arrival]) -> None:
        """One person's updates; after a failure the later ones wait for the earlier."""
        for arrival in arrivals:
            if not await self._handle(arrival):
                self._waiting = True
                return

    async def _handle(self, arrival: Arrival) -> bool:
        """Handle one update; False where it failed and is to be tried again."""
        self._handling[arrival.update_id] = arrival
        self._tally.came(arrival.chat_id, arrival.received_at)
        try:
            await self._process(arrival)
            return await self._outcome(arrival.update_id)
        except Exception as error:
            self._bear(error)
            return False
        finally:
            del self._handling[arrival.update_id]

    async def _process(self, arrival: Arrival) -> None:
        try:
            update = Update.de_json(arrival.payload, self._bot)
        except Exception as error:  # whatever is wrong with it, it must not block the others
            await self._note(arrival.update_id, error, dead=True)
        else:
            await self.application.process_update(update)

    async def _outcome(self, update_id: int) -> bool:
        """Whether an update is over. What no handler had anything to do with is done, too."""
        if update_id in self._settled:
            return self._settled.pop(update_id)
        self._tally.updates["ignored"] += 1
        async with self._store.unit() as unit:
            await inbox.done(unit, update_id, self._moment().now)
        return True

    # --- what the handlers call

    async def receive(self, update_id: int, who: Who, event: Event) -> None:
        """One event of a person: its state, its letters and its done-mark are kept together or not at all."""
        moment = self._moment()
        async with self._store.shared() as unit:
            fresh = await inbox.done(unit, update_id, moment.now)
            visit = await front.receive(unit, who, event, moment) if fresh else None
        self._handled(update_id)
        if visit is not None and (visit.erased or isinstance(event, Located)):
            await self._store.truncate_log()
        self._written()

    async def in_group(self, update_id: int, place: Place, event: GroupEvent) -> Toast | None:
        """One event of a group, likewise; what to show to who pressed a button."""
        moment = self._moment()
        async with self._store.shared() as unit:
            fresh = await inbox.done(unit, update_id, moment.now)
            toast = await groups.receive(unit, place, event, moment) if fresh else None
        self._handled(update_id)
        self._written()
        return toast

    async def counted(self, update_id: int, event: Counted) -> None:
        """A poll of ours has other votes."""
        async with self._store.unit() as unit:
            if await inbox.done(unit, update_id, self._moment().now):
                await groups.counted(unit, event)
        self._handled(update_id)

    def _handled(self, update_id: int) -> None:
        self._settled[update_id] = True
        self._tally.updates["handled"] += 1
        logbook.note(logbook.Event.UPDATE_HANDLED, update=update_id)

    async def failed(self, update_id: int, error: BaseException) -> None:
        """A handler raised: its transaction is rolled back. Try again, a few times."""
        self._settled[update_id] = False  # first, or one that cannot even be noted would pass for ignored
        if engine.passing(error):
            self._bear(error)
            return
        arrival = self._handling.get(update_id)
        await self._note(update_id, error, dead=arrival is None or arrival.tries + 1 >= TRIES)

    async def _note(self, update_id: int, error: BaseException, dead: bool) -> None:
        event = logbook.Event.UPDATE_DEAD if dead else logbook.Event.UPDATE_FAILED
        logbook.note(event, error, update=update_id)
        self._tally.updates["dead" if dead else "failed"] += 1
        arrival, now = self._handling.get(update_id), self._moment().now
        async with self._store.unit() as unit:
            await inbox.failed(unit, update_id, type(error).__name__, now, dead)
            if dead and arrival is not None and arrival.chat_id is not None:
                await outbox.put(unit, arrival.chat_id, messages.Trouble(), now=now)
        self._settled[update_id] = dead
        self._written()
