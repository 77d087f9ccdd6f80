"""Links that Telegram's apps open themselves: into the bot, into a group with it, to a message in a group."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

SITES = frozenset({"t.me", "telegram.me", "telegram.dog"})
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
# what the id of a supergroup has before the number in a link
SUPER = 1_000_000_000_000


@dataclass(frozen=True, slots=True)
class BotLink:
    """`start` opens the private chat, `startgroup` adds the bot to a group; None where there is none."""

    start: str | None = None
    startgroup: str | None = None


@dataclass(frozen=True, slots=True)
class MessageLink:
    """A message in a supergroup, for those who are in it."""

    chat_id: int
    message_id: int


def read(url: str, bot_username: str) -> BotLink | MessageLink | None:
    """What a link leads to, None for everything that does not lead to this bot or a message.

    A payload that Telegram would not carry (64 of A-Z a-z 0-9 _ -) makes it no link of the bot."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = "".join(parse_qs(parts.query).get("domain", []))
    elif parts.scheme in ("http", "https") and parts.netloc.lower() in SITES:
        name = parts.path.strip("/")
    else:
        return None
    if found := re.fullmatch(r"c/(\d+)/(\d+)", name):
        return MessageLink(-SUPER - int(found[1]), int(found[2]))
    return to_bot(parts.query) if name.lower() == bot_username.lower() else None


def to_bot(query: str) -> BotLink | None:
    found = {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}
    payloads = {name: found[name] for name in ("start", "startgroup") if name in found}
    if not all(PAYLOAD.fullmatch(payload) for payload in payloads.values()):
        return None
    return BotLink(**payloads)


def to_message(chat_id: int, message_id: int) -> str:
    """The link to a message of a supergroup."""
    return f"https://t.me/c/{-chat_id - SUPER}/{message_id}"
