"""What an ask is expected to be like, and where the guards begin and may rise by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.coach import distress, fit, readiness
from bot.coach.belief import Belief
from bot.coach.distress import Guess
from bot.coach.model import Challenge, Context, Domain, Kind, Stakes

SOCIAL = Domain.SOCIAL


def begin(sting: int) -> Belief:
    return readiness.begin({SOCIAL: sting})


def ready(readiness_: float) -> Belief:
    belief = begin(5)
    return replace(belief, mean=(readiness_, *belief.mean[1:]))


def ask(rung: int) -> Challenge:
    return Challenge("kite", SOCIAL, rung, Context.SHOP, Kind.SMALL_FAVOUR, Stakes.LOW)


def test_the_less_a_no_stings_the_higher_the_guards_begin() -> None:
    first = [fit.first_level(begin(sting), SOCIAL) for sting in range(1, 11)]
    assert first == sorted(first, reverse=True)
    assert first[0] > first[-1] >= 1


@pytest.mark.parametrize("sting", range(1, 11))
def test_the_first_level_is_the_highest_of_which_some_asks_would_not_be_too_much(sting: int) -> None:
    belief = begin(sting)
    level = fit.first_level(belief, SOCIAL)
    assert fit.bears(belief, SOCIAL, level)
    assert level == 10 or not fit.bears(belief, SOCIAL, level + 1)


@pytest.mark.parametrize("sting", range(1, 11))
def test_the_first_ask_lies_well_below_that_level(sting: int) -> None:
    belief = begin(sting)
    rung = fit.first_rung(belief, SOCIAL)
    assert rung < fit.first_level(belief, SOCIAL)
    assert rung == 1 or fit.typical(belief, SOCIAL, rung).distress <= fit.START
    assert fit.typical(belief, SOCIAL, rung + 1).distress > fit.START


def test_who_is_ready_for_nothing_begins_on_the_first_rung_and_who_is_for_all_on_the_last() -> None:
    assert [fit.first_level(ready(level), SOCIAL) for level in (-9, 30)] == [1, 10]


def test_a_higher_rung_is_expected_to_be_harder_and_so_is_all_for_somebody_less_ready() -> None:
    expected = [fit.guess(begin(5), ask(rung)).distress for rung in range(1, 11)]
    assert expected == sorted(expected)
    assert fit.guess(begin(9), ask(4)).distress > fit.guess(begin(2), ask(4)).distress


def test_an_ask_of_which_nothing_is_known_is_like_the_typical_one_of_its_rung() -> None:
    belief = begin(5)
    assert fit.guess(belief, ask(4)).mean == fit.typical(belief, SOCIAL, 4).mean
    assert fit.guess(belief, ask(4)).spread == pytest.approx(fit.typical(belief, SOCIAL, 4).spread)


def test_what_a_rating_tells_of_an_ask_makes_it_surer() -> None:
    belief = readiness.rated(begin(5), ask(4), 8, date(2026, 11, 2))
    assert fit.guess(belief, ask(4)).distress > fit.guess(begin(5), ask(4)).distress
    assert fit.guess(belief, ask(4)).spread < fit.guess(begin(5), ask(4)).spread


def test_the_next_rung_bears_up_to_a_height_and_not_beyond() -> None:
    bears = [fit.bears(ready(4), SOCIAL, rung) for rung in range(1, 11)]
    assert bears == sorted(bears, reverse=True)
    assert bears[0]
    assert not bears[-1]
    assert sum(fit.bears(ready(6), SOCIAL, rung) for rung in range(1, 11)) >= sum(bears)


def test_the_middle_of_the_scale_is_where_hardness_and_readiness_are_even() -> None:
    assert distress.felt(0) == 5.5
    assert distress.felt(-99) == pytest.approx(1)
    assert distress.felt(99) == pytest.approx(10)


def test_the_worth_is_highest_in_the_middle_of_the_band_and_for_what_is_known() -> None:
    worth = [Guess(mean, 1).worth() for mean in (-4, 0, 4)]
    assert worth[1] > worth[0] > worth[2], "too much costs more than too little"
    assert Guess(0, 1).worth() > Guess(0, 3).worth()
