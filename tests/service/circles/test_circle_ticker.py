"""The circles' share of a look: each in a transaction of its own, and one that is broken stops no other."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import text

from bot.coach.messages.groups import CircleCard
from bot.schedule.ticker import Ticker
from bot.service.circles import calling
from bot.service.learnt_bank import LearntBank
from bot.store import circles, members
from tests.service.practising import ANN, BANK, Ann, moment

WHOLE, BROKEN = -10, -20


async def joined(ann: Ann, chat: int) -> None:
    """A circle of Ann alone."""
    async with ann.store.unit() as unit:
        record = await circles.add(unit, chat, f"group {chat}", "abcdefgh", ann.now)
        await members.ask(unit, record.circle.id, ANN, ann.now)
        await members.join(unit, ANN, ann.now)
        await calling.plan(unit, record, ann.now)


async def due_at(ann: Ann, chat: int) -> datetime | None:
    async with ann.store.read() as unit:
        record = await circles.at(unit, chat)
        return None if record is None else record.due_at


async def test_a_circle_that_cannot_even_be_read_keeps_no_other_from_its_day(ann: Ann) -> None:
    for chat in (BROKEN, WHOLE):
        await joined(ann, chat)
    async with ann.store.unit() as unit:
        await unit.run(text("UPDATE circles SET due_call = 'of another version' WHERE chat_id = -20"))
    at = await due_at(ann, WHOLE)
    assert at is not None
    ticker = Ticker(ann.store, lambda: moment(at), lambda: None, LearntBank(BANK))
    await ticker.tick()
    assert [told.message.members for told in await ann.told(CircleCard)] == [1]
    following = await due_at(ann, WHOLE)
    assert following is not None
    assert following > at
    async with ann.store.unit() as unit:
        await unit.run(text("UPDATE circles SET due_call = 'morning' WHERE chat_id = -20"))
    assert await due_at(ann, BROKEN) == at + timedelta(days=1), "it is tried again"
