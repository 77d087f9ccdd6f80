"""What the sender puts into a chat: text with Telegram's HTML, rows of buttons, perhaps a picture.

`Html` is text that is safe to send. Words of a person become Html through `escape` and nothing else.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import NewType

from bot.coach.stats import Stats
from bot.coach.taps import Tap

Html = NewType("Html", str)

# control characters, lone surrogates, and the bidi marks that would reorder our own words around a name
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RIGHT_TO_LEFT = ("R", "AL", "AN")


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
class Screen:
    text: str  # HTML: b, i, u, blockquote, code
    rows: tuple[Row, ...] = ()
    picture: Picture | None = None


def page(*parts: Html | None, rows: tuple[Row, ...] = (), picture: Picture | None = None) -> Screen:
    """Make a screen of paragraphs; None is left out."""
    return Screen("\n\n".join(part for part in parts if part), rows, picture)


def lines(*parts: Html | None) -> Html:
    """Join lines of one paragraph; None is left out."""
    return Html("\n".join(part for part in parts if part))


def escape(text: str) -> Html:
    """Make the words of a person safe: no markup, no control characters, right-to-left kept to itself."""
    safe = html.escape(_UNSAFE.sub("", text), quote=False)
    turned = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in safe)
    return Html(f"\u2068{safe}\u2069") if turned else Html(safe)


def name(text: str) -> Html:
    """Escape a name: one line, not long, and empty where there is nothing to see."""
    line = " ".join(_UNSAFE.sub("", text).split())
    seen = any(letter.isprintable() and not letter.isspace() for letter in line)
    return escape(cut(line, 40)) if seen else Html("")


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
