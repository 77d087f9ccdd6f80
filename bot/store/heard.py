"""The first words on each ask, added up over the snapshots of all courses: of how many, and no more.

The one query that reads all courses: for once a week, and never for a message.
"""

from __future__ import annotations

from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import case, func, select, true

from bot.coach.everybody import PEOPLE, Found, Heard
from bot.store import meta
from bot.store.tables import courses
from bot.store.unit import Unit

NAME: Final = "found"
FOUND: Final = TypeAdapter(Found)
NOTHING: Final = "{}"


async def words(unit: Unit) -> tuple[Heard, ...]:
    """Add up the first words on each ask of which PEOPLE or more said something.

    An ask of their own is named by its words: what only a few have met never leaves the database.
    """
    read = case((func.json_valid(courses.c.course) == 1, courses.c.course), else_=NOTHING)
    met = func.json_each(read, "$.belief.met").table_valued("key", "value")
    weight = func.json_extract(met.c.value, "$.weight")
    harder = func.sum(weight * func.json_extract(met.c.value, "$.first"))
    query = select(met.c.key, func.count(), func.sum(weight), harder).select_from(courses.join(met, true()))
    query = query.where(weight > 0).group_by(met.c.key).having(func.count() >= PEOPLE)
    return tuple(Heard(*row) for row in await unit.run(query))


async def keep(unit: Unit, found: Found) -> None:
    await meta.keep(unit, NAME, FOUND.dump_json(found).decode())


async def kept(unit: Unit) -> Found:
    """Read what was kept last; nothing before the first time, or when another version wrote it."""
    text = await meta.value(unit, NAME)
    try:
        return FOUND.validate_json(text or NOTHING)
    except ValueError:
        return Found()
