"""The one thought at the end of a debrief: it fits what happened, and never comes twice in a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import debrief, reflecting
from bot.coach.growth import View
from bot.coach.messages import Reflection
from bot.coach.model import Attempt, Domain, Facts, KindOfNo, Outcome, Size, Stakes, State
from bot.coach.taps import Step

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPEN = Attempt(7, date(2026, 11, 23), Domain.SOCIAL, 3, State.ACCEPTED, NOW, "ask-the-way")
BANK = {"ask-the-way": Stakes.LOW, "ask-for-a-raise": Stakes.MEANINGFUL}
TOWARD_THEM = {Reflection.HELP, Reflection.THANKS}
GENTLE = {Reflection.STAYED, Reflection.NAME_IT, Reflection.CHAPTER, Reflection.STORY}


def having(domain: Domain = Domain.SOCIAL, **facts: Any) -> Attempt:
    return replace(OPEN, domain=domain, facts=Facts(**facts))


def turns(attempt: Attempt, stakes: Stakes, view: View | None, times: int = 12) -> list[Reflection]:
    """The thoughts of so many debriefs that all went alike."""
    passed: list[Reflection] = []
    for _ in range(times):
        passed.append(debrief.reflection(attempt, stakes, passed, view))
    return passed


# --- what fits


@pytest.mark.parametrize("stakes", Stakes)
def test_the_baseline_is_asked_without_techniques(stakes: Stakes) -> None:
    seen = turns(having(outcome=Outcome.NO), stakes, None)
    assert set(seen) == {Reflection.NOTICE, Reflection.STAYED}


@pytest.mark.parametrize("outcome", [Outcome.BACKED_OUT, Outcome.NOT_TRIED])
@pytest.mark.parametrize("view", [None, *View])
def test_what_was_not_tried_is_asked_what_stood_in_the_way(outcome: Outcome, view: View | None) -> None:
    seen = turns(having(outcome=outcome), Stakes.LOW, view)
    assert set(seen) == {Reflection.OBSTACLE, Reflection.FOOTHOLD}


@pytest.mark.parametrize(
    ("facts", "stakes", "view", "fitting"),
    [
        ({"outcome": "yes"}, Stakes.LOW, View.TOLERATE, "other-side stayed name-it"),
        ({"outcome": "yes"}, Stakes.LOW, View.LEAN_IN, "other-side lean-in story"),
        ({"outcome": "yes"}, Stakes.MEANINGFUL, View.ENJOY, "fun other-side creation"),
        ({"outcome": "no"}, Stakes.LOW, View.TOLERATE, "story worked-out stayed name-it other-side"),
        ({"outcome": "no"}, Stakes.LOW, View.LEAN_IN, "story worked-out lean-in other-side"),
        ({"outcome": "partial"}, Stakes.MEANINGFUL, View.ENJOY, "story worked-out fun creation other-side"),
        ({"outcome": "no"}, Stakes.MEANINGFUL, View.LEAN_IN, "chapter help thanks worked-out lean-in"),
        (
            {"outcome": "no", "peak": 9},
            Stakes.MEANINGFUL,
            View.ENJOY,
            "chapter help thanks worked-out stayed",
        ),
    ],
)
def test_reflections_fit_what_happened_and_take_turns(
    facts: dict[str, Any], stakes: Stakes, view: View, fitting: str
) -> None:
    outcome = Outcome(facts.pop("outcome"))
    seen = turns(having(outcome=outcome, **facts), stakes, view, times=2 * len(fitting.split()))
    assert [thought.value for thought in seen] == [*fitting.split(), *fitting.split()]


@pytest.mark.parametrize(
    "attempt",
    [
        having(Domain.ROMANTIC, outcome=Outcome.NO, kind_of_no=KindOfNo.RESPECTFUL),
        having(outcome=Outcome.NO, kind_of_no=KindOfNo.DISMISSIVE),
    ],
)
@pytest.mark.parametrize("view", View)
def test_nobody_who_was_cold_or_courted_is_written_to_again(attempt: Attempt, view: View) -> None:
    assert not TOWARD_THEM & set(turns(attempt, Stakes.MEANINGFUL, view))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("stakes", Stakes)
def test_a_hard_one_is_met_gently_in_every_view(view: View, stakes: Stakes) -> None:
    hard = having(outcome=Outcome.NO, kind_of_no=KindOfNo.RESPECTFUL, peak=9)
    assert not {Reflection.FUN, Reflection.CREATION, Reflection.LEAN_IN} & set(turns(hard, stakes, view))
    assert turns(hard, stakes, view)[0] in GENTLE


@pytest.mark.parametrize("outcome", [None, *Outcome])
@pytest.mark.parametrize("kind", [None, *KindOfNo])
@pytest.mark.parametrize("peak", [None, 3, 9])
def test_there_are_always_two_thoughts_or_more_to_choose_from(
    outcome: Outcome | None, kind: KindOfNo | None, peak: int | None
) -> None:
    for domain in Domain:
        for stakes in Stakes:
            for view in (None, *View):
                attempt = having(domain, outcome=outcome, kind_of_no=kind, peak=peak)
                choices = reflecting.fitting(attempt, stakes, view)
                assert len(set(choices)) == len(choices) >= 2


# --- taking turns over a life


def lived(number: int, outcome: Outcome, challenge: str, domain: Domain, peak: int, ended: bool) -> Attempt:
    """A finished debrief; `ended`: by "That's enough" in the middle."""
    at = NOW + timedelta(days=number)
    done = replace(
        OPEN,
        id=number,
        day=at.date(),
        challenge=challenge,
        domain=domain,
        state=State.DONE,
        closed_at=at,
        facts=Facts(outcome=outcome, peak=peak, feeling="proud"),
    )
    steps = debrief.route(done)
    return replace(done, answered=steps[:3] if ended else steps)


DEBRIEFS = st.lists(
    st.tuples(
        st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.PENDING]),
        st.sampled_from(sorted(BANK)),
        st.sampled_from(Domain),
        st.integers(1, 10),
        st.booleans(),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(DEBRIEFS)
def test_no_thought_comes_twice_in_a_row_in_any_life(days: list[Any]) -> None:
    log: list[Attempt] = []
    shown: list[Reflection] = []
    for number, day in enumerate(days, start=1):
        attempt = lived(number, *day)
        if debrief.reflected(attempt):
            shown.append(debrief.thought(attempt, log, BANK))
        log.append(attempt)
    assert all(before is not after for before, after in pairwise(shown))


def test_the_thought_is_the_same_however_often_it_is_looked_up() -> None:
    log = [lived(n, Outcome.NO, "ask-the-way", Domain.SOCIAL, 5, False) for n in range(1, 9)]
    last = log[-1]
    still_open = replace(last, state=State.ACCEPTED, closed_at=None, answered=last.answered[:-1])
    asked = debrief.thought(still_open, log[:-1], BANK)
    assert debrief.thought(last, log, BANK) is asked
    assert debrief.thought(still_open, [*log[:-1], still_open], BANK) is asked


def test_a_debrief_ended_before_the_thought_does_not_use_one_up() -> None:
    ended = [lived(n, Outcome.NO, "ask-the-way", Domain.SOCIAL, 5, True) for n in range(1, 7)]
    assert not any(map(debrief.reflected, ended))
    pending = replace(having(outcome=Outcome.PENDING), answered=(Step.STORY, Step.OUTCOME))
    assert not debrief.reflected(pending)
    rehearsed = replace(having(outcome=Outcome.NO), size=Size.IMAGINAL)
    assert not debrief.reflected(replace(rehearsed, answered=debrief.route(rehearsed)))
    fresh = lived(9, Outcome.NO, "ask-the-way", Domain.SOCIAL, 5, False)
    assert debrief.thought(fresh, ended, BANK) is Reflection.STORY
