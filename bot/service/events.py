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
class Document:
    """A file that may be one of ours, by its name; `size` in bytes, `words` stand under it."""

    file_id: str
    size: int
    words: str = ""


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


Event = Command | Text | Pressed | Voice | Located | Document | Other | Gone | Here


# --- in groups and channels


@dataclass(frozen=True, slots=True)
class Place:
    """A chat of several people; `message`: the newest that is known of it."""

    chat_id: int
    title: str
    message: int | None = None
    channel: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """The bot is in, or may do other things there than before; `by` None: nobody who can be named."""

    by: Who | None
    may_write: bool
    may_pin: bool


@dataclass(frozen=True, slots=True)
class Removed:
    """The bot is out."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command in a group; `who` None and `runs`: an administrator who does not show their name."""

    name: str
    rest: str
    who: Who | None
    runs: bool


@dataclass(frozen=True, slots=True)
class Overheard:
    """Something was said; `words` only where it was said to the bot, by `who`."""

    who: Who | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class PressedThere:
    """A button under a message in a group."""

    who: Who
    tap: Tap | None


@dataclass(frozen=True, slots=True)
class Departed:
    """Somebody has left the group."""

    user_id: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """The group has the title that its place says."""


@dataclass(frozen=True, slots=True)
class MovedTo:
    """The group has a new id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How a poll of ours stands: votes by option."""

    poll_id: str
    counts: tuple[int, ...]
    closed: bool


GroupEvent = Added | Removed | Ordered | Overheard | PressedThere | Departed | Renamed | MovedTo
