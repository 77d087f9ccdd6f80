"""Parcels: what a file said that was sent for /import, put by until it is said what becomes of it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Table, Text, UniqueConstraint, delete, insert, select

from bot.store import attempts
from bot.store.columns import Big, Instant
from bot.store.tables import metadata
from bot.store.unit import Unit

parcels: Final = Table(
    "parcels",
    metadata,
    Column("id", Big, primary_key=True),
    Column("person_id", Big, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("content", Text, nullable=False),  # of the caller's codec
    Column("at", Instant, nullable=False),
    UniqueConstraint("person_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # a number is never given twice: buttons carry it
)
Index(None, parcels.c.at)


async def put(unit: Unit, person_id: int, content: str, now: datetime) -> int:
    """Put one by, in place of the one before; its number."""
    await drop(unit, person_id)
    row = insert(parcels).values(person_id=person_id, content=content, at=now)
    number: int = (await unit.run(row.returning(parcels.c.id))).scalar_one()
    return number


async def get(unit: Unit, person_id: int, number: int) -> str | None:
    """Find one by its number, if it is this person's and still there: the number comes from a button."""
    if not 0 < number <= attempts.MOST:
        return None
    mine = (parcels.c.id == number, parcels.c.person_id == person_id)
    found: str | None = (await unit.run(select(parcels.c.content).where(*mine))).scalar()
    return found


async def drop(unit: Unit, person_id: int) -> None:
    """Forget the one of a person."""
    await unit.run(delete(parcels).where(parcels.c.person_id == person_id))


async def prune(unit: Unit, before: datetime) -> None:
    """Forget those that were put by before."""
    await unit.run(delete(parcels).where(parcels.c.at < before))
