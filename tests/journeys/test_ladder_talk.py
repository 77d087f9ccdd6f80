"""The ladder: eight ratings, an own ask that is refused and one that stays, moved, aimed, retired."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.coach import talk
from bot.coach.ladder import STALE, OwnAsk, Rating
from bot.coach.ladder_taps import (
    AddAsk,
    MoveAsk,
    NameGoal,
    OpenLadder,
    PickAsk,
    RateAsk,
    RateRound,
    RetireAsk,
)
from bot.coach.model import Attempt, Domain, Outcome, State
from bot.coach.taps import Accept, Another, DayOff, Delete, GoOn, LogOwn, Tap
from bot.store import ladder as store
from bot.telegram import buttons
from tests.journeys.phone import NoButton, Phone, keys

SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
FRIDAYS = "Ask my boss whether I may have Fridays off"
FILMING = "Secretly film strangers on the bus and ask them for their number"


async def ratings(phone: Phone) -> dict[str, Rating]:
    async with phone.stage.bot.store.read() as unit:
        return await store.ratings(unit, phone.id)


async def own(phone: Phone) -> tuple[OwnAsk, ...]:
    async with phone.stage.bot.store.read() as unit:
        return await store.own(unit, phone.id)


def shown(phone: Phone, kind: type[Tap]) -> list[Tap]:
    """The buttons of this kind that the last act brought, in their order."""
    return [tap for _, _, tap in keys(phone.fresh) if isinstance(tap, kind)]


async def rate(phone: Phone, rating: int) -> None:
    """Press a number on the keypad that was brought last."""
    keypad = [tap for tap in shown(phone, RateAsk) if isinstance(tap, RateAsk)]
    await phone.tap(next(tap for tap in keypad if tap.rating == rating))


async def add(phone: Phone, words: str, rating: int) -> str:
    """Put an own ask on the ladder of work; its key."""
    await phone.say("/ladder")
    await phone.tap(OpenLadder(WORK), AddAsk(WORK))
    await phone.say(words)
    await rate(phone, rating)
    return (await own(phone))[-1].key


async def test_the_ladder_has_its_asks_in_order_and_says_what_is_guessed(ben: Phone) -> None:
    await ben.say("/ladder")
    assert len(ben.fresh) == 1
    assert 25 <= len(shown(ben, PickAsk)) <= 30
    assert ben.text().count("~") == len(shown(ben, PickAsk)) + 1, "each a guess, and what the sign means"
    social = shown(ben, PickAsk)
    await ben.tap(OpenLadder(WORK))
    assert 25 <= len(shown(ben, PickAsk)) <= 30
    assert not set(social) & set(shown(ben, PickAsk))


async def test_eight_ratings_in_nine_taps_leave_the_rest_guessed(ben: Phone) -> None:
    await ben.say("/ladder")
    before = ben.acts
    await ben.tap(RateRound)
    for rating in (5, 9, 2, 8, 4, 7, 3, 9):
        await rate(ben, rating)
    assert ben.acts - before == 9
    assert sorted(one.rating or 0 for one in (await ratings(ben)).values()) == [2, 3, 4, 5, 7, 8, 9, 9]
    asks = len(shown(ben, PickAsk))
    assert 25 <= asks <= 30
    assert ben.text().count("~") == asks - 8 + 1
    await ben.tap(RateRound)
    await rate(ben, 6)
    assert len(await ratings(ben)) == 9, "more whenever they like"


async def test_a_number_tapped_twice_is_one_rating(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(RateRound)
    message, button = ben.button("4")
    for _ in range(2):
        await ben.press(button["callback_data"], message["message_id"])
    assert [one.rating for one in (await ratings(ben)).values()] == [4]


async def test_an_ask_that_is_not_for_them_leaves_the_ladder_and_the_round_goes_on(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(RateRound)
    (away,) = shown(ben, RetireAsk)
    assert isinstance(away, RetireAsk)
    await ben.tap(away)
    assert all(isinstance(tap, RateAsk) and tap.left == 8 for tap in shown(ben, RateAsk))
    await ben.say("/ladder")
    assert PickAsk(away.item) not in shown(ben, PickAsk)
    assert 25 <= len(shown(ben, PickAsk)) <= 30


async def test_an_own_ask_is_rated_aimed_moved_and_retired(ben: Phone) -> None:
    key = await add(ben, FRIDAYS, 7)
    assert ben.shows(NameGoal(key))
    await ben.tap(NameGoal)
    await ben.say("more time with  my kids")
    assert "more time with my kids" in ben.text()
    await ben.tap(MoveAsk(8, key))
    assert (await ratings(ben))[key].rating == 8
    await ben.tap(MoveAsk(7, key), MoveAsk(6, key))
    assert (await ratings(ben))[key].rating == 6
    (kept,) = await own(ben)
    assert (kept.words, kept.goal, kept.domain) == (FRIDAYS, "more time with my kids", WORK)
    await ben.tap(OpenLadder(WORK))
    assert FRIDAYS in ben.text()
    await ben.tap(PickAsk(key), RetireAsk(0, key))
    assert FRIDAYS not in ben.text()
    await ben.press(buttons.pack(PickAsk(key)))
    assert FRIDAYS not in ben.text(), "its old button says so politely"
    assert ben.fresh


async def test_moving_one_that_was_guessed_makes_it_theirs(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(shown(ben, PickAsk)[12])
    up = shown(ben, MoveAsk)[-1]
    assert isinstance(up, MoveAsk)
    await ben.tap(up)
    assert {key: one.rating for key, one in (await ratings(ben)).items()} == {up.item: up.to}


async def test_an_own_ask_that_breaks_a_rule_is_kindly_refused_and_may_be_said_anew(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(AddAsk)
    for words, reason in ((FILMING, "filming"), ("???", "couldn't read"), ("x " * 400, "couldn't read")):
        await ben.say(words)
        assert reason in ben.text()
        assert await own(ben) == ()
        assert isinstance(await ben.talk(), talk.AddingAsk)
    await ben.say("Ask my neighbour for a cup of sugar")
    assert [one.words for one in await own(ben)] == ["Ask my neighbour for a cup of sugar"]
    assert await ben.talk() is None


async def test_the_same_ask_is_on_the_ladder_once(ben: Phone) -> None:
    for _ in range(2):
        await add(ben, FRIDAYS, 7)
    assert len(await own(ben)) == 1


async def test_words_of_crisis_in_an_own_ask_stop_the_coach(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(AddAsk)
    await ben.say("I want to kill myself")
    assert ben.shows(GoOn)
    assert await own(ben) == ()


@pytest.mark.parametrize("way_out", ["/cancel", "/ladder", "/today"])
async def test_every_command_leads_out_of_the_own_ask(ben: Phone, way_out: str) -> None:
    await ben.say("/ladder")
    await ben.tap(AddAsk)
    await ben.say(way_out)
    await ben.say("hm")
    assert await own(ben) == ()


async def test_a_new_morning_leaves_an_own_ask_that_was_never_typed(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(AddAsk)
    await ben.wake()
    assert await ben.talk() is None


async def test_after_two_weeks_a_few_may_be_rated_again(ben: Phone) -> None:
    await ben.say("/ladder")
    await ben.tap(RateRound)
    for rating in (5, 9, 2, 8, 4, 7, 3, 9):
        await rate(ben, rating)
    assert not ben.shows(RateRound(SOCIAL, again=True))
    await ben.say("/pause 30")
    await ben.jump(seconds=STALE.total_seconds())
    await ben.say("/ladder")
    await ben.tap(RateRound(SOCIAL, again=True))
    for _ in range(4):
        await rate(ben, 1)
    again = [one for one in (await ratings(ben)).values() if ben.now - one.at < timedelta(days=1)]
    assert [one.rating for one in again] == [1] * 4
    assert shown(ben, PickAsk), "and the ladder is back"


async def test_an_own_ask_becomes_the_challenge_of_a_day_and_is_told_of_like_any_other(ben: Phone) -> None:
    await _easy_one(ben)
    offered = await _until_offered(ben)
    assert FRIDAYS in ben.text()
    assert (offered.challenge, offered.own, offered.planned, offered.domain) == (None, FRIDAYS, True, WORK)
    assert offered.rung <= 2
    await ben.tap(Accept)
    await ben.say("I asked and he said yes")
    await ben.answer("yes")
    done = await ben.last()
    assert (done.id, done.facts.outcome, done.own) == (offered.id, Outcome.YES, FRIDAYS)


async def test_an_own_ask_can_be_swapped_away_and_then_rests(ben: Phone) -> None:
    await _easy_one(ben)
    offered = await _until_offered(ben)
    await ben.tap(Another)
    other = await ben.last()
    assert (other.id, other.own, other.passed) == (offered.id, None, (FRIDAYS,))
    assert other.challenge is not None
    for _ in range(8):
        await ben.wake()
        assert (await ben.last()).own is None
        await ben.tap(DayOff)


async def test_an_own_ask_fetched_on_a_day_off_is_the_one_of_that_day(ben: Phone) -> None:
    await _easy_one(ben)
    await ben.say("/pause 20")
    for _ in range(6):
        await ben.jump(days=1)
        await ben.say("/today")
        if (await ben.last()).own:
            break
    entries = len(await ben.log())
    assert (await ben.last()).own == FRIDAYS
    await ben.say("/today")
    assert len(await ben.log()) == entries


async def test_nothing_of_the_ladder_is_left_after_erasing(
    ben: Phone, on_disk: Callable[[str], bool]
) -> None:
    await add(ben, FRIDAYS, 7)
    assert on_disk(FRIDAYS)
    await ben.say("/delete")
    await ben.tap(Delete(sure=True))
    assert not on_disk(FRIDAYS)
    assert (await own(ben), await ratings(ben)) == ((), {})


FORGED = (
    "ld:", "ld:romantic", "ld:nowhere", "lr:social:0", "lr:romantic:1", "lr:customers:0", "lr::",
    "lv:0:8:99:social-borrow-a-pen", "lv:0:0:5:own-404", "lv:1:-3:5:nothing",
    "lv:0:99999:5:social-borrow-a-pen",
    "li:own-1", "li:", "lm:0:social-borrow-a-pen", "lm:11:own-1", "lx:0:own-404", "lx:9:nothing",
    "la:romantic", "la:", "lg:own-404", "lg:social-borrow-a-pen",
)  # fmt: skip


async def test_forged_and_old_buttons_are_answered_and_change_nothing(ben: Phone) -> None:
    for data in FORGED:
        await ben.press(data)
        assert ben.fresh, data
    kept = (await ratings(ben)).values()
    assert all(one.rating == 5 for one in kept)
    assert await own(ben) == ()
    with pytest.raises(NoButton):
        ben.button(LogOwn)


async def _easy_one(ben: Phone) -> None:
    """An own ask that is small for Ben, and everything of work rated as he feels it."""
    await add(ben, FRIDAYS, 5)
    assert (await own(ben))[0].rung <= 2


async def _until_offered(ben: Phone) -> Attempt:
    for _ in range(10):
        await ben.wake()
        offered = await ben.last()
        if offered.own:
            return offered
        assert offered.state is State.OFFERED
        await ben.tap(DayOff)
    raise AssertionError("it was never offered")
