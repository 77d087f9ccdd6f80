"""A simulated life: what somebody feels, does, tells and learns of the asks that a policy chooses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from math import exp
from typing import Protocol

from bot.coach import debrief
from bot.coach.model import Attempt, Cause, Challenge, Context, Domain, Facts, Outcome, Size, State, Why
from tests.benchmarks.simulated import BAND, MONDAY, Assumptions, Luck, Somebody, World, keypad

MORNING = datetime(2026, 1, 5, 8, tzinfo=UTC)
PLAN = 5  # days of seven [s]


@dataclass(frozen=True, slots=True)
class Offer:
    challenge: int  # its place in the bank
    why: Why
    look: int = 0  # the first of the day, or one in its place


class Policy(Protocol):
    """Chooses each planned morning and is told what became of it, as the bot's log has it."""

    def offer(self, day: int, roll: float) -> Offer: ...

    def instead(self, day: int, offer: Offer, anticipated: int) -> Offer | None:
        """What it proposes in place of an ask that they took up and said this of; None lets it stand."""

    def swapped(self, day: int, offer: Offer, anticipated: int) -> None:
        """They agreed."""

    def told(self, attempt: Attempt) -> None: ...

    def ahead(self, day: int) -> int | None:
        """The ask it would have rated after a debrief, by its place in the bank, if any."""

    def rated(self, day: int, challenge: int, rating: int | None) -> None:
        """They did, or left it."""

    def leaves(self) -> None:
        """Their days are over."""


@dataclass(slots=True)
class Life:
    """What a policy made of somebody's days."""

    who: Somebody
    there: World
    readiness: dict[Domain, float]
    days: int = 0  # with an ask on the table
    in_band: int = 0
    attempts: int = 0
    easy: int = 0
    easy_in_band: int = 0
    run: int = 0
    longest: int = 0
    left: bool = False
    boredom: float = 0.0
    idle: int = 0
    places: dict[Domain, Context | None] = field(default_factory=dict)

    @property
    def gain(self) -> float:
        return sum(self.readiness[d] - self.who.start[d] for d in self.who.domains) / len(self.who.domains)


def begin(who: Somebody, there: World) -> Life:
    return Life(who, there, dict(who.start))


def live(life: Life, policy: Policy) -> Life:
    for day, luck in enumerate(life.who.days):
        planned = day % 7 < PLAN and day not in life.who.away and not life.left
        if planned:
            offer = _settled(life, policy, policy.offer(day, luck.roll), day, luck)
            entry = _day(life, offer, day, luck)
            policy.told(entry)
            _evening(life, policy, day, entry)
        else:
            _idle(life)
    return life


def _evening(life: Life, policy: Policy, day: int, entry: Attempt) -> None:
    """After a debrief, but for a hard one, they may rate asks that may come; on no day's mood.

    Who doesn't feel like it leaves the first question, and who left one is asked no more.
    """
    who, inclined = life.who, life.who.how.obliging
    for die in who.obliges[day] if entry.attempted and not debrief.hard(entry) else ():
        n = policy.ahead(day)
        if n is None:
            return
        answers = die < inclined * (1 - who.how.silence)
        hard, domain = life.there.hard[n] + who.fears[n], life.there.bank[n].domain
        rating = who.rating(hard, life.readiness[domain], who.ratings[n]) if answers else None
        policy.rated(day, n, rating)
        if rating is None:
            return
        inclined = 1.0


def _settled(life: Life, policy: Policy, offer: Offer, day: int, luck: Luck) -> Offer:
    """The ask of the day, once they said how much the first one frightens them; the same dice as ever."""
    who = life.who
    for agrees in luck.agrees if luck.said[0] >= who.how.silence else ():
        _, _, feared = _looked_at(life, offer, luck)
        if luck.time < who.busy or not (_willing(who, feared, luck.going) or luck.told < 0.4):
            return offer
        said = keypad(feared + who.noise * luck.anticipated[offer.look])
        other = policy.instead(day, offer, said)
        if other is None or agrees >= who.how.agreeing:
            return offer
        policy.swapped(day, offer, said)
        offer = replace(other, look=offer.look + 1)
    return offer


def _looked_at(life: Life, offer: Offer, luck: Luck) -> tuple[float, float, float]:
    """How hard an ask is today, what will be felt, and what is feared."""
    who, n = life.who, offer.challenge
    hard = life.there.hard[n] + who.fears[n] + who.how.mood * luck.mood
    felt = who.distress(hard, life.readiness[life.there.bank[n].domain])
    return hard, felt, felt + who.dread + 0.7 * luck.felt[offer.look]


def _day(life: Life, offer: Offer, day: int, luck: Luck) -> Attempt:
    """One planned day: what is felt, done, told, learnt, and whether they come back tomorrow."""
    who, challenge = life.who, life.there.bank[offer.challenge]
    hard, felt, feared = _looked_at(life, offer, luck)
    size = Size.FULL
    goes = luck.time >= who.busy and _willing(who, feared, luck.going)
    if not goes and luck.time >= who.busy and luck.small < who.how.smaller:
        less = who.distress(hard - 2, life.readiness[challenge.domain])
        goes = _willing(who, feared - felt + less, luck.going_small)
        size, felt, feared = (Size.SMALLER, less, feared - felt + less) if goes else (size, felt, feared)
    learnt = _learn(life, challenge, felt, size) if goes else 0.0
    _count(life, felt, goes, offer, luck)
    facts = _facts(life, felt, feared, goes, learnt, luck, luck.anticipated[offer.look])
    return _entry(challenge, offer, day, size, facts, luck)


def _willing(who: Somebody, feared: float, die: float) -> bool:
    return die < 1 / (1 + exp(-(who.courage - feared) / 0.7))


def _learn(life: Life, challenge: Challenge, felt: float, size: Size) -> float:
    """Readiness grows in the useful band, less in the same place again, and shrinks when overwhelmed."""
    who, how, domain = life.who, life.who.how, challenge.domain
    use = useful(felt, how)
    use *= 1 - how.sameness if life.places.get(domain) is challenge.context else 1
    learnt = who.habituation * use * (1 if size is Size.FULL else how.imaginary)
    for d in who.domains:
        life.readiness[d] = min(life.readiness[d] + learnt * (1 if d is domain else how.transfer), 10)
    life.places[domain], life.idle = challenge.context, 0
    return learnt


def useful(felt: float, how: Assumptions) -> float:
    """Learning in full within the band, none beside its edges, and a step back where it overwhelms."""
    beside = max(BAND[0] - felt, felt - BAND[1], 0)
    return max(1 - beside / how.edge, 0) - how.sensitising * max(felt - 8.5, 0)


def _idle(life: Life) -> None:
    life.idle += 1
    if life.idle > 2:
        for d, start in life.who.start.items():
            known = life.readiness[d]
            life.readiness[d] = max(known - life.who.how.forgetting, min(start, known))


def _count(life: Life, felt: float, goes: bool, offer: Offer, luck: Luck) -> None:
    how = life.who.how
    life.days += 1
    fits, easy = BAND[0] <= felt <= BAND[1], offer.why.cause is Cause.RECOVERY
    life.in_band += fits
    life.attempts += goes
    life.easy += easy
    life.easy_in_band += easy and fits
    life.run = 0 if goes else life.run + 1
    life.longest = max(life.longest, life.run)
    life.boredom += ((felt < 3) - life.boredom) / 8
    leaving = how.leaving + how.overwhelmed * max(felt - 8, 0) + how.bored * life.boredom
    life.left = luck.leaves < leaving + how.discouraged * max(life.run - 2, 0)
    if not goes:
        _idle(life)


# --- what they tell


def _facts(
    life: Life, felt: float, feared: float, goes: bool, learnt: float, luck: Luck, off: float
) -> Facts:
    who, how = life.who, life.who.how
    told = [die >= how.silence for die in luck.said]
    before = keypad(feared + who.noise * off) if told[0] else None
    if not goes:
        afraid = luck.time >= who.busy
        backed_out = afraid and luck.told < 0.25
        accepted = backed_out or (afraid and luck.told < 0.4)
        return Facts(
            anticipated=before if accepted else None, outcome=Outcome.BACKED_OUT if backed_out else None
        )
    chance = min(max(45 + 6 * (feared - 5.5) + 12 * luck.chance, 0), 100)
    again = min(max(chance - how.prediction * learnt + 6 * luck.again, 0), 100)
    return Facts(
        anticipated=before,
        chance=round(chance),
        outcome=Outcome.NO,
        peak=keypad(felt + who.shift + who.noise * luck.peak) if told[1] else None,
        again=round(again) if told[2] else None,
    )


def _entry(challenge: Challenge, offer: Offer, day: int, size: Size, facts: Facts, luck: Luck) -> Attempt:
    said = facts.outcome is not None
    quiet = State.DAY_OFF if luck.told > 0.6 else State.OFFERED
    at = MORNING + timedelta(days=day)
    return Attempt(
        id=day,
        day=MONDAY + timedelta(days=day),
        domain=challenge.domain,
        rung=challenge.rung,
        state=State.DONE if said else quiet,
        offered_at=at,
        challenge=challenge.id,
        size=size,
        context=challenge.context,
        closed_at=at if said else None,
        facts=facts,
        why=offer.why,
    )
