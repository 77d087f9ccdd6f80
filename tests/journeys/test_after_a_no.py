"""After less than a yes: words to say, three steps, the chapter a day later, closer words for a feeling."""

from __future__ import annotations

import pytest

from bot.coach.after_taps import NextStep, ShowNote, ShowScript, ShowSteps, TakeStep, TypeTitle
from bot.coach.model import State
from bot.coach.scripts import Move
from bot.coach.talk import Titling
from bot.coach.taps import Accept, Answer, Correct, Finish, LogOwn, Step
from bot.coach.thanks import Tone
from bot.store.states import OccasionKind
from tests.journeys.phone import Phone


@pytest.fixture
async def practised(ben: Phone) -> Phone:
    """Ben with the baseline behind him: three asks of his own, each ended early."""
    await practise(ben, 3)
    return ben


async def practise(phone: Phone, times: int) -> None:
    for _ in range(times):
        await phone.say("I asked the postman for a stamp and he said yes")
        await phone.tap(LogOwn)
        await phone.answer("yes")
        await phone.tap(Finish)


async def refused(phone: Phone, words: str, outcome: str = "no.respectful", peak: str = "5") -> int:
    """An ask of his own, so one that matters, and its questions up to the thought; which attempt it is."""
    await phone.say(words)
    await phone.tap(LogOwn)
    await phone.answer(outcome, peak, None, None, None)
    assert phone.asked() is Step.LEARNED
    return (await phone.last()).id


async def through(phone: Phone, words: str, outcome: str = "no.respectful", peak: str = "5") -> int:
    number = await refused(phone, words, outcome, peak)
    await phone.answer(None)
    assert phone.shows(Correct)
    return number


FRIDAYS = "I asked my boss for Fridays off. She explained why and said no"


# --- the chapter


async def test_a_no_that_matters_is_a_chapter_and_gets_its_title_a_day_later(practised: Phone) -> None:
    number = await through(practised, FRIDAYS)
    assert await practised.planned(OccasionKind.FOLLOW_UP) is not None
    await practised.jump(days=1, minutes=1)
    assert practised.shows(Answer(number, Step.CHAPTER, "The detour"))
    before = len(practised.bubbles())
    await practised.tap(Answer(number, Step.CHAPTER, "The detour"))
    assert len(practised.bubbles()) == before, "in the same message"
    assert "The detour" in practised.text()
    done = next(entry for entry in await practised.log() if entry.id == number)
    assert (done.facts.chapter, done.state) == ("The detour", State.DONE)
    await practised.jump(days=9)
    assert not practised.shows(Answer(number, Step.CHAPTER, None)), "it is asked once"


async def test_a_title_can_be_typed_and_taken_back(practised: Phone) -> None:
    number = await through(practised, FRIDAYS)
    await practised.jump(days=1, minutes=1)
    await practised.tap(TypeTitle(number))
    assert await practised.talk() == Titling(number)
    await practised.say("The Friday I didn't get")
    assert await practised.talk() is None
    assert await title(practised, number) == "The Friday I didn't get"
    last = next(entry for entry in reversed(await practised.log()) if entry.answered)
    assert last.id == number
    await practised.say("/undo")
    assert await title(practised, number) is None
    assert practised.shows(TypeTitle(number)), "and is asked for again"
    await practised.tap(TypeTitle(number), Answer(number, Step.CHAPTER, None))
    assert await practised.talk() is None
    await practised.press(f"ct:{number}")
    await practised.say("/skip")
    assert await title(practised, number) is None
    assert await practised.talk() is None
    assert "title" in practised.text(), "and not the day off"


async def title(phone: Phone, number: int) -> str | None:
    entry = next(entry for entry in await phone.log() if entry.id == number)
    assert entry.state is State.DONE
    return entry.facts.chapter


async def test_a_story_is_no_title(practised: Phone) -> None:
    number = await through(practised, FRIDAYS)
    await practised.jump(days=1, minutes=1)
    await practised.tap(TypeTitle(number))
    await practised.say("I asked the baker for a slice of rye and he said yes")
    assert await title(practised, number) is None
    assert practised.asked() is Step.OUTCOME, "it is told of today's ask"
    await practised.press(f"ct:{number}")
    assert await practised.talk() == Titling(number)
    await practised.say("/today")
    assert await practised.talk() is None


async def test_a_hard_no_is_asked_after_once_and_the_title_comes_with_it(practised: Phone) -> None:
    number = await through(practised, FRIDAYS, peak="9")
    await practised.jump(days=1, minutes=1)
    assert practised.asked() is Step.LEFT
    assert not practised.shows(Answer(number, Step.CHAPTER, None))
    await practised.answer("3")
    await practised.tap(TakeStep(number, NextStep.CHAPTER), Answer(number, Step.CHAPTER, "Brave anyway"))
    assert await title(practised, number) == "Brave anyway"
    assert await practised.planned(OccasionKind.FOLLOW_UP) is None


async def test_a_chapter_chosen_from_the_steps_brings_the_coach_back_once(practised: Phone) -> None:
    await through(practised, FRIDAYS)
    number = await through(practised, "I asked my boss for a longer lunch. She said no, kindly")
    await practised.tap(ShowSteps(number), TakeStep(number, NextStep.CHAPTER))
    await practised.tap(TakeStep(number, None), TakeStep(number, NextStep.CHAPTER))
    await practised.jump(days=1, minutes=1)
    asked = [m for m in practised.fresh if "24 hours" in str(m.get("text"))]
    assert len(asked) == 2, "one for each of the two"


# --- the words


async def test_words_for_another_try_stay_in_one_message_and_lead_back_and_on(practised: Phone) -> None:
    for _ in range(3):
        await through(practised, FRIDAYS)
    number = await refused(practised, FRIDAYS)
    assert practised.shows(ShowScript(number, Move.WHY))
    before = len(practised.bubbles())
    for move in Move:
        await practised.tap(ShowScript(number, move))
        assert "<code>" in practised.text() or "Fridays off" in practised.text()
        await practised.tap(TakeStep(number, NextStep.SCRIPTS))
        assert practised.asked() is Step.LEARNED
    assert len(practised.bubbles()) == before
    await practised.tap(ShowScript(number, Move.ELSE))
    await practised.say("Next time I'll ask the team")
    assert practised.shows(Correct), "typed words answer the question, whatever is shown"
    assert (await practised.last()).facts.learned == "Next time I'll ask the team"
    await practised.press(f"sc:{number}:why")
    assert "stays a no" not in practised.text()
    assert practised.fresh, "an old button still shows its words"
    await practised.tap(TakeStep(number, NextStep.SCRIPTS))
    assert practised.shows(ShowScript(number, Move.LESS))


async def test_a_part_of_it_offers_words_from_the_card_and_the_card_stays(practised: Phone) -> None:
    number = await through(practised, "I asked for a discount and got half of it", "partial")
    card = practised.text()
    await practised.tap(ShowSteps(number))
    assert practised.shows(ShowScript(number, Move.TRADE))
    assert not practised.shows(ShowScript(number, Move.LESS))
    assert any(card == bubble.get("text") for bubble in practised.bubbles())


async def test_after_a_yes_there_is_nothing_to_do(practised: Phone) -> None:
    number = await through(practised, "I asked for a seat and she said yes", "yes")
    assert not practised.shows(ShowSteps)
    for data in (f"ns:{number}:", f"sc:{number}:why", f"tn:{number}:warmer", f"ct:{number}", f"wn:{number}"):
        await practised.press(data)
        assert not practised.shows(ShowScript)
        assert "Thank you for" not in practised.text()
    assert await practised.talk() is None


async def test_after_a_cold_no_nobody_is_written_to(practised: Phone) -> None:
    number = await through(
        practised, "I asked my boss for Fridays off. He snapped at me: no", "no.dismissive"
    )
    await practised.tap(ShowSteps(number))
    assert practised.shows(TakeStep(number, NextStep.CHAPTER))
    assert not practised.shows(TakeStep(number, NextStep.THANKS))
    await practised.tap(TakeStep(number, NextStep.SCRIPTS), ShowScript(number, Move.WHY))
    assert "in peace" in practised.text()
    await practised.press(f"tn:{number}:warmer")
    assert "Thank you for" not in practised.text()


# --- the note and the questions


async def test_a_note_is_drafted_from_what_they_wrote_in_three_tones(practised: Phone) -> None:
    await through(practised, FRIDAYS)
    await through(practised, FRIDAYS)
    number = await refused(practised, FRIDAYS)
    assert practised.shows(ShowNote(number, Tone.WARMER))
    assert "about Fridays off. It helped that you told me the reason." in practised.text()
    await practised.tap(ShowNote(number, Tone.SHORTER))
    assert practised.asked() is Step.LEARNED
    await practised.say("Asking took two minutes")
    assert (await practised.last()).facts.learned == "Asking took two minutes"
    await practised.tap(ShowSteps(number), TakeStep(number, NextStep.THANKS), ShowNote(number, Tone.WARMER))
    assert "One thing I take with me: Asking took two minutes." in practised.text()
    await practised.tap(TakeStep(number, None), TakeStep(number, NextStep.HELP))
    assert "What would you do in my place?" in practised.text()


async def test_nobody_elses_no_is_shown(practised: Phone) -> None:
    for data in ("ns:99:", "sc:99:why", "tn:99:plain", "ct:99", "wn:99"):
        await practised.press(data)
        assert practised.fresh
    assert await practised.talk() is None


# --- closer words


async def test_a_closer_word_stands_beside_the_next_question_and_costs_no_tap(ben: Phone) -> None:
    await practise(ben, 10)
    await ben.say("I asked for a seat and she said yes")
    await ben.tap(LogOwn)
    await ben.answer("yes", "4", "tense")
    number = (await ben.last()).id
    assert ben.asked() in (Step.FEELING, Step.COST)
    assert ben.shows(Answer(number, Step.COST, "3")), "the next question is there already"
    await ben.tap(Answer(number, Step.FEELING, "jittery"))
    assert (await ben.last()).facts.feeling == "jittery"
    assert not ben.shows(Answer(number, Step.FEELING, "jittery"))
    await ben.press(f"aw:{number}:feeling:braced")
    assert (await ben.last()).facts.feeling == "jittery", "an old button changes nothing"
    await ben.say("/undo")
    assert (await ben.last()).facts.feeling is None
    assert ben.asked() is Step.FEELING
    await ben.answer("tense")
    await ben.tap(Answer(number, Step.COST, "3"))
    assert (await ben.last()).facts.feeling == "tense", "passed over"


async def test_beginners_are_asked_for_plain_words_only(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Accept)
    await ben.say("I asked and she said yes")
    await ben.answer("yes", "4", "tense")
    assert ben.asked() is Step.COST


# --- how it grows


async def test_stats_say_once_a_no_is_met_with_curiosity(ben: Phone) -> None:
    await ben.say("/stats")
    assert "curiosity" not in ben.text()
    for _ in range(6):
        await ben.say("I asked for a seat and she said no, kindly")
        await ben.tap(LogOwn)
        await ben.answer("no.respectful", "4")
        await ben.tap(Finish)
    await ben.say("/stats")
    assert "curiosity" in ben.text()
