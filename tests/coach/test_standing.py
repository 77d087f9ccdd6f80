"""Where a person stands in a domain: the guards, one at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.coach import standing
from bot.coach.model import Attempt, Cause, Context, Domain, Facts, Outcome, Size, State
from bot.coach.standing import Standing

MONDAY = date(2026, 11, 2)
TUESDAY = MONDAY + timedelta(days=1)
FIVE = Standing(5, last_day=MONDAY, last_rung=5)
EARNED = replace(FIVE, attempts=2, asks=frozenset("ab"), contexts=frozenset({Context.SHOP}))


def ask(peak: int | None = 4, **other: Any) -> Attempt:
    at = datetime(2026, 11, 3, 12, tzinfo=UTC)
    facts = Facts(outcome=Outcome.NO, peak=peak)
    usual = Attempt(1, TUESDAY, Domain.SOCIAL, 5, State.DONE, at, "c", context=Context.STREET, facts=facts)
    return replace(usual, **other)


def made(there: Standing, attempt: Attempt, flagged: bool = False, bears: bool = True) -> Standing:
    there = replace(standing.on(there, attempt.day), last_rung=attempt.rung)
    return standing.made(there, attempt, flagged, bears)


def test_the_third_attempt_with_another_ask_in_another_place_opens_the_next_level() -> None:
    risen = made(EARNED, ask())
    assert (risen.level, risen.rung, risen.cause) == (6, 6, Cause.ROSE)
    assert (risen.attempts, risen.asks, risen.contexts) == (0, frozenset(), frozenset())


@pytest.mark.parametrize(
    ("before", "attempt", "flagged", "bears", "cause"),
    [
        (replace(EARNED, attempts=1), ask(), False, True, Cause.HELD),
        (replace(EARNED, asks=frozenset("c")), ask(), False, True, Cause.HELD),
        (EARNED, ask(context=Context.SHOP), False, True, Cause.HELD_PLACES),
        (EARNED, ask(context=None), False, True, Cause.HELD_PLACES),
        (EARNED, ask(), True, True, Cause.HELD_SAFETY),
        (EARNED, ask(), False, False, Cause.HELD),
        (EARNED, ask(size=Size.SMALLER), False, True, Cause.HELD),
        (EARNED, ask(rung=4), False, True, Cause.HELD),
    ],
)
def test_without_one_of_these_the_rung_is_held(
    before: Standing, attempt: Attempt, flagged: bool, bears: bool, cause: Cause
) -> None:
    held = made(before, attempt, flagged, bears)
    assert (held.level, held.cause) == (5, cause)
    assert held.rung <= 5


@pytest.mark.parametrize(("peak", "reach"), [(None, 3), (4, 3), (7, 3), (8, 2)])
def test_one_above_what_was_made_comes_into_reach_and_after_a_hard_one_only_itself(
    peak: int | None, reach: int
) -> None:
    assert made(FIVE, ask(peak, rung=2)).rung == reach


def test_what_is_in_reach_grows_by_what_is_made_up_to_the_level() -> None:
    there, rungs = made(FIVE, ask(rung=2)), []
    for day in range(1, 5):
        attempt = ask(rung=there.rung, day=TUESDAY + timedelta(days=day), challenge="a")
        there = made(there, attempt)
        rungs.append((there.rung, there.cause))
    assert rungs == [(4, Cause.ROSE), (5, Cause.ROSE), (5, Cause.HELD), (5, Cause.HELD)]


def test_an_easier_ask_takes_nothing_out_of_reach_that_was() -> None:
    there = made(made(FIVE, ask(rung=4)), ask(rung=1, day=TUESDAY + timedelta(days=1)))
    assert there.rung == 5


@pytest.mark.parametrize("size", Size)
def test_a_peak_of_nine_puts_the_next_one_below_the_ask_that_frightened(size: Size) -> None:
    fell = made(EARNED, ask(9, rung=3, size=size))
    assert (fell.level, fell.rung, fell.cause) == (4, 2, Cause.FELL_PEAK)


def test_the_second_day_not_attempted_puts_the_next_one_below_and_starts_the_count_again() -> None:
    once = standing.not_made(FIVE, ask())
    twice = standing.not_made(once, ask())
    assert (once.rung, once.misses, once.cause) == (5, 1, Cause.HELD)
    assert (twice.rung, twice.misses, twice.cause) == (4, 0, Cause.FELL_MISSED)


def test_an_attempt_between_begins_the_count_of_days_anew() -> None:
    assert made(standing.not_made(FIVE, ask()), ask()).misses == 0


def test_a_day_counts_once() -> None:
    assert standing.not_made(replace(FIVE, last_day=TUESDAY, misses=1), ask()).misses == 1


@pytest.mark.parametrize("times", [1, 2, 9])
def test_a_day_raises_by_one_at_most(times: int) -> None:
    there = standing.on(FIVE, TUESDAY)
    for _ in range(times):
        there = standing.move(there, +1, Cause.HARDER, TUESDAY)
    assert there.rung == 6
    assert there.cause is (Cause.HARDER if times == 1 else Cause.HELD)


def test_the_next_day_raises_again() -> None:
    there = standing.move(FIVE, +1, Cause.HARDER, MONDAY)
    assert standing.move(there, +1, Cause.HARDER, TUESDAY).rung == 7


@pytest.mark.parametrize(("steps", "end"), [(+1, 10), (-1, 1)])
def test_the_ladder_has_two_ends(steps: int, end: int) -> None:
    there = FIVE
    for day in range(12):
        there = standing.move(there, steps, Cause.HARDER, MONDAY + timedelta(days=day))
    assert (there.rung, there.level) == (end, end)
