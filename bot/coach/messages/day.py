"""The challenge of the day, as messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.coach.enrolment import Theme
from bot.coach.messages.asks import Ask, Stage
from bot.coach.model import Kind, Size, Why
from bot.coach.taps import Step


@dataclass(frozen=True, slots=True)
class Offer:
    """The challenge: the ask, why this size, a line to say, buttons by stage.
    `late`: a catch-up, the morning had gone by. `swaps_left` of "Another one". `baseline`: 1-3, else 0.
    `theme` of their program, said where the ask suits it. `again`: it came before, some weeks ago."""

    attempt: int
    ask: Ask
    why: Why
    stage: Stage
    swaps_left: int
    baseline: int = 0
    late: bool = False
    theme: Theme | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskBefore:
    """The prediction: ANTICIPATED, CHANCE or FEAR."""

    attempt: int
    step: Step
    imaginal: bool = False


@dataclass(frozen=True, slots=True)
class Instead:
    """Another ask, proposed once they `said` (1-10) how strong today's is: `easier`, or with more in it.
    `bold`: it lies above their rung, so it is theirs to choose. `again`: it came before, some weeks ago."""

    attempt: int
    ask: Ask
    said: int
    rung: int
    easier: bool
    bold: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """Predicted, off they go. `buddy`: it is a hard one, and a buddy could be asked for a word."""

    attempt: int
    anticipated: int | None
    chance: int | None
    buddy: bool = False


@dataclass(frozen=True, slots=True)
class ImaginalBeat:
    """The imaginal version, beat 0 (picture the scene), 1 (say your line), 2 (they say no; stay with it).
    `kind` of the ask colours the no and the breath after it; None where it is not known.
    `earlier`: rehearsals before this one, so that none reads like the last."""

    attempt: int
    challenge: str | None
    own: str | None
    beat: int
    kind: Kind | None = None
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class NoSwaps:
    attempt: int
    size: Size


@dataclass(frozen=True, slots=True)
class OffToday:
    """ "Not today", taken; or nothing is planned today. `next_day` None while nothing is planned."""

    chosen: bool
    next_day: date | None
    tomorrow: bool


@dataclass(frozen=True, slots=True)
class Nudge:
    """The one gentle word of the evening, offering the smaller version."""

    attempt: int
    ask: Ask
    accepted: bool


@dataclass(frozen=True, slots=True)
class StillHere:
    """After an unanswered week, once; then silence. `gentle`: the last thing they told was a bad one."""

    gentle: bool = False
