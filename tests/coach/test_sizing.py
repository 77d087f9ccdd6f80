"""How large the next ask is: every guard as a rule. Whole lives are in test_sizing_lives."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach import sizing
from bot.coach.model import (
    Attempt,
    Cause,
    Challenge,
    Context,
    Domain,
    Kind,
    Outcome,
    Size,
    Stakes,
    State,
)
from bot.coach.sizing import Rated
from tests.coach.sized import (
    BEGIN,
    NOON,
    PLACES,
    SOCIAL,
    STING,
    WORK,
    cause,
    course,
    level,
    made,
    on,
    unmade,
    week,
    wish,
)

# --- where it starts


def test_the_first_ratings_set_the_first_rungs() -> None:
    rungs = [sizing.begin({SOCIAL: sting}).standings[SOCIAL].rung for sting in range(1, 11)]
    assert rungs == sorted(rungs, reverse=True)
    assert rungs[0] > rungs[4] > rungs[-1] >= 1


def rated(minutes: int, rating: int, ask: str = "kite") -> Rated:
    there = Challenge(ask, SOCIAL, BEGIN, Context.SHOP, Kind.SMALL_FAVOUR, Stakes.LOW)
    return Rated(NOON + timedelta(minutes=minutes), there, rating)


def round_of(minutes: int) -> list[Rated]:
    """Three asks that frighten as much as any can."""
    return [rated(minutes, 10, ask) for ask in ("kite", "lamp", "boat")]


def test_what_was_rated_before_the_first_ask_sets_the_first_rungs_and_later_ratings_do_not() -> None:
    rungs = [
        sizing.course([made(0)], (), STING, on(1), {}, round_of(minutes)).standings[WORK].rung
        for minutes in (-1, 0, 1)
    ]
    assert rungs[0] < rungs[1] == rungs[2] == BEGIN


def test_a_later_rating_is_heard_by_what_is_expected() -> None:
    calm, afraid = (
        sizing.course([made(0)], (), STING, on(1), {}, [rated(1, said)]).belief for said in (1, 10)
    )
    assert calm.mean[0] > afraid.mean[0]


def test_a_frightening_baseline_lowers_every_domain() -> None:
    standings = course(week(peak=7), 3).standings
    assert (standings[SOCIAL].rung, standings[WORK].rung) == (BEGIN - 1, BEGIN - 1)
    assert course(week(peak=6), 3).standings[WORK].rung == BEGIN


def test_the_second_domain_says_that_the_level_is_still_being_found() -> None:
    assert sizing.today(course([made(0)], 1), WORK, on(1)).cause is Cause.BASELINE
    assert sizing.today(course([], 1), WORK, on(1)).cause is Cause.START


# --- up


@pytest.mark.parametrize(
    ("log", "rung", "why"),
    [
        (week(), 1, Cause.ROSE),
        (week(peak=1, count=2), 0, Cause.HELD),  # calm, but two only
        (week(peak=1, challenge="one"), 0, Cause.HELD),  # one ask
        (week(peak=1, context=Context.SHOP), 0, Cause.HELD_PLACES),
        (week(peak=1, context=None), 0, Cause.HELD_PLACES),
        (week(peak=1, size=Size.SMALLER), 0, Cause.HELD),
        (week(peak=1, size=Size.IMAGINAL), 0, Cause.HELD),
        (week(peak=1, rung=BEGIN - 1), 0, Cause.HELD),
        (week(peak=6), 1, Cause.ROSE),
        (week(peak=None), 1, Cause.ROSE),
        (
            [*week(peak=5, count=2), *(made(day, 8) for day in range(2, 7))],
            0,
            Cause.HELD,
        ),  # it would not bear
        ([*week(count=2), unmade(2), made(3)], 1, Cause.ROSE),  # a day not attempted takes nothing away
    ],
)
def test_a_rise_is_earned_by_three_attempts_two_asks_and_two_places_if_the_next_would_bear(
    log: list[Attempt], rung: int, why: Cause
) -> None:
    assert (level(log, 7), cause(log, 7)) == (rung, why)


@pytest.mark.parametrize(("first", "then"), [(-2, -1), (-3, -2), (0, 0), (2, 0)])
def test_nothing_is_asked_more_than_one_rung_above_the_hardest_that_was_made(first: int, then: int) -> None:
    assert level([made(0, rung=BEGIN + first)], 1) == then
    assert level([made(0, rung=BEGIN + first), made(1, rung=1)], 2) == then


@pytest.mark.parametrize("outcome", [o for o in Outcome if o.attempted])
def test_the_answer_never_matters_for_the_size(outcome: Outcome) -> None:
    assert level(week(outcome=outcome), 3) == 1


def many_in_one_day(count: int) -> list[Attempt]:
    return [
        made(0, 1, id=n, rung=10, challenge=f"{n}", context=PLACES[n % 2], planned=n == 0)
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("asks", "wishes", "rung"),
    [
        (3, 0, 1),
        (30, 0, 1),
        (0, 1, 1),
        (0, 5, 1),
        (30, 5, 1),
    ],
)
def test_one_rung_up_is_the_most_a_day_whatever_happens_in_it(asks: int, wishes: int, rung: int) -> None:
    wished = [wish(0, hour=hour - 12) for hour in range(wishes)]
    assert level(many_in_one_day(asks), 0, wished) == rung
    assert level(many_in_one_day(asks), 1, [*wished, wish(1)]) == rung + 1


def test_what_fell_in_a_day_may_come_back_in_it_and_one_more() -> None:
    wished = [wish(0, -1, 1), *(wish(0, 1, hour) for hour in range(2, 8))]
    assert level([], 0, wished) == 1


@pytest.mark.parametrize("away", range(8, 40, 3))
def test_the_first_day_back_after_a_week_away_is_no_way_up_two_rungs(away: int) -> None:
    assert level(week(peak=6), away + 2, [wish(away + 2, 1, hour) for hour in range(4)]) <= (
        level(week(peak=6), away + 1) + 1
    )


# --- down


@pytest.mark.parametrize(
    "missed",
    [
        unmade(0),
        unmade(0, State.ACCEPTED),
        unmade(0, State.DAY_OFF),  # no blame in it: the next one is made easier to fit in
        made(0, outcome=Outcome.BACKED_OUT),
        made(0, outcome=Outcome.NOT_TRIED),
    ],
)
def test_two_days_not_attempted_lower_the_rung_and_one_does_not(missed: Attempt) -> None:
    twice = [missed, replace(missed, id=1, day=on(1))]
    assert (level(twice[:1], 2), cause(twice[:1], 2)) == (0, Cause.HELD)
    assert (level(twice, 2), cause(twice, 2)) == (-1, Cause.FELL_MISSED)
    assert level([twice[0], made(1), replace(missed, id=2, day=on(2))], 3) == 0


@pytest.mark.parametrize(
    "undecided",
    [
        [unmade(2, State.OFFERED), unmade(2, State.ACCEPTED)],  # today
        [unmade(0, State.PAUSED), unmade(1, State.PAUSED)],
        [unmade(0, State.OFFERED, planned=False), unmade(1, State.ACCEPTED, planned=False)],
    ],
)
def test_what_is_open_today_or_paused_or_an_extra_lowers_nothing(undecided: list[Attempt]) -> None:
    assert course(undecided, 2) == course([], 2)


def test_two_asks_backed_out_of_on_one_day_are_one_day_not_attempted() -> None:
    assert level([unmade(0), made(0, outcome=Outcome.BACKED_OUT, id=1, planned=False)], 1) == 0


def test_a_day_with_an_attempt_in_it_is_attempted_whatever_else_was_backed_out_of() -> None:
    later = NOON + timedelta(hours=3)
    extra = made(0, outcome=Outcome.BACKED_OUT, id=9, planned=False, closed_at=later)
    assert level([made(0), extra, unmade(1)], 2) == 0


@pytest.mark.parametrize(("peak", "rung"), [(8, 0), (9, -1), (10, -1)])
@pytest.mark.parametrize("size", Size)
def test_a_peak_of_nine_or_ten_lowers_the_rung(peak: int, rung: int, size: Size) -> None:
    assert level([made(0, peak, size=size)], 1) == rung


@pytest.mark.parametrize(
    ("fall", "why"),
    [
        ([made(2, 9, rung=2)], Cause.FELL_PEAK),
        ([unmade(2, rung=3), unmade(3, rung=2)], Cause.FELL_MISSED),
    ],
)
def test_after_a_fall_the_next_ask_is_smaller_than_the_last_however_far_below_the_level_that_was(
    fall: list[Attempt], why: Cause
) -> None:
    found = sizing.today(course([*week(count=2), *fall], 5), SOCIAL, on(5))
    assert (found.cause, found.rung, found.before) == (why, 1, 2)


@pytest.mark.parametrize(("today", "rung"), [(8, 1), (9, 1), (10, -1), (11, -1), (17, -1), (400, -1)])
def test_seven_idle_days_lower_every_domain_one_rung_once(today: int, rung: int) -> None:
    standings = course(week(peak=6), today).standings
    assert standings[SOCIAL].rung - BEGIN == rung  # one below the last ask
    assert standings[WORK].rung - BEGIN == min(rung, 0)
    assert (standings[SOCIAL].cause is Cause.BACK) == (rung < 0)


def test_a_week_away_is_answered_once_whatever_was_not_attempted_since() -> None:
    assert level([*week(peak=6), unmade(12)], 20, [wish(14, -1, domain=WORK)]) == -1


def test_a_second_week_away_lowers_again_after_an_attempt_between() -> None:
    assert level([made(0), made(9, rung=BEGIN - 1)], 18) == -2


@pytest.mark.parametrize("steps", [1, -1])
def test_a_wish_always_works_at_once_and_stays_on_the_ladder(steps: int) -> None:
    assert level([], 0, [wish(0, steps)]) == steps
    assert level([], 30, [wish(day, steps) for day in range(30)]) == (10 if steps > 0 else 1) - BEGIN


def test_a_wish_for_a_domain_that_was_switched_off_changes_nothing() -> None:
    assert course([], 1, [wish(0, domain=Domain.ROMANTIC)]) == course([], 1)
