"""What is expected of each kind of ask: seeds, answers that move them, and when it is worth a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.expected import SEEDS, Answers, Beta, expected, far_off, in_ten, tally
from bot.coach.model import Kind, Outcome

KINDS = {"jam": Kind.INFORMATION, "seat": Kind.SMALL_FAVOUR, "pen": Kind.SMALL_FAVOUR}


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [(Kind.SMALL_FAVOUR, 0.6, 0.8), (Kind.ODD_REQUEST, 0.3, 0.5), (Kind.COSTLY, 0.1, 0.1)],
)
def test_a_seed_is_what_was_measured_elsewhere(kind: Kind, least: float, most: float) -> None:
    assert least <= SEEDS[kind].mean <= most


def test_every_kind_has_a_seed_that_weighs_ten_answers() -> None:
    assert set(SEEDS) == set(Kind)
    assert {seed.alpha + seed.beta for seed in SEEDS.values()} == {10}


def test_answers_are_added_up_by_kind_and_partly_is_half() -> None:
    counts = [
        ("seat", Outcome.YES, 10),
        ("seat", Outcome.PARTIAL, 4),
        ("pen", Outcome.NO, 6),
        ("left-the-bank", Outcome.YES, 99),
        ("pen", Outcome.BACKED_OUT, 99),
    ]
    assert tally(counts, KINDS) == {Kind.SMALL_FAVOUR: Answers(12, 20)}


@pytest.mark.parametrize(("answers", "learnt"), [(19, False), (20, True)])
def test_below_twenty_answers_the_seed_alone_speaks(answers: int, learnt: bool) -> None:
    heard = tally([("jam", Outcome.NO, answers)], KINDS)
    assert (expected(Kind.INFORMATION, heard) != SEEDS[Kind.INFORMATION]) is learnt


def test_answers_move_the_seed() -> None:
    belief = expected(Kind.SMALL_FAVOUR, {Kind.SMALL_FAVOUR: Answers(12, 20)})
    assert belief == Beta(19, 11)
    assert expected(Kind.COSTLY, {Kind.SMALL_FAVOUR: Answers(12, 20)}) == SEEDS[Kind.COSTLY]


@pytest.mark.parametrize(
    ("chance", "far"),
    [(None, False), (30, False), (58, False), (61, True), (100, True), (1, False)],
)
def test_a_prediction_is_far_off_from_thirty_points_on(chance: int | None, far: bool) -> None:
    assert far_off(chance, Beta(7, 3)) is far


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(Kind))
def test_whatever_was_heard_some_say_yes_and_some_say_no(yes: int, no: int, kind: Kind) -> None:
    belief = expected(kind, {kind: Answers(yes, yes + no)})
    assert 0 < belief.mean < 1
    assert 1 <= in_ten(belief) <= 9
