"""What holds the size back: distress that keeps rising, and the easy day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.coach import sizing
from bot.coach.model import (
    Attempt,
    Cause,
    Context,
    Why,
)
from tests.coach.sized import BEGIN, SOCIAL, WORK, cause, course, level, made, on, week, wish

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
