"""Bayes' step: what is said of an ask is known of that ask, however little it tells of readiness and fear."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp

import pytest

from bot.coach import readiness
from bot.coach.belief import KIN, UNMET, Belief, Likelihood, Line, hardness, seen
from bot.coach.model import Context, Domain, Kind

SOCIAL = Domain.SOCIAL
BEGUN_ON = date(2026, 11, 2)
BEGUN = readiness.until(readiness.begin({SOCIAL: 5, Domain.PROFESSIONAL: 6}), BEGUN_ON)
START = readiness.until(BEGUN, BEGUN_ON + timedelta(days=1))  # the mood of that day is gone
KITE = Line(SOCIAL, 4, "kite", (Kind.SMALL_FAVOUR, Context.SHOP))
OTHER = Line(SOCIAL, 4, "other", (Kind.SMALL_FAVOUR, Context.SHOP))


def mood(belief: Belief) -> float:
    return belief.spread[-1][-1]


def said(hard: float, spread: float) -> Likelihood:
    return lambda felt: exp(-((felt - hard) ** 2) / (2 * spread))


@pytest.mark.parametrize("noise", [0.7, 1.5, 4.0])
def test_a_report_narrows_its_own_ask_as_if_nothing_else_were_in_doubt(noise: float) -> None:
    before, spread = hardness(START, KITE)
    after, left = hardness(seen(START, KITE, said(before + 1, noise), mood=0.0)[0], KITE)
    spread, left = spread - mood(START), left - mood(START)
    assert left == pytest.approx(spread * noise / (spread + noise), rel=0.05)
    assert after == pytest.approx(before + spread / (spread + noise), abs=0.05)


def test_what_was_said_twice_is_surer_still_and_never_without_doubt() -> None:
    belief, last = START, hardness(START, KITE)[1]
    for _ in range(12):
        belief, _ = seen(belief, KITE, said(1.0, 1.5))
        left = hardness(belief, KITE)[1]
        assert 0 < left < last
        last = left


def test_an_ask_of_which_nothing_was_said_keeps_what_is_its_own_in_doubt() -> None:
    belief, _ = seen(START, KITE, said(1.0, 0.7))
    assert hardness(belief, OTHER)[1] > hardness(belief, KITE)[1] + UNMET / 2
    assert hardness(belief, OTHER)[1] < hardness(START, OTHER)[1]


def shaken(belief: Belief) -> float:
    """How far six reports of other asks, all harder than thought, move the kite."""
    before = hardness(belief, KITE)[0]
    for number in range(6):
        belief, _ = seen(belief, Line(SOCIAL, 4, f"{number}", (Kind.DISCOUNT, Context.HOME)), said(4.0, 0.7))
    return hardness(belief, KITE)[0] - before


def test_what_was_said_of_an_ask_holds_while_readiness_turns_out_to_be_another() -> None:
    known, _ = seen(START, KITE, said(0.5, 0.7))
    assert 0 < shaken(known) < shaken(START) / 2


def test_a_rating_is_of_the_ask_and_not_of_the_mood_of_the_day() -> None:
    rated, _ = seen(START, KITE, said(4.0, 0.7), mood=0.0)
    today, _ = seen(START, KITE, said(4.0, 0.7))
    assert rated.mean[-1] == START.mean[-1]
    assert today.mean[-1] > START.mean[-1] + 0.2


def test_without_its_kind_and_place_an_ask_is_any_of_its_rung() -> None:
    bare, known = hardness(START, Line(SOCIAL, 4)), hardness(START, KITE)
    assert bare == pytest.approx(known)
    assert bare[1] > UNMET + 2 * KIN
