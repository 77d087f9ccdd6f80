"""The values of circles. Valid once built; nothing here decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.coach.circles.themes import CircleTheme
from bot.coach.model import Outcome


class Sharing(StrEnum):
    """What a circle sees of a member; each level shows all that the ones before it show."""

    NOTHING = "nothing"
    DONE = "done"
    OUTCOME = "outcome"
    NOTE = "note"  # a line of theirs, which they approve each time

    def shows(self, what: Sharing) -> bool:
        order = tuple(Sharing)
        return order.index(self) >= order.index(what)


class Call(StrEnum):
    """What the circle's clock calls for."""

    MORNING = "morning"  # the day's card; on a Monday also the week's theme and the buddies
    POLL = "poll"  # which theme next week
    RECAP = "recap"  # what the week was


@dataclass(frozen=True, slots=True)
class Circle:
    """A group with the bot in it, as its administrators set it up. `at` is local to `zone`."""

    id: int
    chat_id: int
    title: str
    key: str  # in its links: whoever joins by one has been in the group
    language: str = "en"
    zone: str = "UTC"
    at: time = time(8, 30)
    pins: bool = False  # pin the day's card, where that is allowed
    theme: CircleTheme | None = None  # of this week
    together: CircleTheme | None = None  # one ask for all, on `together_on`
    together_on: date | None = None

    def common(self, day: date) -> CircleTheme | None:
        """What all ask together on a day, each at their own size."""
        return self.together if self.together_on == day else None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a circle."""

    person: int
    name: str
    sharing: Sharing = Sharing.DONE
    buddies: bool = True  # is paired with somebody each week
    wish: int | None = None  # whom they would like for a buddy
    admin: bool = False  # of the group, as far as is known


@dataclass(frozen=True, slots=True)
class Line:
    """What the card says of a member who has made an ask: no more than they share."""

    person: int
    name: str
    outcome: Outcome | None = None
    note: str | None = None
    cheers: int = 0


@dataclass(frozen=True, slots=True)
class Today:
    """A day of a circle, cut to what a message can show."""

    coming: tuple[str, ...] = ()  # names of those who said "I'm in"
    done: tuple[Line, ...] = ()
    more_coming: int = 0
    more_done: int = 0


@dataclass(frozen=True, slots=True)
class Bold:
    """An ask that is up for the boldest of the week, in the words its owner shared."""

    attempt: int
    name: str
    note: str
    votes: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A line that its owner let a circle see."""

    attempt: int
    words: str
    shown_at: datetime
