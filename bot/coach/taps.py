"""What a button means. Old buttons live for ever, so each carries the id of the attempt it was made for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.coach import after_taps, circle_taps, journal_taps, ladder_taps
from bot.coach.enrolment import Program
from bot.coach.model import Domain, Size


class Step(StrEnum):
    """One question about an attempt; before it, after it, or a day later."""

    ANTICIPATED = "anticipated"
    CHANCE = "chance"
    FEAR = "fear"
    STORY = "story"
    OUTCOME = "outcome"
    PEAK = "peak"
    FEELING = "feeling"
    COST = "cost"
    AGAIN = "again"
    LEARNED = "learned"
    LEFT = "left"
    CHAPTER = "chapter"


class Field(StrEnum):
    """A setting of a person."""

    ZONE = "zone"
    MORNING = "morning"
    EVENING = "evening"
    QUIET = "quiet"
    DAYS = "days"
    DOMAINS = "domains"
    NUDGES = "nudges"
    GENTLE = "gentle"
    LIFE = "life"
    PROGRAM = "program"


# --- first minutes


@dataclass(frozen=True, slots=True)
class Consent:
    """ "I am an adult, let us go"; gentle: "and I live with an anxiety disorder"."""

    gentle: bool


@dataclass(frozen=True, slots=True)
class Decline:
    pass


@dataclass(frozen=True, slots=True)
class ChooseZone:
    """One of the offered zones; it is checked with the person before it is saved."""

    zone: str


@dataclass(frozen=True, slots=True)
class ConfirmZone:
    zone: str


@dataclass(frozen=True, slots=True)
class OtherZone:
    """None of these: type a city, the time, or share a location."""


@dataclass(frozen=True, slots=True)
class ChooseMorning:
    at: time


@dataclass(frozen=True, slots=True)
class Sting:
    """How much rejection stings in a domain, 1-10; None skips the question."""

    domain: Domain
    rating: int | None


@dataclass(frozen=True, slots=True)
class AddDomain:
    """Practise in this domain too; None: that is all."""

    domain: Domain | None


@dataclass(frozen=True, slots=True)
class ToggleDay:
    """A weekday in or out of the plan, Monday is 0."""

    weekday: int


@dataclass(frozen=True, slots=True)
class Begin:
    """The end of the first minutes; now: "send me one now", else "see you tomorrow"."""

    now: bool


@dataclass(frozen=True, slots=True)
class SkipStep:
    """Skip a question of the first minutes; `of` is its state in `talk`, so two taps do not skip two."""

    of: str


# --- the day


@dataclass(frozen=True, slots=True)
class Accept:
    attempt: int


@dataclass(frozen=True, slots=True)
class Another:
    """Swap the ask; `left` swaps were left when it was shown, so two taps do not swap twice."""

    attempt: int
    left: int = 3


@dataclass(frozen=True, slots=True)
class Smaller:
    """Make the ask smaller than the `size` it was shown in, so two taps are not two steps."""

    attempt: int
    size: Size = Size.FULL


@dataclass(frozen=True, slots=True)
class TakeInstead:
    """Take the ask that was proposed in place of the one on the table."""

    attempt: int
    challenge: str


@dataclass(frozen=True, slots=True)
class KeepAsk:
    """Let the ask on the table stand."""

    attempt: int


@dataclass(frozen=True, slots=True)
class DayOff:
    attempt: int


@dataclass(frozen=True, slots=True)
class Did:
    """ "I did it": begins or continues the debrief of this attempt."""

    attempt: int


@dataclass(frozen=True, slots=True)
class Imagine:
    """The imaginal version: go to this beat of the scene (0 is its start)."""

    attempt: int
    beat: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer by button; value None skips the question. Codes are read by `debrief.parse`."""

    attempt: int
    step: Step
    value: str | None


@dataclass(frozen=True, slots=True)
class Finish:
    """ "That is enough for today": ends the debrief with what is known."""

    attempt: int


@dataclass(frozen=True, slots=True)
class Correct:
    """Correct a fact of a finished debrief; step None shows which there are."""

    attempt: int
    step: Step | None


@dataclass(frozen=True, slots=True)
class LogOwn:
    """Log an ask they came up with themselves."""


@dataclass(frozen=True, slots=True)
class Today:
    """Show (or fetch) the challenge of today."""


# --- settings and safety


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """The list of settings, or one of them."""

    field: Field | None = None


@dataclass(frozen=True, slots=True)
class SetTo:
    """A setting chosen by button: "08:00", "on", a domain's name; read by `settings` of the coach."""

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class Enrol:
    """A program chosen, None shows which there are; `sting` 1-10 switches its domain on where it was off."""

    program: Program | None
    sting: int | None = None


@dataclass(frozen=True, slots=True)
class PauseFor:
    """Days off from today; 0 lasts until they come back."""

    days: int


@dataclass(frozen=True, slots=True)
class Resume:
    """End a pause."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """End a hold, after words of crisis."""


@dataclass(frozen=True, slots=True)
class Delete:
    """The one confirmation before everything is erased."""

    sure: bool


@dataclass(frozen=True, slots=True)
class BringBack:
    """Take back what is in the file that was put by; `settings`: with its settings, too."""

    parcel: int
    settings: bool


@dataclass(frozen=True, slots=True)
class LeaveFile:
    """Let the file that was put by go."""

    parcel: int


FirstMinutes = (
    Consent | Decline | ChooseZone | ConfirmZone | OtherZone | ChooseMorning | Sting | AddDomain | ToggleDay
    | Begin | SkipStep
)  # fmt: skip
OfAttempt = (
    Accept | Another | Smaller | TakeInstead | KeepAsk | DayOff | Did | Imagine | Answer | Finish | Correct
)
OfAccount = OpenSettings | SetTo | Enrol | PauseFor | Resume | GoOn | Delete
OfFile = BringBack | LeaveFile
OfLadder = ladder_taps.OfLadder
OfAfter = after_taps.OfAfter
OfJournal = journal_taps.OfJournal
OfCircle = circle_taps.OfCircle
InGroup = circle_taps.InGroup
RateAhead = ladder_taps.RateAhead
Tap = (
    FirstMinutes | OfAttempt | OfAccount | OfFile | OfLadder | RateAhead | OfAfter | OfJournal | OfCircle
    | InGroup | LogOwn | Today
)  # fmt: skip
