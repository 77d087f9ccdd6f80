"""How ready a person is, as far as the log can tell: a Bayesian filter, one step an entry.

A normal belief over the readiness of each domain and the person's own offset of each challenge they met.
It says what distress an ask will bring, how sure that is, and what the ask is worth. What is allowed is for
the guards of `sizing`, and nothing here moves them.

The step is assumed-density filtering. How hard an ask was is a line, hardness = rung + offset - readiness.
The likelihood of all that was said is laid over it on a grid; two moments of the product go back into the
belief as in Kalman's filter. So a scale that ends at 1 and 10, a silence and a day not attempted are taken as
what they are. tests/benchmarks/sizing.py compares it with other policies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import erf, exp, log, sqrt
from types import MappingProxyType

from bot.coach.model import RUNGS, Attempt, Domain, Facts, Outcome, Size

# Readiness and difficulty in rungs, distress in points of 1-10. [g] where science.md has no figure; the bench
# hardly depends on any one of them.
STEEP = 2.25  # beside the middle of the scale one rung is one point of distress
MIDDLING = 5  # the rung that the first self-assessment is taken to speak of
FIRST = 3.5  # readiness of somebody unknown
ALIKE, APART = 1.7, 0.8  # variance that the domains of a person share, and of each alone
UNMET = (0.0, 1.5)  # a challenge's own offset before it was met: mean and variance
MOOD = 0.4  # variance of a day
STING, RATING, BEFORE, PEAK = 2.9, 2.0, 1.5, 1.2  # variances of what people say
DREAD, DREADED = 0.5, 4  # anticipated above peak, and the weight of that until a person's own is known
FREE = 0.88  # share of days with time for an ask
COURAGE, NERVE = 8.0, 0.8  # distress at which half go, and how sharply that turns
PACE, PACES = 0.18, 0.008  # rungs for a useful attempt, and the variance of that between people
SPILLS = 0.4  # its share in other domains, as long as those are behind
TELLS = 0.12  # how far a changed prediction moves what is taken to be learnt
DRIFT = 0.03  # variance a day
FADES, IDLE, FADED = 0.02, 2, 60  # rungs lost a day, from the third idle one to the sixtieth
WISHED = MappingProxyType(
    {-1: (8, 4.0), 1: (3, 4.0)}
)  # asking for easier or harder tells of such a distress, this surely
EASED = MappingProxyType({Size.FULL: 0.0, Size.SMALLER: 2.0, Size.IMAGINAL: 3.5})  # rungs below the whole ask
FAINT = MappingProxyType({Size.FULL: 1.0, Size.SMALLER: 0.6, Size.IMAGINAL: 0.4})  # share learnt, and told
OVERSHOT = 0.2  # cost of overwhelming, against the gain of the useful band
EDGES = tuple(STEEP * log((distress - 1) / (10 - distress)) for distress in (4, 7, 8))  # band, overwhelming
START = 5.0  # expected distress of the first ask
FIFTH = 0.84  # standard deviations below the mean at which a fifth of the normal lies
GRID = tuple(step * 0.75 for step in range(-4, 5))  # standard deviations
BELL = tuple(exp(-t * t / 2) for t in GRID)

Row = tuple[float, ...]
Likelihood = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Belief:
    """Means and covariances: readiness in the order of `domains`, then the pace; offsets apart."""

    domains: tuple[Domain, ...]
    mean: Row
    spread: tuple[Row, ...]
    own: Mapping[str, tuple[float, float]] = field(default_factory=dict)  # mean and variance
    dread: float = DREAD
    told: int = 0  # times that both anticipated and peak were said
    day: date | None = None  # up to which time has passed
    active: date | None = None  # of the last attempt


@dataclass(frozen=True, slots=True)
class Guess:
    """How hard an ask will be: rungs above readiness, 0 being the middle of the scale."""

    mean: float
    spread: float  # variance, the mood of the day included

    @property
    def distress(self) -> float:
        return felt(self.mean)

    @property
    def worth(self) -> float:
        """The probability of the useful band, less the cost of overwhelming."""
        root = sqrt(2 * self.spread)
        low, high, over = [erf((edge - self.mean) / root) for edge in EDGES]
        return (high - low - OVERSHOT * (1 - over)) / 2


def felt(hardness: float) -> float:
    """Distress of an ask this many rungs above readiness."""
    return 1 + 9 / (1 + exp(-hardness / STEEP))


# --- what is known


def begin(sting: Mapping[Domain, int]) -> Belief:
    """What the first self-assessment says, taken as the rating of a middling ask of each domain."""
    domains = tuple(domain for domain in Domain if domain in sting)
    rows = [(*(ALIKE + (APART if a is b else 0) for b in domains), 0.0) for a in domains]
    spread = (*rows, (0.0,) * len(domains) + (PACES,))
    belief = Belief(domains, (FIRST,) * len(domains) + (PACE,), spread)
    for domain in domains:
        belief, _ = _seen(belief, domain, MIDDLING, None, _near(sting[domain], STING))
    return belief


def rated(belief: Belief, domain: Domain, rung: int, challenge: str, rating: int) -> Belief:
    """What the person's own rating of a challenge, 1-10, says of it and of all others."""
    if domain not in belief.domains:
        return belief
    return _seen(belief, domain, rung, challenge, _near(rating, RATING))[0]


def until(belief: Belief, day: date) -> Belief:
    """Let time pass: every day widens the doubt, idle ones let readiness drift down a little."""
    if belief.day is None:
        return replace(belief, day=day)
    if day <= belief.day:
        return belief
    days = (day - belief.day).days
    since = (belief.day - (belief.active or belief.day)).days
    lost = FADES * (_idle(since + days) - _idle(since))
    mean = (*[m - lost for m in belief.mean[:-1]], belief.mean[-1])
    return replace(belief, mean=mean, spread=_widened(belief, days), day=day)


def _idle(days: int) -> int:
    return min(max(days, IDLE), FADED)


def wished(belief: Belief, domain: Domain, rung: int, steps: int) -> Belief:
    """What the wish for easier (-1) or harder (+1) asks than those of this rung says."""
    if domain not in belief.domains:
        return belief
    return _seen(belief, domain, rung, None, _near(*WISHED[steps]))[0]


def after(belief: Belief, attempt: Attempt) -> Belief:
    """Take in one decided entry of the log: made, or let go."""
    belief = until(belief, attempt.day)
    if attempt.domain not in belief.domains:
        return belief
    belief, hard = _seen(belief, attempt.domain, attempt.rung, attempt.ask, _said(attempt, belief.dread))
    if not attempt.attempted:
        return belief
    return _grown(belief, attempt, felt(hard - EASED[attempt.size]))


# --- what to expect


def guess(belief: Belief, domain: Domain, rung: int, challenge: str = "") -> Guess:
    """What a challenge will be like; without a name, a typical ask of the rung."""
    place = belief.domains.index(domain)
    offset, doubt = belief.own.get(challenge, UNMET)
    return Guess(rung + offset - belief.mean[place], belief.spread[place][place] + doubt + MOOD)


def first_rung(belief: Belief, domain: Domain) -> int:
    """Where to begin: the highest rung whose typical ask is expected a little below mid-band."""
    calm = (rung for rung in RUNGS if guess(belief, domain, rung).distress <= START)
    return max(calm, default=RUNGS[0])


def open_rung(belief: Belief, domain: Domain) -> int:
    """The highest rung that may hold a fitting ask: where the guards begin to count."""
    return max((rung for rung in RUNGS if bears(belief, domain, rung)), default=RUNGS[0])


def bears(belief: Belief, domain: Domain, rung: int) -> bool:
    """Whether one ask in five of this rung is expected not to be too much; which one is still chosen."""
    seen = guess(belief, domain, rung)
    return seen.mean - FIFTH * sqrt(seen.spread) <= EDGES[1]


# --- the step


def _seen(
    belief: Belief, domain: Domain, rung: int, name: str | None, likely: Likelihood
) -> tuple[Belief, float]:
    """Bayes: lay what was said over how hard it may have been, and move all that depends on it."""
    place = belief.domains.index(domain)
    offset, doubt = belief.own.get(name or "", UNMET)
    pull = [-value for value in belief.spread[place]]  # covariance of each readiness with the hardness
    mean, spread = rung + offset - belief.mean[place], -pull[place] + doubt + MOOD
    found, kept = _moments(mean, sqrt(spread), likely)
    move, shrink = (found - mean) / spread, (1 - kept) / spread
    met = {name: (offset + doubt * move, doubt - doubt * doubt * shrink)} if name else {}
    means = tuple([m + p * move for m, p in zip(belief.mean, pull, strict=True)])
    rows = [
        tuple([value - p * q * shrink for value, q in zip(row, pull, strict=True)])
        for row, p in zip(belief.spread, pull, strict=True)
    ]
    return replace(belief, mean=means, spread=tuple(rows), own={**belief.own, **met}), found


def _moments(mean: float, deviation: float, likely: Likelihood) -> tuple[float, float]:
    """The mean once the likelihood is in, and the share of the variance that it leaves."""
    weights = [bell * likely(mean + deviation * t) for t, bell in zip(GRID, BELL, strict=True)]
    total = sum(weights)
    if total <= 0:  # said against all expectation, below what a float can hold
        return mean, 1.0
    first = sum([w * t for w, t in zip(weights, GRID, strict=True)]) / total
    second = sum([w * t * t for w, t in zip(weights, GRID, strict=True)]) / total - first * first
    return mean + deviation * first, min(max(second, 0.02), 1.0)


def _near(rating: float, spread: float) -> Likelihood:
    return lambda hard: exp(-((felt(hard) - rating) ** 2) / (2 * spread))


def _said(attempt: Attempt, dread: float) -> Likelihood:
    """The likelihood of an entry, given how hard the whole ask was: the reports, and whether they went."""
    facts, eased, weight = attempt.facts, EASED[attempt.size], FAINT[attempt.size]
    went, backed_out = attempt.attempted, facts.outcome is Outcome.BACKED_OUT
    reports = [(facts.peak, 2 * PEAK), (facts.anticipated and facts.anticipated - dread, 2 * BEFORE)]
    told = [(report, spread / weight) for report, spread in reports if report is not None]

    def likely(hard: float) -> float:
        feeling = felt(hard - eased)
        goes = 1 / (1 + exp((feeling - COURAGE) / NERVE))
        chance = goes if went else 1 - goes if backed_out else 1 - FREE * goes
        return chance * exp(-sum([(feeling - report) ** 2 / spread for report, spread in told]))

    return likely


def _dread(belief: Belief, facts: Facts) -> tuple[float, int]:
    """How far this person's anticipation lies above what comes, and how often that was seen."""
    if facts.anticipated is None or facts.peak is None:
        return belief.dread, belief.told
    told = belief.told + 1
    return belief.dread + (facts.anticipated - facts.peak - belief.dread) / (told + DREADED), told


def _grown(belief: Belief, attempt: Attempt, distress: float) -> Belief:
    """An attempt makes ready at the person's pace; a prediction that changed tells how much."""
    use = useful(distress) * FAINT[attempt.size]
    before, again = attempt.facts.chance, attempt.facts.again
    pace = max(belief.mean[-1], 0.0)
    if before is not None and again is not None:
        pace += TELLS * ((before - again) / 40 - pace)
    shares = [*_shares(belief, attempt.domain, use), 0.0]
    mean = [m + pace * share for m, share in zip(belief.mean, shares, strict=True)]
    dread, told = _dread(belief, attempt.facts)
    spread = _paced(belief.spread, shares)
    return replace(belief, mean=tuple(mean), spread=spread, dread=dread, told=told, active=attempt.day)


def _shares(belief: Belief, domain: Domain, use: float) -> list[float]:
    """What of an attempt each domain gets: none gets ahead of the practised one by it."""
    here = belief.mean[belief.domains.index(domain)]
    behind = [m < here for m in belief.mean[:-1]]
    return [
        use if d is domain else use * SPILLS * late for d, late in zip(belief.domains, behind, strict=True)
    ]


def _paced(spread: tuple[Row, ...], shares: Sequence[float]) -> tuple[Row, ...]:
    """Covariances once every readiness has grown by its share of a pace that is itself in doubt."""
    last = spread[-1]
    rows = [
        [v + s * p for v, p in zip(row, last, strict=True)] for row, s in zip(spread, shares, strict=True)
    ]
    return tuple([tuple([v + row[-1] * s for v, s in zip(row, shares, strict=True)]) for row in rows])


def useful(distress: float) -> float:
    """What an attempt teaches: all in the band of 4-7, less beside it, a step back where it overwhelms."""
    beside = max(4 - distress, distress - 7, 0)
    return max(1 - beside / 1.5, 0) - 0.5 * max(distress - 8.5, 0)


def _widened(belief: Belief, days: int) -> tuple[Row, ...]:
    """Doubt grows by the day, up to that of somebody unknown."""
    rows = []
    for place, row in enumerate(belief.spread[:-1]):
        wider = min(row[place] + DRIFT * days, max(row[place], ALIKE + APART))
        rows.append((*row[:place], wider, *row[place + 1 :]))
    return (*rows, belief.spread[-1])
