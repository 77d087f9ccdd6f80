"""After a debrief they are asked of one that may come: rated, left, or not asked at all."""

from __future__ import annotations

import pytest

from bot.coach.ahead import ENOUGH
from bot.coach.ladder import FIRST_ROUND, Rating
from bot.coach.ladder_taps import RateAhead, RateAsk
from bot.coach.model import Attempt
from bot.coach.taps import Accept, Did, Finish
from bot.store import ladder
from bot.telegram import buttons
from tests.journeys.phone import Phone


async def ask(phone: Phone, peak: int = 5) -> Attempt:
    """Make the ask of the next morning, and debrief it as quickly as can be."""
    await phone.wake()
    await phone.tap(Accept)
    await phone.answer("6", None, None)
    await phone.tap(Did)
    await phone.answer(None, "yes", str(peak))
    await phone.tap(Finish)
    return await phone.last()


@pytest.fixture
async def practised(ben: Phone) -> Phone:
    """Ben, with the three attempts behind him that set the level, and a fourth."""
    for _ in range(4):
        await ask(ben)
    return ben


def asked(phone: Phone) -> str:
    _, button = phone.button(RateAhead)
    tap = buttons.unpack(button["callback_data"])
    assert isinstance(tap, RateAhead)
    return tap.item


async def ratings(phone: Phone) -> dict[str, Rating]:
    async with phone.stage.bot.store.read() as unit:
        return await ladder.ratings(unit, phone.id)


async def test_the_first_two_debriefs_end_with_the_card(ben: Phone) -> None:
    for _ in range(2):
        await ask(ben)
        assert not ben.shows(RateAhead)


async def test_the_third_ends_with_a_round_of_eight_at_most_each_in_place_of_the_last(ben: Phone) -> None:
    for _ in range(3):
        await ask(ben)
    items = []
    while ben.shows(RateAhead):
        items.append(asked(ben))
        await ben.tap(RateAhead(5, items[-1]))
    assert 1 < len(items) <= FIRST_ROUND
    assert set(await ratings(ben)) == set(items)
    assert "5 of 10" in ben.text()


async def test_one_tap_puts_it_on_the_ladder_and_another_corrects_it(practised: Phone) -> None:
    assert practised.shows(RateAhead)
    item = asked(practised)
    await practised.tap(RateAhead(6, item))
    assert "6 of 10" in practised.text()
    assert (await ratings(practised))[item].rating == 6
    await practised.press(buttons.pack(RateAhead(4, item)))
    assert (await ratings(practised))[item].rating == 4
    await practised.say("/stats")
    assert not practised.shows(RateAhead)


async def test_who_skips_is_asked_nothing_more_that_day_and_never_about_that_one(practised: Phone) -> None:
    item = asked(practised)
    await practised.tap(RateAhead(None, item))
    assert not practised.shows(RateAhead)
    assert (await ratings(practised))[item].rating is None
    await ask(practised)
    assert asked(practised) != item


async def test_a_number_given_is_not_lost_by_a_late_skip(practised: Phone) -> None:
    item = asked(practised)
    await practised.tap(RateAhead(4, item))
    await practised.press(buttons.pack(RateAhead(None, item)))
    assert (await ratings(practised))[item].rating == 4


async def test_who_skips_five_times_is_left_in_peace_until_they_rate_one_themselves(practised: Phone) -> None:
    for _ in range(ENOUGH):
        item = asked(practised)
        await practised.tap(RateAhead(None, item))
        await ask(practised)
    assert not practised.shows(RateAhead)
    await practised.press(buttons.pack(RateAsk(False, 0, 6, item)))
    await ask(practised)
    assert practised.shows(RateAhead)


async def test_what_was_rated_is_not_asked_again(practised: Phone) -> None:
    item = asked(practised)
    await practised.tap(RateAhead(9, item))
    await ask(practised)
    assert not practised.shows(RateAhead) or asked(practised) != item


async def test_after_a_hard_one_nothing_more_is_asked(practised: Phone) -> None:
    await ask(practised, peak=9)
    assert not practised.shows(RateAhead)


async def test_a_button_of_an_ask_that_is_no_more_is_answered_politely(practised: Phone) -> None:
    for item in ("gone", asked(practised).upper()):
        await practised.press(buttons.pack(RateAhead(6, item)))
        assert practised.fresh
    await practised.press(buttons.pack(RateAhead(11, asked(practised))))
    assert await ratings(practised) == {}
