"""After a debrief: how strong would an ask feel that may come? One question a day, theirs to leave."""

from __future__ import annotations

from bot.coach import ahead, messages
from bot.coach.ladder import Rating
from bot.coach.ladder_taps import RateAhead
from bot.coach.messages import Ask
from bot.coach.model import Attempt, Challenge
from bot.service import laddering, today
from bot.service.visit import Visit
from bot.store import ladder as store


async def bring_up(visit: Visit, attempt: Attempt) -> None:
    """Offer to rate a few again where asks felt far off; else have one rated that may come tomorrow."""
    if await laddering.bring_up_rerating(visit, attempt):
        return
    if attempt.planned and attempt.attempted and attempt.day == visit.today:
        question = await _question(visit)
        if question is not None:
            await visit.say(question)


async def _question(visit: Visit) -> messages.AskAhead | None:
    now, said = await today.morning(visit), (await visit.ladder()).ratings
    found = ahead.ask(ahead.tomorrow(now), said)
    return None if found is None else messages.AskAhead(Ask(found.id), ahead.goes_on(now.course, said))


async def pressed(visit: Visit, tap: RateAhead) -> None:
    """Keep what they say of it, on the ladder; a later tap says it anew."""
    known = next((ask for ask in visit.moment.bank if ask.id == tap.item), None)
    if known is None:
        await visit.say(messages.Outdated())
    elif tap.rating is None:
        await _left(visit, known)
    elif await laddering.rate(visit, tap.item, tap.rating):
        await visit.show(await _next(visit) or messages.HeardAhead(Ask(tap.item), tap.rating))
    else:
        await visit.say(messages.Outdated())


async def _left(visit: Visit, ask: Challenge) -> None:
    """Not this one: it is not asked about again, and who leaves a few in a row is asked no more."""
    if ask.id not in (await visit.ladder()).ratings:
        await store.rate(visit.unit, visit.person.id, Rating(ask.id, ask.domain, None, visit.now))
        visit.resized()
    await visit.show(messages.HeardAhead(Ask(ask.id), None))


async def _next(visit: Visit) -> messages.AskAhead | None:
    """The next question of a round, which is asked in place of the one before."""
    goes_on = ahead.goes_on(await visit.course(), (await visit.ladder()).ratings)
    return await _question(visit) if goes_on else None
