"""Each update is kept before it is acknowledged, handled once, and forgotten afterwards."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.store import inbox
from bot.store.engine import Store
from bot.store.tables import inbox as table

HOUR = timedelta(hours=1)


def _update(update_id: int, person_id: int = 7, text: str = "hello") -> dict[str, Any]:
    who = {"id": person_id, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": 1, "from": who, "chat": {"id": person_id, "type": "private"}, "text": text}
    return {"update_id": update_id, "message": message}


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (_update(1), 7),
        ({"update_id": 1, "edited_message": {"from": {"id": 7}, "chat": {"id": -100}}}, 7),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "message": {"from": {"id": 1}}}}, 7),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 7}, "from": {"id": 7}}}, 7),
        ({"update_id": 1, "message_reaction": {"chat": {"id": -100}, "user": {"id": 7}}}, 7),
        ({"update_id": 1, "message_reaction": {"chat": {"id": -100}, "actor_chat": {"id": -5}}}, -100),
        ({"update_id": 1, "channel_post": {"chat": {"id": -100}}}, -100),
        ({"update_id": 1, "poll": {"id": "5", "question": "?"}}, None),
        ({"update_id": 1, "message": {"from": {"id": "7"}}}, None),
        ({"update_id": 1, "message": {"from": {"id": 2**63}, "chat": {"id": 7}}}, 7),
        ({"update_id": 1}, None),
    ],
)
def test_an_update_is_the_persons_or_else_the_chats(payload: dict[str, Any], expected: int | None) -> None:
    assert inbox.whose(payload) == expected


async def test_updates_come_back_whole_and_in_order(store: Store, now: datetime) -> None:
    odd = _update(12, text='“no” 🙂 \ud83d \x00 "')
    async with store.unit() as unit:
        await inbox.put(unit, [odd, _update(11)], now)
        first, second = await inbox.fresh(unit, 10)
        assert [each.update_id for each in await inbox.fresh(unit, 1)] == [11]
    assert first == inbox.Arrival(11, 7, _update(11), now, 0)
    assert second.payload == odd


async def test_an_update_that_comes_twice_is_kept_once(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(11)], now)
        assert await inbox.done(unit, 11, now)
        await inbox.put(unit, [_update(11), _update(12), _update(12)], now + HOUR)
        assert [each.update_id for each in await inbox.fresh(unit, 10)] == [12]


async def test_an_empty_batch_is_no_batch(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [], now)
        assert await inbox.fresh(unit, 10) == []
        assert await inbox.newest(unit) is None


async def test_chats_that_are_busy_are_passed_over(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(11, 7), _update(12, 8), {"update_id": 13, "poll": {}}], now)
        assert [each.update_id for each in await inbox.fresh(unit, 10, exclude_chats={7})] == [12, 13]


async def test_an_update_is_handled_once(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(11)], now)

    async def handle() -> bool:
        async with store.unit() as unit:
            return await inbox.done(unit, 11, now)

    assert sorted(await asyncio.gather(*(handle() for _ in range(5)))) == [False] * 4 + [True]


async def test_what_was_written_is_forgotten_once_it_is_handled(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(11)], now)
        await inbox.done(unit, 11, now)
        (row,) = (await unit.run(select(table.c.payload, table.c.chat_id))).all()
    assert tuple(row) == (None, None)


async def test_a_failure_is_tried_again_until_it_is_dead(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(11)], now)
        await inbox.failed(unit, 11, "ValueError", now, dead=False)
        (again,) = await inbox.fresh(unit, 10)
        assert again.tries == 1
        await inbox.failed(unit, 11, "telegram.error.BadRequest", now, dead=True)
        assert await inbox.fresh(unit, 10) == []
        assert not await inbox.done(unit, 11, now)
        row = (await unit.run(select(table))).one()
    assert (row.state, row.tries, row.error) == ("dead", 2, "telegram.error.BadRequest")


async def test_an_error_that_quotes_the_update_is_not_kept(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(11)], now)
        await inbox.failed(unit, 11, "ValueError: cannot read 'my secret'", now, dead=True)
        assert (await unit.run(select(table.c.error))).scalar() == "unnamed"


async def test_the_newest_survives_handling_and_pruning(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(key) for key in (11, 12, 13, 14)], now)
        for key in (12, 13, 14):
            await inbox.done(unit, key, now)
        assert await inbox.newest(unit) == (14, now)
        assert await inbox.prune(unit, now) == 0
        assert await inbox.prune(unit, now + HOUR) == 2
        assert await inbox.newest(unit) == (14, now)
        assert [each.update_id for each in await inbox.fresh(unit, 10)] == [11]


async def test_the_newest_is_the_last_to_come_even_with_a_lower_number(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await inbox.put(unit, [_update(900)], now)
        await inbox.put(unit, [_update(12)], now + HOUR)
        assert await inbox.newest(unit) == (12, now + HOUR)
