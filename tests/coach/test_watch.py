"""Signs that the practice weighs on somebody, derived from the log, and how seldom a word is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import watch
from bot.coach.model import Attempt, Domain, Facts, KindOfNo, Outcome, Size, State
from bot.coach.watch import Care, Said

TODAY = date(2026, 7, 8)
DAY = timedelta(days=1)


def told(days_ago: int, number: int = 0, **facts: Any) -> Attempt:
    """A debriefed ask."""
    facts = {"outcome": Outcome.NO, **facts}
    return entry(days_ago, number, State.DONE, Facts(**facts))


def entry(
    days_ago: int, number: int = 0, state: State = State.OFFERED, facts: Facts | None = None
) -> Attempt:
    day = TODAY - days_ago * DAY
    at = datetime.combine(day, time(8), UTC)
    return Attempt(1000 - 10 * days_ago + number, day, Domain.SOCIAL, 3, state, at, facts=facts or Facts())


def peaks(*values: int) -> list[Attempt]:
    return [told(len(values) - 1 - turn, peak=peak) for turn, peak in enumerate(values)]


# --- distress that rises


@pytest.mark.parametrize("values", [(5, 6, 7), (3, 5, 8), (9, 2, 4, 7), (6, 7, 9)])
def test_three_peaks_that_rise_to_a_height_hold_the_size(values: tuple[int, ...]) -> None:
    log = peaks(*values)
    assert watch.rising(log, TODAY)
    assert watch.holds(log, TODAY)
    assert Care.SMALLER in watch.after(log, log[-1], TODAY)


@pytest.mark.parametrize("values", [(2, 4, 6), (7, 7, 7), (5, 8, 7), (6, 8), (), (8, 7, 6), (5, 6, 7, 4)])
def test_peaks_that_stay_low_level_off_or_fall_hold_nothing(values: tuple[int, ...]) -> None:
    assert not watch.rising(peaks(*values), TODAY)


def test_only_asks_of_real_people_rise() -> None:
    first, second, third = peaks(5, 6, 8)
    assert not watch.rising([first, replace(second, size=Size.IMAGINAL), third], TODAY)
    untried = replace(second, facts=replace(second.facts, outcome=Outcome.BACKED_OUT))
    assert not watch.rising([first, untried, third], TODAY)


def test_a_rise_of_long_ago_is_over() -> None:
    log = peaks(5, 6, 8)
    assert not watch.holds(log, TODAY + 20 * DAY)


# --- two low weeks


def test_two_weeks_of_mostly_heavy_days_are_two_low_weeks() -> None:
    log = [told(12, peak=8), told(10, cost=7), told(4, feeling="hurt"), told(1, feeling="numb")]
    assert watch.low_weeks(log, TODAY)
    assert watch.holds(log, TODAY)
    assert watch.after(log, log[-1], TODAY)[0] is Care.PEOPLE


def test_a_heavy_week_after_a_light_one_is_one_low_week() -> None:
    log = [told(12, peak=3), told(10, peak=2), told(4, peak=8), told(1, peak=8)]
    assert not watch.low_weeks(log, TODAY)


def test_one_heavy_day_a_week_is_no_low_week() -> None:
    assert not watch.low_weeks([told(10, peak=9), told(2, peak=9)], TODAY)


def test_a_no_alone_weighs_nothing_and_a_yes_can_hurt_without_weighing() -> None:
    assert not watch.heavy(told(0, kind_of_no=KindOfNo.DISMISSIVE, peak=5))
    assert watch.heavy(told(0, feeling="hurt"))
    assert not watch.heavy(told(0, outcome=Outcome.YES, feeling="hurt"))


def test_of_a_rehearsal_only_what_is_left_weighs() -> None:
    rehearsed = replace(told(0, peak=9), size=Size.IMAGINAL)
    assert not watch.heavy(rehearsed)
    assert watch.heavy(replace(rehearsed, facts=replace(rehearsed.facts, left=6)))


# --- words


@pytest.mark.parametrize("where", ["story", "learned", "fear"])
def test_words_of_punishment_hold_the_size_for_a_week(where: str) -> None:
    words: dict[str, Any] = {where: "she said no and I hate myself for it"}
    log = [told(2, **words)]
    assert watch.holds(log, TODAY)
    assert not watch.holds(log, TODAY + 5 * DAY)


@pytest.mark.parametrize(
    "words", ["I'm such an idiot lol", "I could kick myself", "I'm a coward", "killed it"]
)
def test_being_hard_on_oneself_in_passing_holds_nothing(words: str) -> None:
    assert not watch.holds([told(0, story=words)], TODAY)


def test_a_joke_and_a_hard_word_are_answered_with_kindness_and_punishment_with_people_too() -> None:
    assert watch.TO_WORDS[watch.Heard.MOCKERY] == (Care.LIGHTNESS,)
    assert watch.TO_WORDS[watch.Heard.HARSHNESS] == (Care.KINDNESS,)
    assert watch.TO_WORDS[watch.Heard.PUNISHMENT] == (Care.KINDNESS, Care.PEOPLE)


def test_scorn_turns_the_one_reflection_to_the_other_person() -> None:
    assert watch.toward(told(0, story="he said no, loved watching him squirm")) is Care.EMPATHY
    assert watch.toward(told(0, story="he said no, poor guy")) is None
    assert watch.toward(told(0, story="people are so stupid", outcome=Outcome.NOT_TRIED)) is None


def test_scorn_that_no_reflection_answered_is_answered_after_the_card() -> None:
    story = "he said no, loved watching him squirm"
    asked = replace(told(0, story=story), answered=("story", "outcome", "learned"))
    assert Care.EMPATHY not in watch.after([asked], asked, TODAY)
    left_early = replace(asked, answered=("story", "outcome"))
    assert Care.EMPATHY in watch.after([left_early], left_early, TODAY)
    last_words = replace(asked, facts=replace(asked.facts, learned="these idiots"))
    assert Care.EMPATHY in watch.after([last_words], last_words, TODAY)


def test_asking_once_to_be_reassured_is_only_human() -> None:
    now = told(0, story="he said no. do you think he hates me?")
    before, long_ago = (told(days, story="she said no. was I rude?") for days in (3, 9))
    assert Care.TRUST not in watch.after([now], now, TODAY)
    assert Care.TRUST not in watch.after([long_ago, now], now, TODAY)
    assert Care.TRUST in watch.after([before, now], now, TODAY)


# --- many asks on one day


def test_the_fourth_ask_of_a_day_is_many() -> None:
    day = [told(0, number) for number in range(3)]
    begun = entry(0, 3, State.ACCEPTED)
    assert not watch.many([*day[:2], begun], TODAY)
    assert watch.many([*day, begun], TODAY)
    assert not watch.many([*day, begun], TODAY + DAY)


def test_what_was_not_asked_is_not_counted() -> None:
    day = [told(0, number) for number in range(3)]
    untried = told(0, 3, outcome=Outcome.NOT_TRIED)
    assert not watch.many([*day, untried, entry(0, 4)], TODAY)
    assert not watch.many([*day, replace(told(0, 3), size=Size.IMAGINAL)], TODAY)


# --- silence after a bad one


def test_after_a_bad_one_nothing_pushes_until_the_next_is_told() -> None:
    bad = told(3, peak=9)
    assert watch.bruised([bad])
    assert watch.bruised([bad, entry(2, state=State.OFFERED), entry(1)])
    assert not watch.bruised([bad, told(1, peak=4)])
    assert not watch.bruised([])


def test_silence_after_a_bad_one_holds_the_size_and_a_bad_one_alone_does_not() -> None:
    bad = told(3, peak=8)
    assert not watch.holds([bad], TODAY)
    assert not watch.holds([bad, entry(2, state=State.DAY_OFF)], TODAY), "a rest is no silence"
    assert watch.holds([bad, entry(2, state=State.OFFERED)], TODAY)
    assert not watch.holds([bad, entry(0, state=State.OFFERED)], TODAY), "today is not over"
    assert not watch.holds([bad, entry(2, state=State.OFFERED), told(1, peak=3)], TODAY)


# --- how often


def test_one_word_a_day_and_none_twice_within_a_week() -> None:
    fitting = (Care.PEOPLE, Care.SMALLER)
    assert watch.due(fitting, (), TODAY) is Care.PEOPLE
    assert watch.due(fitting, (Said(Care.REST, TODAY),), TODAY) is None
    assert watch.due(fitting, (Said(Care.PEOPLE, TODAY - 6 * DAY),), TODAY) is Care.SMALLER
    assert watch.due(fitting, (Said(Care.PEOPLE, TODAY - 7 * DAY),), TODAY) is Care.PEOPLE
    assert watch.due((), (), TODAY) is None


@given(
    st.lists(st.tuples(st.sampled_from([*Care]), st.integers(0, 20)), max_size=30),
    st.lists(st.sampled_from([*Care]), max_size=7),
)
def test_whatever_was_said_no_word_comes_too_soon(marks: list[tuple[Care, int]], fitting: list[Care]) -> None:
    said = [Said(care, TODAY - ago * DAY) for care, ago in marks]
    care = watch.due(fitting, said, TODAY)
    if care is not None:
        assert all(one.day != TODAY for one in said)
        assert all(TODAY - one.day >= watch.WEEK for one in said if one.care is care)


def test_nothing_is_seen_in_an_empty_log_or_a_calm_one() -> None:
    calm = [told(days, peak=4, story="she said no, fair enough") for days in range(13, -1, -1)]
    assert not watch.holds([], TODAY)
    assert not watch.holds(calm, TODAY)
    assert watch.after(calm, calm[-1], TODAY) == ()
