"""A program is told by its beginning and by the last weeks, and by nothing in between."""

from __future__ import annotations

import random  # noqa: TID251  made-up lives, the same again for the same seed
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.coach import programs
from bot.coach.enrolment import Enrolment, Program
from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from bot.service import enrolling
from bot.store import attempts
from tests.service.practising import ANN, MONDAY, Ann

DAY = timedelta(days=1)
OUTCOMES = (Outcome.YES, Outcome.NO, Outcome.NO, Outcome.BACKED_OUT)


def asked(now: datetime, domain: Domain, outcome: Outcome) -> Attempt:
    return Attempt(
        0, now.date(), domain, 3, State.DONE, now, "x", planned=False, facts=Facts(outcome=outcome, peak=5)
    )


@pytest.mark.parametrize(("seed", "busy"), [(1, 0.1), (2, 0.5), (3, 2.0)])
async def test_the_bounded_part_tells_the_theme_and_the_step_that_the_whole_log_tells(
    ann: Ann, seed: int, busy: float
) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    since, seen = (MONDAY + 3 * DAY).date(), set()
    async with ann.store.unit() as unit:
        visit = await ann.visit(unit)
        await visit.save(replace(visit.person, enrolment=Enrolment(Program.AT_WORK, since)))
    for number in range(60):
        ann.now = MONDAY + number * DAY
        async with ann.store.unit() as unit:
            for _ in range(int(busy + chance.random())):
                domain = chance.choice((Domain.PROFESSIONAL, Domain.PROFESSIONAL, Domain.SOCIAL))
                await attempts.add(unit, ANN, asked(ann.now, domain, chance.choice(OUTCOMES)))
            visit = await ann.visit(unit)
            await visit.course()  # the older part is folded
            part, whole = await enrolling.log(visit), await attempts.log(unit, ANN)
            person, today = visit.person.enrolment, visit.today
            assert programs.theme(person, part, today) is programs.theme(person, whole, today)
            assert programs.headway(person, part, today) == programs.headway(person, whole, today)
            if whole and whole[-1].day == today:
                reached = await enrolling.reached(visit, whole[-1], len(whole))
                assert reached == programs.reached(person, whole, whole[-1], today)
            seen.add(programs.theme(person, part, today))
    assert len(seen) >= 2
    assert len(part) <= 7 * programs.DAYS
