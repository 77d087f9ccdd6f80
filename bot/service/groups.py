"""The front desk of groups. Words of crisis are answered in private only; so is nearly everything else."""

from __future__ import annotations

from typing import assert_never

from bot.coach import circle_taps, safety, typed
from bot.coach import day as days
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages.groups import Cheered, JoinFirst, Nod, OverThere, Toast, Voted
from bot.coach.safety import Crisis
from bot.service import account, places
from bot.service.circles import (
    buddying,
    carding,
    cheering,
    choosing,
    gathering,
    links,
    posting,
    together,
)
from bot.service.circles.links import Why
from bot.service.events import (
    Added,
    Counted,
    Departed,
    GroupEvent,
    MovedTo,
    Ordered,
    Overheard,
    Place,
    PressedThere,
    Removed,
    Renamed,
    Who,
)
from bot.service.visit import Moment, Visit
from bot.store import circles, members, people
from bot.store import together as kept
from bot.store.circles import Record
from bot.store.unit import Unit

TOGETHER = "together"


async def receive(  # noqa: C901  a flat match over the events
    unit: Unit, place: Place, event: GroupEvent, moment: Moment
) -> Toast | None:
    """Handle one event of a group, whole; what to show to who pressed a button."""
    await _saw(unit, place)
    match event:
        case Ordered(who=Who() as who, rest=words) | Overheard(Who() as who, words) if await _in_need(
            unit, who, words, moment
        ):
            pass
        case Added():
            await gathering.added(unit, place, event, moment)
        case Removed():
            await gathering.removed(unit, place.chat_id, moment.now)
        case Ordered():
            await _ordered(unit, place, event, moment)
        case PressedThere():
            return await _pressed(unit, place, event, moment)
        case Departed(user_id):
            await _departed(unit, place, user_id, moment)
        case Renamed():
            await _renamed(unit, place)
        case MovedTo(chat_id):
            await gathering.moved(unit, place.chat_id, chat_id, moment)
        case Overheard():
            pass
        case _:
            assert_never(event)
    return None


async def counted(unit: Unit, event: Counted) -> None:
    """A poll of ours has other votes."""
    await kept.counted(unit, event.poll_id, event.counts, event.closed)


async def _saw(unit: Unit, place: Place) -> None:
    """Note the newest message of the group: the card is the newest no more."""
    record = None if place.message is None else await circles.at(unit, place.chat_id)
    if record is not None and (place.message or 0) > (record.newest or 0):
        await circles.note(unit, record.circle.id, newest=place.message)


async def _in_need(unit: Unit, who: Who, words: str, moment: Moment) -> bool:
    """Whether they said words of crisis to the bot, and could be answered where nobody else reads it."""
    record = await people.record(unit, who.id)
    if record is None or record.blocked_at is not None:
        return False  # a bot may not write first to somebody who never started it
    visit = Visit(unit, record, moment)
    found = safety.crisis(words, visit.person.language)
    if found is not Crisis.NONE:
        await account.hold(visit, acute=found is Crisis.ACUTE)
    return found is not Crisis.NONE


async def _departed(unit: Unit, place: Place, user_id: int, moment: Moment) -> None:
    record = await circles.at(unit, place.chat_id)
    if record is not None and await members.get(unit, record.circle.id, user_id):
        await gathering.forget(unit, record, user_id, moment.now)


async def _renamed(unit: Unit, place: Place) -> None:
    if record := await circles.at(unit, place.chat_id):
        await circles.note(unit, record.circle.id, title=place.title)


# --- commands


async def _ordered(unit: Unit, place: Place, event: Ordered, moment: Moment) -> None:
    """A command: a nod in the group, the rest in private; the way in for who is not known yet."""
    record = await _circle(unit, place, event, moment)
    visit = await _visit(unit, event.who, moment)
    if event.runs and event.name == "circle" and await _clock(unit, record, event.rest, visit, moment):
        await posting.nod(unit, record, Nod(), place.message, moment.now)
        return
    if visit is None:
        await _invite(unit, record, moment)
    else:
        await _for(visit, record, event)
    await posting.nod(unit, record, Nod(), place.message, moment.now)


async def _circle(unit: Unit, place: Place, event: Ordered, moment: Moment) -> Record:
    """The circle of a group; the bot may have been there before there were circles."""
    record = await circles.at(unit, place.chat_id)
    if record is None:
        record = await gathering.begin(unit, place, event.who, moment)
        await gathering.hello(unit, record, moment)
    elif record.away_at is not None:  # a command came, so it is there again
        await circles.note(unit, record.circle.id, away_at=None)
        await gathering.hello(unit, record, moment, back=True)
    found = await circles.get(unit, record.circle.id)
    assert found is not None  # noqa: S101  noted above
    return found


async def _visit(unit: Unit, who: Who | None, moment: Moment) -> Visit | None:
    """Somebody who is through their first minutes and can be written to."""
    record = None if who is None else await people.record(unit, who.id)
    if record is None or record.blocked_at is not None or record.person.joined is None:
        return None
    return Visit(unit, record, moment)


async def _invite(unit: Unit, record: Record, moment: Moment) -> None:
    """Show the button to join, unless today's message with it is there already."""
    today = days.local_day(moment.now, record.circle.zone)
    if record.day != today and posting.room(record, moment.now):
        message = await carding.content(unit, record, today, moment)
        await carding.begin(unit, record, message, today, moment.now)


async def _for(visit: Visit, record: Record, event: Ordered) -> None:
    """What a command in the group does for somebody who is known."""
    circle = record.circle
    member = await members.get(visit.unit, circle.id, visit.person.id)
    if event.name == "join" or member is None:
        await gathering.ask(visit, record)
    elif event.name == "leave":
        await gathering.leave(visit, record)
    elif event.name == "buddy":
        await buddying.open_buddy(visit)
    elif event.name == "circle" and event.rest.casefold().startswith(TOGETHER):
        await together.choose_one(visit, record, _theme(event.rest))
    elif event.name == "circle":
        await members.change(visit.unit, circle.id, visit.person.id, admin=event.runs)
        await choosing.pressed(visit, circle_taps.OpenCircle(circle.id))


def _theme(rest: str) -> CircleTheme | None:
    """The theme named after "together", None for none that is known."""
    named = rest[len(TOGETHER) :].strip().casefold().replace(" ", "-")
    return next((theme for theme in CircleTheme if theme == named), None)


async def _clock(unit: Unit, record: Record, rest: str, visit: Visit | None, moment: Moment) -> bool:
    """/circle 08:30 or /circle Berlin, by somebody who runs the group: its time, or its zone."""
    language = visit.person.language if visit is not None else record.circle.language
    at = typed.clock(rest) if rest else None
    zone = places.find(rest, language) if rest and at is None else None
    if at is not None:
        await choosing.set_clock(unit, record, moment, at=at)
    elif zone is not None:
        await choosing.set_clock(unit, record, moment, zone=zone)
    return at is not None or zone is not None


# --- buttons


async def _pressed(unit: Unit, place: Place, event: PressedThere, moment: Moment) -> Toast:
    tap = event.tap
    if not isinstance(tap, circle_taps.InGroup):
        return OverThere()
    record = await circles.get(unit, tap.circle)
    if record is None or record.circle.chat_id != place.chat_id:
        return OverThere()
    if await members.get(unit, tap.circle, event.who.id) is None:
        return JoinFirst(links.to(record.circle, Why.JOIN, moment))
    if isinstance(tap, circle_taps.Cheer):
        return await _cheer(unit, record, tap.person, event.who.id, moment)
    return await _vote(unit, record, tap.attempt, event.who.id, moment)


async def _cheer(unit: Unit, record: Record, person_id: int, by: int, moment: Moment) -> Toast:
    circle, today = record.circle, days.local_day(moment.now, record.circle.zone)
    shown = await carding.today(unit, circle, await members.of(unit, circle.id), today)
    line = next((line for line in shown.done if line.person == person_id), None)
    if line is None:
        return OverThere()
    if by != person_id and await kept.cheer(unit, circle.id, today, person_id, by):
        await carding.touch(unit, record, moment.now)
        if line.cheers == 0:
            await cheering.told(unit, record, person_id, moment)
    return Cheered(line.name)


async def _vote(unit: Unit, record: Record, attempt_id: int, by: int, moment: Moment) -> Toast:
    """A vote counts while the recap it stands under is the newest and open."""
    week = record.recap_week
    if week is None or not await carding.votable(unit, record, week, attempt_id):
        return OverThere()
    await kept.vote(unit, record.circle.id, week, by, attempt_id)
    await circles.look_again(unit, record.circle.id, moment.now + carding.SETTLE)
    return Voted()
