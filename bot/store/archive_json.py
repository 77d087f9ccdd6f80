"""Archives as JSON, versioned. What comes from outside is read strictly, and believed only in its ranges."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from pydantic import TypeAdapter

from bot.coach.archive import Archive, Fault
from bot.coach.believing import believable

FORMAT: Final = "ask-anyway"
VERSION: Final = 1
HEAD: Final = 100  # bytes, of which the format is among the first


@dataclass(frozen=True, slots=True)
class _Head:
    """What every version begins with."""

    format: Literal["ask-anyway"]
    version: int


_HEAD: Final = TypeAdapter(_Head)
_ARCHIVE: Final = TypeAdapter(Archive)


def write(archive: Archive, challenges: Mapping[str, str]) -> str:
    """Write an archive down; `challenges`: the words of those of the bank in it, for whoever reads it."""
    told = _ARCHIVE.dump_python(archive, mode="json", warnings="error")
    for unordered in ("days", "life"):
        told["settings"][unordered].sort()
    whole = {"format": FORMAT, "version": VERSION, "challenges": dict(challenges), **told}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def read(text: bytes, now: datetime) -> Archive | Fault:
    """Read what `write` wrote, of this version or an older one."""
    try:
        head = _HEAD.validate_json(text, strict=True)
    except ValueError:
        begins_like_it = FORMAT.encode() in text[:HEAD]
        return Fault.BROKEN if begins_like_it else Fault.NOT_OURS
    if head.version > VERSION:
        return Fault.NEWER
    try:
        found = _ARCHIVE.validate_json(text, strict=True)
        return found if believable(found, now) else Fault.BROKEN
    except (ValueError, TypeError, OverflowError):  # without the reason, which would quote what they wrote
        return Fault.BROKEN
