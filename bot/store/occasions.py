"""Occasions, the planned moments to speak first. Only the next ones are rows; their rule is the person's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final

from sqlalchemy import delete, func, select, update
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


async def plan(
    unit: Unit, person_id: int, kind: OccasionKind, day: date, at: datetime, about: int = 0
) -> bool:
    """Plan a moment, or move the one that waits for the same; False if that is done or missed already."""
    row = insert(occasions).values(
        person_id=person_id, kind=kind, day=day, about=about, at=at, state=OccasionState.WAITING
    )
    move = row.on_conflict_do_update(index_elements=KEY, set_={"at": at}, where=occasion_waits)
    return (await unit.run(move.returning(occasions.c.id))).scalar() is not None


async def due(unit: Unit, now: datetime, limit: int) -> list[Occasion]:
    """Find what is due, oldest first."""
    query = WAITING.where(occasions.c.at <= now).limit(limit)
    return [Occasion(*row) for row in await unit.run(query)]


async def waiting(unit: Unit, person_id: int) -> tuple[Occasion, ...]:
    """Read what is planned for a person, oldest first."""
    query = WAITING.where(occasions.c.person_id == person_id)
    return tuple(Occasion(*row) for row in await unit.run(query))


async def claim(unit: Unit, occasion_id: int, state: OccasionState) -> bool:
    """Make a waiting occasion done or missed; False if somebody did before."""
    mine = update(occasions).where(occasions.c.id == occasion_id, occasion_waits)
    return (await unit.run(mine.values(state=state))).rowcount == 1


async def postpone(unit: Unit, occasion_id: int, at: datetime) -> bool:
    """Move a waiting occasion; False if it does not wait any more."""
    mine = update(occasions).where(occasions.c.id == occasion_id, occasion_waits)
    return (await unit.run(mine.values(at=at))).rowcount == 1


async def drop(unit: Unit, person_id: int, kinds: Collection[OccasionKind] | None = None) -> None:
    """Forget what is planned for a person, so that it can be planned anew; of these `kinds`, None for all."""
    query = delete(occasions).where(occasions.c.person_id == person_id, occasion_waits)
    await unit.run(query if kinds is None else query.where(occasions.c.kind.in_(kinds)))


async def last_done(unit: Unit, person_id: int, kind: OccasionKind) -> date | None:
    """Tell the last local day an occasion of this kind was done for."""
    theirs = (occasions.c.person_id == person_id, occasions.c.kind == kind)
    done = stands(occasions.c.state, OccasionState.DONE)
    found: date | None = (await unit.run(select(func.max(occasions.c.day)).where(*theirs, done))).scalar()
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


async def awaited(unit: Unit) -> tuple[int, ...]:
    """Read who has anything planned."""
    found = await unit.run(select(occasions.c.person_id).where(occasion_waits).distinct())
    return tuple(found.scalars())
