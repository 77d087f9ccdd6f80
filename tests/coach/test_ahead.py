"""Which ask they are asked to rate: one of tomorrow's, of which nothing was said, and that could matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.coach import ahead, readiness, sizing
from bot.coach.belief import line
from bot.coach.model import Challenge, Context, Domain, Kind, Stakes
from bot.coach.worth import Morning
from bot.words import bank

SOCIAL = Domain.SOCIAL
MONDAY = date(2026, 11, 2)
REAL = bank.load().challenges


def challenge(name: str, rung: int = 4, **other: object) -> Challenge:
    made = Challenge(name, SOCIAL, rung, Context.SHOP, Kind.SMALL_FAVOUR, Stakes.LOW)
    return replace(made, **other)  # type: ignore[arg-type]  # the fields of a challenge


def morning(pool: tuple[Challenge, ...], *rated: tuple[Challenge, int]) -> Morning:
    course = sizing.begin({SOCIAL: 5})
    for ask, rating in rated:
        course = replace(course, belief=readiness.rated(course.belief, ask, rating))
    return Morning(pool, course, MONDAY)


TWO = (challenge("one"), challenge("two"))


def test_it_asks_of_one_that_may_come_tomorrow() -> None:
    found = ahead.ask(morning(REAL))
    assert found is not None
    assert found.domain is SOCIAL
    assert found.rung <= sizing.today(sizing.begin({SOCIAL: 5}), SOCIAL, MONDAY).rung


def test_it_never_asks_twice_of_the_same() -> None:
    asked = ahead.ask(morning(TWO))
    assert asked is not None
    other = ahead.ask(morning(TWO, (asked, 9)))
    assert other is not None
    assert other.id != asked.id
    assert ahead.ask(morning(TWO, (asked, 9), (other, 5))) is None


def test_it_asks_nothing_where_no_answer_would_change_the_choice() -> None:
    known, far = challenge("known", rung=2), challenge("far", rung=1, context=Context.WORK, kind=Kind.COSTLY)
    fits = morning((known, far), *[(known, 6)] * 8)
    assert ahead.ask(fits) is None


def test_asks_of_their_own_are_never_asked_about() -> None:
    assert ahead.ask(morning(tuple(challenge(f"{n}", own=True) for n in range(3)))) is None


@pytest.mark.parametrize("rating", [1, 10])
def test_tomorrow_has_a_mood_of_its_own(rating: int) -> None:
    now = morning(TWO)
    course = sizing.on(now.course, (), MONDAY, {})
    moved = replace(now, course=replace(course, belief=readiness.feared(course.belief, TWO[0], rating)))
    then = ahead.tomorrow(moved)
    assert moved.course.belief.mean[-1] != 0
    assert then.course.belief.mean[-1] == 0
    assert then.day == MONDAY + timedelta(days=1)
    assert line(TWO[0]).ask in then.course.belief.met
