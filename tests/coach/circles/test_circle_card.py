"""What a circle's card shows: what was done, and of nobody more than they share."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.circles import card
from bot.coach.circles.model import Line, Member, Sharing, Today
from bot.coach.model import Attempt, Domain, Facts, Outcome, State

DAY = date(2026, 11, 24)
ANA, BEN = 1, 2


def asked(
    number: int = 1,
    outcome: Outcome | None = Outcome.NO,
    state: State = State.DONE,
    day: date = DAY,
    told: datetime | None = None,
) -> Attempt:
    at = told or datetime.combine(day, time(12), UTC)
    facts = Facts(outcome=outcome, story="the secret story", fear="the secret fear", learned="a secret")
    closed = at if state is State.DONE else None
    return Attempt(number, day, Domain.SOCIAL, 3, state, at, "social-x", closed_at=closed, facts=facts)


def shown(sharing: Sharing, *log: Attempt, notes: dict[int, str] | None = None) -> Today:
    return card.of_day([Member(ANA, "Ana", sharing)], {ANA: log}, notes or {}, {ANA: 2}, DAY, "UTC")


@pytest.mark.parametrize(
    ("sharing", "line"),
    [
        (Sharing.NOTHING, None),
        (Sharing.DONE, Line(ANA, "Ana", cheers=2)),
        (Sharing.OUTCOME, Line(ANA, "Ana", Outcome.NO, cheers=2)),
        (Sharing.NOTE, Line(ANA, "Ana", Outcome.NO, "she laughed", 2)),
    ],
)
def test_each_level_shows_so_much_and_no_more(sharing: Sharing, line: Line | None) -> None:
    found = shown(sharing, asked(), notes={1: "she laughed"})
    assert found.done == (() if line is None else (line,))


def test_who_shares_nothing_is_not_even_counted() -> None:
    assert shown(Sharing.NOTHING, asked(), asked(2, None, State.ACCEPTED)) == Today()


@pytest.mark.parametrize(
    "entry",
    [
        asked(outcome=Outcome.BACKED_OUT),
        asked(outcome=Outcome.NOT_TRIED),
        asked(outcome=None, state=State.OFFERED),
        asked(outcome=None, state=State.DAY_OFF),
    ],
)
def test_what_was_not_done_is_not_mentioned(entry: Attempt) -> None:
    assert shown(Sharing.NOTE, entry) == Today()


def test_who_said_im_in_is_in_until_they_have_made_it() -> None:
    coming = asked(outcome=None, state=State.ACCEPTED)
    assert shown(Sharing.DONE, coming).coming == ("Ana",)
    assert shown(Sharing.DONE, coming, asked(2)).coming == ()


def test_an_ask_of_yesterday_that_is_told_today_stands_on_todays_card() -> None:
    late = asked(day=DAY - timedelta(days=1), told=datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert len(shown(Sharing.DONE, late).done) == 1


def test_a_day_of_the_circle_turns_at_three_on_its_own_clock() -> None:
    night = asked(told=datetime(2026, 11, 25, 2, 30, tzinfo=UTC))  # of the 24th still
    member = [Member(ANA, "Ana")]
    in_utc = card.of_day(member, {ANA: [night]}, {}, {}, DAY, "UTC")
    in_lisbon_summer = card.of_day(member, {ANA: [night]}, {}, {}, DAY, "Europe/Athens")
    assert (len(in_utc.done), len(in_lisbon_summer.done)) == (1, 0)


def test_the_last_to_tell_stands_last_and_a_crowd_is_cut_with_a_count() -> None:
    crowd = [Member(person, f"P{person}") for person in range(60)]
    log = {
        person: [asked(person, told=datetime(2026, 11, 24, 12, tzinfo=UTC) + timedelta(minutes=60 - person))]
        for person in range(50)
    }
    log |= {person: [asked(person, None, State.ACCEPTED)] for person in range(50, 60)}
    found = card.of_day(crowd, log, {}, {}, DAY, "UTC")
    assert [line.name for line in found.done] == [f"P{person}" for person in range(23, -1, -1)]
    assert (found.more_done, len(found.coming), found.more_coming) == (26, 10, 0)


entries = st.builds(
    asked,
    st.integers(1, 50),
    st.sampled_from([None, *Outcome]),
    st.sampled_from(State),
    st.sampled_from([DAY, DAY - timedelta(days=1)]),
)


@given(
    st.lists(entries, max_size=6),
    st.sampled_from(Sharing),
    st.dictionaries(st.integers(1, 50), st.just("a line")),
)
def test_no_log_puts_private_words_on_a_card(
    log: list[Attempt], sharing: Sharing, notes: dict[int, str]
) -> None:
    found = shown(sharing, *log, notes=notes)
    said = str(asdict(found))
    assert "secret" not in said
    assert "social-x" not in said
    assert sharing is Sharing.NOTE or "a line" not in said
    assert sharing.shows(Sharing.OUTCOME) or all(line.outcome is None for line in found.done)
