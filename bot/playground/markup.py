"""Telegram's HTML parse mode: text with tags -> plain text and entities, or Telegram's words of refusal.

Follows the reader of TDLib (`parse_html` in MessageEntity.cpp), which is neither HTML nor XML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.playground.refusal import bad

SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
TAGS = frozenset({*SIMPLE, "a", "tg-emoji", "tg-time"})
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\0\x0b"
# which of two entities over the same text is named first
PRIORITY = ("pre", "code", "bold", "italic", "underline", "strikethrough", "spoiler")
TIME_FORMATS = frozenset("tTdDwW")


def utf16(text: str) -> int:
    """Length as Telegram counts: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass
class Open:
    """A tag that waits for its end."""

    tag: str
    start: int
    position: int
    attributes: dict[str, str]


class Reader:
    """One pass over the markup. Fails by raising what Telegram would answer."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.at = 0
        self.parts: list[str] = []
        self.units = 0
        self.open: list[Open] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.markup):
            self._step()
        if self.open:
            raise failed(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.parts), ordered(self.entities)

    def _step(self) -> None:
        character = self.markup[self.at]
        if character == "&":
            self._add(self._character())
        elif character != "<":
            self._add(self._plain())
        elif self.markup[self.at + 1 : self.at + 2] == "/":
            self._close()
        else:
            self._begin()

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.units += utf16(text)

    def _plain(self) -> str:
        start = self.at
        while self.at < len(self.markup) and self.markup[self.at] not in "<&":
            self.at += 1
        return self.markup[start : self.at]

    def _character(self) -> str:
        """Read one reference such as &lt; or &#39;. What is none stays as it was written."""
        end = self.at + 1
        while end < len(self.markup) and (self.markup[end].isalnum() or self.markup[end] == "#"):
            end += 1
        found = decoded(self.markup[self.at + 1 : end])
        if found is None:
            self.at += 1
            return "&"
        self.at = end + (self.markup[end : end + 1] == ";")
        return found

    def _until(self, stops: str) -> str:
        start = self.at
        while self.at < len(self.markup) and self.markup[self.at] not in stops:
            self.at += 1
        return self.markup[start : self.at]

    def _skip(self) -> None:
        while self.at < len(self.markup) and self.markup[self.at] in SPACES:
            self.at += 1

    def _ended(self) -> bool:
        return self.at >= len(self.markup)

    def _offset(self, at: int) -> int:
        return len(self.markup[:at].encode(errors="surrogatepass"))

    def _begin(self) -> None:
        start = self.at
        self.at += 1
        tag = self._until(SPACES + ">").lower()
        if self._ended():
            raise failed(f"Unclosed start tag at byte offset {self._offset(start)}")
        if tag not in TAGS:
            raise failed(f'Unsupported start tag "{tag}" at byte offset {self._offset(start)}')
        attributes = self._attributes(tag, start)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise failed(f'Tag "span" must have class "tg-spoiler" at byte offset {self._offset(start)}')
        self.open.append(Open(tag, self.units, len(self.parts), attributes))

    def _attributes(self, tag: str, start: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip()
            if self.markup[self.at : self.at + 1] == ">":
                self.at += 1
                return attributes
            name = self._until(SPACES + "=>/\"'").lower()
            if not name and not self._ended():
                raise failed(f'Empty attribute name in the tag "{tag}" at byte offset {self._offset(start)}')
            attributes[name] = self._value(tag, start)

    def _value(self, tag: str, start: int) -> str:
        self._skip()
        if self.markup[self.at : self.at + 1] == "=":
            self.at += 1
            self._skip()
            if not self._ended():
                return self._quoted(start) if self.markup[self.at] in "\"'" else self._token()
        if self._ended():
            raise failed(f'Unclosed start tag "{tag}" at byte offset {self._offset(start)}')
        return ""

    def _token(self) -> str:
        start = self.at
        while not self._ended() and (self.markup[self.at].isalnum() or self.markup[self.at] in ".-"):
            self.at += 1
        if self._ended() or self.markup[self.at] not in SPACES + ">":
            raise failed(f"Unexpected end of name token at byte offset {self._offset(start)}")
        return self.markup[start : self.at].lower()

    def _quoted(self, start: int) -> str:
        quote, value = self.markup[self.at], []
        self.at += 1
        while not self._ended() and self.markup[self.at] != quote:
            value.append(self._character() if self.markup[self.at] == "&" else self._until(f"&{quote}"))
        self.at += 1
        if self._ended():
            raise failed(f"Unclosed start tag at byte offset {self._offset(start)}")
        return "".join(value)

    def _close(self) -> None:
        start = self.at
        if not self.open:
            raise failed(f"Unexpected end tag at byte offset {self._offset(start)}")
        self.at += 2
        name = self._until(SPACES + ">").lower()
        self._skip()
        if self._ended() or self.markup[self.at] != ">":
            raise failed(f"Unclosed end tag at byte offset {self._offset(start)}")
        self.at += 1
        opened = self.open.pop()
        if name not in ("", opened.tag):
            expected = f'expected "</{opened.tag}>", found "</{name}>"'
            raise failed(f"Unmatched end tag at byte offset {self._offset(start)}, {expected}")
        self._entity(opened)

    def _entity(self, opened: Open) -> None:
        place = {"offset": opened.start, "length": self.units - opened.start}
        meaning = meant(opened, "".join(self.parts[opened.position :]))
        if meaning and place["length"]:
            self._append({"type": meaning.pop("type"), **place, **meaning})

    def _append(self, entity: dict[str, Any]) -> None:
        """Let <pre><code class="language-x"> be one entity, as Telegram does."""
        last = self.entities[-1] if self.entities else {}
        same = all(last.get(key) == entity[key] for key in ("offset", "length"))
        if same and {last["type"], entity["type"]} == {"pre", "code"} and (last | entity).get("language"):
            self.entities[-1] = {**last, **entity, "type": "pre"}
        else:
            self.entities.append(entity)


def failed(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")


def decoded(reference: str) -> str | None:
    """Return the character of "lt" or "#39" or "#x27", or None."""
    if not reference.startswith("#"):
        return NAMED.get(reference)
    digits, base = (reference[2:], 16) if reference[1:2] == "x" else (reference[1:], 10)
    try:
        code = int(digits, base)
    except ValueError:
        return None
    if 0xD800 <= code <= 0xDFFF:
        raise failed(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code) if 0 < code < 0x10FFFF else None


def meant(opened: Open, inner: str) -> dict[str, Any] | None:
    """Say which entity a closed tag is; None for a link that leads nowhere."""
    match opened.tag:
        case "a":
            return link(opened.attributes.get("href") or inner)
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": opened.attributes.get("emoji-id", "")}
        case "tg-time":
            return moment(opened.attributes)
        case "blockquote" if "expandable" in opened.attributes:
            return {"type": "expandable_blockquote"}
        case "code" | "pre" if opened.attributes.get("class", "").startswith("language-"):
            language = opened.attributes["class"].removeprefix("language-")
            return {"type": SIMPLE[opened.tag], **({"language": language} if language else {})}
    return {"type": SIMPLE[opened.tag]}


def link(target: str) -> dict[str, Any] | None:
    """Read a link as Telegram does: a person, an address made whole, or nothing."""
    parts = urlsplit(target if "://" in target else f"http://{target}")
    if parts.scheme == "tg" and parts.netloc == "user":
        found = parse_qs(parts.query).get("id", [""])[0]
        return {"type": "text_mention", "user_id": int(found)} if found.isdecimal() else None
    bare = parts.scheme in ("http", "https") and ("." not in parts.netloc and parts.hostname != "localhost")
    if (
        bare
        or parts.scheme not in ("http", "https", "tg", "ton")
        or " " in target.strip(SPACES) + target[-1:]
    ):
        return None
    return {"type": "text_link", "url": parts._replace(path=parts.path or "/").geturl()}


def moment(attributes: dict[str, str]) -> dict[str, Any]:
    """Read a tg-time tag: an instant each reader sees on their own clock."""
    unix, form = attributes.get("unix", ""), attributes.get("format", "")
    if not unix.isdecimal():
        raise failed("Invalid Unix time specified")
    if form != "r" and not set(form) <= TIME_FORMATS:
        raise failed("Invalid date format used")
    return {"type": "date_time", "unix_time": int(unix), **({"date_time_format": form} if form else {})}


def ordered(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort as Telegram does: by place, the longer first. A language stays on <pre> only."""
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    rank = {kind: place for place, kind in enumerate(PRIORITY)}
    return sorted(entities, key=lambda e: (e["offset"], -e["length"], rank.get(e["type"], -1)))


def parse(markup: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the plain text and its entities, offsets in UTF-16 units."""
    return Reader(markup).read()
