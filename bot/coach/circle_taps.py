"""What the buttons of circles mean. Those under messages of a group can be pressed by everybody there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bot.coach.circles.model import Sharing
from bot.coach.circles.themes import CircleTheme

LINES = range(1000)  # that a button has room for

# --- in the group


@dataclass(frozen=True, slots=True)
class Cheer:
    """For somebody who made an ask; `person` is theirs, on the card of the day."""

    circle: int
    person: int


@dataclass(frozen=True, slots=True)
class VoteBold:
    """For the boldest ask of the week."""

    circle: int
    attempt: int


# --- in private: a circle


@dataclass(frozen=True, slots=True)
class OpenCircle:
    """One of their circles, or None for the list."""

    circle: int | None


@dataclass(frozen=True, slots=True)
class Share:
    circle: int
    sharing: Sharing


@dataclass(frozen=True, slots=True)
class LeaveCircle:
    """Leave it; `sure` False asks first."""

    circle: int
    sure: bool


@dataclass(frozen=True, slots=True)
class SetTime:
    """The time of the circle's card; None shows the times."""

    circle: int
    at: time | None


@dataclass(frozen=True, slots=True)
class SetZone:
    """The circle takes over the time zone of who presses."""

    circle: int


@dataclass(frozen=True, slots=True)
class SetPins:
    circle: int
    on: bool


@dataclass(frozen=True, slots=True)
class Propose:
    """A theme for next week; None shows them."""

    circle: int
    theme: CircleTheme | None


@dataclass(frozen=True, slots=True)
class AskTogether:
    """One ask for all today; None shows the themes."""

    circle: int
    theme: CircleTheme | None


# --- in private: a line for the circle


@dataclass(frozen=True, slots=True)
class WriteNote:
    circle: int
    attempt: int


@dataclass(frozen=True, slots=True)
class ApproveNote:
    """Show the line as it was previewed."""

    circle: int
    attempt: int


@dataclass(frozen=True, slots=True)
class DropNote:
    """Nothing is shown of this one."""

    circle: int
    attempt: int


# --- in private: buddies


@dataclass(frozen=True, slots=True)
class Buddying:
    """Be paired in this circle, or not."""

    circle: int
    on: bool


@dataclass(frozen=True, slots=True)
class WishFor:
    """Whom they would like for a buddy: a person, 0 for nobody in particular, None shows who there is."""

    circle: int
    person: int | None


@dataclass(frozen=True, slots=True)
class OpenBuddy:
    """This week's buddy in a circle."""

    circle: int


@dataclass(frozen=True, slots=True)
class SendWord:
    """A word for a buddy: a ready line by its number, None to write one."""

    circle: int
    person: int
    line: int | None

    def __post_init__(self) -> None:
        if self.line is not None and self.line not in LINES:
            raise ValueError(f"there is no ready line {self.line}")


@dataclass(frozen=True, slots=True)
class ShowWords:
    """The ready lines for a buddy."""

    circle: int
    person: int


@dataclass(frozen=True, slots=True)
class Deafen:
    """No more words from them; off: words again."""

    person: int
    on: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hand a buddy an ask of a theme, at their own size; None shows the themes."""

    circle: int
    person: int
    theme: CircleTheme | None


@dataclass(frozen=True, slots=True)
class TakeHanded:
    """Take what a buddy handed over."""

    circle: int
    theme: CircleTheme


@dataclass(frozen=True, slots=True)
class AskBackup:
    """Before a hard one: tell the buddy, who may send a word."""

    attempt: int


@dataclass(frozen=True, slots=True)
class AskCheer:
    """After a hard one: the buddy is asked for a kind word. Nothing of the ask is told."""

    attempt: int


InGroup = Cheer | VoteBold
OfNote = WriteNote | ApproveNote | DropNote
OfBuddy = (
    Buddying
    | WishFor
    | OpenBuddy
    | SendWord
    | ShowWords
    | Deafen
    | HandOver
    | TakeHanded
    | AskBackup
    | AskCheer
)
OfCircle = (
    OpenCircle | Share | LeaveCircle | SetTime | SetZone | SetPins | Propose | AskTogether | OfNote | OfBuddy
)
