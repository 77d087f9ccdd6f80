"""The growth view: what moves somebody from bearing a no to looking at it, to having fun; never back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import growth
from bot.coach.feelings import FEELINGS, JOY
from bot.coach.growth import Grown, View
from bot.coach.model import Attempt, Cause, Domain, Facts, Outcome, Size, State, Why

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DONE = Attempt(0, NOW.date(), Domain.SOCIAL, 3, State.DONE, NOW, "ask-the-way")
NO = Outcome.NO
ORDER = list(View)


def life(*facts: Facts, domain: Domain = Domain.SOCIAL, **fields: Any) -> list[Attempt]:
    """One ask a day."""
    return [
        replace(DONE, id=n, day=NOW.date() + timedelta(days=n), domain=domain, facts=fact, **fields)
        for n, fact in enumerate(facts, start=1)
    ]


def now(log: Sequence[Attempt], domain: Domain = Domain.SOCIAL) -> View:
    """The view the next ask would be made in."""
    return views(log, domain)[-1]


def views(log: Sequence[Attempt], domain: Domain) -> list[View]:
    """The view each ask of a domain would be made in, and the one after them."""
    here = [ask for ask in log if ask.domain is domain]
    return [practice.view for practice in accumulate(here, growth.after, initial=growth.NONE_YET)]


def felt(count: int, feeling: str | None = None, peak: int | None = 5) -> list[Facts]:
    return [Facts(outcome=NO, peak=peak, feeling=feeling)] * count


# --- leaning in


@pytest.mark.parametrize(
    ("facts", "view"),
    [
        ([], View.TOLERATE),
        (felt(5), View.TOLERATE),
        (felt(6), View.LEAN_IN),
        (felt(6, peak=7), View.TOLERATE),
        (felt(6, peak=9) + felt(4, peak=5), View.LEAN_IN),
        (felt(6, peak=None), View.TOLERATE),
        (felt(19, peak=8), View.TOLERATE),
        (felt(20, peak=8), View.LEAN_IN),
        (felt(20, peak=None), View.LEAN_IN),
        (felt(30, peak=9), View.TOLERATE),
        ([Facts(outcome=Outcome.YES, peak=3)] * 30, View.TOLERATE),
        ([Facts(outcome=Outcome.YES, peak=3)] * 5 + felt(1), View.LEAN_IN),
    ],
)
def test_a_no_is_leaned_into_after_some_practice_with_attention_to_spare(
    facts: list[Facts], view: View
) -> None:
    assert now(life(*facts)) is view


def test_only_asks_that_were_made_of_somebody_count() -> None:
    untried = life(*[Facts(outcome=Outcome.BACKED_OUT, peak=3)] * 9)
    pictured = life(*felt(9), size=Size.IMAGINAL)
    unfinished = life(*[Facts(peak=3)] * 9, state=State.ACCEPTED)
    assert now([*untried, *pictured, *unfinished]) is View.TOLERATE


def test_each_domain_has_its_own_view() -> None:
    log = life(*felt(8)) + life(*felt(2), domain=Domain.ROMANTIC)
    assert now(log) is View.LEAN_IN
    assert now(log, Domain.ROMANTIC) is View.TOLERATE


# --- enjoying


@pytest.mark.parametrize(
    ("newest", "view"),
    [
        (felt(3, "proud"), View.ENJOY),
        (felt(2, "amused"), View.LEAN_IN),
        (felt(3, "relieved"), View.LEAN_IN),
        (felt(1, "playful") + felt(2), View.LEAN_IN),
        (felt(3, "proud", peak=8), View.LEAN_IN),
    ],
)
def test_signs_of_joy_are_what_makes_it_fun(newest: list[Facts], view: View) -> None:
    assert now(life(*felt(14), *newest)) is view


@pytest.mark.parametrize("cause", [Cause.HARDER, Cause.BOLD])
def test_asks_chosen_beyond_the_plan_are_signs_but_boldness_alone_is_not_joy(cause: Cause) -> None:
    harder = Why(cause, 5)
    bold = life(*felt(17))[14:]
    chosen = [replace(ask, why=harder) for ask in bold]
    assert now([*life(*felt(14)), *chosen]) is View.LEAN_IN
    glad = replace(chosen[-1], facts=replace(chosen[-1].facts, feeling="giddy"))
    assert now([*life(*felt(14)), *chosen[:-1], glad]) is View.ENJOY
    own = [replace(ask, challenge=None, own="a dance", planned=False) for ask in bold[:-1]]
    assert now([*life(*felt(14)), *own, glad]) is View.ENJOY


def test_a_view_is_named_with_the_day_it_was_reached() -> None:
    log = life(*felt(14), *felt(3, "curious"))
    day = [ask.day for ask in log]
    assert growth.reached(reversed(log)) == (
        Grown(Domain.SOCIAL, View.LEAN_IN, day[5]),
        Grown(Domain.SOCIAL, View.ENJOY, day[16]),
    )
    assert growth.reached([]) == ()


FACTS = st.builds(
    Facts,
    outcome=st.sampled_from(Outcome),
    peak=st.none() | st.integers(1, 10),
    feeling=st.none() | st.sampled_from(FEELINGS),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(FACTS, st.sampled_from(Domain)), max_size=60))
def test_a_view_is_never_taken_back_and_none_is_left_out(days: list[tuple[Facts, Domain]]) -> None:
    log = [
        replace(ask, domain=domain)
        for ask, (_, domain) in zip(life(*(facts for facts, _ in days)), days, strict=True)
    ]
    for domain in Domain:
        seen = [ORDER.index(view) for view in views(log, domain)]
        assert all(after - before in (0, 1) for before, after in pairwise(seen))
        assert seen[0] == 0
    assert len(growth.reached(log)) <= 2 * len(Domain)


def test_joy_is_made_of_words_somebody_can_choose() -> None:
    assert set(FEELINGS) >= JOY
    assert not JOY & {"tense", "hurt", "numb", "relieved"}
