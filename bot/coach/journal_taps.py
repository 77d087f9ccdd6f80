"""What a button of the journal means. Each says which shelf it stands on, so that all lead back there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shelf(StrEnum):
    """Which entries are shown."""

    ALL = "all"
    YES = "yes"  # part of a yes, too
    NO = "no"  # said by somebody: a no that was only pictured is not among them
    LEARNED = "learned"  # they wrote down what they took from it


@dataclass(frozen=True, slots=True)
class OpenJournal:
    """A page of a shelf, 0 has the newest; one that is not there any more is the nearest."""

    shelf: Shelf
    page: int


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """One entry whole; a long one has several parts."""

    attempt: int
    shelf: Shelf
    part: int


@dataclass(frozen=True, slots=True)
class PlayVoice:
    """Send the voice note of this entry once more."""

    attempt: int


OfJournal = OpenJournal | OpenEntry | PlayVoice
