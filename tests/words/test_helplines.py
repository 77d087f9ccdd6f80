"""Help lines: only those of the person's own country, each dated and with its source."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import helplines

ROWS = pytest.mark.parametrize("line", helplines.LINES, ids=lambda line: f"{line.country} {line.number}")


@ROWS
def test_every_row_is_dated_and_names_its_source(line: helplines.HelpLine) -> None:
    assert date(2026, 11, 22) <= line.checked
    assert re.fullmatch(r"https?://[^\s]+", line.source)
    assert line.url == "" or line.url.startswith("https://")


@ROWS
def test_every_number_can_be_dialled(line: helplines.HelpLine) -> None:
    assert re.fullmatch(r"[0-9][0-9 ]{1,14}", line.number)
    assert line.name.strip() == line.name != ""


@ROWS
def test_every_row_is_of_a_country_some_zone_lies_in(line: helplines.HelpLine) -> None:
    assert line.country in {helplines.country_of(zone) for zone in available_timezones()}


def test_thirty_countries_or_more_have_a_line() -> None:
    assert len({line.country for line in helplines.LINES}) >= 30


@pytest.mark.parametrize(
    ("zone", "country", "number"),
    [
        ("America/New_York", "US", "988"),
        ("America/Toronto", "CA", "988"),
        ("Europe/London", "GB", "116 123"),
        ("Europe/Dublin", "IE", "116 123"),
        ("Europe/Berlin", "DE", "0800 1110111"),
        ("Europe/Paris", "FR", "3114"),
        ("Australia/Perth", "AU", "13 11 14"),
        ("Pacific/Auckland", "NZ", "1737"),
        ("Asia/Kolkata", "IN", "14416"),
        ("Europe/Lisbon", "PT", "1411"),
        ("America/Mexico_City", "MX", "800 911 2000"),
        ("Asia/Seoul", "KR", "109"),
    ],
)
def test_a_zone_leads_to_the_lines_of_its_country(zone: str, country: str, number: str) -> None:
    assert helplines.country_of(zone) == country
    assert [line.number for line in helplines.for_country(country)] == [number]


def test_a_country_with_two_languages_shows_a_line_for_each() -> None:
    assert [line.number for line in helplines.for_country("BE")] == ["0800 32 123", "1813"]


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+5", "CET", "Mars/Olympus", ""])
def test_a_zone_of_no_country_or_of_many_leads_to_none(zone: str) -> None:
    assert helplines.country_of(zone) is None


@pytest.mark.parametrize("code", [None, "", "XX", "KP"])
def test_a_country_we_cannot_vouch_for_never_gets_the_number_of_another(code: str | None) -> None:
    assert helplines.for_country(code) == ()


def test_a_code_is_read_in_either_case() -> None:
    assert helplines.for_country("us") == helplines.for_country("US") != ()


@given(st.text())
def test_any_text_in_place_of_a_zone_is_answered(zone: str) -> None:
    country = helplines.country_of(zone)
    assert country is None or all(line.country == country for line in helplines.for_country(country))
