"""What comes after less than a yes, as messages: the steps, the scripts, the note, the chapter."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coach.after_taps import NextStep
from bot.coach.messages.asks import Ask
from bot.coach.model import Kind
from bot.coach.scripts import Move, Toward
from bot.coach.thanks import Note, Tone


@dataclass(frozen=True, slots=True)
class NextSteps:
    """Which steps there are after this answer."""

    attempt: int
    steps: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class ChooseMove:
    """Words for another try, by move. `alone`: no other step."""

    attempt: int
    moves: tuple[Move, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """Words to say for one move. `open`: the debrief still waits for its last thought."""

    attempt: int
    ask: Ask
    move: Move
    toward: Toward
    kind: Kind | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class AskForHelp:
    """Questions to put to them, to copy."""

    attempt: int
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class ThankYou:
    """A note drafted from what they wrote, in one of three tones, to copy and change."""

    attempt: int
    note: Note
    tone: Tone = Tone.PLAIN
    open: bool = False


@dataclass(frozen=True, slots=True)
class ChapterBegun:
    """It is a chapter; its 24 hours run, and the coach comes back once."""

    attempt: int


@dataclass(frozen=True, slots=True)
class AskChapter:
    """A day later: what would they call the chapter now?"""

    attempt: int
    ask: Ask


@dataclass(frozen=True, slots=True)
class AskTitle:
    """Type a title of your own."""

    attempt: int


@dataclass(frozen=True, slots=True)
class ChapterNamed:
    """None: it stays without a title."""

    title: str | None
