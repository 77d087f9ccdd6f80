"""Who is due: what is late, who is left alone, and the words of the evening, of later, of a silent week."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.coach import messages, taps
from bot.coach.messages import FollowUp, Nudge, Offer, StillHere
from bot.coach.model import State
from bot.coach.taps import Answer, Step
from bot.schedule.ticker import Ticker
from bot.service import ticking
from bot.service.events import Command, Gone, Here, Text
from bot.service.learnt_bank import LearntBank
from tests.service.practising import BANK, MONDAY, Ann, join, moment

AT_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


# --- late


@pytest.mark.parametrize(("late", "said_late"), [(0, False), (2, False), (2.1, True), (13.9, True)])
async def test_two_hours_late_is_on_time_and_later_the_same_day_one_catch_up(
    ann: Ann, late: float, said_late: bool
) -> None:
    await ann.tick(AT_EIGHT + late * HOUR)
    await ann.tick(AT_EIGHT + 15 * HOUR)
    assert [told.message.late for told in await ann.told(Offer)] == [said_late]


async def test_a_morning_of_yesterday_is_missed_and_nothing_is_said_about_it(ann: Ann) -> None:
    await ann.tick(AT_EIGHT + DAY - HOUR)
    assert await ann.told(Offer) == []
    assert await ann.log() == ()
    assert await ann.next_at() == AT_EIGHT + DAY


async def test_a_catch_up_within_quiet_hours_waits_and_never_goes_into_the_next_day(ann: Ann) -> None:
    await ann.tick(AT_EIGHT + 15 * HOUR)
    assert await ann.told(Offer) == []
    assert await ann.next_at() == AT_EIGHT + DAY


async def test_a_late_challenge_has_no_evening_word_after_it(ann: Ann) -> None:
    await ann.tick(AT_EIGHT + 5 * HOUR)
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert len(await ann.told(Offer)) == 1
    assert await ann.told(Nudge) == []


# --- nobody is spoken to who does not want it


async def test_a_challenge_fetched_before_its_morning_is_not_sent_again(ann: Ann) -> None:
    await ann.does(Command("today"))
    await ann.until(AT_EIGHT + 10 * HOUR)
    assert len(await ann.told(Offer)) == 1
    assert await ann.next_at() != AT_EIGHT


async def test_nobody_is_spoken_to_first_while_they_block_the_bot(ann: Ann) -> None:
    await ann.does(Gone())
    await ann.days(3)
    assert await ann.told(Offer) == []
    await ann.does(Here())
    await ann.days(1)
    assert len(await ann.told(Offer)) == 1


async def test_nobody_is_spoken_to_first_while_on_hold(ann: Ann) -> None:
    await ann.does(Text("I want to kill myself"))
    await ann.days(3)
    assert await ann.told(Offer) == []
    await ann.presses(taps.GoOn())
    await ann.days(1)
    assert len(await ann.told(Offer)) == 1


async def test_what_is_told_after_a_new_morning_is_told_of_todays_challenge(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.presses(taps.Accept(1))  # and the prediction is left open
    await ann.until(AT_EIGHT + DAY)
    await ann.does(Text("I asked the man next door about his ladder"))
    assert [entry.facts.story is not None for entry in await ann.log()] == [False, True]


async def test_a_debrief_that_was_begun_stays_open_over_the_next_morning(ann: Ann) -> None:
    await ann.until(AT_EIGHT + HOUR)
    await ann.presses(taps.Did(1), Answer(1, Step.STORY, None))
    await ann.until(AT_EIGHT + DAY)
    await ann.does(Text("she said no"))
    assert [entry.facts.story is not None for entry in await ann.log()] == [True, False]


async def test_a_debrief_whose_answer_is_known_keeps_its_buttons_over_the_next_morning(
    ann: Ann,
) -> None:
    await ann.until(AT_EIGHT + HOUR)
    await ann.presses(taps.Did(1), Answer(1, Step.STORY, None), Answer(1, Step.OUTCOME, "yes"))
    await ann.until(AT_EIGHT + DAY)
    await ann.does(Text("I asked and she said no"))
    assert [entry.facts.story is not None for entry in await ann.log()] == [False, True]
    await ann.presses(Answer(1, Step.PEAK, "4"))
    assert (await ann.log())[0].facts.peak == 4


# --- the evening


async def test_an_open_day_gets_one_word_in_the_evening(ann: Ann) -> None:
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert [told.at.time() for told in await ann.told(Nudge)] == [time(19, 30)]


async def test_a_day_off_gets_no_word_in_the_evening(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.presses(taps.DayOff(1))
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert await ann.told(Nudge) == []


async def test_a_day_that_is_being_told_gets_no_word_in_the_evening(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.presses(taps.Did(1), Answer(1, Step.STORY, None))
    await ann.until(AT_EIGHT + 15 * HOUR)
    assert (await ann.log())[0].state is State.ACCEPTED
    assert await ann.told(Nudge) == []


async def test_an_evening_that_the_bot_slept_through_stays_silent(ann: Ann) -> None:
    await ann.until(AT_EIGHT)
    await ann.tick(AT_EIGHT + 14 * HOUR)
    assert await ann.told(Nudge) == []


# --- afterwards


async def does(ann: Ann, attempt: int, outcome: str, peak: str) -> None:
    """Tell of an attempt in the shortest way."""
    steps = ((Step.STORY, None), (Step.OUTCOME, outcome), (Step.PEAK, peak))
    await ann.presses(taps.Did(attempt), *(Answer(attempt, step, value) for step, value in steps))
    await ann.presses(taps.Finish(attempt))


async def test_a_hard_one_is_followed_up_a_day_later_once(ann: Ann) -> None:
    await ann.until(AT_EIGHT + 3 * HOUR)
    await does(ann, 1, "no.dismissive", "9")
    await ann.days(6)
    assert [told.at for told in await ann.told(FollowUp)] == [AT_EIGHT + 27 * HOUR]


async def test_a_pause_holds_the_word_of_a_day_later_back(ann: Ann) -> None:
    await ann.until(AT_EIGHT + 3 * HOUR)
    await does(ann, 1, "no.dismissive", "9")
    await ann.does(Command("pause", "3"))
    await ann.days(2)
    assert await ann.told(FollowUp) == []
    await ann.days(4)
    assert len(await ann.told(FollowUp)) == 1


async def test_an_answer_that_came_by_itself_is_not_asked_for(ann: Ann) -> None:
    await ann.until(AT_EIGHT + HOUR)
    await does(ann, 1, "pending", "4")
    await ann.days(1)
    await ann.presses(Answer(1, Step.OUTCOME, "yes"))
    await ann.days(4)
    assert await ann.told(messages.AnyAnswer) == []


async def test_an_unanswered_week_turns_into_one_word_and_then_silence(ann: Ann) -> None:
    await ann.days(30)
    assert [told.at for told in await ann.told(StillHere)] == [AT_EIGHT + 7 * DAY]
    assert len(await ann.told(Offer)) == 5
    assert await ann.waiting() == ()


# --- the work itself


async def test_a_tick_handles_as_many_as_it_is_told_and_says_how_many(empty: Ann) -> None:
    async with empty.store.unit() as unit:
        for number in range(1, 8):
            await join(unit, MONDAY, number)
    handled = []
    for _ in range(3):
        async with empty.store.unit() as unit:
            handled.append(await ticking.tick(unit, moment(AT_EIGHT), limit=5))
    assert handled == [5, 2, 0]
    assert len(await empty.told(Offer)) == 7


async def test_two_looks_at_the_same_instant_send_once(ann: Ann) -> None:
    await asyncio.gather(ann.tick(AT_EIGHT), ann.tick(AT_EIGHT))
    assert len(await ann.told(Offer)) == 1


async def test_other_rules_of_the_zones_move_what_waits_and_the_same_rules_move_nothing(ann: Ann) -> None:
    ticker = Ticker(ann.store, lambda: moment(MONDAY), lambda: None, LearntBank(BANK))
    await ticker.follow_zones("2026.3")
    async with ann.store.unit() as unit:
        visit = await ann.visit(unit)
        await visit.save(replace(visit.person, morning=time(9)))  # as if the rules had said eight before
    await ticker.follow_zones("2026.3")
    assert await ann.next_at() == AT_EIGHT
    await ticker.follow_zones("2026.6")
    assert await ann.next_at() == AT_EIGHT + HOUR


async def test_new_rules_of_the_zones_reach_everybody_in_batches(empty: Ann) -> None:
    many = ticking.ZONED + 2
    async with empty.store.unit() as unit:
        for number in range(1, many + 1):
            visit = await join(unit, MONDAY, number)
            await visit.save(replace(visit.person, morning=time(9)))
    batches: list[int | None] = [0]
    while (after := batches[-1]) is not None:
        async with empty.store.unit() as unit:
            batches.append(await ticking.follow_zones(unit, moment(MONDAY), after))
    assert batches == [0, ticking.ZONED, many, None]
    await empty.tick(AT_EIGHT + HOUR - timedelta(minutes=1))
    assert await empty.told(Offer) == []
    await empty.tick(AT_EIGHT + HOUR)
    assert len(await empty.told(Offer)) == many
