"""What a typed number may look like, as tables."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.typed import clock, percent, rating


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7:30", time(7, 30)),
        ("07.30", time(7, 30)),
        ("7h30", time(7, 30)),
        ("7 h 30", time(7, 30)),
        ("19h", time(19)),
        ("7:30 am", time(7, 30)),
        ("7am", time(7)),
        ("7 A.M.", time(7)),
        ("8 pm", time(20)),
        ("8.15 PM", time(20, 15)),
        ("12 am", time(0)),
        ("12:30 pm", time(12, 30)),
        ("19:05", time(19, 5)),
        (" 8 ", time(8)),
        ("0", time(0)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
        ("７：３０", time(7, 30)),  # as a Japanese keyboard types it
        ("٧:٣٠", time(7, 30)),
    ],
)
def test_a_time_of_day_is_read_in_the_ways_people_write_it(text: str, expected: time) -> None:
    assert clock(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "25:00", "24:00", "8:60", "7:5", "tomorrow at 9", "9-10", "at 9", "8 or 9", "13 pm", "0 am"),
        *("-7", "7:30:00", "730", "7,30", "7 30", "noon", "7:", ":30", "7pmish", "seven"),
    ],
)
def test_anything_but_one_time_of_day_is_refused(text: str) -> None:
    assert clock(text) is None


@given(st.times())
def test_a_clock_reads_what_a_clock_shows(at: time) -> None:
    shown = at.replace(second=0, microsecond=0)
    assert clock(f"{shown:%H:%M}") == clock(f"{shown:%I:%M %p}") == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", 1), ("10", 10), ("7/10", 7), ("10 / 10", 10), ("７", 7), ("٧", 7), (" 3 ", 3)],
)
def test_a_rating_goes_from_one_to_ten(text: str, expected: int) -> None:
    assert rating(text) == expected


@pytest.mark.parametrize("text", ["", "0", "11", "7/5", "7.5", "-3", "about 7", "7 or 8", "7%", "100", "½"])
def test_anything_but_one_rating_is_refused(text: str) -> None:
    assert rating(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("0", 0), ("70", 70), ("70%", 70), ("100 %", 100), ("７０％", 70), ("٧٠٪", 70)]
)
def test_a_chance_goes_from_zero_to_a_hundred(text: str, expected: int) -> None:
    assert percent(text) == expected


@pytest.mark.parametrize("text", ["", "101", "-1", "70.5", "70-80", "%", "0.7", "about 70%", "1000", "70%%"])
def test_anything_but_one_share_is_refused(text: str) -> None:
    assert percent(text) is None


@given(st.text(max_size=12))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert clock(text) is None or isinstance(clock(text), time)
    assert rating(text) in {None, *range(1, 11)}
    assert percent(text) in {None, *range(101)}
