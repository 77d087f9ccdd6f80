"""Builds the web side and serves it. What is answered is in `probes`, `metrics` and `webhook`."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot import __version__
from bot.store.status import Status
from bot.tally import Tally
from bot.web import metrics, probes
from bot.web.probes import Look


def build(look: Look, tally: Tally, largest: int = 1 << 20) -> web.Application:
    """The application with what watches the bot; the webhook is added where it is used."""
    routes = web.Application(client_max_size=largest)
    calm = _in_turn(look)
    probes.add(routes, calm)
    metrics.add(routes, calm, tally, __version__)
    return routes


def _in_turn(look: Look) -> Look:
    """One look after the other: however many watch, most of the database's readers stay with the bot."""
    turn = asyncio.Lock()

    async def calm() -> Status:
        async with turn:
            return await look()

    return calm


async def serve(routes: web.Application, host: str, port: int) -> web.AppRunner:
    """Listen; raises OSError where the port is taken. The caller ends it by `cleanup`."""
    runner = web.AppRunner(routes, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner
