"""What fits a life: asks are left out as somebody said, and nobody is ever left without a next challenge."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations, product

import pytest

from bot.coach import ladder, life, preferences
from bot.coach.life import LEAST, fitting
from bot.coach.model import Challenge, Context, Domain, Kind, Life, Person, Stakes
from bot.coach.taps import Field
from bot.words import bank

REAL = bank.load().challenges
EVERY = [frozenset(some) for some in chain.from_iterable(combinations(Life, n) for n in range(len(Life) + 1))]
ANN = Person(7, "Ann")


def ask(number: int, context: Context = Context.SHOP, rung: int = 1, **others: object) -> Challenge:
    plain = Challenge(f"social-{number:02}", Domain.SOCIAL, rung, context, Kind.FEEDBACK, Stakes.LOW)
    return replace(plain, **others)  # type: ignore[arg-type]  # fields of a challenge


def test_whoever_says_nothing_has_the_whole_bank() -> None:
    assert fitting(REAL, ()) == life.Fitting(REAL)


def test_any_life_leaves_ten_asks_in_two_places_from_the_first_rung_on() -> None:
    for said, domain in product(EVERY, Domain):
        found = fitting(REAL, said).asks
        here = [c for c in found if c.domain is domain]
        assert len(here) >= LEAST, said
        assert len({c.context for c in here}) >= 2, said
        assert min(c.rung for c in here) == 1, said
        assert 10 <= len(ladder.build(found, (), {}, 5, domain)) <= 30, said


@pytest.mark.parametrize("said", [one for one in Life if one.startswith("no-")])
def test_one_place_left_out_is_left_out_of_every_domain(said: Life) -> None:
    found = fitting(REAL, {said})
    assert Context(said.removeprefix("no-")) not in {c.context for c in found.asks}
    assert found.ignored == ()


def test_only_what_costs_nothing_leaves_out_what_is_for_those_who_buy_anyway() -> None:
    found = fitting(REAL, {Life.FREE}).asks
    assert {c.id for c in REAL} - {c.id for c in found} == {c.id for c in REAL if c.costs}
    assert any(c.costs for c in REAL)


def test_where_harmony_comes_first_the_blunt_asks_stay_away_and_the_others_come_first() -> None:
    found = fitting(REAL, {Life.HARMONY}).asks
    adapted = [c for c in REAL if c.group]
    assert {c.id for c in REAL} - {c.id for c in found} == {name for c in adapted for name in c.instead_of}
    assert {c.id for c in found if c.preferred} == {c.id for c in adapted}
    assert not any(c.preferred for c in fitting(REAL, {Life.FREE}).asks)
    for domain in Domain:
        here = {item.key for item in ladder.build(found, (), {}, 5, domain)}
        assert {c.id for c in adapted if c.domain is domain} <= here, "all of them are on the ladder"


def test_what_would_leave_nine_asks_does_not_count_and_is_named() -> None:
    nine = [ask(n, Context.STREET if n % 2 else Context.HOME) for n in range(9)]
    calls = [ask(n, Context.PHONE) for n in range(10, 20)]
    found = fitting([*nine, *calls], {Life.NO_PHONE, Life.FREE})
    assert found == life.Fitting((*nine, *calls), ((Domain.SOCIAL, Life.NO_PHONE),))
    assert fitting([*nine, ask(9, Context.HOME), *calls], {Life.NO_PHONE}).ignored == ()


def test_what_would_leave_one_place_or_take_the_first_rung_does_not_count() -> None:
    here = [ask(n, Context.HOME) for n in range(12)]
    assert fitting([*here, ask(20, Context.SHOP)], {Life.NO_SHOP}).ignored == ((Domain.SOCIAL, Life.NO_SHOP),)
    higher = [ask(n, Context.HOME if n % 2 else Context.STREET, 4) for n in range(12)]
    dear = ask(30, rung=1, costs=True)
    assert fitting([*higher, dear], {Life.FREE}).asks == (*higher, dear)


def test_a_line_is_said_and_taken_back_and_said_twice_it_is_said_once() -> None:
    said = preferences.change(ANN, Field.LIFE, "+no-phone")
    assert said is not None
    assert said.life == {Life.NO_PHONE}
    assert preferences.change(said, Field.LIFE, "+no-phone") == said
    assert preferences.change(said, Field.LIFE, "-no-phone") == ANN


@pytest.mark.parametrize("value", ["", "+", "no-phone", "+moon", "no phone calls please", "-no-moon"])
def test_what_nobody_can_say_changes_nothing(value: str) -> None:
    assert preferences.change(ANN, Field.LIFE, value) is None
