"""How a language is spoken: sentences through gettext, dates and numbers through Babel.

English is the source. A language without a catalogue gets English whole, dates too: half a translation reads
worse than none. Extract with `pybabel extract -k say -k several:1,2 -k mark bot/words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations, find
from pathlib import Path

from babel import Locale
from babel.dates import format_skeleton, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_percent

from bot.words.screen import Html

CATALOGUES = Path(__file__).parent / "languages"
SOURCE = "en"


def mark(sentence: str) -> str:
    """Mark a sentence that stands in a table, so that extraction finds it; `say` translates it later."""
    return sentence


@dataclass(frozen=True, slots=True)
class Speech:
    """One language. Called, it translates a sentence and fills in values that are safe by their type."""

    locale: Locale
    catalogue: NullTranslations

    def __call__(self, sentence: str, **values: Html | int) -> Html:
        return Html(self.catalogue.gettext(sentence).format_map(values))

    def several(self, one: str, more: str, n: int, **values: Html | int) -> Html:
        """Say a sentence in the plural form of n, which it may name as {n}."""
        return Html(self.catalogue.ngettext(one, more, n).format_map({"n": n, **values}))

    def clock(self, at: time) -> Html:
        return Html(format_time(at, "HH:mm", locale=self.locale))

    def weekday(self, day: date | int) -> Html:
        """Name the day of the week; Monday is 0."""
        number = day.weekday() if isinstance(day, date) else day
        return Html(get_day_names("wide", locale=self.locale)[number])

    def short_weekday(self, number: int) -> Html:
        return Html(get_day_names("abbreviated", locale=self.locale)[number])

    def day(self, day: date) -> Html:
        """Write a date without its year: Sunday, July 12."""
        date_of = Html(format_skeleton("MMMMd", day, locale=self.locale))
        return self(mark("{weekday}, {date}"), weekday=self.weekday(day), date=date_of)

    def month_day(self, day: date) -> Html:
        return Html(format_skeleton("MMMd", day, locale=self.locale))

    def dated(self, day: date, today: date) -> Html:
        """Write a date of any year, which is named where it is not this one: Sun, Jul 12, 2025."""
        skeleton = "MMMEd" if day.year == today.year else "yMMMEd"
        return Html(format_skeleton(skeleton, day, locale=self.locale))

    def percent(self, share: float) -> Html:
        """Write a share of 0-1."""
        return Html(format_percent(share, locale=self.locale))

    def enumerate(self, items: Iterable[str]) -> Html:
        return Html(format_list(tuple(items), style="unit", locale=self.locale))


@lru_cache(maxsize=64)
def speech(language: str, catalogues: Path = CATALOGUES) -> Speech:
    """Find the speech of a language code as Telegram gives it ("pt-br"), or of English."""
    codes = _codes(language)
    file = find("ask-anyway", catalogues, codes)
    if file is None:
        return Speech(Locale(SOURCE), NullTranslations())
    with Path(file).open("rb") as catalogue:
        return Speech(Locale.parse(Path(file).parts[-3]), GNUTranslations(catalogue))


def _codes(language: str) -> Sequence[str]:
    """From the narrow to the wide: pt_BR, pt. Only letters and digits may reach a path."""
    parts = [part for part in language.replace("_", "-").split("-")[:2] if part.isalnum() and part.isascii()]
    if not parts:
        return ()
    base = parts[0].lower()
    return (f"{base}_{parts[1].upper()}", base) if len(parts) > 1 else (base,)
