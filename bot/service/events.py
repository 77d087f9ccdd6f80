"""What reaches the bot, as values: the edge parses an update into one of these."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coach.taps import Tap


@dataclass(frozen=True, slots=True)
class Who:
    """The person behind an update, as Telegram names them."""

    id: int
    chat_id: int
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Command:
    name: str  # without the slash, lower case
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    words: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button; tap None: one that is not understood any more. `message` is the one it hangs on."""

    tap: Tap | None
    message: int | None


@dataclass(frozen=True, slots=True)
class Voice:
    file_id: str


@dataclass(frozen=True, slots=True)
class Located:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Other:
    """Something that is not read: a sticker, a photo, an edited message with its `words`."""

    what: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """They blocked the bot."""


@dataclass(frozen=True, slots=True)
class Here:
    """They unblocked the bot."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """The bot was spoken to in a group, or added to one; `who` None: nobody's words.

    `greets`: a command or a new group, which gets an answer there. A reply to the bot gets none.
    """

    chat_id: int
    who: Who | None = None
    words: str = ""
    greets: bool = True


Event = Command | Text | Pressed | Voice | Located | Other | Gone | Here
