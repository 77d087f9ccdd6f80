"""What the older part of a log comes to, kept so that a long history need not be folded every morning.

Never the truth: the log is. It is dropped when something it was made of changes, and made again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from bot.coach.past import Past
from bot.coach.sizing import Course
from bot.store.tables import courses
from bot.store.unit import Unit

START: Final = Past()
# said once: they are asked many times a day, and to build one takes longer than to run it
_GET: Final = select(courses.c.upto, courses.c.terms, courses.c.course, courses.c.past).where(
    courses.c.person_id == bindparam("person"), courses.c.terms == bindparam("terms")
)
_DROP: Final = delete(courses).where(courses.c.person_id == bindparam("person"))
_DROP_SINCE: Final = _DROP.where(courses.c.upto >= bindparam("since"))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A log up to a local day, that day included. `terms` names what else it was made with."""

    upto: date
    terms: str
    course: Course
    past: Past = START


async def get(unit: Unit, person_id: int, terms: str) -> Snapshot | None:
    """Read what is kept, if it was made on the same terms and can still be read."""
    try:
        row = (await unit.run(_GET, {"person": person_id, "terms": terms})).one_or_none()
    except ValueError:  # of an older shape
        return None
    return None if row is None else Snapshot(*row)


async def keep(unit: Unit, person_id: int, snapshot: Snapshot) -> None:
    """Keep a snapshot in place of the one before."""
    values = {name: getattr(snapshot, name) for name in ("upto", "terms", "course", "past")}
    row = insert_or(courses).values(person_id=person_id, **values)
    await unit.run(row.on_conflict_do_update(index_elements=["person_id"], set_=values))


async def drop(unit: Unit, person_id: int, since: date | None = None) -> None:
    """Drop what is kept; with `since`, only if it reaches that day."""
    if since is None:
        await unit.run(_DROP, {"person": person_id})
    else:
        await unit.run(_DROP_SINCE, {"person": person_id, "since": since})
