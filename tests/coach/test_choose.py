"""Today's challenge: rules on a small bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import choose, fit, sizing
from bot.coach.model import (
    Attempt,
    Challenge,
    Context,
    Domain,
    Kind,
    Size,
    Stakes,
)
from bot.coach.sizing import Course
from bot.coach.worth import Morning
from bot.words import bank
from tests.coach.mornings import DAY, MONDAY, ask, asked, morning

SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
REAL = bank.load().challenges


def challenge(
    name: str,
    rung: int = 3,
    context: Context = Context.SHOP,
    stakes: Stakes = Stakes.LOW,
    domain: Domain = SOCIAL,
) -> Challenge:
    return Challenge(name, domain, rung, context, Kind.SMALL_FAVOUR, stakes)


def course(*domains: Domain, attempts: int = 0) -> Course:
    return replace(sizing.begin(dict.fromkeys(domains, 6)), attempts=attempts)


def domain(log: Sequence[Attempt], now: Course, roll: float) -> Domain:
    for attempt in log:
        now = sizing._noted(now, attempt)
    return choose.next_domain(Morning(REAL, now, MONDAY + DAY * 9), roll)


# --- which ask

TWO = [challenge("one"), challenge("two")]


@pytest.mark.parametrize(("days_later", "expected"), [(1, "two"), (13, "two"), (14, "one")])
def test_an_ask_rests_for_two_weeks(days_later: int, expected: str) -> None:
    assert ask(TWO, [asked("one", 0)], day=days_later) == expected


def test_a_swapped_away_ask_rests_as_well() -> None:
    assert ask(TWO, [asked(None, passed=("one",))]) == "two"


LADDER = [challenge(f"{rung}", rung) for rung in range(1, 11)]


def test_the_ask_is_the_one_that_fits_best_of_those_that_are_allowed() -> None:
    worth = {c.rung: fit.guess(course(SOCIAL).belief, c).worth() for c in LADDER}
    best = max(worth, key=lambda rung: worth[rung])
    assert 3 < best < 8, "the middle of the scale, for somebody unknown"
    assert ask(LADDER, rung=10) == f"{max(best, 6)}"
    assert ask(LADDER, rung=best - 1) == f"{best - 1}", "never above the rung"
    assert ask(LADDER, [asked(f"{best}")], rung=best) == f"{best - 1}"


def test_what_lies_far_below_the_rung_is_asked_only_where_nothing_else_rested() -> None:
    far = [LADDER[0], LADDER[4], LADDER[9]]
    assert ask(far, rung=9) == "5"
    assert ask(far, [asked("5")], rung=9) == "1"


def test_when_everything_was_asked_lately_the_one_of_the_longest_ago_comes_again() -> None:
    log = [asked("two", 0), asked("one", 1)]
    assert ask(TWO, log, day=2) == "two"
    assert ask([*TWO, challenge("high", 9)], log, day=2) == "two"


def test_a_domain_that_begins_higher_offers_its_lowest_asks() -> None:
    pool = [challenge("lowest", 4), challenge("higher", 9)]
    assert [ask(pool, rung=1), ask(pool, [asked("lowest")], rung=1)] == ["lowest", "lowest"]


def test_the_place_varies_first_and_then_the_stakes() -> None:
    pool = [
        challenge("same", context=Context.SHOP, stakes=Stakes.LOW),
        challenge("other stakes", context=Context.SHOP, stakes=Stakes.MEANINGFUL),
        challenge("other place", context=Context.STREET, stakes=Stakes.LOW),
        challenge("both", context=Context.STREET, stakes=Stakes.MEANINGFUL),
    ]
    log = [asked("last")]
    pool_and_last = [*pool, challenge("last")]
    assert ask(pool_and_last, log) == "both"
    assert ask([c for c in pool_and_last if c.id != "both"], log) == "other place"
    assert ask([pool[0], pool[1], pool_and_last[4]], log) == "other stakes"
    assert ask([pool[0], pool_and_last[4]], log) == "same"


def test_the_roll_reaches_every_ask_that_is_equal() -> None:
    pool = [challenge(f"{n}") for n in range(7)]
    assert Counter(ask(pool, roll=n / 70) for n in range(70)) == {f"{n}": 10 for n in range(7)}
    assert ask(pool, roll=1 - 2**-53) == "6"
    assert ask(pool[::-1], roll=0) == "0"  # the order of the bank does not matter


# --- which domain


def test_the_first_domain_ever_is_the_first_and_the_other_ones_follow() -> None:
    assert domain((), course(SOCIAL, WORK), 0.9) is SOCIAL
    assert domain([asked("one")], course(SOCIAL, WORK), 0.9) is WORK


def test_the_domain_with_the_best_fitting_ask_comes_next() -> None:
    pool = [challenge("mild", 1), challenge("fits", 4, domain=WORK)]
    log = [asked("x", 0), asked("y", 1, domain=WORK)]
    assert choose.next_domain(morning(pool, log, 2, SOCIAL, WORK), 0) is WORK


def test_a_domain_waits_for_two_rounds_at_most() -> None:
    pool = [challenge("mild", 1), challenge("fits", 4, domain=WORK)]
    log = [asked("x", 0), *(asked("y", day, domain=WORK) for day in range(1, 6))]
    waited = [choose.next_domain(morning(pool, log[:n], n, SOCIAL, WORK), 0) for n in range(2, 7)]
    assert waited == [WORK] * 4 + [SOCIAL]


@given(st.floats(0, 1, exclude_max=True))
def test_a_new_domain_comes_before_those_that_were_asked(roll: float) -> None:
    fresh = domain([asked("a")], course(SOCIAL, WORK, Domain.CUSTOMERS), roll)
    assert fresh in (WORK, Domain.CUSTOMERS)


# --- which version


def test_the_gentle_way_is_imagined_three_times_then_smaller_three_times() -> None:
    sizes = [choose.first_size(course(SOCIAL, attempts=made), gentle=True) for made in range(8)]
    assert sizes == [Size.IMAGINAL] * 3 + [Size.SMALLER] * 3 + [Size.FULL] * 2


@pytest.mark.parametrize("made", [0, 3, 6, 100])
def test_everybody_else_begins_with_the_whole_ask(made: int) -> None:
    assert choose.first_size(course(SOCIAL, attempts=made), gentle=False) is Size.FULL


def test_smaller_than_smaller_is_imagined() -> None:
    assert [choose.smaller(size) for size in Size] == [Size.SMALLER, Size.IMAGINAL, Size.IMAGINAL]


@pytest.mark.parametrize(("swapped", "left"), [(0, 3), (1, 2), (3, 0), (5, 0)])
def test_another_one_comes_three_times_a_day(swapped: int, left: int) -> None:
    assert choose.swaps_left(asked("a", passed=("x",) * swapped)) == left
