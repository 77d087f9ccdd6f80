"""What the tests of the schedule share: a clock that they set, and people to look for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.coach.messages import Offer
from bot.service.visit import Moment
from bot.store.engine import Store
from tests.service.practising import Ann, join, moment

MONDAY = datetime(2026, 11, 23, 7, 20, tzinfo=UTC)
AT_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """A clock the test sets; while it is broken nobody can read it."""

    at: datetime = MONDAY
    broken: bool = False
    rings: list[datetime] = field(default_factory=list)

    def moment(self) -> Moment:
        if self.broken:
            raise OSError("the disk is full")
        return moment(self.at)

    def ring(self) -> None:
        self.rings.append(self.at)


async def people_join(store: Store, many: int) -> None:
    async with store.unit() as unit:
        for number in range(1, many + 1):
            await join(unit, MONDAY, number)


async def offers(store: Store) -> int:
    return len(await Ann(store, MONDAY).told(Offer))
