"""Who is whose buddy, and what reaches whom: hold, pause, silence and night are the receiver's own affair.

Who sends something is told the same whatever becomes of it: nobody learns who is on hold or wants no words.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.coach import day as days
from bot.coach.circles import week
from bot.coach.circles.model import Member
from bot.coach.messages import Message
from bot.coach.messages.circles import Named
from bot.service import planning
from bot.service.visit import Visit
from bot.store import attempts, circles, members, occasions, outbox, people, together
from bot.store.circles import Record
from bot.store.codec import MESSAGES
from bot.store.occasions import Occasion
from bot.store.people import Record as Somebody
from bot.store.states import LetterKind, OccasionKind, OccasionState
from bot.store.unit import Unit

STALE = timedelta(days=1)  # what was kept for a morning that was missed is old news


@dataclass(frozen=True, slots=True)
class Bound:
    """Somebody in a circle, with this week's buddies there."""

    record: Record
    me: Member
    buddies: tuple[Named, ...]

    def buddy(self, person_id: int) -> Named | None:
        return next((one for one in self.buddies if one.id == person_id), None)


async def bound(visit: Visit, circle_id: int) -> Bound | None:
    """Find their place in a circle; None where they are not in it, or the bot is not. Whom they turned a deaf
    ear to is no buddy of theirs."""
    record = await circles.get(visit.unit, circle_id)
    me = await members.get(visit.unit, circle_id, visit.person.id)
    if record is None or me is None or record.away_at is not None:
        return None
    monday = week.monday(days.local_day(visit.now, record.circle.zone))
    paired = await together.buddies(visit.unit, circle_id, monday, visit.person.id)
    found = [await members.get(visit.unit, circle_id, one) for one in paired]
    names = [Named(one.person, one.name) for one in found if one is not None]
    heard = [one for one in names if not await together.is_deaf(visit.unit, visit.person.id, one.id)]
    return Bound(record, me, tuple(heard))


async def everywhere(visit: Visit) -> tuple[Bound, ...]:
    """Their place in each of their circles."""
    theirs = await circles.of_person(visit.unit, visit.person.id)
    found = [await bound(visit, record.circle.id) for record in theirs]
    return tuple(one for one in found if one is not None)


def each_once(bounds: Collection[Bound]) -> tuple[tuple[int, Named], ...]:
    """All the buddies, with a circle they meet in; who is one in two circles comes once."""
    found: dict[int, tuple[int, Named]] = {}
    for one in bounds:
        for buddy in one.buddies:
            found.setdefault(buddy.id, (one.record.circle.id, buddy))
    return tuple(found.values())


# --- what reaches somebody


async def tell(unit: Unit, to: int, by: int | None, message: Message, now: datetime) -> None:
    """Tell somebody what comes from another, None: from the coach. At night it waits for their morning;
    where it does not fit it is dropped, and nobody learns that."""
    record = await people.record(unit, to)
    if record is None or not await open_to(unit, record, by, now):
        return
    morning = planning.awake(record.person, now)
    if morning <= now:
        await _send(unit, record, message, now)
        return
    number = await together.keep_for_morning(unit, to, by, MESSAGES.encode(message), now)
    day = days.local_day(morning, record.person.zone)
    await occasions.plan(unit, to, OccasionKind.BUDDY, day, morning, number)


async def morning(visit: Visit, occasion: Occasion) -> None:
    """The night is over: what was kept comes now, if it still may."""
    awake = planning.awake(visit.person, visit.now)
    if awake > visit.now:  # their quiet hours have changed
        await occasions.postpone(visit.unit, occasion.id, awake)
        return
    kept = None
    if await occasions.claim(visit.unit, occasion.id, OccasionState.DONE):
        kept = await together.take_out(visit.unit, occasion.about)
    if kept is None or visit.now - kept.at > STALE:
        return
    message = MESSAGES.decode(kept.message)
    if message is not None and await open_to(visit.unit, visit.record, kept.by, visit.now):
        await _send(visit.unit, visit.record, message, visit.now)


async def open_to(unit: Unit, record: Somebody, by: int | None, now: datetime) -> bool:
    """Whether somebody may be spoken to at all, and wants to hear from this person."""
    if record.person.joined is None or any((record.held_at, record.blocked_at, record.silent_at)):
        return False
    if by is not None and await together.is_deaf(unit, record.person.id, by):
        return False
    today = days.local_day(now, record.person.zone)
    return not any(pause.covers(today) for pause in await attempts.pauses(unit, record.person.id))


async def _send(unit: Unit, record: Somebody, message: Message, now: datetime) -> None:
    await outbox.put(
        unit,
        record.chat_id,
        message,
        now=now,
        person_id=record.person.id,
        kind=LetterKind.ONCE,
        urgent=outbox.SCHEDULED,
    )
