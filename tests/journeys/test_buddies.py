"""Buddies: paired on a Monday, they hear that an ask was made and send each other words. Never the ask."""

from __future__ import annotations

import pytest

from bot.coach.circle_taps import (
    AskBackup,
    AskCheer,
    Deafen,
    HandOver,
    SendWord,
    ShowWords,
    TakeHanded,
)
from bot.coach.circles import themes
from bot.coach.circles.themes import CircleTheme
from bot.coach.taps import Accept, KeepAsk
from bot.rehearsal import Rehearsal
from bot.telegram import buttons
from bot.words import bank
from bot.words.buddy_words import READY
from tests.journeys.askers import Askers, found
from tests.journeys.conftest import BEN_GETS_UP
from tests.journeys.phone import Phone, text

SECRET = "Zwetschgenröster"
OWN = "You got this, with your wobbly voice and all"


@pytest.fixture
async def askers(stage: Rehearsal) -> Askers:
    """08:35 of a Monday in New York: Ana and Ben are buddies since five minutes, and have today's ask."""
    return await _paired(stage, "Ana", "Ben")


async def _paired(stage: Rehearsal, *names: str) -> Askers:
    await stage.jump(BEN_GETS_UP)
    group = await found(stage, names)
    await group.join(*group.phones)
    await group.later(minutes=75)
    return group


async def circle(askers: Askers) -> int:
    return (await askers.record()).circle.id


async def send(phone: Phone, tap: object) -> None:
    """Press a button that may be gone from the screen by now."""
    await phone.press(buttons.pack(tap))  # type: ignore[arg-type]  # any tap


async def ask(phone: Phone, felt: str = "5") -> None:
    """Take today's ask up, and predict."""
    await phone.tap(Accept)
    await phone.answer(felt)
    if phone.shows(KeepAsk):
        await phone.tap(KeepAsk)
    await phone.answer("65", None)


async def make(phone: Phone, peak: str = "4") -> None:
    """Take today's ask up, make it, and tell of it."""
    await ask(phone)
    await phone.say(f"I asked about {SECRET} and she said no")
    while (step := phone.asked()) is not None:
        await phone.answer({"outcome": "no.respectful", "peak": peak}.get(step.value))


def heard(phone: Phone, words: str) -> int:
    """In how many messages somebody reads these words."""
    return sum(words in str(message) for message in phone.bubbles())


async def line(phone: Phone, circle_id: int, to: Phone, number: int) -> None:
    """Send a ready line, from the list of them."""
    await send(phone, ShowWords(circle_id, to.id))
    await send(phone, SendWord(circle_id, to.id, number))


async def write(phone: Phone, circle_id: int, to: Phone, words: str) -> None:
    await send(phone, SendWord(circle_id, to.id, None))
    await phone.say(words)


# --- Monday


async def test_on_a_monday_two_become_buddies_and_the_group_is_not_told(askers: Askers) -> None:
    ana, ben = askers.phones
    assert heard(ana, "Your buddy this week: Ben") == 1
    assert heard(ben, "Your buddy this week: Ana") == 1
    assert not any("buddy" in said.casefold() for said in askers.traffic())


async def test_three_are_buddies_of_one_another(stage: Rehearsal) -> None:
    askers = await _paired(stage, "Ana", "Ben", "Cleo")
    ana, ben, cleo = askers.phones
    assert heard(ana, "Your buddies this week: Ben, Cleo") == 1
    await make(ben)
    assert heard(ana, "Ben has asked.") == heard(cleo, "Ben has asked.") == 1
    await send(cleo, SendWord(await circle(askers), ana.id, 7))
    assert heard(ana, READY[7]) == 1
    assert heard(ben, READY[7]) == 0


# --- an ask


async def test_before_a_hard_one_a_buddy_can_be_asked_for_a_word_once(askers: Askers) -> None:
    ana, ben = askers.phones
    await ask(ana, felt="8")
    await ana.tap(AskBackup)
    assert "Ben" in ana.text()
    await ana.tap(AskBackup)
    assert heard(ben, "Ana has a big ask ahead") == 1
    await ben.tap(ShowWords)
    await ben.tap("1")
    assert heard(ana, "A word from Ben") == 1


async def test_after_a_hard_one_its_owner_may_have_a_buddy_asked_for_a_kind_word(askers: Askers) -> None:
    ana, ben = askers.phones
    await make(ana, peak="9")
    assert heard(ben, "Ana has asked.") == 1
    assert heard(ben, "hard one") == 0, "not without its owner's tap"
    await ana.tap(AskCheer)
    await ana.tap(AskCheer)
    assert heard(ben, "it was a hard one") == 1
    assert heard(ben, SECRET) == 0
    assert not any(SECRET in said for said in askers.traffic())


# --- words


async def test_a_word_of_ones_own_arrives_and_can_be_answered(askers: Askers) -> None:
    ana, ben = askers.phones
    number = await circle(askers)
    await write(ana, number, ben, OWN)
    assert heard(ben, OWN) == 1
    assert await ana.talk() is None
    await ben.tap(ShowWords(number, ana.id))
    assert ben.shows(SendWord)


async def test_a_name_is_no_advertisement_and_no_markup(stage: Rehearsal) -> None:
    askers = await _paired(stage, "<b>x</b> example.com", "Ben")
    eve, ben = askers.phones
    await send(eve, SendWord(await circle(askers), ben.id, 7))
    assert heard(ben, READY[7]) == 1
    assert not any("example.com" in text(message) for message in ben.bubbles()), "not as a link"


# --- who wants none, and who cannot be reached


async def test_who_wants_no_more_words_gets_none_and_the_other_is_not_told(askers: Askers) -> None:
    ana, ben = askers.phones
    number = await circle(askers)
    await line(ana, number, ben, 1)
    usual = ana.text()
    await ben.tap(Deafen)
    await line(ana, number, ben, 2)
    assert ana.text() == usual
    await make(ana)
    assert heard(ben, "Ana has asked.") == 0
    assert heard(ben, "A word from Ana") == 1
    await askers.later(days=7)
    assert heard(ana, "Your buddy this week") == heard(ben, "Your buddy this week") == 1, "kept apart"


async def test_what_comes_at_night_waits_for_the_morning(askers: Askers) -> None:
    ana, ben = askers.phones
    number = await circle(askers)
    await ana.at(23)
    await line(ana, number, ben, 1)
    assert heard(ben, READY[1]) == 0
    await ben.say("/stats")
    assert ben.fresh, "what waits holds nothing up"
    assert heard(ben, READY[1]) == 0
    await ana.at(7, 59)
    await ana.at(8, 5)
    assert heard(ben, READY[1]) == 1


# --- an ask handed over


async def test_an_ask_handed_over_comes_at_the_buddys_own_size(askers: Askers) -> None:
    ana, ben = askers.phones
    number = await circle(askers)
    await send(ana, HandOver(number, ben.id, None))
    await ana.tap(HandOver(number, ben.id, CircleTheme.FAVOURS))
    handed = ana.text()
    before = (await ben.last()).rung
    await ben.tap(TakeHanded)
    asks = {one.id: one for one in bank.load().challenges}
    taken = await ben.last()
    assert themes.suits(CircleTheme.FAVOURS, asks[taken.challenge or ""])
    assert abs(taken.rung - before) <= 1
    assert ana.text() == handed, "the giver hears no more of it"
