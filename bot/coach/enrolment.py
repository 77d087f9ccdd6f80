"""The programs there are, their themes, and the one a person is in. Values; the rules are in `programs`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Program(StrEnum):
    OPEN = "open"  # open-ended: no theme and no end; nobody is enrolled in it
    HUNDRED = "hundred"
    AT_WORK = "at-work"
    CUSTOMERS = "customers"


class Theme(StrEnum):
    """What a program turns to for about a week; also a tag of the bank."""

    ACCOMMODATIONS = "accommodations"
    SENIORS = "seniors"
    IDEAS = "ideas"
    RESOURCES = "resources"
    DONE_WELL = "done-well"
    TO_CHANGE = "to-change"
    REACTIONS = "reactions"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The program of a person; `since` is its first local day."""

    program: Program
    since: date
