"""The questions about an attempt: which come, in which order, and what follows when they are through."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.coach import debrief
from bot.coach.model import Attempt, Domain, Facts, KindOfNo, Outcome, Size, State
from bot.coach.reading import Reading
from bot.coach.taps import Step

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPEN = Attempt(7, date(2026, 11, 23), Domain.SOCIAL, 3, State.ACCEPTED, NOW, "ask-the-way")
PREDICTED = {Step.ANTICIPATED: "7", Step.CHANCE: "70", Step.FEAR: "they laugh"}


def having(**facts: Any) -> Attempt:
    return replace(OPEN, facts=Facts(**facts))


def through(attempt: Attempt) -> list[Step]:
    """Skip everything that is asked."""
    asked = []
    while (step := debrief.after(attempt)) is not None:
        asked.append(step)
        attempt = debrief.answer(attempt, step, None)
    return asked


# --- which question comes next


@pytest.mark.parametrize(
    ("outcome", "steps"),
    [
        (Outcome.YES, "story outcome peak feeling cost again learned"),
        (Outcome.NO, "story outcome peak feeling cost again learned"),
        (Outcome.PARTIAL, "story outcome peak feeling cost again learned"),
        (None, "story outcome peak feeling cost again learned"),
        (Outcome.PENDING, "story outcome peak feeling"),
        (Outcome.BACKED_OUT, "story outcome feeling learned"),
        (Outcome.NOT_TRIED, "story outcome feeling learned"),
    ],
)
def test_the_outcome_decides_what_is_asked(outcome: Outcome | None, steps: str) -> None:
    assert [step.value for step in through(having(outcome=outcome))] == steps.split()


@pytest.mark.parametrize("outcome", [None, *Outcome])
def test_the_imagined_version_asks_for_no_story(outcome: Outcome | None) -> None:
    rehearsed = replace(having(outcome=outcome), size=Size.IMAGINAL)
    assert through(rehearsed) == [Step.PEAK, Step.LEFT, Step.FEELING, Step.AGAIN]


def test_the_imagined_version_ends_in_the_no_that_was_rehearsed() -> None:
    done = debrief.imagined(replace(OPEN, size=Size.IMAGINAL))
    assert done.attempted
    assert (done.facts.outcome, done.facts.kind_of_no) == (Outcome.NO, KindOfNo.RESPECTFUL)
    assert debrief.after(done) is Step.PEAK


def test_the_imagined_version_is_rated_before_and_predicts_nothing() -> None:
    rehearsed = replace(OPEN, size=Size.IMAGINAL)
    assert debrief.before(rehearsed) is Step.ANTICIPATED
    assert debrief.before(debrief.answer(rehearsed, Step.ANTICIPATED, {"anticipated": 6})) is None


def test_undo_takes_a_rehearsal_back_to_its_scene() -> None:
    rated = debrief.answer(replace(OPEN, size=Size.IMAGINAL), Step.ANTICIPATED, {"anticipated": 6})
    undone = debrief.undo(debrief.imagined(rated))
    assert undone == rated


def test_the_prediction_takes_three_taps() -> None:
    attempt, asked = OPEN, []
    while (step := debrief.before(attempt)) is not None:
        asked.append(step)
        attempt = debrief.answer(attempt, step, debrief.parse(step, PREDICTED[step]))
    assert asked == [Step.ANTICIPATED, Step.CHANCE, Step.FEAR]
    assert attempt.facts == Facts(anticipated=7, chance=70, fear="they laugh")
    assert not debrief.begun(attempt)


@pytest.mark.parametrize("outcome", Outcome)
def test_the_quick_way_takes_six_answers_after_the_first_sentence(outcome: Outcome) -> None:
    told = debrief.tell(OPEN, "I did it this morning")
    assert debrief.begun(told)
    noted = debrief.confirm(told, {"outcome": outcome}, Reading())
    assert 1 + len(through(noted)) <= 6


def test_a_pending_answer_opens_the_rest_when_it_comes() -> None:
    waiting = debrief.confirm(
        debrief.tell(OPEN, "she will think it over"), {"outcome": Outcome.PENDING}, Reading()
    )
    for step in through(waiting):
        waiting = debrief.answer(waiting, step, None)
    assert debrief.after(waiting) is None
    came = debrief.confirm(waiting, {"outcome": Outcome.YES, "kind_of_no": None}, Reading())
    assert through(came) == [Step.COST, Step.AGAIN, Step.LEARNED]


# --- afterwards


@pytest.mark.parametrize(("days", "allowed"), [(0, True), (7, True), (7.01, False), (400, False)])
def test_facts_can_be_corrected_for_seven_days(days: float, allowed: bool) -> None:
    closed = debrief.close(having(outcome=Outcome.NO), NOW)
    assert debrief.correctable(closed, NOW + timedelta(days=days)) is allowed
    waiting = debrief.close(having(outcome=Outcome.PENDING), NOW)
    assert debrief.correctable(waiting, NOW + timedelta(days=days))


def test_closing_again_does_not_begin_the_seven_days_anew() -> None:
    closed = debrief.close(debrief.close(OPEN, NOW), NOW + timedelta(days=5))
    assert (closed.state, closed.closed_at) == (State.DONE, NOW)
    assert not debrief.correctable(OPEN, NOW)


@pytest.mark.parametrize(
    ("outcome", "peak", "hard"),
    [("no", 8, True), ("yes", 10, True), ("no", 7, False), ("no", None, False), ("backed-out", 10, False)],
)
def test_a_hard_one_was_made_and_peaked_at_eight_or_more(outcome: str, peak: int | None, hard: bool) -> None:
    assert debrief.hard(having(outcome=Outcome(outcome), peak=peak)) is hard
