"""What `/stats` shows, number by number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.coach.calibration import Calibration, Share, calibration
from bot.coach.model import Attempt, Domain, Facts, Outcome, Pause, Size, State
from bot.coach.stats import Stats, stats
from bot.coach.streak import Mark, score, streak

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
WORKDAYS = frozenset(range(5))


def ask(
    day: date,
    outcome: Outcome | None = Outcome.NO,
    state: State = State.DONE,
    domain: Domain = Domain.SOCIAL,
    chance: int | None = None,
    peak: int | None = None,
) -> Attempt:
    return Attempt(
        id=day.toordinal(),
        day=day,
        domain=domain,
        rung=3,
        state=state,
        offered_at=datetime(2026, 1, 1, tzinfo=UTC),
        facts=Facts(outcome=outcome, chance=chance, peak=peak),
    )


def seen(
    *log: Attempt, today: date = MONDAY + 4 * DAY, joined: date = MONDAY, pause: Pause | None = None
) -> Stats:
    return stats(log, today, joined, WORKDAYS, [pause] if pause else [])


def test_a_newcomer_has_noughts_and_no_shares() -> None:
    empty = seen(today=MONDAY)
    assert (empty.total, empty.answered, empty.yes, empty.comebacks) == (0, 0, 0, 0)
    assert (empty.calibration, empty.peaks, empty.rungs) == (Calibration(None, (), None), (), {})
    assert (empty.today, empty.week_done, empty.week_planned, empty.score) == (MONDAY, 0, 5, 0)


def test_streak_and_score_are_those_of_the_log() -> None:
    log = [ask(MONDAY + n * DAY) for n in range(4)]
    found = seen(*log)
    assert found.streak == streak(log, found.today)
    assert found.score == score(log, found.today, MONDAY, WORKDAYS)


def test_the_week_counts_attempted_days_from_monday_to_sunday() -> None:
    days = [MONDAY - DAY, MONDAY, MONDAY + DAY, MONDAY + DAY, MONDAY + 6 * DAY, MONDAY + 7 * DAY]
    assert seen(*map(ask, days), today=MONDAY + 6 * DAY).week_done == 3


def test_a_week_may_pass_its_plan() -> None:
    every_day = [ask(MONDAY + n * DAY) for n in range(7)]
    found = seen(*every_day, today=MONDAY + 6 * DAY)
    assert (found.week_done, found.week_planned) == (7, 5)


def test_paused_days_and_those_before_joining_are_not_planned() -> None:
    assert seen(pause=Pause(MONDAY + 3 * DAY)).week_planned == 3
    assert seen(pause=Pause(MONDAY - 9 * DAY, MONDAY)).week_planned == 4
    assert seen(joined=MONDAY + 3 * DAY).week_planned == 2
    assert seen(ask(MONDAY, None, State.PAUSED)).week_planned == 4


def test_only_asks_that_were_made_are_counted() -> None:
    outcomes = [*Outcome, None]
    found = seen(*(ask(MONDAY + n * DAY, outcome) for n, outcome in enumerate(outcomes)))
    assert (found.total, found.answered, found.yes) == (4, 3, 1)


def test_a_rehearsal_counts_as_an_ask_and_its_no_is_nobodys_answer() -> None:
    rehearsed = replace(ask(MONDAY, Outcome.NO, chance=90), size=Size.IMAGINAL)
    found = seen(rehearsed, ask(MONDAY + DAY, Outcome.YES, chance=50))
    assert (found.total, found.answered, found.calibration.overall) == (2, 1, Share(0.5, 0.0, 1))


def test_the_calibration_is_that_of_the_asks_made_oldest_first() -> None:
    log = [
        replace(ask(MONDAY + n * DAY), facts=Facts(outcome=Outcome.NO, chance=9 * n, again=n))
        for n in range(11)
    ]
    assert seen(*reversed(log)).calibration == calibration(log)
    made = seen(ask(MONDAY, Outcome.BACKED_OUT, chance=90), ask(MONDAY, Outcome.YES, chance=80))
    assert made.calibration.overall == Share(0.8, 0.0, 1)
    assert (made.answered, made.yes) == (1, 1)


def test_peaks_are_the_newest_thirty_asks_that_have_one_oldest_first() -> None:
    log = [ask(MONDAY + n * DAY, peak=n % 10 + 1) for n in range(35)]
    log += [ask(MONDAY + 40 * DAY), ask(MONDAY + 41 * DAY, Outcome.NOT_TRIED, peak=9)]
    peaks = seen(*reversed(log), today=MONDAY + 41 * DAY).peaks
    assert peaks == tuple((MONDAY + n * DAY, n % 10 + 1) for n in range(5, 35))


def test_each_domain_has_its_own_path_of_rungs() -> None:
    log = [
        replace(ask(MONDAY + 2 * DAY), rung=5),
        ask(MONDAY),
        ask(MONDAY + DAY, domain=Domain.CUSTOMERS),
        ask(MONDAY + 3 * DAY, Outcome.BACKED_OUT),
    ]
    assert seen(*log).rungs == {
        Domain.SOCIAL: ((MONDAY, 3), (MONDAY + 2 * DAY, 5)),
        Domain.CUSTOMERS: ((MONDAY + DAY, 3),),
    }


def test_two_asks_on_one_day_are_shown_in_the_order_they_came() -> None:
    first, second = ask(MONDAY, peak=8), replace(ask(MONDAY, peak=2), id=MONDAY.toordinal() + 1)
    assert seen(second, first).peaks == ((MONDAY, 8), (MONDAY, 2))


@pytest.mark.parametrize(
    ("attempted", "missed", "comebacks"),
    [
        ([0, 1, 2], [], 0),
        ([0, 2], [1], 1),
        ([0, 4], [1, 2, 3], 1),
        ([0, 2, 4], [1, 3], 2),
        ([0], [1], 0),  # not back yet
        ([0, 7, 14], [], 0),  # a plan of one day a week
        ([0, 8], [], 1),  # a week away
        ([*range(7), 8], [7], 1),  # frozen
    ],
)
def test_a_comeback_follows_a_missed_day_or_a_week_away(
    attempted: list[int], missed: list[int], comebacks: int
) -> None:
    log = [ask(MONDAY + n * DAY) for n in attempted]
    log += [ask(MONDAY + n * DAY, None, State.OFFERED) for n in missed]
    assert seen(*log, today=MONDAY + 30 * DAY).comebacks == comebacks


@pytest.mark.parametrize("weekday", range(7))
def test_the_calendar_is_five_whole_weeks_up_to_this_sunday(weekday: int) -> None:
    days = [day for day, _ in seen(today=MONDAY + weekday * DAY).calendar]
    assert (days[0], days[-1], len(days)) == (MONDAY - 28 * DAY, MONDAY + 6 * DAY, 35)
    assert all(after - before == DAY for before, after in pairwise(days))


def test_the_calendar_carries_the_marks_and_leaves_unasked_days_empty() -> None:
    log = [ask(MONDAY), ask(MONDAY + DAY, None, State.OFFERED), ask(MONDAY + 2 * DAY, None, State.OFFERED)]
    calendar = dict(seen(*log, today=MONDAY + 2 * DAY).calendar)
    week = [calendar[MONDAY + n * DAY] for n in range(-1, 5)]
    assert week == [None, Mark.ATTEMPTED, Mark.MISSED, Mark.OPEN, None, None]


def test_a_log_of_a_thousand_days_is_counted_whole() -> None:
    outcomes = [Outcome.YES, Outcome.NO, None]
    log = [ask(MONDAY + n * DAY, outcomes[n % 3], peak=n % 10 + 1, chance=n % 101) for n in range(1000)]
    found = stats(log, MONDAY + 999 * DAY, MONDAY, WORKDAYS, [Pause(MONDAY + 90 * DAY, MONDAY + 120 * DAY)])
    assert (found.total, found.yes, len(found.peaks)) == (667, 334, 30)
