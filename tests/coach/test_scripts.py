"""Words for another try: one no is taken, and what may still be said depends on how it was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.coach import afterwards, scripts
from bot.coach.after_taps import NextStep
from bot.coach.messages import Ask, AskChapter, FollowUp
from bot.coach.model import Attempt, Domain, Facts, KindOfNo, Outcome, Size, Stakes, State
from bot.coach.scripts import Move, Toward

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DONE = Attempt(7, NOW.date(), Domain.SOCIAL, 3, State.DONE, NOW, "ask-the-way", closed_at=NOW)
LOW, MEANINGFUL = Stakes


def having(
    outcome: Outcome, kind: KindOfNo | None = None, domain: Domain = Domain.SOCIAL, peak: int | None = None
) -> Attempt:
    return replace(DONE, domain=domain, facts=Facts(outcome=outcome, kind_of_no=kind, peak=peak))


KIND = having(Outcome.NO, KindOfNo.RESPECTFUL)
COLD = having(Outcome.NO, KindOfNo.DISMISSIVE)
UNCLEAR = having(Outcome.NO, KindOfNo.AMBIGUOUS)
PART = having(Outcome.PARTIAL)


def still_said(attempt: Attempt) -> set[Move]:
    """The moves toward the person who answered."""
    return {move for move in Move if scripts.toward(attempt, move) is not Toward.NEXT}


@pytest.mark.parametrize("attempt", [KIND, having(Outcome.NO)])
def test_after_a_clear_no_only_why_and_whom_else_are_asked_of_the_same_person(attempt: Attempt) -> None:
    assert still_said(attempt) == {Move.WHY, Move.ELSE}


def test_after_a_cold_no_nothing_more_is_said_to_the_same_person() -> None:
    assert still_said(COLD) == set()


@pytest.mark.parametrize("kind", [None, *KindOfNo])
def test_a_no_in_dating_ends_the_talk_however_it_was_said(kind: KindOfNo | None) -> None:
    assert still_said(having(Outcome.NO, kind, Domain.ROMANTIC)) == set()


@pytest.mark.parametrize(("attempt", "toward"), [(PART, Toward.PART), (UNCLEAR, Toward.UNCLEAR)])
def test_a_part_of_it_and_an_unclear_answer_leave_the_talk_open(attempt: Attempt, toward: Toward) -> None:
    assert {scripts.toward(attempt, move) for move in Move} == {toward}


def test_less_is_not_offered_to_those_who_got_less() -> None:
    assert scripts.moves(PART) == (Move.WHY, Move.LATER, Move.ELSE, Move.TRADE)
    assert scripts.moves(KIND) == tuple(Move)


@pytest.mark.parametrize("outcome", [Outcome.YES, Outcome.PENDING, Outcome.BACKED_OUT, Outcome.NOT_TRIED])
def test_there_are_words_only_for_less_than_a_yes(outcome: Outcome) -> None:
    assert scripts.moves(having(outcome)) == ()
    assert afterwards.steps(having(outcome), MEANINGFUL) == ()


# --- the steps


@pytest.mark.parametrize(
    ("attempt", "stakes", "steps"),
    [
        (KIND, MEANINGFUL, "chapter help thanks scripts"),
        (UNCLEAR, MEANINGFUL, "chapter help thanks scripts"),
        (COLD, MEANINGFUL, "chapter scripts"),
        (having(Outcome.NO, KindOfNo.RESPECTFUL, Domain.ROMANTIC), MEANINGFUL, "chapter scripts"),
        (PART, MEANINGFUL, "scripts"),
        (KIND, LOW, "scripts"),
        (replace(KIND, size=Size.IMAGINAL), MEANINGFUL, ""),
    ],
)
def test_the_steps_fit_the_answer_and_what_it_meant(attempt: Attempt, stakes: Stakes, steps: str) -> None:
    assert afterwards.steps(attempt, stakes) == tuple(map(NextStep, steps.split()))


def test_a_day_later_a_hard_one_is_asked_what_is_left_and_a_chapter_for_its_title() -> None:
    ask = Ask("ask-the-way")
    hard = having(Outcome.NO, KindOfNo.RESPECTFUL, peak=9)
    assert afterwards.word_of_a_day_later(hard, MEANINGFUL) == FollowUp(7, ask, Outcome.NO, 9)
    assert afterwards.word_of_a_day_later(KIND, MEANINGFUL) == AskChapter(7, ask)
    titled = replace(KIND, facts=replace(KIND.facts, chapter="The detour"))
    assert afterwards.word_of_a_day_later(titled, MEANINGFUL) is None


@pytest.mark.parametrize(("hours", "settled"), [(0, False), (23.9, False), (24, True), (900, True)])
def test_a_chapter_has_its_24_hours(hours: float, settled: bool) -> None:
    assert afterwards.settled(KIND, NOW + timedelta(hours=hours)) is settled
    assert not afterwards.settled(replace(KIND, closed_at=None), NOW + timedelta(hours=hours))
