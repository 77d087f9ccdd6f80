"""Guesses beside answers: what /stats says of one's own, and the one word about what people usually say."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.expected import Answers, expected, in_ten
from bot.coach.model import Attempt, Facts, Kind, Outcome, State
from bot.coach.taps import Accept, Finish, Step
from bot.store import answers, attempts, people
from bot.words import bank
from tests.journeys.phone import Phone

USUAL = "People say yes to asks like this about"
KINDS = {challenge.id: challenge.kind for challenge in bank.load().challenges}


async def asks(phone: Phone, chance: str, outcome: str, again: str | None = None) -> None:
    """Let a morning come, guess, ask, and tell of it as far as the question of the cost."""
    await phone.wake()
    await phone.tap(Accept)
    await phone.answer("6", chance, None)
    await phone.say("I asked the man next door about his ladder")
    await phone.answer(outcome, "4", None)
    if again is not None:
        await phone.answer(None, again)
        await phone.tap(Finish)


async def hear(phone: Phone, kind: Kind, heard: Answers) -> None:
    async with phone.stage.bot.store.unit() as unit:
        await answers.keep(unit, {kind: heard})


def kind_of(attempt: Attempt) -> Kind:
    return KINDS[attempt.challenge or ""]


async def test_stats_compare_the_guesses_with_the_answers_from_the_fifth_on(ben: Phone) -> None:
    for chance, outcome in (("80", "yes"), ("65", "no.respectful"), ("80", "partial"), ("95", "yes")):
        await asks(ben, chance, outcome, again="50")
    await ben.say("/stats")
    assert "You expected" not in ben.text(), "four say nothing"
    await asks(ben, "80", "no.dismissive", again="65")
    await ben.say("/stats")
    assert "You expected 80% no; it was 50% of 5 answers" in ben.text()
    assert "Your guess of a no: 80% before an ask, 53% after it" in ben.text()


async def test_who_guesses_far_off_hears_how_often_people_say_yes(ben: Phone) -> None:
    await asks(ben, "95", "yes")
    assert ben.asked() is Step.COST
    assert USUAL in ben.text()


async def test_who_guesses_well_hears_nothing_of_it(ben: Phone) -> None:
    await ben.wake()
    await hear(ben, kind_of(await ben.last()), Answers(40, 80))
    await ben.tap(Accept)
    await ben.answer("6", "50", None)
    await ben.say("I asked the man next door about his ladder")
    await ben.answer("yes", "4", None)
    assert ben.asked() is Step.COST
    assert USUAL not in ben.text()


async def test_what_everybody_was_answered_is_added_up_by_the_sweep(ben: Phone) -> None:
    await ben.wake()
    asked = await ben.last()
    await told_by_others(ben, asked, since=100, many=19)
    await ben.stage.bot.ticker.sweep()
    async with ben.stage.bot.store.read() as unit:
        assert await answers.kept(unit) == {}, "too few to speak"
    await told_by_others(ben, asked, since=200, many=21)
    await ben.stage.bot.ticker.sweep()
    belief = expected(kind_of(asked), {kind_of(asked): Answers(0, 40)})
    await ben.tap(Accept)
    await ben.answer("6", "5", None)
    await ben.say("I asked the man next door about his ladder")
    await ben.answer("yes", "4", None)
    assert f"{USUAL} {in_ten(belief)} time" in ben.text()


async def told_by_others(ben: Phone, asked: Attempt, since: int, many: int) -> None:
    """So many others make the same ask, once each, and hear a no."""
    told = replace(asked, state=State.DONE, planned=False, facts=Facts(outcome=Outcome.NO))
    async with ben.stage.bot.store.unit() as unit:
        for person in range(since, since + many):
            await people.add(unit, person, person, "Zoe", "en", ben.now)
            await attempts.add(unit, person, told)
