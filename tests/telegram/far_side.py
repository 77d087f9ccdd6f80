"""The far side for the transport's tests: a small server that answers, hangs, breaks and lies."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from telegram import Bot

from bot.telegram.transport import AiohttpRequest

TOKEN = "123456:" + "A" * 35
ME = {"id": 123456, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}
MESSAGE = {"message_id": 7, "date": 0, "chat": {"id": 1, "type": "private"}}
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Telegram:
    """The far side. `answers` replaces the usual answer to a method."""

    answers: dict[str, Answer] = field(default_factory=dict)
    calls: list[tuple[str, str, Any]] = field(default_factory=list)
    peers: set[tuple[str, int]] = field(default_factory=set)
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    hold: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        assert request.transport is not None
        self.peers.add(request.transport.get_extra_info("peername"))
        self.calls.append((method, request.content_type, await _read(request)))
        self.entered.set()
        if answer := self.answers.get(method):
            return await answer(request)
        return web.json_response({"ok": True, "result": ME if method == "getMe" else MESSAGE})

    async def hang(self, request: web.Request) -> web.StreamResponse:
        await self.hold.wait()
        return web.json_response({"ok": True, "result": MESSAGE})


async def _read(request: web.Request) -> Any:
    if request.content_type == "multipart/form-data":
        parts = {}
        async for part in await request.multipart():
            assert not isinstance(part, web.BaseRequest)
            parts[part.name] = (getattr(part, "filename", None), await part.read())  # type: ignore[union-attr]  # no nested parts here
        return parts
    body = await request.text()
    return json.loads(body) if body else None


def bot_at(url: str, request: AiohttpRequest) -> Bot:
    return Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=AiohttpRequest())


async def answered(body: Any, status: int = 200) -> web.StreamResponse:
    return web.json_response(body, status=status)


def told(code: int, text: str, **parameters: int) -> Answer:
    body = {"ok": False, "error_code": code, "description": text}
    return lambda _: answered(body | ({"parameters": parameters} if parameters else {}), code)


def proxied(code: int) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=code, text="<html>nginx</html>", content_type="text/html")

    return answer
