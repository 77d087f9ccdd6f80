"""Programs: show them, choose one, leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.coach import messages, programs, talk, taps
from bot.coach.enrolment import Program
from bot.coach.model import RUNGS, Attempt
from bot.coach.programs import Headway
from bot.service.visit import Visit
from bot.store import attempts


async def pressed(visit: Visit, tap: taps.Enrol) -> None:
    """One of the programs; where it asks in a domain that is off, that is offered first."""
    if tap.program is None:
        visit.pressed = None  # the card stays readable
        await ask(visit)
        return
    domain = programs.DOMAINS.get(tap.program)
    if domain is None or domain in visit.person.sting:
        await _enrol(visit, tap.program)
    elif tap.sting is None:
        await visit.show(messages.AskProgramSting(tap.program, domain))
    elif tap.sting in RUNGS:
        await visit.save(replace(visit.person, sting={**visit.person.sting, domain: tap.sting}))
        await _enrol(visit, tap.program)
    else:
        await visit.say(messages.Outdated())


async def ask(visit: Visit) -> None:
    """Show which programs there are. They are chosen by button, so nothing typed is waited for."""
    if isinstance(visit.talk, talk.Setting):
        await visit.turn(talk.Idle())
    await visit.show(messages.AskProgram(await headway(visit)))


async def headway(visit: Visit) -> Headway | None:
    return programs.headway(visit.person.enrolment, await visit.log(), visit.today)


async def reached(visit: Visit, attempt: Attempt, asks: int) -> Headway | None:
    """What an ask just told of has brought them to in their program; `asks`: all that they ever made."""
    enrolment = visit.person.enrolment
    if enrolment is None or not programs.made(attempt):
        return None
    if enrolment.program is Program.HUNDRED:
        before = await attempts.made_before(visit.unit, visit.person.id, enrolment.since)
        return programs.milestone(asks, before)
    last = await attempts.last_made(visit.unit, visit.person.id, enrolment.since, but=attempt.id)
    return programs.reached(enrolment, await log(visit), attempt, visit.today, last)


async def log(visit: Visit) -> Sequence[Attempt]:
    """As much of the log as tells the theme: from the beginning of a program, until all would be over."""
    enrolment = visit.person.enrolment
    if enrolment is None or not programs.themes(enrolment.program):
        return ()
    domain, since = programs.DOMAINS[enrolment.program], enrolment.since
    begun = await attempts.made_on_first_days(visit.unit, visit.person.id, domain, since, programs.DAYS)
    lately = (attempt for attempt in await visit.recent() if attempt.day >= since)
    return tuple({attempt.id: attempt for attempt in (*begun, *lately)}.values())


async def _enrol(visit: Visit, program: Program) -> None:
    person = visit.person
    chosen = programs.enrol(person.enrolment, program, await visit.log(), visit.today)
    await visit.save(replace(person, enrolment=chosen))
    await visit.show(messages.Enrolled(await headway(visit)))
