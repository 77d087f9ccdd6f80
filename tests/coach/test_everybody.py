"""How hard everybody finds an ask: the first word of a log, many of them, and what they make of a rung."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import exp
from random import Random  # noqa: TID251  people are made of dice, the same again for the same seed
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import distress, everybody, fit, readiness
from bot.coach.belief import Belief
from bot.coach.everybody import EVERY, MOST, MOVES, PEOPLE, Found, Heard, harder, learnt
from bot.coach.model import Attempt, Challenge, Context, Domain, Facts, Kind, Outcome, Stakes, State

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
MONDAY, TUESDAY, LONG_AGO = date(2026, 11, 23), date(2026, 11, 24), date(2026, 1, 5)
DAY = timedelta(days=1)
SOCIAL = Domain.SOCIAL
RUNGS = {"an-ask": 5}


def ask(rung: int = 5, off: float = 0.0) -> Challenge:
    return Challenge(
        "an-ask", SOCIAL, rung, Context.SHOP, Kind.SMALL_FAVOUR, Stakes.LOW, found=((LONG_AGO, off),)
    )


def heard(mean: float, people: int = 40, weight: float = 0.25) -> Heard:
    return Heard("an-ask", people, people * weight, people * weight * (5 + mean))


def begun(sting: int = 5) -> Belief:
    return readiness.begin({SOCIAL: sting})


def first(belief: Belief) -> tuple[float, float]:
    met = belief.met["an-ask"]
    return met.lay / met.weight - 5, met.weight


# --- the first word of a log


def test_a_word_above_what_was_expected_finds_the_ask_harder_and_one_below_easier() -> None:
    easier, harder_ = (first(readiness.rated(begun(), ask(), rating, MONDAY))[0] for rating in (2, 9))
    assert easier < -0.5
    assert harder_ > 0.5


def test_the_first_word_stays_whatever_is_said_later() -> None:
    once = readiness.rated(begun(), ask(), 9, MONDAY)
    assert first(readiness.rated(once, ask(), 1, MONDAY)) == first(once)


@pytest.mark.parametrize("off", [-0.6, 0.6])
def test_a_first_word_counts_from_the_rung_of_the_bank_whatever_was_found_before(off: float) -> None:
    """So a week's finding is not piled upon the last one."""
    plain, found = (first(readiness.rated(begun(), ask(off=by), 6, MONDAY))[0] for by in (0.0, off))
    assert found == pytest.approx(plain, abs=0.15)


def test_what_everybody_finds_moves_what_is_expected_of_an_ask_and_of_no_other() -> None:
    belief = begun()
    usual, found = fit.guess(belief, ask()), fit.guess(belief, ask(off=0.7))
    assert found.mean == pytest.approx(usual.mean + 0.7)
    assert found.spread == usual.spread
    assert fit.typical(belief, SOCIAL, 5).mean == pytest.approx(usual.mean)


def test_a_rung_that_the_editors_change_is_not_added_to_what_was_said_of_the_one_before() -> None:
    """Who left long ago keeps a course of the bank of that day."""
    said = readiness.rated(begun(), ask(5), 6, MONDAY).met["an-ask"]
    words = Heard("an-ask", 1000, 1000 * said.weight, 1000 * said.lay)
    assert harder(words, 6) == pytest.approx(harder(words, 5) - 1, abs=0.1)


def said_of_an_easy_ask(dice: Random, off: float) -> tuple[float, float]:
    """A day's ask, just as easy as is believed, made by whom it does not frighten, if they had time."""
    belief, there = readiness.until(begun(), MONDAY), ask(off=off)
    now = fit.guess(belief, there)
    felt = distress.felt(dice.gauss(now.mean, now.spread**0.5))
    goes = readiness.FREE / (1 + exp((felt - readiness.COURAGE) / readiness.NERVE))
    made = dice.random() < goes
    entry = Attempt(
        1, MONDAY, SOCIAL, 5, State.DONE if made else State.OFFERED, NOW, "an-ask", context=Context.SHOP
    )
    entry = replace(entry, facts=Facts(outcome=Outcome.NO if made else None))
    met = readiness.after(belief, entry, there).met["an-ask"]
    return met.lay, met.weight


def test_an_easy_ask_that_is_as_easy_as_believed_does_not_get_easier_for_the_days_without_time() -> None:
    """A day not attempted leaves more doubt about an easy ask than before; it tells all the same."""
    dice = Random(9)  # noqa: S311  no secret
    words = [said_of_an_easy_ask(dice, -1.2) for _ in range(4000)]
    lay, weight = (sum(one) for one in zip(*words, strict=True))
    assert lay / weight - 5 == pytest.approx(-1.2, abs=0.3)


# --- what many come to


def somebody(dice: Random, true: float) -> tuple[float, float]:
    """A rating of an ask that is `true` rungs harder than its rung, by somebody who differs in everything."""
    ready = dice.gauss(3.5, 1.2)
    sting = distress.felt(5 - ready) + dice.gauss(0, 1.5)
    own, noise = dice.gauss(0, 1.1), dice.gauss(0, 1.2)
    rating = distress.felt(5 + true + own - ready) + noise
    belief = begun(min(max(round(sting), 1), 10))
    return first(readiness.rated(belief, ask(), min(max(round(rating), 1), 10), MONDAY))


@pytest.mark.parametrize("true", [-1.0, 0.0, 1.0])
def test_many_words_find_out_how_hard_an_ask_is(true: float) -> None:
    dice = Random(7)  # noqa: S311  no secret
    words = [somebody(dice, true) for _ in range(600)]
    weight = sum(w for _, w in words)
    found = harder(Heard("an-ask", len(words), weight, sum(w * (5 + by) for by, w in words)), 5)
    assert found == pytest.approx(true, abs=0.3)


def test_what_is_expected_comes_nearer_to_what_people_meet() -> None:
    dice = Random(8)  # noqa: S311  no secret
    words = [somebody(dice, 1.0) for _ in range(100)]
    mean = fmean(by for by, _ in words)
    found = learnt([heard(mean, 100)], RUNGS, Found(), NOW).asks["an-ask"][-1][1]
    belief = begun()
    meets = 5 + 1.0 - 3.5  # somebody of middling readiness
    assert abs(fit.guess(belief, ask(off=found)).mean - meets) < abs(fit.guess(belief, ask()).mean - meets)


def test_few_words_are_drawn_towards_the_rung() -> None:
    few, many = harder(heard(1.0, 6), 5), harder(heard(1.0, 600), 5)
    assert 0.2 < few < 0.5
    assert 0.9 < many < 1.0


@given(st.floats(-30, 30), st.integers(1, 10_000), st.floats(0.01, 1))
def test_no_ask_gets_far_from_its_rung(mean: float, people: int, weight: float) -> None:
    assert -MOST <= harder(heard(mean, people, weight), 5) <= MOST


# --- what is kept


def test_an_ask_that_few_have_met_stays_as_its_rung_says() -> None:
    assert learnt([heard(1.4, PEOPLE - 1)], RUNGS, Found(), NOW).asks == {}
    assert set(learnt([heard(1.4, PEOPLE)], RUNGS, Found(), NOW).asks) == {"an-ask"}


def test_a_small_change_is_left_and_a_larger_one_comes_after_what_was_known() -> None:
    before, later = learnt([heard(0.8)], RUNGS, Found(), NOW), NOW + EVERY
    near, far = heard(0.8 + MOVES / 2), heard(0.8 + 2 * MOVES)
    assert learnt([near], RUNGS, before, later) == replace(before, at=later)
    (since, first_), (then, second) = learnt([far], RUNGS, before, later).asks["an-ask"]
    assert ((since, first_),) == before.asks["an-ask"]
    assert then == since + EVERY
    assert second > first_


def test_a_day_is_folded_with_what_was_known_on_it() -> None:
    known = replace(ask(), found=((MONDAY, 0.4), (TUESDAY, 0.9)))
    days = (MONDAY - DAY, MONDAY, TUESDAY, TUESDAY + 40 * DAY, None)
    assert [known.off(day) for day in days] == [0.0, 0.4, 0.9, 0.9, 0.9]


def test_what_is_learnt_holds_from_a_day_that_has_begun_nowhere() -> None:
    ((since, _),) = learnt([heard(0.8)], RUNGS, Found(), NOW).asks["an-ask"]
    assert since > (NOW + timedelta(hours=14)).date()


def test_what_nobody_speaks_of_any_more_is_kept() -> None:
    known = {"an-ask": ((MONDAY, 0.4),)}
    assert learnt([], RUNGS, Found(known), NOW) == Found(known, NOW)


def test_it_is_learnt_at_once_and_then_every_week() -> None:
    assert everybody.due(Found(), NOW)
    found = replace(Found(), at=NOW)
    assert not everybody.due(found, NOW + EVERY - timedelta(seconds=1))
    assert everybody.due(found, NOW + EVERY)


def test_a_clock_that_was_ahead_does_not_hold_learning_up() -> None:
    assert everybody.due(Found(at=NOW + timedelta(days=900)), NOW)
