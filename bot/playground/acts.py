"""What the page lets people do, as functions of the world and of the JSON the page sent."""

from __future__ import annotations

import base64
import mimetypes
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
        case "document":
            name = want(content, "name", str)
            mime = mimetypes.guess_type(name)[0] or ""
            return {"message": world.send_document(person, file_of(content), name, chat, mime)}
        case "location":
            lat, lon = want(content, "lat", float), want(content, "lon", float)
            return {"message": world.send_location(person, lat, lon, chat)}
        case what:
            raise Nonsense(f"a person cannot send a {what!r}; sticker, photo, voice, document or location")


def file_of(content: Json) -> bytes:
    """Return the bytes of a file, which the page sends as base64."""
    try:
        data = base64.b64decode(want(content, "data", str), validate=True)
    except ValueError:
        raise Nonsense("data must be base64") from None
    if not data:
        raise Nonsense("an empty file cannot be sent")
    return data


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


def react(world: World, content: Json) -> Json:
    person, chat, message = place(content)
    world.react(person, chat, message, want(content, "emoji", str, None))
    return {"reactions": list(world.chat(chat).reactions[message].items())}


def pin(world: World, content: Json) -> Json:
    person, chat, message = place(content)
    world.pin_message(person, chat, message, want(content, "pinned", bool))
    return {"pinned": world.chat(chat).pinned}


def account(world: World, content: Json) -> Json:
    """Delete somebody's account."""
    world.delete_account(want(content, "person_id", int))
    return {"deleted": True}


def privacy(world: World, content: Json) -> Json:
    """Turn the bot's privacy mode on or off, as its owner does with BotFather."""
    world.privacy = want(content, "on", bool)
    world.feed.emit("groups")
    return {"privacy": world.privacy}


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
        with_bot = want(content, "with_bot", bool, False)
        group = world.add_group(want(content, "title", str), members, with_bot=with_bot)
        return {"group": group_state(group)}
    if action == "add_channel":
        owner = want(content, "person_id", int)
        return {"group": group_state(world.add_channel(want(content, "title", str), owner))}
    if action not in CHANGES:
        raise Nonsense(f"a group knows no {action!r}")
    chat_id = want(content, "chat_id", int)
    moved = CHANGES[action](world, chat_id, content)
    return {"group": group_state(world.chat(moved or chat_id))}


def who(content: Json) -> int:
    return int(want(content, "person_id", int))


def by(content: Json) -> int | None:
    """Who does it; the owner where nobody is named."""
    found: int | None = want(content, "by", int, None)
    return found


# how a group changes; an upgrade returns the new id
CHANGES: dict[str, Callable[[World, int, Json], int | None]] = {
    "add_bot": lambda world, chat, given: world.add_bot(chat, by(given), want(given, "payload", str, None)),
    "remove_bot": lambda world, chat, given: world.remove_bot(chat, by(given)),
    "promote_bot": lambda world, chat, given: world.promote_bot(chat, by=by(given)),
    "demote_bot": lambda world, chat, given: world.promote_bot(chat, administrator=False, by=by(given)),
    "restrict_bot": lambda world, chat, given: world.restrict_bot(chat, by=by(given)),
    "free_bot": lambda world, chat, given: world.restrict_bot(chat, restricted=False, by=by(given)),
    "migrate": lambda world, chat, _: world.migrate(chat),
    "join": lambda world, chat, given: world.join(who(given), chat, by(given)),
    "leave": lambda world, chat, given: world.leave(who(given), chat),
    "kick": lambda world, chat, given: world.kick(who(given), chat, by(given)),
    "promote": lambda world, chat, given: world.promote(who(given), chat, by=by(given)),
    "demote": lambda world, chat, given: world.promote(who(given), chat, administrator=False, by=by(given)),
    "hide": lambda world, chat, given: world.set_anonymous(who(given), chat),
    "show": lambda world, chat, given: world.set_anonymous(who(given), chat, anonymous=False),
    "hush": lambda world, chat, _: world.hush(chat),
    "unhush": lambda world, chat, _: world.hush(chat, quiet=False),
    "rename": lambda world, chat, given: world.rename(chat, want(given, "title", str), by(given)),
    "other_bot": lambda world, chat, _: world.bring_other_bot(chat, there=not world.chat(chat).other_bot),
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
    "react": react,
    "pin": pin,
    "account": account,
    "privacy": privacy,
    "block": block,
    "people": people,
    "groups": groups,
    "fault": fault,
}
