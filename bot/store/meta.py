"""Facts about the database and the bot that uses it, kept for other processes and for the next start."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from bot.store.tables import meta
from bot.store.unit import Unit

TZDATA: Final = "tzdata"  # the version of the zones that due instants were computed with
INTAKE: Final = "intake"  # how updates come in: POLLING or WEBHOOK
POLLING: Final = "polling"
WEBHOOK: Final = "webhook"
LAST_POLL: Final = "last_poll"  # when Telegram last answered a poll, to some seconds
CONFLICT: Final = "conflict"  # when Telegram last refused one, since somebody else took the updates
BACKUP: Final = "backup"  # when this file was made; only a backup has it


async def value(unit: Unit, name: str) -> str | None:
    found: str | None = (await unit.run(select(meta.c.value).where(meta.c.name == name))).scalar()
    return found


async def keep(unit: Unit, name: str, value: str) -> None:
    row = insert(meta).values(name=name, value=value)
    await unit.run(row.on_conflict_do_update(index_elements=[meta.c.name], set_={"value": value}))


async def keep_instant(unit: Unit, name: str, at: datetime) -> None:
    await keep(unit, name, at.isoformat())


def instant(kept: str | None) -> datetime | None:
    """Read what `keep_instant` wrote."""
    return None if kept is None else datetime.fromisoformat(kept)
