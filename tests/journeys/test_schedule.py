"""When the bot speaks first: once, in time, never in quiet hours, whatever happens to it or its clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.coach.messages import AnyAnswer, FollowUp, Message, Offer, StillHere
from bot.coach.taps import Accept, DayOff, Finish, Today
from bot.schedule.ticker import Ticker
from bot.service.learnt_bank import LearntBank
from bot.store import meta
from bot.store.states import OccasionKind
from bot.store.tables import occasions
from tests.journeys.conftest import BEN_GETS_UP, NEW_YORK, set_up
from tests.journeys.outing import by_itself, said, started
from tests.journeys.phone import Phone

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MORNING = BEN_GETS_UP.replace(hour=13, minute=0)  # 08:00 of that Monday in New York


async def first_words(ben: Phone, kind: type[Message] | None = None) -> list[str]:
    """What the bot said first, and when on Ben's clock: "Mon 08:00 Offer"."""
    found = await by_itself(ben)
    shown = [one for one in found if kind is None or isinstance(one.message, kind)]
    return [f"{clock(one.at):%a %H:%M} {type(one.message).__name__}" for one in shown]


async def lateness(ben: Phone) -> list[bool]:
    """Whether the challenges said of themselves that they come late."""
    return [one.message.late for one in await by_itself(ben) if isinstance(one.message, Offer)]


def clock(at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(NEW_YORK))


async def tell(ben: Phone, outcome: str, peak: str) -> None:
    """Tell the least: what came of it, how strong it was, and leave it at that."""
    await ben.say("I asked the man next door about his ladder")
    await ben.answer(outcome, peak)
    await ben.tap(Finish)


# --- the evening


async def test_an_open_day_gets_one_nudge_in_the_evening(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Accept)
    await ben.jump(hours=15)
    assert await first_words(ben) == ["Mon 08:00 Offer", "Mon 19:30 Nudge"]


async def test_a_day_that_is_done_gets_no_nudge(ben: Phone) -> None:
    await ben.wake()
    await tell(ben, "no.respectful", "4")
    await ben.jump(hours=15)
    assert await first_words(ben) == ["Mon 08:00 Offer"]


async def test_a_day_that_is_off_gets_no_nudge(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(DayOff)
    await ben.jump(hours=15)
    assert await first_words(ben) == ["Mon 08:00 Offer"]


# --- afterwards


@pytest.mark.parametrize(("hours", "asked"), [(4, "Tue 12:00"), (15, "Wed 07:00"), (20, "Wed 07:00")])
async def test_a_hard_one_is_followed_up_a_day_later_once_and_never_in_quiet_hours(
    ben: Phone, hours: int, asked: str
) -> None:
    await ben.wake()
    await ben.jump(hours=hours)
    await tell(ben, "no.dismissive", "9")
    await ben.jump(days=9)
    assert await first_words(ben, FollowUp) == [f"{asked} FollowUp"]


async def test_a_pending_answer_is_asked_for_after_three_days_once(ben: Phone) -> None:
    await ben.wake()
    await ben.jump(hours=2)
    await tell(ben, "pending", "4")
    await ben.jump(days=9)
    assert await first_words(ben, AnyAnswer) == ["Thu 10:00 AnyAnswer"]


# --- silence


async def test_a_silent_week_ends_in_one_word_and_one_word_brings_the_mornings_back(ben: Phone) -> None:
    await ben.wake()
    await ben.jump(days=7, hours=2)
    week = await first_words(ben)
    offers = [f"{day} 08:00 Offer" for day in ("Mon", "Tue", "Wed", "Thu", "Fri")]
    assert [line for line in week if "Nudge" not in line] == [*offers, "Mon 08:00 StillHere"]
    assert len(week) == 11

    await ben.jump(days=30)
    assert await first_words(ben) == week
    assert await ben.planned(OccasionKind.MORNING) is None

    await ben.say("hello again")
    await ben.wake()
    assert len(await first_words(ben, Offer)) == 6
    assert len(await first_words(ben, StillHere)) == 1


async def test_the_button_under_still_here_brings_one_at_once_and_the_mornings_back(ben: Phone) -> None:
    await ben.jump(days=7, hours=2)
    await ben.tap(Today)
    assert isinstance((await said(ben))[-1].message, Offer)
    assert await ben.planned(OccasionKind.MORNING) == clock(MORNING + 8 * DAY)


# --- the bot was down


@asynccontextmanager
async def bens(folder: Path, at: datetime) -> AsyncIterator[Phone]:
    """Ben's phone, with a bot that is started at `at` and stopped at the end."""
    async with started(folder, at) as stage:
        account = next(one for one in stage.world.people.values() if one.zone == NEW_YORK)
        yield Phone(stage, account)


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """What is left of a bot that was stopped on Monday at 07:20, when Ben was just set up."""
    async with bens(tmp_path, BEN_GETS_UP) as ben:
        await set_up(ben)
    return tmp_path


async def test_up_to_two_hours_late_the_challenge_comes_as_ever(folder: Path) -> None:
    async with bens(folder, MORNING + 2 * HOUR) as ben:
        await ben.jump(hours=12)
        assert await first_words(ben) == ["Mon 10:00 Offer", "Mon 19:30 Nudge"]
        assert await lateness(ben) == [False]


async def test_later_the_same_day_there_is_one_catch_up_and_no_second_message(folder: Path) -> None:
    async with bens(folder, MORNING + 5 * HOUR) as ben:
        await ben.jump(hours=10)
        assert await first_words(ben) == ["Mon 13:00 Offer"]
        assert await lateness(ben) == [True]
        await ben.jump(hours=10)
        assert await first_words(ben) == ["Mon 13:00 Offer", "Tue 08:00 Offer"]


async def test_the_next_day_nothing_is_said_about_yesterday(folder: Path) -> None:
    async with bens(folder, MORNING + DAY - HOUR) as ben:
        assert await by_itself(ben) == []
        assert await ben.log() == ()
        await ben.jump(hours=2)
        assert await first_words(ben) == ["Tue 08:00 Offer"]


@pytest.mark.parametrize(("hours", "came", "late"), [(26, "Tue 09:20", False), (29, "Tue 12:20", True)])
async def test_a_whole_day_down_costs_that_day_and_not_the_morning_that_is_due(
    folder: Path, hours: int, came: str, late: bool
) -> None:
    async with bens(folder, BEN_GETS_UP + hours * HOUR) as ben:
        await ben.jump(hours=24)
        assert await first_words(ben, Offer) == [f"{came} Offer", "Wed 08:00 Offer"]
        assert await lateness(ben) == [late, False]


async def test_a_start_in_the_evening_says_no_nudge_for_an_evening_long_gone(folder: Path) -> None:
    async with bens(folder, MORNING) as ben:
        assert await first_words(ben) == ["Mon 08:00 Offer"]
    async with bens(folder, MORNING + 13.6 * HOUR) as ben:
        await ben.jump(hours=1)
        assert await first_words(ben) == ["Mon 08:00 Offer"]


# --- the clock, twice, and the rules of the zones


async def test_a_clock_that_jumps_back_sends_nothing_twice(ben: Phone) -> None:
    await ben.wake()
    for _ in range(2):
        ben.stage.clock.offset -= 3 * HOUR
        await ben.stage.bot.ticker.tick()
        await ben.jump(hours=3, minutes=1)
    assert await first_words(ben) == ["Mon 08:00 Offer"]
    assert [(entry.day, entry.planned) for entry in await ben.log()] == [(clock(MORNING).date(), True)]


async def test_two_looks_at_once_send_once(ben: Phone) -> None:
    bot = ben.stage.bot
    ben.stage.clock.offset += MORNING - ben.now
    handled = await asyncio.gather(bot.ticker.tick(), bot.ticker.tick())
    assert min(handled) == 0, "one of them found nothing left"
    await ben.stage.settle()
    assert await first_words(ben) == ["Mon 08:00 Offer"]


async def test_two_tickers_on_one_store_send_once(ben: Phone) -> None:
    bot = ben.stage.bot
    ben.stage.clock.offset += MORNING - ben.now
    other = Ticker(bot.store, bot.moment, bot.sender.ring, LearntBank(bot.moment().bank))
    await asyncio.gather(bot.ticker.tick(), other.tick())
    await ben.stage.settle()
    assert await first_words(ben) == ["Mon 08:00 Offer"]


@pytest.mark.parametrize(("before", "at"), [("2020.1", MORNING), (version("tzdata"), MORNING + 2 * HOUR)])
async def test_newer_rules_of_the_zones_compute_the_next_instants_anew(
    folder: Path, before: str, at: datetime
) -> None:
    async with bens(folder, BEN_GETS_UP) as ben, ben.stage.bot.store.unit() as unit:
        await meta.keep(unit, "tzdata", before)
        await unit.run(update(occasions).values(at=MORNING + 2 * HOUR))  # as other rules would have it
    async with bens(folder, BEN_GETS_UP) as ben:
        assert await ben.planned(OccasionKind.MORNING) == clock(at)
        async with ben.stage.bot.store.read() as unit:
            assert await meta.value(unit, "tzdata") == version("tzdata")
