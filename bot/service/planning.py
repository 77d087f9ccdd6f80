"""When the coach speaks first: keeps a person's next occasions true to their rule."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.coach import day, preferences
from bot.coach.model import Attempt, Outcome, Person
from bot.service.visit import Visit
from bot.store import attempts, occasions
from bot.store.states import OccasionKind, OccasionState
from bot.store.unit import Unit

MORNING, EVENING = OccasionKind.MORNING, OccasionKind.EVENING
DAY = timedelta(days=1)
FOLLOW_UP, PENDING = OccasionKind.FOLLOW_UP, OccasionKind.PENDING


async def replan(visit: Visit) -> None:
    """Make the waiting morning and evening follow the rule as it is now. The past stays as it was."""
    await occasions.drop(visit.unit, visit.person.id, (MORNING, EVENING))
    if _waits(visit):
        return
    await plan_morning(visit.unit, visit.person, visit.now)
    attempt = await visit.planned_today()
    if attempt is not None and attempt.open:
        await plan_evening(visit.unit, visit.person, visit.today, visit.now)


async def moved(unit: Unit, person: Person) -> bool:
    """Whether a morning or an evening waits for another instant than their clock now says."""
    at = {MORNING: preferences.morning(person), EVENING: person.evening}
    waiting = await occasions.waiting(unit, person.id)
    daily = (one for one in waiting if one.kind in at)
    return any(day.instant(one.day, at[one.kind], person.zone) != one.at for one in daily)


def _waits(visit: Visit) -> bool:
    """Nobody is spoken to first before they joined, on hold, after blocking, or in silence."""
    record = visit.record
    return visit.person.joined is None or any((record.held_at, record.blocked_at, record.silent_at))


async def plan_morning(unit: Unit, person: Person, now: datetime) -> None:
    """Plan the next morning: a later local day than the last one with a challenge."""
    due = await next_morning(unit, person, now)
    if due is not None:
        await occasions.plan(unit, person.id, MORNING, due.day, due.at)


async def next_morning(unit: Unit, person: Person, now: datetime) -> day.Due | None:
    pauses = await attempts.pauses(unit, person.id)
    done = await occasions.last_done(unit, person.id, MORNING)
    taken = await attempts.last_planned(unit, person.id)  # a traveller's may lie ahead of today
    after = max(filter(None, (taken, done)), default=None)
    return day.next_due(preferences.morning(person), person.zone, person.days, now, after, pauses)


async def settle_morning(visit: Visit) -> None:
    """Today's challenge is there: a morning of today that still waits has nothing to bring."""
    for occasion in await occasions.waiting(visit.unit, visit.person.id):
        if occasion.kind is MORNING and occasion.day <= visit.today:
            await occasions.claim(visit.unit, occasion.id, OccasionState.DONE)
    await plan_morning(visit.unit, visit.person, visit.now)


async def plan_evening(unit: Unit, person: Person, on: date, now: datetime) -> None:
    """Plan the one gentle word of a day, if there is one and it lies ahead."""
    at = day.instant(on, person.evening, person.zone)
    if preferences.nudged(person) and at > now:
        await occasions.plan(unit, person.id, EVENING, on, at)


async def plan_after(unit: Unit, person: Person, attempt: Attempt, hard: bool, now: datetime) -> None:
    """After a debrief: a gentle word a day after a hard one, a question three days after a pending answer."""
    if hard:
        await _once(unit, person, FOLLOW_UP, attempt.id, now + timedelta(hours=24))
    if attempt.facts.outcome is Outcome.PENDING:
        await _once(unit, person, PENDING, attempt.id, now + timedelta(days=3))


async def _once(unit: Unit, person: Person, kind: OccasionKind, about: int, at: datetime) -> None:
    if await occasions.known(unit, person.id, kind, about):
        return  # a debrief can be closed again, after a correction
    at = awake(person, at)
    await occasions.plan(unit, person.id, kind, day.local_day(at, person.zone), at, about)


def awake(person: Person, at: datetime) -> datetime:
    """The instant itself, or the end of the quiet hours it falls into."""
    if not _quiet(person, at):
        return at
    wall, today = day.local_time(at, person.zone), day.local_day(at, person.zone)
    ends = [day.instant(today + n * DAY, person.quiet_to, person.zone) for n in (0, 1)]
    # in an hour that comes twice the end comes twice, too; in a gap it may move back into the quiet
    ends.append(at + (datetime.combine(wall.date(), person.quiet_to) - wall.replace(tzinfo=None)) % DAY)
    return min(end for end in ends if end > at and not _quiet(person, end))


def _quiet(person: Person, at: datetime) -> bool:
    return day.quiet(day.local_time(at, person.zone).time(), person.quiet_from, person.quiet_to)
