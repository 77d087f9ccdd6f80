"""A Bot API server that costs next to nothing, in a process of its own: it answers every send, some ms later.

Only for benchmarks: it reads lengths and no parameters, and believes everything.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

ME = {"id": 1000000, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}
CHAT = {"id": 7, "type": "private", "first_name": "Ana"}
MESSAGE = {"message_id": 7, "date": 1795424400, "chat": CHAT, "from": ME, "text": "Today's ask. " * 20}
SPAWN = multiprocessing.get_context("spawn")


def _answer(result: object) -> bytes:
    body = json.dumps({"ok": True, "result": result}).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


SENT, KNOWN = _answer(MESSAGE), _answer(ME)


class Far(asyncio.Protocol):
    """One connection: requests one after another, each answered `delay` seconds after its last byte."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._read = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, found, body = self._read.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return
        self._read = b""
        assert self._transport is not None
        answer = KNOWN if b"/getMe" in head.partition(b"\r\n")[0] else SENT
        asyncio.get_running_loop().call_later(self._delay, self._transport.write, answer)


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


async def _serve(told: Connection, delay: float) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: Far(delay), "127.0.0.1", 0)
    told.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _run(told: Connection, delay: float) -> None:
    pin(1)
    asyncio.run(_serve(told, delay))


def pin(core: int) -> None:
    """Stay on one core, threads too, where the machine has it and the system can."""
    if hasattr(os, "sched_setaffinity") and core in os.sched_getaffinity(0):
        os.sched_setaffinity(0, {core})


@contextmanager
def loopback(delay: float) -> Iterator[str]:
    """Serve for as long as it is needed; its URL."""
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=_run, args=(there, delay), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.kill()
        process.join()
