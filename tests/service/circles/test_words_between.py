"""Words between buddies: kind, few, at day, to whoever is open to them; and nobody learns who is not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from bot.coach.circle_taps import Deafen, HandOver, OpenBuddy, SendWord, ShowWords, TakeHanded
from bot.coach.circles import themes
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages import Cancelled, InCrisis, Outdated
from bot.coach.messages.buddies import (
    AskWord,
    ChooseWord,
    Deafened,
    HandedOver,
    HandedYou,
    NoBuddy,
    NoWord,
    WordFrom,
    WordRefused,
    WordSent,
)
from bot.coach.messages.circles import Named
from bot.coach.model import Pause
from bot.coach.talk import Encouraging
from bot.coach.taps import Today
from bot.service.events import Command, Gone
from bot.store import attempts, people
from tests.service.circles.bound import ANA, BEN, CLEO, Bound
from tests.service.practising import BANK

STORY = "I asked the barista for a free coffee and she said no"
OWN = "You got this, with your wobbly voice and all"


async def writes(pair: Bound, who: int, to: int, words: str) -> None:
    await pair.taps(who, SendWord(pair.circle, to, None))
    await pair.says(who, words)


async def test_a_ready_line_arrives_with_the_senders_name(two: Bound) -> None:
    await two.taps(ANA, ShowWords(two.circle, BEN), SendWord(two.circle, BEN, 7))
    (shown,) = await two.hears(ANA, ChooseWord)
    assert len(shown.lines) == len(set(shown.lines)) == 6
    assert await two.hears(BEN, WordFrom) == [WordFrom(two.circle, Named(ANA, "Ana"), 7, None)]
    assert await two.last(ANA) == WordSent(Named(BEN, "Ben"))


async def test_a_word_of_ones_own_arrives_as_it_was_written(two: Bound) -> None:
    await writes(two, ANA, BEN, f" {OWN} ")
    assert await two.hears(BEN, WordFrom) == [WordFrom(two.circle, Named(ANA, "Ana"), None, OWN)]
    assert await two.talk(ANA) is None


async def test_a_word_to_one_of_three_is_for_that_one(three: Bound) -> None:
    await three.taps(CLEO, SendWord(three.circle, ANA, 7))
    assert len(await three.hears(ANA, WordFrom)) == 1
    assert await three.hears(BEN, WordFrom) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [("you are pathetic", NoWord.HARSH), ("see example.com", NoWord.LINK), ("x" * 301, NoWord.LONG)],
)
async def test_what_does_not_pass_stays_and_can_be_said_anew(two: Bound, words: str, why: NoWord) -> None:
    await writes(two, ANA, BEN, words)
    assert await two.last(ANA) == WordRefused(two.circle, Named(BEN, "Ben"), why)
    assert await two.hears(BEN, WordFrom) == []
    await two.says(ANA, OWN)
    assert len(await two.hears(BEN, WordFrom)) == 1


async def test_nothing_to_see_is_no_word(two: Bound) -> None:
    await writes(two, ANA, BEN, "\u200b\u2060")
    assert isinstance(await two.last(ANA), AskWord)
    assert await two.hears(BEN, WordFrom) == []


async def test_three_words_a_day_are_enough_and_tomorrow_there_is_room(two: Bound) -> None:
    for line in (1, 2, 3):
        await two.taps(ANA, SendWord(two.circle, BEN, line))
    await writes(two, ANA, BEN, OWN)
    await two.taps(ANA, HandOver(two.circle, BEN, CircleTheme.ODD))
    assert await two.last(ANA) == WordRefused(two.circle, Named(BEN, "Ben"), NoWord.OFTEN)
    assert len(await two.hears(BEN, WordFrom)) == 3
    await two.taps(BEN, SendWord(two.circle, ANA, 1))
    assert len(await two.hears(ANA, WordFrom)) == 1, "the other way there is room"
    await two.later(days=1, minutes=1)
    await two.taps(ANA, SendWord(two.circle, BEN, 4))
    assert len(await two.hears(BEN, WordFrom)) == 4


async def test_words_of_crisis_are_answered_and_do_not_reach_a_buddy(two: Bound) -> None:
    await writes(two, ANA, BEN, "I want to kill myself")
    assert isinstance(await two.last(ANA), InCrisis)
    assert await two.hears(BEN, WordFrom) == []


async def test_what_is_told_half_an_hour_later_is_for_the_coach(two: Bound) -> None:
    await two.taps(ANA, Today(), SendWord(two.circle, BEN, None))
    await two.later(minutes=31)
    await two.says(ANA, STORY)
    assert (await two.log(ANA))[-1].facts.story == STORY
    assert await two.hears(BEN, WordFrom) == []


@pytest.mark.parametrize("command", ["today", "skip", "cancel", "stats", "buddy"])
async def test_a_command_ends_the_waiting_for_a_word(two: Bound, command: str) -> None:
    await two.taps(ANA, Today(), SendWord(two.circle, BEN, None))
    await two.does(ANA, Command(command))
    assert await two.talk(ANA) is None
    await two.says(ANA, STORY)
    assert await two.hears(BEN, WordFrom) == []
    assert (await two.log(ANA))[-1].facts.story == STORY, "also /skip leaves the day as it was"


@pytest.mark.parametrize("tap", [Today(), OpenBuddy(1), ShowWords(1, BEN), None])
async def test_another_button_ends_it_too(two: Bound, tap: object) -> None:
    await two.taps(ANA, SendWord(two.circle, BEN, None))
    assert isinstance(await two.talk(ANA), Encouraging)
    await two.taps(ANA, tap)
    assert await two.talk(ANA) is None


async def test_skipping_a_word_says_that_it_is_left(two: Bound) -> None:
    await two.taps(ANA, SendWord(two.circle, BEN, None))
    await two.does(ANA, Command("skip"))
    assert await two.last(ANA) == Cancelled(something=True)


async def test_words_are_for_buddies_of_this_week(two: Bound) -> None:
    await two.found(-2, CLEO)
    for tap in (
        SendWord(two.circle, ANA, 7),
        SendWord(two.circle, ANA, None),
        ShowWords(two.circle, ANA),
        HandOver(two.circle, ANA, CircleTheme.ODD),
    ):
        await two.taps(CLEO, tap)
        assert await two.last(CLEO) == NoBuddy()
    assert await two.hears(ANA, WordFrom) == []
    await two.later(days=7)
    await two.taps(ANA, SendWord(two.circle, BEN, 7))
    assert await two.last(ANA) == NoBuddy(), "the week has turned, and nobody was paired"


async def test_a_word_begun_for_somebody_who_leaves_goes_nowhere(two: Bound) -> None:
    await two.taps(ANA, SendWord(two.circle, BEN, None))
    await two.taps(BEN, Deafen(ANA, on=True))
    async with two.store.unit() as unit:
        await people.block(unit, BEN, two.now)
    await two.says(ANA, OWN)
    assert await two.last(ANA) == WordSent(Named(BEN, "Ben"))
    assert await two.hears(BEN, WordFrom) == []


async def test_an_unknown_line_is_outdated(two: Bound) -> None:
    await two.taps(ANA, SendWord(two.circle, BEN, 99))
    assert await two.last(ANA) == Outdated()


# --- who wants none


async def test_who_wants_no_more_words_gets_none_and_the_other_is_not_told(two: Bound) -> None:
    await two.taps(BEN, Deafen(ANA, on=True))
    assert await two.last(BEN) == Deafened(Named(ANA, "Ana"), on=True)
    await two.taps(ANA, SendWord(two.circle, BEN, 1))
    assert await two.last(ANA) == WordSent(Named(BEN, "Ben"))
    assert await two.hears(BEN, WordFrom) == []
    await two.taps(BEN, Deafen(ANA, on=False))
    await two.taps(ANA, SendWord(two.circle, BEN, 1))
    assert len(await two.hears(BEN, WordFrom)) == 1


async def test_a_number_tells_no_name_to_a_stranger(two: Bound) -> None:
    await two.found(-2, CLEO)
    await two.taps(CLEO, Deafen(ANA, on=True))
    assert await two.last(CLEO) == Deafened(Named(ANA, ""), on=True)
    await two.taps(CLEO, Deafen(999, on=True))
    assert await two.last(CLEO) == Outdated()


async def _hold(pair: Bound) -> None:
    await pair.says(BEN, "I want to kill myself")


async def _pause(pair: Bound) -> None:
    async with pair.store.unit() as unit:
        await attempts.add_pause(unit, BEN, Pause(date(2026, 11, 23), None))


async def _block(pair: Bound) -> None:
    await pair.does(BEN, Gone())


async def _silence(pair: Bound) -> None:
    async with pair.store.unit() as unit:
        await people.silence(unit, BEN, pair.now)


@pytest.mark.parametrize("away", [_hold, _pause, _block, _silence])
async def test_who_is_away_gets_nothing_and_nobody_learns_why(
    two: Bound, away: Callable[[Bound], Awaitable[None]]
) -> None:
    await away(two)
    await two.taps(ANA, SendWord(two.circle, BEN, 1), HandOver(two.circle, BEN, CircleTheme.ODD))
    assert await two.hears(ANA, WordSent) == [WordSent(Named(BEN, "Ben"))]
    assert len(await two.hears(ANA, HandedOver)) == 1
    assert await two.hears(BEN, WordFrom) == []
    assert await two.hears(BEN, HandedYou) == []


# --- at night


async def test_what_comes_at_night_waits_for_the_morning_in_its_order(two: Bound) -> None:
    await two.later(hours=14)  # 23:00
    await two.taps(ANA, SendWord(two.circle, BEN, 1), SendWord(two.circle, BEN, 2))
    await two.later(hours=7)
    assert await two.hears(BEN, WordFrom) == []
    await two.later(hours=2)
    assert [word.line for word in await two.hears(BEN, WordFrom)] == [1, 2]


async def _deafen(pair: Bound) -> None:
    await pair.taps(BEN, Deafen(ANA, on=True))


@pytest.mark.parametrize("away", [_hold, _pause, _block, _silence, _deafen])
async def test_a_word_of_the_night_is_dropped_for_who_wants_none_in_the_morning(
    two: Bound, away: Callable[[Bound], Awaitable[None]]
) -> None:
    await two.later(hours=14)
    await two.taps(ANA, SendWord(two.circle, BEN, 1))
    await away(two)
    await two.later(hours=12)
    assert await two.hears(BEN, WordFrom) == []


async def test_a_word_that_missed_its_morning_is_old_news(two: Bound) -> None:
    await two.later(hours=14)
    await two.taps(ANA, SendWord(two.circle, BEN, 1))
    await two._tick(two.now.replace(day=two.now.day + 2))  # the bot was down
    assert await two.hears(BEN, WordFrom) == []


# --- an ask handed over


async def test_an_ask_handed_over_is_taken_at_ones_own_size(two: Bound) -> None:
    await two.taps(BEN, Today())
    before = (await two.log(BEN))[-1].rung
    await two.taps(ANA, HandOver(two.circle, BEN, None), HandOver(two.circle, BEN, CircleTheme.FAVOURS))
    heard = await two.hears(ANA, object)
    (handed,) = await two.hears(BEN, HandedYou)
    assert handed == HandedYou(two.circle, Named(ANA, "Ana"), CircleTheme.FAVOURS)
    await two.taps(BEN, TakeHanded(two.circle, CircleTheme.FAVOURS))
    taken = (await two.log(BEN))[-1]
    asks = {challenge.id: challenge for challenge in BANK}
    assert themes.suits(CircleTheme.FAVOURS, asks[taken.challenge or ""])
    assert abs(taken.rung - before) <= 1
    assert await two.hears(ANA, object) == heard, "the giver hears no more of it"
