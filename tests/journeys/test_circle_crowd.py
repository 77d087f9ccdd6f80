"""A circle of 200, of whom 150 tell of their ask within ten minutes: few edits, and the last one true."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.coach.circles import card
from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from bot.rehearsal import Rehearsal
from bot.service.circles import carding
from bot.store import members
from tests.journeys.askers import Askers, found
from tests.journeys.conftest import BEN_GETS_UP
from tests.service.practising import join, visiting

CROWD, TELLING = 200, 150
EVERY = timedelta(minutes=10) / TELLING
LOOK = timedelta(seconds=5)  # how often the bot looks who is due
FIRST = 8_000_000_000


async def crowd(stage: Rehearsal) -> Askers:
    """At 08:31 of a Monday in New York, 200 people in a circle, one of them with a phone."""
    await stage.jump(BEN_GETS_UP)
    group = await found(stage, ("Ana",))
    await group.join(group.phones[0])
    number = (await group.record()).circle.id
    async with stage.bot.store.unit() as unit:
        for person in range(FIRST, FIRST + CROWD - 1):
            named = {"zone": "America/New_York", "name": f"P{person - FIRST}", "days": frozenset[int]()}
            await join(unit, stage.clock.now(), person, **named)
            await members.ask(unit, number, person, stage.clock.now())
            await members.join(unit, person, stage.clock.now())
            await members.change(unit, number, person, buddies=False)  # nothing is written to them first
    await stage.jump(stage.world.instant() + timedelta(minutes=71))
    return group


async def tells(group: Askers, person: int, now: datetime) -> None:
    """Somebody's debrief is closed."""
    async with group.stage.bot.store.unit() as unit:
        visit = await visiting(unit, now, person)
        facts = Facts(outcome=Outcome.NO)
        made = Attempt(
            0,
            visit.today,
            Domain.SOCIAL,
            2,
            State.DONE,
            now,
            "social-x",
            planned=False,
            closed_at=now,
            facts=facts,
        )
        await visit.add(made)
        await carding.stir(visit)


async def test_a_crowd_makes_a_few_edits_and_the_last_one_is_true(stage: Rehearsal) -> None:
    group = await crowd(stage)
    begin = stage.clock.now()
    posted = len(group.bubbles())
    told = 0
    for look in range(int(timedelta(minutes=11) / LOOK)):
        now = begin + look * LOOK
        while told < TELLING and begin + told * EVERY <= now:
            await tells(group, FIRST + told, now)
            told += 1
        await stage.jump(now)
    requests = group.calls("sendMessage", "editMessageText")
    instants = [call.at for call in requests if call.at >= begin]
    assert max(sum(at <= other < at + timedelta(minutes=1) for other in instants) for at in instants) <= 5
    assert len(group.bubbles()) == posted
    last_told = begin + (TELLING - 1) * EVERY
    assert instants[-1] <= last_told + timedelta(seconds=30)
    assert f"{TELLING - card.MOST_DONE} more" in group.card()
    assert f"P{TELLING - 1}" in group.card()
