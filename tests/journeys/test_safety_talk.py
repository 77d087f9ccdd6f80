"""Words of crisis stop the coach in every state, until they choose to go on. Erasing leaves nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time
from typing import get_args

from bot.coach import talk
from bot.coach.ladder_taps import AddAsk
from bot.coach.model import Domain
from bot.coach.taps import (
    Accept,
    Answer,
    ConfirmZone,
    Consent,
    Delete,
    Did,
    Field,
    Finish,
    GoOn,
    LogOwn,
    OpenSettings,
    SkipStep,
)
from bot.service.visit import TALKS
from bot.store import people
from bot.store.states import OccasionKind
from bot.telegram import buttons
from tests.journeys.conftest import set_up
from tests.journeys.crisis import ACUTE, PASSIVE, help_lines
from tests.journeys.phone import Phone

SECRET = "Zwetschgenröster"

Doing = Callable[[Phone], Awaitable[object]]


async def at_rest(_: Phone) -> None:
    pass


async def predicting(ben: Phone) -> None:
    await ben.say("/today")
    await ben.tap(Accept)


async def telling(ben: Phone) -> None:
    await ben.say("/today")
    await ben.say("/did")


async def rating(ben: Phone) -> None:
    await ben.say("/today")
    await ben.say("I asked and she said yes")
    await ben.answer("yes")


async def setting(ben: Phone) -> None:
    await ben.say("/settings")
    await ben.tap(OpenSettings(Field.MORNING))


async def adding_an_ask(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(AddAsk)


async def owning(ben: Phone) -> None:
    await ben.press(buttons.pack(LogOwn()))


async def deleting(ben: Phone) -> None:
    await ben.say("/delete")


async def paused(ben: Phone) -> None:
    await ben.say("/pause 2")


STATES: tuple[Doing, ...] = (
    at_rest,
    predicting,
    telling,
    rating,
    setting,
    owning,
    adding_an_ask,
    deleting,
    paused,
)


async def test_words_of_crisis_stop_the_coach_in_every_state(ben: Phone) -> None:
    for doing in STATES:
        await ben.wake()
        await doing(ben)
        log = await ben.log()
        await ben.say(ACUTE)
        assert len(ben.fresh) == 1, doing
        assert help_lines(ben)
        assert not any(ben.shows(button) for button in (Answer, Accept, Did, Finish))
        assert (await ben.record()).held_at is not None
        assert await ben.log() == log, "the words are not taken for a story"
        assert await ben.jump(hours=22) == [], "no word in the evening"
        await ben.tap(GoOn)


def every_talk(attempt: int) -> tuple[talk.Talk, ...]:
    gentle, zone, morning, sting = False, "America/New_York", time(8), {Domain.SOCIAL: 5}
    return (
        talk.Idle(),
        talk.Consenting(),
        talk.Zoning(gentle),
        talk.CheckingZone(gentle, zone),
        talk.Waking(gentle, zone),
        talk.Rating(gentle, zone, morning, {}, Domain.SOCIAL),
        talk.Widening(gentle, zone, morning, sting),
        talk.Planning(gentle, zone, morning, sting, frozenset({0})),
        *(talk.With(attempt, about) for about in talk.About),
        talk.Correcting(attempt, "peak"),
        talk.Titling(attempt),
        talk.Owning(),
        talk.Owning("I asked for a seat"),
        talk.AddingAsk(Domain.SOCIAL),
        talk.NamingGoal("own-1"),
        talk.Noting(1, attempt),
        talk.Encouraging(1, 2),
        *(talk.Setting(field) for field in Field),
        talk.Deleting(),
    )


async def test_whatever_they_are_in_the_middle_of_words_of_crisis_come_first(ben: Phone) -> None:
    await ben.wake()
    talks = every_talk((await ben.last()).id)
    assert {type(one) for one in talks} == set(get_args(talk.Talk)), "and none is forgotten here"
    for state in talks:
        async with ben.stage.bot.store.unit() as unit:
            await people.set_talk(unit, ben.id, TALKS.encode(state))
        await ben.say(f"well. {ACUTE}")
        assert len(ben.fresh) == 1, state
        assert help_lines(ben), state
        assert (await ben.record()).held_at is not None, state
        await ben.tap(GoOn)


async def test_a_hold_brings_no_morning(ben: Phone) -> None:
    await ben.wake()
    await ben.say(ACUTE)
    assert await ben.jump(days=2) == []


async def test_on_hold_only_the_ways_out_answer_as_ever(ben: Phone) -> None:
    await ben.wake()
    offer = ben.fresh[0]["message_id"]
    await ben.say(ACUTE)
    for words in ("7", "I asked and she said yes", "/today", "/harder", "/resume", "/start", "/nonsense"):
        await ben.say(words)
        assert help_lines(ben), words
    await ben.press(f"in:{(await ben.last()).id}", offer)
    assert help_lines(ben)
    await ben.do(ben.stage.world.send_voice)
    assert help_lines(ben)
    for right in ("/help", "/privacy", "/delete"):
        await ben.say(right)
        assert ben.fresh, right
        assert not help_lines(ben), right
    await ben.tap(Delete(sure=False))
    assert (await ben.record()).held_at is not None
    await ben.tap(GoOn)
    assert (await ben.record()).held_at is None
    await ben.wake()
    assert ben.shows(Accept)


async def test_a_hold_ends_only_by_their_own_choice(ben: Phone) -> None:
    await ben.say("/did " + ACUTE)
    assert (await ben.record()).held_at is not None, "also behind a command"
    assert await ben.jump(days=30) == []
    await ben.say("I feel fine again")
    assert (await ben.record()).held_at is not None
    await ben.tap(GoOn)
    assert await ben.planned(OccasionKind.MORNING) is not None


async def test_a_stranger_in_crisis_finds_help_and_goes_on_where_they_were(stranger: Phone) -> None:
    await stranger.say(ACUTE)
    assert "findahelpline" in str(stranger.fresh[-1])
    await stranger.say("/start")
    assert not stranger.shows(Consent)
    await stranger.tap(GoOn)
    assert await stranger.planned(OccasionKind.MORNING) is None
    assert stranger.shows(Consent), "the first minutes, and no promise of a morning"
    await stranger.tap(Consent(gentle=True), SkipStep)
    before = await stranger.talk()
    await stranger.say(ACUTE)
    await stranger.tap(GoOn)
    assert await stranger.talk() == before
    assert stranger.shows(ConfirmZone)


async def test_passive_words_find_support_and_hold_nothing(ben: Phone) -> None:
    await ben.say(PASSIVE)
    assert help_lines(ben)
    assert (await ben.record()).held_at is None
    await ben.say("/help")
    assert not help_lines(ben)


async def test_crisis_in_a_caption_or_in_an_edited_message_is_read(ben: Phone) -> None:
    await ben.do(ben.stage.world.send_photo, caption=ACUTE)
    assert help_lines(ben)
    await ben.tap(GoOn)
    said = ben.stage.world.say(ben.id, "all good")
    await ben.do(ben.stage.world.edit, ben.id, said["message_id"], ACUTE)
    assert (await ben.record()).held_at is not None


async def test_killed_it_is_a_story(ben: Phone) -> None:
    await ben.wake()
    await ben.say("I killed it, I nearly died of shame but she said yes")
    assert (await ben.record()).held_at is None
    assert ben.asked() is not None


async def test_deleting_leaves_no_word_behind_and_a_stranger(
    ben: Phone, on_disk: Callable[[str], bool]
) -> None:
    await ben.wake()
    await ben.tap(Accept)
    await ben.answer("5", "80")
    await ben.say(f"they laugh at my {SECRET}")
    await ben.say(f"I asked for {SECRET}. He said no")
    await ben.say("/did")
    assert on_disk(SECRET)
    await ben.say("/delete")
    await ben.tap(Delete(sure=True))
    assert ben.fresh, "a farewell"
    assert not on_disk(SECRET)
    assert await ben.stage.next_morning(ben.id) is None
    assert await ben.jump(days=3) == []
    for old in ("in:1", "aw:1:peak:5", "de:1"):
        await ben.press(old)
    await ben.say("/start")
    assert ben.shows(Consent)
    ben.acts = 0
    await set_up(ben)
    assert await ben.log() == ()
