"""What the coach began with and could not send in time is taken back, and its moment is judged anew.

So an hour without Telegram ends as an hour in which the bot slept: two hours late as ever, later that day in
one catch-up, the next day not at all. Nothing is planned or said here; the ticker does that.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.coach import day, messages
from bot.coach.day import Due, Late
from bot.coach.model import Attempt, Person, State
from bot.service import planning
from bot.store import attempts, occasions, outbox, people
from bot.store.outbox import Letter
from bot.store.states import LetterKind, OccasionKind
from bot.store.unit import Unit

FRESH = timedelta(minutes=5)  # what is younger goes unseen: looking costs three queries


async def timely(unit: Unit, letter: Letter, now: datetime) -> bool:
    """Tell whether a letter still fits; one that doesn't is cancelled, as if it had never been written."""
    old = now - letter.created_at > FRESH
    match letter.message:
        case messages.Offer() as offer if old and letter.kind is not LetterKind.EDIT:
            fits = await _offer_fits(unit, letter, offer, now)
        case messages.Nudge() as nudge:
            fits = await _nudge_fits(unit, letter, nudge, now if old else None)
        case _:
            return True
    if not fits:
        await outbox.cancel(unit, letter.id)
    return fits


async def _offer_fits(unit: Unit, letter: Letter, offer: messages.Offer, now: datetime) -> bool:
    person, attempt = await _about(unit, letter, offer.attempt)
    if person is None or attempt is None:
        return False
    late = await _late(unit, person, attempt, planning.MORNING, now)
    if late is Late.ON_TIME or (late is Late.LATE and offer.late) or _touched(attempt):
        return True
    await attempts.take_back(unit, person.id, attempt)
    await occasions.reopen(unit, person.id, planning.MORNING, attempt.day)
    await occasions.drop(unit, person.id, (planning.EVENING,))  # after a catch-up the evening is quiet
    return False


async def _nudge_fits(unit: Unit, letter: Letter, nudge: messages.Nudge, old_at: datetime | None) -> bool:
    person, attempt = await _about(unit, letter, nudge.attempt)
    if person is None or attempt is None:
        return False
    return old_at is None or await _late(unit, person, attempt, planning.EVENING, old_at) is Late.ON_TIME


async def _about(unit: Unit, letter: Letter, attempt_id: int) -> tuple[Person | None, Attempt | None]:
    person = await people.get(unit, letter.chat_id)
    return person, await attempts.get(unit, attempt_id, letter.chat_id)


async def _late(unit: Unit, person: Person, attempt: Attempt, kind: OccasionKind, now: datetime) -> Late:
    """How late it is for what was said at an occasion that is done; quiet hours are too late for anything."""
    at = await occasions.done_at(unit, person.id, kind, attempt.day)
    if at is None:  # they asked for it themselves
        return Late.ON_TIME
    if planning.awake(person, now) > now:
        return Late.GONE
    return day.lateness(Due(attempt.day, at), now, person.zone)


def _touched(attempt: Attempt) -> bool:
    """Whether they did anything with it, and so have seen it."""
    return attempt.state is not State.OFFERED or bool(attempt.passed or attempt.answered)
