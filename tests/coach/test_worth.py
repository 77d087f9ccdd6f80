"""Which asks may come: what was asked rests for two weeks, what was only looked at for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.coach import sizing, worth
from bot.coach.model import Attempt, Challenge, Context, Domain, Facts, Kind, Look, Outcome, Stakes, State
from bot.coach.worth import Morning

SOCIAL = Domain.SOCIAL
MONDAY = date(2026, 11, 2)
POOL = tuple(
    Challenge(name, SOCIAL, 3, Context.SHOP, Kind.SMALL_FAVOUR, Stakes.LOW)
    for name in ("made", "looked", "new")
)
ASKS = {ask.id: ask for ask in POOL}


def attempt(ask: str, day: int, made: bool = True) -> Attempt:
    at = datetime(2026, 11, 2, 8, tzinfo=UTC) + timedelta(days=day)
    facts = Facts(outcome=Outcome.NO, peak=5) if made else Facts()
    state = State.DONE if made else State.OFFERED
    return Attempt(day, MONDAY + timedelta(days=day), SOCIAL, 3, state, at, ask, facts=facts)


def free(day: int, *log: Attempt) -> set[str]:
    today = MONDAY + timedelta(days=day)
    course = sizing.on(sizing.begin({SOCIAL: 5}), log, today, ASKS)
    return {ask.id for ask in worth.rested(Morning(POOL, course, today), SOCIAL, 3)}


@pytest.mark.parametrize("made", [True, False])
def test_what_was_asked_may_come_again_after_two_weeks(made: bool) -> None:
    assert "made" not in free(13, attempt("made", 0, made=made))
    assert "made" in free(14, attempt("made", 0, made=made))


def test_what_was_only_looked_at_rests_for_one_week() -> None:
    looked = replace(attempt("made", 0), looks=(Look("looked", 9),))
    assert "looked" not in free(6, looked)
    assert "looked" in free(7, looked)


def test_what_was_asked_since_rests_from_then_on() -> None:
    assert "made" not in free(20, attempt("made", 0), attempt("made", 10, made=False))
    assert "made" not in free(20, attempt("made", 0), attempt("new", 10), attempt("made", 12))


def test_each_time_it_was_asked_it_rests_for_twice_as_long() -> None:
    twice = (attempt("made", 0), attempt("made", 14))
    assert "made" not in free(14 + 27, *twice)
    assert "made" in free(14 + 28, *twice)
    thrice = (*twice, attempt("made", 42))
    assert "made" not in free(42 + 55, *thrice)
    assert "made" in free(42 + 56, *thrice)
    assert "made" in free(98 + 56, *thrice, attempt("made", 98)), "longer than eight weeks nothing rests"


def test_one_of_their_own_rests_for_a_month() -> None:
    own = replace(POOL[0], own=True)
    today = Morning(
        (own, *POOL[1:]), sizing.on(sizing.begin({SOCIAL: 5}), [attempt("made", 0)], MONDAY, ASKS), MONDAY
    )
    rests = [replace(today, day=MONDAY + timedelta(days=days)) for days in (30, 31)]
    assert [own in worth.rested(day, SOCIAL, 3) for day in rests] == [False, True]
