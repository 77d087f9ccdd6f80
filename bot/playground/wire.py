"""The Bot API over HTTP, as Telegram speaks it: paths, bodies of every kind, status codes, trouble.

Decides nothing about the world. Answers only who comes by a loopback name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from bot.playground import faults, methods
from bot.playground.checks import Upload
from bot.playground.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.playground.faults import Planned
    from bot.playground.ground import Json
    from bot.playground.world import World

WORLD: web.AppKey[World] = web.AppKey("world")
MAX_BODY = 50 * 1024 * 1024
NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
UNREADABLE = Refused(400, "Bad Request: can't parse the request body")


@web.middleware
async def only_loopback(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse names that a hostile page could point at this machine (DNS rebinding)."""
    host = request.headers.get("Host", "")
    if host.rpartition(":")[0] not in NAMES and host not in NAMES:
        return web.json_response({"error": "only 127.0.0.1, localhost and [::1] are served"}, status=403)
    return await handler(request)


def answer(body: Json) -> web.Response:
    status = 200 if body["ok"] else body["error_code"]
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")


async def call(request: web.Request) -> web.StreamResponse:
    """Serve /bot<token>/<method>."""
    world = request.app[WORLD]
    if request.match_info["token"] != world.token:
        return answer(Refused(401, "Unauthorized").body())
    method = methods.NAMES.get(request.match_info["method"].lower())
    if method is None:
        return answer(Refused(404, "Not Found").body())
    try:
        raw = await arguments(request)
    except (ValueError, TypeError):
        return answer(UNREADABLE.body())
    planned = world.faults.take(method, raw.get("chat_id"))
    if planned:
        return await troubled(request, world, method, raw, planned)
    return answer(await methods.called(world, method, raw))


async def arguments(request: web.Request) -> dict[str, Any]:
    """Read parameters from the query and from a urlencoded, JSON or multipart body."""
    found: dict[str, Any] = dict(request.query)
    if not request.body_exists:
        return found
    if request.content_type == "multipart/form-data":
        return found | await parts(request)
    if request.content_type == "application/json":
        return found | json_object(await request.read())
    return found | dict(await request.post())


def json_object(body: bytes) -> Json:
    found = json.loads(body or b"{}")
    if not isinstance(found, dict):
        raise TypeError("an object is expected")
    return found


async def parts(request: web.Request) -> dict[str, Any]:
    found: dict[str, Any] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise TypeError("a named part is expected")
        data = bytes(await part.read())
        if part.filename is None:
            found[part.name] = data.decode()
        else:
            found[part.name] = Upload(part.filename, data, part.headers.get("Content-Type", ""))
    return found


async def troubled(
    request: web.Request, world: World, method: str, raw: dict[str, Any], planned: Planned
) -> web.StreamResponse:
    """Answer as the planned fault says; a late one does the work first."""
    if planned.fault is faults.Fault.MIGRATED:
        world.migrate(int(raw["chat_id"]))
        return answer(await methods.called(world, method, raw))
    if planned.fault in faults.LATE:
        await methods.called(world, method, raw)
    if planned.fault in faults.SILENT:
        await silence(world)
    if planned.fault in faults.SILENT | faults.DROPPED:
        return broken(request)
    if planned.fault in faults.RAW:
        status, kind, body = faults.RAW[planned.fault]
        return web.Response(text=body, status=status, content_type=kind)
    return refused(world, method, raw, planned)


def refused(world: World, method: str, raw: dict[str, Any], planned: Planned) -> web.Response:
    chat = next((one for one in world.chats.values() if str(one.id) == str(raw.get("chat_id"))), None)
    refusal = planned.refusal(chat.type if chat and chat.type != "private" else "group") or Refused(
        500, "Internal Server Error"
    )
    methods.record(world, method, raw, refusal.body(), begun=None)
    return answer(refusal.body())


async def silence(world: World) -> None:
    """Say nothing until the client goes away, which cancels us, or the server stops."""
    while not world.feed.closed:
        await world.feed.waiter()


def broken(request: web.Request) -> web.Response:
    """Cut the connection: the client sees no answer at all."""
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)


async def download(request: web.Request) -> web.StreamResponse:
    """Serve /file/bot<token>/<path> of getFile."""
    world = request.app[WORLD]
    if request.match_info["token"] != world.token:
        return answer(Refused(401, "Unauthorized").body())
    file = world.files.at(request.match_info["path"])
    if file is None:
        return answer(Refused(404, "Not Found").body())
    return web.Response(body=file.data, content_type="application/octet-stream")


def routes() -> list[web.AbstractRouteDef]:
    return [
        web.route("*", "/bot{token:[^/]+}/{method}", call),
        web.get("/file/bot{token:[^/]+}/{path:.+}", download),
    ]
