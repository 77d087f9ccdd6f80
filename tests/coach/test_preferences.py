"""Settings by button and by words, what wins over what, and that nothing hostile is taken for a setting."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import day, preferences
from bot.coach.model import Domain, Person
from bot.coach.taps import Field

PERSON = Person(1, "Ada", days=frozenset({0, 2}), sting={Domain.SOCIAL: 4, Domain.CUSTOMERS: 7})
NIGHT = {"quiet_from": time(22), "quiet_to": time(7)}


@pytest.mark.parametrize(
    ("field", "value", "changed"),
    [
        (Field.ZONE, "Asia/Tokyo", {"zone": "Asia/Tokyo"}),
        (Field.MORNING, "07:30", {"morning": time(7, 30)}),
        (Field.MORNING, "6 am", {"morning": time(6)}),
        (Field.EVENING, "20:00", {"evening": time(20)}),
        (Field.EVENING, "9 pm", {"evening": time(21)}),
        (Field.QUIET, "22:00-07:00", NIGHT),
        (Field.QUIET, "22-7", NIGHT),
        (Field.QUIET, "10 pm to 7 am", NIGHT),
        (Field.QUIET, "22:00 – 07:00", NIGHT),
        (Field.QUIET, " 22h until 7h ", NIGHT),
        (Field.QUIET, "none", {"quiet_from": time(0), "quiet_to": time(0)}),
        (Field.QUIET, " Off ", {"quiet_from": time(0), "quiet_to": time(0)}),
        (Field.DAYS, "weekdays", {"days": frozenset(range(5))}),
        (Field.DAYS, "all", {"days": frozenset(range(7))}),
        (Field.DAYS, "6", {"days": frozenset({0, 2, 6})}),
        (Field.DAYS, "0", {"days": frozenset({2})}),
        (Field.DOMAINS, "customers", {"sting": {Domain.SOCIAL: 4}}),
        (Field.DOMAINS, "romantic", {"sting": {**PERSON.sting, Domain.ROMANTIC: 6}}),
        (Field.NUDGES, "off", {"nudges": False}),
        (Field.NUDGES, "on", {"nudges": True}),
        (Field.GENTLE, "on", {"gentle": True}),
        (Field.GENTLE, "off", {"gentle": False}),
    ],
)
def test_a_setting_is_changed_by_a_button_or_by_words(
    field: Field, value: str, changed: dict[str, Any]
) -> None:
    assert preferences.change(PERSON, field, value) == replace(PERSON, **changed)


HOSTILE = ("", " ", "25:00", "8 or 9", "\x00", "🙂", "-1", "7", "07:30:00", "DROP TABLE people", "9" * 500)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *((Field.MORNING, value) for value in HOSTILE if value != "7"),
        *((Field.EVENING, value) for value in HOSTILE if value != "7"),
        *(
            (Field.QUIET, value)
            for value in (*HOSTILE, "22:00", "22-", "-7", "22-7-9", "22 to", "late to early")
        ),
        *((Field.DAYS, value) for value in (*HOSTILE, "01", "٣", "²", "Weekdays!", "mon")),
        *((Field.DOMAINS, value) for value in (*HOSTILE, "SOCIAL", "family", "Domain.SOCIAL")),
        *(
            (field, value)
            for field in (Field.NUDGES, Field.GENTLE)
            for value in (*HOSTILE, "1", "True", "yes")
        ),
    ],
)
def test_a_value_that_says_nothing_changes_nothing(field: Field, value: str) -> None:
    assert preferences.change(PERSON, field, value) is None


@settings(max_examples=200)
@given(
    st.sampled_from([field for field in Field if field is not Field.ZONE]),
    st.text(max_size=20) | st.sampled_from([*map(str, range(12)), "weekdays", "all", "on", "off", *Domain]),
)
def test_whatever_comes_in_a_person_keeps_a_day_and_a_domain(field: Field, value: str) -> None:
    person = preferences.change(replace(PERSON, days=frozenset({3}), sting={Domain.SOCIAL: 4}), field, value)
    assert person is None or (person.days and person.days <= set(range(7)))
    assert person is None or (person.sting and set(person.sting.values()) <= set(range(1, 11)))


@pytest.mark.parametrize(("field", "value"), [(Field.DAYS, "3"), (Field.DOMAINS, "social")])
def test_the_last_day_and_the_last_domain_stay(field: Field, value: str) -> None:
    only = replace(PERSON, days=frozenset({3}), sting={Domain.SOCIAL: 4})
    assert preferences.change(only, field, value) == only


@pytest.mark.parametrize("field", [Field.DAYS, Field.DOMAINS])
def test_a_toggle_pressed_twice_is_as_before(field: Field) -> None:
    value = "5" if field is Field.DAYS else "romantic"
    once = preferences.change(PERSON, field, value)
    assert once is not None
    assert once != PERSON
    assert preferences.change(once, field, value) == PERSON


# --- quiet hours win


@pytest.mark.parametrize(
    ("morning", "quiet", "comes"),
    [
        (time(8), (time(22), time(7)), time(8)),
        (time(6), (time(22), time(7)), time(7)),
        (time(23), (time(22), time(7)), time(7)),
        (time(7), (time(22), time(7)), time(7)),
        (time(22), (time(22), time(7)), time(7)),
        (time(6), (time(0), time(0)), time(6)),  # none
        (time(13), (time(12), time(14)), time(14)),
    ],
)
def test_a_morning_in_the_quiet_hours_comes_at_their_end(
    morning: time, quiet: tuple[time, time], comes: time
) -> None:
    person = replace(PERSON, morning=morning, quiet_from=quiet[0], quiet_to=quiet[1])
    assert preferences.morning(person) == comes


@given(st.times(), st.times(), st.times())
def test_a_morning_never_comes_in_the_quiet_hours(morning: time, since: time, until: time) -> None:
    person = replace(PERSON, morning=morning, quiet_from=since, quiet_to=until)
    assert not day.quiet(preferences.morning(person), since, until)


@pytest.mark.parametrize(
    ("settings", "nudged"),
    [
        ({}, True),
        ({"nudges": False}, False),
        ({"evening": time(22, 30)}, False),  # quiet
        ({"evening": time(22), "quiet_from": time(23)}, True),
        ({"evening": time(7, 30)}, False),  # before the morning
        ({"evening": time(8)}, False),  # with it
        ({"morning": time(20), "evening": time(19)}, False),
        ({"evening": time(1), "quiet_from": time(2)}, True),  # before the day turns it is late, not early
        ({"morning": time(1), "quiet_from": time(2), "evening": time(20)}, False),
        ({"morning": time(5), "quiet_to": time(9), "evening": time(8)}, False),  # the morning moved behind it
    ],
)
def test_the_evening_word_is_wanted_not_quiet_and_after_the_morning(
    settings: dict[str, Any], nudged: bool
) -> None:
    assert preferences.nudged(replace(PERSON, **settings)) is nudged
