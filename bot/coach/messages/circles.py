"""What is said in private about a circle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.coach.circles.model import Sharing
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages.groups import Link


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a circle on a button."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class CircleJoined:
    """They are in; what the circle sees of them, and the way back to the group if there is one."""

    circle: int
    title: str
    sharing: Sharing
    back: str | None  # a web address
    already: bool = False


@dataclass(frozen=True, slots=True)
class CircleAfterwards:
    """They want to join, but the first minutes come first."""

    title: str


@dataclass(frozen=True, slots=True)
class CircleLinkDead:
    """The link leads to no circle any more."""


@dataclass(frozen=True, slots=True)
class MyCircles:
    """Their circles, and how to begin one: a link that adds the bot to a group."""

    circles: tuple[Named, ...]
    bot_username: str


@dataclass(frozen=True, slots=True)
class CircleView:
    """One circle and what is set there. `runs`: they may set its clock."""

    circle: int
    title: str
    members: int
    sharing: Sharing
    buddies: bool
    buddy: tuple[str, ...]  # this week's, by name
    wish: str | None
    theme: CircleTheme | None
    runs: bool
    zone: str
    at: time
    pins: bool
    may_pin: bool


@dataclass(frozen=True, slots=True)
class LeaveCheck:
    circle: int
    title: str


@dataclass(frozen=True, slots=True)
class CircleLeft:
    title: str


@dataclass(frozen=True, slots=True)
class AskCircleTime:
    circle: int
    title: str
    at: time


@dataclass(frozen=True, slots=True)
class ChooseProposal:
    """Which theme to propose for the week that begins on `monday`."""

    circle: int
    monday: date


@dataclass(frozen=True, slots=True)
class Proposed:
    theme: CircleTheme
    title: str


@dataclass(frozen=True, slots=True)
class ChooseTogether:
    """Which ask for all today."""

    circle: int
    title: str


@dataclass(frozen=True, slots=True)
class TogetherSet:
    """Today's ask for all; `link` gets one's own. `by_another`: somebody had chosen before."""

    theme: CircleTheme
    title: str
    link: Link
    by_another: bool = False


@dataclass(frozen=True, slots=True)
class NoTogether:
    """Nothing to ask together today, or none of it fits what they practise."""

    title: str


# --- in private: a line for the circle


@dataclass(frozen=True, slots=True)
class NoteOffer:
    """After a debrief: would they like to show the circle a line?"""

    circle: int
    title: str
    attempt: int


@dataclass(frozen=True, slots=True)
class AskNote:
    """A line of their own; `again`: the last one was too long, or hard on somebody."""

    circle: int
    title: str
    attempt: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class NotePreview:
    """The line exactly as the circle will read it."""

    circle: int
    title: str
    attempt: int
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class NoteShown:
    title: str


@dataclass(frozen=True, slots=True)
class NoteDropped:
    pass


# --- in private: what happens in a group


@dataclass(frozen=True, slots=True)
class CheeredFor:
    """Somebody in a circle cheered for them; said once a day."""

    title: str


@dataclass(frozen=True, slots=True)
class CircleMuted:
    """To who added the bot: it may not write there."""

    title: str


OfCircle = (
    CircleJoined
    | CircleAfterwards
    | CircleLinkDead
    | MyCircles
    | CircleView
    | LeaveCheck
    | CircleLeft
    | AskCircleTime
    | ChooseProposal
    | Proposed
    | ChooseTogether
    | TogetherSet
    | NoTogether
    | NoteOffer
    | AskNote
    | NotePreview
    | NoteShown
    | NoteDropped
    | CheeredFor
    | CircleMuted
)
