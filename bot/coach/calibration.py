"""A person's own curve: the chance of a no they predicted, beside how often it was one. It compares nobody.

Only answers of other people count: in a rehearsal it is the bot that says no.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.coach.model import Attempt, Outcome, Size

YES = {Outcome.YES: 1.0, Outcome.PARTIAL: 0.5, Outcome.NO: 0.0}  # a partial answer is half a yes
ENOUGH_FOR_BANDS = 10  # answers in all; below, three bands would each be a handful of chance
ENOUGH_IN_BAND = 3
NEWEST = 10  # asks that the change of the prediction is taken over


class Band(StrEnum):
    """How sure they were of a no: up to 35 percent, between, from 65 on."""

    LOW = "low"
    EVEN = "even"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Share:
    """A no, as shares of 0-1: predicted and come true, over the same `answers`."""

    predicted: float
    happened: float
    answers: int


@dataclass(frozen=True, slots=True)
class Change:
    """The mean chance of a no before the ask and for next time, over the newest `asks` that have both."""

    before: float
    again: float
    asks: int


@dataclass(frozen=True, slots=True)
class Calibration:
    overall: Share | None
    bands: tuple[tuple[Band, Share], ...]  # from the lowest, those that have enough answers to say something
    change: Change | None


def calibration(asks: Sequence[Attempt]) -> Calibration:
    """Compare predictions with answers over the asks of one person, oldest first."""
    foretold = [entry for entry in asks if answered(entry) and entry.facts.chance is not None]
    return Calibration(_share(foretold), tuple(_bands(foretold)), _change(foretold[::-1]))


def answered(entry: Attempt) -> bool:
    """Whether another person answered."""
    return entry.facts.outcome in YES and entry.size is not Size.IMAGINAL


def _share(asks: Sequence[Attempt]) -> Share | None:
    if not asks:
        return None
    happened = sum(1 - YES[entry.facts.outcome] for entry in asks if entry.facts.outcome)
    return Share(_mean([entry.facts.chance or 0 for entry in asks]), happened / len(asks), len(asks))


def _mean(percents: Sequence[int]) -> float:
    return sum(percents) / len(percents) / 100


def _bands(asks: Sequence[Attempt]) -> Iterable[tuple[Band, Share]]:
    if len(asks) < ENOUGH_FOR_BANDS:
        return
    for band in Band:
        share = _share([entry for entry in asks if _band(entry.facts.chance or 0) is band])
        if share is not None and share.answers >= ENOUGH_IN_BAND:
            yield band, share


def _band(chance: int) -> Band:
    if chance <= 35:
        return Band.LOW
    return Band.HIGH if chance >= 65 else Band.EVEN


def _change(newest_first: Sequence[Attempt]) -> Change | None:
    newest = [entry.facts for entry in newest_first if entry.facts.again is not None][:NEWEST]
    if not newest:
        return None
    before = _mean([facts.chance or 0 for facts in newest])
    return Change(before, _mean([facts.again or 0 for facts in newest]), len(newest))
