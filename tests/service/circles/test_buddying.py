"""Buddies: found on a Monday among those who can be, told that an ask was made, asked for a word on a tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.coach.circle_taps import AskBackup, AskCheer, Buddying, OpenBuddy, WishFor
from bot.coach.circles.model import Sharing
from bot.coach.messages import Card, Outdated, Ready
from bot.coach.messages.buddies import (
    BackupWanted,
    BuddyDid,
    BuddyTold,
    BuddyView,
    CheerWanted,
    ChooseWish,
    NoBuddy,
    Paired,
)
from bot.coach.messages.circles import MyCircles, Named
from bot.coach.model import Pause
from bot.coach.taps import Accept, Answer, Finish, KeepAsk, Step, Today
from bot.service.events import Command
from bot.store import attempts, members, people, together
from tests.service.circles.bound import ANA, BEN, CLEO, Bound

SECRET = "Zwetschgenröster"


async def ask(pair: Bound, who: int, felt: str = "5") -> int:
    """Take today's ask up, and predict; its number."""
    await pair.taps(who, Today())
    attempt = (await pair.log(who))[-1].id
    answers = (Answer(attempt, Step.ANTICIPATED, felt), KeepAsk(attempt))
    guesses = (Answer(attempt, Step.CHANCE, "65"), Answer(attempt, Step.FEAR, None))
    await pair.taps(who, Accept(attempt), *answers, *guesses)
    return attempt


async def make(pair: Bound, who: int, peak: str = "4") -> int:
    """Take today's ask up, make it, and tell of it; its number."""
    attempt = await ask(pair, who)
    await pair.says(who, f"I asked about {SECRET} and she said no")
    answers = (Answer(attempt, Step.OUTCOME, "no.respectful"), Answer(attempt, Step.PEAK, peak))
    await pair.taps(who, *answers, Finish(attempt))
    return attempt


# --- Monday


async def test_two_are_told_of_each_other_once(two: Bound) -> None:
    await two.pair_up()
    assert await two.hears(ANA, Paired) == [Paired(two.circle, "Askers", (Named(BEN, "Ben"),))]
    assert await two.hears(BEN, Paired) == [Paired(two.circle, "Askers", (Named(ANA, "Ana"),))]


async def test_three_are_buddies_of_one_another(three: Bound) -> None:
    (told,) = await three.hears(ANA, Paired)
    assert told.buddies == (Named(BEN, "Ben"), Named(CLEO, "Cleo"))


async def test_who_is_away_or_wants_no_buddy_is_paired_with_nobody(nobody: Bound) -> None:
    nobody.circle = await nobody.found(-1, ANA, BEN, CLEO)
    async with nobody.store.unit() as unit:
        await attempts.add_pause(unit, ANA, Pause(date(2026, 11, 20), date(2026, 11, 23)))
        await members.change(unit, nobody.circle, BEN, buddies=False)
    await nobody.pair_up()
    assert [await nobody.hears(who, Paired) for who in (ANA, BEN, CLEO)] == [[], [], []]


async def test_who_turned_a_deaf_ear_is_not_paired_with_them_again(two: Bound) -> None:
    async with two.store.unit() as unit:
        await together.deafen(unit, BEN, ANA)
    await two.later(days=7)
    await two.pair_up()
    assert len(await two.hears(ANA, Paired)) == 1


async def test_a_buddy_in_the_night_is_told_in_the_morning(nobody: Bound) -> None:
    nobody.circle = await nobody.found(-1, ANA, BEN)
    async with nobody.store.unit() as unit:
        person = await people.get(unit, BEN)
        assert person is not None
        await people.save(unit, replace(person, zone="America/Los_Angeles"))  # 01:00 there
    await nobody.pair_up()
    assert await nobody.hears(BEN, Paired) == []
    await nobody.later(hours=9)
    assert len(await nobody.hears(BEN, Paired)) == 1


# --- what is set, and seen


async def test_turned_off_it_is_over_at_once_and_turned_on_it_is_for_monday(two: Bound) -> None:
    await two.taps(ANA, Buddying(two.circle, on=False))
    assert await two.last(ANA) == BuddyView(two.circle, "Askers", (), paired=False)
    await two.taps(BEN, OpenBuddy(two.circle))
    assert await two.last(BEN) == BuddyView(two.circle, "Askers", (), paired=True)
    await two.taps(ANA, Buddying(two.circle, on=True))
    assert await two.last(ANA) == BuddyView(two.circle, "Askers", (), paired=True)


async def test_a_wish_is_for_somebody_of_the_circle_and_nobody_else_hears_it(two: Bound) -> None:
    before = await two.hears(BEN, object)
    ben = (Named(BEN, "Ben"),)
    for wanted, kept in ((None, None), (BEN, BEN), (999, BEN), (ANA, BEN), (0, None)):
        await two.taps(ANA, WishFor(two.circle, wanted))
        assert await two.last(ANA) == ChooseWish(two.circle, "Askers", ben, kept)
    assert await two.hears(BEN, object) == before


async def test_buddy_shows_every_circle_and_without_one_how_to_begin(two: Bound) -> None:
    second = await two.found(-2, ANA)
    await two.does(ANA, Command("buddy"))
    assert [view.circle for view in await two.hears(ANA, BuddyView)] == [two.circle, second]
    third = await two.found(-3, CLEO)
    async with two.store.unit() as unit:
        await members.leave(unit, third, CLEO)
    await two.does(CLEO, Command("buddy"))
    assert isinstance(await two.last(CLEO), MyCircles)


async def test_a_circle_of_others_shows_nothing(two: Bound) -> None:
    await two.found(-2, CLEO)
    await two.taps(CLEO, OpenBuddy(two.circle))
    assert await two.last(CLEO) == Outdated()


# --- beside an ask


async def test_buddies_hear_that_an_ask_was_made_and_nothing_of_it(three: Bound) -> None:
    await make(three, ANA)
    for other in (BEN, CLEO):
        assert await three.hears(other, BuddyDid) == [BuddyDid(three.circle, Named(ANA, "Ana"))]
        assert SECRET not in str(await three.hears(other, object))


async def test_who_shares_nothing_tells_no_buddy_either(two: Bound) -> None:
    async with two.store.unit() as unit:
        await members.change(unit, two.circle, ANA, sharing=Sharing.NOTHING)
    await make(two, ANA)
    assert await two.hears(BEN, BuddyDid) == []


async def test_buddies_in_two_circles_hear_it_once_a_day(two: Bound) -> None:
    second = await two.found(-2, ANA, BEN)
    await two.pair_up(second)
    await make(two, ANA)
    assert len(await two.hears(BEN, BuddyDid)) == 1
    await two.later(days=1)
    await make(two, ANA)
    assert len(await two.hears(BEN, BuddyDid)) == 2


async def test_an_ask_not_made_is_not_told(two: Bound) -> None:
    attempt = await ask(two, ANA)
    await two.says(ANA, "I chickened out")
    await two.taps(ANA, Answer(attempt, Step.OUTCOME, "backed-out"), Finish(attempt))
    assert await two.hears(BEN, BuddyDid) == []


async def test_before_a_hard_one_the_buddies_can_be_asked_for_a_word_once(three: Bound) -> None:
    attempt = await ask(three, ANA, felt="7")
    (ready,) = await three.hears(ANA, Ready)
    assert ready.buddy
    await three.taps(ANA, AskBackup(attempt), AskBackup(attempt))
    told = BuddyTold((Named(BEN, "Ben"), Named(CLEO, "Cleo")), after=False)
    assert await three.hears(ANA, BuddyTold) == [told, told]
    for other in (BEN, CLEO):
        assert await three.hears(other, BackupWanted) == [BackupWanted(three.circle, Named(ANA, "Ana"))]


async def test_before_an_easy_one_or_one_that_is_told_nobody_is_asked(two: Bound) -> None:
    attempt = await ask(two, ANA, felt="6")
    assert [ready.buddy for ready in await two.hears(ANA, Ready)] == [False]
    await two.taps(ANA, AskBackup(attempt))
    assert await two.last(ANA) == Outdated()
    hard = await make(two, BEN)
    await two.taps(BEN, AskBackup(hard))
    assert await two.hears(ANA, BackupWanted) == await two.hears(BEN, BackupWanted) == []


async def test_after_a_hard_one_a_kind_word_is_asked_for_only_on_its_owners_tap(two: Bound) -> None:
    attempt = await make(two, ANA, peak="9")
    assert [card.buddy for card in await two.hears(ANA, Card)] == [True]
    assert await two.hears(BEN, CheerWanted) == []
    await two.taps(ANA, AskCheer(attempt), AskCheer(attempt))
    assert await two.hears(BEN, CheerWanted) == [CheerWanted(two.circle, Named(ANA, "Ana"))]
    assert SECRET not in str(await two.hears(BEN, object))


async def test_a_hard_one_of_days_ago_or_of_somebody_else_asks_nobody(two: Bound) -> None:
    attempt = await make(two, ANA, peak="9")
    await two.taps(BEN, AskCheer(attempt))
    assert await two.last(BEN) == Outdated()
    await two.later(days=3)
    await two.taps(ANA, AskCheer(attempt))
    assert await two.last(ANA) == Outdated()
    assert await two.hears(BEN, CheerWanted) == []


async def test_without_a_buddy_none_is_offered_and_a_late_tap_says_so(nobody: Bound) -> None:
    nobody.circle = await nobody.found(-1, ANA, BEN)
    attempt = await ask(nobody, ANA, felt="9")
    assert [ready.buddy for ready in await nobody.hears(ANA, Ready)] == [False]
    await nobody.taps(ANA, AskBackup(attempt))
    assert await nobody.last(ANA) == NoBuddy()
