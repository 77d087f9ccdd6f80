"""A Bot API server with a backlog, in a process of its own: it hands out updates and answers the rest.

Only for benchmarks: it reads the method and the offset, and believes everything.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from tests.benchmarks.loopback import KNOWN, SENT, SPAWN, Far, answer, pin

METHOD = re.compile(rb"/bot[^/]*/(\w+)")
OFFSET = re.compile(rb"\boffset=(\d+)")
PAGE = 100
POLL = 1.0  # seconds that a poll waits in vain
TRUE, NONE = answer(True), answer([])
ANSWERS = {b"getMe": KNOWN, b"sendMessage": SENT, b"editMessageText": SENT, b"sendPhoto": SENT}

Pages = list[tuple[int, bytes]]  # the last number on it, and the answer


def pages(updates: list[dict[str, Any]]) -> Pages:
    parts = [updates[first : first + PAGE] for first in range(0, len(updates), PAGE)]
    return [(part[-1]["update_id"], answer(part)) for part in parts]


class Feeding(Far):
    """One connection. Pages are confirmed whole, since who asks here asks for a whole one."""

    def __init__(self, ready: Pages) -> None:
        super().__init__(0.0)
        self._ready = ready

    def answered(self, head: bytes, body: bytes) -> None:
        found = METHOD.search(head)
        if found is None or found[1] != b"getUpdates":
            self.write(ANSWERS.get(found[1] if found else b"", TRUE))
            return
        offset = OFFSET.search(head.partition(b"\r\n")[0] + b"&" + body)
        asked = int(offset[1]) if offset else 0
        page = next((page for last, page in self._ready if last >= asked), None)
        if page is not None:
            self.write(page)
        else:
            asyncio.get_running_loop().call_later(POLL, self.write, NONE)


async def _serve(told: Connection, ready: Pages) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: Feeding(ready), "127.0.0.1", 0)
    told.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _run(told: Connection, backlog: str) -> None:
    pin(1)
    asyncio.run(_serve(told, pages(json.loads(backlog))))


@contextmanager
def feeding(backlog: str) -> Iterator[str]:
    """Serve a backlog of updates, given as JSON; the server's URL."""
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=_run, args=(there, backlog), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.kill()
        process.join()
