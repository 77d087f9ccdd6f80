"""The score beside the streak: rules one by one, then against its formula written out slowly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.model import Attempt, Domain, Facts, Outcome, Pause, State
from bot.coach.streak import score

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))


def entry(
    day: date, state: State = State.DONE, outcome: Outcome | None = Outcome.NO, planned: bool = True
) -> Attempt:
    return Attempt(
        id=0,
        day=day,
        domain=Domain.SOCIAL,
        rung=3,
        state=state,
        offered_at=datetime(2026, 1, 1, tzinfo=UTC),
        planned=planned,
        facts=Facts(outcome=outcome),
    )


LETTERS = {
    "a": entry(MONDAY),
    "m": entry(MONDAY, State.OFFERED, None),
    "p": entry(MONDAY, State.PAUSED, None),
}


def written(days: str) -> list[Attempt]:
    """A log from letters, a day each: attempted, missed, paused, and a dot for nothing asked."""
    return [replace(LETTERS[letter], day=MONDAY + n * DAY) for n, letter in enumerate(days) if letter != "."]


@st.composite
def logs(draw: st.DrawFn) -> list[Attempt]:
    log = written("".join(draw(st.lists(st.sampled_from("aaaaamp."), max_size=60))))
    return log + [entry(MONDAY + day * DAY, planned=False) for day in draw(st.lists(st.integers(0, 59)))]


todays = st.integers(0, 62).map(lambda days: MONDAY + days * DAY)


@pytest.mark.parametrize(("months", "expected"), [(1, 0.80), (2, 0.96), (3, 0.99)])
def test_perfect_months_score_as_they_do_in_loop(months: int, expected: float) -> None:
    today = MONDAY + (30 * months - 1) * DAY
    assert score(written("a" * 30 * months), today, MONDAY, EVERY_DAY) == pytest.approx(expected, abs=0.005)


def test_half_the_way_takes_thirteen_days_of_a_daily_plan() -> None:
    assert score(written("a" * 13), MONDAY + 12 * DAY, MONDAY, EVERY_DAY) == pytest.approx(0.5)


def test_a_planned_rest_costs_nothing() -> None:
    friday, sunday = MONDAY + 25 * DAY, MONDAY + 27 * DAY
    log = written("aaaaa.." * 4)
    assert score(log, sunday + DAY, MONDAY, WORKDAYS) > score(log, friday, MONDAY, WORKDAYS)
    ever = written("aaaaa.." * 60)
    assert score(ever, MONDAY + 420 * DAY, MONDAY, WORKDAYS) == pytest.approx(1.0, abs=1e-6)


def test_a_pause_leaves_the_score_where_it_was() -> None:
    log = written("a" * 20)
    paused = [Pause(MONDAY + 20 * DAY)]
    at_once = score(log, MONDAY + 20 * DAY, MONDAY, EVERY_DAY, paused)
    assert score(log, MONDAY + 90 * DAY, MONDAY, EVERY_DAY, paused) == at_once
    assert score(log, MONDAY + 90 * DAY, MONDAY, EVERY_DAY) < at_once / 2


def test_a_day_let_go_for_a_hold_leaves_the_score_where_it_was() -> None:
    today = MONDAY + 91 * DAY
    held, missed = written("a" * 90 + "p"), written("a" * 90 + "m")
    assert score(held, today, MONDAY, EVERY_DAY) == score(held[:-1], today - DAY, MONDAY, EVERY_DAY)
    assert score(missed, today, MONDAY, EVERY_DAY) < score(held, today, MONDAY, EVERY_DAY)


def test_a_day_attempted_after_all_is_not_a_paused_one() -> None:
    after_all = [*written("a" * 20 + "p"), entry(MONDAY + 20 * DAY, planned=False)]
    today = MONDAY + 21 * DAY
    assert score(after_all, today, MONDAY, EVERY_DAY) == score(written("a" * 21), today, MONDAY, EVERY_DAY)


def test_an_extra_let_go_for_a_pause_does_not_pause_the_day() -> None:
    log = [
        entry(MONDAY, State.OFFERED, None),
        entry(MONDAY, State.PAUSED, None, planned=False),
        entry(MONDAY + DAY),
    ]
    assert score(log, MONDAY + DAY, MONDAY, EVERY_DAY) == slow_score(log, MONDAY + DAY, EVERY_DAY, set())


def test_today_counts_in_the_score_only_once_it_is_attempted() -> None:
    log, today = written("a" * 10 + "m"), MONDAY + 10 * DAY
    assert score(log, today, MONDAY, EVERY_DAY) == score(log, today - DAY, MONDAY, EVERY_DAY)
    assert score([*log, entry(today)], today, MONDAY, EVERY_DAY) > score(log, today, MONDAY, EVERY_DAY)


def test_days_before_the_first_one_are_not_held_against_anybody() -> None:
    thursday = MONDAY + 3 * DAY
    one_step = 1 - 0.5 ** ((5 / 7) ** 0.5 / 13)
    assert score([entry(thursday)], thursday, thursday, WORKDAYS) == pytest.approx(one_step)


def test_more_than_the_plan_is_no_better_than_the_plan() -> None:
    twice_a_week = frozenset({0, 3})
    today = MONDAY + 27 * DAY
    kept = score(written("a..a..." * 4), today, MONDAY, twice_a_week)
    assert score(written("a" * 28), today, MONDAY, twice_a_week) == pytest.approx(kept, abs=0.05)
    assert score(written("a" * 28), today, MONDAY, twice_a_week) < 1


def test_no_plan_has_no_score() -> None:
    assert score(written("aaa"), MONDAY + 3 * DAY, MONDAY, frozenset()) == 0


def slow_score(log: Sequence[Attempt], today: date, plan: frozenset[int], paused: set[date]) -> float:
    """The score of the same log by its formula, day by day, each window looked up anew."""
    attempted = {entry.day for entry in log if entry.attempted}
    paused = paused | ({e.day for e in log if e.planned and e.state is State.PAUSED} - attempted)
    value, memory = 0.0, 0.5 ** ((len(plan) / 7) ** 0.5 / 13)
    for day in (MONDAY + n * DAY for n in range((today - MONDAY).days + 1)):
        window = [day - n * DAY for n in range(7) if day - n * DAY >= MONDAY]
        planned = [one for one in window if one.weekday() in plan and one not in paused]
        if not planned or day in paused or (day == today and day not in attempted):
            continue
        kept = min(1, len(attempted.intersection(window)) / len(planned))
        stepped = value * memory + kept * (1 - memory)
        value = max(value, stepped) if day == today else stepped
    return value


@given(logs(), todays, st.frozensets(st.integers(0, 6)), st.integers(0, 60), st.integers(0, 9))
@settings(deadline=None, max_examples=200)
def test_the_score_follows_its_formula(
    log: list[Attempt], today: date, plan: frozenset[int], since: int, length: int
) -> None:
    pause = Pause(MONDAY + since * DAY, MONDAY + (since + length) * DAY)
    paused = {pause.since + n * DAY for n in range(length + 1)}
    found = score(log, today, MONDAY, plan, [pause])
    assert 0 <= found <= 1
    assert found == pytest.approx(slow_score(log, today, plan, paused))


@given(logs(), todays, st.data())
@settings(deadline=None)
def test_the_order_of_the_log_does_not_matter(log: list[Attempt], today: date, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(log))
    assert score(shuffled, today, MONDAY, WORKDAYS) == score(log, today, MONDAY, WORKDAYS)


@given(logs(), todays)
@settings(deadline=None)
def test_an_attempt_today_never_lowers_the_score(log: list[Attempt], today: date) -> None:
    more = [*log, entry(today, planned=False)]
    assert score(more, today, MONDAY, WORKDAYS) >= score(log, today, MONDAY, WORKDAYS)
