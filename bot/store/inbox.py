"""The inbox: each update is on disk before Telegram is told that it arrived, and is handled once.

It knows only the number of an update and whose it is, and forgets what people wrote once it is handled.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeGuard

from sqlalchemy import Column, Select, bindparam, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.store.states import ArrivalState
from bot.store.tables import arrival_is_new, inbox, stands
from bot.store.unit import Unit

# the name of an exception, and nothing of its text, which may quote what somebody wrote
NAME: Final = re.compile(r"[A-Za-z_][\w.]{0,79}", re.ASCII)
LARGEST: Final = 2**63 - 1  # what a column holds; Telegram's ids have 52 bits


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that is not handled yet, as it came."""

    update_id: int
    chat_id: int | None
    payload: dict[str, Any]
    received_at: datetime
    tries: int


def numbered(payload: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether it can be kept: an update, with a number that fits. The rest is the reader's to judge."""
    match payload:
        case {"update_id": int(number)} if isinstance(payload, dict):
            return not isinstance(number, bool) and abs(number) <= LARGEST
        case _:
            return False


def whose(payload: Mapping[str, Any]) -> int | None:
    """Tell whose update it is: the id of the person (and their private chat), or of a chat."""
    events = (value for value in payload.values() if isinstance(value, dict))
    for event in events:
        for role in ("from", "user", "chat"):
            match event.get(role):
                case {"id": int(found)} if abs(found) <= LARGEST:
                    return found
                case _:
                    pass
    return None


async def put(unit: Unit, payloads: Sequence[dict[str, Any]], now: datetime) -> None:
    """Keep a batch of updates; those that are here already stay as they are."""
    rows = [_row(payload, now) for payload in payloads]
    if rows:
        await unit.run(insert(inbox).on_conflict_do_nothing(), rows)


def _row(payload: dict[str, Any], now: datetime) -> dict[str, Any]:
    return {
        "update_id": payload["update_id"],
        "chat_id": whose(payload),
        # escaped, since half a surrogate pair is JSON and no UTF-8
        "payload": json.dumps(payload, separators=(",", ":")),
        "received_at": now,
        "state": ArrivalState.NEW,
        "tries": 0,
    }


async def fresh(unit: Unit, limit: int, exclude_chats: Collection[int] = ()) -> list[Arrival]:
    """Read what is not handled yet, in the order of Telegram, passing over those whose turn it is not."""
    row = inbox.c
    query = select(row.update_id, row.chat_id, row.payload, row.received_at, row.tries)
    query = query.where(arrival_is_new, row.payload.is_not(None))
    if exclude_chats:
        query = query.where(or_(row.chat_id.is_(None), row.chat_id.not_in(exclude_chats)))
    found = await unit.run(query.order_by(row.update_id).limit(limit))
    return [Arrival(key, chat, json.loads(text), at, tries) for key, chat, text, at, tries in found]


# said once: every update asks it, and to build it takes longer than to run it
_DONE: Final = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("number"), arrival_is_new)
    .values(state=ArrivalState.DONE, handled_at=bindparam("now"), payload=None, chat_id=None)
)


async def done(unit: Unit, update_id: int, now: datetime) -> bool:
    """Mark an update handled and forget what it said; False if it was handled before."""
    return (await unit.run(_DONE, {"number": update_id, "now": now})).rowcount == 1


async def failed(unit: Unit, update_id: int, error_name: str, now: datetime, dead: bool) -> None:
    """Note a failure by the name of its exception; `dead` takes the update out of the way."""
    mine = update(inbox).where(inbox.c.update_id == update_id, arrival_is_new)
    name = error_name if NAME.fullmatch(error_name) else "unnamed"
    over = {"state": ArrivalState.DEAD, "handled_at": now} if dead else {}
    await unit.run(mine.values(tries=inbox.c.tries + 1, error=name, **over))


async def newest(unit: Unit) -> tuple[int, datetime] | None:
    """Tell the number of the update that came last, and when; None if there was none yet."""
    row = (await unit.run(_last(inbox.c.update_id, inbox.c.received_at))).one_or_none()
    return None if row is None else (row[0], row[1])


def _last(*columns: Column[Any]) -> Select[Any]:
    # by arrival: after a quiet week Telegram's numbers may begin lower
    return select(*columns).order_by(inbox.c.received_at.desc(), inbox.c.update_id.desc()).limit(1)


async def prune(unit: Unit, before: datetime) -> int:
    """Forget what is over and arrived before, save the last one, which `newest` needs."""
    over = or_(stands(inbox.c.state, ArrivalState.DONE, ArrivalState.DEAD), inbox.c.payload.is_(None))
    last = _last(inbox.c.update_id).scalar_subquery()
    old = delete(inbox).where(over, inbox.c.received_at < before, inbox.c.update_id != last)
    return (await unit.run(old)).rowcount
