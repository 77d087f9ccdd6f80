"""Which message shows an attempt, asks its open question, and ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import debrief, messages, say
from bot.coach.messages import Ask, Stage
from bot.coach.model import (
    Attempt,
    Cause,
    Domain,
    Facts,
    KindOfNo,
    Outcome,
    Size,
    State,
    Why,
)
from bot.coach.streak import Streak
from bot.coach.taps import Step
from tests.coach.asked import ASKED, BANK, COURSE, THE_ASK, TODAY, WHY, done, having, question

# --- the challenge


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (State.OFFERED, Stage.OFFERED),
        (State.ACCEPTED, Stage.ACCEPTED),
        (State.DONE, Stage.DONE),
        (State.DAY_OFF, Stage.OFF),
        (State.PAUSED, Stage.GONE),
    ],
)
def test_the_state_of_an_attempt_is_the_stage_of_its_screen(state: State, stage: Stage) -> None:
    assert say.offer(replace(ASKED, state=state), COURSE, TODAY).stage is stage


@pytest.mark.parametrize(("state", "stage"), [(State.ACCEPTED, Stage.GONE), (State.DONE, Stage.DONE)])
def test_an_open_challenge_of_another_day_has_no_buttons_of_the_morning(state: State, stage: Stage) -> None:
    assert say.offer(replace(ASKED, state=state), COURSE, TODAY + timedelta(days=1)).stage is stage


@pytest.mark.parametrize(("made", "baseline"), [(0, 1), (1, 2), (2, 3), (3, 0), (50, 0)])
def test_the_first_three_attempts_are_counted_as_the_baseline(made: int, baseline: int) -> None:
    assert say.offer(ASKED, replace(COURSE, attempts=made), TODAY).baseline == baseline


def test_an_offer_says_its_reason_the_swaps_left_and_whether_it_is_late() -> None:
    swapped = replace(ASKED, passed=("a", "b"))
    assert say.offer(swapped, COURSE, TODAY, late=True) == messages.Offer(
        7, THE_ASK, WHY, Stage.OFFERED, swaps_left=1, baseline=0, late=True
    )
    assert say.offer(replace(ASKED, why=None), COURSE, TODAY).why == Why(Cause.START, 3)


@pytest.mark.parametrize(
    "ask", [Ask("ask-the-way", None, Size.SMALLER), Ask(None, "ask my boss for Fridays off")]
)
def test_an_ask_is_of_the_bank_or_their_own(ask: Ask) -> None:
    assert say.ask(replace(ASKED, challenge=ask.challenge, own=ask.own, size=ask.size)) == ask


# --- the prediction


def test_the_prediction_asks_what_is_missing_and_then_lets_them_go() -> None:
    attempt, asked = having(), []
    while isinstance(message := say.before(attempt, BANK, "en"), messages.AskBefore):
        asked.append(message)
        attempt = debrief.answer(attempt, message.step, {"anticipated": 6} if not asked[1:] else None)
    assert asked == [messages.AskBefore(7, step) for step in (Step.ANTICIPATED, Step.CHANCE, Step.FEAR)]
    assert message == messages.Ready(7, 6, None)


# --- what was understood


def outcome(attempt: Attempt, language: str = "en") -> messages.AskOutcome:
    message = question(attempt, Step.OUTCOME, language=language)
    assert isinstance(message, messages.AskOutcome)
    return message


def test_the_outcome_is_asked_with_what_was_read() -> None:
    told = having(story="He said no, politely. My fear was 7/10. I felt proud.")
    assert outcome(told) == messages.AskOutcome(
        7, THE_ASK, Outcome.NO, KindOfNo.RESPECTFUL, peak=7, feeling="proud"
    )


def test_nothing_is_read_without_words_or_in_a_language_that_is_not_known() -> None:
    nothing = messages.AskOutcome(7, THE_ASK, None, None)
    assert outcome(having()) == nothing
    assert outcome(having(story="She said no."), language="fi") == nothing


def test_what_they_said_themselves_is_not_read_again() -> None:
    told = having(story="He said no. My fear was 7/10. I felt proud.", peak=3, feeling="calm")
    asked = outcome(told)
    assert (asked.peak, asked.feeling) == (None, None)


@pytest.mark.parametrize(("story", "voice"), [(None, True), ("She said no.", False)])
def test_a_voice_note_is_named_where_there_are_no_words(story: str | None, voice: bool) -> None:
    assert outcome(having(voice="file", story=story)).voice is voice


def test_a_pending_answer_is_asked_for_as_one() -> None:
    assert outcome(having(outcome=Outcome.PENDING)).pending
    assert not outcome(having()).pending


# --- the end


NEXT = Why(Cause.HELD, 3, 3, TODAY, 5, 6)


def card(attempt: Attempt, streak: int, why: Why = NEXT) -> messages.Card:
    return say.card(attempt, why, Streak(streak, streak, 0), TODAY, 12)


def test_the_card_says_what_happened_and_what_comes() -> None:
    facts: dict[str, Any] = {
        "outcome": Outcome.NO, "kind_of_no": KindOfNo.RESPECTFUL, "anticipated": 8, "peak": 5, "chance": 90,
        "again": 60, "cost": 2,
    }  # fmt: skip
    assert card(having(**facts), 4) == messages.Card(
        7, THE_ASK, Domain.SOCIAL, Outcome.NO, KindOfNo.RESPECTFUL, anticipated=8, peak=5, chance=90,
        again=60, cost=2, streak=4, total=12, next=NEXT, today=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "streak", "shown"),
    [
        ("no", 4, 4),
        ("no", 2, 2),
        ("no", 1, None),
        ("no", 0, None),
        ("backed-out", 9, None),
        ("not-tried", 9, None),
    ],
)
def test_a_streak_is_shown_where_it_grew_and_never_where_it_fell(
    outcome: str, streak: int, shown: int | None
) -> None:
    assert card(having(outcome=Outcome(outcome)), streak).streak == shown


@pytest.mark.parametrize(
    ("last", "today"), [(TODAY, True), (TODAY - timedelta(days=1), False), (None, False)]
)
def test_the_card_knows_whether_its_reason_speaks_of_this_very_day(last: date | None, today: bool) -> None:
    assert card(having(outcome=Outcome.NO), 0, replace(NEXT, last_day=last)).today is today


def test_a_debrief_without_an_outcome_ends_as_not_tried() -> None:
    assert card(having(), 0).outcome is Outcome.NOT_TRIED


FACTS = st.builds(
    Facts,
    outcome=st.none() | st.sampled_from(Outcome),
    kind_of_no=st.none() | st.sampled_from(KindOfNo),
    peak=st.none() | st.integers(1, 10),
    story=st.none() | st.text(max_size=30),
    chance=st.none() | st.integers(0, 100),
)


@settings(max_examples=150, deadline=None)
@given(FACTS, st.sampled_from(State), st.sampled_from(Size), st.sampled_from(Step), st.integers(0, 40))
def test_there_is_a_message_for_every_attempt_and_every_step(
    facts: Facts, state: State, size: Size, step: Step, earlier: int
) -> None:
    attempt = replace(ASKED, state=state, size=size, facts=facts)
    said = (
        question(attempt, step, done(earlier)),
        say.before(attempt, BANK, "en"),
        say.offer(attempt, COURSE, TODAY),
        card(attempt, earlier),
    )
    assert all(isinstance(message, get_args(messages.Message)) for message in said)
