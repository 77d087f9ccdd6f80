"""Simulated people for the sizing bench: what science.md says of practice, a number for what it leaves open.

Knows no policy. Every number is an assumption that the bench halves and doubles; marks as in science.md:
[s] read in a source, [g] general knowledge, a guess to be varied. All chance of a person is drawn beforehand,
so that every policy meets the same people on the same days.

Written before the model. One number was then set to what science.md reports of a rough simulation: `edge`, so
that gain follows the share of days in band for every policy (by calendar, a staircase, an oracle; not ours).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import exp
from random import Random  # noqa: TID251  a simulation is made of dice, the same again for the same seed

from bot.coach.model import Challenge, Context, Domain, Kind

MONDAY = date(2026, 1, 5)
BAND = (4.0, 7.0)  # useful distress
LOOKS = 3  # asks at most that somebody looks at on one day
QUESTIONS = 8  # at most that are answered on one evening


@dataclass(frozen=True, slots=True)
class Assumptions:
    """How people are. Distress 1-10, readiness and difficulty in rungs."""

    readiness: float = 3.5  # where people begin [g]
    readiness_spread: float = 1.3
    domain_spread: float = 0.9  # of one person's domains round their own mean
    steepness: float = 2.25  # rungs; an ask one rung harder is one point of distress more in the middle
    fears: float = 1.2  # own offset of each challenge; a quarter is the place, a quarter the kind of ask [g]
    bank_error: float = 0.5  # the bank's rung against what people find on average
    mood: float = 0.6  # of the day, on difficulty
    habituation: float = 0.2  # rungs of readiness for an attempt of useful size [g]
    habituation_spread: float = 0.5  # log-normal: people differ by a factor of e to this
    edge: float = 1.0  # points of distress beside the useful band at which nothing is learnt any more
    sensitising: float = 0.5  # what each point of distress above 8.5 takes away, in useful attempts
    transfer: float = 0.4  # to the other domains
    sameness: float = 0.2  # share of learning lost in the same place as last time [s: vary places]
    forgetting: float = 0.03  # rungs a day, from the third idle day on, never below the start
    imaginary: float = 0.6  # learning from the smaller version, against the whole ask
    noise: float = 0.8  # of a report of distress
    honesty: float = 0.7  # spread of a person's own shift of what they report afterwards
    dread: float = 0.5  # anticipated distress above what comes [s: prediction errors], and its spread
    sting_noise: float = 1.5  # of the first self-assessment
    rating_noise: float = 1.2  # of a rating of a challenge never tried
    silence: float = 0.1  # a question not answered
    prediction: float = 40.0  # points of the chance of a no that a rung of readiness moves
    busy: float = 0.12  # share of days without time, differing by person
    courage: float = 2.0  # expected distress above 6 at which half do not go
    courage_spread: float = 0.7
    smaller: float = 0.35  # of those who would not go, take the smaller version
    agreeing: float = 0.75  # share of proposals of another ask that are taken
    obliging: float = 0.7  # of questions about an ask that may come, not left alone; beside `silence` [g]
    breaks: float = 0.35  # of people are away once, one or two weeks, on a pause
    leaving: float = 0.002  # a day, whatever happens
    overwhelmed: float = 0.012  # a day and point of distress above 8, leaves
    bored: float = 0.01  # a day, for somebody whose asks are all too easy [s: too slow raises dropout]
    discouraged: float = 0.005  # a day, for each day not attempted after the second in a row


@dataclass(frozen=True, slots=True)
class Luck:
    """One day's dice, thrown before any policy plays."""

    mood: float
    anticipated: tuple[float, ...]  # of the first ask, and of those proposed in its place
    peak: float
    chance: float
    again: float
    felt: tuple[float, ...]  # how far fear of each lies off, beside the person's dread
    time: float
    going: float
    small: float
    going_small: float
    told: float
    said: tuple[float, float, float]
    leaves: float
    roll: float
    agrees: tuple[float, ...]  # to another ask in place of the first, and of the second


@dataclass(slots=True)
class World:
    """The bank and how hard its asks really are; the same for all people of a seed."""

    bank: Sequence[Challenge]
    hard: list[float]
    index: dict[str, int]


def world(bank: Sequence[Challenge], how: Assumptions, seed: int) -> World:
    dice = Random(f"world {seed}")  # noqa: S311  not a secret
    hard = [c.rung + dice.gauss(0, how.bank_error) for c in bank]
    return World(bank, hard, {c.id: n for n, c in enumerate(bank)})


@dataclass(slots=True)
class Somebody:
    """What only the simulation (and the oracle) can see."""

    how: Assumptions
    domains: tuple[Domain, ...]
    start: dict[Domain, float]
    fears: list[float]
    habituation: float
    shift: float
    dread: float
    noise: float
    courage: float
    busy: float
    away: range
    days: list[Luck]
    ratings: list[float]  # the noise of rating each challenge
    obliges: list[tuple[float, ...]] = field(default_factory=list)  # a die for each question of an evening
    sting: dict[Domain, int] = field(default_factory=dict)

    def distress(self, difficulty: float, readiness: float) -> float:
        return 1 + 9 / (1 + exp(-(difficulty - readiness) / self.how.steepness))

    def rating(self, difficulty: float, readiness: float, noise: float) -> int:
        return keypad(self.distress(difficulty, readiness) + self.shift + noise)


def keypad(value: float) -> int:
    return min(max(round(value), 1), 10)


def somebody(there: World, how: Assumptions, seed: int, number: int, days: int) -> Somebody:
    dice = Random(f"somebody {seed} {number}")  # noqa: S311  no secret
    mean = dice.gauss(how.readiness, how.readiness_spread)
    count = dice.choices((1, 2, 3, 4), (25, 45, 20, 10))[0]
    domains = tuple(sorted(dice.sample(list(Domain), count), key=list(Domain).index))
    begins = dice.randrange(days)
    made = Somebody(
        how=how,
        domains=domains,
        start={d: min(max(mean + dice.gauss(0, how.domain_spread), 0), 9) for d in Domain if d in domains},
        fears=_fears(there, how, dice),
        habituation=how.habituation * exp(dice.gauss(0, how.habituation_spread)),
        shift=dice.gauss(0, how.honesty),
        dread=dice.gauss(how.dread, how.dread),
        noise=how.noise * exp(dice.gauss(0, 0.3)),
        courage=6 + dice.gauss(how.courage, how.courage_spread),
        busy=dice.betavariate(20 * how.busy, 20 * (1 - how.busy)),
        away=range(begins, begins + dice.choice((7, 10, 14))) if dice.random() < how.breaks else range(0),
        days=[_luck(dice) for _ in range(days)],
        ratings=[dice.gauss(0, how.rating_noise) for _ in there.bank],
    )
    evenings = Random(f"evenings {seed} {number}")  # noqa: S311  dice of their own: the others stay as they were
    made.obliges = [tuple(evenings.random() for _ in range(QUESTIONS)) for _ in range(days)]
    made.sting = {d: made.rating(5, made.start[d], dice.gauss(0, how.sting_noise)) for d in domains}
    return made


def _fears(there: World, how: Assumptions, dice: Random) -> list[float]:
    places: dict[Context | None, float] = {place: dice.gauss(0, how.fears / 2) for place in Context}
    kinds = {kind: dice.gauss(0, how.fears / 2) for kind in Kind}
    own = how.fears / 2**0.5
    return [places[c.context] + kinds[c.kind] + dice.gauss(0, own) for c in there.bank]


def _luck(dice: Random) -> Luck:
    even = dice.random
    mood, peak, chance, again = [dice.gauss(0, 1) for _ in range(4)]
    return Luck(
        mood=mood,
        anticipated=tuple(dice.gauss(0, 1) for _ in range(LOOKS)),
        peak=peak,
        chance=chance,
        again=again,
        felt=tuple(dice.gauss(0, 1) for _ in range(LOOKS)),
        said=(even(), even(), even()),
        time=even(),
        going=even(),
        small=even(),
        going_small=even(),
        told=even(),
        leaves=even(),
        roll=even(),
        agrees=tuple(even() for _ in range(LOOKS - 1)),
    )
