"""The first words on each ask, added up over the snapshots of all courses: of how many, and no more.

What reads all courses: for once a week, and never for a message. It reads them in pages, since a stop waits
for the end of a statement.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from math import isfinite
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import bindparam, case, func, or_, select, true

from bot.coach.everybody import PEOPLE, Found, Heard, History, together, within
from bot.store import meta
from bot.store.tables import courses
from bot.store.unit import Unit

NAME: Final = "found"
FOUND: Final = TypeAdapter(Found)
NOTHING: Final = "{}"
PAGE: Final = 500  # people: a tenth of a second

_ENDS: Final = (
    select(courses.c.person_id)
    .where(courses.c.person_id > bindparam("after"))
    .order_by(courses.c.person_id)
    .limit(bindparam("page"))
    .subquery()
)
_END: Final = select(func.max(_ENDS.c.person_id))
_READ: Final = case((func.json_valid(courses.c.course) == 1, courses.c.course), else_=NOTHING)
_MET: Final = func.json_each(_READ, "$.belief.met").table_valued("key", "value", "type")
_ONE: Final = case((_MET.c.type == "object", _MET.c.value), else_=NOTHING)
_WEIGHT: Final = func.json_extract(_ONE, "$.weight")
_LAY: Final = func.json_extract(_ONE, "$.lay")
_BANK: Final = select(func.json_each(bindparam("asks")).table_valued("value").c.value)
_WORDS: Final = (
    select(_MET.c.key, func.count(), func.sum(_WEIGHT), func.sum(_LAY))
    .select_from(courses.join(_MET, true()))
    .where(courses.c.person_id > bindparam("after"), courses.c.person_id <= bindparam("last"))
    .where(_MET.c.key.in_(_BANK), or_(_WEIGHT > 0, _LAY != 0))
    .group_by(_MET.c.key)
)


async def words(unit: Unit, asks: Iterable[str], page: int = PAGE) -> tuple[Heard, ...]:
    """Add up the first words on each of these asks of which PEOPLE or more said something.

    Those of the bank are to be named: an ask of their own is called by its words, which are only theirs.
    """
    found: list[Heard] = []
    named, after = json.dumps(list(asks)), 0
    while (last := (await unit.run(_END, {"after": after, "page": page})).scalar()) is not None:
        rows = await unit.run(_WORDS, {"asks": named, "after": after, "last": last})
        found += [Heard(*row) for row in rows]
        after = last
    return tuple(one for one in together(found).values() if one.people >= PEOPLE)


async def keep(unit: Unit, found: Found) -> None:
    await meta.keep(unit, NAME, FOUND.dump_json(found).decode())


async def kept(unit: Unit) -> Found:
    """Read what was kept last; nothing before the first time, or when another version wrote it.

    Whatever stands there, a number that is none or out of bounds leaves nobody without an ask.
    """
    text = await meta.value(unit, NAME)
    try:
        found = FOUND.validate_json(text or NOTHING)
    except ValueError:
        return Found()
    if found.at is not None and found.at.tzinfo is None:
        return Found()
    return replace(found, asks={ask: _bounded(history) for ask, history in found.asks.items()})


def _bounded(history: History) -> History:
    return tuple((since, within(by)) for since, by in sorted(history) if isfinite(by))
