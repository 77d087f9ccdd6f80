"""What a text becomes on Telegram: trimmed, with the entities that Telegram finds by itself."""

from __future__ import annotations

import re
from typing import Any

from bot.playground import markup
from bot.playground.markup import utf16
from bot.playground.refusal import bad

Entities = list[dict[str, Any]]

MAX_ENTITIES = 100
FOUND = re.compile(
    r"(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)'])"
    r"|(?<![\w])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w])(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w.])(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
)
FIELDS = ("type", "offset", "length", "url", "language", "custom_emoji_id", "unix_time", "date_time_format")
LINKS = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


def formatted(raw: str, parse_mode: str | None, given: Entities | None) -> tuple[str, Entities]:
    """Return the text and entities Telegram would store for what the bot sent."""
    if parse_mode:
        if parse_mode.upper() != "HTML":
            raise bad(unplayed(parse_mode))
        text, entities = markup.parse(raw)
    else:
        text, entities = raw, [checked(entity, raw) for entity in given or ()]
    return found(*trimmed(text, entities))


def unplayed(parse_mode: str) -> str:
    if parse_mode.upper() in ("MARKDOWN", "MARKDOWNV2"):
        return f"the playground reads parse_mode HTML only, not {parse_mode}"
    return "unsupported parse_mode"


def checked(entity: Any, text: str) -> dict[str, Any]:
    """Refuse an entity that names no type or lies outside the text."""
    if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
        raise bad("can't parse MessageEntity: object with a type expected")
    start, length = entity.get("offset"), entity.get("length")
    if not isinstance(start, int) or not isinstance(length, int):
        raise bad('can\'t parse MessageEntity: Field "offset" must be of type Number')
    if start < 0 or length <= 0 or start + length > utf16(text):
        raise bad(f"entity beginning at UTF-16 offset {start} ends after the end of the text")
    user = entity.get("user")
    mentioned = {"user_id": user["id"]} if isinstance(user, dict) and isinstance(user.get("id"), int) else {}
    return {**{key: entity[key] for key in FIELDS if key in entity}, **mentioned}


def trimmed(text: str, entities: Entities) -> tuple[str, Entities]:
    """Cut white space at both ends and move the entities along."""
    shorter = text.strip()
    if shorter == text:
        return text, entities
    start = utf16(text[: len(text) - len(text.lstrip())])
    return shorter, [e for e in (moved(e, start, utf16(shorter)) for e in entities) if e["length"] > 0]


def moved(entity: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    first = max(entity["offset"] - start, 0)
    last = min(entity["offset"] + entity["length"] - start, end)
    return {**entity, "offset": first, "length": last - first}


def found(text: str, entities: Entities) -> tuple[str, Entities]:
    """Add commands, links, names and tags that Telegram finds in any text."""
    if not any(sign in text for sign in "/@#"):
        return text, entities[:MAX_ENTITIES]
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in LINKS]
    fresh = [e for e in (entity_of(match, text) for match in FOUND.finditer(text)) if is_free(e, taken)]
    everything = sorted([*entities, *fresh], key=lambda e: (e["offset"], -e["length"]))
    return text, everything[:MAX_ENTITIES]


def entity_of(match: re.Match[str], text: str) -> dict[str, Any]:
    kind = match.lastgroup or ""
    return {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}


def is_free(entity: dict[str, Any], taken: list[tuple[int, int]]) -> bool:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return all(end <= first or last <= start for first, last in taken)
