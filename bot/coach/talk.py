"""What a person and the coach are in the middle of. Each state carries exactly what is known so far.

A talk is stored with the person; what a debrief knows is in its attempt, so a talk only points there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.coach.model import Domain
from bot.coach.taps import Field


@dataclass(frozen=True, slots=True)
class Idle:
    pass


# --- first minutes


@dataclass(frozen=True, slots=True)
class Consenting:
    pass


@dataclass(frozen=True, slots=True)
class Zoning:
    """Waiting for a zone; typed: a city, a time or a location may be typed."""

    gentle: bool
    typed: bool = False


@dataclass(frozen=True, slots=True)
class CheckingZone:
    gentle: bool
    zone: str


@dataclass(frozen=True, slots=True)
class Waking:
    """Waiting for the morning time."""

    gentle: bool
    zone: str


@dataclass(frozen=True, slots=True)
class Rating:
    """Waiting for how much rejection stings in `domain`."""

    gentle: bool
    zone: str
    morning: time
    sting: dict[Domain, int]
    domain: Domain


@dataclass(frozen=True, slots=True)
class Widening:
    """Waiting for the opt-in domains."""

    gentle: bool
    zone: str
    morning: time
    sting: dict[Domain, int]


@dataclass(frozen=True, slots=True)
class Planning:
    """Waiting for the plan, and for when to begin."""

    gentle: bool
    zone: str
    morning: time
    sting: dict[Domain, int]
    days: frozenset[int]


# --- about an attempt


class About(StrEnum):
    BEFORE = "before"  # the prediction
    AFTER = "after"  # the debrief
    FOLLOW_UP = "follow-up"  # a day later
    IMAGINING = "imagining"


@dataclass(frozen=True, slots=True)
class With:
    """Busy with an attempt; the attempt knows which question is open."""

    attempt: int
    about: About


@dataclass(frozen=True, slots=True)
class Correcting:
    """A fact of a finished debrief is being said anew."""

    attempt: int
    step: str


@dataclass(frozen=True, slots=True)
class Titling:
    """Waiting for the title of a chapter, in their words."""

    attempt: int


@dataclass(frozen=True, slots=True)
class Owning:
    """Waiting for the words of an ask of their own; `story` was told already and begins the debrief."""

    story: str | None = None


@dataclass(frozen=True, slots=True)
class AddingAsk:
    """Waiting for the words of an ask of their own, for the ladder."""

    domain: Domain


@dataclass(frozen=True, slots=True)
class NamingGoal:
    """Waiting for what an own ask (its key) is good for."""

    item: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Waiting for a typed setting."""

    field: Field


@dataclass(frozen=True, slots=True)
class Noting:
    """Waiting for a line for a circle; with `words`, for the yes to showing it."""

    circle: int
    attempt: int
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Encouraging:
    """Waiting for their own words to a buddy; not for long, or a story for the coach would go there."""

    circle: int
    person: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deleting:
    pass


OfLadder = AddingAsk | NamingGoal
FirstMinutes = Consenting | Zoning | CheckingZone | Waking | Rating | Widening | Planning
OfCircle = Noting | Encouraging
Talk = Idle | FirstMinutes | With | Correcting | Titling | Owning | OfLadder | OfCircle | Setting | Deleting
