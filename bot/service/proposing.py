"""Another ask in place of today's, once they said how much that frightens them. Theirs to take or leave."""

from __future__ import annotations

from dataclasses import replace

from bot.coach import choose, debrief, messages, taps
from bot.coach.choose import Pick
from bot.coach.messages import Ask
from bot.coach.model import Attempt, Cause
from bot.service import today
from bot.service.visit import Visit


async def propose(visit: Visit, attempt: Attempt) -> bool:
    """Show another ask where one would fit clearly better; False where today's stands."""
    said = attempt.facts.anticipated
    if said is None or not attempt.open or choose.proposals_left(attempt) == 0:
        return False
    morning = await today.morning(visit)
    other = choose.instead(morning, attempt, said)
    if other is None:
        return False
    again = other.challenge.id in morning.course.times
    await visit.show(_instead(attempt, other, said, again))
    return True


def _instead(attempt: Attempt, other: Pick, said: int, again: bool) -> messages.Instead:
    why = other.why
    easier = why.expected is not None and why.expected < said
    bold = why.cause is Cause.BOLD
    return messages.Instead(attempt.id, Ask(other.challenge.id), said, why.rung, easier, bold, again)


async def pressed(visit: Visit, tap: taps.TakeInstead | taps.KeepAsk) -> None:
    """Take the other ask, or let today's stand; either way the prediction goes on."""
    attempt = await visit.attempt(tap.attempt)
    if attempt is None or not attempt.open or debrief.begun(attempt) or attempt.facts.anticipated is None:
        await today.outdated(visit, attempt)
        return
    if isinstance(tap, taps.KeepAsk):
        await today.before(visit, attempt)
        return
    await _take(visit, attempt, tap.challenge)


async def _take(visit: Visit, attempt: Attempt, challenge: str) -> None:
    """The other ask becomes today's; how strong the first one looked is kept beside it."""
    said = attempt.facts.anticipated
    other = None if said is None else choose.instead(await today.morning(visit), attempt, said)
    if other is None or said is None or other.challenge.id != challenge or attempt.ask is None:
        await today.outdated(visit, attempt)
        return
    taken = replace(debrief.put_away(attempt), why=other.why)
    attempt = await visit.keep(today.asking(taken, other.challenge))
    await visit.show(await today.offer(visit, attempt))
    await today.before(visit, attempt)
