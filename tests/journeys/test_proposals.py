"""Another ask in place of today's, once they said how strong it feels: proposed, taken, kept, left open."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.coach.model import Look, Outcome, Size, State
from bot.coach.taps import Accept, Another, Answer, Did, Finish, Imagine, KeepAsk, Smaller, Step, TakeInstead
from bot.telegram import buttons
from tests.journeys.phone import Phone


async def rates(phone: Phone, rating: str) -> None:
    """The morning, "I'm in", and how strong it feels."""
    await phone.wake()
    await phone.tap(Accept)
    await phone.answer(rating)


def proposed(phone: Phone) -> TakeInstead:
    _, button = phone.button(TakeInstead)
    tap = buttons.unpack(button["callback_data"])
    assert isinstance(tap, TakeInstead)
    return tap


async def test_a_nine_brings_a_smaller_ask_and_whoever_takes_it_is_asked_anew(ben: Phone) -> None:
    await rates(ben, "9")
    first, other = await ben.last(), proposed(ben)
    assert ben.shows(KeepAsk)
    assert "9 of 10" in ben.text()
    await ben.tap(TakeInstead)
    taken = await ben.last()
    assert (taken.id, taken.state) == (first.id, State.ACCEPTED)
    assert (taken.challenge, taken.looks) == (other.challenge, (Look(first.challenge or "", 9),))
    assert taken.rung < first.rung
    assert taken.facts.anticipated is None, "that was said of the other one"
    assert ben.asked() is Step.ANTICIPATED
    await ben.answer("5", "65", None)
    assert ben.shows(Did)
    assert (await ben.last()).facts.anticipated == 5


async def test_a_two_brings_one_with_more_in_it(ben: Phone) -> None:
    await rates(ben, "2")
    first = await ben.last()
    await ben.tap(TakeInstead)
    assert (await ben.last()).rung > first.rung


@pytest.mark.parametrize("rating", ["5", "6", None])
async def test_nothing_is_proposed_where_it_fits_or_nothing_was_said(ben: Phone, rating: str | None) -> None:
    await ben.wake()
    await ben.tap(Accept)
    await ben.answer(rating)
    assert ben.asked() is Step.CHANCE
    assert not ben.shows(TakeInstead)


async def test_who_keeps_theirs_goes_on_to_the_chance(ben: Phone) -> None:
    await rates(ben, "9")
    first = await ben.last()
    await ben.tap(KeepAsk)
    assert ben.asked() is Step.CHANCE
    assert await ben.last() == first
    await ben.answer("65", None)
    noted = (await ben.last()).facts
    assert (noted.anticipated, noted.chance) == (9, 65)


async def test_the_one_put_back_comes_again_after_ten_days_at_the_earliest(ben: Phone) -> None:
    await rates(ben, "9")
    first = await ben.last()
    await ben.tap(TakeInstead)
    await ben.answer("5", None, None)
    await ben.say("I asked her and she said yes")
    await ben.answer("yes", "5")
    await ben.tap(Finish)
    end = first.day + timedelta(days=10)
    while (await ben.last()).day < end - timedelta(days=3):
        await ben.wake()
        for _ in range(3):
            assert (await ben.last()).challenge != first.challenge
            await ben.tap(Another)
        assert first.challenge not in (await ben.last()).passed


async def test_two_are_proposed_in_a_morning_at_most(ben: Phone) -> None:
    await rates(ben, "10")
    await ben.tap(TakeInstead)
    await ben.answer("10")
    seen = {look.ask for look in (await ben.last()).looks} | {(await ben.last()).challenge}
    assert proposed(ben).challenge not in seen, "none that they have looked at"
    await ben.tap(TakeInstead)
    assert len((await ben.last()).looks) == 2
    await ben.answer("10")
    assert ben.asked() is Step.CHANCE


async def test_a_proposal_pressed_twice_or_made_up_is_answered_and_changes_nothing(ben: Phone) -> None:
    await rates(ben, "9")
    before, other = await ben.last(), proposed(ben)
    for forged in ("social-no-such-ask", before.challenge or ""):
        await ben.press(buttons.pack(TakeInstead(before.id, forged)))
        assert ben.fresh
        assert await ben.last() == before
    for absent in (TakeInstead(999, other.challenge), KeepAsk(999)):
        await ben.press(buttons.pack(absent))
        assert ben.fresh
        assert await ben.last() == before
    await ben.press(buttons.pack(other))
    taken = await ben.last()
    await ben.press(buttons.pack(other))
    assert ben.fresh
    assert await ben.last() == taken


async def test_a_rating_tapped_twice_leaves_the_proposal_where_it_is(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Accept)
    message, rating = ben.button(Answer((await ben.last()).id, Step.ANTICIPATED, "9"))
    for _ in range(2):
        await ben.press(rating["callback_data"], message["message_id"])
    assert proposed(ben).attempt == (await ben.last()).id
    await ben.tap(TakeInstead)
    assert ben.asked() is Step.ANTICIPATED


async def test_an_old_proposal_is_outdated_once_the_ask_is_made(ben: Phone) -> None:
    await rates(ben, "9")
    other, kept = proposed(ben), KeepAsk(proposed(ben).attempt)
    await ben.say("I asked her and she said yes")
    told = await ben.last()
    for tap in (other, kept):
        await ben.press(buttons.pack(tap))
        assert ben.fresh
        assert await ben.last() == told
    await ben.answer("yes", "5")
    await ben.tap(Finish)
    await ben.press(buttons.pack(other))
    done = await ben.last()
    assert (done.state, done.challenge, done.facts.outcome) == (State.DONE, told.challenge, Outcome.YES)


async def test_undo_takes_the_rating_back_and_with_it_the_proposal(ben: Phone) -> None:
    await rates(ben, "9")
    other = proposed(ben)
    await ben.say("/undo")
    assert ben.asked() is Step.ANTICIPATED
    again = await ben.last()
    await ben.press(buttons.pack(other))
    assert await ben.last() == again
    await ben.answer("5")
    assert ben.asked() is Step.CHANCE


async def test_undo_right_after_taking_it_finds_nothing_and_the_question_stands(ben: Phone) -> None:
    await rates(ben, "9")
    await ben.tap(TakeInstead)
    taken = await ben.last()
    await ben.say("/undo")
    assert ben.fresh
    assert await ben.last() == taken
    await ben.answer("5")
    assert ben.asked() is Step.CHANCE


async def test_a_typed_chance_goes_on_with_theirs_while_another_is_on_the_screen(ben: Phone) -> None:
    await rates(ben, "9")
    first = await ben.last()
    await ben.say("70%")
    noted = await ben.last()
    assert (noted.challenge, noted.facts.anticipated, noted.facts.chance) == (first.challenge, 9, 70)
    assert ben.asked() is Step.FEAR


async def test_a_typed_rating_is_answered_by_a_proposal_too(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Accept)
    await ben.say("9")
    assert ben.shows(TakeInstead)
    await ben.tap(TakeInstead)
    assert ben.asked() is Step.ANTICIPATED


async def test_a_story_told_meanwhile_is_of_their_own_ask(ben: Phone) -> None:
    await rates(ben, "9")
    first = await ben.last()
    await ben.say("I asked her and she said yes")
    told = await ben.last()
    assert (told.challenge, told.looks) == (first.challenge, ())
    assert ben.asked() is Step.OUTCOME


async def test_a_voice_note_meanwhile_is_of_their_own_ask(ben: Phone) -> None:
    await rates(ben, "9")
    first = await ben.last()
    await ben.do(ben.stage.world.send_voice)
    told = await ben.last()
    assert told.challenge == first.challenge
    assert told.facts.voice is not None
    assert ben.asked() is Step.OUTCOME


async def test_a_smaller_one_or_one_only_imagined_stands(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Smaller, Accept)
    await ben.answer("9")
    assert (await ben.last()).size is Size.SMALLER
    assert not ben.shows(TakeInstead)
    await ben.wake()
    await ben.tap(Smaller, Smaller, Imagine)
    await ben.answer("9")
    assert (await ben.last()).size is Size.IMAGINAL
    assert not ben.shows(TakeInstead)


async def test_while_the_coach_is_on_hold_nothing_is_taken(ben: Phone) -> None:
    await rates(ben, "9")
    before, other = await ben.last(), proposed(ben)
    await ben.say("I want to kill myself")
    await ben.press(buttons.pack(other))
    assert ben.fresh
    after = await ben.last()
    assert (after.challenge, after.looks) == (before.challenge, ())
