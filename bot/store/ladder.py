"""The ladder of a person: what they rated or retired, and the asks in their own words."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from bot.coach.ladder import OwnAsk, Rating
from bot.store import courses, tables
from bot.store.unit import Unit

OWN: Final = tuple(field.name for field in fields(OwnAsk))
RATING: Final = tuple(field.name for field in fields(Rating))
# said once: they are asked many times a day, and to build one takes longer than to run it
_RATINGS: Final = select(*(tables.ratings.c[name] for name in RATING)).where(
    tables.ratings.c.person_id == bindparam("person")
)
_OWN: Final = (
    select(*(tables.own_asks.c[name] for name in OWN))
    .where(tables.own_asks.c.person_id == bindparam("person"))
    .order_by(tables.own_asks.c.id)
)


@dataclass(frozen=True, slots=True)
class Kept:
    own: tuple[OwnAsk, ...]  # the retired ones too, oldest first
    ratings: dict[str, Rating]  # by the key of the ask


async def kept(unit: Unit, person_id: int) -> Kept:
    return Kept(await own(unit, person_id), await ratings(unit, person_id))


async def ratings(unit: Unit, person_id: int) -> dict[str, Rating]:
    """Read what they said of each ask, by its key."""
    found = await unit.run(_RATINGS, {"person": person_id})
    return {rating.item: rating for rating in (Rating(*row) for row in found)}


async def rate(unit: Unit, person_id: int, rating: Rating) -> None:
    """Keep what they say of an ask, in place of what they said before."""
    before = (await ratings(unit, person_id)).get(rating.item)
    since = min(rating.at, before.at if before else rating.at).date()
    values = {name: getattr(rating, name) for name in RATING}
    row = insert_or(tables.ratings).values(person_id=person_id, **values)
    await unit.run(row.on_conflict_do_update(index_elements=["person_id", "item"], set_=values))
    await courses.drop(unit, person_id, since)  # the rating before it may be in there


async def own(unit: Unit, person_id: int) -> tuple[OwnAsk, ...]:
    """Read their own asks, the retired ones too, oldest first."""
    return tuple(OwnAsk(*row) for row in await unit.run(_OWN, {"person": person_id}))


async def add(unit: Unit, person_id: int, ask: OwnAsk) -> OwnAsk:
    """Keep an own ask under a new number, whatever its `id` says."""
    values = {name: getattr(ask, name) for name in OWN if name != "id"}
    row = insert(tables.own_asks).values(person_id=person_id, **values).returning(tables.own_asks.c.id)
    added = replace(ask, id=(await unit.run(row)).scalar_one())
    await courses.drop(unit, person_id)  # the log may know these words
    return added


async def save(unit: Unit, person_id: int, ask: OwnAsk) -> None:
    """Keep the goal and the rung of an own ask; LookupError if this person has no such one."""
    await _change(unit, person_id, ask.id, goal=ask.goal, rung=ask.rung)
    await courses.drop(unit, person_id)  # its ratings are told of the rung it has now


async def retire(unit: Unit, person_id: int, ask_id: int, now: datetime) -> None:
    """Take an own ask off the ladder; LookupError if this person has no such one."""
    await _change(unit, person_id, ask_id, retired_at=now)


async def _change(unit: Unit, person_id: int, ask_id: int, **values: object) -> None:
    table = tables.own_asks
    mine = (table.c.id == ask_id, table.c.person_id == person_id)
    found = await unit.run(update(table).where(*mine).values(**values))
    if found.rowcount != 1:
        raise LookupError(f"own ask {ask_id} is not on the ladder of this person")
