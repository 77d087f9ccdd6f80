"""What fits a life: said once in the settings, kept by every ask to come, no part of the first minutes."""

from __future__ import annotations

import pytest

from bot.coach.ladder_taps import PickAsk
from bot.coach.model import Context, Domain, Life
from bot.coach.taps import Another, DayOff, Field, OpenSettings, SetTo
from bot.words import bank
from tests.journeys.phone import NoButton, Phone, keys

REAL = {challenge.id: challenge for challenge in bank.load().challenges}
MOST = (Life.NO_ONLINE, Life.NO_HOME, Life.NO_SHOP, Life.NO_STREET, Life.NO_WORK)


async def say(phone: Phone, *said: Life) -> None:
    await phone.say("/settings")
    await phone.tap(OpenSettings(Field.LIFE), *(SetTo(Field.LIFE, f"+{one}") for one in said))


async def kept(phone: Phone) -> frozenset[Life]:
    return (await phone.record()).person.life


async def test_the_first_minutes_never_ask_for_it(stranger: Phone) -> None:
    await stranger.say("/start")
    assert not stranger.shows(SetTo)
    await stranger.press("se:life:+no-phone")
    assert await kept(stranger) == frozenset()


async def test_no_phone_calls_means_none_by_morning_swap_or_ladder(ben: Phone) -> None:
    await say(ben, Life.NO_PHONE)
    assert "too few asks" not in ben.text()
    for _ in range(6):
        await ben.wake()
        for _ in range(3):
            assert (await ben.last()).context is not Context.PHONE
            await ben.tap(Another)
        assert (await ben.last()).context is not Context.PHONE
        await ben.tap(DayOff)
    await ben.say("/ladder")
    listed = [REAL[tap.item] for _, _, tap in keys(ben.fresh) if isinstance(tap, PickAsk)]
    assert len(listed) >= 25
    assert Context.PHONE not in {challenge.context for challenge in listed}


async def test_what_was_said_is_ticked_and_taken_back_and_shown_among_the_settings(ben: Phone) -> None:
    await say(ben, Life.HARMONY, Life.FREE)
    assert ben.shows("✓ Harmony comes first")
    await ben.tap(SetTo(Field.LIFE, "-harmony"))
    assert await kept(ben) == {Life.FREE}
    await ben.say("/settings")
    assert "Only what costs nothing" in ben.text()
    assert "Harmony" not in ben.text()


async def test_a_tap_on_an_old_screen_is_one_step(ben: Phone) -> None:
    await say(ben)
    message, button = ben.button(SetTo(Field.LIFE, "+no-home"))
    for _ in range(2):
        await ben.press(button["callback_data"], message["message_id"])
    assert await kept(ben) == {Life.NO_HOME}


async def test_where_too_little_would_be_left_it_is_said_and_asks_go_on(ben: Phone) -> None:
    await say(ben, *MOST)
    assert "too few asks" in ben.text()
    await ben.tap(SetTo(Field.LIFE, "+no-phone"))
    for _ in range(4):
        await ben.wake()
        offered = await ben.last()
        assert offered.challenge is not None
        assert ben.shows(Another)
        await ben.tap(DayOff)


async def test_only_the_domains_they_practise_are_named(ben: Phone) -> None:
    await say(ben, *MOST, Life.NO_PHONE)
    assert "Romantic" not in ben.text()
    assert Domain.ROMANTIC not in (await ben.record()).person.sting


async def test_typed_words_say_nothing_of_it_and_change_nothing(ben: Phone) -> None:
    await say(ben)
    await ben.say("no phone calls please")
    assert await kept(ben) == frozenset()
    assert ben.shows(SetTo(Field.LIFE, "+no-phone"))


async def test_a_forged_one_is_refused_politely(ben: Phone) -> None:
    await ben.press("se:life:+no-moon")
    assert ben.fresh
    assert await kept(ben) == frozenset()
    with pytest.raises(NoButton):
        ben.button(SetTo(Field.LIFE, "+no-moon"))
