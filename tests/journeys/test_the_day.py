"""A day: the challenge, the four buttons under it, the prediction, the word of the evening."""

from __future__ import annotations

from bot.coach.model import Cause, Outcome, Size, State
from bot.coach.taps import Accept, Another, Answer, DayOff, Did, Imagine, Smaller, Step
from bot.store.states import OccasionKind
from tests.journeys.phone import Phone


async def test_a_morning_brings_one_ask_with_four_ways_to_take_it(ben: Phone) -> None:
    await ben.wake()
    assert len(ben.fresh) == 1
    assert all(ben.shows(button) for button in (Accept, Another, Smaller, DayOff))
    offered = await ben.last()
    assert (offered.state, offered.planned, offered.day.weekday()) == (State.OFFERED, True, 0)


async def test_the_prediction_is_made_in_three_taps_at_most(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Accept)
    assert ben.asked() is Step.ANTICIPATED
    taps_before = ben.acts
    await ben.answer("5", "65", None)
    assert ben.acts - taps_before == 3
    assert ben.shows(Did)
    noted = await ben.last()
    assert (noted.facts.anticipated, noted.facts.chance, noted.facts.fear) == (5, 65, None)
    assert noted.state is State.ACCEPTED


async def test_a_prediction_may_be_typed(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Accept)
    await ben.say("7/10")
    await ben.say("70 %")
    await ben.say("they stare")
    noted = (await ben.last()).facts
    assert (noted.anticipated, noted.chance, noted.fear) == (7, 70, "they stare")
    assert ben.shows(Did)


async def test_another_one_comes_three_times_and_then_politely_no_more(ben: Phone) -> None:
    await ben.wake()
    first, under = await ben.last(), ben.fresh[0]["message_id"]
    seen = {first.challenge}
    for _ in range(3):
        await ben.tap(Another)
        other = await ben.last()
        seen.add(other.challenge)
        assert (other.id, other.domain, other.rung) == (first.id, first.domain, first.rung)
    assert len(seen) == 4
    assert not ben.shows(Another)
    assert ben.shows(Accept)
    await ben.press(f"an:{first.id}:0", under)
    assert ben.fresh, "it says that there are no more"
    assert ben.shows(Smaller)
    assert await ben.last() == other


async def test_another_one_and_smaller_tapped_twice_are_taken_once(ben: Phone) -> None:
    await ben.wake()
    first, under = await ben.last(), ben.fresh[0]["message_id"]
    for data in (f"an:{first.id}:3", f"an:{first.id}:3"):
        await ben.press(data, under)
    assert len((await ben.last()).passed) == 1
    for data in (f"sm:{first.id}:full", f"sm:{first.id}:full"):
        await ben.press(data, under)
    assert (await ben.last()).size is Size.SMALLER


async def test_smaller_twice_is_a_scene_and_its_debrief(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Smaller)
    assert (await ben.last()).size is Size.SMALLER
    await ben.tap(Smaller)
    assert (await ben.last()).size is Size.IMAGINAL
    assert not ben.shows(Smaller)
    await ben.tap(Imagine)
    assert ben.asked() is Step.ANTICIPATED, "how strong it is, before the first beat"
    await ben.answer("7")
    for beat in (1, 2):
        await ben.tap(Imagine((await ben.last()).id, beat))
        assert ben.fresh
    await ben.tap(Did)
    steps = [ben.asked()]
    for value in ("6", "4", "tense", "50"):
        await ben.answer(value)
        steps.append(ben.asked())
    assert steps == [Step.PEAK, Step.LEFT, Step.FEELING, Step.AGAIN, None]
    assert "7 before, 6 at the peak, 4 after" in ben.text()
    done = await ben.last()
    assert (done.state, done.size, done.facts.outcome) == (State.DONE, Size.IMAGINAL, Outcome.NO)
    assert done.attempted


async def test_a_real_ask_after_all_is_not_counted_as_imagined(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(Smaller, Smaller)
    await ben.say("I did ask her in the end, and she said yes")
    assert (await ben.last()).size is Size.FULL
    assert ben.asked() is Step.OUTCOME


async def test_not_today_is_off_without_a_question(ben: Phone) -> None:
    await ben.wake()
    await ben.tap(DayOff)
    assert not any(ben.shows(button) for button in (Answer, Accept, Did))
    assert (await ben.last()).state is State.DAY_OFF
    assert await ben.at(23) == [], "no word in the evening"
    await ben.wake()
    assert ben.shows(Accept)
    why = (await ben.last()).why
    assert why is not None
    assert why.cause is Cause.START, "a rest lowers nothing"


async def test_who_changes_their_mind_gets_the_same_ask_back(ben: Phone) -> None:
    await ben.wake()
    first = await ben.last()
    await ben.tap(DayOff)
    await ben.say("/today")
    assert ben.shows(Accept(first.id))
    assert len(await ben.log()) == 1


async def test_today_before_the_morning_does_not_bring_a_second_one(ben: Phone) -> None:
    await ben.say("/today")
    assert ben.shows(Accept)
    assert await ben.at(9) == []
    await ben.say("/today")
    assert len(await ben.log()) == 1
    await ben.wake()
    assert [attempt.day.weekday() for attempt in await ben.log()] == [0, 1]


async def test_skip_before_the_morning_takes_the_day_off(ben: Phone) -> None:
    await ben.say("/skip")
    assert len(ben.fresh) == 1
    assert await ben.at(23) == []
    assert [attempt.state for attempt in await ben.log()] == [State.DAY_OFF]
    await ben.wake()
    assert (await ben.last()).day.weekday() == 1


async def test_easier_changes_the_ask_of_today_at_once(ben: Phone) -> None:
    await ben.wake()
    first = await ben.last()
    await ben.say("/easier")
    easier = await ben.last()
    assert (easier.id, easier.why and easier.why.cause) == (first.id, Cause.EASIER)
    assert easier.rung == first.rung - 1
    assert easier.challenge != first.challenge
    assert ben.shows(Accept(first.id))


async def test_harder_twice_in_a_day_is_one_rung(ben: Phone) -> None:
    await ben.wake()
    first = await ben.last()
    for _ in range(2):
        await ben.say("/harder")
        assert ben.fresh
        assert (await ben.last()).rung == first.rung + 1
    await ben.jump(minutes=1)
    await ben.say("/easier")
    assert (await ben.last()).rung == first.rung, "the other way is always open"


async def test_the_evening_has_one_gentle_word_with_the_smaller_one(ben: Phone) -> None:
    await ben.wake()
    assert await ben.at(19, 29) == []
    assert len(await ben.at(19, 30)) == 1
    assert ben.shows(Smaller)
    assert ben.shows(DayOff)
    await ben.tap(Smaller)
    assert (await ben.last()).size is Size.SMALLER
    assert await ben.at(7, 59) == []


async def test_a_day_that_was_told_of_has_no_word_in_the_evening(ben: Phone) -> None:
    await ben.wake()
    await ben.say("He said yes and gave me two")
    assert await ben.at(23) == []
    await ben.wake()
    await ben.tap(Accept)
    await ben.answer("3")
    assert len(await ben.at(19, 30)) == 1, "a prediction alone is not the ask"


async def test_an_unanswered_week_ends_in_one_word_and_then_silence(ben: Phone) -> None:
    await ben.wake()
    await ben.jump(days=30)
    assert await ben.planned(OccasionKind.MORNING) is None
    offered = len(await ben.log())
    assert offered <= 6
    assert len(ben.bubbles()) < 20
    assert not ben.shows(Accept) or not any(map(_has_no_buttons, ben.fresh[:-1]))
    assert await ben.jump(days=30) == []
    await ben.say("/today")
    assert ben.shows(Accept)
    await ben.wake()
    assert ben.shows(Accept)


def _has_no_buttons(message: dict[str, object]) -> bool:
    return "reply_markup" not in message
