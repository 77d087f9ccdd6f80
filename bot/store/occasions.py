"""Occasions, the planned moments to speak first. Only the next ones are rows; their rule is the person's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final

from sqlalchemy import ColumnElement, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.store.states import OccasionKind, OccasionState
from bot.store.tables import occasion_waits, occasions, stands
from bot.store.unit import Unit

KEY: Final = (occasions.c.person_id, occasions.c.day, occasions.c.kind, occasions.c.about)


@dataclass(frozen=True, slots=True)
class Occasion:
    id: int
    person_id: int
    kind: OccasionKind
    day: date
    about: int  # the attempt it is about, 0 for none
    at: datetime


FIELDS: Final = tuple(occasions.c[field.name] for field in fields(Occasion))
WAITING: Final = select(*FIELDS).where(occasion_waits).order_by(occasions.c.at, occasions.c.id)
# said once: a morning asks them of everybody, and to build one takes longer than to run it
_DUE: Final = WAITING.where(occasions.c.at <= bindparam("now")).limit(bindparam("limit"))
_OF_PERSON: Final = WAITING.where(occasions.c.person_id == bindparam("person"))
_CLAIM: Final = update(occasions).where(occasions.c.id == bindparam("number"), occasion_waits)
_DROP: Final = delete(occasions).where(occasions.c.person_id == bindparam("person"), occasion_waits)
_DROP_KINDS: Final = _DROP.where(occasions.c.kind.in_(bindparam("kinds", expanding=True)))
_LAST_DONE: Final = select(func.max(occasions.c.day)).where(
    occasions.c.person_id == bindparam("person"),
    occasions.c.kind == bindparam("kind"),
    stands(occasions.c.state, OccasionState.DONE),
)
_NEW: Final = insert(occasions)
_PLAN: Final = _NEW.on_conflict_do_update(
    index_elements=KEY, set_={"at": _NEW.excluded["at"]}, where=occasion_waits
).returning(occasions.c.id)


async def plan(
    unit: Unit, person_id: int, kind: OccasionKind, day: date, at: datetime, about: int = 0
) -> bool:
    """Plan a moment, or move the one that waits for the same; False if that is done or missed already."""
    row = {"person_id": person_id, "kind": kind, "day": day, "about": about, "at": at}
    planned = await unit.run(_PLAN, {**row, "state": OccasionState.WAITING})
    return planned.scalar() is not None


async def due(unit: Unit, now: datetime, limit: int) -> list[Occasion]:
    """Find what is due, oldest first."""
    found = await unit.run(_DUE, {"now": now, "limit": limit})
    return [Occasion(*row) for row in found]


async def waiting(unit: Unit, person_id: int) -> tuple[Occasion, ...]:
    """Read what is planned for a person, oldest first."""
    found = await unit.run(_OF_PERSON, {"person": person_id})
    return tuple(Occasion(*row) for row in found)


async def claim(unit: Unit, occasion_id: int, state: OccasionState) -> bool:
    """Make a waiting occasion done or missed; False if somebody did before."""
    return (await unit.run(_CLAIM, {"number": occasion_id, "state": state})).rowcount == 1


async def postpone(unit: Unit, occasion_id: int, at: datetime) -> bool:
    """Move a waiting occasion; False if it does not wait any more."""
    mine = update(occasions).where(occasions.c.id == occasion_id, occasion_waits)
    return (await unit.run(mine.values(at=at))).rowcount == 1


async def drop(unit: Unit, person_id: int, kinds: Collection[OccasionKind] | None = None) -> None:
    """Forget what is planned for a person, so that it can be planned anew; of these `kinds`, None for all."""
    if kinds is None:
        await unit.run(_DROP, {"person": person_id})
    else:
        await unit.run(_DROP_KINDS, {"person": person_id, "kinds": list(kinds)})


async def done_at(unit: Unit, person_id: int, kind: OccasionKind, on: date) -> datetime | None:
    """Tell when what is done for a local day was due; None if nothing of this kind is."""
    query = select(occasions.c.at).where(*_done_on(person_id, kind, on))
    found: datetime | None = (await unit.run(query.limit(1))).scalar()
    return found


async def reopen(unit: Unit, person_id: int, kind: OccasionKind, on: date) -> None:
    """Let what was done for a local day wait again: it came to nothing."""
    theirs = update(occasions).where(*_done_on(person_id, kind, on))
    await unit.run(theirs.values(state=OccasionState.WAITING))


def _done_on(person_id: int, kind: OccasionKind, on: date) -> tuple[ColumnElement[bool], ...]:
    done = stands(occasions.c.state, OccasionState.DONE)
    return (occasions.c.person_id == person_id, occasions.c.day == on, occasions.c.kind == kind, done)


async def last_done(unit: Unit, person_id: int, kind: OccasionKind) -> date | None:
    """Tell the last local day an occasion of this kind was done for."""
    found: date | None = (await unit.run(_LAST_DONE, {"person": person_id, "kind": kind})).scalar()
    return found


async def known(unit: Unit, person_id: int, kind: OccasionKind, about: int) -> bool:
    """Tell whether there is, or lately was, an occasion of this kind about an attempt."""
    theirs = (occasions.c.person_id == person_id, occasions.c.kind == kind, occasions.c.about == about)
    return (await unit.run(select(occasions.c.id).where(*theirs).limit(1))).scalar() is not None


async def next_at(
    unit: Unit, person_id: int | None = None, kind: OccasionKind | None = None
) -> datetime | None:
    """Tell when the next occasion waits, of one person or of all, of one kind or of any."""
    query = select(func.min(occasions.c.at)).where(occasion_waits)
    if person_id is not None:
        query = query.where(occasions.c.person_id == person_id)
    if kind is not None:
        query = query.where(occasions.c.kind == kind)
    found: datetime | None = (await unit.run(query)).scalar()
    return found


async def mark(unit: Unit, person_id: int, kind: OccasionKind, day: date, at: datetime, about: int) -> None:
    """Note that something was done on a local day, without having been planned."""
    row = insert(occasions).values(
        person_id=person_id, kind=kind, day=day, about=about, at=at, state=OccasionState.DONE
    )
    await unit.run(row.on_conflict_do_nothing(index_elements=KEY))


async def marks(unit: Unit, person_id: int, kind: OccasionKind, since: date) -> tuple[tuple[int, date], ...]:
    """Read what was marked from a local day on: what it was about, and its day."""
    theirs = (occasions.c.person_id == person_id, occasions.c.kind == kind, occasions.c.day >= since)
    query = select(occasions.c.about, occasions.c.day).where(*theirs).order_by(occasions.c.day)
    found = await unit.run(query)
    return tuple((about, day) for about, day in found)


async def prune(unit: Unit, before: date) -> int:
    """Forget what is over and of a local day before this one."""
    over = stands(occasions.c.state, OccasionState.DONE, OccasionState.MISSED)
    return (await unit.run(delete(occasions).where(over, occasions.c.day < before))).rowcount


async def awaited(unit: Unit, after: int, limit: int) -> tuple[int, ...]:
    """Read who has anything planned, in the order of their numbers; those above `after`."""
    theirs = select(occasions.c.person_id).where(occasions.c.person_id > after, occasion_waits).distinct()
    found = await unit.run(theirs.order_by(occasions.c.person_id).limit(limit))
    return tuple(found.scalars())
