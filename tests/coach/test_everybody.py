"""How hard everybody finds an ask: the first word of a log, many of them, and what they make of a rung."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random  # noqa: TID251  people are made of dice, the same again for the same seed
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import distress, everybody, fit, readiness
from bot.coach.belief import Belief
from bot.coach.everybody import EVERY, MOST, MOVES, PEOPLE, Found, Heard, harder, learnt
from bot.coach.model import Challenge, Context, Domain, Kind, Stakes

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
SOCIAL = Domain.SOCIAL


def ask(rung: int = 5, off: float = 0.0) -> Challenge:
    return Challenge("an-ask", SOCIAL, rung, Context.SHOP, Kind.SMALL_FAVOUR, Stakes.LOW, off=off)


def heard(mean: float, people: int = 40, weight: float = 0.25) -> Heard:
    return Heard("an-ask", people, people * weight, people * weight * mean)


def begun(sting: int = 5) -> Belief:
    return readiness.begin({SOCIAL: sting})


def first(belief: Belief) -> tuple[float, float]:
    met = belief.met["an-ask"]
    return met.first, met.weight


# --- the first word of a log


def test_a_word_above_what_was_expected_finds_the_ask_harder_and_one_below_easier() -> None:
    easier, harder_ = (first(readiness.rated(begun(), ask(), rating))[0] for rating in (2, 9))
    assert easier < -0.5
    assert harder_ > 0.5


def test_the_first_word_stays_whatever_is_said_later() -> None:
    once = readiness.rated(begun(), ask(), 9)
    assert first(readiness.rated(once, ask(), 1)) == first(once)


@pytest.mark.parametrize("off", [-0.6, 0.6])
def test_a_first_word_counts_from_the_rung_of_the_bank_whatever_was_found_before(off: float) -> None:
    """So a week's finding is not piled upon the last one."""
    plain, found = (first(readiness.rated(begun(), ask(off=by), 6))[0] for by in (0.0, off))
    assert found == pytest.approx(plain, abs=0.15)


def test_what_everybody_finds_moves_what_is_expected_of_an_ask_and_of_no_other() -> None:
    belief = begun()
    usual, found = fit.guess(belief, ask()), fit.guess(belief, ask(off=0.7))
    assert found.mean == pytest.approx(usual.mean + 0.7)
    assert found.spread == usual.spread
    assert fit.typical(belief, SOCIAL, 5).mean == pytest.approx(usual.mean)


# --- what many come to


def somebody(dice: Random, true: float) -> tuple[float, float]:
    """A rating of an ask that is `true` rungs harder than its rung, by somebody who differs in everything."""
    ready = dice.gauss(3.5, 1.2)
    sting = distress.felt(5 - ready) + dice.gauss(0, 1.5)
    own, noise = dice.gauss(0, 1.1), dice.gauss(0, 1.2)
    rating = distress.felt(5 + true + own - ready) + noise
    belief = begun(min(max(round(sting), 1), 10))
    return first(readiness.rated(belief, ask(), min(max(round(rating), 1), 10)))


@pytest.mark.parametrize("true", [-1.0, 0.0, 1.0])
def test_many_words_find_out_how_hard_an_ask_is(true: float) -> None:
    dice = Random(7)  # noqa: S311  no secret
    words = [somebody(dice, true) for _ in range(600)]
    weight = sum(w for _, w in words)
    found = harder(Heard("an-ask", len(words), weight, sum(w * by for by, w in words)))
    assert found == pytest.approx(true, abs=0.3)


def test_what_is_expected_comes_nearer_to_what_people_meet() -> None:
    dice = Random(8)  # noqa: S311  no secret
    words = [somebody(dice, 1.0) for _ in range(100)]
    mean = fmean(by for by, _ in words)
    found = learnt([heard(mean, 100)], Found(), NOW).off["an-ask"]
    belief = begun()
    meets = 5 + 1.0 - 3.5  # somebody of middling readiness
    assert abs(fit.guess(belief, ask(off=found)).mean - meets) < abs(fit.guess(belief, ask()).mean - meets)


def test_few_words_are_drawn_towards_the_rung() -> None:
    few, many = harder(heard(1.0, 6)), harder(heard(1.0, 600))
    assert 0.2 < few < 0.5
    assert 0.9 < many < 1.0


@given(st.floats(-30, 30), st.integers(1, 10_000), st.floats(0.01, 1))
def test_no_ask_gets_far_from_its_rung(mean: float, people: int, weight: float) -> None:
    assert -MOST <= harder(heard(mean, people, weight)) <= MOST


# --- what is kept


def test_an_ask_that_few_have_met_stays_as_its_rung_says() -> None:
    assert learnt([heard(1.4, PEOPLE - 1)], Found(), NOW).off == {}
    assert set(learnt([heard(1.4, PEOPLE)], Found(), NOW).off) == {"an-ask"}


def test_a_small_change_is_left_since_each_folds_every_log_again() -> None:
    before = learnt([heard(0.8)], Found(), NOW)
    kept = before.off["an-ask"]
    near, far = heard(0.8 + MOVES / 2), heard(0.8 + 2 * MOVES)
    assert learnt([near], before, NOW).off == {"an-ask": kept}
    assert learnt([far], before, NOW).off["an-ask"] > kept


def test_what_nobody_speaks_of_any_more_is_kept() -> None:
    assert learnt([], Found({"an-ask": 0.4}), NOW) == Found({"an-ask": 0.4}, NOW)


def test_it_is_learnt_at_once_and_then_every_week() -> None:
    assert everybody.due(Found(), NOW)
    found = replace(Found(), at=NOW)
    assert not everybody.due(found, NOW + EVERY - timedelta(seconds=1))
    assert everybody.due(found, NOW + EVERY)
