"""Facts about the database itself, such as the version of the zones its due instants were computed with."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from bot.store.tables import meta
from bot.store.unit import Unit


async def value(unit: Unit, name: str) -> str | None:
    found: str | None = (await unit.run(select(meta.c.value).where(meta.c.name == name))).scalar()
    return found


async def keep(unit: Unit, name: str, value: str) -> None:
    row = insert(meta).values(name=name, value=value)
    await unit.run(row.on_conflict_do_update(index_elements=[meta.c.name], set_={"value": value}))
