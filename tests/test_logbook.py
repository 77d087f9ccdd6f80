"""One line an event, stable names, ids beside them; and nothing that anybody wrote."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bot
from bot import logbook
from bot.logbook import Event, note
from bot.telegram import redact
from bot.telegram.errors import Fate

ROOM = Path(bot.__file__).parent
STORY = "I asked my neighbour\nfor her ladder"
TOKEN = "1234567890:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_-"


class Book:
    """What would be on stderr."""

    def __init__(self, as_json: bool) -> None:
        self.stream = io.StringIO()
        self.handler = redact.handler(as_json, [], self.stream)

    @property
    def lines(self) -> list[str]:
        return self.stream.getvalue().splitlines()

    def entry(self) -> dict[str, Any]:
        """The one line that was written, as JSON."""
        (line,) = self.lines
        read: dict[str, Any] = json.loads(line)
        return read


@pytest.fixture
def book() -> Iterator[Book]:
    yield from attached(Book(as_json=True))


@pytest.fixture
def text() -> Iterator[Book]:
    yield from attached(Book(as_json=False))


def attached(book: Book) -> Iterator[Book]:
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(book.handler)
    root.setLevel(logging.INFO)
    yield book
    root.removeHandler(book.handler)
    root.setLevel(before)


def failure() -> Exception:
    """An error that quotes what a person wrote, as KeyError and pydantic do, caused by another."""
    try:
        try:
            raise KeyError(STORY)
        except KeyError as error:
            raise ValueError(f"{STORY} for {TOKEN}") from error
    except ValueError as error:
        return error


def test_an_event_is_one_json_line_with_its_ids(book: Book) -> None:
    note(Event.POLL_FAILED, again_in=2.0, because="Unsure")
    found = book.entry()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", found.pop("at"))
    assert found == {
        "level": "warning",
        "event": "poll.failed",
        "again_in": 2.0,
        "because": "Unsure",
        "means": Event.POLL_FAILED.means,
    }


def test_for_people_it_is_key_and_value_and_what_it_means(text: Book) -> None:
    note(Event.LETTER_UNSENT, letter=7, because='not sent, "so" it goes')
    (line,) = text.lines
    pairs = r'letter=7 because="not sent, \\"so\\" it goes"'
    assert re.fullmatch(rf"\S+Z INFO letter.unsent {pairs} \| {Event.LETTER_UNSENT.means}", line)


def test_no_value_makes_a_second_line(text: Book) -> None:
    note(Event.LETTER_UNSENT, because="one\ntwo\u2028three")
    assert len(text.lines) == 1


def test_of_an_error_the_names_and_the_places_are_kept_and_not_the_words(book: Book) -> None:
    note(Event.UPDATE_DEAD, failure(), update=7)
    found = book.entry()
    assert found["error"] == "ValueError from KeyError"
    assert re.match(r"tests/test_logbook.py:\d+ failure", found["where"])
    assert "neighbour" not in str(found)
    assert TOKEN not in str(found)


async def test_neither_library_nor_loop_tells_what_was_in_an_error(book: Book) -> None:
    logging.getLogger("aiohttp.server").error("Error handling %s", STORY, exc_info=failure())
    logging.getLogger("somebody").warning("no place for %s in %s", TOKEN, STORY)
    asyncio.get_running_loop().call_exception_handler(
        {"message": "lost", "exception": failure(), "said": STORY}
    )
    assert len(book.lines) == 3
    assert [json.loads(line)["says"] for line in book.lines] == [
        "Error handling %s",
        "no place for %s in %s",
        "lost",
    ]
    assert {json.loads(line)["event"] for line in book.lines} == {"library"}
    assert "neighbour" not in "".join(book.lines)
    assert TOKEN not in "".join(book.lines)


def test_a_secret_among_the_ids_is_masked(book: Book) -> None:
    note(Event.CONNECT_FAILED, because=f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert book.entry()["because"] == f"https://api.telegram.org/bot{redact.MASK}/getMe"


def test_only_the_list_has_events_and_every_room_writes_through_it() -> None:
    """What is logged is found in one place, and alarms may hang on it."""
    loggers = [
        path.relative_to(ROOM).as_posix()
        for path in sorted(ROOM.rglob("*.py"))
        if re.search(
            r"getLogger\((__name__)?\)|logging\.(debug|info|warning|error|exception)\(", path.read_text()
        )
    ]
    assert loggers == []
    used = {name for path in ROOM.rglob("*.py") for name in re.findall(r"Event\.([A-Z_]+)", path.read_text())}
    fates = {f"LETTER_{fate.name}" for fate in Fate}
    assert used | fates == set(Event.__members__)


def test_every_event_has_a_name_of_its_own_and_a_sentence() -> None:
    assert all(re.fullmatch(r"[a-z]+\.[a-z-]+|library", event.value) for event in Event)
    assert len({event.means for event in Event}) == len(Event)
    assert set(logbook.EVENTS) == {event.value for event in Event}


def test_names_that_alarms_hang_on_stay() -> None:
    """A new event is added here; one that goes or gets another name is said in CHANGELOG.md."""
    assert sorted(logbook.EVENTS) == [
        "bot.died", "bot.started", "bot.stopped", "connect.failed", "file.broke", "file.unreached",
        "letter.gone", "letter.harmless", "letter.lost-target", "letter.maybe-token", "letter.moved",
        "letter.muted", "letter.refused", "letter.sent", "letter.unsent", "letter.unsure", "letter.wait",
        "library",
        "poll.conflict", "poll.failed", "poll.hooked", "poll.recovered", "poll.silent", "poll.unkept",
        "query.unanswered", "rights.unknown", "stop.undrained", "store.unwritable",
        "tick.batch", "tick.failed", "tick.missed",
        "update.dead", "update.failed", "update.handled", "update.ignored", "watchdog.unheard",
    ]  # fmt: skip
