"""Buddies beside an ask: a word asked for before a hard one and after it, and the news that one was made."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.circles import encouraging
from bot.coach.circles.model import Sharing
from bot.coach.messages.buddies import BackupWanted, BuddyDid, BuddyTold, CheerWanted, NoBuddy
from bot.coach.messages.circles import Named
from bot.coach.model import Attempt
from bot.service.circles import reaching
from bot.service.visit import Visit
from bot.store import occasions
from bot.store.states import OccasionKind


async def can_ask_before(visit: Visit, attempt: Attempt) -> bool:
    """Whether to offer that a buddy be asked for a word before this one."""
    return encouraging.before_hard(attempt) and await _has_buddy(visit)


async def can_ask_after(visit: Visit, attempt: Attempt) -> bool:
    """Whether to offer that a buddy be asked for a kind word after this one."""
    return encouraging.after_hard(attempt, visit.now) and await _has_buddy(visit)


async def _has_buddy(visit: Visit) -> bool:
    return bool(reaching.each_once(await reaching.everywhere(visit)))


async def ask_before(visit: Visit, attempt_id: int) -> None:
    """Before a hard one, if they want that: the buddies hear that one is ahead, and nothing of it."""
    attempt = await visit.attempt(attempt_id)
    if attempt is None or not encouraging.before_hard(attempt):
        await visit.say(messages.Outdated())
        return
    await _ask(visit, attempt, OccasionKind.BACKUP)


async def ask_after(visit: Visit, attempt_id: int) -> None:
    """After a hard one, if they want that: the buddies hear that there was one, and nothing of it."""
    attempt = await visit.attempt(attempt_id)
    if attempt is None or not encouraging.after_hard(attempt, visit.now):
        await visit.say(messages.Outdated())
        return
    await _ask(visit, attempt, OccasionKind.CHEER)


async def _ask(visit: Visit, attempt: Attempt, kind: OccasionKind) -> None:
    """Once an attempt: a mark tells that it was done, and a second tap is answered as the first."""
    after = kind is OccasionKind.CHEER
    buddies = reaching.each_once(await reaching.everywhere(visit))
    if not buddies:
        await visit.say(NoBuddy())
        return
    me, unit = visit.person, visit.unit
    if not await occasions.known(unit, me.id, kind, attempt.id):
        await occasions.mark(unit, me.id, kind, visit.today, visit.now, attempt.id)
        for circle, buddy in buddies:
            wanted = (CheerWanted if after else BackupWanted)(circle, Named(me.id, me.name))
            await reaching.tell(unit, buddy.id, me.id, wanted, visit.now)
    await visit.say(BuddyTold(tuple(buddy for _, buddy in buddies), after))


async def made(visit: Visit, attempt: Attempt) -> None:
    """An ask was made and told: this week's buddies hear that, where it is shared; each once a day."""
    if not attempt.attempted:
        return
    shared = [one for one in await reaching.everywhere(visit) if one.me.sharing.shows(Sharing.DONE)]
    marks = await occasions.marks(visit.unit, visit.person.id, OccasionKind.DID, visit.today)
    told = {about for about, day in marks if day == visit.today}
    for circle, buddy in reaching.each_once(shared):
        if buddy.id not in told:
            await _tell(visit, circle, buddy)


async def _tell(visit: Visit, circle: int, buddy: Named) -> None:
    me, unit = visit.person, visit.unit
    await occasions.mark(unit, me.id, OccasionKind.DID, visit.today, visit.now, buddy.id)
    await reaching.tell(unit, buddy.id, me.id, BuddyDid(circle, Named(me.id, me.name)), visit.now)
