"""What is said in a group, where everybody reads it: nothing but what its members chose to share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.coach.circles.model import Bold, Today
from bot.coach.circles.recap import Week
from bot.coach.circles.themes import CircleTheme


@dataclass(frozen=True, slots=True)
class Link:
    """A deep link into the private chat: https://t.me/`bot_username`?start=`payload`."""

    bot_username: str
    payload: str


@dataclass(frozen=True, slots=True)
class CircleHello:
    """To a group the bot was added to; `back`: it was there before, with `members` who stayed."""

    link: Link
    members: int
    back: bool


@dataclass(frozen=True, slots=True)
class CircleCard:
    """The one message of a day, edited in place."""

    circle: int
    day: date
    members: int
    today: Today
    link: Link
    theme: CircleTheme | None = None  # of the week
    together: CircleTheme | None = None  # one ask for all today; `together_link` gets one's own
    together_link: Link | None = None
    boldest: Bold | None = None  # of last week, on a Monday


@dataclass(frozen=True, slots=True)
class CircleRecap:
    """A picture of the week; buttons to vote for the boldest ask until `closed`, then `best` is named."""

    circle: int
    week: Week
    bold: tuple[Bold, ...]
    best: Bold | None
    closed: bool


@dataclass(frozen=True, slots=True)
class ThemePoll:
    """A poll of Telegram's own: which theme next week."""

    options: tuple[CircleTheme, ...]


@dataclass(frozen=True, slots=True)
class ClosePoll:
    """Close the poll of the edited message."""


@dataclass(frozen=True, slots=True)
class PinCard:
    """Pin the edited message, without a sound."""


@dataclass(frozen=True, slots=True)
class Nod:
    """A reaction to the edited message: it was heard, and needs no words."""


@dataclass(frozen=True, slots=True)
class LeaveChannel:
    """Leave a chat that is no group."""


@dataclass(frozen=True, slots=True)
class ChannelNo:
    """In a channel: it works in groups and in private only."""

    link: Link


# --- the answer to a press in a group: a line above the chat, for who pressed


@dataclass(frozen=True, slots=True)
class Cheered:
    name: str


@dataclass(frozen=True, slots=True)
class Voted:
    pass


@dataclass(frozen=True, slots=True)
class JoinFirst:
    """Who presses has not joined; the link leads to where they can."""

    link: Link


@dataclass(frozen=True, slots=True)
class OverThere:
    """A button of a day or a week that is over."""


Toast = Cheered | Voted | JoinFirst | OverThere
InGroup = (
    CircleHello | CircleCard | CircleRecap | ThemePoll | ClosePoll | PinCard | Nod | LeaveChannel | ChannelNo
)
