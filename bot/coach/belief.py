"""What is believed of a person, and Bayes' step: how what was said of an ask moves it.

A normal belief over the readiness of each domain, the pace of this person and the mood of the day, and beside
it over what frightens them of their own: a challenge, a kind of ask, a place. What the entries of a log mean
is for `readiness`.

The step is assumed-density filtering. How hard an ask was is a line, rung + own offsets + mood - readiness.
The likelihood of all that was said is laid over it on a grid; two moments of the product go back into the
belief as in Kalman's filter. So a scale that ends at 1 and 10, a silence and a day not attempted are taken as
what they are. What is said of an ask tells of the sum more surely than of its parts: so a challenge keeps how
far it is tied to the rest, and one that was spoken of is known better than readiness or fear alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import exp, sqrt

from bot.coach.model import Challenge, Domain

# Readiness and difficulty in rungs, distress in points of 1-10; where they come from: `readiness`.
SURE = 0.01  # variance below which nothing is ever known
KIN = 0.36  # variance of what a kind of ask, or a place, has of its own for somebody
UNMET = 0.8  # variance of what else a challenge has
MOOD = 0.4  # variance of a day
DREAD = 0.5  # how far what is anticipated lies above what comes
DREADS, SHIFTS = 0.25, 0.49  # variances, among people, of that, and of how they tell of it afterwards
SCATTER = 1.8  # variance of what is anticipated less what is told afterwards, for one person
GRID = tuple(step * 0.75 for step in range(-4, 5))  # standard deviations
BELL = tuple(exp(-t * t / 2) for t in GRID)

Row = tuple[float, ...]
Trait = str  # a kind of ask or a place: each has an offset of its own for somebody
Likelihood = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Line:
    """An ask as it adds up: its rung, what it is itself, its kind and place; without them any of the rung."""

    domain: Domain
    rung: int
    ask: str | None = None
    traits: tuple[Trait, ...] = ()
    off: float = 0.0  # rungs by which everybody finds it harder, where nothing was said of it yet


@dataclass(frozen=True, slots=True)
class Met:
    """What a challenge of which something was said has of its own for somebody."""

    mean: float = 0.0
    spread: float = UNMET  # variance, were the rest of its line known
    tied: float = 0.0  # rungs less of its own for each that the rest turns out to be more
    news: float = 0.0  # how far evidence had moved readiness then
    lay: float = 0.0  # the rung where the first word on it puts it, the rest as believed, times its weight
    weight: float = 0.0  # of that word: one over its variance


NEW = Met()  # nothing was said of it yet


@dataclass(frozen=True, slots=True)
class Belief:
    """Means and covariances: readiness in the order of `domains`, then the pace; offsets apart."""

    domains: tuple[Domain, ...]
    mean: Row
    spread: tuple[Row, ...]
    own: Mapping[Trait, tuple[float, float]] = field(default_factory=dict)  # of kinds, places: mean, variance
    met: Mapping[str, Met] = field(default_factory=dict)  # by the id of the challenge
    news: Row = ()  # how far evidence moved the readiness of each domain, in all
    apart: float = 0.0  # sum of how far what was anticipated lay above the peak, beyond DREAD
    told: int = 0  # times that both were said
    day: date | None = None  # up to which time has passed
    active: date | None = None  # of the last attempt

    @property
    def dread(self) -> float:
        """How far this person's anticipation lies above what comes."""
        return DREAD + DREADS * self._apart

    @property
    def shift(self) -> float:
        """How far what they tell afterwards lies above what was."""
        return -SHIFTS * self._apart

    @property
    def _apart(self) -> float:
        """The two are only seen together: each takes its share of the doubt."""
        return self.apart / (SCATTER + self.told * (DREADS + SHIFTS))


def line(ask: Challenge, day: date | None) -> Line:
    """An ask as it was known on a day."""
    traits = (ask.kind, ask.context) if ask.context else (ask.kind,)
    return Line(ask.domain, ask.rung, ask.id, traits, ask.off(day))


def hardness(belief: Belief, there: Line) -> tuple[float, float]:
    """How hard an ask will be today, in rungs above readiness: mean and variance."""
    return _added(belief, there, 1.0)[:2]


def _added(belief: Belief, there: Line, mood: float) -> tuple[float, float, float]:
    """Mean and variance of a line, and the variance of what lasts of it. It is done for each ask there is."""
    place, met = belief.domains.index(there.domain), belief.met.get(there.ask or "", NEW)
    here, moody, free = belief.spread[place], belief.spread[-1], 1 - met.tied
    offset, doubt = _alone(belief, there, met), 0.0 if there.traits else 2 * KIN
    for trait in there.traits:
        mean, spread = own(belief, trait)
        offset, doubt = offset + mean, doubt + spread
    lasting = here[place] + doubt
    varied = free * free * lasting + mood * (mood * moody[-1] - 2 * free * here[-1]) + met.spread
    return there.rung + offset + mood * belief.mean[-1] - belief.mean[place], varied, lasting


def _alone(belief: Belief, there: Line, met: Met) -> float:
    """What is believed of the ask itself; where readiness turned out more, it was harder than thought."""
    if met is NEW:
        return there.off
    return met.mean + met.tied * (belief.news[belief.domains.index(there.domain)] - met.news)


@dataclass(frozen=True, slots=True)
class _Sum:
    """A line added up, as far as it is known. What lasts of it is all but the mood and the ask itself."""

    mean: float
    spread: float
    pull: Sequence[float]  # its covariance with readiness, pace and mood
    lasting: float  # variance of what lasts
    moved: float  # covariance of that with the whole
    met: Met


def _sum(belief: Belief, there: Line, mood: float) -> _Sum:
    """`mood`: how much of the mood of the day is in it."""
    place, met = belief.domains.index(there.domain), belief.met.get(there.ask or "", NEW)
    mean, spread, lasting = _added(belief, there, mood)
    here, moody, free = belief.spread[place], belief.spread[-1], 1 - met.tied
    pull = [mood * m - free * v for v, m in zip(here, moody, strict=True)]
    moved = free * lasting - mood * here[-1]
    return _Sum(mean, spread, pull, lasting, moved, replace(met, mean=_alone(belief, there, met)))


def _doubt(belief: Belief, there: Line) -> float:
    """Variance of what its kind and place have of their own; where they are not told, of any."""
    return sum([own(belief, trait)[1] for trait in there.traits]) if there.traits else 2 * KIN


def seen(belief: Belief, there: Line, likely: Likelihood, mood: float = 1.0) -> tuple[Belief, float]:
    """Bayes: lay what was said over how hard it may have been, and move all that depends on it."""
    now = _sum(belief, there, mood)
    found, kept = _moments(now.mean, sqrt(now.spread), likely)
    move, shrink = (found - now.mean) / now.spread, (1 - kept) / now.spread
    means = [m + p * move for m, p in zip(belief.mean, now.pull, strict=True)]
    rows = [
        tuple([value - p * q * shrink for value, q in zip(row, now.pull, strict=True)])
        for row, p in zip(belief.spread, now.pull, strict=True)
    ]
    news = tuple([n + p * move for n, p in zip(belief.news, now.pull, strict=False)])
    kins = _kins(belief, there, now, move, shrink)
    belief = replace(belief, own=kins, mean=tuple(means), spread=tuple(rows), news=news)
    if there.ask is None:
        return belief, found
    return replace(belief, met={**belief.met, there.ask: _tied(belief, there, now, move, shrink)}), found


def _kins(
    belief: Belief, there: Line, now: _Sum, move: float, shrink: float
) -> Mapping[Trait, tuple[float, float]]:
    free = 1 - now.met.tied
    kins = {}
    for trait in there.traits:
        mean, spread = own(belief, trait)
        pull = free * spread
        kins[trait] = mean + pull * move, spread - pull * pull * shrink
    return {**belief.own, **kins}


def _tied(belief: Belief, there: Line, now: _Sum, move: float, shrink: float) -> Met:
    """What is left of the doubt about the ask itself, and how it hangs together with the rest.

    The parts of the rest are kept as if they told nothing of each other; ask and rest together are as sure as
    they really are.
    """
    met, place = _heard(now.met, there, move, shrink), belief.domains.index(there.domain)
    pull = met.spread - met.tied * now.moved  # covariance of the ask itself with the whole line
    left = now.lasting - now.moved * now.moved * shrink
    both = -met.tied * now.lasting - now.moved * pull * shrink
    alone = met.tied * met.tied * now.lasting + met.spread - pull * pull * shrink
    parts = belief.spread[place][place] + _doubt(belief, there)
    free = (left + both) / parts
    spread = left + 2 * both + alone - free * free * parts
    mean, spread = met.mean + pull * move, max(spread, SURE)
    return replace(met, mean=mean, spread=spread, tied=1 - free, news=belief.news[place])


def _heard(met: Met, there: Line, move: float, shrink: float) -> Met:
    """Note the first word on an ask: where alone it puts it, and how surely, as the step gives both away.

    Of a normal prior (m, v) that becomes (m', v'): shrink = (v - v') / v² is one over the variance of a word
    and what was expected of it together; move / shrink, with move = (m' - m) / v, is how far they lie apart.
    An easy ask not made leaves more doubt than before, so it weighs nothing; its move counts all the same, or
    only those who made it would speak. The rung is in it, or one that the editors change would count twice.
    """
    if met.weight or met.lay:
        return met
    return replace(met, lay=shrink * (there.rung + there.off) + move, weight=shrink)


def own(belief: Belief, trait: Trait) -> tuple[float, float]:
    """What is believed of an offset: nothing yet, but for how far such ones lie apart."""
    return belief.own.get(trait, (0.0, KIN))


def _moments(mean: float, deviation: float, likely: Likelihood) -> tuple[float, float]:
    """The mean once the likelihood is in, and the share of the variance that it leaves."""
    weights = [bell * likely(mean + deviation * t) for t, bell in zip(GRID, BELL, strict=True)]
    total = sum(weights)
    if total <= 0:  # said against all expectation, below what a float can hold
        return mean, 1.0
    first = sum([w * t for w, t in zip(weights, GRID, strict=True)]) / total
    second = sum([w * t * t for w, t in zip(weights, GRID, strict=True)]) / total - first * first
    return mean + deviation * first, min(max(second, 0.02), 1.0)
