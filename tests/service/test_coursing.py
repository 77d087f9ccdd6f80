"""What is read through a snapshot equals what the whole log gives, whatever happens to the log meanwhile."""

from __future__ import annotations

import random  # noqa: TID251  made-up lives, the same again for the same seed
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, text

from bot.coach import debrief, ladder, past, sizing, taps
from bot.coach.debrief import Thoughts
from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import Attempt, Domain, Facts, Outcome, Stakes, State, Wish
from bot.coach.past import Past
from bot.coach.sizing import Course
from bot.service import coursing
from bot.service.events import Command, Pressed
from bot.service.visit import Visit
from bot.store import attempts, courses
from bot.store import ladder as ladder_store
from bot.store.courses import Snapshot
from bot.store.tables import courses as table
from tests.service.any_log import Life
from tests.service.practising import ANN, BANK, MONDAY, Ann

DAY = timedelta(days=1)
SOCIAL, PROFESSIONAL, CUSTOMERS = Domain.SOCIAL, Domain.PROFESSIONAL, Domain.CUSTOMERS
OURS = [ask for ask in BANK if ask.domain in (SOCIAL, PROFESSIONAL, CUSTOMERS)]
WORDS = ("ask Ida for her ladder", "ask the choir for a solo", "ask Bo to move his car")
STAKES = {ask.id: ask.stakes for ask in BANK}


async def whole(visit: Visit) -> Course:
    """The course as the whole log gives it."""
    own = await ladder_store.own(visit.unit, ANN)
    asks = ladder.named(BANK, own)
    ratings = ladder.rated(asks, own, await ladder_store.ratings(visit.unit, ANN))
    log, wishes = await attempts.log(visit.unit, ANN), await attempts.wishes(visit.unit, ANN)
    return sizing.course(log, wishes, visit.person.sting, visit.today, asks, ratings)


async def told_of(visit: Visit) -> tuple[Past, Past]:
    """What the log comes to beside its course: read through the snapshot, and read whole."""
    older, later = await visit.history()
    whole = await attempts.log(visit.unit, ANN)
    return past.fold(older, later, STAKES), past.fold(Past(), whole, STAKES)


def unordered(found: Past) -> Past:
    """Without what depends on the order in which debriefs ended: some of these are ended months later."""
    return replace(found, thoughts=Thoughts(found.thoughts.debriefs))


async def kept(visit: Visit, edition: str = "") -> Snapshot | None:
    return await courses.get(visit.unit, ANN, coursing.terms(visit.person.sting, edition))


@pytest.mark.parametrize(("seed", "days"), [(1, 130), (2, 50), (3, 50)])
async def test_a_snapshot_never_says_another_thing_than_the_whole_log(ann: Ann, seed: int, days: int) -> None:
    chance, reached = random.Random(seed), 0  # noqa: S311  no secret
    for number in range(days):
        ann.now = MONDAY + number * DAY + timedelta(hours=chance.randrange(12))
        async with ann.store.unit() as unit:
            life = Life(chance, await ann.visit(unit))
            await life.lives()
            assert await life.visit.course() == await whole(life.visit), f"after what day {number} brought"
        async with ann.store.unit() as unit:
            visit = await ann.visit(unit)
            reached += await kept(visit) is not None
            assert await visit.course() == await whole(visit), f"on the morning after day {number}"
            if number % 5 == 0:
                through, read = map(unordered, await told_of(visit))
                assert through == read, f"beside the course, on the morning after day {number}"
    assert reached > (days - 2 * coursing.SETTLED.days) / 2, "it was there, most of the days"


@pytest.mark.parametrize("days", [9, 10, 40, 120])
async def test_a_thought_is_chosen_after_those_of_the_older_part_as_well(ann: Ann, days: int) -> None:
    chance = random.Random(days)  # noqa: S311  no secret
    for number in range(days):
        ann.now = MONDAY + number * DAY
        async with ann.store.unit() as unit:
            visit = await ann.visit(unit)
            ended = replace(
                entry(visit.today, number), closed_at=ann.now, answered=debrief.AFTER_ASKED, planned=True
            )
            outcome, peak = chance.choice((Outcome.YES, Outcome.NO)), chance.randrange(2, 10)
            await visit.add(replace(ended, facts=replace(ended.facts, outcome=outcome, peak=peak)))
            await visit.course()
    async with ann.store.unit() as unit:
        visit = await ann.visit(unit)
        through, read = await told_of(visit)
        assert through == read
        assert through.thoughts.passed
        older, later = await visit.history()
        assert (len(later) < days) is (days > coursing.SETTLED.days + coursing.STEP.days)
        assert (older == Past()) is (len(later) == days)


async def test_an_attempt_of_the_older_part_is_looked_at_in_the_whole_log(practised: Ann) -> None:
    async with practised.store.unit() as unit:
        visit = await practised.visit(unit)
        log = await attempts.log(unit, ANN)
        assert await visit.history(log[0]) == (Past(), log)
        older, later = await visit.history(log[-1])
        assert older.made + len(later) == len(log)


# --- what drops it


def entry(day: date, number: int) -> Attempt:
    ask = OURS[number % len(OURS)]
    at = datetime.combine(day, MONDAY.timetz())
    facts = Facts(anticipated=6, outcome=Outcome.NO, peak=5)
    return Attempt(
        0, day, ask.domain, ask.rung, State.DONE, at, challenge=ask.id, context=ask.context, facts=facts
    )


@pytest.fixture
async def practised(ann: Ann) -> Ann:
    """Ann with sixty days behind her, the older of them in a snapshot."""
    async with ann.store.unit() as unit:
        for number in range(60):
            await attempts.add(unit, ANN, entry(MONDAY.date() + number * DAY, number))
    ann.now = MONDAY + 60 * DAY
    async with ann.store.unit() as unit:
        await (await ann.visit(unit)).course()
    return ann


Change = Callable[[Visit], Awaitable[object]]
OLD = MONDAY.date() + 10 * DAY


async def nothing(visit: Visit) -> None:
    pass


async def corrects_an_old_fact(visit: Visit) -> None:
    old = next(one for one in await visit.log() if one.day == OLD)
    await visit.keep(replace(old, facts=replace(old.facts, peak=9)))


async def tells_of_an_old_day(visit: Visit) -> None:
    await visit.add(replace(entry(OLD, 99), planned=False))


async def wished_on_an_old_day(visit: Visit) -> None:
    await attempts.add_wish(visit.unit, ANN, Wish(visit.now, OLD, SOCIAL, -1))


async def rates(visit: Visit) -> None:
    await ladder_store.rate(visit.unit, ANN, Rating(OURS[0].id, OURS[0].domain, 9, visit.now))


async def rates_anew(visit: Visit) -> None:
    first = Rating(OURS[0].id, OURS[0].domain, 2, MONDAY + 10 * DAY)
    await ladder_store.rate(visit.unit, ANN, first)
    visit.resized()
    await visit.course()
    assert await kept(visit) is not None
    await rates(visit)


async def adds_an_ask(visit: Visit) -> None:
    await ladder_store.add(visit.unit, ANN, OwnAsk(0, SOCIAL, WORDS[0], None, 3, visit.now))


async def stings_more(visit: Visit) -> None:
    await visit.save(replace(visit.person, sting={SOCIAL: 9, PROFESSIONAL: 5}))


async def wishes_today(visit: Visit) -> None:
    await attempts.add_wish(visit.unit, ANN, Wish(visit.now, visit.today, SOCIAL, -1))


async def asks_today(visit: Visit) -> None:
    await visit.add(entry(visit.today, 60))


@pytest.mark.parametrize(
    ("change", "stays"),
    [
        (nothing, True),
        (asks_today, True),
        (wishes_today, True),
        (corrects_an_old_fact, False),
        (tells_of_an_old_day, False),
        (wished_on_an_old_day, False),
        (rates, True),
        (rates_anew, False),
        (adds_an_ask, False),
        (stings_more, False),
    ],
)
async def test_a_snapshot_is_dropped_by_what_changes_the_days_in_it(
    practised: Ann, change: Change, stays: bool
) -> None:
    async with practised.store.unit() as unit:
        visit = await practised.visit(unit)
        await visit.course()
        await change(visit)
        assert (await kept(visit) is not None) is stays
    async with practised.store.unit() as unit:
        visit = await practised.visit(unit)
        assert await visit.course() == await whole(visit)


async def test_a_bank_that_changed_and_another_model_have_no_snapshot(practised: Ann) -> None:
    async with practised.store.unit() as unit:
        visit = await practised.visit(unit)
        found = await kept(visit)
        assert found is not None
        assert await kept(visit, coursing.edition(BANK)) is None
        model = f"{sizing.MODEL}.{past.MODEL}/"
        assert found.terms.startswith(model)
        older = replace(found, terms=found.terms.replace(model, "0/", 1), course=sizing.begin({SOCIAL: 1}))
        await courses.keep(unit, ANN, older)
        assert await (await practised.visit(unit)).course() == await whole(visit)


def test_the_edition_tells_of_what_a_fold_reads_and_of_nothing_else() -> None:
    first, *others = BANK
    same = coursing.edition(BANK)
    other = Stakes.LOW if first.stakes is Stakes.MEANINGFUL else Stakes.MEANINGFUL
    assert coursing.edition([replace(first, stakes=other), *others]) != same
    assert coursing.edition([replace(first, rung=first.rung % 10 + 1), *others]) != same
    assert coursing.edition(others) != same
    assert coursing.edition([replace(first, found=((MONDAY.date(), 0.3),)), *others]) == same
    assert coursing.edition([replace(first, costs=not first.costs), *others]) == same


@pytest.mark.parametrize("shape", ["", "{", "null", "[]", "{}", '{"standings": {"social": 4}}'])
async def test_a_snapshot_that_cannot_be_read_is_as_none(practised: Ann, shape: str) -> None:
    async with practised.store.unit() as unit:
        await unit.run(text("UPDATE courses SET course = :shape").bindparams(shape=shape))
    async with practised.store.unit() as unit:
        visit = await practised.visit(unit)
        assert await kept(visit) is None
        assert await visit.course() == await whole(visit)
        assert await kept(visit) is not None, "it is made again"


async def test_a_snapshot_goes_with_the_person(practised: Ann) -> None:
    await practised.does(Command("delete"), Pressed(taps.Delete(sure=True), None))
    async with practised.store.read() as unit:
        assert (await unit.run(select(table.c.person_id))).all() == []
