"""How frightening an ask is likely to be where it was not rated: from what was rated, and from what was felt.

A guess of one person from what this person said, nothing else; ratings are taken as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp

from bot.coach import sizing
from bot.coach.model import RUNGS, Attempt, Domain, Size, State

AT_START = 5.0  # how frightening an ask on the first rung is taken to be
A_RUNG = 0.7  # how much more the next rung is
REACH = 1.5  # rungs: how far a rating speaks for its neighbours
DOUBT = 0.5  # what the first assessment weighs against one rating on the same rung
PEAK = 0.5  # what a peak weighs against a rating: it is of one day, one place and one person asked
OF_SIZE = {Size.FULL: 1.0, Size.SMALLER: 0.5, Size.IMAGINAL: 0.25}  # they speak for less of the ask
HALF = timedelta(days=28)  # after which a peak weighs half: what frightens changes
NEWEST = 40  # peaks that count in a domain
RECENT = 20  # attempts looked through for surprises
LOOKED_AT = NEWEST + RECENT + 20  # of a domain, for both; some asks told after the fact are on no ladder
FAR = 3  # two ratings that are each off by one differ by 3 or more in about one case of thirty


@dataclass(frozen=True, slots=True)
class Place:
    """Where an ask stands: its key on the ladder, and its rung."""

    key: str
    rung: int


Places = Mapping[str, Place]  # by what names an ask in the log: its id in the bank, or their words


@dataclass(frozen=True, slots=True)
class Peak:
    """How strong an ask was when it was made. `weight`: of 1 for a rating."""

    key: str
    rung: int
    height: int
    weight: float


@dataclass(frozen=True, slots=True)
class Felt:
    """What their attempts say of a domain. `level`: how much more all of it frightens than was assessed."""

    level: float = 0.0
    peaks: tuple[Peak, ...] = ()


NOTHING = Felt()


# --- what the log says


def felt(
    log: Sequence[Attempt], places: Places, sting: Mapping[Domain, int], domain: Domain, now: datetime
) -> Felt:
    """Read the peaks of a domain out of the log; the baseline of the first three attempts sets the level."""
    return _felt(_made(log), places, sting, domain, now)


def _made(log: Sequence[Attempt]) -> list[Attempt]:
    return sorted((attempt for attempt in log if attempt.attempted), key=_when)


def _felt(
    made: Sequence[Attempt], places: Places, sting: Mapping[Domain, int], domain: Domain, now: datetime
) -> Felt:
    here = [a for a in made if a.domain is domain and a.facts.peak is not None and a.ask in places]
    peaks = (_peak(attempt, places[attempt.ask or ""], now) for attempt in here[-NEWEST:])
    return Felt(_level(made[: sizing.BASELINE], places, sting), tuple(peaks))


def _when(attempt: Attempt) -> datetime:
    return attempt.closed_at or attempt.offered_at


def _peak(attempt: Attempt, place: Place, now: datetime) -> Peak:
    age = (now - _when(attempt)) / HALF
    weight = PEAK * OF_SIZE[attempt.size] * 0.5 ** max(age, 0.0)
    return Peak(place.key, place.rung, attempt.facts.peak or 0, weight)


def _level(baseline: Iterable[Attempt], places: Places, sting: Mapping[Domain, int]) -> float:
    """How far the first attempts lie off the first assessment, in all domains: half of it when all are in."""
    off = [
        (OF_SIZE[a.size], a.facts.peak - _line(sting[a.domain])[places[a.ask or ""].rung - 1])
        for a in baseline
        if a.facts.peak is not None and a.ask in places and a.domain in sting
    ]
    return sum(weight * by for weight, by in off) / (sizing.BASELINE + sum(weight for weight, _ in off))


# --- the guesses


def curve(rated: Sequence[tuple[int, int]], sting: int, felt: Felt = NOTHING) -> tuple[float, ...]:
    """Guess the rating on each rung from ratings given as (rung, rating); ten heights of 1-10, never falling.

    The first assessment and the baseline draw a line; each rating and each peak pulls it towards itself,
    the less the farther its rung (a Gaussian kernel over the rungs); where the pulls would make a higher rung
    less frightening than a lower one, the two get their mean (isotonic regression by pooling adjacent
    violators).
    """
    line = _line(sting, felt.level)
    seen = [(rung, rating, 1.0) for rung, rating in rated]
    seen += [(peak.rung, peak.height, peak.weight) for peak in felt.peaks]
    pulled = [line[rung - 1] + _pull(rung, line, seen) for rung in RUNGS]
    return tuple(min(max(height, 1.0), 10.0) for height in _never_falling(pulled))


def of_ask(key: str, height: float, felt: Felt) -> float:
    """Guess one ask: what the curve says of its rung, drawn towards what it was like when it was made."""
    mine = [peak for peak in felt.peaks if peak.key == key]
    total = DOUBT + sum(peak.weight for peak in mine)
    drawn = (DOUBT * height + sum(peak.weight * peak.height for peak in mine)) / total
    return min(max(drawn, 1.0), 10.0)  # a sum of floats can end a hair beyond both


def nearness(rung: int, other: int) -> float:
    """How much one rung says about another, of 1."""
    return exp(-(((rung - other) / REACH) ** 2) / 2)


def _line(sting: int, level: float = 0.0) -> list[float]:
    return [AT_START + level + A_RUNG * (rung - sizing.start_rung(sting)) for rung in RUNGS]


def _pull(rung: int, line: Sequence[float], seen: Sequence[tuple[int, int, float]]) -> float:
    weights = [nearness(rung, there) * weight for there, _, weight in seen]
    off = [height - line[there - 1] for there, height, _ in seen]
    return sum(w * o for w, o in zip(weights, off, strict=True)) / (DOUBT + sum(weights))


def _never_falling(heights: Iterable[float]) -> list[float]:
    pools: list[tuple[float, int]] = []
    for height in heights:
        pool = (height, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, size = pools.pop()
            pool = ((mean * size + pool[0] * pool[1]) / (size + pool[1]), size + pool[1])
        pools.append(pool)
    return [mean for mean, size in pools for _ in range(size)]


# --- surprises


@dataclass(frozen=True, slots=True)
class Said:
    """A rating with the instant it was given, and the place of its ask."""

    place: Place
    rating: int
    at: datetime


def surprises(
    log: Sequence[Attempt],
    places: Places,
    said: Mapping[str, Said],
    sting: Mapping[Domain, int],
    domain: Domain,
    since: datetime | None = None,
) -> tuple[Place, ...]:
    """The asks of a domain that felt far off their rating, or off the guess of that day; newest first.

    One that was rated since is settled. Only the whole ask can surprise: a smaller one says less of it.
    `said` by key.
    """
    whole = [a for a in log if a.domain is domain and a.state is State.DONE and a.size is Size.FULL]
    fresh = (a for a in whole if a.ask in places and (since is None or _when(a) > since))
    known = sorted(fresh, key=_when, reverse=True)[:RECENT]
    made = _made(log)
    off = []
    for attempt in known:
        earlier = [a for a in made if _when(a) < _when(attempt)]
        if _surprising(attempt, earlier, places, said, sting):
            off.append(places[attempt.ask or ""])
    return tuple(off)


def _surprising(
    attempt: Attempt,
    earlier: Sequence[Attempt],
    places: Places,
    said: Mapping[str, Said],
    sting: Mapping[Domain, int],
) -> bool:
    height = attempt.facts.anticipated if attempt.facts.peak is None else attempt.facts.peak
    place, at = places[attempt.ask or ""], _when(attempt)
    rated = said.get(place.key)
    if height is None or (rated is not None and rated.at >= at):
        return False
    if rated is not None:
        return abs(height - rated.rating) >= FAR
    before = _felt(earlier, places, sting, attempt.domain, at)
    ratings = [(one.place.rung, one.rating) for one in said.values() if one.at < at]
    guess = of_ask(place.key, curve(ratings, sting[attempt.domain], before)[place.rung - 1], before)
    return abs(height - guess) >= FAR
