"""What the older part of a log comes to, kept so that a long history need not be folded every morning.

Never the truth: the log is. It is dropped when something it was made of changes, and made again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from bot.coach.sizing import Course
from bot.store.tables import courses
from bot.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A course up to a local day, that day included. `terms` names what else it was made with."""

    upto: date
    terms: str
    course: Course


async def get(unit: Unit, person_id: int, terms: str) -> Snapshot | None:
    """Read what is kept, if it was made on the same terms and can still be read."""
    query = select(courses.c.upto, courses.c.terms, courses.c.course)
    mine = query.where(courses.c.person_id == person_id, courses.c.terms == terms)
    try:
        row = (await unit.run(mine)).one_or_none()
    except ValueError:  # of an older shape
        return None
    return None if row is None else Snapshot(*row)


async def keep(unit: Unit, person_id: int, snapshot: Snapshot) -> None:
    """Keep a snapshot in place of the one before."""
    values = {"upto": snapshot.upto, "terms": snapshot.terms, "course": snapshot.course}
    row = insert_or(courses).values(person_id=person_id, **values)
    await unit.run(row.on_conflict_do_update(index_elements=["person_id"], set_=values))


async def drop(unit: Unit, person_id: int, since: date | None = None) -> None:
    """Drop what is kept; with `since`, only if it reaches that day."""
    query = delete(courses).where(courses.c.person_id == person_id)
    await unit.run(query if since is None else query.where(courses.c.upto >= since))
