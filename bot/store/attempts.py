"""The log: attempts, wishes for easier or harder, and pauses. All of one person, never of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, insert, literal_column, or_, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from bot.coach.model import Attempt, Domain, Facts, Outcome, Pause, Size, State, Wish
from bot.store import courses, tables
from bot.store.unit import Unit

# the columns bear the names of the fields, so a new field needs a column and no line here
ENTRY: Final = tuple(field.name for field in fields(Attempt) if field.name != "facts")
FACTS: Final = tuple(field.name for field in fields(Facts))
MOST: Final = 2**63 - 1  # that SQLite can number; a forged button may say more
_ASKED: Final = tables.attempts.c.outcome.in_([outcome for outcome in Outcome if outcome.attempted])
COLUMNS: Final = tuple(tables.attempts.c[name] for name in (*ENTRY, *FACTS))


async def log(unit: Unit, person_id: int, since: date | None = None) -> tuple[Attempt, ...]:
    """Read the attempts of a person, from the local day `since` on, in the order they were made."""
    if since is None:
        return tuple(map(read, await unit.run(_LOG, {"person": person_id})))
    return tuple(map(read, await unit.run(_SINCE, {"person": person_id, "since": since})))


# said once: they are asked many times a day, and to build one takes longer than to run it
_LOG: Final = (
    select(*COLUMNS)
    .where(tables.attempts.c.person_id == bindparam("person"))
    .order_by(tables.attempts.c.day, tables.attempts.c.id)
)
_SINCE: Final = _LOG.where(tables.attempts.c.day >= bindparam("since"))
_LAST_PLANNED: Final = select(func.max(tables.attempts.c.day)).where(
    tables.attempts.c.person_id == bindparam("person"), tables.attempts.c.planned == literal_column("1")
)
_WISHES: Final = (
    select(tables.wishes.c.at, tables.wishes.c.day, tables.wishes.c.domain, tables.wishes.c.steps)
    .where(tables.wishes.c.person_id == bindparam("person"), tables.wishes.c.day >= bindparam("since"))
    .order_by(tables.wishes.c.at, tables.wishes.c.id)
)
_PAUSES: Final = (
    select(tables.pauses.c.since, tables.pauses.c.until)
    .where(tables.pauses.c.person_id == bindparam("person"))
    .order_by(tables.pauses.c.since, tables.pauses.c.id)
)
_ADD: Final = insert_or(tables.attempts).on_conflict_do_nothing().returning(tables.attempts.c.id)
_SAVE: Final = update(tables.attempts).where(
    tables.attempts.c.id == bindparam("number"), tables.attempts.c.person_id == bindparam("person")
)


async def last_planned(unit: Unit, person_id: int) -> date | None:
    """Tell the last local day with a challenge of its own, by the index of those alone."""
    found: date | None = (await unit.run(_LAST_PLANNED, {"person": person_id})).scalar()
    return found


async def made_before(unit: Unit, person_id: int, day: date) -> int:
    """Count the asks of real people that were made before a local day."""
    row = tables.attempts.c
    mine = (row.person_id == person_id, row.day < day, row.size != Size.IMAGINAL)
    number: int = (await unit.run(select(func.count()).where(*mine, _ASKED))).scalar_one()
    return number


async def last_made(unit: Unit, person_id: int, since: date, but: int) -> date | None:
    """Tell the last local day from `since` on with an ask of a real person, `but` this one."""
    row = tables.attempts.c
    mine = (row.person_id == person_id, row.day >= since, row.id != but)
    query = select(func.max(row.day)).where(*mine, row.size != Size.IMAGINAL, _ASKED)
    found: date | None = (await unit.run(query)).scalar()
    return found


async def made_on_first_days(
    unit: Unit, person_id: int, domain: Domain, since: date, days: int
) -> tuple[Attempt, ...]:
    """Read the asks of real people in a domain, of so many days with one from `since` on, in order."""
    row = tables.attempts.c
    mine = (row.person_id == person_id, row.domain == domain, row.size != Size.IMAGINAL, _ASKED)
    first = select(row.day).where(*mine, row.day >= since).distinct().order_by(row.day).limit(days)
    query = select(*COLUMNS).where(*mine, row.day.in_(first)).order_by(row.day, row.id)
    return tuple(map(read, await unit.run(query)))


async def ends(unit: Unit, person_id: int, domain: Domain, first: int, newest: int) -> tuple[Attempt, ...]:
    """Read the `first` attempts that were made and the `newest` of a domain that were debriefed, in order."""
    row = tables.attempts.c
    early = select(*COLUMNS).where(row.person_id == person_id, _ASKED).order_by(row.day, row.id).limit(first)
    told = select(*COLUMNS).where(row.person_id == person_id, row.domain == domain, row.state == State.DONE)
    late = told.order_by(row.day.desc(), row.id.desc()).limit(newest)
    found = [*map(read, await unit.run(early)), *map(read, await unit.run(late))]
    once = {attempt.id: attempt for attempt in found}
    return tuple(sorted(once.values(), key=lambda attempt: (attempt.day, attempt.id)))


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
    number = (await unit.run(_ADD, {"person_id": person_id, **values(attempt)})).scalar()
    await courses.drop(unit, person_id, since=attempt.day)
    return None if number is None else replace(attempt, id=number)


async def save(unit: Unit, person_id: int, attempt: Attempt) -> None:
    """Keep what has become of an attempt; LookupError if this person has no such one."""
    found = await unit.run(_SAVE, {"number": attempt.id, "person": person_id, **values(attempt)})
    if found.rowcount != 1:
        raise LookupError(f"attempt {attempt.id} is not in the log of this person")
    await courses.drop(unit, person_id, since=attempt.day)


async def take_back(unit: Unit, person_id: int, attempt: Attempt) -> None:
    """Forget an attempt that never was: they were not told of it."""
    mine = (tables.attempts.c.id == attempt.id, tables.attempts.c.person_id == person_id)
    await unit.run(delete(tables.attempts).where(*mine))
    await courses.drop(unit, person_id, since=attempt.day)


def values(attempt: Attempt) -> dict[str, Any]:
    """Lay an attempt out by column, without its number."""
    entry = {name: getattr(attempt, name) for name in ENTRY if name != "id"}
    return entry | {name: getattr(attempt.facts, name) for name in FACTS}


def read(row: Sequence[Any]) -> Attempt:
    """Make an attempt of what COLUMNS bring."""
    split = len(ENTRY)
    return Attempt(**dict(zip(ENTRY, row[:split], strict=True)), facts=Facts(*row[split:]))


async def wishes(unit: Unit, person_id: int, since: date | None = None) -> tuple[Wish, ...]:
    """Read the wishes of a person, from the local day `since` on, oldest first."""
    found = await unit.run(_WISHES, {"person": person_id, "since": since or date.min})
    return tuple(Wish(*row) for row in found)


async def add_wish(unit: Unit, person_id: int, wish: Wish) -> None:
    row = insert(tables.wishes).values(
        person_id=person_id, at=wish.at, day=wish.day, domain=wish.domain, steps=wish.steps
    )
    await unit.run(row)
    await courses.drop(unit, person_id, since=wish.day)


async def pauses(unit: Unit, person_id: int) -> tuple[Pause, ...]:
    """Read the pauses of a person, oldest first."""
    return tuple(Pause(*row) for row in await unit.run(_PAUSES, {"person": person_id}))


async def add_pause(unit: Unit, person_id: int, pause: Pause) -> None:
    await unit.run(insert(tables.pauses).values(person_id=person_id, since=pause.since, until=pause.until))


async def end_pause(unit: Unit, person_id: int, last_day: date) -> bool:
    """Let `last_day` be the last day off; a pause that begins after it is gone. False if there was none."""
    theirs = tables.pauses.c.person_id == person_id
    begun = await unit.run(delete(tables.pauses).where(theirs, tables.pauses.c.since > last_day))
    running = or_(tables.pauses.c.until.is_(None), tables.pauses.c.until > last_day)
    ended = await unit.run(update(tables.pauses).where(theirs, running).values(until=last_day))
    return begun.rowcount + ended.rowcount > 0
