"""Which attempts are entries of the journal, on which shelf, and which page a number means."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.coach import journal
from bot.coach.journal_taps import Shelf
from bot.coach.model import Attempt, Domain, Facts, Outcome, Size, State

NOW = datetime(2026, 3, 2, 20, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
OFFERED = Attempt(1, MONDAY, Domain.SOCIAL, 3, State.OFFERED, NOW, challenge="social-jam")
ALL, YES, NO, LEARNED = Shelf
EVERYWHERE = {ALL, LEARNED}


@pytest.mark.parametrize(
    ("state", "facts", "shelves"),
    [
        (State.OFFERED, Facts(), set()),
        (State.ACCEPTED, Facts(anticipated=5, chance=80, fear="They laugh."), set()),
        (State.DAY_OFF, Facts(), set()),
        (State.PAUSED, Facts(), set()),
        (State.DONE, Facts(outcome=Outcome.NOT_TRIED), set()),
        (State.DONE, Facts(outcome=Outcome.NOT_TRIED, learned="Too early in the day."), EVERYWHERE),
        (State.DONE, Facts(outcome=Outcome.NOT_TRIED, story="The shop was shut."), {ALL}),
        (State.DONE, Facts(outcome=Outcome.BACKED_OUT), {ALL}),
        (State.DONE, Facts(outcome=Outcome.PENDING), {ALL}),
        (State.DONE, Facts(outcome=Outcome.YES), {ALL, YES}),
        (State.DONE, Facts(outcome=Outcome.PARTIAL), {ALL, YES}),
        (State.DONE, Facts(outcome=Outcome.NO, learned="It was about their day."), {ALL, NO, LEARNED}),
        (State.ACCEPTED, Facts(outcome=Outcome.NO), {ALL, NO}),
        (State.ACCEPTED, Facts(story="I asked him."), {ALL}),
        (State.ACCEPTED, Facts(voice="note"), {ALL}),
    ],
)
def test_an_entry_is_what_was_tried_or_told(state: State, facts: Facts, shelves: set[Shelf]) -> None:
    attempt = replace(OFFERED, state=state, facts=facts)
    assert {shelf for shelf in Shelf if journal.stands(attempt, shelf)} == shelves


def test_a_no_that_was_only_pictured_is_an_entry_and_nobodys_no() -> None:
    pictured = replace(OFFERED, size=Size.IMAGINAL, facts=Facts(outcome=Outcome.NO))
    assert journal.stands(pictured, ALL)
    assert not journal.stands(pictured, NO)


@pytest.mark.parametrize(
    ("asked", "entries", "page"),
    [(0, 0, 0), (3, 0, 0), (0, 5, 0), (1, 5, 0), (1, 6, 1), (9, 11, 2), (-1, 11, 0), (10**30, 11, 2)],
)
def test_a_page_that_is_not_there_is_the_nearest(asked: int, entries: int, page: int) -> None:
    assert journal.nearest(asked, entries) == page


def test_an_entry_can_be_put_right_for_seven_days_and_an_answer_told_whenever_it_comes() -> None:
    told = replace(OFFERED, state=State.DONE, closed_at=NOW, facts=Facts(outcome=Outcome.NO))
    waiting = replace(told, facts=Facts(outcome=Outcome.PENDING))
    half = replace(told, state=State.ACCEPTED, closed_at=None)
    for attempt, days, ways in (
        (told, 7, (False, True)),
        (told, 8, (False, False)),
        (waiting, 800, (True, True)),
        (half, 0, (True, False)),
    ):
        shown = journal.entry(attempt, ALL, 0, 0, MONDAY, NOW + timedelta(days=days))
        assert (shown.open, shown.correctable) == ways
