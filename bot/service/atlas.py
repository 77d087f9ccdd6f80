"""What is known of time zones: tzdata's own tables, the cities beside them, and who lives where.

Read once, when first asked. Answers no question of a person: `places` does.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bot.service.cities import CITIES, SHARED

# Where a country has several zones: the populous ones, largest first. One alone serves nearly everybody.
CHIEF = {
    "AR": ("America/Argentina/Buenos_Aires",),
    "AU": (
        "Australia/Sydney",
        "Australia/Melbourne",
        "Australia/Brisbane",
        "Australia/Perth",
        "Australia/Adelaide",
        "Australia/Hobart",
    ),
    "BR": (
        "America/Sao_Paulo",
        "America/Fortaleza",
        "America/Bahia",
        "America/Manaus",
        "America/Cuiaba",
        "America/Rio_Branco",
    ),
    "CA": (
        "America/Toronto",
        "America/Vancouver",
        "America/Edmonton",
        "America/Winnipeg",
        "America/Regina",
        "America/Halifax",
    ),
    "CL": ("America/Santiago",),
    "CN": ("Asia/Shanghai",),
    "CY": ("Asia/Nicosia",),
    "DE": ("Europe/Berlin",),
    "EC": ("America/Guayaquil",),
    "ES": ("Europe/Madrid",),
    "GL": ("America/Nuuk",),
    "ID": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "KZ": ("Asia/Almaty",),
    "MN": ("Asia/Ulaanbaatar",),
    "MX": (
        "America/Mexico_City",
        "America/Monterrey",
        "America/Tijuana",
        "America/Chihuahua",
        "America/Hermosillo",
        "America/Cancun",
    ),
    "MY": ("Asia/Kuala_Lumpur",),
    "NZ": ("Pacific/Auckland",),
    "PG": ("Pacific/Port_Moresby",),
    "PS": ("Asia/Gaza",),
    "PT": ("Europe/Lisbon",),
    "RU": (
        "Europe/Moscow",
        "Asia/Yekaterinburg",
        "Asia/Novosibirsk",
        "Europe/Samara",
        "Asia/Krasnoyarsk",
        "Asia/Vladivostok",
    ),
    "UA": ("Europe/Kyiv",),
    "US": (
        "America/New_York",
        "America/Chicago",
        "America/Los_Angeles",
        "America/Denver",
        "America/Phoenix",
        "Pacific/Honolulu",
    ),
    "UZ": ("Asia/Tashkent",),
}
# Countries of a language, most speakers first, where it is not one country's; a bare zone stands for a part.
SPOKEN = {
    "en": ("America/New_York", "America/Chicago", "America/Los_Angeles", "GB", "IN", "Australia/Sydney"),
    "es": ("America/Mexico_City", "CO", "ES", "AR", "PE", "VE"),
    "pt": ("America/Sao_Paulo", "America/Fortaleza", "PT", "AO", "MZ", "America/Manaus"),
    "fr": ("FR", "Africa/Kinshasa", "CI", "America/Toronto", "BE", "CM"),
    "de": ("DE", "AT", "CH"),
    "it": ("IT", "CH"),
    "nl": ("NL", "BE", "SR"),
    "sv": ("SE", "FI"),
    "ar": ("EG", "DZ", "SA", "IQ", "MA", "AE"),
    "fa": ("IR", "AF", "TJ"),
    "ru": ("Europe/Moscow", "Asia/Yekaterinburg", "KZ", "BY", "Asia/Novosibirsk", "Europe/Samara"),
    "uk": ("UA", "PL", "DE"),
    "zh": ("CN", "TW", "HK", "SG", "MY"),
    "zh-hant": ("TW", "HK", "MO"),
    "ms": ("MY", "SG", "BN"),
    "ta": ("IN", "LK", "SG"),
    "bn": ("BD", "IN"),
    "ur": ("PK", "IN"),
    "sr": ("RS", "BA", "ME"),
    "ro": ("RO", "MD"),
    "el": ("GR", "CY"),
    "sq": ("AL", "RS"),
    "sw": ("TZ", "KE", "UG", "Africa/Lubumbashi"),
    "ku": ("TR", "IQ", "IR", "SY"),
    "ca": ("ES", "AD"),
}
SPREAD = (
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "America/Sao_Paulo",
    "Asia/Shanghai",
    "Africa/Lagos",
)


class Point(NamedTuple):
    zone: str
    latitude: float
    longitude: float


class Row(NamedTuple):
    """A line of zone.tab: one country's share of a zone."""

    country: str
    point: Point


@cache
def names() -> frozenset[str]:
    """Every name of the IANA database, links included."""
    return frozenset(_table("zones")) - {"Factory"}


@cache
def links() -> dict[str, str]:
    """Old name -> name it stands for."""
    lines = (line.split() for line in _table("tzdata.zi") if line.startswith("L "))
    return {link: target for _, target, link in lines}


@cache
def rows() -> tuple[Row, ...]:
    """zone.tab: the zones people live in."""
    lines = (line.split("\t") for line in _table("zone.tab") if not line.startswith("#"))
    return tuple(Row(country, Point(zone, *_degrees(where))) for country, where, zone, *_ in lines)


@cache
def lived_in() -> frozenset[str]:
    return frozenset(row.point.zone for row in rows())


@cache
def countries() -> dict[str, tuple[str, ...]]:
    """Country code -> its zones, populous ones first."""
    found: dict[str, dict[str, None]] = {code: dict.fromkeys(zones) for code, zones in CHIEF.items()}
    for row in rows():
        found.setdefault(row.country, {})[row.point.zone] = None
    return {code: tuple(zones) for code, zones in found.items()}


def chief(country: str) -> tuple[str, ...]:
    """Return the zones where most people of a country live; none for a code that is no country."""
    return CHIEF.get(country) or countries().get(country, ())[:6]


@cache
def cities() -> tuple[tuple[tuple[str, ...], Point | None, str], ...]:
    """Each city beside the zones' own: its names, its point when it has one, its zone."""
    return tuple(
        _city(entry.strip(), zone) for zone, written in CITIES.items() for entry in written.split(";")
    )


@cache
def shared() -> frozenset[str]:
    """Names, folded, that are nobody's alone."""
    return frozenset(name.strip() for name in SHARED.split(";"))


@cache
def points() -> tuple[Point, ...]:
    """Everything that has coordinates."""
    return tuple(row.point for row in rows()) + tuple(point for _, point, _ in cities() if point)


def _city(entry: str, zone: str) -> tuple[tuple[str, ...], Point | None, str]:
    placed = re.fullmatch(r"(.+?) (-?[0-9.]+) (-?[0-9.]+)", entry)
    if placed is None:
        return tuple(entry.split("/")), None, zone
    return tuple(placed[1].split("/")), Point(zone, float(placed[2]), float(placed[3])), zone


def _degrees(where: str) -> tuple[float, float]:
    """Read ISO 6709: +DDMM+DDDMM or with seconds."""
    latitude, longitude = re.findall(r"[+-][0-9]+", where)
    return _angle(latitude, 2), _angle(longitude, 3)


def _angle(written: str, digits: int) -> float:
    sign, number = written[0], written[1:]
    degrees, minutes, seconds = number[:digits], number[digits : digits + 2], number[digits + 2 :]
    angle = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return -angle if sign == "-" else angle


def _table(name: str) -> list[str]:
    # of the tzdata package and no other: what the system has may be years older
    folder = files("tzdata") if name == "zones" else files("tzdata") / "zoneinfo"
    return (folder / name).read_text(encoding="utf-8").splitlines()
