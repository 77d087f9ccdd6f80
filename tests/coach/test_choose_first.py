"""The first asks of a domain: gentle, and no larger until one was made."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.coach import choose, fit, sizing
from bot.coach.choose import Pick
from bot.coach.model import Attempt, Domain, Facts, Outcome, State, Wish
from bot.coach.worth import Morning
from bot.words import bank

MONDAY = date(2026, 11, 2)
SOCIAL = Domain.SOCIAL
BANK = bank.load().challenges
ASKS = {challenge.id: challenge for challenge in BANK}


def picked(log: list[Attempt], sting: int, day: int, *wishes: Wish) -> Pick:
    today = MONDAY + timedelta(days=day)
    course = sizing.course(log, wishes, {SOCIAL: sting}, today, ASKS)
    return choose.pick(Morning(BANK, course, today), gentle=False, roll=0.5)


def lived(pick: Pick, day: int, facts: Facts) -> Attempt:
    at = datetime(2026, 11, 2, 8, tzinfo=UTC) + timedelta(days=day)
    made = facts.outcome is not None
    return Attempt(
        day,
        MONDAY + timedelta(days=day),
        SOCIAL,
        pick.challenge.rung,
        State.DONE if made else State.DAY_OFF,
        at,
        pick.challenge.id,
        context=pick.challenge.context,
        closed_at=at if made else None,
        facts=facts,
        why=pick.why,
    )


@pytest.mark.parametrize("sting", range(1, 11))
def test_the_first_ask_is_expected_below_the_middle_of_what_is_useful(sting: int) -> None:
    first = picked([], sting, 0)
    course = sizing.begin({SOCIAL: sting})
    assert first.challenge.rung <= fit.first_rung(course.belief, SOCIAL)
    assert first.why.expected is not None
    assert first.why.expected <= 5 or first.challenge.rung == 1


@pytest.mark.parametrize("sting", range(1, 11))
def test_until_one_was_made_none_is_larger_than_the_first(sting: int) -> None:
    first = picked([], sting, 0)
    log = [lived(first, 0, Facts())]
    assert picked(log, sting, 1).challenge.rung <= first.challenge.rung


@pytest.mark.parametrize("sting", range(1, 11))
def test_a_wish_for_harder_ones_is_one_rung_also_before_one_was_made(sting: int) -> None:
    first = picked([], sting, 0)
    wish = Wish(datetime(2026, 11, 2, 9, tzinfo=UTC), MONDAY, SOCIAL, +1)
    assert picked([lived(first, 0, Facts())], sting, 1, wish).challenge.rung <= first.challenge.rung + 1


@pytest.mark.parametrize("sting", range(1, 11))
def test_a_calm_first_one_lets_the_next_be_one_rung_larger_at_most(sting: int) -> None:
    first = picked([], sting, 0)
    log = [lived(first, 0, Facts(outcome=Outcome.NO, peak=3))]
    assert picked(log, sting, 1).challenge.rung <= first.challenge.rung + 1
