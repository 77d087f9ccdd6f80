"""Where a practice weighs on somebody, a kind word comes: rarely, one at a time, and nothing is forbidden."""

from __future__ import annotations

from bot.coach.messages import CareWord
from bot.coach.taps import Accept, Delete, Finish, LogOwn, PauseFor, Step, Today
from bot.coach.watch import Care
from bot.playground.ground import Json
from bot.words.speech import speech
from bot.words.watch import care_word
from tests.journeys.conftest import set_up
from tests.journeys.phone import Phone, text


def cared(phone: Phone, care: Care) -> bool:
    """Whether the last act brought this word of care."""
    return first_line(care) in phone.text()


def words_of_care(messages: list[Json]) -> list[str]:
    return [text(message) for message in messages if any(first_line(care) in text(message) for care in Care)]


def first_line(care: Care) -> str:
    """How it begins; each begins in its own way."""
    return care_word(CareWord(care), speech("en")).text.split("\n")[0]


async def own_ask(ben: Phone, story: str = "I asked for a window seat and she said yes") -> None:
    """Tell of an ask of their own, up to its outcome, and leave it there."""
    await ben.say(story)
    await ben.tap(LogOwn)


async def a_day_with(ben: Phone, peak: int) -> None:
    """The ask of a morning, told with its peak."""
    await ben.wake()
    await ben.say("I asked and he said no")
    await ben.answer("no.respectful", str(peak))
    await ben.tap(Finish)


async def test_a_joke_about_oneself_gets_a_light_word_once(ben: Phone) -> None:
    await ben.wake()
    await ben.say("I asked the mannequin first, I'm such an idiot lol. Then she said yes")
    assert cared(ben, Care.LIGHTNESS)
    assert ben.asked() is Step.OUTCOME, "and the debrief goes on"
    await ben.say("im so dumb haha")
    assert not words_of_care(ben.fresh)


async def test_hard_words_get_kindness_and_grave_ones_somebody_to_talk_with(ben: Phone) -> None:
    await ben.wake()
    await ben.say("he said no and I hate myself for asking")
    assert cared(ben, Care.KINDNESS)
    await ben.say("I feel worthless")
    assert not words_of_care(ben.fresh), "one such word a day"
    await ben.wake()
    await ben.say("I hate myself, nothing works")
    assert cared(ben, Care.PEOPLE), "not the same one within a week"
    await ben.tap(PauseFor(3))
    assert ben.fresh
    assert (await ben.record()).held_at is None


async def test_scorn_turns_the_reflection_to_the_other_person(ben: Phone) -> None:
    await ben.wake()
    await ben.say("he said no, loved watching him squirm")
    await ben.answer("no.respectful", None, None, None, None)
    assert ben.asked() is Step.LEARNED
    assert "What was it like for them" in ben.text().replace("<b>", "").replace("</b>", "")
    await ben.answer(None)
    assert not words_of_care(ben.fresh), "said once is enough"


async def test_peaks_that_rise_to_a_height_bring_one_word_about_smaller_steps(ben: Phone) -> None:
    for peak in (5, 6):
        await a_day_with(ben, peak)
        assert not words_of_care(ben.fresh)
    await a_day_with(ben, 8)
    assert cared(ben, Care.SMALLER)
    assert "streak" not in ben.text()
    await a_day_with(ben, 9)
    assert not words_of_care(ben.fresh), "not again within a week"


async def test_the_fourth_ask_of_a_day_is_met_with_rest_and_heard_all_the_same(ben: Phone) -> None:
    for _ in range(3):
        await own_ask(ben)
        assert not cared(ben, Care.REST)
        await ben.answer("yes")
        await ben.tap(Finish)
    await own_ask(ben)
    assert cared(ben, Care.REST)
    assert ben.asked() is Step.OUTCOME
    await ben.answer("yes")
    await ben.tap(Finish)
    await own_ask(ben)
    assert not cared(ben, Care.REST)
    assert len(await ben.log()) == 5


async def test_after_a_bad_one_no_evening_pushes_and_the_last_word_is_gentler(ben: Phone) -> None:
    await a_day_with(ben, 9)
    await ben.jump(hours=26)  # the word of a day later; the next morning's ask
    seen = len(ben.bubbles())
    await ben.jump(days=9)
    came = ben.bubbles()[seen:]
    assert not any("Evening" in text(message) for message in came)
    assert "in no hurry" in text(came[-1])
    assert not ben.shows(Today), "nothing to press"
    assert await ben.jump(days=20) == [], "then silence, until they write"
    await ben.say("/today")
    assert ben.shows(Accept)


async def test_an_ordinary_week_ends_with_the_ordinary_words(ben: Phone) -> None:
    await a_day_with(ben, 4)
    await ben.jump(days=10)
    assert any("Evening" in text(message) for message in ben.bubbles())
    assert "in no hurry" not in text(ben.bubbles()[-1])


async def test_a_person_who_had_everything_erased_is_met_anew(ben: Phone) -> None:
    await ben.wake()
    await ben.say("he said no and I hate myself")
    assert cared(ben, Care.KINDNESS)
    await ben.say("/delete")
    await ben.tap(Delete(sure=True))
    await set_up(ben)
    await ben.say("I hate myself, nothing works")
    assert cared(ben, Care.KINDNESS), "no mark is left of the first time"
