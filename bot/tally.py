"""What this process has counted since its start, for whoever watches it. Numbers only: no id leaves it.

Kept by the edges, read by the web side; it neither reads a clock nor decides anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

# seconds; 0.025 and 0.15 are what a reply is to stay under, half of the time and nearly always
BOUNDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)
MOST_AWAITED: Final = 10_000  # updates that nothing was said to are forgotten, the oldest first


@dataclass(slots=True)
class Delays:
    """A histogram: `counts` has one more place than BOUNDS, for what took longer than all of them."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


@dataclass(slots=True)
class Tally:
    updates: Counter[str] = field(default_factory=Counter)  # handled, failed, dead
    letters: Counter[str] = field(default_factory=Counter)  # sent, or the fate of the request
    polls: Counter[str] = field(default_factory=Counter)  # answered, failed, silent, conflict
    retries: int = 0  # letters that were put back to be sent again
    floods: int = 0  # 429 from Telegram
    delays: Delays = field(default_factory=Delays)  # from an update's arrival to the request of the reply
    _awaited: dict[int, datetime] = field(default_factory=dict)

    def came(self, chat_id: int | None, at: datetime) -> None:
        """Note that an update of a private chat is being handled, which arrived at `at`."""
        if chat_id is None:
            return
        if chat_id not in self._awaited and len(self._awaited) >= MOST_AWAITED:
            del self._awaited[next(iter(self._awaited))]
        self._awaited.setdefault(chat_id, at)

    def leaves(self, chat_id: int, now: datetime) -> None:
        """Note that a reply's request leaves; only the first after an update counts."""
        if came := self._awaited.pop(chat_id, None):
            self.delays.add(max((now - came).total_seconds(), 0.0))
