"""Programs: show them, choose one, leave it."""

from __future__ import annotations

from dataclasses import replace

from bot.coach import messages, programs, talk, taps
from bot.coach.enrolment import Program
from bot.coach.model import RUNGS
from bot.coach.programs import Headway
from bot.service.visit import Visit


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


async def _enrol(visit: Visit, program: Program) -> None:
    person = visit.person
    chosen = programs.enrol(person.enrolment, program, await visit.log(), visit.today)
    await visit.save(replace(person, enrolment=chosen))
    await visit.show(messages.Enrolled(await headway(visit)))
