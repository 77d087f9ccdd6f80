"""What was felt finds its way onto the ladder: as better guesses, and as an offer to rate a few again."""

from __future__ import annotations

import re

import pytest

from bot.coach.ladder_taps import PickAsk, RateAsk, RateRound
from bot.coach.model import Attempt, Domain
from bot.coach.taps import Accept, Did, Field, Finish, OpenSettings, SetTo
from bot.telegram import buttons
from tests.journeys.phone import Phone, keys

SOCIAL = Domain.SOCIAL
AGAIN = RateRound(SOCIAL, again=True)


@pytest.fixture
async def sociable(ben: Phone) -> Phone:
    """Ben, practising in everyday life only."""
    await ben.say("/settings")
    await ben.tap(OpenSettings(Field.DOMAINS), SetTo(Field.DOMAINS, "professional"))
    return ben


async def rate(phone: Phone, item: str, rating: int) -> None:
    await phone.say("/ladder")
    await phone.press(buttons.pack(RateAsk(again=False, left=0, rating=rating, item=item)))


async def ask(phone: Phone, peak: int, rating: int | None = None) -> Attempt:
    """Make the ask of the next morning; it was rated before, and was as strong as `peak`."""
    await phone.wake()
    offered = await phone.last()
    if rating is not None:
        await rate(phone, offered.challenge or "", rating)
        await phone.jump(minutes=20)
    await phone.tap(Accept)
    await phone.answer(None, None, None)
    await phone.tap(Did)
    await phone.answer(None, "yes", str(peak))
    await phone.tap(Finish)
    return offered


async def test_two_surprises_bring_an_offer_to_rate_a_few_again(sociable: Phone) -> None:
    first = await ask(sociable, peak=2, rating=8)
    assert not sociable.shows(AGAIN), "one is a day like any other"
    second = await ask(sociable, peak=2, rating=8)
    assert sociable.shows(AGAIN)
    card, offer = sociable.fresh
    await sociable.tap(AGAIN)
    for item in (second, first):
        asked = {tap.item for _, _, tap in keys(sociable.fresh) if isinstance(tap, RateAsk)}
        assert asked == {item.challenge}
        await sociable.tap(
            RateAsk(again=True, left=2 if item is second else 1, rating=2, item=item.challenge or "")
        )
    assert sociable.shows(PickAsk), "and the ladder is there, with what they said"
    assert not sociable.shows(AGAIN)
    assert card["message_id"] < offer["message_id"], "the card stays where it was"


async def test_the_offer_comes_once_in_two_weeks_and_stays_on_the_ladder(sociable: Phone) -> None:
    for _ in range(2):
        await ask(sociable, peak=2, rating=8)
    assert sociable.shows(AGAIN)
    for _ in range(6):
        await ask(sociable, peak=2, rating=8)
        assert not sociable.shows(AGAIN)
    await sociable.say("/ladder")
    assert sociable.shows(AGAIN)
    offered = []
    for _ in range(5):
        await ask(sociable, peak=2, rating=8)
        offered.append(sociable.shows(AGAIN))
    assert sum(offered) == 1, "two weeks later, and then not again"


async def test_after_a_hard_one_nothing_more_is_asked_that_day(sociable: Phone) -> None:
    await ask(sociable, peak=7, rating=3)
    await ask(sociable, peak=9, rating=3)
    assert not sociable.shows(AGAIN)
    await ask(sociable, peak=5, rating=5)
    assert sociable.shows(AGAIN)


async def test_guesses_follow_what_was_felt_and_still_say_that_they_are_guesses(sociable: Phone) -> None:
    before = await guessed(sociable)
    for _ in range(3):
        await ask(sociable, peak=2)
    after = await guessed(sociable)
    assert len(after) == len(before), "nothing was rated, so all of it is guessed still"
    assert sum(after) <= sum(before) - len(before), "a point each, and more near to what they did"


async def guessed(phone: Phone) -> list[int]:
    """The guesses on the ladder, in its order."""
    await phone.say("/ladder")
    return [int(number) for number in re.findall(r"~(\d+) ", phone.text())]
