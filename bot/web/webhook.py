"""Telegram's webhook: the secret is compared, the update committed, and only then answered with 200."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.store import inbox

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header
LARGEST = 1 << 20  # bytes; an update is a few kB

Take = Callable[[list[dict[str, Any]]], Awaitable[None]]


def add(routes: web.Application, url: str, secret: str, take: Take) -> None:
    """Add the route of WEBHOOK_URL's path; `take` commits updates to the inbox."""

    async def hook(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        update = _update(await request.read())
        if update is None:
            return web.Response(status=400)
        await take([update])
        return web.Response()

    routes.router.add_post(urlsplit(url).path or "/", hook)


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):  # the second for what is nested deeper than anybody writes
        return None
    return update if inbox.numbered(update) else None
