"""A circle comes about: the bot is added to a group, people join and leave, the group moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.coach import day as days
from bot.coach.circles import week
from bot.coach.circles.model import Sharing
from bot.coach.messages import Message
from bot.coach.messages.circles import (
    CircleAfterwards,
    CircleJoined,
    CircleLeft,
    CircleLinkDead,
    CircleMuted,
)
from bot.coach.messages.groups import ChannelNo, CircleHello, LeaveChannel, Link
from bot.coach.model import Person
from bot.service.circles import calling, carding, links, posting
from bot.service.circles import together as asking_together
from bot.service.circles.links import Why
from bot.service.events import Added, Place, Who
from bot.service.visit import Moment, Visit
from bot.store import circles, members, outbox, people, together
from bot.store.circles import Record
from bot.store.states import LetterKind
from bot.store.unit import Unit

# --- the bot in the group


async def added(unit: Unit, place: Place, event: Added, moment: Moment) -> None:
    """Welcome a group, or take note of what the bot may do there now."""
    if place.channel:
        await _refuse(unit, place, event, moment)
        return
    before = await circles.at(unit, place.chat_id)
    record = await _noted(unit, place, event, before, moment)
    if before is None or before.away_at is not None:
        await hello(unit, record, moment, back=before is not None)
    if record.muted_at is not None and record.added_by is not None:
        await _tell(unit, record.added_by, CircleMuted(record.circle.title), moment.now)


async def _noted(unit: Unit, place: Place, event: Added, before: Record | None, moment: Moment) -> Record:
    record = before or await begin(unit, place, event.by, moment)
    fresh = before is None or before.away_at is not None
    now = moment.now
    values = {
        "away_at": None,
        "muted_at": None if event.may_write else (record.muted_at or now),
        "may_pin": event.may_pin,
        "title": place.title,
        "added_by": event.by.id if fresh and event.by is not None else record.added_by,
    }
    await circles.note(unit, record.circle.id, **values)
    found = await circles.get(unit, record.circle.id)
    assert found is not None  # noqa: S101  noted above
    return found


async def begin(unit: Unit, place: Place, by: Who | None, moment: Moment) -> Record:
    """Note a group as a circle; its clock and its language are those of who added the bot."""
    known = None if by is None else await people.get(unit, by.id)
    person = known or Person(0, "", by.language if by is not None else "en", moment.default_zone)
    return await circles.add(
        unit,
        place.chat_id,
        place.title,
        links.key(moment.roll),
        moment.now,
        zone=person.zone,
        language=person.language,
        added_by=None if by is None else by.id,
    )


async def hello(unit: Unit, record: Record, moment: Moment, back: bool = False) -> None:
    """Say what it is, once, with the button to join; this message becomes the card of the day.

    The circle's clock calls where somebody has joined; a group of nobody wakes nobody.
    """
    joined = await members.count(unit, record.circle.id)
    if joined:
        await calling.plan(unit, record, moment.now)
    if not posting.room(record, moment.now):
        return
    day = days.local_day(moment.now, record.circle.zone)
    link = links.to(record.circle, Why.JOIN, moment)
    message = CircleHello(link, joined, back)
    await carding.begin(unit, replace(record, card_letter=None, card_message=None), message, day, moment.now)


async def _refuse(unit: Unit, place: Place, event: Added, moment: Moment) -> None:
    """A channel: one polite line, and out."""
    if event.may_write:
        no = ChannelNo(Link(moment.username, "channel"))
        await outbox.put(unit, place.chat_id, no, now=moment.now, kind=LetterKind.ONCE)
    await outbox.put(unit, place.chat_id, LeaveChannel(), now=moment.now, kind=LetterKind.EDIT)


async def removed(unit: Unit, chat_id: int, now: datetime) -> None:
    """The bot is out: nothing goes there any more; who has joined stays, for when it comes back."""
    await circles.gone(unit, chat_id, now)
    await outbox.cancel_for(unit, chat_id)


async def muted(unit: Unit, chat_id: int, now: datetime) -> None:
    """The bot may not write any more: nothing goes there, and who added it hears why."""
    await outbox.cancel_for(unit, chat_id)
    record = await circles.at(unit, chat_id)
    if record is None or record.muted_at is not None:
        return
    await circles.note(unit, record.circle.id, muted_at=now, refresh_at=None)
    if record.added_by is not None:
        await _tell(unit, record.added_by, CircleMuted(record.circle.title), now)


async def follow_chat(unit: Unit, old: int, new: int) -> None:
    """A group has a new id: whatever points to it follows."""
    record = await circles.at(unit, old)
    await outbox.moved(unit, old, new)
    if record is not None:
        await circles.moved(unit, record, new)


async def moved(unit: Unit, old: int, new: int, moment: Moment) -> None:
    """Follow a group to its new id, and have its card there."""
    await follow_chat(unit, old, new)
    record = await circles.at(unit, new)
    if record is None:
        return
    if record.card_letter is not None:
        await circles.look_again(unit, record.circle.id, moment.now)
        return
    today = days.local_day(moment.now, record.circle.zone)
    if record.day and record.day == today and posting.room(record, moment.now):
        message = await carding.content(unit, record, record.day, moment)
        await carding.begin(unit, record, message, record.day, moment.now)


async def _tell(unit: Unit, person_id: int, message: Message, now: datetime) -> None:
    """Tell somebody in private, if they have begun with the bot."""
    record = await people.record(unit, person_id)
    if record is not None and record.blocked_at is None:
        await outbox.put(unit, record.chat_id, message, now=now, person_id=person_id)


# --- people


async def follow(visit: Visit, payload: str) -> bool:
    """A link into a circle; False where it is none, or leads nowhere and was said so."""
    if not links.PAYLOAD.fullmatch(payload):
        return False
    found = await links.followed(visit.unit, payload)
    if found is None:
        await visit.say(CircleLinkDead())
    elif found[0] is Why.TOGETHER and visit.person.joined is not None:
        await asking_together.mine(visit, found[1])
    else:
        await ask(visit, found[1])
    return True


async def ask(visit: Visit, record: Record) -> None:
    """Let somebody into a circle; who is still in their first minutes gets in at their end."""
    circle = record.circle
    already = await members.get(visit.unit, circle.id, visit.person.id)
    if already is not None:
        await visit.say(_joined(record, already.sharing, already=True))
        return
    await members.ask(visit.unit, circle.id, visit.person.id, visit.now)
    if visit.person.joined is None:
        await visit.say(CircleAfterwards(circle.title))
    else:
        await let_in(visit)


async def let_in(visit: Visit) -> None:
    """Into the circles they asked to join."""
    for circle_id in await members.join(visit.unit, visit.person.id, visit.now):
        record = await circles.get(visit.unit, circle_id)
        member = await members.get(visit.unit, circle_id, visit.person.id)
        if record is not None and member is not None:
            await visit.say(_joined(record, member.sharing))
            if record.due_at is None:
                await calling.plan(visit.unit, record, visit.now)
            await carding.touch(visit.unit, record, visit.now)


def _joined(record: Record, sharing: Sharing, already: bool = False) -> CircleJoined:
    return CircleJoined(record.circle.id, record.circle.title, sharing, links.back(record), already)


async def leave(visit: Visit, record: Record) -> None:
    """Out of a circle: the card forgets them at once."""
    await forget(visit.unit, record, visit.person.id, visit.now)
    await visit.say(CircleLeft(record.circle.title))


async def forget(unit: Unit, record: Record, person_id: int, now: datetime) -> None:
    """Take somebody out of a circle, with the lines they showed it and the pair they are in."""
    circle = record.circle
    this_week = week.monday(days.local_day(now, circle.zone))
    await together.take_back_notes(unit, circle.id, person_id)
    await together.unpair(unit, circle.id, person_id, this_week)
    await members.leave(unit, circle.id, person_id)
    await circles.look_again(unit, circle.id, now)


async def erase(visit: Visit) -> None:
    """Everything of them is about to go: their circles' cards forget them, too."""
    for record in await circles.of_person(visit.unit, visit.person.id):
        await forget(visit.unit, record, visit.person.id, visit.now)
