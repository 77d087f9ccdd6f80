"""Letters go out in order within a chat, replies first, and a crash neither loses nor wrongly repeats one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.coach.messages import Deleted, Help, NotRead, Outdated
from bot.coach.model import Person
from bot.store import outbox
from bot.store.engine import Store
from bot.store.states import LetterKind, LetterState
from bot.store.tables import outbox as table
from bot.store.unit import Unit

SECOND = timedelta(seconds=1)


async def _put(unit: Unit, now: datetime, *letters: tuple[int, int]) -> list[int]:
    """Write letters of (chat, urgent)."""
    return [await outbox.put(unit, chat, Help(), now=now, urgent=urgent) for chat, urgent in letters]


async def _ids(unit: Unit, now: datetime, limit: int = 10) -> list[int]:
    return [letter.id for letter in await outbox.waiting(unit, now, limit)]


async def _state(unit: Unit, letter_id: int) -> LetterState:
    found: LetterState = (await unit.run(select(table.c.state).where(table.c.id == letter_id))).scalar_one()
    return found


async def test_a_letter_comes_back_as_it_was_written(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        number = await outbox.put(
            unit, 7, NotRead("sticker"), now=now, person_id=7, kind=LetterKind.EDIT, urgent=1, edit_of=99
        )
        (letter,) = await outbox.waiting(unit, now, 10)
    assert letter == outbox.Letter(number, 7, 7, LetterKind.EDIT, NotRead("sticker"), 99, 0, "en", 1, now)


async def test_a_farewell_keeps_the_language_of_somebody_erased(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await outbox.put(unit, 7, Deleted(), now=now, language="pt")
        await outbox.put(unit, -5, Help(), now=now)
        assert [each.language for each in await outbox.waiting(unit, now, 10)] == ["pt", None]


async def test_replies_go_before_what_was_scheduled(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        first, second, reply = await _put(unit, now, (1, 1), (2, 1), (3, 0))
        assert await _ids(unit, now) == [reply, first, second]
        assert await _ids(unit, now, limit=1) == [reply]


async def test_chats_that_are_held_are_passed_over_and_scheduled_ones_where_only_replies_may_go(
    store: Store, now: datetime
) -> None:
    async with store.unit() as unit:
        held, free, reply = await _put(unit, now, (1, 1), (2, 1), (3, 0))
        assert [each.id for each in await outbox.waiting(unit, now, 10, besides={1})] == [reply, free]
        assert [each.id for each in await outbox.waiting(unit, now, 10, urgent=outbox.REPLY)] == [reply]
        assert await _ids(unit, now) == [reply, held, free]


async def test_what_was_taken_and_never_begun_waits_again_as_if_untouched(
    store: Store, now: datetime
) -> None:
    async with store.unit() as unit:
        taken, sent = await _put(unit, now, (1, 1), (2, 1))
        await outbox.take(unit, [taken, sent])
        await outbox.sent(unit, sent, 1001, now)
        await outbox.give_back(unit, [taken, sent])
        (letter,) = await outbox.waiting(unit, now, 10)
    assert (letter.id, letter.tries) == (taken, 0)


async def test_of_a_chat_only_the_first_is_handed_out(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        first, second, other = await _put(unit, now, (1, 0), (1, 0), (2, 0))
        assert await _ids(unit, now) == [first, other]
        await outbox.take(unit, [first])
        assert await _ids(unit, now) == [other]
        await outbox.sent(unit, first, 1001, now)
        assert await _ids(unit, now) == [second, other]


async def test_a_reply_pulls_what_its_chat_waits_for_along(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        other, before, reply = await _put(unit, now, (1, 1), (2, 1), (2, 0))
        assert await _ids(unit, now) == [before, other]
        await outbox.take(unit, [before])
        await outbox.sent(unit, before, 1001, now)
        assert await _ids(unit, now) == [reply, other]


async def test_nothing_overtakes_a_letter_that_was_put_off(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        first, second = await _put(unit, now, (1, 0), (1, 0))
        await outbox.take(unit, [first])
        assert await outbox.again(unit, first, now + SECOND)
        assert await _ids(unit, now) == []
        assert await outbox.next_at(unit) == now + SECOND
        (letter,) = await outbox.waiting(unit, now + SECOND, 10)
        assert (letter.id, letter.tries) == (first, 1)
        await outbox.take(unit, [first])
        await outbox.failed(unit, first, "Forbidden")
        assert await _ids(unit, now) == [second]
        assert await outbox.next_at(unit) is None


async def test_of_two_senders_one_gets_the_letter(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        ids = await _put(unit, now, (1, 0), (2, 0))

    async def take() -> frozenset[int]:
        async with store.unit() as unit:
            return await outbox.take(unit, ids)

    assert sorted(map(len, await asyncio.gather(take(), take(), take()))) == [0, 0, 2]


async def test_a_flight_ends_once(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        (letter,) = await _put(unit, now, (1, 0))
        assert not await outbox.sent(unit, letter, 1001, now)  # it was never taken
        await outbox.take(unit, [letter])
        assert await outbox.uncertain(unit, letter, "x" * 1000)
        assert not await outbox.sent(unit, letter, 1001, now)
        assert not await outbox.again(unit, letter, None)
        row = (await unit.run(select(table.c.state, table.c.error, table.c.message_id))).one()
    assert tuple(row) == (LetterState.UNCERTAIN, "x" * outbox.LONGEST_ERROR, None)


async def test_after_a_crash_only_what_may_come_twice_is_sent_again(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        flying = [
            await outbox.put(unit, chat, Help(), now=now, kind=kind) for chat, kind in enumerate(LetterKind)
        ]
        (resting,) = await _put(unit, now, (9, 0))
        await outbox.take(unit, flying)
    async with store.unit() as unit:
        assert await outbox.recover(unit, now) == 2
        letters = await outbox.waiting(unit, now, 10)
        assert {letter.kind: letter.tries for letter in letters if letter.id != resting} == {
            LetterKind.AGAIN: 1,
            LetterKind.EDIT: 1,
        }
        assert await _state(unit, flying[1]) is LetterState.UNCERTAIN
        assert await outbox.recover(unit, now) == 0


async def test_a_letter_of_another_version_is_handed_out_without_its_message(
    store: Store, now: datetime
) -> None:
    async with store.unit() as unit:
        await _put(unit, now, (1, 0))
        await unit.run(update(table).values(message='{"type":"Unheard"}'))
        (letter,) = await outbox.waiting(unit, now, 10)
    assert letter.message is None


async def test_what_is_already_in_flight_is_not_kept_back(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        flying, waiting, other = await _put(unit, now, (7, 0), (7, 0), (8, 0))
        await outbox.take(unit, [flying])
        assert await outbox.cancel_for(unit, 7) == 1
        states = [await _state(unit, each) for each in (flying, waiting, other)]
    assert states == [LetterState.IN_FLIGHT, LetterState.CANCELLED, LetterState.WAITING]


async def test_letters_follow_a_group_to_its_new_id(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        await _put(unit, now, (-5, 0), (-6, 0))
        await outbox.moved(unit, -5, -1005)
        assert [letter.chat_id for letter in await outbox.waiting(unit, now, 10)] == [-1005, -6]


@pytest.mark.parametrize("settle", [outbox.failed, outbox.uncertain])
async def test_only_settled_letters_are_forgotten(
    store: Store, now: datetime, settle: Callable[[Unit, int, str], Awaitable[bool]]
) -> None:
    async with store.unit() as unit:
        over, waiting, flying = await _put(unit, now, (1, 0), (2, 0), (3, 0))
        await outbox.take(unit, [over, flying])
        assert await settle(unit, over, "Forbidden")
        assert await outbox.prune(unit, now) == 0
        assert await outbox.prune(unit, now + SECOND) == 1
        assert [await _state(unit, each) for each in (waiting, flying)] == ["waiting", "in_flight"]


async def test_a_number_is_never_given_twice(store: Store, now: datetime) -> None:
    async with store.unit() as unit:
        (first,) = await _put(unit, now, (1, 0))
        await outbox.take(unit, [first])
        await outbox.sent(unit, first, 1001, now)
        await outbox.prune(unit, now + SECOND)
        assert await outbox.put(unit, 1, Outdated(), now=now) > first
