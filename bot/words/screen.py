"""What the sender puts into a chat: text with Telegram's HTML, rows of buttons, perhaps a picture or a poll.

`Html` is text that is safe to send. Words of a person become Html through `escape` and nothing else.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bot.coach.circles.recap import Week
from bot.coach.stats import Stats
from bot.coach.taps import Tap

Html = NewType("Html", str)

# control characters, lone surrogates, and the bidi marks that would reorder our own words around a name
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_TAG = re.compile(r"</?[a-z]+>")
# between a sign and what follows it, where Telegram would find an @name, a /command, a #tag or an address
_LINKED = re.compile(r"(?<=[@#/$])(?=\w)|(?<=\w\.)(?=\w)")
_JOINER = "\u2060"  # takes no room and ends a link


@dataclass(frozen=True, slots=True)
class Button:
    """A button that does one thing: a tap for the coach, or a web address."""

    label: str
    tap: Tap | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.tap is None) == (self.url is None):
            raise ValueError(f"button {self.label!r} needs a tap or a url, and only one of them")


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to draw later, off the event loop, with `picture.draw(stats, language)`."""

    stats: Stats
    language: str


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """A picture of a circle's week, drawn likewise with `circle_picture.draw(week, language)`."""

    week: Week
    language: str


Shown = Picture | WeekPicture


@dataclass(frozen=True, slots=True)
class VoiceCopy:
    """A voice note by Telegram's reference, the text below it; `gone` is said where Telegram has none."""

    file_id: str
    gone: Html


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll of Telegram's own; plain text, 300 and 100 characters at most."""

    question: str
    options: tuple[str, ...]


class Gesture(StrEnum):
    """What is done in a chat without a word."""

    CLOSE_POLL = "close-poll"  # of the edited message
    PIN = "pin"  # the edited message, without a sound
    NOD = "nod"  # a thumb up to the edited message
    LEAVE = "leave"  # the chat
    FETCH = "fetch"  # a file that was sent


@dataclass(frozen=True, slots=True)
class Screen:
    """A message. One with a poll or a gesture is only that; its text stands below what it brings along."""

    text: str  # HTML: b, i, u, blockquote, code
    rows: tuple[Row, ...] = ()
    picture: Shown | None = None
    poll: Poll | None = None
    gesture: Gesture | None = None
    file: bool = False  # with everything that is kept of the person
    voice: VoiceCopy | None = None


@dataclass(frozen=True, slots=True)
class Toasted:
    """The answer to a press in a group: plain text, 200 characters at most, or a private chat to open."""

    text: str
    url: str | None = None


def page(*parts: Html | None, rows: tuple[Row, ...] = (), picture: Shown | None = None) -> Screen:
    """Make a screen of paragraphs; None is left out."""
    return Screen(paragraphs(*parts), rows, picture)


def paragraphs(*parts: Html | None) -> Html:
    """Join paragraphs; None is left out."""
    return Html("\n\n".join(part for part in parts if part))


def lines(*parts: Html | None) -> Html:
    """Join lines of one paragraph; None is left out."""
    return Html("\n".join(part for part in parts if part))


def escape(text: str) -> Html:
    """Make the words of a person safe: no markup, no control characters, right-to-left kept to itself."""
    safe = html.escape(_UNSAFE.sub("", text), quote=False)
    turned = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in safe)
    return Html(f"\u2068{safe}\u2069") if turned else Html(safe)


def name(text: str, most: int = 40) -> Html:
    """Escape a name: one line, not long, and empty where there is nothing to see."""
    line = " ".join(_UNSAFE.sub("", text).split())
    seen = any(letter.isprintable() and not letter.isspace() for letter in line)
    return escape(cut(line, most)) if seen else Html("")


def unlinked(text: Html) -> Html:
    """Keep Telegram from making links of what somebody else will read: a name may be an advertisement."""
    return Html(_LINKED.sub(_JOINER, text))


def plain(text: Html) -> str:
    """What is seen of a text: for labels, polls and toasts, which take no markup."""
    return html.unescape(_TAG.sub("", text))


def units(text: Html) -> int:
    """How long a text is for Telegram."""
    return len(plain(text).encode("utf-16-le")) // 2


def cut(text: str, most: int) -> str:
    """Shorten to `most` characters at the end of a word, with an ellipsis."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    if not text[most - 1].isspace() and " " in head[most // 2 :]:
        head = head[: head.rindex(" ")]
    return head.rstrip(" \n,;:.-") + "…"


def quote(text: str, most: int = 300) -> Html:
    """Set words apart as a quotation, shortened if they run on."""
    return Html(f"<blockquote>{escape(cut(text.strip(), most))}</blockquote>")
