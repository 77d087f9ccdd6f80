"""Whether anything at all is due: the one question of a look that finds nobody, as nearly every look does."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, exists, or_, select

from bot.store.circle_tables import circles
from bot.store.tables import occasion_waits, occasions
from bot.store.unit import Unit

_NOW: Final = bindparam("now", type_=occasions.c.at.type)
# three questions one after the other, each in a transaction of its own, took 1.4 ms; this takes a quarter
_ANYTHING: Final = select(
    or_(
        exists().where(occasion_waits, occasions.c.at <= _NOW),
        exists().where(circles.c.due_at <= _NOW),
        exists().where(circles.c.refresh_at <= _NOW),
    )
)


async def anything(unit: Unit, now: datetime) -> bool:
    """Whether an occasion waits that is due, a circle's clock calls, or a card is to be looked at."""
    found: bool = (await unit.run(_ANYTHING, {"now": now})).scalar_one()
    return found
