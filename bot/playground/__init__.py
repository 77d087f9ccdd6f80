"""The playground: an embedded Bot API server on loopback, as strict as Telegram, and the control of its page.

It speaks HTTP as Telegram does and knows nothing of the bot's other rooms. The clock is an argument, ids are
counters. `serve` opens a `World` to the bot and to the page, `memory` keeps it between two starts."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.playground import control, webhook, wire
from bot.playground.faults import Fault
from bot.playground.feed import Call
from bot.playground.ground import Chat, Person
from bot.playground.refusal import Nonsense
from bot.playground.world import World, seed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

__all__ = ["Call", "Chat", "Fault", "Nonsense", "Person", "Served", "World", "seed", "serve"]

LOOPBACK = frozenset({"127.0.0.1", "::1"})


@dataclass
class Served:
    """A running server. `stop` ends open polls, streams and the courier at once."""

    url: str
    port: int
    world: World
    runner: web.AppRunner
    courier: asyncio.Task[None]

    async def stop(self) -> None:
        self.world.feed.closed = True
        self.world.feed.wake()
        self.courier.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.courier
        await self.runner.cleanup()


def application(
    world: World,
    jump: Callable[[datetime], Awaitable[None]],
    next_morning: Callable[[int], Awaitable[datetime | None]],
) -> web.Application:
    app = web.Application(middlewares=[wire.only_loopback, control.explain], client_max_size=wire.MAX_BODY)
    app[wire.WORLD] = world
    app[control.JUMP] = jump
    app[control.NEXT_MORNING] = next_morning
    app.add_routes([*wire.routes(), *control.routes()])
    return app


async def serve(
    world: World,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    jump: Callable[[datetime], Awaitable[None]],
    next_morning: Callable[[int], Awaitable[datetime | None]],
) -> Served:
    """Open the world on loopback; port 0 takes a free one. OSError where the port is taken.

    `jump(to)` turns the app's clock; `next_morning(person_id)` is the instant the coach will write to that
    person, None where it does not know."""
    if host not in LOOPBACK:
        raise ValueError(f"the playground listens on loopback only, not on {host}")
    world.feed.closed = False
    runner = await opened(application(world, jump, next_morning), host, port)
    bound = runner.addresses[0][1]
    # the one task that is not the app's: it lives inside the server and ends in `stop`, like its connections
    courier = asyncio.get_running_loop().create_task(webhook.deliver(world))
    name = f"[{host}]" if ":" in host else host
    return Served(f"http://{name}:{bound}", bound, world, runner, courier)


async def opened(app: web.Application, host: str, port: int) -> web.AppRunner:
    """Start listening; leave nothing behind where the port is taken."""
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner
