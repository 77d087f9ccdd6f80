"""Guesses of a time zone, as tables: what may be answered, and what must rather not be."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.service import atlas, places

FOUND = {
    "Munich": "Europe/Berlin",
    "münchen": "Europe/Berlin",
    "MUENCHEN": "Europe/Berlin",
    "Boston": "America/New_York",
    "Mumbai": "Asia/Kolkata",
    "San Francisco": "America/Los_Angeles",
    "San Fransisco": "America/Los_Angeles",
    "Seattle": "America/Los_Angeles",
    "Miami": "America/New_York",
    "Washington": "America/New_York",
    "Osaka": "Asia/Tokyo",
    "Barcelona": "Europe/Madrid",
    "Milan": "Europe/Rome",
    "Beijing": "Asia/Shanghai",
    "Shenzhen": "Asia/Shanghai",
    "Delhi": "Asia/Kolkata",
    "Bangalore": "Asia/Kolkata",
    "  são   paulo ": "America/Sao_Paulo",
    "Sao Paulo": "America/Sao_Paulo",
    "łódź": "Europe/Warsaw",
    "New_York": "America/New_York",
    "new york": "America/New_York",
    "america/new_york": "America/New_York",
    "Buenos Aires": "America/Argentina/Buenos_Aires",
    "Asia/Calcutta": "Asia/Kolkata",
    "Calcutta": "Asia/Kolkata",
    "Europe/Kiev": "Europe/Kyiv",
    "US/Eastern": "America/New_York",
    "Europe/Oslo": "Europe/Oslo",
    "Germany": "Europe/Berlin",
    "Japan": "Asia/Tokyo",
    "Spain": "Europe/Madrid",
    "Turkey": "Europe/Istanbul",
    "Türkiye": "Europe/Istanbul",
    "Scotland": "Europe/London",
    "Berlin, Germany": "Europe/Berlin",
    "Portland, Oregon": "America/Los_Angeles",
    "UTC": "UTC",
    "gmt": "UTC",
    "Etc/UTC": "UTC",
}
NOT_FOUND = (
    *("", "   ", "?", "🙂", "x", "Springfield", "Portland", "San Juan", "Georgia", "San Jose"),
    *("CET", "EST", "PST", "IST", "MST", "WET", "UTC+2", "GMT+5", "Etc/GMT+5", "+02:00"),
    *("USA", "Brazil", "Australia", "Paris, Texas", "Boston, Germany", "Atlantis", "home", "Nakuru"),
    *("I live in Berlin", "B" * 5000),
)


@pytest.mark.parametrize(("text", "zone"), FOUND.items())
def test_a_place_that_can_mean_one_zone_is_found(text: str, zone: str) -> None:
    assert places.find(text) == zone


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_may_mean_several_zones_or_none_is_not_guessed(text: str) -> None:
    assert places.find(text) is None


@pytest.mark.parametrize(
    ("text", "language", "zone"),
    [
        ("Мюнхен", "ru", None),
        ("Москва", "ru", "Europe/Moscow"),
        ("東京", "ja", "Asia/Tokyo"),
        ("القاهرة", "ar", "Africa/Cairo"),
        ("Mailand", "de", "Europe/Rome"),
        ("Deutschland", "de", "Europe/Berlin"),
        ("Wien, Österreich", "de", "Europe/Vienna"),
        ("Londres", "pt-br", "Europe/London"),
        ("Boston", "no such language", "America/New_York"),
    ],
)
def test_names_are_read_in_english_and_in_their_language(text: str, language: str, zone: str | None) -> None:
    assert places.find(text, language) == zone


def test_every_zone_people_live_in_is_found_by_its_own_name() -> None:
    assert {zone for zone in atlas.lived_in() if places.find(zone) != zone} == set()


def test_every_city_of_the_table_is_in_a_zone_of_today() -> None:
    zones = {zone for _, _, zone in atlas.cities()}
    assert zones <= atlas.lived_in()
    assert {zone for zones in atlas.CHIEF.values() for zone in zones} <= atlas.lived_in()


def test_a_name_stands_in_the_table_under_one_clock_only() -> None:
    unread = [names[0] for names, _, _ in atlas.cities() if places.find(names[0]) is None]
    assert unread == []


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("de", "Europe/Berlin"),
        ("pt-br", "America/Sao_Paulo"),
        ("pt", "America/Sao_Paulo"),
        ("pt-pt", "Europe/Lisbon"),
        ("en", "America/New_York"),
        ("en-gb", "Europe/London"),
        ("es-419", "America/Mexico_City"),
        ("ja", "Asia/Tokyo"),
        ("hi", "Asia/Kolkata"),
        ("uz", "Asia/Tashkent"),
        ("zh-hant", "Asia/Taipei"),
        ("zh_CN", "Asia/Shanghai"),
        ("sr-latn", "Europe/Belgrade"),
        ("tlh", "Europe/London"),
        ("", "Europe/London"),
    ],
)
def test_a_language_suggests_the_zones_of_most_of_its_people(language: str, first: str) -> None:
    zones = places.zones_for(language)
    assert zones[0] == first
    assert 1 <= len(zones) == len(set(zones)) <= 6
    assert set(zones) <= atlas.lived_in()


@pytest.mark.parametrize(
    ("where", "zone"),
    [
        ((48.1, 11.6), "Europe/Berlin"),
        ((40.71, -74.0), "America/New_York"),
        ((37.8, -122.4), "America/Los_Angeles"),
        ((19.1, 72.9), "Asia/Kolkata"),
        ((-33.9, 151.2), "Australia/Sydney"),
        ((-18.1, 178.4), "Pacific/Fiji"),
        ((27.7, 85.3), "Asia/Kathmandu"),
        ((65.0, -169.0), "America/Nome"),
        ((51.5, 360.0 - 0.1), "Europe/London"),
    ],
)
def test_a_location_has_the_zone_of_the_nearest_city(where: tuple[float, float], zone: str) -> None:
    assert places.near(*where) == zone


def test_distance_does_not_break_at_the_date_line() -> None:
    assert places.near(-16.8, -179.99) == "Pacific/Fiji"


NOON = datetime(2026, 11, 3, 12, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("clock", "language", "first"),
    [
        (time(13, 0), "de", "Europe/Berlin"),
        (time(13, 7), "de", "Europe/Berlin"),
        (time(12, 54), "de", "Europe/Berlin"),
        (time(7, 0), "en", "America/New_York"),
        (time(17, 30), "en", "Asia/Kolkata"),
        (time(17, 45), "en", "Asia/Kathmandu"),
        (time(9, 0), "pt-br", "America/Sao_Paulo"),
        (time(12, 0), "en", "Europe/London"),
    ],
)
def test_a_told_clock_suggests_zones_that_have_it_now(clock: time, language: str, first: str) -> None:
    zones = places.at_offset(clock, NOON, language)
    assert zones[0] == first
    assert 1 <= len(zones) <= 5


def test_a_told_clock_is_met_round_midnight() -> None:
    late = datetime(2026, 11, 3, 22, 57, tzinfo=UTC)
    assert places.at_offset(time(0, 2), late, "de")[0] == "Europe/Berlin"
    assert (
        places.at_offset(time(23, 58), datetime(2026, 11, 3, 23, 2, tzinfo=UTC), "de")[0] == "Europe/Berlin"
    )


def test_a_clock_nobody_has_suggests_nothing() -> None:
    assert places.at_offset(time(13, 22), NOON, "en") == ()


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Lisbon", "Lisbon"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("America/New_York", "New York"),
        ("America/Port-au-Prince", "Port-au-Prince"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_has_a_short_name(zone: str, name: str) -> None:
    assert places.city(zone) == name


def test_known_names_are_those_of_the_database() -> None:
    assert places.known("Europe/Lisbon")
    assert places.known("Asia/Calcutta")
    assert not places.known("Europe/lisbon")
    assert not places.known("Factory")
    assert not places.known("../../etc/passwd")


def test_every_known_name_has_a_current_one_with_the_same_clock() -> None:
    for zone in atlas.names():
        current = places.canonical(zone)
        assert places.canonical(current) == current
        assert NOON.astimezone(ZoneInfo(zone)).utcoffset() == NOON.astimezone(ZoneInfo(current)).utcoffset()


ANYTHING = st.text(max_size=40)
LIKE_PLACES = st.builds(
    "".join, st.lists(st.sampled_from([*"aeinrst -_/,.+0", "San ", "New ", "Etc/", "ß", "İ"]), max_size=12)
)
LANGUAGES = st.sampled_from(["en", "de", "pt-br", "zh-hant", "xx", "", "-", "e_n", "en-", "ÄÖ"])


@settings(deadline=None)  # the first example reads the tables
@given(text=ANYTHING | LIKE_PLACES, language=LANGUAGES)
def test_whatever_is_typed_the_answer_is_a_known_zone_or_none(text: str, language: str) -> None:
    found = places.find(text, language)
    assert found is None or places.known(found)


@settings(deadline=None)  # the first example reads the tables
@given(language=ANYTHING)
def test_whatever_the_language_there_are_suggestions(language: str) -> None:
    assert 1 <= len(places.zones_for(language)) <= 6
    assert places.find("Boston", language) == "America/New_York"


@settings(deadline=None)  # the first example reads the tables
@given(latitude=st.floats(), longitude=st.floats())
def test_whatever_the_location_there_is_a_zone(latitude: float, longitude: float) -> None:
    assert places.known(places.near(latitude, longitude))


@settings(deadline=None)  # the first example reads the tables
@given(clock=st.times(), hours=st.integers(0, 8760), language=LANGUAGES)
def test_suggested_clocks_are_within_minutes_of_the_told_one(clock: time, hours: int, language: str) -> None:
    now = datetime.fromtimestamp(1_767_225_600 + hours * 3600, UTC)
    for zone in places.at_offset(clock, now, language):
        local = now.astimezone(ZoneInfo(zone))
        ahead = (clock.hour * 60 + clock.minute - local.hour * 60 - local.minute) % 1440
        assert min(ahead, 1440 - ahead) <= 8


def test_importing_reads_no_table_and_no_locale() -> None:
    imports = "import sys; from bot.service import atlas, places"
    script = f"{imports}; print('babel' in sys.modules, atlas.rows.cache_info().misses)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 - our own line
    assert ran.stdout.split() == ["False", "0"]
