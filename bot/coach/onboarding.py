"""The first minutes as a state machine: what is known, what comes in, what is known then.

`step` answers a talk and an event with the next talk, `Chosen` at the end, or None where the event does not
belong to the state (the screen of the state is shown again). What to show for a state is asked by `service`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bot.coach import talk, taps, typed
from bot.coach.model import Domain

DEFAULT_MORNING = time(8)
DEFAULT_STING = 5
DEFAULT_DAYS = frozenset(range(5))  # five of seven: daily is too much for most (science.md)
RATED = (Domain.SOCIAL, Domain.PROFESSIONAL)
OPT_IN = (Domain.CUSTOMERS, Domain.ROMANTIC)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Everything the first minutes ask for."""

    gentle: bool
    zone: str
    morning: time
    sting: dict[Domain, int]
    days: frozenset[int]
    now: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Typed words."""

    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A zone found from what was typed or shared."""

    zone: str


Event = taps.FirstMinutes | Said | Placed
Next = talk.FirstMinutes | Chosen


def step(  # noqa: C901  a flat match over the states
    state: talk.FirstMinutes, event: Event, default_zone: str
) -> Next | None:
    """Advance the first minutes by one event; None where the event says nothing to this state."""
    if isinstance(event, taps.SkipStep) and event.of != type(state).__name__:
        return None  # the button of an earlier question, tapped twice
    match state:
        case talk.Consenting():
            return talk.Zoning(event.gentle) if isinstance(event, taps.Consent) else None
        case talk.Zoning():
            return _zoning(state, event, default_zone)
        case talk.CheckingZone():
            return _checking(state, event)
        case talk.Waking():
            return _waking(state, event)
        case talk.Rating():
            return _rating(state, event)
        case talk.Widening():
            return _widening(state, event)
        case talk.Planning():
            return _planning(state, event)


def _zoning(state: talk.Zoning, event: Event, default_zone: str) -> Next | None:
    match event:
        case taps.ChooseZone(zone) | Placed(zone):
            return talk.CheckingZone(state.gentle, zone)
        case taps.OtherZone():
            return talk.Zoning(state.gentle, typed=True)
        case taps.SkipStep():
            return talk.CheckingZone(state.gentle, default_zone)  # a guess is shown before it is saved
        case _:
            return None


def _checking(state: talk.CheckingZone, event: Event) -> Next | None:
    match event:
        case taps.ConfirmZone(zone):
            return talk.Waking(state.gentle, zone)
        case taps.SkipStep():
            return talk.Waking(state.gentle, state.zone)  # it was shown and not objected to
        case taps.OtherZone():
            return talk.Zoning(state.gentle, typed=True)
        case taps.ChooseZone(zone) | Placed(zone):
            return talk.CheckingZone(state.gentle, zone)
        case _:
            return None


def _waking(state: talk.Waking, event: Event) -> Next | None:
    match event:
        case taps.ChooseMorning(at):
            morning: time | None = at
        case taps.SkipStep():
            morning = DEFAULT_MORNING
        case Said(words):
            morning = typed.clock(words)
        case _:
            morning = None
    return None if morning is None else talk.Rating(state.gentle, state.zone, morning, {}, RATED[0])


def _rating(state: talk.Rating, event: Event) -> Next | None:
    match event:
        case taps.Sting(domain, int(rating)) if domain is state.domain and rating in range(1, 11):
            number = rating
        case taps.Sting(domain, None) if domain is state.domain:
            number = DEFAULT_STING
        case taps.SkipStep():
            number = DEFAULT_STING
        case Said(words) if (said := typed.rating(words)) is not None:
            number = said
        case _:
            return None
    return _rated(state, number)


def _rated(state: talk.Rating, rating: int) -> Next:
    sting = {**state.sting, state.domain: rating}
    left = [domain for domain in RATED if domain not in sting]
    if left:
        return talk.Rating(state.gentle, state.zone, state.morning, sting, left[0])
    return talk.Widening(state.gentle, state.zone, state.morning, sting)


def _widening(state: talk.Widening, event: Event) -> Next | None:
    match event:
        case taps.AddDomain(None) | taps.SkipStep():
            return talk.Planning(state.gentle, state.zone, state.morning, state.sting, DEFAULT_DAYS)
        case taps.AddDomain(domain) if domain in OPT_IN:
            return talk.Rating(state.gentle, state.zone, state.morning, state.sting, domain)
        case _:
            return None


def _planning(state: talk.Planning, event: Event) -> Next | None:
    match event:
        case taps.ToggleDay(weekday) if weekday in range(7):
            days = state.days ^ {weekday} or state.days  # a plan keeps one day at least
            return talk.Planning(state.gentle, state.zone, state.morning, state.sting, days)
        case taps.Begin(now):
            return Chosen(state.gentle, state.zone, state.morning, state.sting, state.days, now)
        case taps.SkipStep():
            return Chosen(state.gentle, state.zone, state.morning, state.sting, state.days, now=False)
        case _:
            return None
