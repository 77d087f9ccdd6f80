"""Which message shows an attempt, asks its open question, and ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import debrief, messages, past, say, sizing
from bot.coach.messages import Ask, Reflection, Stage
from bot.coach.model import (
    Attempt,
    Cause,
    Challenge,
    Context,
    Domain,
    Facts,
    Kind,
    KindOfNo,
    Outcome,
    Size,
    Stakes,
    State,
    Why,
)
from bot.coach.streak import Streak
from bot.coach.taps import Step

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WHY = Why(Cause.ROSE, 3, 2, TODAY - timedelta(days=1), 4)
ASKED = Attempt(7, TODAY, Domain.SOCIAL, 3, State.OFFERED, NOW, "ask-the-way", why=WHY)
BANK = (Challenge("ask-the-way", Domain.SOCIAL, 3, Context.STREET, Kind.INFORMATION, Stakes.LOW),)
THE_ASK = Ask("ask-the-way")
COURSE = replace(sizing.begin({Domain.SOCIAL: 5}), attempts=3)


def having(**facts: Any) -> Attempt:
    return replace(ASKED, state=State.ACCEPTED, facts=Facts(**facts))


def question(
    attempt: Attempt,
    step: Step,
    log: tuple[Attempt, ...] = (),
    stakes: Stakes = Stakes.LOW,
    language: str = "en",
) -> messages.Message:
    bank = tuple(replace(challenge, stakes=stakes) for challenge in BANK)
    return say.question(attempt, step, log, bank, language)


def done(count: int) -> tuple[Attempt, ...]:
    return tuple(replace(ASKED, id=100 + n, state=State.DONE) for n in range(count))


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


# --- the debrief


@pytest.mark.parametrize(
    ("step", "facts", "message"),
    [
        (Step.ANTICIPATED, {}, messages.AskBefore(7, Step.ANTICIPATED)),
        (Step.STORY, {}, messages.AskStory(7, THE_ASK)),
        (Step.PEAK, {"outcome": Outcome.YES}, messages.AskPeak(7, Outcome.YES)),
        (Step.FEELING, {"outcome": Outcome.YES}, messages.AskFeeling(7, Outcome.YES, 0)),
        (Step.COST, {"chance": 80, "fear": "laughs"}, messages.AskCost(7, Outcome.NO, 80, "laughs")),
        (Step.AGAIN, {"chance": 80}, messages.AskAgain(7, 80)),
        (
            Step.LEARNED,
            {"outcome": Outcome.NO},
            messages.AskLearned(7, Reflection.NOTICE, Outcome.NO, Kind.INFORMATION),
        ),
        (Step.LEFT, {"outcome": Outcome.NO, "peak": 9}, messages.FollowUp(7, THE_ASK, Outcome.NO, 9)),
    ],
)
def test_a_step_is_asked_by_its_message(step: Step, facts: dict[str, Any], message: messages.Message) -> None:
    assert question(having(**facts), step) == message


def test_the_peak_of_a_rehearsal_is_asked_as_one() -> None:
    rehearsed = replace(having(outcome=Outcome.NO), size=Size.IMAGINAL)
    assert question(rehearsed, Step.PEAK) == messages.AskPeak(7, Outcome.NO, imaginal=True)


def test_what_is_left_is_asked_right_after_a_rehearsal() -> None:
    rehearsed = replace(having(outcome=Outcome.NO, peak=9), size=Size.IMAGINAL)
    assert question(rehearsed, Step.LEFT) == messages.AskLeft(7)


def test_a_rehearsal_is_rated_and_then_begins() -> None:
    rehearsed = replace(having(), size=Size.IMAGINAL)
    assert say.before(rehearsed, BANK, "en") == messages.AskBefore(7, Step.ANTICIPATED, imaginal=True)
    rated = debrief.answer(rehearsed, Step.ANTICIPATED, {"anticipated": 6})
    assert say.before(rated, BANK, "en") == messages.ImaginalBeat(7, "ask-the-way", None, 0, Kind.INFORMATION)


def test_a_rehearsal_knows_how_many_were_before_it() -> None:
    rehearsed = replace(having(outcome=Outcome.NO), size=Size.IMAGINAL, state=State.DONE)
    log = [replace(rehearsed, id=1), replace(rehearsed, id=2), replace(rehearsed, id=3, size=Size.FULL)]
    assert say.beat(rehearsed, 2, BANK, "en", past.rehearsals(log)).earlier == 2
    assert say.beat(rehearsed, 2, BANK, "en").earlier == 0


@pytest.mark.parametrize(
    ("challenge", "own", "kind"),
    [
        ("ask-the-way", None, Kind.INFORMATION),
        ("left-the-bank", None, None),
        (None, "ask for a discount", Kind.DISCOUNT),
        (None, "sing", None),
    ],
)
def test_a_scene_knows_the_kind_of_its_ask(challenge: str | None, own: str | None, kind: Kind | None) -> None:
    attempt = replace(ASKED, challenge=challenge, own=own)
    assert say.beat(attempt, 2, BANK, "en") == messages.ImaginalBeat(7, challenge, own, 2, kind)


@pytest.mark.parametrize(("earlier", "finer"), [(0, 0), (9, 0), (10, 1), (20, 2), (500, 2)])
def test_feelings_grow_finer_with_experience(earlier: int, finer: int) -> None:
    assert question(having(), Step.FEELING, done(earlier)) == messages.AskFeeling(7, Outcome.NO, finer)


def test_experience_is_other_finished_debriefs() -> None:
    log = (*done(2), having(), replace(ASKED, id=8), replace(ASKED, state=State.DONE))
    asked = question(having(outcome=Outcome.NO), Step.LEARNED, log)
    assert asked == messages.AskLearned(7, Reflection.NOTICE, Outcome.NO, Kind.INFORMATION)


@pytest.mark.parametrize(
    ("stakes", "reflection"), [(Stakes.MEANINGFUL, Reflection.CHAPTER), (Stakes.LOW, Reflection.STORY)]
)
def test_what_was_at_stake_chooses_the_reflection(stakes: Stakes, reflection: Reflection) -> None:
    asked = question(having(outcome=Outcome.NO), Step.LEARNED, done(3), stakes)
    assert asked == messages.AskLearned(7, reflection, Outcome.NO, Kind.INFORMATION)


NAMED = (Step.STORY, Step.OUTCOME, Step.PEAK, Step.FEELING)


@pytest.mark.parametrize(
    ("debriefs", "feeling", "words"),
    [
        (9, "tense", None),
        (10, "tense", ("jittery", "braced")),
        (20, "tense", ("jittery", "braced", "on edge")),
        (20, "jittery", None),
        (20, "wobbly but warm", None),
        (20, None, None),
    ],
)
def test_closer_words_stand_beside_the_question_after_a_plain_feeling(
    debriefs: int, feeling: str | None, words: tuple[str, ...] | None
) -> None:
    named = replace(having(outcome=Outcome.NO, feeling=feeling), answered=NAMED)
    closer = messages.Closer(feeling or "", words) if words else None
    asked = question(named, Step.COST, done(debriefs))
    assert asked == messages.AskCost(7, Outcome.NO, None, None, closer=closer)
    later = replace(named, answered=(*NAMED, Step.COST))
    assert question(later, Step.AGAIN, done(debriefs)) == messages.AskAgain(7, None), "offered once"


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
