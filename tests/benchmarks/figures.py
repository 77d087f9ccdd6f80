"""What a run of a benchmark is measured by."""

from __future__ import annotations

import asyncio
import re
import resource
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

TOKEN = "123456:" + "A" * 35
AT_ONCE = 64
TEXT = "Ask a stranger for the time, and then for one more thing. " * 4
KEYS = {"inline_keyboard": [[{"text": key, "callback_data": key}] for key in "abc"]}
MESSAGE: dict[str, Any] = {"chat_id": 7, "text": TEXT, "parse_mode": "HTML", "reply_markup": KEYS}
HIGHEST = re.compile(r"VmHWM:\s*(\d+) kB")


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
        return Figures(sent, self.seconds, process_time() - self._used, peak())


def peak() -> float:
    """Tell how many MB of memory this process held at the most."""
    status = Path("/proc/self/status")
    if status.exists() and (found := HIGHEST.search(status.read_text())):
        return int(found[1]) / 1024
    # elsewhere; on Linux it begins with what the parent held when it started this process
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def at_once(send: Callable[[], Awaitable[object]], seconds: float, lanes: int) -> Figures:
    """Send so many at once; what the first ones cost, connections with them, is not measured."""
    await asyncio.gather(*(send() for _ in range(lanes)))
    watch = Watch()
    sent = await asyncio.gather(*(_lane(send, watch, seconds) for _ in range(lanes)))
    return watch.figures(sum(sent))


async def _lane(send: Callable[[], Awaitable[object]], watch: Watch, seconds: float) -> int:
    sent = 0
    while watch.seconds < seconds:
        await send()
        sent += 1
    return sent
