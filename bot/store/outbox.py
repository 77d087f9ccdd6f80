"""The outbox: letters to Telegram, written with the state they tell of, sent in order, never lost in between.

Each step of a letter is a conditional update: of two senders one gets it. Nothing here knows Telegram.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, insert, or_, select, update

from bot.coach.messages import Message
from bot.store.codec import MESSAGES
from bot.store.states import LetterKind, LetterState
from bot.store.tables import letter_waits, outbox, people, stands
from bot.store.unit import AnyRow, Unit

REPLY: Final = 0
SCHEDULED: Final = 1
LONGEST_ERROR: Final = 200
# No letter is put off for longer. What seems to be was put off before the machine's clock was set back.
FARTHEST: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message on its way to a chat."""

    id: int
    chat_id: int
    person_id: int | None
    kind: LetterKind
    message: Message | None  # None: another version wrote it and this one cannot read it
    edit_of: int | None  # Telegram's number of the message to edit
    tries: int
    language: str | None
    urgent: int
    created_at: datetime


async def put(  # noqa: PLR0913  # the columns of a letter, by name
    unit: Unit,
    chat_id: int,
    message: Message,
    *,
    now: datetime,
    person_id: int | None = None,
    kind: LetterKind = LetterKind.AGAIN,
    urgent: int = REPLY,
    edit_of: int | None = None,
    language: str | None = None,
) -> int:
    """Write a letter; its number. `language` is for somebody who is not, or no longer, among the people."""
    row = {
        "chat_id": chat_id,
        "person_id": person_id,
        "language": language,
        "kind": kind,
        "urgent": urgent,
        "message": MESSAGES.encode(message),
        "edit_of": edit_of,
        "state": LetterState.WAITING,
        "tries": 0,
        "created_at": now,
    }
    if urgent == REPLY:
        await unit.run(_HURRY, {"chat": chat_id})
    number: int = (await unit.run(_PUT, row)).scalar_one()
    return number


# said once: every update asks them, and to build one takes longer than to run it
_PUT: Final = insert(outbox).returning(outbox.c.id)
# what waits before a reply becomes as urgent as the reply, since it cannot be overtaken
_HURRY: Final = (
    update(outbox)
    .where(outbox.c.chat_id == bindparam("chat"), letter_waits, outbox.c.urgent > REPLY)
    .values(urgent=REPLY)
)


async def waiting(
    unit: Unit, now: datetime, limit: int, *, urgent: int = SCHEDULED, besides: Collection[int] = ()
) -> list[Letter]:
    """Find the letters whose turn it is, replies first; of each chat one, the first that is not settled.

    Only those as urgent as this, and none of the chats `besides`.
    """
    given = {"now": now, "far": now + FARTHEST, "urgent": urgent, "besides": tuple(besides), "room": limit}
    return [_letter(found) for found in await unit.run(_WAITING, given)]


_COLUMNS: Final = (
    outbox.c.id,
    outbox.c.chat_id,
    outbox.c.person_id,
    outbox.c.kind,
    outbox.c.message,
    outbox.c.edit_of,
    outbox.c.tries,
    func.coalesce(outbox.c.language, people.c.language),
    outbox.c.urgent,
    outbox.c.created_at,
)


def _may_go() -> ColumnElement[bool]:
    put_off, now = outbox.c.not_before, bindparam("now", type_=outbox.c.not_before.type)
    return or_(put_off.is_(None), put_off <= now, put_off > bindparam("far", type_=put_off.type))


def _behind_another() -> ColumnElement[bool]:
    earlier = outbox.alias("earlier")
    unsettled = stands(earlier.c.state, LetterState.WAITING, LetterState.IN_FLIGHT)
    same_chat = earlier.c.chat_id == outbox.c.chat_id
    return exists().where(same_chat, unsettled, earlier.c.id < outbox.c.id)


_WAITING: Final = (  # built once: to build it anew took 0.25 ms, twice for each reply
    select(*_COLUMNS)
    .select_from(outbox.outerjoin(people, people.c.id == outbox.c.person_id))
    .where(letter_waits, _may_go(), ~_behind_another(), outbox.c.urgent <= bindparam("urgent"))
    .where(outbox.c.chat_id.not_in(bindparam("besides", expanding=True)))
    .order_by(outbox.c.urgent, outbox.c.id)
    .limit(bindparam("room"))
)


def _letter(row: AnyRow) -> Letter:
    number, chat_id, person_id, kind, message, *rest = row
    return Letter(number, chat_id, person_id, kind, MESSAGES.decode(message), *rest)


async def take(unit: Unit, ids: Collection[int]) -> frozenset[int]:
    """Mark letters as in flight just before they are sent; those that are the caller's to send."""
    mine = update(outbox).where(outbox.c.id.in_(ids), letter_waits)
    taken = await unit.run(mine.values(state=LetterState.IN_FLIGHT).returning(outbox.c.id))
    return frozenset(taken.scalars())


async def give_back(unit: Unit, ids: Collection[int]) -> None:
    """Let letters wait again that were taken and whose requests were never begun."""
    mine = update(outbox).where(outbox.c.id.in_(ids), stands(outbox.c.state, LetterState.IN_FLIGHT))
    await unit.run(mine.values(state=LetterState.WAITING))


async def sent(unit: Unit, letter_id: int, message_id: int | None, now: datetime) -> bool:
    """Note that it arrived, under Telegram's number."""
    return await _landed(unit, letter_id, state=LetterState.SENT, message_id=message_id, sent_at=now)


async def arrived(unit: Unit, numbers: Mapping[int, int | None], now: datetime) -> None:
    """Note of many letters that they arrived: Telegram's number by the letter's."""
    rows = [{"letter": letter, "number": number, "instant": now} for letter, number in numbers.items()]
    await unit.run(_ARRIVED, rows)


_ARRIVED: Final = (
    update(outbox)
    .where(outbox.c.id == bindparam("letter"), stands(outbox.c.state, LetterState.IN_FLIGHT))
    .values(state=LetterState.SENT, message_id=bindparam("number"), sent_at=bindparam("instant"))
)


async def again(unit: Unit, letter_id: int, not_before: datetime | None) -> bool:
    """Let it wait for another try."""
    tries = outbox.c.tries + 1
    return await _landed(unit, letter_id, state=LetterState.WAITING, not_before=not_before, tries=tries)


async def failed(unit: Unit, letter_id: int, error: str) -> bool:
    """Give it up."""
    return await _landed(unit, letter_id, state=LetterState.FAILED, error=error[:LONGEST_ERROR])


async def uncertain(unit: Unit, letter_id: int, error: str) -> bool:
    """Give it up, though it may have arrived; the operator sees it."""
    return await _landed(unit, letter_id, state=LetterState.UNCERTAIN, error=error[:LONGEST_ERROR])


async def _landed(unit: Unit, letter_id: int, **values: Any) -> bool:
    """End a flight; False if it was ended before, or its person is erased."""
    in_flight = stands(outbox.c.state, LetterState.IN_FLIGHT)
    mine = update(outbox).where(outbox.c.id == letter_id, in_flight)
    return (await unit.run(mine.values(**values))).rowcount == 1


async def cancel(unit: Unit, letter_id: int) -> None:
    """Keep back a letter that waits."""
    mine = update(outbox).where(outbox.c.id == letter_id, letter_waits)
    await unit.run(mine.values(state=LetterState.CANCELLED))


async def cancel_for(unit: Unit, person_id: int) -> int:
    """Keep back what waits for a person."""
    theirs = or_(outbox.c.person_id == person_id, outbox.c.chat_id == person_id)
    return (
        await unit.run(update(outbox).where(theirs, letter_waits).values(state=LetterState.CANCELLED))
    ).rowcount


async def supersede(unit: Unit, chat_id: int, edit_of: int, by: Message) -> None:
    """Keep back the edits of a message that still wait, where another of the same sort replaces them."""
    same = outbox.c.message.startswith(f'{{"type":"{type(by).__name__}"', autoescape=True)
    waits = (outbox.c.chat_id == chat_id, letter_waits, outbox.c.edit_of == edit_of, same)
    await unit.run(update(outbox).where(*waits).values(state=LetterState.CANCELLED))


async def number(unit: Unit, letter_id: int) -> int | None:
    """Telegram's number of a letter that has arrived."""
    query = select(outbox.c.message_id).where(outbox.c.id == letter_id)
    found: int | None = (await unit.run(query)).scalar()
    return found


async def unsettled(unit: Unit, letter_id: int) -> bool:
    """Whether a letter is still on its way."""
    on_its_way = stands(outbox.c.state, LetterState.WAITING, LetterState.IN_FLIGHT)
    query = select(outbox.c.id).where(outbox.c.id == letter_id, on_its_way)
    return (await unit.run(query)).scalar() is not None


async def recover(unit: Unit, now: datetime) -> int:
    """Settle what a crash left in flight: what may come twice waits again, `once` stays uncertain."""
    once = stands(outbox.c.kind, LetterKind.ONCE)
    left = update(outbox).where(stands(outbox.c.state, LetterState.IN_FLIGHT))
    await unit.run(left.where(once).values(state=LetterState.UNCERTAIN, error="interrupted"))
    back = left.values(state=LetterState.WAITING, tries=outbox.c.tries + 1, not_before=now)
    return (await unit.run(back)).rowcount


async def next_at(unit: Unit) -> datetime | None:
    """Tell when the first of the letters that were put off may go."""
    put_off = select(func.min(outbox.c.not_before)).where(letter_waits)
    found: datetime | None = (await unit.run(put_off)).scalar()
    return found


async def moved(unit: Unit, old_chat: int, new_chat: int) -> None:
    """Follow a group to its new id; edits stay behind, as numbers of messages mean nothing there."""
    edits = (outbox.c.chat_id == old_chat, letter_waits, outbox.c.edit_of.is_not(None))
    await unit.run(update(outbox).where(*edits).values(state=LetterState.CANCELLED))
    await unit.run(update(outbox).where(outbox.c.chat_id == old_chat).values(chat_id=new_chat))


async def prune(unit: Unit, before: datetime) -> int:
    """Forget the settled letters written before."""
    settled = stands(
        outbox.c.state,
        LetterState.SENT,
        LetterState.FAILED,
        LetterState.UNCERTAIN,
        LetterState.CANCELLED,
    )
    return (await unit.run(delete(outbox).where(settled, outbox.c.created_at < before))).rowcount
