"""What is read through a snapshot equals what the whole log gives, whatever happens to the log meanwhile."""

from __future__ import annotations

import random  # noqa: TID251  made-up lives, the same again for the same seed
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, text

from bot.coach import debrief, ladder, past, sizing, taps
from bot.coach.debrief import Thoughts
from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import Attempt, Domain, Facts, Look, Outcome, Size, Stakes, State, Wish
from bot.coach.past import Past
from bot.coach.sizing import Course
from bot.service import coursing
from bot.service.events import Command, Pressed
from bot.service.visit import Visit
from bot.store import attempts, courses
from bot.store import ladder as ladder_store
from bot.store.courses import Snapshot
from bot.store.tables import courses as table
from tests.service.practising import ANN, BANK, MONDAY, Ann

DAY = timedelta(days=1)
SOCIAL, PROFESSIONAL, CUSTOMERS = Domain.SOCIAL, Domain.PROFESSIONAL, Domain.CUSTOMERS
OURS = [ask for ask in BANK if ask.domain in (SOCIAL, PROFESSIONAL, CUSTOMERS)]
WORDS = ("ask Ida for her ladder", "ask the choir for a solo", "ask Bo to move his car")
ZONES = ("UTC", "Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kolkata")
STAKES = {ask.id: ask.stakes for ask in BANK}
STATES = (State.DONE,) * 6 + (State.OFFERED, State.ACCEPTED, State.DAY_OFF, State.PAUSED)


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


# --- a life in which everything happens


@dataclass
class Life:
    """One act after another on one visit, by chance."""

    chance: random.Random
    visit: Visit

    async def lives(self) -> None:
        if self.chance.random() < 0.9:
            await self.asks(0)
        rare: tuple[tuple[float, Callable[[], Awaitable[object]]], ...] = (
            (0.3, self.looks_at_it),
            (0.15, self.changes_what_was),
            (0.02, self.changes_what_was_long_ago),
            (0.03, self.tells_of_an_old_day),
            (0.05, self.wishes),
            (0.04, self.rates),
            (0.02, self.adds_their_own),
            (0.01, self.says_anew_how_it_stings),
            (0.02, self.travels),
        )
        for likely, act in rare:
            if self.chance.random() < likely:
                await act()

    async def looks_at_it(self) -> None:
        await self.visit.course()  # what is worked out now may not outlive what comes

    async def asks(self, ago: int) -> None:
        entry = self._entry(self.visit.today - ago * DAY)
        await self.visit.add(entry)
        if self.chance.random() < 0.2:
            await self.visit.add(replace(self._entry(entry.day), planned=False))

    async def tells_of_an_old_day(self) -> None:
        await self.asks(self.chance.randrange(1, 90))

    async def changes_what_was(self) -> None:
        await self._changes(8)

    async def changes_what_was_long_ago(self) -> None:
        await self._changes(999)

    async def _changes(self, ago: int) -> None:
        first = self.visit.today - ago * DAY
        entries = [entry for entry in await attempts.log(self.visit.unit, ANN) if entry.day >= first]
        if entries:
            old, new = self.chance.choice(entries), self._entry(self.visit.today)
            await self.visit.keep(replace(old, state=new.state, facts=new.facts, closed_at=new.closed_at))

    async def wishes(self) -> None:
        day = self.visit.today - self.chance.choice((0, 0, 40)) * DAY
        domain, steps = self.chance.choice((SOCIAL, CUSTOMERS)), self.chance.choice((1, -1))
        await attempts.add_wish(self.visit.unit, ANN, Wish(self.visit.now, day, domain, steps))
        self.visit.resized()

    async def rates(self) -> None:
        own = await ladder_store.own(self.visit.unit, ANN)
        ask = self.chance.choice(OURS)
        key, domain = self.chance.choice([(ask.id, ask.domain), *((one.key, one.domain) for one in own)])
        said = Rating(key, domain, self.chance.randrange(1, 11), self.visit.now)
        await ladder_store.rate(self.visit.unit, ANN, said)
        self.visit.resized()

    async def adds_their_own(self) -> None:
        words = self.chance.choice(WORDS)
        asked = OwnAsk(0, SOCIAL, words, None, self.chance.randrange(1, 11), self.visit.now)
        if words not in {one.words for one in await ladder_store.own(self.visit.unit, ANN)}:
            await ladder_store.add(self.visit.unit, ANN, asked)
        self.visit.resized()

    async def says_anew_how_it_stings(self) -> None:
        sting = {**self.visit.person.sting, CUSTOMERS: self.chance.randrange(1, 11)}
        await self.visit.save(replace(self.visit.person, sting=sting))

    async def travels(self) -> None:
        await self.visit.save(replace(self.visit.person, zone=self.chance.choice(ZONES)))

    def _entry(self, day: date) -> Attempt:
        ask, state, now = self.chance.choice(OURS), self.chance.choice(STATES), self.visit.now
        told = self.chance.random() < 0.15
        return Attempt(
            id=0,
            day=day,
            domain=ask.domain,
            rung=ask.rung,
            state=state,
            offered_at=now,
            challenge=None if told else ask.id,
            own=self.chance.choice(WORDS) if told else None,
            size=self.chance.choice((Size.FULL, Size.FULL, Size.FULL, Size.SMALLER, Size.IMAGINAL)),
            context=ask.context,
            passed=(self.chance.choice(OURS).id,) if self.chance.random() < 0.1 else (),
            looks=(Look(self.chance.choice(OURS).id, 9),) if self.chance.random() < 0.1 else (),
            closed_at=now if state is State.DONE else None,
            facts=self._facts() if state is State.DONE else Facts(),
        )

    def _facts(self) -> Facts:
        rating, percent = range(1, 11), range(0, 101, 5)
        return Facts(
            anticipated=self.chance.choice((None, *rating)),
            chance=self.chance.choice((None, *percent)),
            outcome=self.chance.choice(list(Outcome)),
            peak=self.chance.choice((None, *rating)),
            again=self.chance.choice((None, *percent)),
        )


@pytest.mark.parametrize(("seed", "days"), [(1, 200), (2, 60), (3, 60)])
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
        (rates, False),
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
