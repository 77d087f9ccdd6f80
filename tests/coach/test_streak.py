"""Streak and freezes: rules one by one, then against a slow second opinion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.model import Attempt, Domain, Facts, Outcome, Size, State
from bot.coach.streak import Mark, streak

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)


def entry(
    day: date,
    state: State = State.DONE,
    outcome: Outcome | None = Outcome.NO,
    planned: bool = True,
    ask: int = 0,
) -> Attempt:
    return Attempt(
        id=day.toordinal() * 10 + ask,
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
    "b": entry(MONDAY, outcome=Outcome.BACKED_OUT),
    "m": entry(MONDAY, State.OFFERED, None),
    "i": entry(MONDAY, State.ACCEPTED, None),
    "o": entry(MONDAY, State.DAY_OFF, None),
    "p": entry(MONDAY, State.PAUSED, None),
    "u": entry(MONDAY, outcome=Outcome.NOT_TRIED, planned=False),
}


def written(days: str, start: date = MONDAY) -> list[Attempt]:
    """A log from letters, a day each: attempted, backed out, missed (today: sent), "I'm in", off, paused,
    u for an unplanned ask that was not made, and a dot for nothing asked. The last letter is today."""
    return [
        replace(LETTERS[letter], id=n, day=start + n * DAY) for n, letter in enumerate(days) if letter != "."
    ]


def counted(days: str) -> tuple[int, int, int]:
    found = streak(written(days), MONDAY + (len(days) - 1) * DAY)
    return found.current, found.best, found.freezes


@pytest.mark.parametrize(
    ("days", "current", "best", "freezes"),
    [
        ("", 0, 0, 0),
        ("a", 1, 1, 0),
        ("aaa", 3, 3, 0),
        ("aamaa", 2, 2, 0),
        ("aaama", 1, 3, 0),
        ("aaba", 1, 2, 0),  # backing out is no attempt
        ("aamia", 1, 2, 0),  # nor are silence and a promise, once the day is over
        ("aooa", 2, 2, 0),
        ("appa", 2, 2, 0),
        ("a.....a", 2, 2, 0),  # nothing was asked
        ("aua", 2, 2, 0),  # an extra that was not made costs nothing
        ("aam", 2, 2, 0),  # today is still open
        ("aai", 2, 2, 0),
        ("aab", 2, 2, 0),
        ("aao", 2, 2, 0),
        ("aaaaaaa", 7, 7, 1),
        ("aaaaaaama", 8, 8, 0),  # frozen
        ("aaaaaaamma", 1, 7, 0),  # one freeze, two missed
        ("aaaaaaaaaaaaaammaaaa", 18, 18, 0),
        ("a" * 40, 40, 40, 2),
        ("a" * 40 + "mmm", 40, 40, 0),  # the third one is today
        ("a" * 40 + "mmm.", 0, 40, 0),
    ],
)
def test_a_log_makes_a_streak(days: str, current: int, best: int, freezes: int) -> None:
    assert counted(days) == (current, best, freezes)


@pytest.mark.parametrize("outcome", Outcome)
def test_the_answer_never_matters_for_the_streak(outcome: Outcome) -> None:
    log = [*written("aa"), entry(MONDAY + 2 * DAY, outcome=outcome)]
    assert streak(log, MONDAY + 3 * DAY).current == (3 if outcome.attempted else 0)


def test_a_rehearsal_in_the_imagination_keeps_the_streak() -> None:
    assert streak([replace(entry(MONDAY), size=Size.IMAGINAL)], MONDAY).current == 1


def test_an_unplanned_ask_saves_a_planned_one_that_was_missed() -> None:
    saved = [*written("am"), entry(MONDAY + DAY, planned=False)]
    assert streak(saved, MONDAY + 2 * DAY).current == 2


def test_two_asks_on_one_day_are_one_day_and_two_towards_a_freeze() -> None:
    log = [entry(MONDAY + day * DAY, planned=ask == 0, ask=ask) for day in range(4) for ask in range(2)]
    found = streak(log, MONDAY + 3 * DAY)
    assert (found.current, found.freezes) == (4, 1)


def test_an_attempted_day_ahead_of_today_is_kept_after_travel_west() -> None:
    assert streak(written("aaa"), MONDAY + DAY).current == 3


def test_each_day_has_the_mark_of_what_was_decided() -> None:
    marks = streak(written("aaaaaaam.opubm"), MONDAY + 13 * DAY).marks
    assert list(marks.values())[6:] == [
        *(Mark.ATTEMPTED, Mark.FROZEN, Mark.OFF, Mark.PAUSED, Mark.MISSED, Mark.OPEN),
    ]
    assert MONDAY + 8 * DAY not in marks  # nothing asked
    assert MONDAY + 11 * DAY not in marks  # an extra, not made
    assert list(marks) == sorted(marks)


@pytest.mark.parametrize(
    ("days", "mark"),
    [("b", Mark.OPEN), ("u", Mark.OPEN), ("o", Mark.OFF), ("p", Mark.PAUSED), ("a", Mark.ATTEMPTED)],
)
def test_today_is_open_until_it_is_attempted_or_taken_off(days: str, mark: Mark) -> None:
    assert streak(written(days), MONDAY).marks == {MONDAY: mark}


def test_a_second_challenge_after_a_day_off_opens_the_day_again() -> None:
    log = [entry(MONDAY, State.DAY_OFF, None), entry(MONDAY, State.ACCEPTED, None, ask=1)]
    assert streak(log, MONDAY).marks == {MONDAY: Mark.OPEN}
    assert streak(log, MONDAY + DAY).marks == {MONDAY: Mark.MISSED}


# A second opinion, written the other way round: from today backwards, each freeze argued from scratch.


def walked_back(log: Sequence[Attempt], today: date) -> int:
    days = {entry.day for entry in log if entry.attempted}
    asked_for = (State.OFFERED, State.ACCEPTED, State.DONE)
    missed = {e.day for e in log if e.planned and e.state in asked_for and e.day < today} - days
    frozen = frozen_days(log, sorted(missed))
    current, day = 0, max([today, *days])
    while day >= min([today, *days]) and (day not in missed or day in frozen):
        current += day in days
        day -= DAY
    return current


def frozen_days(log: Sequence[Attempt], missed: Sequence[date]) -> set[date]:
    frozen: set[date] = set()
    asks = sorted(entry.day for entry in log if entry.attempted)
    for day in missed:
        held = 0
        events = sorted([(seventh, 1) for seventh in asks[6::7]] + [(spent, 0) for spent in frozen])
        for when, earned in events:
            if when < day:
                held = min(held + 1, 2) if earned else held - 1
        if held:
            frozen.add(day)
    return frozen


def mostly_attempted() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from("aaaaaaaabmiopu."), max_size=60).map("".join)


@st.composite
def logs(draw: st.DrawFn) -> list[Attempt]:
    log = written(draw(mostly_attempted()))
    extras = draw(st.lists(st.tuples(st.integers(0, 59), st.sampled_from(list(Outcome))), max_size=8))
    return log + [entry(MONDAY + day * DAY, State.DONE, outcome, False, 5) for day, outcome in extras]


todays = st.integers(0, 62).map(lambda days: MONDAY + days * DAY)


@given(logs(), todays)
@settings(deadline=None, max_examples=200)
def test_folding_forward_finds_what_walking_back_finds(log: list[Attempt], today: date) -> None:
    assert streak(log, today).current == walked_back(log, today)


@given(logs(), todays)
@settings(deadline=None)
def test_a_streak_is_never_longer_than_the_attempted_days(log: list[Attempt], today: date) -> None:
    found = streak(log, today)
    assert 0 <= found.current <= found.best <= len({entry.day for entry in log if entry.attempted})
    assert 0 <= found.freezes <= 2


@given(logs(), todays, st.data())
@settings(deadline=None)
def test_forgetting_a_day_without_an_attempt_never_lowers_the_streak(
    log: list[Attempt], today: date, data: st.DataObject
) -> None:
    idle = [entry for entry in log if not entry.attempted]
    gone = data.draw(st.sampled_from(idle)) if idle else None
    before, after = streak(log, today), streak([entry for entry in log if entry is not gone], today)
    assert after.current >= before.current
    assert after.best >= before.best


@given(logs(), todays, st.data())
@settings(deadline=None)
def test_the_order_of_the_log_does_not_matter(log: list[Attempt], today: date, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(log))
    assert streak(shuffled, today) == streak(log, today)


@given(logs(), todays)
@settings(deadline=None)
def test_an_attempt_today_never_lowers_the_streak(log: list[Attempt], today: date) -> None:
    more = [*log, entry(today, planned=False, ask=7)]
    before, after = streak(log, today), streak(more, today)
    assert after.current >= max(before.current, 1)
    assert after.best >= before.best
    assert after.freezes >= before.freezes
