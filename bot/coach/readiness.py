"""How ready a person is, as far as the log can tell: what each entry, and the time between, does to a belief.

It says what distress an ask will bring and how sure that is. What is allowed is for the guards of `sizing`,
and nothing here moves them. tests/benchmarks/sizing.py compares it with other policies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import exp, sqrt
from types import MappingProxyType

from bot.coach.belief import DREAD, MOOD, Belief, Likelihood, Line, Row, line, seen
from bot.coach.distress import felt, slope, useful
from bot.coach.model import Attempt, Challenge, Domain, Facts, Outcome, Size

# Readiness and difficulty in rungs, distress in points of 1-10. [g] where science.md has no figure; tuned on
# the seeds of the bench from 100 on.
MIDDLING = 5  # the rung that the first self-assessment is taken to speak of
FIRST = 3.5  # readiness of somebody unknown
ALIKE, APART = 1.7, 0.8  # variance that the domains of a person share, and of each alone
STING, RATING, BEFORE, PEAK = 2.4, 1.6, 1.5, 1.2  # variances of what people say
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
MEANT = 0.0  # share of the mood of the day in a rating: it is of the ask as such


# --- what is known


def begin(sting: Mapping[Domain, int]) -> Belief:
    """What the first self-assessment says, taken as the rating of a middling ask of each domain."""
    domains = tuple(domain for domain in Domain if domain in sting)
    rows = [(*(ALIKE + (APART if a is b else 0) for b in domains), 0.0) for a in domains]
    apart = (0.0,) * len(domains)
    spread = (*((*row, 0.0) for row in rows), (*apart, PACES, 0.0), (*apart, 0.0, MOOD))
    belief = Belief(domains, (FIRST,) * len(domains) + (PACE, 0.0), spread, news=apart)
    for domain in domains:
        belief, _ = seen(belief, Line(domain, MIDDLING), _near(sting[domain], STING))
    return belief


def rated(belief: Belief, ask: Challenge, rating: int, day: date) -> Belief:
    """What the person's own rating of a challenge, 1-10, says of it and of all others."""
    if ask.domain not in belief.domains:
        return belief
    return seen(belief, line(ask, day), _near(rating - belief.shift, RATING), MEANT)[0]


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
    return seen(belief, Line(domain, rung), _near(*WISHED[steps]))[0]


def after(belief: Belief, attempt: Attempt, ask: Challenge | None) -> Belief:
    """Take in one decided entry of the log: made, or let go. `ask`: what it was, if that is known."""
    belief = until(belief, attempt.day)
    if attempt.domain not in belief.domains:
        return belief
    traits = tuple(trait for trait in (ask and ask.kind, attempt.context) if trait)
    there = Line(attempt.domain, attempt.rung, attempt.ask, traits, ask.off(attempt.day) if ask else 0.0)
    belief, hard = seen(belief, there, _said(attempt, belief.dread, belief.shift))
    if not attempt.attempted:
        return belief
    return _grown(belief, attempt, felt(hard - EASED[attempt.size]))


def feared(belief: Belief, ask: Challenge, anticipated: int) -> Belief:
    """What is said of an ask before it is made tells of it and, through the mood, of the whole day."""
    likely = _near(anticipated - belief.dread, BEFORE)
    return seen(belief, line(ask, belief.day), likely)[0]


# --- the step


def foreseen(belief: Belief, now: tuple[float, float]) -> tuple[float, float]:
    """What a rating of an ask this hard would do: standard deviation of the mean after it, variance left."""
    mean, spread = now
    mood = belief.spread[-1][-1]
    known = spread - mood  # a rating does not tell of tomorrow's mood
    told = known / (known + RATING / slope(mean) ** 2)
    return sqrt(known * told), known * (1 - told) + mood


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
