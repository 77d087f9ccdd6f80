"""How large the next ask is: every guard as a rule. Whole lives are in test_sizing_lives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.coach import sizing
from bot.coach.model import (
    Attempt,
    Cause,
    Challenge,
    Context,
    Domain,
    Facts,
    Kind,
    Outcome,
    Size,
    Stakes,
    State,
    Why,
    Wish,
)
from bot.coach.sizing import Course, Rated

MONDAY = date(2026, 11, 2)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
STING = {SOCIAL: 6, WORK: 6}
BEGIN = sizing.begin(STING).standings[SOCIAL].rung
PLACES = (Context.SHOP, Context.STREET)
EASY_DAY = Why(Cause.RECOVERY, 2)


def on(day: int) -> date:
    return MONDAY + timedelta(days=day)


def made(day: int, peak: int | None = 4, outcome: Outcome = Outcome.NO, **other: Any) -> Attempt:
    """An ask made on a day, counted from Monday: another ask in another place each time."""
    at = NOON + timedelta(days=day)
    usual = Attempt(
        id=day,
        day=on(day),
        domain=SOCIAL,
        rung=BEGIN,
        state=State.DONE,
        offered_at=at,
        challenge=f"ask-{day}",
        context=PLACES[day % 2],
        closed_at=at,
        facts=Facts(outcome=outcome, peak=peak),
    )
    return replace(usual, **other)


def unmade(day: int, state: State = State.OFFERED, **other: Any) -> Attempt:
    return made(day, **{"state": state, "facts": Facts(), "closed_at": None, **other})


def week(peak: int | None = 4, count: int = 3, **other: Any) -> list[Attempt]:
    return [made(day, peak, **other) for day in range(count)]


def wish(day: int, steps: int = 1, hour: int = 1, domain: Domain = SOCIAL) -> Wish:
    return Wish(NOON + timedelta(days=day, hours=hour), on(day), domain, steps)


def course(log: Sequence[Attempt], today: int, wishes: Sequence[Wish] = ()) -> Course:
    return sizing.course(log, wishes, STING, on(today), {})


def level(log: Sequence[Attempt], today: int, wishes: Sequence[Wish] = ()) -> int:
    """Rungs above the first one."""
    return course(log, today, wishes).standings[SOCIAL].rung - BEGIN


def cause(log: Sequence[Attempt], today: int, wishes: Sequence[Wish] = ()) -> Cause:
    return course(log, today, wishes).standings[SOCIAL].cause


# --- where it starts


def test_the_first_ratings_set_the_first_rungs() -> None:
    rungs = [sizing.begin({SOCIAL: sting}).standings[SOCIAL].rung for sting in range(1, 11)]
    assert rungs == sorted(rungs, reverse=True)
    assert rungs[0] > rungs[4] > rungs[-1] >= 1


def rated(minutes: int, rating: int) -> Rated:
    kite = Challenge("kite", SOCIAL, BEGIN, Context.SHOP, Kind.SMALL_FAVOUR, Stakes.LOW)
    return Rated(NOON + timedelta(minutes=minutes), kite, rating)


def test_what_was_rated_before_the_first_ask_sets_the_first_rungs_and_later_ratings_do_not() -> None:
    rungs = [
        sizing.course([made(0)], (), STING, on(1), {}, [rated(minutes, 10)]).standings[WORK].rung
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


# --- safety


def test_nothing_rises_while_distress_keeps_rising() -> None:
    rising = [made(0, 1), made(1, 2), made(2, 7), made(3, 8)]
    earned = [made(0, 1), made(1, 2, context=Context.SHOP), made(2, 7)]
    assert (level(earned, 3), cause(earned, 3)) == (0, Cause.HELD_SAFETY)
    assert level(rising, 4) == 0
    assert level([*rising, made(4, 4), made(5, 4)], 6) == 1  # it came down again


def test_the_wish_for_harder_waits_while_distress_keeps_rising_and_easier_does_not() -> None:
    rising = [made(0, 5), made(1, 6), made(2, 7)]
    assert (level(rising, 3, [wish(3)]), cause(rising, 3, [wish(3)])) == (0, Cause.HELD_SAFETY)
    assert level(rising, 3, [wish(3, -1)]) == -1


def test_while_distress_keeps_rising_no_ask_is_larger_than_the_last_of_its_domain() -> None:
    rising = [made(0, 5), made(1, 6, rung=2, domain=WORK), made(2, 7)]
    flagged, calm = course(rising, 3), course([*rising, made(3, 3)], 4)
    assert (flagged.standings[WORK].rung, sizing.today(flagged, WORK, on(3)).rung) == (3, 2)
    assert sizing.today(calm, WORK, on(4)).rung == 3


@pytest.mark.parametrize(
    ("peaks", "flagged"),
    [((5, 6, 7), True), ((4, 5, 6), False), ((7, 7, 8), False), ((9, 5, 6, 7), True), ((5, 6, 7, 7), False)],
)
def test_the_flag_stands_for_three_rising_peaks_up_to_seven_or_more(
    peaks: Sequence[int], flagged: bool
) -> None:
    assert course([made(day, peak) for day, peak in enumerate(peaks)], 9).flagged is flagged


# --- the easy day


def easy_days(peak: int, days: int = 30) -> list[date]:
    log: list[Attempt] = []
    for day in range(days):
        now = course(log, day)
        why = sizing.today(now, SOCIAL, on(day))
        if why.cause is Cause.RECOVERY:
            assert why.rung < now.standings[SOCIAL].rung
        log.append(made(day, peak, rung=why.rung, why=why))
    return [a.day for a in log if a.why is not None and a.why.cause is Cause.RECOVERY]


def test_every_fifth_ask_is_an_easy_one() -> None:
    assert easy_days(peak=5) == [on(day) for day in range(4, 30, 5)]


def test_a_day_that_was_felt_as_easy_is_an_easy_one() -> None:
    assert easy_days(peak=3) == []


def test_there_is_no_easy_day_below_the_first_rung_or_right_after_a_fall() -> None:
    fell = [*week(peak=5), made(3, 5), made(4, 9)]
    assert sizing.today(course(fell, 5), SOCIAL, on(5)).cause is Cause.FELL_PEAK
    low = course([made(day, 5, rung=1) for day in range(5)], 5, [wish(day, -1) for day in range(-9, 5)])
    assert (low.since_easy, low.standings[SOCIAL].rung) == (5, 1)
    assert sizing.today(low, SOCIAL, on(5)).cause is not Cause.RECOVERY


def test_an_extra_ask_does_not_bring_the_easy_day_nearer() -> None:
    extras = [made(n, 8, planned=False) for n in range(6)]
    assert sizing.today(course(extras, 6), SOCIAL, on(6)).cause is not Cause.RECOVERY


def test_the_reason_knows_the_last_ask_of_the_domain() -> None:
    why = sizing.today(course(week(), 3), SOCIAL, on(3))
    assert why == Why(Cause.ROSE, BEGIN + 1, before=BEGIN, last_day=on(2), last_peak=4)
