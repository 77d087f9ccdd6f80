"""What an ask is expected to be like for somebody, as `readiness` has it. What is allowed is for `sizing`."""

from __future__ import annotations

from math import sqrt

from bot.coach.belief import Belief, Line, hardness, line
from bot.coach.distress import EDGES, Guess
from bot.coach.model import RUNGS, Challenge, Domain

START = 5.0  # expected distress of the first ask: a little below the middle of the useful band
TWENTIETH = 1.645  # standard deviations below the mean at which a twentieth of the normal lies


def guess(belief: Belief, ask: Challenge) -> Guess:
    """What a challenge will be like."""
    return Guess(*hardness(belief, line(ask, belief.day)))


def typical(belief: Belief, domain: Domain, rung: int) -> Guess:
    """What an ask of a rung will be like, whichever."""
    return Guess(*hardness(belief, Line(domain, rung)))


def first_level(belief: Belief, domain: Domain) -> int:
    """Where the guards begin to count: what bears, and nothing below it has to be climbed first."""
    return max((rung for rung in RUNGS if bears(belief, domain, rung)), default=RUNGS[0])


def first_rung(belief: Belief, domain: Domain) -> int:
    """The highest rung of the first ask: a typical one is expected to bring no more than START."""
    calm = (rung for rung in RUNGS if typical(belief, domain, rung).distress <= START)
    return max(calm, default=RUNGS[0])


def bears(belief: Belief, domain: Domain, rung: int) -> bool:
    """Whether one ask in twenty of this rung is expected not to be too much; which one is still chosen."""
    seen = typical(belief, domain, rung)
    return seen.mean - TWENTIETH * sqrt(seen.spread) <= EDGES[1]
