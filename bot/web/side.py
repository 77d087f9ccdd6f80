"""Serves the web side; `/healthz` says that the process is alive and its database answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

Healthy = Callable[[], Awaitable[bool]]


def build(healthy: Healthy, largest: int = 1 << 20) -> web.Application:
    """The application with its health answer; the webhook is added where it is used."""

    async def health(_: web.Request) -> web.Response:
        if await healthy():
            return web.Response(text="ok\n")
        return web.Response(text="the database does not answer\n", status=503)

    routes = web.Application(client_max_size=largest)
    routes.router.add_get("/healthz", health)
    return routes


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
