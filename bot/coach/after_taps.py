"""What a button means after a no: the steps, the scripts, the note, the chapter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.coach.scripts import Move
from bot.coach.thanks import Tone


class NextStep(StrEnum):
    SCRIPTS = "scripts"  # words for another try
    CHAPTER = "chapter"  # it is a chapter, with its 24 hours
    HELP = "help"  # questions to ask for help
    THANKS = "thanks"  # a note to leave a good last impression


@dataclass(frozen=True, slots=True)
class ShowSteps:
    """ "What now?" under the card, which stays as it is."""

    attempt: int


@dataclass(frozen=True, slots=True)
class TakeStep:
    """One of the steps after a no, in place of what was shown; None goes back to all of them."""

    attempt: int
    step: NextStep | None = None


@dataclass(frozen=True, slots=True)
class ShowScript:
    """Words for one move."""

    attempt: int
    move: Move


@dataclass(frozen=True, slots=True)
class ShowNote:
    """The thank-you note in another tone."""

    attempt: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class TypeTitle:
    """ "A title of my own" for the chapter: the next words are it."""

    attempt: int


OfAfter = ShowSteps | TakeStep | ShowScript | ShowNote | TypeTitle
