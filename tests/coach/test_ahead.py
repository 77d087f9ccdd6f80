"""Which ask they are asked to rate: one of tomorrow's, of which nothing was said, and that could matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.coach import ahead, readiness, sizing
from bot.coach.ladder import FIRST_ROUND, Rating
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
    course = replace(sizing.begin({SOCIAL: 5}), attempts=4)
    for ask, rating in rated:
        course = replace(course, belief=readiness.rated(course.belief, ask, rating, MONDAY))
    return Morning(pool, course, MONDAY)


def left(name: str, day: int, rating: int | None = None) -> Rating:
    return Rating(name, SOCIAL, rating, datetime(2026, 11, 1, 20, tzinfo=UTC) + timedelta(days=day))


TWO = (challenge("one"), challenge("two"))


def test_it_asks_of_one_that_may_come_tomorrow() -> None:
    found = ahead.ask(morning(REAL), {})
    assert found is not None
    assert found.domain is SOCIAL
    assert found.rung <= sizing.today(sizing.begin({SOCIAL: 5}), SOCIAL, MONDAY).rung


def test_it_never_asks_twice_of_the_same() -> None:
    asked = ahead.ask(morning(TWO), {})
    assert asked is not None
    other = ahead.ask(morning(TWO, (asked, 9)), {})
    assert other is not None
    assert other.id != asked.id
    assert ahead.ask(morning(TWO, (asked, 9), (other, 5)), {}) is None


def test_it_asks_nothing_where_no_answer_would_change_the_choice() -> None:
    known, far = challenge("known", rung=2), challenge("far", rung=1, context=Context.WORK, kind=Kind.COSTLY)
    fits = morning((known, far), *[(known, 6)] * 8)
    assert ahead.ask(fits, {}) is None


def test_asks_of_their_own_are_never_asked_about() -> None:
    assert ahead.ask(morning(tuple(challenge(f"{n}", own=True) for n in range(3))), {}) is None


@pytest.mark.parametrize("rating", [1, 10])
def test_tomorrow_has_a_mood_of_its_own(rating: int) -> None:
    now = morning(TWO)
    course = sizing.on(now.course, (), MONDAY, {})
    moved = replace(now, course=replace(course, belief=readiness.feared(course.belief, TWO[0], rating)))
    then = ahead.tomorrow(moved)
    assert moved.course.belief.mean[-1] != 0
    assert then.course.belief.mean[-1] == 0
    assert then.day == MONDAY + timedelta(days=1)
    assert TWO[0].id in then.course.belief.met


def test_what_was_left_is_not_asked_again() -> None:
    asked = ahead.ask(morning(TWO), {})
    assert asked is not None
    other = ahead.ask(morning(TWO), {asked.id: left(asked.id, 0)})
    assert other is not None
    assert other.id != asked.id


def test_who_left_five_in_a_row_is_asked_no_more_until_they_rate_one() -> None:
    four = {str(n): left(str(n), n) for n in range(4)}
    assert ahead.ask(morning(REAL), four) is not None
    five = four | {"4": left("4", 4)}
    assert ahead.ask(morning(REAL), five) is None
    assert ahead.ask(morning(REAL), five | {"0": left("0", 5, rating=3)}) is not None


def test_the_first_attempts_and_a_rest_are_left_in_peace() -> None:
    now = morning(REAL)
    assert ahead.ask(replace(now, course=replace(now.course, attempts=2)), {}) is None
    assert ahead.ask(replace(now, calm=True), {}) is None


def test_after_the_third_attempt_an_answer_leads_to_the_next_until_there_are_eight() -> None:
    third = replace(morning(REAL).course, attempts=3)
    rated = {str(n): left(str(n), n, rating=5) for n in range(FIRST_ROUND)}
    assert ahead.goes_on(third, {})
    assert ahead.goes_on(third, {**rated, "0": left("0", 0)}), "one that was left is no rating"
    assert not ahead.goes_on(third, rated)
    assert not ahead.goes_on(replace(third, attempts=4), {})
