"""Who is due: claims waiting occasions in batches, and lets the coach speak first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coach import afterwards, day, debrief, messages, past, say
from bot.coach.day import Due, Late
from bot.coach.model import Outcome, State
from bot.coach.talk import About, Idle, With
from bot.service import coursing, laddering, planning, today
from bot.service.circles import reaching
from bot.service.visit import Moment, Visit
from bot.store import attempts, circles, occasions, outbox, people
from bot.store.occasions import Occasion
from bot.store.states import LetterKind, OccasionKind, OccasionState
from bot.store.unit import Unit

BATCH = 5  # people a transaction: replies wait for one of these, and a commit costs less than a person
ZONED = 50  # the same where nothing but instants is compared
DONE, MISSED = OccasionState.DONE, OccasionState.MISSED
SILENCE_AFTER = timedelta(days=7)


async def tick(unit: Unit, moment: Moment, limit: int = BATCH) -> int:
    """Handle what is due, oldest first; the number handled. Call again while it is `limit`."""
    found = await due(unit, moment.now, limit)
    for number, occasion in enumerate(found):
        roll = (moment.roll + number * 0.618034) % 1  # spread one roll over the batch
        await happen(unit, occasion, replace(moment, roll=roll))
    return len(found)


async def due(unit: Unit, now: datetime, limit: int = BATCH) -> list[Occasion]:
    return await occasions.due(unit, now, limit)


async def miss(unit: Unit, occasion: Occasion) -> None:
    """Give an occasion up."""
    await occasions.claim(unit, occasion.id, MISSED)


async def next_at(unit: Unit) -> datetime | None:
    """When the next occasion waits, or a circle's clock calls."""
    both = (await occasions.next_at(unit), await circles.next_at(unit))
    return min((at for at in both if at is not None), default=None)


async def next_morning(unit: Unit, person_id: int) -> datetime | None:
    """When this person's next challenge comes, None if none is planned."""
    return await occasions.next_at(unit, person_id, planning.MORNING)


async def follow_zones(unit: Unit, moment: Moment, after: int) -> int | None:
    """After the rules of zones changed, compute what waits for some people anew where it moved.

    Those with numbers above `after`; the last of them, None when there are no more.
    """
    found = await occasions.awaited(unit, after, ZONED)
    for person_id in found:
        record = await people.record(unit, person_id)
        if record is not None and await planning.moved(unit, record.person):
            await planning.replan(Visit(unit, record, moment))
    return found[-1] if found else None


async def happen(unit: Unit, occasion: Occasion, moment: Moment) -> None:
    """Let one occasion happen, if nobody else claimed it."""
    record = await people.record(unit, occasion.person_id)
    if record is None or record.held_at or record.blocked_at:
        await occasions.claim(unit, occasion.id, MISSED)
        return
    visit = Visit(unit, record, moment)
    match occasion.kind:
        case planning.MORNING:
            await _morning(visit, occasion)
        case planning.EVENING:
            await _evening(visit, occasion)
        case OccasionKind.BUDDY:
            await reaching.morning(visit, occasion)
        case _:
            await _asked_later(visit, occasion)


async def _morning(visit: Visit, occasion: Occasion) -> None:
    late = day.lateness(Due(occasion.day, occasion.at), visit.now, visit.person.zone)
    awake = planning.awake(visit.person, visit.now)
    if late is not Late.GONE and awake > visit.now:
        if day.local_day(awake, visit.person.zone) == occasion.day:
            await occasions.postpone(visit.unit, occasion.id, awake)  # a catch-up waits for the quiet to end
            return
        late = Late.GONE
    if not await occasions.claim(visit.unit, occasion.id, MISSED if late is Late.GONE else DONE):
        return
    if late is Late.GONE:
        await _go_on_after(visit, occasion.day)
    elif await _unanswered_week(visit):
        await people.silence(visit.unit, visit.person.id, visit.now)
        await visit.say(messages.StillHere(await _bruised(visit)), kind=LetterKind.ONCE)
    else:
        await _offer(visit, late is Late.LATE)


async def _go_on_after(visit: Visit, missed: date) -> None:
    """Plan from the next local day on, or from today: this morning may be due already, and is judged anew."""
    following = max(missed + planning.DAY, visit.today)
    begin = day.instant(following, day.TURN, visit.person.zone)
    await planning.plan_morning(visit.unit, visit.person, begin)


async def _unanswered_week(visit: Visit) -> bool:
    """Whether a week of offers went without a word. Days on which nothing was offered do not count."""
    seen = visit.record.last_seen_at
    since = day.local_day(seen, visit.person.zone) - planning.DAY  # they may have been in another zone
    log = await visit.recent()
    if visit.today - since > coursing.LATELY:
        log = await attempts.log(visit.unit, visit.person.id, since)
    unanswered = [a for a in log if a.day >= since and a.planned and a.offered_at > seen]
    return len(unanswered) > 1 and visit.now - unanswered[0].offered_at >= SILENCE_AFTER


async def _offer(visit: Visit, late: bool) -> None:
    attempt = None if await visit.planned_today() else await today.offer_today(visit)
    if attempt is None:
        await planning.plan_morning(visit.unit, visit.person, visit.now)
        return
    await _leave_yesterday(visit)
    await send(visit, await today.offer(visit, attempt, late))
    if not late:
        await planning.plan_evening(visit.unit, visit.person, visit.today, visit.now)


async def _leave_yesterday(visit: Visit) -> None:
    """Leave what was open to its buttons, or the story of today would be told of yesterday's ask.

    A debrief whose answer is still to be told stays open: that is what they will tell.
    """
    await laddering.leave(visit)
    talking = visit.talk
    if not isinstance(talking, With):
        return
    attempt = await visit.attempt(talking.attempt)
    if talking.about is not About.AFTER or attempt is None or attempt.facts.outcome is not None:
        await visit.turn(Idle())


async def send(visit: Visit, message: messages.Message) -> None:
    """Queue a message that the coach begins with; replies go before it."""
    await outbox.put(
        visit.unit, visit.record.chat_id, message, now=visit.now, person_id=visit.person.id, urgent=1
    )


async def _evening(visit: Visit, occasion: Occasion) -> None:
    """One gentle word, only if the day is neither done nor off and nothing of it was told yet."""
    late = day.lateness(Due(occasion.day, occasion.at), visit.now, visit.person.zone)
    quiet = planning.awake(visit.person, visit.now) > visit.now
    fits = late is Late.ON_TIME and not quiet
    if not await occasions.claim(visit.unit, occasion.id, DONE if fits else MISSED) or not fits:
        return
    attempt = await visit.planned_today()
    if await _bruised(visit):
        return  # after a bad one nothing pushes until they tell of another
    if attempt is not None and attempt.open and not debrief.begun(attempt):
        await send(visit, messages.Nudge(attempt.id, say.ask(attempt), attempt.state is State.ACCEPTED))


async def _bruised(visit: Visit) -> bool:
    """Whether the last thing they told was a bad one, however long ago."""
    return past.bruised(*await visit.history())


async def _asked_later(visit: Visit, occasion: Occasion) -> None:
    """A word a day after a hard one, a question days after a pending answer; pauses and quiet hours wait."""
    awake = planning.awake(visit.person, visit.now)
    if awake > visit.now or await today.paused(visit):
        at = awake if awake > visit.now else visit.now + timedelta(days=1)
        await occasions.postpone(visit.unit, occasion.id, at)
        return
    if not await occasions.claim(visit.unit, occasion.id, DONE) or visit.record.silent_at:
        return
    attempt = await visit.attempt(occasion.about)
    if attempt is None or attempt.facts.outcome is None:
        return
    if occasion.kind == planning.FOLLOW_UP:
        word = afterwards.word_of_a_day_later(attempt, visit.stakes(attempt))
        if word is not None:
            await send(visit, word)
    elif attempt.facts.outcome is Outcome.PENDING:
        await send(visit, messages.AnyAnswer(attempt.id, say.ask(attempt)))
