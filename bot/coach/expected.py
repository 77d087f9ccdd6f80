"""How likely a yes is for each kind of ask: a seed, and what people answered since. It knows no person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.coach.calibration import YES
from bot.coach.model import Kind, Outcome

ENOUGH = 20  # answers to a kind of ask; below, the seed alone speaks
FAR = 0.3  # between a prediction and what is expected, for it to be worth a word


@dataclass(frozen=True, slots=True)
class Beta:
    """A belief about the chance of a yes, as if `alpha` yeses and `beta` noes had been heard."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        return self.alpha / (self.alpha + self.beta)


@dataclass(frozen=True, slots=True)
class Answers:
    """What people answered to one kind of ask; a partial answer is half a yes."""

    yes: float
    of: int


# Each weighs ten answers. A small favour of a stranger .6-.8, an odd request at a business .3-.5 and a costly
# one .1 have a source (Flynn & Lake 2008 and others); the rest is set between them until answers come.
SEEDS: Mapping[Kind, Beta] = {
    Kind.INFORMATION: Beta(8, 2),
    Kind.SMALL_FAVOUR: Beta(7, 3),
    Kind.FEEDBACK: Beta(7, 3),
    Kind.INVITATION: Beta(5, 5),
    Kind.ODD_REQUEST: Beta(4, 6),
    Kind.DISCOUNT: Beta(3, 7),
    Kind.OPPORTUNITY: Beta(3, 7),
    Kind.COSTLY: Beta(1, 9),
}


def tally(counts: Iterable[tuple[str, Outcome, int]], kinds: Mapping[str, Kind]) -> dict[Kind, Answers]:
    """Add up how often each challenge got each answer, by kind. What is too little to speak is left out."""
    found = dict.fromkeys(Kind, Answers(0, 0))
    for challenge, outcome, times in counts:
        if challenge in kinds and outcome in YES:
            kind = kinds[challenge]
            found[kind] = Answers(found[kind].yes + YES[outcome] * times, found[kind].of + times)
    return {kind: answers for kind, answers in found.items() if answers.of >= ENOUGH}


def expected(kind: Kind, heard: Mapping[Kind, Answers]) -> Beta:
    """What to expect of a kind of ask, after what was heard so far."""
    seed, answers = SEEDS[kind], heard.get(kind, Answers(0, 0))
    return Beta(seed.alpha + answers.yes, seed.beta + answers.of - answers.yes)


def far_off(chance: int | None, belief: Beta) -> bool:
    """Whether a predicted chance of a no, in percent, is far from what is expected."""
    return chance is not None and abs(1 - chance / 100 - belief.mean) >= FAR


def in_ten(belief: Beta) -> int:
    """How many of ten say yes; never none and never all."""
    return min(max(round(belief.mean * 10), 1), 9)
