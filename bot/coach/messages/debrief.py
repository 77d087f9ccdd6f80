"""The debrief and what comes after it, as messages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coach.messages.asks import Ask, Closer, Reflection
from bot.coach.model import Domain, Kind, KindOfNo, Outcome, Why
from bot.coach.programs import Headway
from bot.coach.scripts import Move
from bot.coach.taps import Step
from bot.coach.thanks import Note


@dataclass(frozen=True, slots=True)
class NothingOpen:
    """They told something and no attempt is open: offer to log an own ask. `said`: there was a text."""

    said: bool


@dataclass(frozen=True, slots=True)
class AskOwn:
    """What did you ask, of whom?"""


@dataclass(frozen=True, slots=True)
class AskStory:
    attempt: int
    ask: Ask


@dataclass(frozen=True, slots=True)
class AskOutcome:
    """Says what it understood (`read`, `kind`, `peak`, `feeling`) and lets them confirm or choose.
    `voice`: a note was kept; `more`: they wrote more of the story, and the answer is still not clear."""

    attempt: int
    ask: Ask
    read: Outcome | None
    kind: KindOfNo | None
    peak: int | None = None
    feeling: str | None = None
    voice: bool = False
    more: bool = False
    pending: bool = False  # an answer that had been pending: only the answers that close it


@dataclass(frozen=True, slots=True)
class AskPeak:
    attempt: int
    outcome: Outcome
    imaginal: bool = False


@dataclass(frozen=True, slots=True)
class AskLeft:
    """After the imaginal version: how strong is it now, 1-10?"""

    attempt: int


@dataclass(frozen=True, slots=True)
class AskFeeling:
    """A word for it; `finer` grows with experience (0, 1, 2: more words to choose from)."""

    attempt: int
    outcome: Outcome
    finer: int


@dataclass(frozen=True, slots=True)
class AskCost:
    """Prediction against what happened, then "how bad was it really, 1-10?"
    `in_ten`: how many of ten people say yes to such an ask, where the prediction was far from it."""

    attempt: int
    outcome: Outcome
    chance: int | None
    fear: str | None
    in_ten: int | None = None
    closer: Closer | None = None


@dataclass(frozen=True, slots=True)
class AskAgain:
    """ "Next time, what chance of a no?" """

    attempt: int
    chance: int | None
    closer: Closer | None = None


@dataclass(frozen=True, slots=True)
class AskLearned:
    """One reflection that fits; answered in words or skipped. It may bring along a `note` to thank them, or
    `moves` there are words for."""

    attempt: int
    reflection: Reflection
    outcome: Outcome
    kind: Kind | None = None
    note: Note | None = None
    moves: tuple[Move, ...] = ()
    closer: Closer | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """The end of a debrief: what they did, what became of the prediction, streak, rung, what moves next.
    `streak` is None where a number would end on a loss. `next` is the size of the next ask in this domain;
    `today`: the ask that explains it was today's. `program`: where this ask reached something in it."""

    attempt: int
    ask: Ask
    domain: Domain
    outcome: Outcome
    kind: KindOfNo | None
    anticipated: int | None
    peak: int | None
    chance: int | None
    again: int | None
    cost: int | None
    streak: int | None
    total: int
    next: Why
    correctable: bool = True
    today: bool = False
    left: int | None = None
    steps: bool = False  # there are some to take after this answer
    program: Headway | None = None
    buddy: bool = False  # it was a hard one, and a buddy could be asked for a kind word


@dataclass(frozen=True, slots=True)
class ChooseCorrection:
    attempt: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class TooOld:
    """Facts can be corrected for seven days."""

    attempt: int


@dataclass(frozen=True, slots=True)
class FollowUp:
    """24 hours after a hard one, gently, once: how much of it is left, 1-10?"""

    attempt: int
    ask: Ask
    outcome: Outcome
    peak: int | None


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """`chapter`: the attempt whose chapter may have its title now."""

    peak: int | None
    left: int | None
    chapter: int | None = None


@dataclass(frozen=True, slots=True)
class AnyAnswer:
    """Three days after a pending answer: has it come?"""

    attempt: int
    ask: Ask


@dataclass(frozen=True, slots=True)
class StillPending:
    """Not yet; it can be closed whenever it comes."""

    attempt: int
