"""The first minutes: the straight way, every skip, what may be typed, and that any events end."""

from __future__ import annotations

from datetime import time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import onboarding, talk, taps
from bot.coach.model import RUNGS, Domain
from bot.coach.onboarding import Chosen, Event, Next, Placed, Said
from bot.coach.sizing import start_rung

HOME = "Europe/Berlin"
SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
WAKING = talk.Waking(False, HOME)
RATING = talk.Rating(False, HOME, time(8), {}, SOCIAL)
WIDENING = talk.Widening(False, HOME, time(8), {SOCIAL: 4, WORK: 7})
PLANNING = talk.Planning(False, HOME, time(8), {SOCIAL: 4}, frozenset({0, 3}))
STATES: tuple[talk.FirstMinutes, ...] = (
    talk.Consenting(), talk.Zoning(False), talk.CheckingZone(False, HOME), WAKING, RATING, WIDENING, PLANNING,
)  # fmt: skip


def step(state: Next | None, *events: Event) -> Next | None:
    for event in events:
        assert state is not None, event
        assert not isinstance(state, Chosen), event
        state = onboarding.step(state, event, "UTC")
    return state


def skip(state: talk.FirstMinutes) -> taps.SkipStep:
    return taps.SkipStep(type(state).__name__)


STRAIGHT: tuple[Event, ...] = (
    taps.Consent(gentle=False),
    taps.ChooseZone(HOME),
    taps.ConfirmZone(HOME),
    taps.ChooseMorning(time(7, 30)),
    taps.Sting(SOCIAL, 4),
    taps.Sting(WORK, 7),
    taps.AddDomain(None),
    taps.Begin(now=True),
)


def test_a_stranger_is_set_up_in_eight_taps() -> None:
    weekdays = frozenset(range(5))
    chosen = Chosen(False, HOME, time(7, 30), {SOCIAL: 4, WORK: 7}, weekdays, now=True)
    assert step(talk.Consenting(), *STRAIGHT) == chosen
    assert len(STRAIGHT) <= 8


def test_a_step_belongs_to_one_screen_and_repeats_it_anywhere_else() -> None:
    for n, state in enumerate(STATES[:5]):
        for event in STRAIGHT[n + 2 :]:
            assert step(state, event) is None, (state, event)


# --- skipping


def test_consent_alone_cannot_be_skipped() -> None:
    assert step(talk.Consenting(), skip(talk.Consenting())) is None
    assert step(talk.Consenting(), Said("yes")) is None


@pytest.mark.parametrize("state", STATES[1:], ids=lambda state: type(state).__name__)
def test_every_other_question_can_be_skipped(state: talk.FirstMinutes) -> None:
    assert step(state, skip(state)) not in (None, state)


def test_a_skip_tapped_twice_skips_one_question() -> None:
    once = step(talk.Zoning(False), skip(talk.Zoning(False)))
    assert once == talk.CheckingZone(False, "UTC")
    assert step(once, skip(talk.Zoning(False))) is None


def test_who_skips_everything_gets_careful_defaults() -> None:
    state = step(talk.Consenting(), taps.Consent(gentle=True))
    while not isinstance(state, Chosen):
        assert state is not None
        state = step(state, skip(state))
    assert state == Chosen(True, "UTC", time(8), {SOCIAL: 5, WORK: 5}, frozenset(range(5)), now=False)


def test_a_zone_that_is_shown_and_skipped_is_kept() -> None:
    assert step(talk.CheckingZone(True, HOME), skip(talk.CheckingZone(True, HOME))) == talk.Waking(True, HOME)


@pytest.mark.parametrize("rating", [None, 0, -3, 11, 99])
def test_a_rating_that_is_none_of_ten_never_sets_a_level(rating: int | None) -> None:
    after = step(RATING, taps.Sting(SOCIAL, rating))
    expected = talk.Rating(False, HOME, time(8), {SOCIAL: 5}, WORK)
    assert after == (expected if rating is None else None)


# --- the zone


def test_a_zone_is_always_checked_before_it_is_kept() -> None:
    for event in (taps.ChooseZone(HOME), Placed(HOME)):
        assert step(talk.Zoning(True), event) == talk.CheckingZone(True, HOME)
        assert step(talk.CheckingZone(True, "UTC"), event) == talk.CheckingZone(True, HOME)


@pytest.mark.parametrize("state", STATES[1:3], ids=lambda state: type(state).__name__)
def test_none_of_these_zones_asks_for_typing(state: talk.FirstMinutes) -> None:
    assert step(state, taps.OtherZone()) == talk.Zoning(False, typed=True)


# --- typed answers


@pytest.mark.parametrize(("words", "at"), [("7:30", time(7, 30)), ("8 pm", time(20)), ("6", time(6))])
def test_a_morning_may_be_typed(words: str, at: time) -> None:
    assert step(WAKING, Said(words)) == talk.Rating(False, HOME, at, {}, SOCIAL)


@pytest.mark.parametrize(("words", "rating"), [("7", 7), ("10/10", 10)])
def test_a_rating_may_be_typed(words: str, rating: int) -> None:
    assert step(RATING, Said(words)) == talk.Rating(False, HOME, time(8), {SOCIAL: rating}, WORK)


@pytest.mark.parametrize("words", ["", "late", "25:00", "0", "11", "7 or 8", "\x00", "🙂"])
@pytest.mark.parametrize("state", [RATING, WIDENING, PLANNING], ids=lambda state: type(state).__name__)
def test_words_that_say_nothing_repeat_the_question(state: talk.FirstMinutes, words: str) -> None:
    assert step(state, Said(words)) is None


# --- domains and the plan


def test_romance_and_customers_are_there_for_those_who_add_them_alone() -> None:
    asked = step(WIDENING, taps.AddDomain(Domain.ROMANTIC))
    assert asked == talk.Rating(False, HOME, time(8), {SOCIAL: 4, WORK: 7}, Domain.ROMANTIC)
    both = step(
        asked,
        taps.Sting(Domain.ROMANTIC, 9),
        taps.AddDomain(Domain.CUSTOMERS),
        taps.Sting(Domain.CUSTOMERS, 2),
        taps.AddDomain(None),
    )
    assert isinstance(both, talk.Planning)
    assert both.sting == {SOCIAL: 4, WORK: 7, Domain.ROMANTIC: 9, Domain.CUSTOMERS: 2}
    assert step(WIDENING, taps.AddDomain(SOCIAL)) is None


def test_a_button_of_the_domain_before_does_not_answer_for_the_next() -> None:
    assert step(RATING, taps.Sting(SOCIAL, 3), taps.Sting(SOCIAL, 9)) is None


def test_a_plan_keeps_one_day() -> None:
    one = step(PLANNING, taps.ToggleDay(0))
    assert isinstance(one, talk.Planning)
    assert one.days == {3}
    assert step(one, taps.ToggleDay(3)) == one
    assert step(one, taps.ToggleDay(7)) is None
    assert step(one, taps.ToggleDay(-1)) is None


@pytest.mark.parametrize("now", [True, False])
def test_the_first_one_comes_now_or_in_the_morning_as_they_wish(now: bool) -> None:
    chosen = step(PLANNING, taps.ToggleDay(6), taps.Begin(now))
    assert chosen == Chosen(False, HOME, time(8), {SOCIAL: 4}, frozenset({0, 3, 6}), now)


# --- anything at all

EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from([*STRAIGHT, *map(skip, STATES)]),
    *(st.from_type(kind) for kind in get_args(taps.FirstMinutes)),
    st.builds(Said, st.text(max_size=8) | st.integers(0, 12).map(str)),
    st.builds(Placed, st.just(HOME)),
)


def check(state: Next) -> None:
    """What is known in a state is always something a person may have chosen."""
    if isinstance(state, talk.Rating | talk.Widening | talk.Planning | Chosen):
        assert set(state.sting.values()) <= set(range(1, 11))
        assert all(start_rung(rating) in RUNGS for rating in state.sting.values())
    if isinstance(state, talk.Planning | Chosen):
        assert {SOCIAL, WORK} <= state.sting.keys()
        assert state.days
        assert state.days <= set(range(7))


@settings(max_examples=150, deadline=None)
@given(st.lists(EVENTS, max_size=40))
def test_any_events_lead_to_a_state_and_skipping_leads_out_of_it(events: list[Event]) -> None:
    state: Next = talk.Consenting()
    for event in events:
        if isinstance(state, Chosen):
            break
        state = onboarding.step(state, event, "UTC") or state
        check(state)
    left = 0
    while not isinstance(state, Chosen):
        consent = isinstance(state, talk.Consenting)
        state = onboarding.step(state, taps.Consent(False) if consent else skip(state), "UTC") or state
        left += 1
        assert left <= 8, state
