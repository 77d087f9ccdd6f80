"""What buddies say to each other through the bot, in private. Of an ask: that it was made, no more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.coach.circles.themes import CircleTheme
from bot.coach.messages.circles import Named


@dataclass(frozen=True, slots=True)
class Paired:
    """Monday: who their buddy is this week."""

    circle: int
    title: str
    buddies: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class BuddyView:
    """This week's buddies, and what can be done for them; none yet: when there will be."""

    circle: int
    title: str
    buddies: tuple[Named, ...]
    paired: bool  # they want to be paired at all


@dataclass(frozen=True, slots=True)
class ChooseWish:
    circle: int
    title: str
    others: tuple[Named, ...]
    wish: int | None


@dataclass(frozen=True, slots=True)
class BuddyDid:
    """A buddy made their ask."""

    circle: int
    buddy: Named


@dataclass(frozen=True, slots=True)
class BackupWanted:
    """A buddy is about to make a hard one."""

    circle: int
    buddy: Named


@dataclass(frozen=True, slots=True)
class CheerWanted:
    """A buddy had a hard one, and agreed that this be told."""

    circle: int
    buddy: Named


@dataclass(frozen=True, slots=True)
class ChooseWord:
    """The ready lines for a buddy: `lines` by their numbers."""

    circle: int
    buddy: Named
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AskWord:
    """Waiting for their own words to a buddy."""

    circle: int
    buddy: Named


class NoWord(StrEnum):
    """Why a word does not go to a buddy."""

    LONG = "long"
    LINK = "link"  # an address, a number, a name on another service
    HARSH = "harsh"
    OFTEN = "often"  # they had enough from this person today


@dataclass(frozen=True, slots=True)
class WordRefused:
    circle: int
    buddy: Named
    why: NoWord


@dataclass(frozen=True, slots=True)
class WordSent:
    """It was taken; the same whether or not the buddy is on a pause, on hold, or wants no words from them."""

    buddy: Named


@dataclass(frozen=True, slots=True)
class WordFrom:
    """A word from a buddy: a ready line, or their own."""

    circle: int
    buddy: Named
    line: int | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Deafened:
    """No more words from them; or words again."""

    buddy: Named
    on: bool


@dataclass(frozen=True, slots=True)
class ChooseHandOver:
    circle: int
    buddy: Named


@dataclass(frozen=True, slots=True)
class HandedOver:
    buddy: Named
    theme: CircleTheme


@dataclass(frozen=True, slots=True)
class HandedYou:
    """A buddy hands over an ask; it comes at one's own size."""

    circle: int
    buddy: Named
    theme: CircleTheme


@dataclass(frozen=True, slots=True)
class NoneFits:
    """What a buddy handed over: nothing of it fits what they practise."""

    theme: CircleTheme


@dataclass(frozen=True, slots=True)
class BuddyTold:
    """The buddies were asked for a word, before a hard one or after."""

    buddies: tuple[Named, ...]
    after: bool


@dataclass(frozen=True, slots=True)
class NoBuddy:
    """There is no buddy this week, or they have gone."""


OfBuddy = (
    Paired
    | BuddyView
    | ChooseWish
    | BuddyDid
    | BackupWanted
    | CheerWanted
    | ChooseWord
    | AskWord
    | WordRefused
    | WordSent
    | WordFrom
    | Deafened
    | ChooseHandOver
    | HandedOver
    | HandedYou
    | NoneFits
    | BuddyTold
    | NoBuddy
)
