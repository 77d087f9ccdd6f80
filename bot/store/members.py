"""Who is in which circle, and what they share there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.coach.circles.model import Member, Sharing
from bot.coach.model import Attempt
from bot.store import attempts
from bot.store.circle_tables import members
from bot.store.tables import attempts as log
from bot.store.tables import people
from bot.store.unit import AnyRow, Unit

SHOWN: Final = (
    members.c.person_id,
    people.c.name,
    members.c.sharing,
    members.c.buddies,
    members.c.wish,
    members.c.admin,
)


async def of(unit: Unit, circle_id: int) -> tuple[Member, ...]:
    """Who has joined a circle, in the order they did; nobody who blocked the bot or is on hold."""
    query = (
        select(*SHOWN)
        .join(people, people.c.id == members.c.person_id)
        .where(members.c.circle_id == circle_id, members.c.joined_at.is_not(None))
        .where(people.c.blocked_at.is_(None), people.c.held_at.is_(None))
        .order_by(members.c.joined_at, members.c.person_id)
    )
    return tuple(_member(row) for row in await unit.run(query))


async def get(unit: Unit, circle_id: int, person_id: int) -> Member | None:
    """Find a member; the number of the circle may come from a button."""
    if not 0 < circle_id <= attempts.MOST:
        return None
    query = (
        select(*SHOWN)
        .join(people, people.c.id == members.c.person_id)
        .where(members.c.circle_id == circle_id, members.c.person_id == person_id)
        .where(members.c.joined_at.is_not(None))
    )
    row = (await unit.run(query)).one_or_none()
    return None if row is None else _member(row)


def _member(row: AnyRow) -> Member:
    return Member(*row)


async def count(unit: Unit, circle_id: int) -> int:
    query = select(func.count()).where(members.c.circle_id == circle_id, members.c.joined_at.is_not(None))
    return int((await unit.run(query)).scalar_one())


async def ask(unit: Unit, circle_id: int, person_id: int, now: datetime) -> None:
    """Note that somebody wants to join; `join` makes it so."""
    row = insert(members).values(
        circle_id=circle_id,
        person_id=person_id,
        sharing=Sharing.DONE,
        buddies=True,
        admin=False,
        asked_at=now,
    )
    await unit.run(row.on_conflict_do_nothing())


async def join(unit: Unit, person_id: int, now: datetime) -> tuple[int, ...]:
    """Let somebody into the circles they asked to join; which these are."""
    waits = (members.c.person_id == person_id, members.c.joined_at.is_(None))
    found = await unit.run(update(members).where(*waits).values(joined_at=now).returning(members.c.circle_id))
    return tuple(sorted(found.scalars()))


async def leave(unit: Unit, circle_id: int, person_id: int) -> bool:
    """Take somebody out of a circle; False if they were not in it."""
    mine = delete(members).where(members.c.circle_id == circle_id, members.c.person_id == person_id)
    return (await unit.run(mine)).rowcount > 0


async def change(unit: Unit, circle_id: int, person_id: int, **values: Any) -> bool:
    """Keep what a member chose; False if they are in it no more."""
    mine = update(members).where(members.c.circle_id == circle_id, members.c.person_id == person_id)
    return (await unit.run(mine.values(**values))).rowcount > 0


async def logs(unit: Unit, who: Collection[int], since: date) -> Mapping[int, tuple[Attempt, ...]]:
    """The attempts of some people from a local day on, by person, in one query."""
    query = select(log.c.person_id, *attempts.COLUMNS).where(log.c.person_id.in_(who), log.c.day >= since)
    rows: Iterable[AnyRow] = await unit.run(query.order_by(log.c.day, log.c.id))
    found: dict[int, list[Attempt]] = {person: [] for person in who}
    for person, *entry in rows:
        found[person].append(attempts.read(entry))
    return {person: tuple(theirs) for person, theirs in found.items()}
