"""What the bot logs: every event has its name, level and meaning here, and ids beside it. One line each.

What people write has no way in: of an exception only its name and where it happened are kept, of a library's
own line only the template.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Self

ROOT: Final = Path(__file__).parents[1]
LOGGER: Final = logging.getLogger("bot")
DEEPEST: Final = 8  # steps of a traceback, from where it broke
LONGEST: Final = 200  # characters of a library's line

DEBUG, INFO, WARNING, ERROR = logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR


class Event(StrEnum):
    """Name, level, and what it means for whoever runs the bot. The names are stable: alarms hang on them."""

    level: int
    means: str

    def __new__(cls, name: str, level: int, means: str) -> Self:
        event = str.__new__(cls, name)
        event._value_, event.level, event.means = name, level, means
        return event

    BOT_STARTED = "bot.started", INFO, "it serves"
    BOT_STOPPED = "bot.stopped", INFO, "it has ended in order"
    BOT_DIED = "bot.died", ERROR, "a part of it broke, so the whole ended; start it again"
    STOP_UNDRAINED = "stop.undrained", WARNING, "some letters wait for the next start"

    CONNECT_FAILED = "connect.failed", WARNING, "the Bot API server does not answer yet; it tries again"
    POLL_FAILED = "poll.failed", WARNING, "asking for updates failed; it tries again"
    POLL_SILENT = (
        "poll.silent",
        WARNING,
        "Telegram said nothing for too long; the connection is built anew and it asks again",
    )
    POLL_CONFLICT = (
        "poll.conflict",
        WARNING,
        "another process polls with this token: stop that one, or revoke the token at BotFather if it is "
        "not yours; this one tries again",
    )
    POLL_HOOKED = (
        "poll.hooked",
        WARNING,
        "somebody set a webhook for this token, so Telegram refuses polling: stop that process, then start "
        "this one anew, which takes the webhook away",
    )
    POLL_UNKEPT = (
        "poll.unkept",
        WARNING,
        "the instant of a poll could not be written; `status` knows an older",
    )
    POLL_RECOVERED = "poll.recovered", INFO, "updates come in again"

    STORE_UNWRITABLE = (
        "store.unwritable",
        WARNING,
        "the database can't be written now, so what was to be done waits; it tries again every few seconds",
    )

    UPDATE_HANDLED = "update.handled", DEBUG, "its state, its letters and its done-mark are committed"
    UPDATE_IGNORED = "update.ignored", DEBUG, "of a kind the bot has nothing to do with"
    UPDATE_FAILED = "update.failed", ERROR, "handling it raised; it is tried again"
    UPDATE_DEAD = "update.dead", ERROR, "it was given up and kept in the inbox; its person was told"
    QUERY_UNANSWERED = "query.unanswered", INFO, "Telegram did not take the answer to a button; harmless"
    RIGHTS_UNKNOWN = (
        "rights.unknown",
        INFO,
        "Telegram did not say whether somebody runs a group; they are taken for a member",
    )

    LETTER_SENT = "letter.sent", DEBUG, "it arrived"
    LETTER_GONE = "letter.gone", INFO, "the chat can't be written to; nothing is sent there until they write"
    LETTER_MUTED = (
        "letter.muted",
        INFO,
        "the bot may not write in that chat; nothing is sent there until it may",
    )
    LETTER_MOVED = "letter.moved", INFO, "the group has a new id; its letters follow it"
    LETTER_WAIT = "letter.wait", INFO, "Telegram asked to wait; it is sent again then"
    LETTER_UNSENT = "letter.unsent", INFO, "the request did not leave; it is sent again"
    LETTER_UNSURE = "letter.unsure", INFO, "it may have arrived; what may come twice is sent once more"
    LETTER_HARMLESS = "letter.harmless", INFO, "it was so already, or came too late to matter"
    LETTER_LOST_TARGET = "letter.lost-target", INFO, "the message it was about is no longer there"
    LETTER_REFUSED = "letter.refused", ERROR, "Telegram does not take it, a fault of the bot; it is given up"
    LETTER_MAYBE_TOKEN = (
        "letter.maybe-token",
        INFO,
        "Telegram or a proxy answered as for a wrong token; it is sent again",
    )

    FILE_BROKE = (
        "file.broke",
        ERROR,
        "looking at a sent file raised, a fault of the bot; its person was told",
    )
    FILE_UNREACHED = "file.unreached", INFO, "Telegram did not hand over a file; its person was told"

    WATCHDOG_UNHEARD = "watchdog.unheard", WARNING, "systemd did not take what the bot told it; it goes on"

    TICK_BATCH = "tick.batch", ERROR, "a batch of what was due broke; it is done one by one"
    TICK_MISSED = "tick.missed", ERROR, "one occasion broke and is missed; the others went on"
    TICK_FAILED = "tick.failed", ERROR, "the look who is due failed; the next one, in seconds, tries again"

    LIBRARY = "library", WARNING, "a library the bot is built on said something"


EVENTS: Final = {event.value: event for event in Event}

Id = int | float | str | None


def note(event: Event, error: BaseException | None = None, /, **ids: Id) -> None:
    """Log an event, with ids and numbers and never with what people wrote."""
    if LOGGER.isEnabledFor(event.level):
        LOGGER.log(event.level, event.value, extra=ids, exc_info=error)


class Plain(logging.Filter):
    """Prepares a record for `Lines`. It comes before the filter of secrets, which goes over what it adds."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.template = str(record.msg).partition("\n")[0][:LONGEST]
        if record.exc_info and (error := record.exc_info[1]):
            record.error = " from ".join(type(one).__name__ for one in _chain(error))
            record.where = " < ".join(_steps(error))
        return True


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found


def _steps(error: BaseException) -> list[str]:
    """Where it broke and who called that, without a line of source and without a value."""
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames)]


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(*path.parts[-2:]))


STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "template", "taskName"}


class Lines(logging.Formatter):
    """A record as one line: JSON, or words and key=value for who reads along."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        facts, means = _facts(record)
        if self._as_json:
            return json.dumps({**facts, "means": means}, default=str)
        at, level, event, *rest = facts.items()
        pairs = [f"{name}={_quoted(value)}" for name, value in rest]
        return " ".join([at[1], level[1].upper(), event[1], *pairs, "|", means])


def _facts(record: logging.LogRecord) -> tuple[dict[str, Any], str]:
    """What is to be said of a record, in order, and what it means."""
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    event = _event(record)
    facts: dict[str, Any] = {"at": at.replace("+00:00", "Z"), "level": record.levelname.lower()}
    facts["event"] = event.value
    if event is Event.LIBRARY:
        facts |= {"logger": record.name, "says": getattr(record, "template", "")}
    ids = {name: value for name, value in vars(record).items() if name not in STANDARD}
    return facts | ids, event.means


def _event(record: logging.LogRecord) -> Event:
    return EVENTS.get(record.msg, Event.LIBRARY) if record.name == LOGGER.name else Event.LIBRARY


def _quoted(value: object) -> str:
    """A value as it is where it is one word, else as JSON writes it."""
    said = str(value)
    bare = said.isprintable() and not set(said) & set(' "=|') and said
    return said if bare else json.dumps(said)
