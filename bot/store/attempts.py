"""The log: attempts, wishes for easier or harder, and pauses. All of one person, never of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from bot.coach.model import Attempt, Facts, Pause, Wish
from bot.store import courses, tables
from bot.store.unit import Unit

# the columns bear the names of the fields, so a new field needs a column and no line here
ENTRY: Final = tuple(field.name for field in fields(Attempt) if field.name != "facts")
FACTS: Final = tuple(field.name for field in fields(Facts))
MOST: Final = 2**63 - 1  # that SQLite can number; a forged button may say more
COLUMNS: Final = tuple(tables.attempts.c[name] for name in (*ENTRY, *FACTS))


async def log(unit: Unit, person_id: int, since: date | None = None) -> tuple[Attempt, ...]:
    """Read the attempts of a person, from the local day `since` on, in the order they were made."""
    query = select(*COLUMNS).where(tables.attempts.c.person_id == person_id)
    if since is not None:
        query = query.where(tables.attempts.c.day >= since)
    rows = await unit.run(query.order_by(tables.attempts.c.day, tables.attempts.c.id))
    return tuple(map(read, rows))


async def get(unit: Unit, attempt_id: int, person_id: int) -> Attempt | None:
    """Find an attempt if it is this person's: the number comes from a button."""
    if not 0 < attempt_id <= MOST:
        return None
    query = select(*COLUMNS).where(
        tables.attempts.c.id == attempt_id, tables.attempts.c.person_id == person_id
    )
    row = (await unit.run(query)).one_or_none()
    return None if row is None else read(row)


async def add(unit: Unit, person_id: int, attempt: Attempt) -> Attempt | None:
    """Log an attempt under a new number, whatever its `id` says; None if that day has its planned one."""
    row = insert_or(tables.attempts).values(person_id=person_id, **_values(attempt))
    number = (await unit.run(row.on_conflict_do_nothing().returning(tables.attempts.c.id))).scalar()
    await courses.drop(unit, person_id, since=attempt.day)
    return None if number is None else replace(attempt, id=number)


async def save(unit: Unit, person_id: int, attempt: Attempt) -> None:
    """Keep what has become of an attempt; LookupError if this person has no such one."""
    mine = (tables.attempts.c.id == attempt.id, tables.attempts.c.person_id == person_id)
    found = await unit.run(update(tables.attempts).where(*mine).values(**_values(attempt)))
    if found.rowcount != 1:
        raise LookupError(f"attempt {attempt.id} is not in the log of this person")
    await courses.drop(unit, person_id, since=attempt.day)


def _values(attempt: Attempt) -> dict[str, Any]:
    entry = {name: getattr(attempt, name) for name in ENTRY if name != "id"}
    return entry | {name: getattr(attempt.facts, name) for name in FACTS}


def read(row: Sequence[Any]) -> Attempt:
    """Make an attempt of what COLUMNS bring."""
    split = len(ENTRY)
    return Attempt(**dict(zip(ENTRY, row[:split], strict=True)), facts=Facts(*row[split:]))


async def wishes(unit: Unit, person_id: int, since: date | None = None) -> tuple[Wish, ...]:
    """Read the wishes of a person, from the local day `since` on, oldest first."""
    wish = tables.wishes.c
    query = select(wish.at, wish.day, wish.domain, wish.steps).where(wish.person_id == person_id)
    if since is not None:
        query = query.where(wish.day >= since)
    return tuple(Wish(*row) for row in await unit.run(query.order_by(wish.at, wish.id)))


async def add_wish(unit: Unit, person_id: int, wish: Wish) -> None:
    row = insert(tables.wishes).values(
        person_id=person_id, at=wish.at, day=wish.day, domain=wish.domain, steps=wish.steps
    )
    await unit.run(row)
    await courses.drop(unit, person_id, since=wish.day)


async def pauses(unit: Unit, person_id: int) -> tuple[Pause, ...]:
    """Read the pauses of a person, oldest first."""
    query = select(tables.pauses.c.since, tables.pauses.c.until).where(tables.pauses.c.person_id == person_id)
    return tuple(
        Pause(*row) for row in await unit.run(query.order_by(tables.pauses.c.since, tables.pauses.c.id))
    )


async def add_pause(unit: Unit, person_id: int, pause: Pause) -> None:
    await unit.run(insert(tables.pauses).values(person_id=person_id, since=pause.since, until=pause.until))


async def end_pause(unit: Unit, person_id: int, last_day: date) -> bool:
    """Let `last_day` be the last day off; a pause that begins after it is gone. False if there was none."""
    theirs = tables.pauses.c.person_id == person_id
    begun = await unit.run(delete(tables.pauses).where(theirs, tables.pauses.c.since > last_day))
    running = or_(tables.pauses.c.until.is_(None), tables.pauses.c.until > last_day)
    ended = await unit.run(update(tables.pauses).where(theirs, running).values(until=last_day))
    return begun.rowcount + ended.rowcount > 0
