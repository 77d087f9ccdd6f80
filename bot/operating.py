"""What the operator asks for on the console: how the bot stands, a backup, its way back. Text in, lines out.

Works beside a bot that runs. Raises StoreFault, one sentence; changes nothing but in `restore`.
"""

from __future__ import annotations

import http.client
import shutil
import sqlite3
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sqlalchemy import make_url

from bot import __version__
from bot.settings import Settings
from bot.store import backup, meta, status
from bot.store.backup import Copy
from bot.store.status import Status

RECENTLY: Final = timedelta(minutes=10)  # so long a conflict is worth a line
EVERYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  to listen on; where to ask then
ANSWERS_WITHIN: Final = 2.0  # seconds
LONGEST_ANSWER: Final = 300  # bytes
UNITS: Final = (("d", 86400), ("h", 3600), ("min", 60), ("s", 1))


def standing(settings: Settings, now: datetime) -> list[str]:
    """How the bot stands, line by line."""
    found = status.look(settings.database_url, now)
    rows = {"serving": _serving(settings), **_waiting(found), **_incoming(found), **_kept(found, settings)}
    head = f"Ask Anyway {__version__}, {_instant(now)}"
    return [head, "", *(f"{name:<12} {told}" for name, told in rows.items())]


def back_up(settings: Settings, to: Path, now: datetime) -> list[str]:
    copy = backup.make(settings.database_url, to, now)
    return [f"{copy.path} is whole: {_holds(copy)}."]


def check(file: Path) -> list[str]:
    copy = backup.verify(file)
    made = "" if copy.made_at is None else f"made {_instant(copy.made_at)}, "
    return [f"{copy.path} is whole: {made}{_holds(copy)}."]


def restore(settings: Settings, file: Path, now: datetime) -> list[str]:
    told, former = check(file), backup.put_back(settings.database_url, file, now)
    kept = [] if former is None else [f"What was there before is kept as {former}."]
    return [*told, f"It is now the database at {_place(settings)}.", *kept]


def _serving(settings: Settings) -> str:
    """What the bot says of itself on LISTEN: some of it only it can know, as that it can't write."""
    host = EVERYWHERE.get(settings.host, settings.host)
    bot = http.client.HTTPConnection(host, settings.port, timeout=ANSWERS_WITHIN)
    try:
        bot.request("GET", "/readyz")
        answer = bot.getresponse()
        told = answer.read(LONGEST_ANSWER).decode(errors="replace").strip()
    except (OSError, http.client.HTTPException):
        return f"nobody answers at {settings.listen}"
    finally:
        bot.close()
    return "yes, and ready" if answer.status == http.HTTPStatus.OK else f"yes, but not ready: {told}"


def _waiting(found: Status) -> dict[str, str]:
    return {
        "backlog": f"{_count(found.backlog, 'update')} waiting{_oldest(found.backlog_since, found.at)}",
        "letters": f"{found.letters_waiting} waiting{_oldest(found.letters_due_since, found.at, ' due')}",
        "occasions": f"{found.occasions_due} overdue",
        "oldest due": "nothing" if found.due_since is None else f"for {_span(found.at - found.due_since)}",
        "uncertain": f"{_count(found.uncertain, 'letter')} that may have arrived",
        "given up": _count(found.given_up, "letter"),
        "dead": f"{_count(found.dead, 'update')} that could not be handled",
    }


def _incoming(found: Status) -> dict[str, str]:
    """How updates come in; a conflict only while it may still go on."""
    told = {"last poll": _ago(found.last_poll, found.at), "last update": _ago(found.last_update, found.at)}
    if found.intake == meta.WEBHOOK:
        told["last poll"] = "none, updates come by webhook"
    if found.conflict is not None and found.at - found.conflict < RECENTLY:
        told["conflict"] = f"another process took the updates {_ago(found.conflict, found.at)}; stop it"
    return told


def _kept(found: Status, settings: Settings) -> dict[str, str]:
    installed = version("tzdata")
    return {
        "people": f"{found.people}: {found.blocked} blocked, {found.silent} silent, {found.held} held",
        "database": f"{_place(settings)}, {_bytes(found.size)}, tables {found.schema}",
        "disk": f"{_bytes(shutil.disk_usage(_folder(settings)).free)} free",
        "tzdata": f"{installed}, due instants computed with {found.tzdata or 'none yet'}",
        "sqlite": sqlite3.sqlite_version,
    }


def _holds(copy: Copy) -> str:
    letters = _count(copy.letters, "letter")
    held = f"{_count(copy.people, 'person', 'people')}, {_count(copy.attempts, 'attempt')}, {letters} waiting"
    return f"{_bytes(copy.size)}, tables {copy.schema}, {held}"


# --- to write figures


def _place(settings: Settings) -> str:
    """The path of the file; of any other database its URL without the password."""
    place = make_url(settings.database_url)
    sqlite = place.get_backend_name() == "sqlite"
    return str(place.database) if sqlite else place.render_as_string(hide_password=True)


def _folder(settings: Settings) -> Path:
    return Path(make_url(settings.database_url).database or ".").parent


def _instant(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _oldest(since: datetime | None, now: datetime, what: str = "") -> str:
    return "" if since is None else f", the oldest{what} for {_span(now - since)}"


def _ago(then: datetime | None, now: datetime) -> str:
    return "never" if then is None else f"{_span(now - then)} ago"


def _span(span: timedelta) -> str:
    """In its two largest units: "2 h 5 min"."""
    left, told = max(int(span.total_seconds()), 0), []
    for unit, seconds in UNITS:
        if left >= seconds:
            told.append(f"{left // seconds} {unit}")
            left %= seconds
    return " ".join(told[:2]) or "0 s"


def _bytes(size: int) -> str:
    if size >= 1_000_000_000:
        return f"{size / 1_000_000_000:.1f} GB"
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size} bytes"
