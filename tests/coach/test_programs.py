"""Programs: themes at a person's own pace, a hundred asks with their milestones, all from the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import programs
from bot.coach.enrolment import Enrolment, Program, Theme
from bot.coach.model import (
    Attempt,
    Challenge,
    Context,
    Domain,
    Facts,
    Kind,
    Outcome,
    Size,
    Stakes,
    State,
)
from bot.coach.programs import LEAST, MILESTONES, Headway

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
WORK, SOCIAL = Domain.PROFESSIONAL, Domain.SOCIAL
AT_WORK = Enrolment(Program.AT_WORK, MONDAY)
CUSTOMERS = Enrolment(Program.CUSTOMERS, MONDAY)
HUNDRED = Enrolment(Program.HUNDRED, MONDAY)
FIRST, SECOND, THIRD, LAST = programs.THEMES[WORK]


def made(*days: int, domain: Domain = WORK) -> list[Attempt]:
    """An ask on each of these days, counted from the Monday."""
    return [
        Attempt(
            id=number,
            day=MONDAY + day * DAY,
            domain=domain,
            rung=3,
            state=State.DONE,
            offered_at=datetime(2026, 1, 1, tzinfo=UTC),
            facts=Facts(outcome=Outcome.NO),
        )
        for number, day in enumerate(days, start=1)
    ]


def theme(log: Sequence[Attempt], day: int, enrolment: Enrolment = AT_WORK) -> Theme | None:
    return programs.theme(enrolment, log, MONDAY + day * DAY)


def reached(log: Sequence[Attempt], enrolment: Enrolment) -> list[tuple[int, Headway]]:
    """What each card said, where they came day by day: its number and what was reached."""
    found = []
    for number, attempt in enumerate(log, start=1):
        now = programs.reached(enrolment, log[:number], attempt, attempt.day)
        if now is not None:
            found.append((number, now))
    return found


# --- themes


def test_a_theme_a_week_for_somebody_who_asks_at_work_most_days() -> None:
    log = made(*(day for day in range(40) if day % 7 < 5))
    turns = [theme(log, day) for day in (0, 6, 7, 13, 14, 20, 21, 27)]
    assert turns == [FIRST, FIRST, SECOND, SECOND, THIRD, THIRD, LAST, LAST]
    assert theme(log, 28) is None, "thirty days, near enough"


def test_a_pause_eats_no_theme() -> None:
    log = made(0, 1, *range(40, 47))
    assert {theme(log, day) for day in range(41)} == {FIRST}
    assert theme(log, 41) is SECOND, "the third ask came, weeks later"
    assert theme(log, 47) is SECOND, "and the second has its whole week"
    assert theme(log, 48) is THIRD


def test_a_theme_stays_until_three_asks_were_made_there() -> None:
    assert theme(made(0, 3), 30) is FIRST
    assert theme(made(0, 3, 30), 30) is FIRST, "not in the middle of a day"
    assert theme(made(0, 3, 30), 31) is SECOND
    assert theme(made(*range(9)), 6) is FIRST, "nor sooner than a week, however many asks"


def test_asks_elsewhere_or_earlier_or_only_pictured_or_not_made_move_no_theme() -> None:
    pictured = [replace(entry, size=Size.IMAGINAL) for entry in made(0, 1, 2)]
    backed_out = [replace(entry, facts=Facts(outcome=Outcome.BACKED_OUT)) for entry in made(0, 1, 2)]
    for log in (made(0, 1, 2, domain=SOCIAL), made(-3, -2, -1), pictured, backed_out):
        assert theme(log, 20) is FIRST


def test_nobody_without_themes_has_one() -> None:
    assert programs.theme(None, made(0), MONDAY) is None
    assert theme(made(0, 1, 2), 3, HUNDRED) is None
    assert programs.headway(None, made(0), MONDAY) is None


def test_before_its_first_day_a_program_stands_at_its_first_theme() -> None:
    assert theme(made(0), 0, Enrolment(Program.AT_WORK, MONDAY + DAY)) is FIRST


@given(
    st.lists(st.integers(0, 80), max_size=60).map(sorted),
    st.sampled_from([AT_WORK, CUSTOMERS]),
)
def test_no_theme_is_skipped_and_none_comes_twice(days: list[int], enrolment: Enrolment) -> None:
    order = [*programs.themes(enrolment.program), None]
    log = made(*days, domain=programs.DOMAINS[enrolment.program])
    turns = [order.index(theme(log, day, enrolment)) for day in range(90)]
    assert turns[0] == 0
    assert all(0 <= after - before <= 1 for before, after in pairwise(turns))
    assert all(turns.count(turn) >= 7 for turn in set(turns) - {turns[-1]})
    assert turns[-1] <= len(days) // LEAST


def test_headway_in_a_theme_counts_its_asks() -> None:
    log = made(0, 1, 2, 7, 9)
    assert programs.headway(AT_WORK, log, MONDAY + 9 * DAY) == Headway(
        Program.AT_WORK, 2, None, SECOND, part=2, parts=4
    )


def test_after_the_last_theme_a_program_is_over() -> None:
    log = made(*range(30))
    now = programs.headway(AT_WORK, log, MONDAY + 30 * DAY)
    assert now is not None
    assert (now.over, now.theme, now.part) == (True, None, 4)


# --- what a card says


def test_a_card_says_once_that_a_theme_is_done_and_which_is_next() -> None:
    said = reached(made(*(day for day in range(60) if day % 7 < 5)), AT_WORK)
    assert [now.theme for _, now in said] == [SECOND, THIRD, LAST, None]
    assert [now.over for _, now in said] == [False, False, False, True]


def test_a_theme_that_was_over_on_a_rest_day_is_closed_by_the_next_ask() -> None:
    said = reached(made(0, 1, 2, 20), AT_WORK)
    assert [(number, now.theme) for number, now in said] == [(4, SECOND)]


def test_the_third_of_a_day_can_close_a_theme() -> None:
    said = reached(made(0, 8, 8, 8), AT_WORK)
    assert [(number, now.theme) for number, now in said] == [(3, SECOND)]


def test_an_ask_not_made_reaches_nothing() -> None:
    log = made(*range(10))
    log[-1] = replace(log[-1], facts=Facts(outcome=Outcome.NOT_TRIED))
    assert programs.reached(AT_WORK, log, log[-1], MONDAY + 9 * DAY) is None
    assert programs.reached(None, log, log[0], MONDAY + 9 * DAY) is None


def test_the_milestones_of_a_hundred_asks() -> None:
    said = reached(made(*range(120)), HUNDRED)
    assert [number for number, _ in said] == list(MILESTONES)
    assert [now.over for _, now in said] == [False, False, False, False, True]


# --- a hundred asks


def test_every_ask_of_a_person_counts_wherever_it_was() -> None:
    log = [*made(*range(-20, 0), domain=SOCIAL), *made(0, 1)]
    assert programs.headway(HUNDRED, log, MONDAY + DAY) == Headway(Program.HUNDRED, 22, 25)


def test_who_made_a_hundred_before_begins_the_next_hundred() -> None:
    log = made(*range(-130, 3))
    assert programs.headway(HUNDRED, log, MONDAY + 2 * DAY) == Headway(Program.HUNDRED, 33, 50)


# --- choosing


def test_choosing_the_program_they_are_in_changes_nothing() -> None:
    assert programs.enrol(AT_WORK, Program.AT_WORK, made(0, 1), MONDAY + 9 * DAY) == AT_WORK


def test_a_program_that_is_over_can_be_begun_again() -> None:
    log = made(*range(101))
    today = MONDAY + 102 * DAY
    again = programs.enrol(HUNDRED, Program.HUNDRED, log, today)
    assert again == Enrolment(Program.HUNDRED, today)
    assert programs.headway(again, log, today) == Headway(Program.HUNDRED, 1, 10)


def test_a_hundred_begun_again_on_the_day_of_the_hundredth_starts_at_nothing() -> None:
    log = made(*range(100))
    again = programs.enrol(HUNDRED, Program.HUNDRED, log, MONDAY + 99 * DAY)
    assert programs.headway(again, log, MONDAY + 99 * DAY) == Headway(Program.HUNDRED, 0, 10)


@pytest.mark.parametrize("program", [Program.HUNDRED, Program.AT_WORK, Program.CUSTOMERS])
def test_a_program_begins_today_or_tomorrow_where_todays_ask_is_made(program: Program) -> None:
    assert programs.enrol(None, program, made(-1), MONDAY) == Enrolment(program, MONDAY)
    assert programs.enrol(None, program, made(0), MONDAY) == Enrolment(program, MONDAY + DAY)


def test_open_ended_is_no_enrolment() -> None:
    assert programs.enrol(AT_WORK, Program.OPEN, [], MONDAY) is None


# --- which asks suit


def challenge(*themes: Theme, domain: Domain = WORK, own: bool = False) -> Challenge:
    tags = frozenset(themes)
    return Challenge("x", domain, 3, Context.WORK, Kind.FEEDBACK, Stakes.LOW, own, tags)


def test_an_ask_suits_the_themes_it_is_tagged_with() -> None:
    assert programs.fits(challenge(FIRST, LAST), FIRST)
    assert not programs.fits(challenge(LAST), FIRST)
    assert not programs.fits(challenge(), FIRST)


def test_an_own_ask_suits_every_theme_of_its_domain_and_no_other() -> None:
    assert programs.fits(challenge(own=True), FIRST)
    assert not programs.fits(challenge(own=True), Theme.TO_CHANGE)
    assert not programs.fits(challenge(domain=SOCIAL, own=True), FIRST)


def test_without_a_theme_every_ask_suits() -> None:
    assert programs.fits(challenge(), None)
