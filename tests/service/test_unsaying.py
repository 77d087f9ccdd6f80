"""What was said first and could not be sent: how long it still goes, and what comes in its place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.coach import taps
from bot.coach.messages import Nudge, Offer
from bot.service import unsaying
from bot.store import attempts, outbox
from bot.store.states import LetterState
from bot.store.tables import outbox as table
from tests.service.practising import ANN, Ann

AT_EIGHT = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


async def goes(ann: Ann, at: datetime) -> bool:
    """Whether the letter whose turn it is still fits at an instant."""
    async with ann.store.unit() as unit:
        (letter,) = await outbox.waiting(unit, at, 10)
        return await unsaying.timely(unit, letter, at)


async def send(ann: Ann) -> None:
    """The letter whose turn it is arrives."""
    async with ann.store.unit() as unit:
        (letter,) = await outbox.waiting(unit, ann.now, 10)
        await outbox.take(unit, [letter.id])
        await outbox.sent(unit, letter.id, 1, ann.now)


async def states(ann: Ann) -> list[LetterState]:
    async with ann.store.read() as unit:
        return list((await unit.run(select(table.c.state).order_by(table.c.id))).scalars())


@pytest.mark.parametrize("after", [4 * MINUTE, HOUR, 2 * HOUR])
async def test_a_challenge_goes_as_it_is_for_two_hours(after: timedelta, ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    assert await goes(ann, AT_EIGHT + after)
    assert await states(ann) == ["waiting"]


async def test_later_that_day_a_catch_up_takes_its_place_and_the_evening_is_quiet(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    assert not await goes(ann, AT_EIGHT + 2 * HOUR + MINUTE)
    assert await ann.log() == ()
    await ann.tick(AT_EIGHT + 3 * HOUR)
    await ann.until(AT_EIGHT + 13 * HOUR)
    assert [told.message.late for told in await ann.told(Offer)] == [False, True]
    assert await states(ann) == ["cancelled", "waiting"]
    assert await goes(ann, AT_EIGHT + 13 * HOUR)
    assert await ann.told(Nudge) == []


@pytest.mark.parametrize("after", [14 * HOUR, 19 * HOUR, DAY - HOUR])  # in quiet hours, twice, and then not
async def test_what_is_of_yesterday_is_taken_back_and_nothing_is_said_of_it(
    after: timedelta, ann: Ann
) -> None:
    await ann.until(AT_EIGHT)
    assert not await goes(ann, AT_EIGHT + after)
    await ann.tick(AT_EIGHT + after)
    await ann.until(AT_EIGHT + DAY - MINUTE)
    assert await ann.log() == ()
    assert await states(ann) == ["cancelled"]
    await ann.until(AT_EIGHT + DAY)
    assert [entry.day for entry in await ann.log()] == [(AT_EIGHT + DAY).date()]


async def test_what_they_have_taken_up_is_not_taken_back(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.presses(taps.Accept(1))
    assert await goes(ann, AT_EIGHT + 5 * HOUR)
    assert len(await ann.log()) == 1


@pytest.mark.parametrize(("after", "fits"), [(2 * HOUR, True), (2 * HOUR + MINUTE, False)])
async def test_the_word_of_an_evening_goes_for_two_hours(after: timedelta, fits: bool, ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await send(ann)
    evening = AT_EIGHT + 11.5 * HOUR
    await ann.until(evening)
    assert await goes(ann, evening + after) is fits
    assert await states(ann) == ["sent", "waiting" if fits else "cancelled"]


async def test_a_word_about_a_challenge_that_was_taken_back_is_not_said(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await send(ann)
    await ann.until(AT_EIGHT + 12 * HOUR)
    async with ann.store.unit() as unit:
        await attempts.take_back(unit, ANN, (await ann.log())[0])
    assert not await goes(ann, ann.now)
