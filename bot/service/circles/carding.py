"""The one message of a circle's day: written in its morning, then edited in place to what is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coach import day as days
from bot.coach.circles import card, recap, week
from bot.coach.circles.model import Bold, Circle, Member, Today
from bot.coach.messages.groups import CircleCard, CircleHello, CircleRecap, PinCard
from bot.service.circles import links, posting
from bot.service.circles.links import Why
from bot.service.visit import Moment, Visit
from bot.store import circles, members, outbox, together
from bot.store.circles import Record
from bot.store.codec import MESSAGES
from bot.store.unit import Unit

SETTLE = timedelta(seconds=3)  # for what comes together: a debrief that is corrected at once, a crowd
SPACING = timedelta(seconds=15)  # between two edits: four a minute, of the twenty that Telegram allows
BACK = timedelta(days=7)  # an ask of that age may be told today
ASLEEP = timedelta(days=14)  # without an ask of anybody no new card is written

Content = CircleHello | CircleCard


async def stir(visit: Visit) -> None:
    """Something changed for a person that a card may show."""
    await circles.stir(visit.unit, visit.person.id, visit.now + SETTLE)


async def touch(unit: Unit, record: Record, now: datetime) -> None:
    """Somebody did something in the circle itself."""
    await circles.note(unit, record.circle.id, touched=True)
    await circles.look_again(unit, record.circle.id, now + SETTLE)


# --- what it says


async def content(unit: Unit, record: Record, day: date, moment: Moment) -> Content:
    """What the circle's message of a day says now."""
    joined = await members.of(unit, record.circle.id)
    link = links.to(record.circle, Why.JOIN, moment)
    if not joined:
        return CircleHello(link, 0, back=False)
    return await _card(unit, record.circle, joined, day, moment)


async def _card(
    unit: Unit, circle: Circle, joined: tuple[Member, ...], day: date, moment: Moment
) -> CircleCard:
    common = circle.common(day)
    return CircleCard(
        circle.id,
        day,
        len(joined),
        await today(unit, circle, joined, day),
        links.to(circle, Why.JOIN, moment),
        circle.theme,
        common,
        links.to(circle, Why.TOGETHER, moment) if common else None,
        await boldest(unit, circle, joined, day - week.DAY) if day.weekday() == week.MONDAY else None,
    )


async def today(unit: Unit, circle: Circle, joined: tuple[Member, ...], day: date) -> Today:
    """Who is in and who has made an ask, on a day of the circle."""
    log = await members.logs(unit, [member.person for member in joined], day - BACK)
    since = days.instant(day - BACK, days.TURN, circle.zone)
    notes = {note.attempt: note.words for note in await together.notes_of(unit, circle.id, since)}
    cheers = await together.cheered(unit, circle.id, day)
    return card.of_day(joined, log, notes, cheers, day, circle.zone)


async def bold(unit: Unit, circle: Circle, joined: tuple[Member, ...], day: date) -> tuple[Bold, ...]:
    """The asks of a day's week that can be voted for, with their votes."""
    monday = week.monday(day)
    log = await members.logs(unit, [member.person for member in joined], monday - BACK)
    told = {person: recap.asks(theirs, monday, circle.zone) for person, theirs in log.items()}
    notes = await together.notes_of(unit, circle.id, days.instant(monday, days.TURN, circle.zone))
    return recap.boldest(joined, told, notes, await together.voted(unit, circle.id, monday))


async def boldest(unit: Unit, circle: Circle, joined: tuple[Member, ...], day: date) -> Bold | None:
    """The boldest ask of a day's week, by the members' votes."""
    return recap.voted(await bold(unit, circle, joined, day))


async def votable(unit: Unit, record: Record, monday: date, attempt_id: int) -> bool:
    """Whether an ask stands under the week's recap, which is still open."""
    said = None if record.recap_said is None else MESSAGES.decode(record.recap_said)
    if not isinstance(said, CircleRecap) or said.closed or said.week.monday != monday:
        return False
    return any(one.attempt == attempt_id for one in said.bold)


# --- when it is said


async def begin(unit: Unit, record: Record, message: Content, day: date, now: datetime) -> None:
    """Write the message of a day, or write over the last one if nobody would miss it."""
    old = await number(unit, record)
    newest = old is not None and old >= (record.newest or 0)
    if old is not None and week.writes_over(day, newest, record.touched):
        await posting.edit(unit, record, message, old, now)
        place: dict[str, int | None] = {"card_message": old}
    else:
        place = {"card_message": None, "card_letter": await posting.post(unit, record, message, now)}
    said = MESSAGES.encode(message)
    await circles.note(
        unit,
        record.circle.id,
        day=day,
        card_said=said,
        carded_at=now,
        touched=False,
        refresh_at=now + SPACING,
        **place,
    )


async def number(unit: Unit, record: Record) -> int | None:
    """Telegram's number of the card, if it has arrived."""
    if record.card_message is not None or record.card_letter is None:
        return record.card_message
    return await outbox.number(unit, record.card_letter)


async def asleep(unit: Unit, record: Record, day: date) -> bool:
    """Whether nobody of the circle has asked anything for two weeks: it is left in peace until they do."""
    joined = await members.of(unit, record.circle.id)
    log = await members.logs(unit, [member.person for member in joined], day - ASLEEP)
    old = record.created_at <= days.instant(day - ASLEEP, days.TURN, record.circle.zone)
    return old and not any(attempt.attempted for theirs in log.values() for attempt in theirs)


async def refresh(unit: Unit, record: Record, moment: Moment) -> datetime | None:
    """Edit the card to what is true; when to look again, None where nothing is left to look at."""
    now = moment.now
    if record.day is None or record.day != days.local_day(now, record.circle.zone):
        return None  # that day is over
    place = await number(unit, record)
    if place is None:
        return await _arriving(unit, record, now)
    if record.card_message is None:
        await _arrived(unit, record, place, now)
    if record.carded_at is not None and now < record.carded_at + SPACING:
        return record.carded_at + SPACING
    await _edit(
        unit, replace(record, card_message=place), await content(unit, record, record.day, moment), now
    )
    return None


async def _arriving(unit: Unit, record: Record, now: datetime) -> datetime | None:
    waits = record.card_letter is not None and await outbox.unsettled(unit, record.card_letter)
    return now + SPACING if waits else None


async def _arrived(unit: Unit, record: Record, place: int, now: datetime) -> None:
    newest = max(place, record.newest or 0)
    await circles.note(unit, record.circle.id, card_message=place, newest=newest)
    if record.circle.pins and record.may_pin:
        await posting.edit(unit, record, PinCard(), place, now)


async def _edit(unit: Unit, record: Record, message: Content, now: datetime) -> None:
    said = MESSAGES.encode(message)
    if said == record.card_said or record.card_message is None:
        return
    shown = isinstance(message, CircleCard) and message.today != Today()
    touched = record.touched or shown
    await posting.edit(unit, record, message, record.card_message, now)
    await circles.note(unit, record.circle.id, card_said=said, carded_at=now, touched=touched)
