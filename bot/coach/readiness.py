"""How ready a person is, as far as the log can tell: a Bayesian filter, one step an entry.

A normal belief over the readiness of each domain, the pace of this person and the mood of the day, and beside
it over what frightens them of their own: a challenge, a kind of ask, a place. It says what distress an ask
will bring and how sure that is. What is allowed is for the guards of `sizing`, and nothing here moves them.

The step is assumed-density filtering. How hard an ask was is a line, rung + own offsets + mood - readiness.
The likelihood of all that was said is laid over it on a grid; two moments of the product go back into the
belief as in Kalman's filter. So a scale that ends at 1 and 10, a silence and a day not attempted are taken as
what they are. tests/benchmarks/sizing.py compares it with other policies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import exp, sqrt
from types import MappingProxyType

from bot.coach.distress import felt, useful
from bot.coach.model import Attempt, Challenge, Context, Domain, Facts, Kind, Outcome, Size

# Readiness and difficulty in rungs, distress in points of 1-10. [g] where science.md has no figure; tuned on
# the seeds of the bench from 100 on.
MIDDLING = 5  # the rung that the first self-assessment is taken to speak of
FIRST = 3.5  # readiness of somebody unknown
ALIKE, APART = 1.7, 0.8  # variance that the domains of a person share, and of each alone
KIN = 0.36  # variance of what a kind of ask, or a place, has of its own for somebody
UNMET = 0.8  # variance of what else a challenge has
UNKNOWN = UNMET + 2 * KIN  # of an ask of which only the rung is known
MOOD = 0.4  # variance of a day
STING, RATING, BEFORE, PEAK = 2.4, 2.0, 1.5, 1.2  # variances of what people say
DREAD = 0.5  # how far what is anticipated lies above what comes
DREADS, SHIFTS = 0.25, 0.49  # variances, among people, of that, and of how they tell of it afterwards
SCATTER = 1.8  # variance of what is anticipated less what is told afterwards, for one person
FREE = 0.88  # share of days with time for an ask
COURAGE, NERVE = 8.0, 0.8  # distress at which half go, and how sharply that turns
PACE, PACES = 0.18, 0.008  # rungs for a useful attempt, and the variance of that between people
SPILLS = 0.4  # its share in other domains, as long as those are behind
TELLS = 0.12  # how far a changed prediction moves what is taken to be learnt
DRIFT = 0.015  # variance a day
FADES, IDLE, FADED = 0.02, 2, 60  # rungs lost a day, from the third idle one to the sixtieth
WISHED = MappingProxyType(
    {-1: (8, 4.0), 1: (3, 4.0)}
)  # asking for easier or harder tells of such a distress, this surely
EASED = MappingProxyType({Size.FULL: 0.0, Size.SMALLER: 2.0, Size.IMAGINAL: 3.5})  # rungs below the whole ask
FAINT = MappingProxyType({Size.FULL: 1.0, Size.SMALLER: 0.6, Size.IMAGINAL: 0.4})  # share learnt, and told
GRID = tuple(step * 0.75 for step in range(-4, 5))  # standard deviations
KINS = frozenset((*Kind, *Context))
BELL = tuple(exp(-t * t / 2) for t in GRID)

Row = tuple[float, ...]
Trait = str  # id of a challenge, its kind, its place: each has an offset of its own for somebody
Likelihood = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Belief:
    """Means and covariances: readiness in the order of `domains`, then the pace; offsets apart."""

    domains: tuple[Domain, ...]
    mean: Row
    spread: tuple[Row, ...]
    own: Mapping[Trait, tuple[float, float]] = field(default_factory=dict)  # mean and variance
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


# --- what is known


def begin(sting: Mapping[Domain, int]) -> Belief:
    """What the first self-assessment says, taken as the rating of a middling ask of each domain."""
    domains = tuple(domain for domain in Domain if domain in sting)
    rows = [(*(ALIKE + (APART if a is b else 0) for b in domains), 0.0) for a in domains]
    apart = (0.0,) * len(domains)
    spread = (*((*row, 0.0) for row in rows), (*apart, PACES, 0.0), (*apart, 0.0, MOOD))
    belief = Belief(domains, (FIRST,) * len(domains) + (PACE, 0.0), spread)
    for domain in domains:
        belief, _ = _seen(belief, domain, MIDDLING, (), _near(sting[domain], STING))
    return belief


def rated(belief: Belief, ask: Challenge, rating: int) -> Belief:
    """What the person's own rating of a challenge, 1-10, says of it and of all others."""
    if ask.domain not in belief.domains:
        return belief
    return _seen(belief, ask.domain, ask.rung, traits(ask), _near(rating, RATING))[0]


def traits(ask: Challenge) -> tuple[Trait, ...]:
    return (ask.id, ask.kind, ask.context) if ask.context else (ask.id, ask.kind)


def until(belief: Belief, day: date) -> Belief:
    """Let time pass: every day widens the doubt, idle ones let readiness drift down a little."""
    if belief.day is None:
        return replace(belief, day=day)
    if day <= belief.day:
        return belief
    days = (day - belief.day).days
    since = (belief.day - (belief.active or belief.day)).days
    lost = FADES * (_idle(since + days) - _idle(since))
    mean = (*[m - lost for m in belief.mean[:-2]], belief.mean[-2], 0.0)
    return replace(belief, mean=mean, spread=_widened(belief, days), day=day)


def _idle(days: int) -> int:
    return min(max(days, IDLE), FADED)


def wished(belief: Belief, domain: Domain, rung: int, steps: int) -> Belief:
    """What the wish for easier (-1) or harder (+1) asks than those of this rung says."""
    if domain not in belief.domains:
        return belief
    return _seen(belief, domain, rung, (), _near(*WISHED[steps]))[0]


def after(belief: Belief, attempt: Attempt, kind: Kind | None) -> Belief:
    """Take in one decided entry of the log: made, or let go. `kind` is that of its ask, if known."""
    belief = until(belief, attempt.day)
    if attempt.domain not in belief.domains:
        return belief
    met = tuple(trait for trait in (attempt.ask, kind, attempt.context) if trait)
    belief, hard = _seen(
        belief, attempt.domain, attempt.rung, met, _said(attempt, belief.dread, belief.shift)
    )
    if not attempt.attempted:
        return belief
    return _grown(belief, attempt, felt(hard - EASED[attempt.size]))


def feared(belief: Belief, ask: Challenge, anticipated: int) -> Belief:
    """What is said of an ask before it is made tells of it and, through the mood, of the whole day."""
    likely = _near(anticipated - belief.dread, BEFORE)
    return _seen(belief, ask.domain, ask.rung, traits(ask), likely)[0]


# --- the step


def _seen(
    belief: Belief, domain: Domain, rung: int, met: Sequence[Trait], likely: Likelihood
) -> tuple[Belief, float]:
    """Bayes: lay what was said over how hard it may have been, and move all that depends on it."""
    place = belief.domains.index(domain)
    known = {trait: own(belief, trait) for trait in met}
    offset = sum([mean for mean, _ in known.values()])
    doubt = sum([spread for _, spread in known.values()]) if met else UNKNOWN
    moody = belief.spread[-1]
    pull = [m - v for v, m in zip(belief.spread[place], moody, strict=True)]  # covariance with the hardness
    mean, spread = rung + offset + belief.mean[-1] - belief.mean[place], pull[-1] - pull[place] + doubt
    found, kept = _moments(mean, sqrt(spread), likely)
    move, shrink = (found - mean) / spread, (1 - kept) / spread
    met_now = {trait: (m + s * move, s - s * s * shrink) for trait, (m, s) in known.items()}
    means = tuple([m + p * move for m, p in zip(belief.mean, pull, strict=True)])
    rows = [
        tuple([value - p * q * shrink for value, q in zip(row, pull, strict=True)])
        for row, p in zip(belief.spread, pull, strict=True)
    ]
    return replace(belief, mean=means, spread=tuple(rows), own={**belief.own, **met_now}), found


def own(belief: Belief, trait: Trait) -> tuple[float, float]:
    """What is believed of an offset: nothing yet, but for how far such ones lie apart."""
    return belief.own.get(trait) or (0.0, KIN if trait in KINS else UNMET)


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


def _said(attempt: Attempt, dread: float, shift: float) -> Likelihood:
    """The likelihood of an entry, given how hard the whole ask was: the reports, and whether they went."""
    facts, eased, weight = attempt.facts, EASED[attempt.size], FAINT[attempt.size]
    went, backed_out = attempt.attempted, facts.outcome is Outcome.BACKED_OUT
    peak = facts.peak and facts.peak - shift
    reports = [(peak, 2 * PEAK), (facts.anticipated and facts.anticipated - dread, 2 * BEFORE)]
    told = [(report, spread / weight) for report, spread in reports if report is not None]

    def likely(hard: float) -> float:
        feeling = felt(hard - eased)
        goes = 1 / (1 + exp((feeling - COURAGE) / NERVE))
        chance = goes if went else 1 - goes if backed_out else 1 - FREE * goes
        return chance * exp(-sum([(feeling - report) ** 2 / spread for report, spread in told]))

    return likely


def _apart(belief: Belief, facts: Facts) -> Belief:
    """Note how far what was anticipated lay from what is told."""
    if facts.anticipated is None or facts.peak is None:
        return belief
    gap = facts.anticipated - facts.peak - DREAD
    return replace(belief, apart=belief.apart + gap, told=belief.told + 1)


def _grown(belief: Belief, attempt: Attempt, distress: float) -> Belief:
    """An attempt makes ready at the person's pace; a prediction that changed tells how much."""
    use = useful(distress) * FAINT[attempt.size]
    before, again = attempt.facts.chance, attempt.facts.again
    pace = max(belief.mean[-2], 0.0)
    if before is not None and again is not None:
        pace += TELLS * ((before - again) / 40 - pace)
    shares = [*_shares(belief, attempt.domain, use), 0.0, 0.0]
    mean = [m + pace * share for m, share in zip(belief.mean, shares, strict=True)]
    spread = _paced(belief.spread, shares)
    return replace(_apart(belief, attempt.facts), mean=tuple(mean), spread=spread, active=attempt.day)


def _shares(belief: Belief, domain: Domain, use: float) -> list[float]:
    """What of an attempt each domain gets: none gets ahead of the practised one by it."""
    here = belief.mean[belief.domains.index(domain)]
    behind = [m < here for m in belief.mean[:-2]]
    return [
        use if d is domain else use * SPILLS * late for d, late in zip(belief.domains, behind, strict=True)
    ]


def _paced(spread: tuple[Row, ...], shares: Sequence[float]) -> tuple[Row, ...]:
    """Covariances once every readiness has grown by its share of a pace that is itself in doubt."""
    last = spread[-2]
    rows = [
        [v + s * p for v, p in zip(row, last, strict=True)] for row, s in zip(spread, shares, strict=True)
    ]
    return tuple([tuple([v + row[-2] * s for v, s in zip(row, shares, strict=True)]) for row in rows])


def _widened(belief: Belief, days: int) -> tuple[Row, ...]:
    """Doubt grows by the day, up to that of somebody unknown."""
    rows = []
    for place, row in enumerate(belief.spread[:-2]):
        wider = min(row[place] + DRIFT * days, max(row[place], ALIKE + APART))
        rows.append((*row[:place], wider, *row[place + 1 : -1], 0.0))
    return (*rows, (*belief.spread[-2][:-1], 0.0), (*(0.0 for _ in belief.mean[1:]), MOOD))
