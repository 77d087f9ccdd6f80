"""The journal: the entries of a person's log, a page at a time. Which they are says the coach's `journal`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, tuple_

from bot.coach.journal_taps import Shelf
from bot.coach.model import Attempt, Outcome, Size
from bot.store.attempts import COLUMNS, read
from bot.store.tables import attempts
from bot.store.unit import Unit

_ROW: Final = attempts.c
_ASKED: Final = _ROW.size != Size.IMAGINAL
_STANDS: Final[Mapping[Shelf, ColumnElement[bool]]] = {
    Shelf.ALL: or_(
        _ROW.outcome != Outcome.NOT_TRIED,
        _ROW.story.is_not(None),
        _ROW.voice.is_not(None),
        _ROW.learned.is_not(None),
    ),
    Shelf.YES: and_(_ASKED, _ROW.outcome.in_((Outcome.YES, Outcome.PARTIAL))),
    Shelf.NO: and_(_ASKED, _ROW.outcome == Outcome.NO),
    Shelf.LEARNED: _ROW.learned.is_not(None),
}
_COUNT: Final = {
    shelf: select(func.count()).where(_ROW.person_id == bindparam("person"), stands)
    for shelf, stands in _STANDS.items()
}
_NEWER: Final = {
    shelf: count.where(
        tuple_(_ROW.day, _ROW.id) > tuple_(bindparam("day", type_=_ROW.day.type), bindparam("number"))
    )
    for shelf, count in _COUNT.items()
}
_PAGE: Final = {
    shelf: select(*COLUMNS)
    .where(_ROW.person_id == bindparam("person"), stands)
    .order_by(_ROW.day.desc(), _ROW.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("passed"))
    for shelf, stands in _STANDS.items()
}


async def count(unit: Unit, person_id: int, shelf: Shelf) -> int:
    found: int = (await unit.run(_COUNT[shelf], {"person": person_id})).scalar_one()
    return found


async def newer(unit: Unit, person_id: int, shelf: Shelf, attempt: Attempt) -> int:
    """Count the entries of a shelf that stand before this one."""
    place = {"person": person_id, "day": attempt.day, "number": attempt.id}
    found: int = (await unit.run(_NEWER[shelf], place)).scalar_one()
    return found


async def page(unit: Unit, person_id: int, shelf: Shelf, passed: int, most: int) -> tuple[Attempt, ...]:
    """Read the newest entries of a shelf after those that are `passed` over, newest first."""
    found = await unit.run(_PAGE[shelf], {"person": person_id, "passed": passed, "most": most})
    return tuple(map(read, found))
