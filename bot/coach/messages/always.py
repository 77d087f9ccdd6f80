"""What is said at any time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.coach.watch import Care


@dataclass(frozen=True, slots=True)
class Help:
    pass


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Left what was going on; `something` False: there was nothing."""

    something: bool


@dataclass(frozen=True, slots=True)
class Outdated:
    """A button of long ago, or of a step that is over."""


@dataclass(frozen=True, slots=True)
class UnknownCommand:
    pass


@dataclass(frozen=True, slots=True)
class NotRead:
    """A sticker, a photo, an edited message ...: what to do instead."""

    what: str  # sticker photo video audio document contact poll dice location edited other


@dataclass(frozen=True, slots=True)
class NotYet:
    """Something of the day before the first minutes are through."""


@dataclass(frozen=True, slots=True)
class TellMe:
    """A text that is no story and no answer, while an attempt is open ("hello", emoji only)."""

    attempt: int | None


@dataclass(frozen=True, slots=True)
class CareWord:
    """A word of care beside what is going on: the answer to a sign that the practice weighs on them."""

    care: Care


@dataclass(frozen=True, slots=True)
class InCrisis:
    """Words of crisis: help lines of the person's country, no coaching. `acute`: tier 1."""

    acute: bool
    zone: str


@dataclass(frozen=True, slots=True)
class OnHold:
    """The coach is on hold until they choose to go on."""

    zone: str


@dataclass(frozen=True, slots=True)
class WelcomeBack:
    """After a hold."""

    next_day: date | None
    morning: time


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something broke on our side; nothing is lost."""
