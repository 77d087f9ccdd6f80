"""Another language: every sentence can be translated, and the numbers and dates follow."""

from __future__ import annotations

import re
from datetime import date, time
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

import bot.words
from bot.words.render import Words
from bot.words.screen import escape
from bot.words.speech import Speech, speech
from tests.words.examples import EXAMPLES
from tests.words.stock import BANK

KEYWORDS: dict[str, tuple[int, ...] | None] = {"say": None, "mark": None, "several": (1, 2)}
TUESDAY = date(2026, 7, 7)


class Bracketed(NullTranslations):
    """A language in which every sentence stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


BRACKETED = Speech(Locale("en"), Bracketed())


def catalogue() -> bytes:
    """A little German, compiled."""
    catalog = Catalog(locale="de")
    catalog.add("Skip", "Überspringen")
    catalog.add(("{n} day in a row", "{n} days in a row"), ("{n} Tag in Folge", "{n} Tage in Folge"))
    catalog.add("{weekday}, {date}", "{weekday}, {date}")
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def unspoken(text: str) -> str:
    """What is left when everything said is taken out, from the inside."""
    text = re.sub(r"</?[a-z]+>", "", text)
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = inner
    return text


def test_every_sentence_goes_through_the_catalogue() -> None:
    jam = BANK.entries["social-jam"]
    for title, message in EXAMPLES.items():
        told = unspoken(Words(BANK).spoken(message, BRACKETED).text)
        for theirs in (jam.ask, jam.scene, jam.line, jam.no):
            told = told.replace(str(escape(theirs)), "")
        if "own" not in title and "fear" not in title:
            assert not re.search(r"[a-zA-Z]", told), title


def test_every_label_goes_through_the_catalogue() -> None:
    known = r"[^a-zA-Z]*|(✓ )?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\d\d:\d\d · (Lisbon|Buenos Aires)"
    for title, message in EXAMPLES.items():
        rows = Words(BANK).spoken(message, BRACKETED).rows
        left = [unspoken(button.label) for row in rows for button in row]
        assert all(re.fullmatch(known, label) for label in left), title


def test_every_sentence_can_be_extracted() -> None:
    found = extract_from_dir(Path(bot.words.__file__).parent, [("**.py", "python")], keywords=KEYWORDS)
    sentences = {message[2] if isinstance(message[2], str) else message[2][0] for message in found}
    assert len(sentences) > 300
    assert {"Skip", "{n} day in a row", "{weekday}, {date}", "Rung {rung} of 10, one up."} <= sentences


@pytest.mark.parametrize("code", ["de", "de-AT", "DE_ch"])
def test_a_catalogue_is_spoken_with_its_plurals_and_dates(code: str, tmp_path: Path) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "ask-anyway.mo").write_bytes(catalogue())
    say = speech(code, tmp_path)
    assert say("Skip") == "Überspringen"
    assert say.several("{n} day in a row", "{n} days in a row", 1) == "1 Tag in Folge"
    assert say.several("{n} day in a row", "{n} days in a row", 2) == "2 Tage in Folge"
    assert say.day(TUESDAY) == "Dienstag, 7. Juli"
    assert say.percent(0.5) == "50\N{NO-BREAK SPACE}%"
    assert say("Not in the catalogue") == "Not in the catalogue"


def test_the_clock_has_24_hours() -> None:
    assert speech("en-US").clock(time(18, 5)) == "18:05"


def test_words_of_a_person_are_never_read_as_a_placeholder() -> None:
    assert speech("en")("“{own}”", own=escape("{secret} {0} %s")) == "“{secret} {0} %s”"
