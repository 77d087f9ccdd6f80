"""The circle's clock calls: a card each morning, on Monday a theme and buddies, a poll, a recap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.coach import day as days
from bot.coach.circles import recap, themes, week
from bot.coach.circles.model import Call, Member
from bot.coach.day import Due, Late
from bot.coach.messages.groups import CircleRecap, ClosePoll, ThemePoll
from bot.service.circles import buddying, carding, posting
from bot.service.visit import Moment
from bot.store import circles, members, outbox, together
from bot.store.circles import Record
from bot.store.codec import MESSAGES
from bot.store.unit import Unit

BATCH = 20  # circles a look; each has a transaction of its own, as pairing a large one takes a while
LEAST_VOTERS = 3  # below that a theme is simply there


async def due(unit: Unit, now: datetime, limit: int = BATCH) -> tuple[int, ...]:
    """The circles whose clock calls, and those whose card changed, each once."""
    called, stirred = await circles.due(unit, now, limit), await circles.stirred(unit, now, limit)
    return tuple(dict.fromkeys((*called, *stirred)))


async def happen(unit: Unit, circle_id: int, moment: Moment) -> None:
    """Do what is due for one circle, if nobody else did."""
    record = await circles.get(unit, circle_id)
    if record is not None and record.due_at is not None and record.due_at <= moment.now:
        await _called(unit, record, moment)
        record = await circles.get(unit, circle_id)
    if record is not None and record.refresh_at is not None and record.refresh_at <= moment.now:
        await _look(unit, record, moment)


async def put_off(unit: Unit, circle_id: int, now: datetime) -> None:
    """One that broke: what was due is given up, and tried again a day later. It may not even be readable."""
    await circles.note(unit, circle_id, refresh_at=None, due_at=now + week.DAY)


async def follow_zones(unit: Unit, now: datetime) -> None:
    """The rules of the zones changed: every circle's next call is worked out anew."""
    for record in await circles.awaited(unit):
        await plan(unit, record, now)


async def plan(unit: Unit, record: Record, now: datetime) -> None:
    """Let the clock of a circle call next when its rule says."""
    following = week.next_call(record.circle, now)
    await circles.note(
        unit, record.circle.id, due_at=following.at, due_call=following.call, due_day=following.day
    )


async def _called(unit: Unit, record: Record, moment: Moment) -> None:
    await plan(unit, record, moment.now)
    if record.due_at is None or record.due_day is None or not record.reachable:
        return
    due = Due(record.due_day, record.due_at)
    if days.lateness(due, moment.now, record.circle.zone) is Late.GONE:
        return
    joined = await members.of(unit, record.circle.id)
    if not joined:
        return  # the hello with its button still stands
    match record.due_call:
        case Call.MORNING:
            await _morning(unit, record, joined, due.day, moment)
        case Call.POLL:
            await _poll(unit, record, joined, due.day, moment)
        case Call.RECAP | None:
            await _recap(unit, record, joined, due.day, moment)


async def _morning(unit: Unit, record: Record, joined: tuple[Member, ...], day: date, moment: Moment) -> None:
    if day.weekday() == week.MONDAY:
        record = await _monday(unit, record, joined, day, moment)
    if record.day == day or await carding.asleep(unit, record, day):
        return
    if posting.room(record, moment.now):
        message = await carding.content(unit, record, day, moment)
        await carding.begin(unit, record, message, day, moment.now)


async def _monday(
    unit: Unit, record: Record, joined: tuple[Member, ...], day: date, moment: Moment
) -> Record:
    """The week turns: the vote is counted, the theme is there, everybody has a buddy."""
    await _close_recap(unit, record, joined, moment.now)
    theme = await _elect(unit, record, day, moment)
    await circles.note(unit, record.circle.id, theme=theme)
    await buddying.pair_up(unit, record, joined, day, moment)
    return replace(record, circle=replace(record.circle, theme=theme))


async def _elect(unit: Unit, record: Record, monday: date, moment: Moment) -> themes.CircleTheme:
    lately = () if record.circle.theme is None else (record.circle.theme,)
    poll = await together.poll(unit, record.circle.id, monday)
    if poll is None:  # a circle too small for a vote takes what somebody proposed
        wanted = await together.proposed(unit, record.circle.id, monday)
        return themes.choices(wanted, lately, moment.roll)[0]
    await together.close_poll(unit, record.circle.id, monday)
    place = await outbox.number(unit, poll.letter)
    if place is not None and not poll.closed:
        await posting.edit(unit, record, ClosePoll(), place, moment.now)
    return themes.elected(poll.options, poll.counts, lately, moment.roll)


async def _poll(unit: Unit, record: Record, joined: tuple[Member, ...], day: date, moment: Moment) -> None:
    if len(joined) < LEAST_VOTERS or not posting.room(record, moment.now):
        return
    following = week.monday(day) + 7 * week.DAY
    lately = () if record.circle.theme is None else (record.circle.theme,)
    wanted = await together.proposed(unit, record.circle.id, following)
    options = themes.choices(wanted, lately, moment.roll)
    letter = await posting.post(unit, record, ThemePoll(options), moment.now)
    await together.open_poll(unit, record.circle.id, following, letter, options)


# --- the recap


async def _recap(unit: Unit, record: Record, joined: tuple[Member, ...], day: date, moment: Moment) -> None:
    message = await _week(unit, record, joined, week.monday(day), moment)
    if message.week.asks == 0 or not posting.room(record, moment.now):
        return
    letter = await posting.post(unit, record, message, moment.now)
    said = MESSAGES.encode(message)
    noted = {"recap_message": None, "recap_week": message.week.monday, "recap_said": said}
    await circles.note(unit, record.circle.id, recap_letter=letter, **noted)


async def _week(
    unit: Unit, record: Record, joined: tuple[Member, ...], monday: date, moment: Moment
) -> CircleRecap:
    circle = record.circle
    kinds = {challenge.id: challenge.kind for challenge in moment.bank}
    log = await members.logs(unit, [member.person for member in joined], monday - recap.WEEK - carding.BACK)
    known = recap.of_week(joined, log, kinds, monday, circle.zone)
    return CircleRecap(circle.id, known, await carding.bold(unit, circle, joined, monday), None, closed=False)


async def _close_recap(unit: Unit, record: Record, joined: tuple[Member, ...], now: datetime) -> None:
    """Take the buttons off the recap, and name the boldest ask if the votes did."""
    said = None if record.recap_said is None else MESSAGES.decode(record.recap_said)
    place = await _recap_number(unit, record)
    if not isinstance(said, CircleRecap) or said.closed or not said.bold or place is None:
        return
    best = await carding.boldest(unit, record.circle, joined, said.week.monday)
    closed = replace(said, best=best, closed=True)
    await posting.edit(unit, record, closed, place, now)
    await circles.note(unit, record.circle.id, recap_said=MESSAGES.encode(closed))


async def _recap_number(unit: Unit, record: Record) -> int | None:
    if record.recap_message is not None or record.recap_letter is None:
        return record.recap_message
    return await outbox.number(unit, record.recap_letter)


# --- what changed


async def _look(unit: Unit, record: Record, moment: Moment) -> None:
    """Bring the messages of a circle to what is true, and look again when that is due."""
    await circles.note(unit, record.circle.id, refresh_at=None)
    if not record.reachable:
        return
    again = await carding.refresh(unit, record, moment)
    await _refresh_recap(unit, record, moment)
    if again is not None:
        await circles.note(unit, record.circle.id, refresh_at=again)


async def _refresh_recap(unit: Unit, record: Record, moment: Moment) -> None:
    """Bring the recap to what is true, while it is open: the votes, and nobody who has left."""
    said = None if record.recap_said is None else MESSAGES.decode(record.recap_said)
    place = await _recap_number(unit, record)
    if not isinstance(said, CircleRecap) or said.closed or place is None:
        return
    joined = await members.of(unit, record.circle.id)
    fresh = await _week(unit, record, joined, said.week.monday, moment)
    if fresh != said:
        await posting.edit(unit, record, fresh, place, moment.now)
        await circles.note(unit, record.circle.id, recap_said=MESSAGES.encode(fresh), recap_message=place)
