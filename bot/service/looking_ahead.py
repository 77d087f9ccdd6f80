"""After a debrief: how strong would an ask feel that may come? One question a day, theirs to leave."""

from __future__ import annotations

from bot.coach import ahead, messages, sizing
from bot.coach.ladder_taps import RateAhead
from bot.coach.messages import Ask
from bot.coach.model import Attempt
from bot.service import laddering, today
from bot.service.visit import Visit


async def bring_up(visit: Visit, attempt: Attempt) -> None:
    """Offer to rate a few again where asks felt far off; else have one rated that may come tomorrow."""
    if await laddering.bring_up_rerating(visit, attempt):
        return
    if attempt.planned and attempt.attempted and attempt.day == visit.today:
        await _ask(visit)


async def _ask(visit: Visit) -> None:
    """Not during the first attempts, which set the level, and not while something speaks for a rest."""
    now = await today.morning(visit)
    if now.calm or now.course.attempts < sizing.BASELINE:
        return
    found = ahead.ask(ahead.tomorrow(now))
    if found is not None:
        await visit.say(messages.AskAhead(Ask(found.id)))


async def pressed(visit: Visit, tap: RateAhead) -> None:
    """Keep what they say of it, on the ladder; a later tap says it anew."""
    known = next((ask for ask in visit.moment.bank if ask.id == tap.item), None)
    kept = known is not None and (tap.rating is None or await laddering.rate(visit, tap.item, tap.rating))
    if kept:
        await visit.show(messages.HeardAhead(Ask(tap.item), tap.rating))
    else:
        await visit.say(messages.Outdated())
