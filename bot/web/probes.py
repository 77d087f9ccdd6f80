"""Is it alive, is it ready: two questions, answered by a status and one line. Liveness asks no database.

A bot that is not ready is not to be killed for it: what is wrong may be Telegram's network or a full disk.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from aiohttp import web

from bot.store import meta
from bot.store.status import Status

SILENCE: Final = timedelta(seconds=90)  # two polls and a pause; then updates no longer come in
BACKLOG: Final = timedelta(
    minutes=2
)  # an update is handled in milliseconds; this old, something stands still

Look = Callable[[], Awaitable[Status]]


def add(routes: web.Application, look: Look) -> None:
    """Add `/healthz` and `/readyz`; `look` reads how the bot stands, and raises where it can't."""

    async def alive(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_: web.Request) -> web.Response:
        try:
            trouble = unready(await look())
        except Exception as error:  # whatever it is, it is an answer
            trouble = f"the database does not answer: {type(error).__name__}"
        return web.Response(text=f"{trouble or 'ok'}\n", status=503 if trouble else 200)

    routes.router.add_get("/healthz", alive)
    routes.router.add_get("/readyz", ready)


def unready(status: Status) -> str | None:
    """Why the bot can't be relied on now, in one line; None if it can.

    By webhook nothing tells a quiet hour from a Telegram that no longer calls: silence counts for polls only.
    """
    if status.unwritable is not None:
        return f"the database can't be written: {status.unwritable}"
    if status.intake == meta.POLLING and _older(status.last_poll, status.at, SILENCE):
        return f"Telegram answered no poll {_since(status.last_poll, status.at)}"
    if status.backlog and _older(status.backlog_since, status.at, BACKLOG):
        return f"{status.backlog} updates wait, the oldest {_since(status.backlog_since, status.at)}"
    return None


def _older(than: datetime | None, now: datetime, limit: timedelta) -> bool:
    return than is None or now - than > limit


def _since(then: datetime | None, now: datetime) -> str:
    return "yet" if then is None else f"for {(now - then).total_seconds():.0f} s"
