"""The short form of the long command (thousand.py): a small town for a month, every number reckoned again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.coach import streak
from bot.coach.model import Attempt, Cause, Domain, Facts, Outcome, State, Why, Wish
from tests.journeys import recompute, thousand
from tests.journeys.thousand import BEGIN

MONDAY = date(2026, 11, 23)


async def test_streak_and_level_of_everybody_equal_what_their_log_gives(tmp_path: Path) -> None:
    found = await thousand.live(tmp_path / "town.db", many=10, span=24, seed=3)
    assert found.wrong == []
    assert found.cards > 60
    assert found.pages > 10
    assert found.attempts > 60


def test_a_number_that_is_off_is_found_and_told() -> None:
    found = thousand.Found(people=1, days=1)
    found.expect("card of 1, run", 3, 2)
    found.expect("card of 1, next rung", 4, 4)
    assert found.wrong == ["card of 1, run: the bot has 3, the log gives 2"]
    assert "mismatches  1" in thousand.told(found)


# --- both reckonings, on logs small enough to see


ASKED = Outcome.NO


def entry(day: int, state: State = State.DONE, outcome: Outcome | None = None) -> Attempt:
    at, facts = BEGIN + timedelta(days=day), Facts(outcome=outcome, peak=5)
    on = MONDAY + timedelta(days=day)
    return Attempt(day + 1, on, Domain.SOCIAL, 3, state, at, challenge=f"ask-{day}", facts=facts)


def asked(*on: int) -> list[Attempt]:
    return [entry(day, outcome=ASKED) for day in on]


def silent(*on: int) -> list[Attempt]:
    return [entry(day, State.OFFERED) for day in on]


@pytest.mark.parametrize(
    ("log", "run"),
    [
        ([], 0),
        (asked(0, 1), 2),
        ([*asked(0, 2), entry(1, State.DAY_OFF)], 2),
        ([*asked(0, 2), entry(1, State.PAUSED)], 2),
        ([*asked(0, 2), *silent(1)], 1),
        ([*asked(0, 2), entry(1, outcome=Outcome.BACKED_OUT)], 1),
        ([*asked(*range(7), 8), *silent(7)], 8),
        ([*asked(*range(7), 9), *silent(7, 8)], 1),
        ([*asked(*range(21), 23), *silent(21, 22)], 22),
        ([*asked(*range(21), 24), *silent(21, 22, 23)], 1),
    ],
)
def test_a_run_goes_back_over_rest_and_freezes_and_stops_at_what_was_missed(
    log: list[Attempt], run: int
) -> None:
    today = MONDAY + timedelta(days=25)
    assert recompute.run(log, today) == run
    assert streak.streak(log, today).current == run


def test_today_still_open_is_not_missed() -> None:
    log = [*asked(0), *silent(1)]
    for day, run in ((1, 1), (2, 0)):
        today = MONDAY + timedelta(days=day)
        assert recompute.run(log, today) == streak.streak(log, today).current == run


# --- what the guards promise


def chosen(*rungs: int, cause: Cause = Cause.FITS) -> list[Attempt]:
    """An ask a day that the coach chose, of these rungs."""
    why = Why(cause, 3)
    return [replace(one, rung=rung, why=why) for one, rung in zip(asked(*range(9)), rungs, strict=False)]


@pytest.mark.parametrize(
    ("log", "found"),
    [
        (chosen(5), []),
        (chosen(3, 2, 4, 5), []),
        (chosen(3, 5), [2]),
        (chosen(3, 2, 5, 5), [3]),
        (chosen(3, 5, cause=Cause.BOLD), []),
        (chosen(3, 6, cause=Cause.BOLD), [2]),
    ],
)
def test_an_ask_two_rungs_above_all_before_is_a_leap(log: list[Attempt], found: list[int]) -> None:
    assert recompute.leaps(log, []) == found


def test_a_wish_for_harder_is_no_leap() -> None:
    log = chosen(3, 5)
    wish = Wish(log[0].offered_at + timedelta(hours=1), MONDAY, Domain.SOCIAL, +1)
    assert recompute.leaps(log, [wish]) == []


@pytest.mark.parametrize(("peak", "following", "fits"), [(9, 3, False), (9, 2, True), (8, 3, True)])
def test_after_a_peak_of_nine_a_smaller_one_comes_next(peak: int, following: int, fits: bool) -> None:
    (last,) = asked(0)
    last = replace(last, facts=replace(last.facts, peak=peak))
    assert recompute.asked_for_less([last], [], last, following) is fits
