"""Circles as they are kept: what was set up, and what the bot notes about them. Members are in `members`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Update, bindparam, delete, func, literal, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.coach.circles.model import Call, Circle
from bot.store import attempts
from bot.store.circle_tables import circles, members
from bot.store.unit import AnyRow, Unit

SETTINGS: Final = tuple(field.name for field in fields(Circle))


@dataclass(frozen=True, slots=True)
class Record:
    """A circle with what the bot noted about it."""

    circle: Circle
    added_by: int | None
    created_at: datetime
    away_at: datetime | None
    muted_at: datetime | None
    may_pin: bool
    due_at: datetime | None
    due_call: Call | None
    due_day: date | None
    refresh_at: datetime | None
    day: date | None  # of the card
    card_letter: int | None
    card_message: int | None
    card_said: str | None
    carded_at: datetime | None
    touched: bool
    newest: int | None
    posted_on: date | None
    posted: int
    recap_letter: int | None
    recap_message: int | None
    recap_week: date | None
    recap_said: str | None

    @property
    def reachable(self) -> bool:
        """Whether the bot is there and may write."""
        return self.away_at is None and self.muted_at is None


NOTED: Final = tuple(field.name for field in fields(Record) if field.name != "circle")


def _record(row: AnyRow) -> Record:
    circle = Circle(**{name: getattr(row, name) for name in SETTINGS})
    return Record(circle, **{name: getattr(row, name) for name in NOTED})


async def get(unit: Unit, circle_id: int) -> Record | None:
    """Find a circle; its number may come from a button or a link, and be any."""
    if not 0 < circle_id <= attempts.MOST:
        return None
    return await _one(unit, circles.c.id == circle_id)


async def at(unit: Unit, chat_id: int) -> Record | None:
    """Find the circle of a chat."""
    return await _one(unit, circles.c.chat_id == chat_id)


async def _one(unit: Unit, condition: ColumnElement[bool]) -> Record | None:
    row = (await unit.run(select(circles).where(condition))).one_or_none()
    return None if row is None else _record(row)


async def of_person(unit: Unit, person_id: int) -> tuple[Record, ...]:
    """The circles somebody has joined, the oldest first; not those the bot was taken out of."""
    theirs = members.c.person_id == person_id
    query = (
        select(circles)
        .join(members, members.c.circle_id == circles.c.id)
        .where(theirs, members.c.joined_at.is_not(None), circles.c.away_at.is_(None))
        .order_by(circles.c.id)
    )
    return tuple(_record(row) for row in await unit.run(query))


async def add(unit: Unit, chat_id: int, title: str, key: str, now: datetime, **set_up: Any) -> Record:
    """Note a group; one already known is left as it is."""
    values = {name: getattr(Circle(0, chat_id, title, key), name) for name in SETTINGS if name != "id"}
    noted = {"created_at": now, "may_pin": False, "touched": False, "posted": 0}
    row = insert(circles).values(**(values | noted | set_up))
    await unit.run(row.on_conflict_do_nothing(index_elements=[circles.c.chat_id]))
    found = await at(unit, chat_id)
    assert found is not None  # noqa: S101  added above, in this transaction
    return found


async def note(unit: Unit, circle_id: int, **values: Any) -> None:
    """Keep what was set up or noted: any of the columns."""
    await unit.run(update(circles).where(circles.c.id == circle_id).values(**values))


async def stir(unit: Unit, person_id: int, at: datetime) -> None:
    """Have the cards that somebody may be on looked at again, at this instant or sooner."""
    await unit.run(_STIR, {"person": person_id, "moment": at})


async def look_again(unit: Unit, circle_id: int, at: datetime) -> None:
    """Have the card of a circle looked at again, at this instant or sooner."""
    await unit.run(_LOOK_AGAIN, {"circle": circle_id, "moment": at})


def _looked_at(which: ColumnElement[bool]) -> Update:
    """The cards of these circles, at `moment` or sooner."""
    there = (circles.c.away_at.is_(None), circles.c.card_letter.is_not(None))
    sooner = or_(circles.c.refresh_at.is_(None), circles.c.refresh_at > bindparam("moment"))
    return update(circles).where(which, *there, sooner).values(refresh_at=bindparam("moment"))


# said once: every update asks the first, and to build it takes longer than to run it
_STIR: Final = _looked_at(
    circles.c.id.in_(
        select(members.c.circle_id).where(
            members.c.person_id == bindparam("person"), members.c.joined_at.is_not(None)
        )
    )
)
_LOOK_AGAIN: Final = _looked_at(circles.c.id == bindparam("circle"))


async def due(unit: Unit, now: datetime, limit: int) -> tuple[int, ...]:
    """The circles whose clock calls, the longest waiting first; numbers only, as one row may be broken."""
    query = select(circles.c.id).where(circles.c.due_at.is_not(None), circles.c.due_at <= now)
    return tuple((await unit.run(query.order_by(circles.c.due_at).limit(limit))).scalars())


async def stirred(unit: Unit, now: datetime, limit: int) -> tuple[int, ...]:
    """The circles whose card is to be looked at again."""
    query = select(circles.c.id).where(circles.c.refresh_at.is_not(None), circles.c.refresh_at <= now)
    return tuple((await unit.run(query.order_by(circles.c.refresh_at).limit(limit))).scalars())


async def awaited(unit: Unit) -> tuple[Record, ...]:
    """The circles whose clock runs."""
    rows = await unit.run(select(circles).where(circles.c.due_at.is_not(None)).order_by(circles.c.id))
    return tuple(map(_record, rows))


async def next_at(unit: Unit) -> datetime | None:
    """When a circle's clock calls next, or a card is to be looked at."""
    calls: datetime | None = (await unit.run(select(func.min(circles.c.due_at)))).scalar()
    looks: datetime | None = (await unit.run(select(func.min(circles.c.refresh_at)))).scalar()
    return min((at for at in (calls, looks) if at is not None), default=None)


async def gone(unit: Unit, chat_id: int, now: datetime) -> None:
    """Note that the bot is out of a group: its clock stands still, its members stay."""
    quiet = {"due_at": None, "refresh_at": None, "card_letter": None, "card_message": None}
    first = update(circles).where(circles.c.chat_id == chat_id, circles.c.away_at.is_(None))
    await unit.run(first.values(away_at=now, **quiet))


async def lost(unit: Unit, chat_id: int, message: int | None) -> None:
    """Note that somebody deleted the card: it is not edited any more, nor written again that day."""
    mine = update(circles).where(circles.c.chat_id == chat_id, circles.c.card_message == message)
    await unit.run(mine.values(card_message=None, card_letter=None, refresh_at=None))


async def moved(unit: Unit, record: Record, new_chat: int) -> None:
    """Follow a group to its new id. Numbers of its old messages mean nothing there."""
    twin = await at(unit, new_chat)  # noted first where the news came from the new group
    card = None if twin is None else twin.card_letter  # it was greeted already: that becomes the card
    posted = record.posted if twin is None else record.posted + twin.posted
    if twin is not None:
        await _merge(unit, twin.circle.id, record.circle.id)
    fresh = {"card_message": None, "recap_letter": None, "recap_message": None, "recap_said": None}
    noted = {"chat_id": new_chat, "card_letter": card, "posted": posted, "away_at": None, "newest": None}
    await note(unit, record.circle.id, card_said=None, carded_at=None, **noted, **fresh)


async def _merge(unit: Unit, twin: int, into: int) -> None:
    """Let who joined a group under its new id be in the circle it was before."""
    theirs = [column for column in members.c if column.name != "circle_id"]
    rows = select(literal(into), *theirs).where(members.c.circle_id == twin)
    names = ["circle_id", *(column.name for column in theirs)]
    await unit.run(insert(members).from_select(names, rows).on_conflict_do_nothing())
    await unit.run(delete(circles).where(circles.c.id == twin))
