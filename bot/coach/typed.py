"""Strict readers of what people type where a number is expected.

A reader takes the whole text or returns None; it never picks a number out of a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import time

# \d and int() also read the digits of other scripts
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*(am|pm|a\.m\.|p\.m\.)?")
_RATING = re.compile(r"(\d{1,2})(?:\s*/\s*10)?")
_PERCENT = re.compile(r"(\d{1,3})\s*[%٪]?")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def clock(text: str) -> time | None:
    """Read a time of day: 19:05, 07.30, 7h30, 7:30 am, 8 pm, 7am, or a bare hour."""
    found = _CLOCK.fullmatch(_plain(text))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if hour not in range(1, 13):
            return None
        hour = hour % 12 + (12 if found[3].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def rating(text: str) -> int | None:
    """Read a rating from 1 to 10: 7 or 7/10."""
    return _within(_RATING, text, range(1, 11))


def percent(text: str) -> int | None:
    """Read a share from 0 to 100: 70 or 70%."""
    return _within(_PERCENT, text, range(101))


def _within(pattern: re.Pattern[str], text: str, limits: range) -> int | None:
    found = pattern.fullmatch(_plain(text))
    return int(found[1]) if found and int(found[1]) in limits else None
