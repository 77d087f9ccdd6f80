"""The learnt bank: asks as hard as everybody finds them, once a week, and met by everybody's next choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from bot.coach import everybody, fit, ladder, sizing
from bot.coach.everybody import EVERY, PEOPLE, Found
from bot.coach.model import Attempt, Challenge, Domain, Facts, Outcome, State
from bot.coach.sizing import Course
from bot.schedule.ticker import Ticker
from bot.service import coursing, learnt_bank
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment, Visit
from bot.store import attempts, heard, inbox, people
from bot.store import ladder as ladder_store
from bot.store.engine import Store
from bot.store.tables import courses as table
from bot.store.tables import inbox as arrived
from bot.store.unit import Unit
from tests.service.practising import ANN, BANK, MONDAY, Ann, join

DAY = timedelta(days=1)
SOCIAL = [ask for ask in BANK if ask.domain is Domain.SOCIAL and ask.rung <= 4]
HARD = SOCIAL[0]  # of which everybody says the most


def moment(found: LearntBank, days: int) -> Moment:
    return Moment(MONDAY + days * DAY, 0.4, found.bank, edition=found.edition)


async def visit(unit: Unit, found: LearntBank, person_id: int, days: int) -> Visit:
    record = await people.record(unit, person_id)
    assert record is not None
    return Visit(unit, record, moment(found, days))


async def practised(store: Store, many: int, found: LearntBank) -> None:
    """People who met HARD on their second day, to their horror, and other asks for three weeks."""
    async with store.unit() as unit:
        for person_id in range(100, 100 + many):
            await join(unit, MONDAY, person_id)
            await _weeks(unit, found, person_id)


async def _weeks(unit: Unit, found: LearntBank, person_id: int) -> None:
    asks = [SOCIAL[1], HARD, *SOCIAL[2:]]
    for days, ask in enumerate(asks[:20]):
        here = await visit(unit, found, person_id, days)
        await here.add(_entry(here, ask, 9 if ask is HARD else 5))
    await (await visit(unit, found, person_id, 25)).course()


def _entry(here: Visit, ask: Challenge, peak: int) -> Attempt:
    facts = Facts(outcome=Outcome.NO, anticipated=peak, peak=peak)
    state, at = State.DONE, here.now
    return Attempt(
        0, here.today, ask.domain, ask.rung, state, at, ask.id, context=ask.context, closed_at=at, facts=facts
    )


async def whole(here: Visit, bank: Sequence[Challenge]) -> Course:
    asks = ladder.named(bank, ())
    ratings = ladder.rated(asks, (), await ladder_store.ratings(here.unit, here.person.id))
    log = await attempts.log(here.unit, here.person.id)
    return sizing.course(log, (), here.person.sting, here.today, asks, ratings)


def off(found: LearntBank) -> dict[str, float]:
    return {ask.id: ask.off(None) for ask in found.bank if ask.found}


def of_hard(by: float, days: int = 0) -> Found:
    return Found({HARD.id: (((MONDAY + days * DAY).date(), by),)})


def test_nothing_found_is_the_bank_that_shipped() -> None:
    assert LearntBank(BANK).bank == tuple(BANK)
    assert LearntBank(BANK).edition == coursing.edition(BANK)


def test_what_is_found_leaves_every_rung_and_what_was_folded() -> None:
    found = LearntBank(BANK, Found({**of_hard(0.8).asks, "left-the-bank": ((MONDAY.date(), 1.0),)}))
    assert off(found) == {HARD.id: 0.8}
    assert [ask.rung for ask in found.bank] == [ask.rung for ask in BANK]
    assert found.edition == LearntBank(BANK).edition
    found.follow(Found())
    assert found.bank == tuple(BANK)


async def test_the_first_sweep_learns_what_everybody_finds_and_the_next_start_knows_it(empty: Ann) -> None:
    found = LearntBank(BANK)
    await practised(empty.store, PEOPLE, found)
    ticker = Ticker(empty.store, lambda: moment(found, 26), lambda: None, found)
    await ticker.sweep()
    assert off(found)[HARD.id] > 0.3
    assert off(found)[HARD.id] == max(off(found).values())
    async with empty.store.read() as unit:
        again = await learnt_bank.opened(unit, BANK)
    assert again.bank == found.bank


async def test_what_another_process_learnt_is_followed_with_the_next_sweep(empty: Ann) -> None:
    old, new = LearntBank(BANK), LearntBank(BANK)
    await practised(empty.store, PEOPLE, old)
    for found in (old, new):
        await Ticker(empty.store, lambda: moment(LearntBank(BANK), 26), lambda: None, found).sweep()
    assert off(new) == off(old) != {}


async def test_what_is_kept_no_longer_is_swept_also_where_nothing_can_be_learnt(empty: Ann) -> None:
    async with empty.store.unit() as unit:
        await inbox.put(unit, [{"update_id": number} for number in (1, 2)], MONDAY)
        await inbox.done(unit, 1, MONDAY)
        await unit.run(text("ALTER TABLE courses RENAME TO of_another_version"))
    found = LearntBank(BANK)
    with pytest.raises(OperationalError):
        await Ticker(empty.store, lambda: moment(found, 100), lambda: None, found).sweep()
    async with empty.store.read() as unit:
        assert (await unit.run(select(arrived.c.update_id))).scalars().all() == [2]  # the last is needed


async def test_four_people_are_too_few_to_be_everybody(empty: Ann) -> None:
    found = LearntBank(BANK)
    await practised(empty.store, PEOPLE - 1, found)
    await Ticker(empty.store, lambda: moment(found, 26), lambda: None, found).sweep()
    assert off(found) == {}


async def test_it_is_learnt_once_a_week(empty: Ann) -> None:
    found, learnt = LearntBank(BANK), []
    for hours in (0, 1, 24 * 7 - 1, 24 * 7, 24 * 7 + 1):
        now = MONDAY + timedelta(hours=hours)
        async with empty.store.unit() as unit:
            new = await found.learnt(unit, now)
            learnt.append(new is not None)
            if new is not None:
                await heard.keep(unit, new)
    assert learnt == [True, False, False, True, False]
    assert timedelta(days=7) == EVERY


async def test_an_ask_of_their_own_is_never_learnt_however_many_have_it(empty: Ann) -> None:
    ours = replace(HARD, id="ask Bo to move his car", own=True)
    found = LearntBank([ask for ask in BANK if ask is not HARD])
    await practised(empty.store, PEOPLE, LearntBank([ours, *BANK]))
    async with empty.store.read() as unit:
        assert HARD.id in {one.ask for one in await heard.words(unit, [HARD.id])}
        new = await found.learnt(unit, MONDAY)
    assert new is not None
    assert HARD.id not in new.asks


async def test_what_is_learnt_week_by_week_folds_no_log_again_and_the_whole_log_says_the_same(
    empty: Ann,
) -> None:
    found, asks, terms = LearntBank(BANK), SOCIAL[:30], set()
    history: dict[str, everybody.History] = {}
    async with empty.store.unit() as unit:
        await join(unit, MONDAY, 100)
    for days in range(60):
        if days % 7 == 5:  # half of the asks are found harder, and a little more each week
            since = (MONDAY + days * DAY + everybody.AHEAD).date()
            history = {ask.id: (*history.get(ask.id, ()), (since, days / 50)) for ask in asks[::2]}
            found.follow(Found(history))
        async with empty.store.unit() as unit:
            here = await visit(unit, found, 100, days)
            assert await here.course() == await whole(here, found.bank), f"on day {days}"
            await here.add(_entry(here, asks[days % 30], 4 + days % 5))
            terms |= set((await unit.run(select(table.c.terms))).scalars())
    assert len(terms) == 1, "one snapshot was carried on, and never made anew"


async def test_a_stranger_is_expected_to_find_it_as_everybody_does(ann: Ann) -> None:
    found = LearntBank(BANK)
    async with ann.store.unit() as unit:
        belief = (await (await visit(unit, found, ANN, 0)).course()).belief
    found.follow(of_hard(1.0))
    harder = next(ask for ask in found.bank if ask.id == HARD.id)
    assert fit.guess(belief, harder).distress > fit.guess(belief, HARD).distress + 0.5
