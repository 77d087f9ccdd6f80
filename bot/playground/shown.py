"""What the page is shown: the whole state once, then the stream of events. Only reads the world."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.playground.asking import shown_commands
from bot.playground.ground import PRESENT
from bot.playground.refusal import Nonsense
from bot.playground.wire import WORLD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.playground.ground import Chat, Json
    from bot.playground.world import World

NEWEST = 300
QUIET = 15.0
FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def state(world: World) -> Json:
    """Everything the page shows when it opens."""
    groups = [chat for chat in world.chats.values() if chat.type != "private" and not chat.migrated_to]
    return {
        "bot": world.bot_user(),
        "people": [
            {**asdict(p), "blocked": world.blocked(p.id), "chat_id": p.id} for p in world.people.values()
        ],
        "groups": [group_state(chat) for chat in groups],
        "chats": {str(chat.id): newest(chat) for chat in world.chats.values()},
        **beside(world),
        "keyboards": {str(chat.id): chat.keyboard for chat in world.chats.values() if chat.keyboard},
        "commands": commands(world),
        "clock": clock(world),
        "seq": world.seq,
    }


def group_state(chat: Chat) -> Json:
    standing = {"bot_member": chat.bot in PRESENT, "bot_administrator": chat.bot == "administrator"}
    people = {name: getattr(chat, name) for name in ("members", "administrators", "anonymous")}
    marks = {"bot_restricted": chat.bot == "restricted", "quiet": chat.quiet, "other_bot": chat.other_bot}
    return {"id": chat.id, "title": chat.title, "type": chat.type, **people, **standing, **marks}


def beside(world: World) -> Json:
    """What stands beside the messages of the chats: pins, reactions, votes, and what the bot did not see."""
    chats = {str(chat.id): chat for chat in world.chats.values()}
    return {
        "privacy": world.privacy,
        "pinned": {key: chat.pinned for key, chat in chats.items() if chat.pinned},
        "unseen": {key: chat.unseen[-NEWEST:] for key, chat in chats.items() if chat.unseen},
        "reactions": {
            key: {str(one): list(given.items()) for one, given in chat.reactions.items() if given}
            for key, chat in chats.items()
            if chat.reactions
        },
        "votes": {poll_id: list(cast.items()) for poll_id, cast in world.votes.items()},
    }


def newest(chat: Chat) -> list[Json]:
    return list(chat.messages.values())[-NEWEST:]


def commands(world: World) -> Json:
    """The command menus: for everybody, and by the language of each person."""
    languages = sorted({person.language_code for person in world.people.values()})
    return {
        **menus(world, ""),
        "by_language": {language: menus(world, language) for language in languages},
    }


def menus(world: World, language: str) -> Json:
    return {
        "private": shown_commands(world, True, language),
        "group": shown_commands(world, False, language),
    }


def clock(world: World) -> Json:
    return {"now": world.instant().isoformat(), "offset_seconds": world.offset}


def redacted(world: World, content: Any) -> str:
    """Write JSON for the page. The token is not for its eyes."""
    return json.dumps(content).replace(world.token, "<token>")


def reply(world: World, content: Json) -> web.Response:
    return web.Response(text=redacted(world, content), content_type="application/json", headers=FRESH)


async def show_state(request: web.Request) -> web.StreamResponse:
    return reply(request.app[WORLD], state(request.app[WORLD]))


async def events(request: web.Request) -> web.StreamResponse:
    """Stream what happens after event number `after`, for as long as the page listens."""
    world = request.app[WORLD]
    after = number(request.headers.get("Last-Event-ID") or request.query.get("after", "0"))
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", **FRESH})
    await response.prepare(request)
    try:
        while not world.feed.closed:
            fresh = world.feed.since(after)
            after = fresh[-1]["seq"] if fresh else after
            await response.write(lines(world, fresh))
            await something(world, after)
    except ConnectionError:
        pass  # the page was closed
    return response


def lines(world: World, fresh: Iterable[Json]) -> bytes:
    """Write events as the stream wants them; a comment keeps a quiet stream open."""
    text = "".join(f"id: {event['seq']}\ndata: {redacted(world, event)}\n\n" for event in fresh)
    return (text or ": quiet\n\n").encode()


async def something(world: World, after: int) -> None:
    try:
        await world.wait_for(lambda: world.seq > after or world.feed.closed, QUIET)
    except TimeoutError:
        return


def number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Nonsense("`after` is the number of an event") from None
