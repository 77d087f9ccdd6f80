"""What a run of a benchmark is measured by."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import perf_counter, process_time

TOKEN = "123456:" + "A" * 35
AT_ONCE = 64
TEXT = "Ask a stranger for the time, and then for one more thing. " * 4
KEYS = {"inline_keyboard": [[{"text": key, "callback_data": key}] for key in "abc"]}


@dataclass(frozen=True, slots=True)
class Figures:
    sent: int
    seconds: float
    cpu: float  # seconds, of all threads
    memory: float  # MB at the most

    @property
    def rate(self) -> float:
        return self.sent / self.seconds

    @property
    def per_cpu_second(self) -> float:
        return self.sent / self.cpu


class Watch:
    """Runs from its making."""

    def __init__(self) -> None:
        self._began, self._used = perf_counter(), process_time()

    @property
    def seconds(self) -> float:
        return perf_counter() - self._began

    def figures(self, sent: int) -> Figures:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Figures(sent, self.seconds, process_time() - self._used, memory)


async def at_once(send: Callable[[], Awaitable[object]], seconds: float) -> Figures:
    watch = Watch()
    lanes = await asyncio.gather(*(_lane(send, watch, seconds) for _ in range(AT_ONCE)))
    return watch.figures(sum(lanes))


async def _lane(send: Callable[[], Awaitable[object]], watch: Watch, seconds: float) -> int:
    sent = 0
    while watch.seconds < seconds:
        await send()
        sent += 1
    return sent
