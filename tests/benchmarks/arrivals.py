"""What Telegram promises to take, judged by when messages arrived there. Pure: instants are seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

Arrival = tuple[float, int]  # when, and in which chat


def most_in(times: Sequence[float], window: float) -> int:
    """The most that came within any half-open window of this length; `times` in order."""
    most = first = 0
    for last, at in enumerate(times):
        while times[first] + window <= at:
            first += 1
        most = max(most, last - first + 1)
    return most


def over_burst(times: Sequence[float], per_second: float = 1.0, burst: int = 3) -> float:
    """By how many messages a chat got more than `burst` and then so many a second; 0 or less is kept."""
    most, level, before = 0.0, 0.0, times[0]
    for at in times:
        level = max(level - (at - before) * per_second, 0.0) + 1
        most, before = max(most, level), at
    return most - burst


def by_chat(arrivals: Iterable[Arrival]) -> dict[int, list[float]]:
    chats: dict[int, list[float]] = defaultdict(list)
    for at, chat_id in sorted(arrivals):
        chats[chat_id].append(at)
    return chats
