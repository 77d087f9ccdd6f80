"""The talk after an ask: begun by words, button or voice; every outcome; taken back, corrected, picked up."""

from __future__ import annotations

import pytest

from bot.coach.model import KindOfNo, Outcome, State
from bot.coach.talk import Owning
from bot.coach.taps import Accept, Answer, Correct, Did, Finish, LogOwn, Step
from bot.store.states import OccasionKind
from tests.journeys.phone import Phone, text

OUTCOMES = {  # a plain yes, a kind no and a cold one are in other journeys
    "partial": (Outcome.PARTIAL, None),
    "no.ambiguous": (Outcome.NO, KindOfNo.AMBIGUOUS),
    "pending": (Outcome.PENDING, None),
    "backed-out": (Outcome.BACKED_OUT, None),
    "not-tried": (Outcome.NOT_TRIED, None),
}
WHOLE = [Step.OUTCOME, Step.PEAK, Step.FEELING, Step.COST, Step.AGAIN, Step.LEARNED]
ASKED = {
    Outcome.PENDING: [Step.OUTCOME, Step.PEAK, Step.FEELING],
    Outcome.BACKED_OUT: [Step.OUTCOME, Step.FEELING, Step.LEARNED],
    Outcome.NOT_TRIED: [Step.OUTCOME, Step.FEELING, Step.LEARNED],
}
ANSWERS: dict[Step, str] = {
    Step.PEAK: "6",
    Step.FEELING: "tense",
    Step.COST: "3",
    Step.AGAIN: "35",
}


@pytest.fixture
async def out(ben: Phone) -> Phone:
    """Ben is in and has predicted: 6 of 10, four in five for a no."""
    await ben.wake()
    await ben.tap(Accept)
    await ben.answer("6", "80", None)
    return ben


async def through(phone: Phone, outcome: str) -> list[Step | None]:
    """Answer everything from the outcome to the card; the questions that came."""
    steps: list[Step | None] = []
    while (step := phone.asked()) is not None:
        steps.append(step)
        await phone.answer(outcome if step is Step.OUTCOME else ANSWERS.get(step))
    return steps


async def test_a_first_sentence_and_six_taps_are_the_quick_way(out: Phone) -> None:
    await out.say("Asked the guy at the bakery. He laughed and said sure, no problem")
    assert "✓" in str(out.fresh[-1]["reply_markup"]), "what it read is one tap away"
    before = out.acts
    await out.tap("✓")
    await out.answer("4", "relieved", "2", "50", None)
    assert out.acts - before == 6
    assert out.shows(Correct)
    done = await out.last()
    assert (done.state, done.facts.outcome, done.facts.peak) == (State.DONE, Outcome.YES, 4)
    assert (done.facts.feeling, done.facts.cost, done.facts.again) == ("relieved", 2, 50)
    assert await out.talk() is None


async def test_a_wrong_reading_is_corrected_by_one_tap(out: Phone) -> None:
    await out.say("She said no, very kindly. Fear was 7 of 10, and I felt proud")
    assert (await out.last()).facts.outcome is None, "nothing counts before it was confirmed"
    await out.answer("partial")
    facts = (await out.last()).facts
    assert (facts.outcome, facts.kind_of_no) == (Outcome.PARTIAL, None)
    assert (facts.peak, facts.feeling) == (7, "proud"), "shown beside it, and not asked again"
    assert out.asked() is Step.COST


async def test_every_outcome_has_its_questions_and_a_card_without_a_broken_number(ben: Phone) -> None:
    for code, (outcome, kind) in OUTCOMES.items():
        await ben.wake()
        await ben.tap(Accept)
        await ben.tap("Skip", "Skip", Did)
        await ben.answer(None)
        assert await through(ben, code) == ASKED.get(outcome, WHOLE)
        done = await ben.last()
        assert (done.state, done.facts.outcome, done.facts.kind_of_no) == (State.DONE, outcome, kind)
        assert ben.shows(Correct)
        assert "None" not in ben.text()
        assert " 0 " not in ben.text()
        assert ("in a row" in ben.text()) <= outcome.attempted
    assert sum(attempt.attempted for attempt in await ben.log()) == 3


async def test_a_card_after_days_away_names_no_streak(ben: Phone) -> None:
    for hours in (0, 24 * 4):
        await ben.jump(hours=hours)
        await ben.wake()
        await ben.say("I asked and she said yes")
        await through(ben, "yes")
        assert "in a row" not in ben.text()


async def test_i_did_it_asks_for_the_story_first(out: Phone) -> None:
    await out.tap(Did)
    assert out.asked() is Step.STORY
    assert out.shows(Finish)
    await out.say("The lady at the desk shook her head. No, she said, sorry dear")
    assert out.asked() is Step.OUTCOME
    assert "shook her head" in ((await out.last()).facts.story or "")


async def test_a_voice_note_is_kept_as_a_reference_and_begins_the_debrief(out: Phone) -> None:
    await out.do(out.stage.world.send_voice)
    assert out.asked() is Step.OUTCOME
    facts = (await out.last()).facts
    assert facts.voice in out.stage.world.files.by_id
    assert await through(out, "no.respectful") == WHOLE


async def test_a_pending_answer_is_asked_for_after_three_days(out: Phone) -> None:
    await out.say("I asked. They will get back to me next week")
    await through(out, "pending")
    pending = await out.last()
    assert pending.facts.outcome is Outcome.PENDING
    await out.jump(days=3, hours=1)
    _, button = out.button(Answer(pending.id, Step.OUTCOME, "yes"))
    assert button
    assert await out.planned(OccasionKind.PENDING) is None, "it is asked for once"
    await out.tap(Answer(pending.id, Step.OUTCOME, "pending"))
    await out.jump(days=8)
    await out.tap(Did(pending.id))
    await out.tap(Answer(pending.id, Step.OUTCOME, "yes"))
    assert out.asked() is Step.COST
    await out.say("2")
    await out.answer("20", None)
    closed = (await out.log())[0]
    assert (closed.facts.outcome, closed.facts.cost, closed.facts.again) == (Outcome.YES, 2, 20)
    assert closed.state is State.DONE
    assert out.shows(Correct)


async def test_a_pending_answer_that_comes_early_is_closed_from_did(out: Phone) -> None:
    await out.say("I asked. They will get back to me next week")
    await through(out, "pending")
    await out.say("/did")
    await out.tap(Answer((await out.last()).id, Step.OUTCOME, "no.respectful"))
    await through(out, "no.respectful")
    assert (await out.last()).facts.outcome is Outcome.NO
    await out.jump(days=4)
    assert not out.shows("Yes"), "it is not asked for any more"


async def test_thats_enough_ends_it_at_every_question(ben: Phone) -> None:
    for number in range(1, 6):
        await ben.wake()
        await ben.say("I asked and she said yes")
        await ben.answer("yes", *([None] * (number - 1)))
        await ben.tap(Finish((await ben.last()).id))
        assert (await ben.last()).state is State.DONE
        assert ben.shows(Correct)
        assert await ben.talk() is None


async def test_undo_takes_back_one_answer_after_the_other(out: Phone) -> None:
    await out.say("I asked and she said yes")
    steps = await through(out, "yes")
    for step in (*reversed(steps), Step.STORY):
        await out.say("/undo")
        assert out.asked() is step
        undone = await out.last()
        assert step not in undone.answered
        assert getattr(undone.facts, str(step)) is None
        assert undone.state is State.ACCEPTED
    for step in (Step.FEAR, Step.CHANCE, Step.ANTICIPATED):
        await out.say("/undo")
        assert out.asked() is step
    await out.say("/undo")
    assert out.fresh
    assert (await out.last()).answered == ()
    await out.answer("5")
    assert (await out.last()).facts.anticipated == 5, "it goes on from there"


async def test_numbers_and_feelings_may_be_typed_and_a_story_may_go_on(out: Phone) -> None:
    await out.say("I asked and she said yes")
    await out.answer("yes")
    await out.say("and then her boss came along too, which was odd")
    assert out.asked() is Step.PEAK, "more of the story, and the same question"
    await out.say("8/10")
    await out.say("wobbly but warm")
    await out.say("11")
    assert out.asked() is Step.COST, "eleven of ten is no answer"
    await out.say("2")
    await out.say("45 %")
    await out.say("People like being asked")
    facts = (await out.last()).facts
    assert (facts.peak, facts.feeling, facts.cost, facts.again) == (8, "wobbly but warm", 2, 45)
    assert facts.learned == "People like being asked"
    assert "her boss" in (facts.story or "")


async def test_facts_are_corrected_for_seven_days(out: Phone) -> None:
    await out.say("I asked and she said yes")
    await through(out, "yes")
    first = await out.last()
    card = out.fresh[-1]["message_id"]
    await out.jump(days=6)
    await out.press(f"cr:{first.id}:", card)
    await out.tap(Correct(first.id, Step.PEAK))
    await out.say("9")
    assert (await out.log())[0].facts.peak == 9
    assert any(map(text, out.fresh)), "the card again"
    await out.press(f"cr:{first.id}:", card)
    await out.tap(Correct(first.id, Step.OUTCOME), Answer(first.id, Step.OUTCOME, "no.dismissive"))
    corrected = (await out.log())[0]
    assert (corrected.facts.outcome, corrected.closed_at) == (Outcome.NO, first.closed_at)
    await out.jump(days=2)
    await out.press(f"cr:{first.id}:", card)
    assert out.fresh
    assert not out.shows(Correct)
    assert (await out.log())[0].facts == corrected.facts


async def test_a_yes_corrected_to_not_answered_yet_is_asked_for_in_three_days(out: Phone) -> None:
    await out.say("she said yes")
    await out.answer("yes")
    attempt = (await out.last()).id
    await out.tap(Finish(attempt))
    await out.tap(
        Correct(attempt, None), Correct(attempt, Step.OUTCOME), Answer(attempt, Step.OUTCOME, "pending")
    )
    assert out.asked() is None
    assert await out.planned(OccasionKind.PENDING) is not None


async def test_a_yes_that_was_noted_as_backing_out_is_corrected_with_its_own_questions(out: Phone) -> None:
    await out.say("I chickened out")
    await through(out, "backed-out")
    first = await out.last()
    await out.tap(Correct(first.id, None), Correct(first.id, Step.OUTCOME))
    await out.answer("yes")
    assert out.asked() is Step.PEAK
    await out.say("7")
    assert (await out.last()).facts.peak == 7
    await out.answer("3")
    await out.tap(Finish)
    assert (await out.last()).facts.cost == 3
    assert out.shows(Correct)


async def test_a_debrief_is_picked_up_two_days_later(out: Phone) -> None:
    await out.say("I asked and she said yes")
    await out.answer("yes")
    first = await out.last()
    await out.jump(days=2)
    assert len(await out.log()) == 3, "the mornings came all the same"
    await out.tap(Answer(first.id, Step.PEAK, "5"), Answer(first.id, Step.FEELING, "proud"))
    await out.answer("2", "20", None)
    picked = (await out.log())[0]
    assert (picked.state, picked.facts.peak, picked.facts.again) == (State.DONE, 5, 20)


async def test_a_hard_one_is_followed_up_once_a_day_later(out: Phone) -> None:
    await out.say("They said no and turned away")
    await out.answer("no.dismissive", "9", "tense", "8", None, None)
    hard = await out.last()
    followed = await out.planned(OccasionKind.FOLLOW_UP)
    assert followed is not None
    assert followed.date() == hard.day.fromordinal(hard.day.toordinal() + 1)
    await out.jump(days=1, minutes=1)
    await out.tap(Answer(hard.id, Step.LEFT, "3"))
    assert (await out.log())[0].facts.left == 3
    await out.press(f"cr:{hard.id}:")
    await out.tap(Correct(hard.id, Step.PEAK))
    await out.say("10")
    assert await out.planned(OccasionKind.FOLLOW_UP) is None


async def test_an_ask_of_their_own_is_kept_from_words_and_from_did(ben: Phone) -> None:
    await ben.say("I asked my neighbour for his drill and he said yes")
    assert ben.shows(LogOwn)
    assert await ben.log() == ()
    await ben.tap(LogOwn)
    assert await through(ben, "yes") == WHOLE
    await ben.say("/did")
    await ben.tap(LogOwn)
    assert isinstance(await ben.talk(), Owning)
    await ben.say("I asked for a window seat\nThe lady said no, nicely")
    assert await through(ben, "no.respectful") == WHOLE
    own = await ben.log()
    assert [attempt.own for attempt in own] == [
        "I asked my neighbour for his drill and he said yes",
        "I asked for a window seat",
    ]
    assert all(attempt.attempted and not attempt.planned for attempt in own)
    await ben.wake()
    assert ben.shows(Accept), "the challenge of the day comes all the same"
