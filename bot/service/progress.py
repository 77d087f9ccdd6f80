"""How it is going, and asking for easier or harder."""

from __future__ import annotations

from bot.coach import growth, messages, stats
from bot.coach.model import Attempt, Cause, Domain, Wish
from bot.service import enrolling, today
from bot.service.visit import Visit
from bot.store import attempts


async def show(visit: Visit) -> None:
    """/stats: everything is recomputed from the log."""
    person = visit.person
    pauses = await attempts.pauses(visit.unit, person.id)
    found = stats.stats(await visit.log(), visit.today, person.joined or visit.today, person.days, pauses)
    way = await enrolling.headway(visit)
    grown = next(reversed(growth.reached(await visit.log())), None)
    await visit.say(messages.Progress(found, person.name, way, grown))


async def resize(visit: Visit, steps: int) -> None:
    """/easier (-1) and /harder (+1): noted in the log, and today's undecided ask follows at once."""
    domain = await _domain(visit)
    before = await _rung(visit, domain)
    await attempts.add_wish(visit.unit, visit.person.id, Wish(visit.now, visit.today, domain, steps))
    visit.resized()
    attempt = await today.resize(visit, steps)
    rung = await _rung(visit, domain)
    held = (await visit.course()).standings[domain].cause is Cause.HELD_SAFETY
    cause = Cause.HELD_SAFETY if held else Cause.HARDER if steps > 0 else Cause.EASIER
    await visit.say(messages.Resized(domain, cause, rung, steps * (rung - before) > 0))
    if attempt is not None:
        await visit.say(await today.offer(visit, attempt))


async def _rung(visit: Visit, domain: Domain) -> int:
    """Of the ask that is on the table in a domain, else of the next one."""
    attempt = await visit.planned_today()
    if attempt is not None and attempt.open and attempt.domain is domain:
        return attempt.rung
    expected = await today.forecast(visit, domain)
    return expected.rung if expected is not None else 1


async def _domain(visit: Visit) -> Domain:
    """The domain they mean: that of today's challenge, else of the last one, else their first."""
    here = [a for a in await visit.log() if a.domain in visit.person.sting]
    current: Attempt | None = await visit.planned_today() or (here[-1] if here else None)
    if current is not None and current.domain in visit.person.sting:
        return current.domain
    return visit.person.domains[0]
