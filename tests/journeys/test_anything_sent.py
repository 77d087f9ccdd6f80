"""Whatever is sent or pressed, whenever: there is an answer, nothing breaks and nothing is lost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest

from bot.coach import talk, taps
from bot.coach.model import State
from bot.coach.taps import (
    Accept,
    Another,
    Answer,
    ConfirmZone,
    Consent,
    Did,
    Finish,
    LogOwn,
    SkipStep,
    Smaller,
    Step,
)
from bot.telegram import buttons
from tests.journeys.conftest import set_up
from tests.journeys.phone import Phone
from tests.journeys.test_first_minutes import walk
from tests.journeys.test_safety_talk import STATES

STORY = ("I walked up to the counter and thought about it for a while. " * 70)[:4096].strip()
MARKUP = '<b>Bo</b> & "Q" <a href=x>'
TURNED = "\u202eolleh\u202c \u200f\u2066"

TEXTS = ("hm", "🤷", "/nonsense", MARKUP, TURNED, STORY)
ODDITIES = ("/", "/harder@", "-1", "0,5", "99999999999999999999", "/pause -3", "/undo 7")
FORGED = (
    "x", "::::", "x" * 64, "\u0000",
    "in:", "in:0", "in:-1", "in:999999", "in:99999999999999999999", "in:abc", "in:١", "an:7:7", "di:424242",
    "im:1:9", "im:1:-1", "aw:1:peak:99", "aw:1:peak:", "aw:1:outcome:no.weird", "aw:1:nonsense:3",
    "aw:1:left:4", "aw:1:chance:101", "fi:1", "cr:1:", "cr:1:story", "cr:1:peak",
    "cz:Mars/Base", "kz:Mars/Base", "cm:9999", "cm:", "st:social:99", "st:social:-4", "st:nowhere:5",
    "ad:social", "td:9", "td:-1", "go:2", "go:1", "ss", "ss:", "ss:Waking", "co:0", "no", "lo", "to",
    "os:", "os:nonsense", "se:zone:Mars/Base", "se:zone:", "se:morning:25:99", "se:days:12",
    "se:domains:atlantis", "se:nudges:maybe", "se:quiet:-", "pa:-3", "pa:99999999999", "re", "on",
    "jo:all:-1", "jo:no:99999999999999999999", "jo::0", "je:1:all:0", "je:1:learned:-9", "je:0:yes:99999",
    "jv:1", "de:0", "de:1",
)  # fmt: skip


def things(phone: Phone) -> tuple[Callable[[], Awaitable[list[Any]]], ...]:
    """Everything a phone can send that is no text."""
    world = phone.stage.world
    return (
        partial(phone.do, world.send_sticker),
        partial(phone.do, world.send_photo, caption=MARKUP),
        partial(phone.do, world.send_document, b"%PDF", "plan.pdf"),
        partial(phone.do, world.send_document, b"PK", "plan.zip"),
        partial(phone.do, world.send_voice),
        partial(edited, phone),
    )


async def edited(phone: Phone) -> list[Any]:
    mine = [m for m in phone.stage.world.messages(phone.id) if m["from"]["id"] == phone.id and "text" in m]
    return await phone.do(phone.stage.world.edit, phone.id, mine[-1]["message_id"], "I meant something else")


async def test_in_every_step_of_the_first_minutes_anything_is_answered(stranger: Phone) -> None:
    async for step in walk(stranger):
        before = await stranger.talk()
        for text in TEXTS:
            await stranger.say(text)
            assert stranger.fresh, (step, text)
        for thing in things(stranger):
            await thing()
            assert stranger.fresh, (step, thing)
            assert stranger.fresh[-1].get("reply_markup"), "the open question comes again"
        after = type(await stranger.talk())
        assert type(before) is step
        assert after is (talk.Zoning if step is talk.CheckingZone else step), "words are a city only there"
        if after is not step:
            await stranger.say("/start")
            await stranger.tap(SkipStep)
    assert await stranger.log() == ()


async def test_in_every_state_anything_is_answered_and_help_is_near(ben: Phone) -> None:
    for doing in STATES:
        await ben.wake()
        await doing(ben)
        for thing in things(ben):
            await thing()
            assert ben.fresh, (doing, thing)
        for text in (*TEXTS, "/help", "/journal", "/privacy", "/start", "/pause"):
            await ben.say(text)
            assert ben.fresh, (doing, text)
        last = await ben.last()
        assert STORY in (last.facts.story or STORY)
        await ben.say("/cancel")
        assert await ben.talk() is None


async def test_numbers_and_slashes_out_of_the_blue_are_answered(ben: Phone) -> None:
    for text in ODDITIES:
        await ben.say(text)
        assert ben.fresh, text
    assert await ben.log() == (), "nobody said that it was an ask"


async def test_cancel_leaves_any_state_and_loses_nothing(ben: Phone) -> None:
    for doing in STATES:
        await ben.wake()
        await doing(ben)
        before = await ben.log()
        for _ in range(2):
            await ben.say("/cancel")
            assert len(ben.fresh) == 1
            assert await ben.talk() is None
            assert await ben.log() == before


async def test_cancel_in_the_first_minutes_is_no_trap(stranger: Phone) -> None:
    await stranger.say("/start")
    await stranger.tap(Consent(gentle=False))
    await stranger.say("/cancel")
    await stranger.say("/start")
    assert stranger.shows(Consent) or stranger.shows(SkipStep)


async def test_a_long_story_is_kept_whole(ben: Phone) -> None:
    await ben.wake()
    await ben.say(STORY)
    assert (await ben.last()).facts.story == STORY
    assert ben.asked() is Step.OUTCOME


async def test_every_button_may_be_pressed_twice(ben: Phone) -> None:
    await ben.wake()
    for wanted in (Another, Accept):
        await twice(ben, wanted)
    accepted = await ben.last()
    for value in ("6", "80", None):
        await twice(ben, Answer(accepted.id, open_step(ben), value))
    await twice(ben, Did)
    await ben.say("I asked and she said yes")
    for value in ("yes", "4", "proud", "2", "50", None):
        await twice(ben, Answer(accepted.id, open_step(ben), value))
    done = await ben.last()
    assert done.state is State.DONE
    assert (done.facts.anticipated, done.facts.chance, done.facts.peak, done.facts.again) == (6, 80, 4, 50)
    assert len(await ben.log()) == 1


async def twice(phone: Phone, wanted: Any) -> None:
    message, button = phone.button(wanted)
    for _ in range(2):
        await phone.press(button["callback_data"], message["message_id"])


def open_step(phone: Phone) -> Step:
    newest = [tap for message in phone.bubbles()[-2:] for tap in asked_in(message)]
    return newest[-1].step


def asked_in(message: dict[str, Any]) -> list[Answer]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    found = [buttons.unpack(button.get("callback_data", "")) for row in rows for button in row]
    return [tap for tap in found if isinstance(tap, Answer)]


async def test_forged_buttons_break_nothing_in_the_first_minutes(stranger: Phone) -> None:
    await stranger.say("/start")
    await stranger.tap(Consent(gentle=False), SkipStep, ConfirmZone, SkipStep)
    for data in FORGED:
        await stranger.press(data)
    assert isinstance(await stranger.talk(), talk.FirstMinutes) or (await stranger.record()).person.joined
    await stranger.say("/start")
    assert stranger.fresh


async def test_forged_buttons_break_nothing_later(ben: Phone) -> None:
    await ben.wake()
    for data in FORGED:
        await ben.press(data)
    person = (await ben.record()).person
    assert person.joined is not None, "nobody is erased by a button out of the blue"
    assert person.zone == "America/New_York"
    assert all(rating in range(1, 11) for rating in person.sting.values())
    await ben.say("/resume")
    await ben.jump(days=4)
    assert len({attempt.day for attempt in await ben.log()}) >= 4, "the mornings go on"


async def test_buttons_that_are_years_old_answer_politely(ben: Phone) -> None:
    await ben.wake()
    offer = ben.fresh[0]["message_id"]
    old = await ben.last()
    await ben.say("I asked and she said yes")
    await ben.answer("yes", None)
    await ben.jump(days=800)
    for tap in (
        Accept(old.id), Another(old.id), Smaller(old.id), taps.DayOff(old.id), taps.Imagine(old.id, 1),
        Finish(old.id), Answer(old.id, Step.ANTICIPATED, "3"), Consent(gentle=False), taps.Begin(now=True),
        taps.GoOn(), taps.Delete(sure=True), LogOwn(), taps.Resume(),
    ):  # fmt: skip
        await ben.press(buttons.pack(tap), offer)
    kept = (await ben.log())[0]
    assert kept.facts.outcome is not None
    assert kept.facts.anticipated is None, "what was expected is not told afterwards"
    assert (await ben.record()).person.joined is not None


@pytest.fixture(params=[f"{MARKUP}{TURNED}%s{{name}}", "\u200b"])
async def odd(stranger: Phone, request: pytest.FixtureRequest) -> Phone:
    """Somebody with a name that wants to be more than a name, or is none."""
    stranger.account.first_name = request.param
    return stranger


async def test_names_and_texts_are_never_markup(odd: Phone) -> None:
    await set_up(odd)
    await odd.say("/start")
    await odd.wake()
    await odd.tap(Accept)
    await odd.answer("5", "50")
    await odd.say(MARKUP)
    await odd.say(f"I asked {TURNED} and they said no")
    await odd.answer("no.respectful", "4")
    await odd.say(TURNED.strip() + "<i>")
    assert MARKUP in odd.text(), "it is quoted as it was written"
    await odd.tap(Finish)
    for command in ("/stats", "/journal", "/settings", "/today"):
        await odd.say(command)
        assert odd.fresh
    await odd.say("/did")
    await odd.tap(LogOwn)
    await odd.say(MARKUP)
    await odd.tap(Answer((await odd.last()).id, Step.OUTCOME, "yes"), Finish)
    assert MARKUP in odd.text()
