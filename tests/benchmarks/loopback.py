"""A Bot API server that costs next to nothing, in a process of its own: it answers every send, some ms later.

Only for benchmarks: it reads lengths and no parameters, and believes everything.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

ME = {"id": 1000000, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}
CHAT = {"id": 7, "type": "private", "first_name": "Ana"}
MESSAGE = {"message_id": 7, "date": 1795424400, "chat": CHAT, "from": ME, "text": "Today's ask. " * 20}
SPAWN = multiprocessing.get_context("spawn")
SELF_SIGNED = (
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"),
    *("-days", "1", "-subj", "/CN=loopback", "-addext", "subjectAltName=IP:127.0.0.1"),
)


def apart(work: Callable[..., Result], *given: object) -> Result:
    """Run it on the first core in a process of its own, so that it carries its own weight only."""
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=_apart, args=(there, work, given))
    process.start()
    there.close()
    try:
        found: Result = here.recv()
    finally:
        process.join()
    return found


def _apart(told: Connection, work: Callable[..., object], given: tuple[object, ...]) -> None:
    pin(0)
    told.send(work(*given))


def answer(result: object) -> bytes:
    body = json.dumps({"ok": True, "result": result}).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


SENT, KNOWN = answer(MESSAGE), answer(ME)


def certificate(folder: Path) -> Path | None:
    """Make a certificate for 127.0.0.1 that vouches for itself, its key beside it; None without openssl."""
    if (openssl := shutil.which(SELF_SIGNED[0])) is None:
        return None
    made = folder / "loopback.pem"
    files = ("-out", str(made), "-keyout", str(made.with_suffix(".key")))
    subprocess.run([openssl, *SELF_SIGNED[1:], *files], check=True, capture_output=True)  # noqa: S603  fixed words
    return made


def server_side(made: Path) -> ssl.SSLContext:
    """Make the server's side of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, made.with_suffix(".key"))
    return context


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
        self.answered(head, body)

    def answered(self, head: bytes, body: bytes) -> None:
        """Answer one request."""
        said = KNOWN if b"/getMe" in head.partition(b"\r\n")[0] else SENT
        if self._delay:
            asyncio.get_running_loop().call_later(self._delay, self.write, said)
        else:
            self.write(said)

    def write(self, said: bytes) -> None:
        assert self._transport is not None
        self._transport.write(said)


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


async def _serve(told: Connection, delay: float, made: Path | None) -> None:
    context = server_side(made) if made else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Far(delay), "127.0.0.1", 0, ssl=context)
    told.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _run(told: Connection, delay: float, made: Path | None) -> None:
    pin(1)
    asyncio.run(_serve(told, delay, made))


def pin(core: int) -> None:
    """Stay on one core, threads too, where the machine has it and the system can."""
    if hasattr(os, "sched_setaffinity") and core in os.sched_getaffinity(0):
        os.sched_setaffinity(0, {core})


@contextmanager
def loopback(delay: float, made: Path | None = None) -> Iterator[str]:
    """Serve for as long as it is needed, over TLS with the certificate if one is given; its URL."""
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=_run, args=(there, delay, made), daemon=True)
    process.start()
    try:
        yield f"{'https' if made else 'http'}://127.0.0.1:{here.recv()}"
    finally:
        process.kill()
        process.join()
