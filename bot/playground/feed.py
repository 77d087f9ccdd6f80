"""What happened, in order: events for the page, raw calls for the drawer and tests. Wakes whoever waits.

Bounded on purpose: a reader who fell too far behind is told to start again."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

BACKLOG = 5_000


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot as it came and what was answered. `ms` is what handling it took."""

    at: datetime
    method: str
    params: dict[str, Any]
    response: dict[str, Any]
    ms: float = 0.0


class Feed:
    """Events with a running number `seq`. Everything that changes the world adds one."""

    def __init__(self) -> None:
        self.seq = 0
        self.changes = 0
        self.calls: deque[Call] = deque(maxlen=BACKLOG)
        self._events: deque[dict[str, Any]] = deque(maxlen=BACKLOG)
        self._waiters: list[asyncio.Future[None]] = []
        self.closed = False

    def emit(self, kind: str, **content: Any) -> None:
        self.seq += 1
        self._events.append({"seq": self.seq, "kind": kind, **content})
        self.wake()

    def since(self, after: int) -> list[dict[str, Any]]:
        """Return the events after number `after`, or one "reset" where some of them are gone."""
        missing = self.seq - after
        if missing == 0:
            return []
        if missing < 0 or missing > len(self._events):
            return [{"seq": self.seq, "kind": "reset"}]
        return list(islice(self._events, len(self._events) - missing, None))

    def wake(self) -> None:
        """Say that something changed, also what no event tells."""
        self.changes += 1
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def waiter(self) -> asyncio.Future[None]:
        """Return a future that the next change of the world makes done."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        return waiter

    async def wait_for(self, predicate: Callable[[], bool], seconds: float) -> None:
        """Return as soon as `predicate()` holds; TimeoutError when it does not within `seconds`."""
        async with asyncio.timeout(seconds):
            while not predicate():
                await self.waiter()
