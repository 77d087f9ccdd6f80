"""Which asks may be proposed: what they made comes again by choice, after two weeks."""

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


def free(by_choice: bool, day: int, *log: Attempt) -> set[str]:
    today = MONDAY + timedelta(days=day)
    course = sizing.on(sizing.begin({SOCIAL: 5}), log, today, ASKS)
    return {ask.id for ask in worth.rested(Morning(POOL, course, today), SOCIAL, 3, by_choice)}


@pytest.mark.parametrize(
    ("day", "proposed", "given"), [(14, False, False), (15, True, False), (31, True, True)]
)
def test_what_was_made_may_be_proposed_after_two_weeks(day: int, proposed: bool, given: bool) -> None:
    assert ("made" in free(True, day, attempt("made", 0))) is proposed
    assert ("made" in free(False, day, attempt("made", 0))) is given


def test_what_was_never_made_is_not_proposed_the_sooner() -> None:
    assert "made" not in free(True, 20, attempt("made", 0, made=False))
    looked = replace(attempt("made", 14), looks=(Look("looked", 9),))
    assert "looked" not in free(True, 20, looked)
    assert "looked" in free(True, 25, looked), "ten days later, as ever"


def test_what_was_offered_since_rests_from_then_on() -> None:
    assert "made" not in free(True, 20, attempt("made", 0), attempt("made", 10, made=False))
    assert "made" not in free(True, 20, attempt("made", 0), attempt("new", 10), attempt("made", 12))
