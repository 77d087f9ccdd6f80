"""Any life at all, from the whole bank and from small pools: there is always a next challenge, never above
what is allowed, and the reason agrees with the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import choose, sizing
from bot.coach.choose import MAY_BE_BOLD, Pick
from bot.coach.model import Attempt, Cause, Challenge, Context, Domain, Size, State, Why
from bot.coach.worth import Morning
from bot.words import bank
from bot.words.asks import why_sentence
from bot.words.speech import speech
from tests.coach.any_life import DAY, KNOWN, MONDAY, NINE, SOCIAL, STING, WORK, Life, known, lives

REAL = bank.load().challenges
ONE_EACH = (known("only", 6), known("only at work", 2, WORK, Context.WORK))
POOLS = st.sampled_from([REAL, KNOWN, ONE_EACH, (*KNOWN, *ONE_EACH, known("mine", 7, context=None))])
ROLLS = st.floats(0, 1, exclude_max=True)
LIVES = settings(max_examples=40, deadline=None)


@st.composite
def mornings(draw: st.DrawFn) -> Morning:
    """The morning of a day in the middle of a life, or after it."""
    life: Life = draw(lives)
    today = MONDAY + DAY * draw(st.integers(0, life.days + 9))
    calm = draw(st.sampled_from([False, False, True]))
    return Morning(draw(POOLS), life.until(today - DAY).course(today), today, calm=calm)


def on_the_table(morning: Morning, pick: Pick) -> Attempt:
    """The ask of that morning, open."""
    there, at = pick.challenge, NINE + (morning.day - MONDAY)
    entry = Attempt(
        999, morning.day, there.domain, there.rung, State.ACCEPTED, at, context=there.context, why=pick.why
    )
    return replace(entry, own=there.id) if there.own else replace(entry, challenge=there.id)


def most(morning: Morning, domain: Domain, rung: int) -> int:
    """The hardest that may be asked: nobody is turned away where a domain begins higher."""
    return max(rung, min(c.rung for c in morning.pool if c.domain is domain))


def agrees(morning: Morning, domain: Domain, why: Why) -> bool:
    """Whether a reason says what the numbers say, against the last ask of the domain."""
    least = min(c.rung for c in morning.pool if c.domain is domain)
    if why.before is None:
        return why.cause is not Cause.ROSE
    step = why.rung - why.before
    told = {Cause.ROSE: step == 1, Cause.HARDER: step > 0, Cause.HELD_SAFETY: step <= 0 or why.rung == least}
    told |= dict.fromkeys((Cause.START, Cause.BASELINE, Cause.HELD, Cause.HELD_PLACES), step == 0)
    told |= dict.fromkeys(sizing.FALLS, step < 0 or why.rung in (1, least))
    return told.get(why.cause, True)


@LIVES
@given(mornings(), ROLLS)
def test_there_is_always_a_challenge_in_reach_whose_reason_agrees_with_the_numbers(
    morning: Morning, roll: float
) -> None:
    pick = choose.pick(morning, gentle=False, roll=roll)
    domain = pick.challenge.domain
    limit = choose.size(morning, domain)
    assert pick.challenge in morning.pool
    assert pick.why.rung == pick.challenge.rung <= most(morning, domain, limit.rung)
    assert limit.rung <= morning.course.standings[domain].rung
    assert agrees(morning, domain, pick.why), pick.why
    assert 1 <= (pick.why.expected or 0) <= 10


@LIVES
@given(mornings(), ROLLS)
def test_every_domain_has_a_next_challenge_and_a_forecast_of_it(morning: Morning, roll: float) -> None:
    for domain in STING:
        why = choose.size(morning, domain)
        found = choose.ask(morning, domain, why, roll)
        assert (found.domain, found.rung <= most(morning, domain, why.rung)) == (domain, True)
        assert agrees(morning, domain, choose.forecast(morning, domain))


@LIVES
@given(mornings(), ROLLS, st.integers(1, 4))
def test_another_one_is_never_harder_and_agrees_as_well(morning: Morning, roll: float, times: int) -> None:
    pick = choose.pick(morning, gentle=False, roll=roll)
    entry = on_the_table(morning, pick)
    for _ in range(times):
        entry = replace(entry, passed=(*entry.passed, entry.ask or ""))
        other = choose.another(replace(morning, undecided=(entry,)), entry, roll)
        assert other.challenge.domain is entry.domain
        assert other.challenge.rung <= entry.rung
        assert agrees(morning, entry.domain, other.why), other.why
        entry = replace(on_the_table(morning, other), passed=entry.passed)


@LIVES
@given(mornings(), ROLLS, st.sampled_from([-1, 1]))
def test_easier_is_easier_and_harder_stays_within_what_is_allowed(
    morning: Morning, roll: float, steps: int
) -> None:
    entry = on_the_table(morning, choose.pick(morning, gentle=False, roll=roll))
    found = choose.resized(morning, entry, steps, roll)
    limit = choose.size(morning, entry.domain)
    least = most(morning, entry.domain, 1)
    assert found.challenge.rung <= most(morning, entry.domain, limit.rung)
    assert steps > 0 or found.challenge.rung < entry.rung or entry.rung == least
    assert found.why.cause is not Cause.ROSE or agrees(morning, entry.domain, found.why)
    assert found.why.cause is not Cause.HARDER or found.challenge.rung > entry.rung


@LIVES
@given(mornings(), ROLLS, st.integers(1, 10))
def test_what_is_proposed_instead_is_one_rung_above_what_is_allowed_at_most_and_then_called_bold(
    morning: Morning, roll: float, said: int
) -> None:
    entry = on_the_table(morning, choose.pick(morning, gentle=False, roll=roll))
    limit = choose.size(morning, entry.domain)
    other = choose.instead(replace(morning, undecided=(entry,)), entry, said)
    if other is None:
        return
    assert other.challenge.id != entry.ask
    assert other.challenge.domain is entry.domain
    assert not other.challenge.own
    may_be_bold = limit.cause in MAY_BE_BOLD and not morning.course.flagged and not morning.calm
    assert other.challenge.rung <= most(morning, entry.domain, limit.rung + may_be_bold)
    assert other.why.cause is not Cause.BOLD or other.challenge.rung > limit.rung
    assert other.challenge.rung <= most(morning, entry.domain, limit.rung) or other.why.cause is Cause.BOLD


@LIVES
@given(mornings())
def test_while_something_speaks_for_rest_the_next_ask_is_smaller_than_the_last(morning: Morning) -> None:
    resting = replace(morning, calm=True)
    for domain, there in resting.course.standings.items():
        why = choose.size(resting, domain)
        if there.last_rung is not None:
            assert why.rung <= max(there.last_rung - 1, 1)


# --- its sentence

STEPS = [(None, 4), (4, 5), (4, 4), (4, 3), (4, 1), (4, 9)]


@pytest.mark.parametrize("cause", Cause)
def test_every_reason_can_be_said_and_says_its_rung(cause: Cause) -> None:
    for (before, rung), peak in product(STEPS, (None, 4, 9)):
        day = None if before is None else MONDAY
        said = why_sentence(Why(cause, rung, before, day, peak, 6), speech("en"))
        assert said.startswith(f"Rung {rung} of 10"), said
        assert "{" not in said, said


@pytest.mark.parametrize("cause", MAY_BE_BOLD)
@pytest.mark.parametrize(("before", "rung"), STEPS[1:])
def test_one_up_is_said_of_exactly_one_up_and_the_same_of_the_same(
    cause: Cause, before: int, rung: int
) -> None:
    why = choose.led(Why(cause, rung, before, MONDAY, 4, 6))
    said = why_sentence(why, speech("en"))
    assert ("one up" in said) == (rung == before + 1 and cause is not Cause.HARDER)
    assert "the same" not in said or rung == before
    assert ("harder" in said) == (cause is Cause.HARDER and rung > before)


def listed(pool: Sequence[Challenge], today: date) -> Morning:
    return Morning(pool, sizing.begin({SOCIAL: 5}), today)


def test_a_bold_ask_is_never_swapped_for_another_bold_one() -> None:
    pool = [known(f"{name}{rung}", rung) for rung in range(1, 11) for name in "ab"]
    morning = listed(pool, MONDAY)
    top = choose.size(morning, SOCIAL).rung
    there = next(c for c in pool if c.rung == top + 1)
    bold = on_the_table(morning, Pick(there, Why(Cause.BOLD, top + 1), Size.FULL))
    other = choose.another(replace(morning, undecided=(bold,)), bold, 0.5)
    assert other.challenge.rung <= top
    assert other.why.cause is not Cause.BOLD


def test_after_the_wish_for_harder_the_next_ask_is_harder_than_the_last_if_any_is() -> None:
    pool = [known(f"{name}{rung}", rung) for rung in range(1, 11) for name in "ab"]
    morning = listed(pool, MONDAY)
    why = Why(Cause.HARDER, 9, before=8, last_day=MONDAY)
    assert choose.ask(morning, SOCIAL, why, 0).rung == 9
    assert choose.ask(replace(morning, pool=pool[:12]), SOCIAL, why, 0).rung < 8
