"""How the bot stands, for who runs it: what waits, what went wrong, who is there. Figures, no words.

One statement, hence one moment. Reads only; what is alarming about the figures is not decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import URL, ColumnElement, Select, create_engine, func, literal_column, or_, select
from sqlalchemy.exc import SQLAlchemyError

from bot.store import NewerDatabase, StoreFault, engine, meta, migrate
from bot.store.states import LetterState
from bot.store.tables import (
    arrival_is_dead,
    arrival_is_new,
    inbox,
    letter_waits,
    letter_went_wrong,
    occasion_waits,
    occasions,
    outbox,
    people,
    stands,
)
from bot.store.tables import meta as facts
from bot.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Status:
    """The figures at one moment, `at`. Instants are None where there is nothing they could tell of."""

    at: datetime
    backlog: int  # updates in the inbox that are not handled yet
    backlog_since: datetime | None
    letters_waiting: int  # of the outbox, put off or not
    letters_due_since: datetime | None
    occasions_due: int  # moments to speak first that are overdue
    occasions_due_since: datetime | None
    uncertain: int  # letters that may have arrived and are not repeated
    given_up: int  # letters that could not be sent
    dead: int  # updates that could not be handled
    people: int
    blocked: int
    silent: int
    held: int
    intake: str | None  # polling or webhook
    last_poll: datetime | None
    last_update: datetime | None
    conflict: datetime | None  # when another process last took the updates
    backup: datetime | None  # when this file was made, if it is a backup
    tzdata: str | None  # the version that due instants were computed with
    schema: str
    size: int  # bytes, without the log beside the file
    unwritable: str | None = None  # why nothing can be written; only the bot itself knows

    @property
    def due_since(self) -> datetime | None:
        """Since when the oldest of what is due waits."""
        return min(filter(None, (self.letters_due_since, self.occasions_due_since)), default=None)


async def read(unit: Unit, now: datetime) -> Status:
    """Read it in the bot itself."""
    return _status((await unit.run(_query(now))).mappings().one(), now)


def look(url: str, now: datetime) -> Status:
    """Read it from outside, beside a bot that runs or not; StoreFault, in one sentence, where that fails."""
    place = existing(url)
    outside = create_engine(read_only(place), hide_parameters=True)
    try:
        with outside.connect() as connection:
            _known(migrate.current(connection), place)
            return _status(connection.execute(_query(now)).mappings().one(), now)
    except SQLAlchemyError as error:
        reason = getattr(error, "orig", None) or type(error).__name__
        raise StoreFault(f"DATABASE_URL: {place.database} cannot be read: {reason}.") from error
    finally:
        outside.dispose()


def existing(url: str) -> URL:
    """Take apart the URL of an SQLite file that is there; StoreFault for any other."""
    place = engine.located(url)
    if not Path(str(place.database)).is_file():
        raise StoreFault(
            f"DATABASE_URL: there is no database at {place.database}; the bot makes one at its first start."
        )
    return place


def read_only(place: URL) -> URL:
    """The same file, opened in a way that can neither create nor change it."""
    file = f"file:{quote(str(place.database))}"
    return URL.create("sqlite", database=file, query={"mode": "ro", "uri": "true"})


def _known(found: str | None, place: URL) -> None:
    revisions = migrate.revisions()
    if found is None:
        raise StoreFault(f"DATABASE_URL: {place.database} is no database of this bot.")
    if found not in revisions:
        raise NewerDatabase(
            f"DATABASE_URL: {place.database} is of a newer version (its tables are number {found}, this "
            f"version knows them up to {revisions[-1]}); use the version that wrote it."
        )
    if found != revisions[-1]:
        raise StoreFault(
            f"DATABASE_URL: {place.database} is of an older version (its tables are number {found}, this "
            f"version has number {revisions[-1]}); start the bot once, which brings it up to date."
        )


Query = Select[*tuple[Any, ...]]
Columns = dict[str, ColumnElement[Any]]


def _query(now: datetime) -> Query:
    figures = {**_waiting(now), **_people(), **_facts()}
    trouble = _trouble().subquery()
    return select(*(column.label(name) for name, column in figures.items()), *trouble.c).select_from(trouble)


def _waiting(now: datetime) -> Columns:
    due_letter = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now)
    since = func.min(func.coalesce(outbox.c.not_before, outbox.c.created_at))
    overdue = (occasion_waits, occasions.c.at <= now)
    return {
        "backlog": _one(func.count(inbox.c.update_id), arrival_is_new),
        "backlog_since": _one(func.min(inbox.c.received_at), arrival_is_new),
        # of what the index of waiting letters has; else SQLite goes through one of all letters
        "letters_waiting": _one(func.count(outbox.c.urgent), letter_waits),
        "letters_due_since": _one(since, letter_waits, due_letter),
        "occasions_due": _one(func.count(occasions.c.id), *overdue),
        "occasions_due_since": _one(func.min(occasions.c.at), *overdue),
        "dead": _one(func.count(inbox.c.update_id), arrival_is_dead),
        "last_update": _one(func.max(inbox.c.received_at)),
    }


def _trouble() -> Query:
    states = {"uncertain": LetterState.UNCERTAIN, "given_up": LetterState.FAILED}
    counted = (
        func.count().filter(stands(outbox.c.state, state)).label(name) for name, state in states.items()
    )
    return select(*counted).select_from(outbox).where(letter_went_wrong)


def _people() -> Columns:
    """Each by an index of its own: there may be a million of them."""
    row = people.c
    away = {"blocked": row.blocked_at, "silent": row.silent_at, "held": row.held_at}
    everybody = select(func.count()).select_from(people).scalar_subquery()
    return {"people": everybody} | {name: _one(func.count(at), at.is_not(None)) for name, at in away.items()}


KEPT: Final = (meta.INTAKE, meta.LAST_POLL, meta.CONFLICT, meta.BACKUP, meta.TZDATA)


def _facts() -> Columns:
    size: ColumnElement[int] = literal_column(
        "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)"
    )
    schema: ColumnElement[str] = literal_column("(SELECT version_num FROM alembic_version)")
    return {name: _one(facts.c.value, facts.c.name == name) for name in KEPT} | {
        "schema": schema,
        "size": size,
    }


def _one(column: ColumnElement[Any], *where: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(column).where(*where).scalar_subquery()


def _status(row: Mapping[Any, Any], now: datetime) -> Status:
    found = dict(row)
    for name in (meta.LAST_POLL, meta.CONFLICT, meta.BACKUP):
        found[name] = meta.instant(found[name])
    return Status(at=now, **found)
