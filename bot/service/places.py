"""Where somebody may be, as a time zone: from a language, a typed city, a shared location, a clock.

Every answer is a guess for the person to confirm ("it is 08:42 for you, right?"). Keeps nothing: not what was
typed, not the coordinates.
"""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.service import atlas

if TYPE_CHECKING:
    from babel import Locale

CONFIDENT = 0.9  # below it CLDR's names answer San Francisco with San Juan
LONGEST = 80  # characters somebody may type for a place
ROUNDED = 7.5  # minutes a told clock may be off
EARTH = 6371.0  # km
ZONE = cache(ZoneInfo)  # which itself remembers eight; to read all of them anew held the loop for 20 ms
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def known(zone: str) -> bool:
    """Say whether this is the name of a time zone, old names included."""
    return zone in atlas.names()


def canonical(zone: str) -> str:
    """Follow links to the current name: Asia/Calcutta is Asia/Kolkata. Where people live, a name stays."""
    while zone not in atlas.lived_in() and zone in atlas.links():
        zone = atlas.links()[zone]
    return "UTC" if zone in {"Etc/UTC", "Etc/GMT"} else zone


def city(zone: str) -> str:
    """Return the short name people read: "Buenos Aires" for America/Argentina/Buenos_Aires."""
    return zone.rpartition("/")[2].replace("_", " ")


@lru_cache(maxsize=256)
def zones_for(language: str) -> tuple[str, ...]:
    """Return 1-6 likely zones for one of Telegram's language codes, largest first."""
    first, *rest = re.split(r"[-_]", language.lower())
    for part in rest:
        if zones := atlas.chief(part.upper()) or _spoken(f"{first}-{part}"):
            return zones
    return _spoken(first) or atlas.chief(_homeland(first)) or atlas.SPREAD


def _spoken(language: str) -> tuple[str, ...]:
    homes = atlas.SPOKEN.get(language, ())
    return tuple(home if "/" in home else atlas.chief(home)[0] for home in homes)


def _homeland(language: str) -> str:
    from babel.core import get_global  # noqa: PLC0415 - costs 7 ms, and most starts never ask

    return str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]


def near(latitude: float, longitude: float) -> str:
    """Return the zone of the nearest known city, by great circle. Borders are not looked at."""
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return "UTC"
    return min(atlas.points(), key=lambda point: _kilometres(latitude, longitude, point)).zone


def _kilometres(latitude: float, longitude: float, point: atlas.Point) -> float:
    here, there = math.radians(latitude), math.radians(point.latitude)
    across = math.radians(math.fmod(point.longitude - longitude, 360))
    haversine = (
        math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(min(max(haversine, 0.0), 1.0)))


def at_offset(clock: time, now: datetime, language: str) -> tuple[str, ...]:
    """Return up to five zones where it is about `clock` at the aware instant `now`, likely ones first."""
    told = clock.hour * 60 + clock.minute
    return tuple(zone for zone in _by_likelihood(language) if _apart(told, now, zone) <= ROUNDED)[:5]


def _by_likelihood(language: str) -> Iterable[str]:
    spoken = (zone for code in atlas.SPOKEN for zone in _spoken(code))
    rest = sorted(
        atlas.lived_in(),
        key=lambda zone: (zone.startswith("Antarctica/"), -_known_cities()[zone], zone),
    )
    return dict.fromkeys([*zones_for(language), *atlas.SPREAD, *spoken, *rest])


@cache
def _known_cities() -> Counter[str]:
    """How many well-known cities a zone has: the nearest thing here to how many people live in it."""
    return Counter(zone for _, _, zone in atlas.cities())


def _apart(told: int, now: datetime, zone: str) -> float:
    """Return the minutes between a told clock and the one in this zone, round midnight too."""
    local = now.astimezone(ZONE(zone))
    ahead = (told - local.hour * 60 - local.minute - local.second / 60) % 1440
    return min(ahead, 1440 - ahead)


def find(text: str, language: str = "en") -> str | None:
    """Read a typed city, country or IANA name; None unless it can only mean one zone."""
    key = _key(text)
    if not key or len(text) > LONGEST or key in atlas.shared():
        return None
    found = _index(language)
    return found.get(key) or _with_country(text, language) or _close(key, found)


def _with_country(text: str, language: str) -> str | None:
    """Read "Berlin, Germany", and not "Paris, Texas"."""
    place, comma, country = text.partition(",")
    zone = _index(language).get(_key(place)) if comma else None
    return zone if zone in _countries(language).get(_key(country), ()) else None


def _close(key: str, found: dict[str, str | None]) -> str | None:
    """Forgive a slip in a long name, when all names so close have one zone; Nakuru is not Nauru."""
    if len(key) < 8 or not key.replace(" ", "").isalpha():
        return None
    likely = [name for name in found if name[0] == key[0]]
    zones = {found[name] for name in difflib.get_close_matches(key, likely, n=9, cutoff=CONFIDENT)}
    return zones.pop() if len(zones) == 1 else None


@lru_cache(maxsize=16)
def _index(language: str) -> dict[str, str | None]:
    """Every name in English and in this language -> its zone, None where it means several."""
    means: dict[str, set[str]] = defaultdict(set)
    for key, zone in (*_english(), *_keys(_names_in(language))):
        means[key].add(zone)
    del means[""]
    return {name: zones.pop() if len(zones) == 1 else None for name, zones in means.items()}


@cache  # three quarters of the names, and the same in every language
def _english() -> tuple[tuple[str, str], ...]:
    cities = ((name, zone) for names, _, zone in atlas.cities() for name in names)
    # "" is the key of scripts of which nothing is left as one
    return tuple(_keys(chain([("", "UTC")], _names_of_zones(), cities)))


def _keys(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((_key(name), canonical(zone)) for name, zone in names)


def _names_in(language: str) -> Iterator[tuple[str, str]]:
    for locale in _locales(language):
        yield from ((shown["city"], zone) for zone, shown in locale.time_zones.items() if "city" in shown)
    for name, zones in _countries(language).items():
        if len(zones) == 1 or zones[:1] in atlas.CHIEF.values():
            yield name, zones[0]


def _names_of_zones() -> Iterator[tuple[str, str]]:
    yield from (("UTC", "UTC"), ("GMT", "UTC"))
    # EST, CET and ROK are zones too, and not what people mean by them
    yield from ((zone, zone) for zone in atlas.names() if "/" in zone or zone.upper() != zone)
    yield from ((city(zone), zone) for zone in atlas.lived_in() if not zone.startswith("Antarctica/"))


@lru_cache(maxsize=16)
def _countries(language: str) -> dict[str, tuple[str, ...]]:
    """Country names in English and in this language -> all its zones."""
    return {
        _key(name): atlas.countries()[code]
        for locale in _locales(language)
        for code, name in locale.territories.items()
        if code in atlas.countries()
    }


def _locales(language: str) -> tuple[Locale, ...]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - costs 7 ms, and most starts never ask

    english = Locale("en")
    try:
        return english, Locale.parse(language, sep="_" if "_" in language else "-")
    except (ValueError, UnknownLocaleError):
        return (english,)


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


def _key(text: str) -> str:
    """Fold case, accents, underscores and punctuation away."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _separators().sub(" ", letters).strip()
