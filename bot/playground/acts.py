"""What the page lets people do, as functions of the world and of the JSON the page sent."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.playground.refusal import Nonsense
from bot.playground.shown import group_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.playground.ground import Json
    from bot.playground.world import World


KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", list: "a list"}


def want(content: Json, name: str, kind: type[Any], usual: Any = ...) -> Any:
    """Return one field of what the page sent, or its usual value where it may be left out."""
    value = content.get(name)
    if value is None:
        if usual is ...:
            raise Nonsense(f"{name} is missing")
        return usual
    # in Python a bool is an int; on a page it is not
    fits = isinstance(value, (int, float) if kind is float else kind)
    if not fits or (kind is not bool and isinstance(value, bool)):
        raise Nonsense(f"{name} must be {KINDS[kind]}")
    return float(value) if kind is float else value


def say(world: World, content: Json) -> Json:
    text, person = want(content, "text", str), want(content, "person_id", int)
    reply_to = want(content, "reply_to", int, None)
    return {"message": world.say(person, text, want(content, "chat_id", int, None), reply_to)}


def send(world: World, content: Json) -> Json:
    person, chat = want(content, "person_id", int), want(content, "chat_id", int, None)
    match want(content, "what", str):
        case "sticker":
            return {"message": world.send_sticker(person, chat)}
        case "photo":
            return {"message": world.send_photo(person, chat)}
        case "voice":
            return {"message": world.send_voice(person, chat, want(content, "seconds", int, 3))}
        case "location":
            lat, lon = want(content, "lat", float), want(content, "lon", float)
            return {"message": world.send_location(person, lat, lon, chat)}
        case what:
            raise Nonsense(f"a person cannot send a {what!r}; sticker, photo, voice or location")


def place(content: Json) -> tuple[int, int, int]:
    """Return who acts on which message: the ids of person, chat and message."""
    return want(content, "person_id", int), want(content, "chat_id", int), want(content, "message_id", int)


def press(world: World, content: Json) -> Json:
    person, chat, message = place(content)
    force = want(content, "force", bool, False)
    return {"callback_query_id": world.press(person, chat, message, want(content, "data", str), force)}


def vote(world: World, content: Json) -> Json:
    person, chat, message = place(content)
    return {"poll": world.vote(person, chat, message, want(content, "options", list))}


def edit(world: World, content: Json) -> Json:
    person, chat, message = place(content)
    return {"message": world.edit(person, chat, message, want(content, "text", str))}


def block(world: World, content: Json) -> Json:
    person, blocked = want(content, "person_id", int), want(content, "blocked", bool)
    (world.block if blocked else world.unblock)(person)
    return {"blocked": blocked}


def people(world: World, content: Json) -> Json:
    zone = want(content, "zone", str, "UTC")
    zone_of(zone)
    name, language = want(content, "first_name", str), want(content, "language_code", str, "en")
    person = world.add_person(name, want(content, "last_name", str, ""), language, zone=zone)
    return {"person": {**asdict(person), "blocked": False, "chat_id": person.id}}


def groups(world: World, content: Json) -> Json:
    """Change a group: `action` says how, `chat_id` which one; `add` founds one."""
    action = want(content, "action", str)
    if action == "add":
        members = want(content, "members", list)
        return {"group": group_state(world.add_group(want(content, "title", str), members))}
    if action not in CHANGES:
        raise Nonsense(f"a group knows no {action!r}")
    chat_id = want(content, "chat_id", int)
    moved = CHANGES[action](world, chat_id, content)
    return {"group": group_state(world.chat(moved or chat_id))}


# how a group changes; an upgrade returns the new id
CHANGES: dict[str, Callable[[World, int, Json], int | None]] = {
    "add_bot": lambda world, chat_id, _: world.add_bot(chat_id),
    "remove_bot": lambda world, chat_id, _: world.remove_bot(chat_id),
    "promote_bot": lambda world, chat_id, _: world.promote_bot(chat_id),
    "demote_bot": lambda world, chat_id, _: world.promote_bot(chat_id, administrator=False),
    "migrate": lambda world, chat_id, _: world.migrate(chat_id),
    "join": lambda world, chat_id, content: world.join(want(content, "person_id", int), chat_id),
    "leave": lambda world, chat_id, content: world.leave(want(content, "person_id", int), chat_id),
}


def fault(world: World, content: Json) -> Json:
    method, kind = want(content, "method", str, "*"), want(content, "fault", str)
    times, seconds = want(content, "times", int, 1), want(content, "seconds", int, 5)
    world.fail(method, kind, times, want(content, "chat_id", int, None), seconds)
    return {"planned": len(world.faults.planned)}


def zone_of(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Nonsense(f"there is no time zone {name!r}") from None


ACTS: dict[str, Callable[[World, Json], Json]] = {
    "say": say,
    "send": send,
    "press": press,
    "vote": vote,
    "edit": edit,
    "block": block,
    "people": people,
    "groups": groups,
    "fault": fault,
}
