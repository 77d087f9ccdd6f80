"""Two quiet minutes: rated before, at the peak and after, beat by beat, taken back, left, picked up."""

from __future__ import annotations

import pytest

from bot.coach.model import Outcome, Size, State
from bot.coach.talk import About, With
from bot.coach.taps import Answer, Correct, Did, Finish, Imagine, Smaller, Step
from tests.journeys.phone import Phone


@pytest.fixture
async def quiet(ben: Phone) -> Phone:
    """Ben, about to press "Two quiet minutes"."""
    await ben.wake()
    await ben.tap(Smaller, Smaller)
    return ben


async def imagine(phone: Phone) -> None:
    """From the scene to the first question after it."""
    await phone.tap("I see it", "I said it", "I pictured it")


async def test_the_rating_before_may_be_typed_or_skipped(quiet: Phone) -> None:
    await quiet.tap(Imagine)
    assert quiet.asked() is Step.ANTICIPATED
    await quiet.say("8/10")
    assert quiet.shows(Imagine)
    assert (await quiet.last()).facts.anticipated == 8
    await quiet.say("/undo")
    assert quiet.asked() is Step.ANTICIPATED
    await quiet.answer(None)
    assert quiet.shows("I see it")
    assert await quiet.talk() == With((await quiet.last()).id, About.IMAGINING)


async def test_no_prediction_is_asked_for_when_the_answer_is_known(quiet: Phone) -> None:
    await quiet.tap(Imagine)
    await quiet.answer("8")
    await imagine(quiet)
    assert quiet.asked() is Step.PEAK
    facts = (await quiet.last()).facts
    assert (facts.chance, facts.fear) == (None, None)


async def test_a_rating_made_for_the_ask_itself_is_not_asked_for_again(ben: Phone) -> None:
    await ben.wake()
    await ben.tap("I'm in")
    await ben.answer("6")
    await ben.tap(Smaller, Smaller, Imagine)
    assert ben.shows("I see it")
    assert ben.asked() is None


async def test_whoever_is_in_may_only_imagine_it_after_all(ben: Phone) -> None:
    await ben.wake()
    await ben.tap("I'm in")
    await ben.answer("5", "65", None)
    await ben.tap("Only imagine it")
    assert ben.shows("I see it")
    await imagine(ben)
    await ben.answer("6", "3", None, None)
    assert "5 before, 6 at the peak, 3 after" in ben.text()
    assert "came down while you stayed with it" in ben.text()
    done = await ben.last()
    assert (done.size, done.facts.outcome, done.facts.chance) == (Size.IMAGINAL, Outcome.NO, 65)


async def test_an_old_button_in_the_middle_of_the_scene_goes_on_there(quiet: Phone) -> None:
    number = (await quiet.last()).id
    await quiet.press(f"im:{number}:1")
    assert quiet.shows("I said it")
    await quiet.tap("I said it", Did(number))
    assert quiet.asked() is Step.PEAK


async def test_what_is_left_may_be_typed_and_corrected(quiet: Phone) -> None:
    await quiet.tap(Imagine)
    await quiet.answer("8")
    await imagine(quiet)
    await quiet.say("7")
    assert quiet.asked() is Step.LEFT
    await quiet.say("5")
    await quiet.answer(None, None)
    assert "8 before, 7 at the peak, 5 after" in quiet.text()
    number = (await quiet.last()).id
    await quiet.tap(Correct(number, None), Correct(number, Step.LEFT), Answer(number, Step.LEFT, "3"))
    assert "8 before, 7 at the peak, 3 after" in quiet.text()
    assert (await quiet.last()).state is State.DONE


async def test_a_hard_scene_is_followed_up_a_day_later_also_when_it_was_ended_early(quiet: Phone) -> None:
    await quiet.tap(Imagine)
    await quiet.answer("8")
    await imagine(quiet)
    await quiet.answer("9")
    await quiet.tap(Finish)
    done = await quiet.last()
    assert (done.state, done.facts.outcome, done.facts.left) == (State.DONE, Outcome.NO, None)
    await quiet.jump(days=1, minutes=1)
    await quiet.tap(Answer(done.id, Step.LEFT, "2"))
    assert quiet.asked() is None, "the answer of a day later opens nothing again"
    followed = next(attempt for attempt in await quiet.log() if attempt.id == done.id)
    assert (followed.facts.left, followed.state) == (2, State.DONE)


async def test_undo_after_the_scene_comes_back_to_it(quiet: Phone) -> None:
    await quiet.tap(Imagine)
    await quiet.answer("8")
    await imagine(quiet)
    await quiet.say("/undo")
    assert quiet.shows("I see it")
    await imagine(quiet)
    await quiet.answer("6", "4", None, None)
    assert (await quiet.last()).facts.outcome is Outcome.NO


async def test_skip_in_the_middle_of_the_scene_takes_the_day_off(quiet: Phone) -> None:
    await quiet.tap(Imagine)
    await quiet.answer("8")
    await quiet.say("/skip")
    left = await quiet.last()
    assert (left.state, left.size, left.facts.outcome) == (State.DAY_OFF, Size.IMAGINAL, None)
    assert await quiet.talk() is None


async def test_the_no_of_an_ask_of_their_own_fits_what_they_ask(ben: Phone) -> None:
    await ben.say("/did")
    await ben.tap("Keep my own ask")
    await ben.say("I asked my boss for Fridays off")
    own = await ben.last()
    await ben.press(f"im:{own.id}:2")
    assert "Thanks for asking, but it's a no." in ben.text()
    assert "it was you who knocked" in ben.text()
