"""A Bot API server in a process of its own that writes down when each message arrived there.

Only for benchmarks: it answers every call, some ms later, and hands out updates at the pace it is asked for.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from tests.benchmarks.arrivals import Arrival
from tests.benchmarks.loopback import ME, MESSAGE, SPAWN, pin

SENDS = {"sendMessage", "editMessageText", "sendPhoto"}


@dataclass(slots=True)
class Seen:
    """What arrived, and which updates were written by whom; instants of this machine's monotonic clock."""

    messages: list[Arrival] = field(default_factory=list)
    updates: list[Arrival] = field(default_factory=list)


class Telegram:
    """What all connections share: the log, and the updates that wait for a poll."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.seen = Seen()
        self.pending: deque[dict[str, Any]] = deque()
        self.polls: list[Wire] = []

    async def write(self, per_second: float, people: int) -> None:
        """People write /help in turn, for ever."""
        began, count = monotonic(), 0
        while True:
            while began + count / per_second <= monotonic():
                chat_id = 1 + count % people
                self.seen.updates.append((monotonic(), chat_id))
                self.pending.append(_update(count + 1, chat_id))
                count += 1
            self.hand_out()
            await asyncio.sleep(max(began + count / per_second - monotonic(), 0))

    def hand_out(self) -> None:
        if self.pending and self.polls:
            self.polls.pop().answer(list(self.pending))
            self.pending.clear()


def _update(number: int, chat_id: int) -> dict[str, Any]:
    person = {"id": chat_id, "first_name": "Ana", "is_bot": False, "language_code": "en"}
    chat = {"id": chat_id, "type": "private", "first_name": "Ana"}
    entity = {"type": "bot_command", "offset": 0, "length": 5}
    message = {"message_id": number, "date": 1795424400, "chat": chat, "from": person, "text": "/help"}
    return {"update_id": number, "message": message | {"entities": [entity]}}


class Wire(asyncio.Protocol):
    """One connection: requests one after another."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._read = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._telegram.polls = [poll for poll in self._telegram.polls if poll is not self]

    def data_received(self, data: bytes) -> None:
        arrived = monotonic()
        self._read += data
        head, found, body = self._read.partition(b"\r\n\r\n")
        if found and len(body) >= _length(head):
            self._read.clear()
            line = head.split(b" ", 2)[1].decode()
            self._take(line.rpartition("/")[2].partition("?")[0], bytes(body), arrived)

    def _take(self, method: str, body: bytes, arrived: float) -> None:
        if method == "getUpdates":
            self._telegram.polls.append(self)
            self._telegram.hand_out()
            return
        if method in SENDS:
            self._telegram.seen.messages.append((arrived, json.loads(body)["chat_id"]))
        result: object = ME if method == "getMe" else MESSAGE if method in SENDS else True
        asyncio.get_running_loop().call_later(self._telegram.delay, self.answer, result)

    def answer(self, result: object) -> None:
        body = json.dumps({"ok": True, "result": result}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode() + body)


def _length(head: bytes | bytearray) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


async def _serve(asked: Connection, delay: float, per_second: float, people: int) -> None:
    loop, telegram, told = asyncio.get_running_loop(), Telegram(delay), asyncio.Queue[str]()
    server = await loop.create_server(lambda: Wire(telegram), "127.0.0.1", 0)
    asked.send(server.sockets[0].getsockname()[1])
    loop.add_reader(asked.fileno(), lambda: told.put_nowait(asked.recv()))
    await told.get()
    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(telegram.write(per_second, people)) if per_second else None
        await told.get()
        if writing:
            writing.cancel()
    asked.send(telegram.seen)


def _run(asked: Connection, delay: float, per_second: float, people: int) -> None:
    pin(1)
    asyncio.run(_serve(asked, delay, per_second, people))


class Witness:
    """The server, from outside. `begin` has people write, `end` tells what was seen."""

    def __init__(self, there: Connection) -> None:
        self._there = there
        self.url = f"http://127.0.0.1:{there.recv()}"

    def begin(self) -> None:
        self._there.send("begin")

    def end(self) -> Seen:
        self._there.send("end")
        seen: Seen = self._there.recv()
        return seen


@contextmanager
def witness(delay: float, per_second: float = 0, people: int = 1) -> Iterator[Witness]:
    """Serve for as long as it is needed; updates at this pace from these people, in turn."""
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=_run, args=(there, delay, per_second, people), daemon=True)
    process.start()
    try:
        yield Witness(here)
    finally:
        process.kill()
        process.join()
