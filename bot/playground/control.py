"""The routes of the page: its own files, the state, the stream, what people do, and the clock.

Only the page of this very server may change anything: the body must be JSON and the origin our own."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.playground import acts
from bot.playground.acts import want, zone_of
from bot.playground.refusal import Nonsense
from bot.playground.shown import FRESH, clock, events, reply, state
from bot.playground.wire import WORLD

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from zoneinfo import ZoneInfo

    from bot.playground.ground import Json

JUMP: web.AppKey[Callable[[datetime], Awaitable[None]]] = web.AppKey("jump")
NEXT_MORNING: web.AppKey[Callable[[int], Awaitable[datetime | None]]] = web.AppKey("next_morning")
PAGE = Path(__file__).parent / "page"
TYPES = {
    ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
    ".png": "image/png", ".json": "application/json", ".ico": "image/x-icon", ".woff2": "font/woff2",
}  # fmt: skip
# nothing of the page comes from elsewhere, and nothing that a bot or a person writes can run
POLICY = "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; frame-ancestors 'none'"
PICTURES = frozenset({"image/png", "image/jpeg", "image/webp"})
MORNING = time(8)
FARTHEST = timedelta(days=366)


@web.middleware
async def explain(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer nonsense with one clear sentence."""
    try:
        return await handler(request)
    except Nonsense as nonsense:
        return web.json_response({"error": str(nonsense)}, status=400, headers=FRESH)


async def body(request: web.Request) -> Json:
    """Read what the page sent, and make sure that it was our page."""
    if request.content_type != "application/json":
        raise Nonsense("the body must be application/json")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.headers['Host']}":
        raise Nonsense("only the playground's own page may do this")
    try:
        found = json.loads(await request.read())
    except ValueError:
        raise Nonsense("the body is not JSON") from None
    if not isinstance(found, dict):
        raise Nonsense("the body must be a JSON object")
    return found


async def act(request: web.Request) -> web.StreamResponse:
    """Let a person do something."""
    world, content = request.app[WORLD], await body(request)
    return reply(world, acts.ACTS[request.match_info["act"]](world, content))


async def show_state(request: web.Request) -> web.StreamResponse:
    return reply(request.app[WORLD], state(request.app[WORLD]))


async def turn_clock(request: web.Request) -> web.StreamResponse:
    """Jump forward by seconds or to somebody's next morning."""
    world, content = request.app[WORLD], await body(request)
    now = world.instant()
    if "next_morning" in content:
        person = world.person(want(content, "next_morning", int))
        to = await request.app[NEXT_MORNING](person.id) or morning_after(now, zone_of(person.zone))
    else:
        to = now + timedelta(seconds=want(content, "forward_seconds", float))
    if not now <= to <= now + FARTHEST:
        raise Nonsense("the clock turns forward only, a year at most")
    await request.app[JUMP](to)
    world.feed.emit("clock", **clock(world))
    return reply(world, clock(world))


def morning_after(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the next 08:00 on a clock of this zone."""
    local = now.astimezone(zone)
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone).astimezone(UTC)


async def show_page(request: web.Request) -> web.StreamResponse:
    """Serve a file of the page, read anew each time so that a reload shows a change."""
    path = (PAGE / request.match_info.get("file", "index.html")).resolve()
    kind = TYPES.get(path.suffix)
    if kind is None or not path.is_relative_to(PAGE) or not path.is_file():
        raise web.HTTPNotFound
    charset = None if kind.startswith("image/") else "utf-8"
    headers = {**FRESH, "Content-Security-Policy": POLICY}
    return web.Response(body=path.read_bytes(), content_type=kind, charset=charset, headers=headers)


async def show_file(request: web.Request) -> web.StreamResponse:
    """Serve the bytes of a file; only pictures are shown, everything else is saved."""
    file = request.app[WORLD].files.get(request.match_info["file_id"])
    if file is None:
        raise web.HTTPNotFound
    if file.mime in PICTURES:
        return web.Response(body=file.data, content_type=file.mime, headers=FRESH)
    headers = {**FRESH, "Content-Disposition": "attachment"}
    return web.Response(body=file.data, content_type="application/octet-stream", headers=headers)


async def no_icon(request: web.Request) -> web.StreamResponse:
    return web.Response(status=204)


def routes() -> list[web.AbstractRouteDef]:
    names = "|".join(acts.ACTS)
    return [
        web.get("/", show_page),
        web.get("/page/{file:.+}", show_page),
        web.get("/favicon.ico", no_icon),
        web.get("/play/state", show_state),
        web.get("/play/events", events),
        web.get("/play/file/{file_id}", show_file),
        web.post("/play/clock", turn_clock),
        web.post(f"/play/{{act:{names}}}", act),
    ]
