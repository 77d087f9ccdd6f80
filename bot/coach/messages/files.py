"""Taking everything along and bringing it back, as messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.coach.archive import Contents, Fault


@dataclass(frozen=True, slots=True)
class YourFile:
    """/export: the words beside the file. What is in it is read when it leaves, and kept nowhere."""


@dataclass(frozen=True, slots=True)
class AskFile:
    """/import: asks for the file. `gone`: the one they sent has been let go meanwhile."""

    gone: bool = False


@dataclass(frozen=True, slots=True)
class FetchFile:
    """No words: has Telegram hand over a file somebody sent, by its reference."""

    file_id: str


@dataclass(frozen=True, slots=True)
class FoundInFile:
    """What was found, before anything changes; the one question about it."""

    parcel: int
    contents: Contents
    fresh: int  # asks that are not here yet
    more: bool  # something else is not here yet: ratings, pauses, days without an ask
    settings: bool  # its settings are others than those here
    here: bool  # there are asks here, which stay
    of: str | None = None  # the name in it, where it is another


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """It is done. `next_day` None: nothing planned."""

    asks: int
    settings: bool
    next_day: date | None
    morning: time


@dataclass(frozen=True, slots=True)
class NothingNew:
    """All that is in the file is here already."""


@dataclass(frozen=True, slots=True)
class FileLeft:
    """They thought better of it."""


@dataclass(frozen=True, slots=True)
class FileRefused:
    fault: Fault


OfFile = YourFile | AskFile | FetchFile | FoundInFile | BroughtBack | NothingNew | FileLeft | FileRefused
