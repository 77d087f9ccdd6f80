"""What a person decides about the whole, as messages; with their progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.coach.enrolment import Program
from bot.coach.growth import Grown
from bot.coach.model import Cause, Domain, Life, Pause
from bot.coach.programs import Headway
from bot.coach.stats import Stats
from bot.coach.taps import Field


@dataclass(frozen=True, slots=True)
class Progress:
    """/stats: text with a calendar strip, and a picture."""

    stats: Stats
    name: str
    program: Headway | None = None
    grown: Grown | None = None  # the newest view reached


@dataclass(frozen=True, slots=True)
class Resized:
    """/easier and /harder, at once. `moved` False: the ladder ends here, or a guard holds it;
    `cause` says which (HELD_SAFETY), else one rung up a day is the most."""

    domain: Domain
    cause: Cause
    rung: int
    moved: bool


@dataclass(frozen=True, slots=True)
class AskPause:
    running: Pause | None


@dataclass(frozen=True, slots=True)
class Paused:
    until: date | None  # the last day off


@dataclass(frozen=True, slots=True)
class Resumed:
    """`was_paused` False: there was no pause. `next_day` None: nothing planned."""

    was_paused: bool
    next_day: date | None
    morning: time


@dataclass(frozen=True, slots=True)
class Undone:
    """Comes before the question that is open again."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    pass


@dataclass(frozen=True, slots=True)
class SettingsList:
    """Everything a person can set, as it stands; `saved` was just changed."""

    zone: str
    city: str
    local: time
    morning: time
    evening: time
    quiet_from: time
    quiet_to: time
    days: frozenset[int]
    domains: tuple[Domain, ...]
    nudges: bool
    gentle: bool
    next_at: datetime | None = None  # the next challenge, in the person's local time
    saved: Field | None = None
    quieted: bool = False  # the morning lies in the quiet hours and moves to their end
    life: frozenset[Life] = frozenset()
    program: Program = Program.OPEN


@dataclass(frozen=True, slots=True)
class AskSetting:
    """One setting to change: any of those that are no switch (zone and program have their own).
    `missed`: what they typed was not understood; `ignored`: where what they said would leave too few asks."""

    field: Field
    days: frozenset[int]
    domains: tuple[Domain, ...]
    missed: bool = False
    life: frozenset[Life] = frozenset()
    ignored: tuple[tuple[Domain, Life], ...] = ()


@dataclass(frozen=True, slots=True)
class Privacy:
    pass


@dataclass(frozen=True, slots=True)
class DeleteCheck:
    pass


@dataclass(frozen=True, slots=True)
class Deleted:
    pass


@dataclass(frozen=True, slots=True)
class Kept:
    """They thought better of deleting."""
