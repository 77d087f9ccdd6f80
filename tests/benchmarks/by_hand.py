"""Messages without any library of Telegram's: aiohttp alone, and sockets with HTTP/1.1 written by hand.

What these do not cost is what a library adds. Neither knows errors, timeouts or proxies.
"""

from __future__ import annotations

import asyncio
import json
import ssl
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.benchmarks.figures import MESSAGE, TOKEN, Figures, at_once

PATH = f"/bot{TOKEN}/sendMessage"
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "


async def by_aiohttp(url: str, seconds: float, lanes: int) -> Figures:
    connector = aiohttp.TCPConnector(limit=lanes)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def send() -> Any:
            async with session.post(url + PATH, json=MESSAGE) as response:
                return json.loads(await response.read())["result"]

        return await at_once(send, seconds, lanes)


class Line(asyncio.Protocol):
    """One kept connection: a request, its answer, the next request."""

    def __init__(self) -> None:
        self._read = b""
        self._answer: asyncio.Future[bytes]
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        if not self._answer.done():
            self._answer.set_exception(error or ConnectionResetError())

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, found, body = self._read.partition(b"\r\n\r\n")
        if found and len(body) >= int(head[head.index(b"Length:") + 7 :].partition(b"\r\n")[0]):
            self._read = b""
            self._answer.set_result(body)

    async def send(self) -> Any:
        body = json.dumps(MESSAGE).encode()
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(HEAD.encode() + str(len(body)).encode() + b"\r\n\r\n" + body)
        return json.loads(await self._answer)["result"]

    def close(self) -> None:
        self._transport.abort()


async def by_sockets(url: str, seconds: float, lanes: int) -> Figures:
    place = urlsplit(url)
    context = ssl.create_default_context() if place.scheme == "https" else None
    loop, host, port = asyncio.get_running_loop(), place.hostname or "", place.port or 0
    lines = [(await loop.create_connection(Line, host, port, ssl=context))[1] for _ in range(lanes)]
    free = list(lines)

    async def send() -> None:
        line = free.pop()
        await line.send()
        free.append(line)

    figures = await at_once(send, seconds, lanes)
    for line in lines:
        line.close()
    return figures
