"""A circle in private: what it sees of them, its clock, its themes. Who runs the group sets the clock."""

from __future__ import annotations

from datetime import date

from bot.coach import circle_taps as taps
from bot.coach import day as days
from bot.coach import messages
from bot.coach.circles import week
from bot.coach.circles.model import Member, Sharing
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages.circles import (
    AskCircleTime,
    ChooseProposal,
    CircleView,
    LeaveCheck,
    MyCircles,
    Named,
    Proposed,
)
from bot.service.circles import calling, carding, gathering, noting, reaching
from bot.service.circles import together as asking_together
from bot.service.visit import Moment, Visit
from bot.store import circles, members, people, together
from bot.store.circles import Record
from bot.store.unit import Unit


async def open_circles(visit: Visit) -> None:
    """/circle: the one circle they are in, or the list of them."""
    theirs = await circles.of_person(visit.unit, visit.person.id)
    if len(theirs) == 1:
        await _show(visit, theirs[0])
    else:
        await show_all(visit)


async def show_all(visit: Visit) -> None:
    """The list of their circles, and the way to begin another."""
    theirs = await circles.of_person(visit.unit, visit.person.id)
    names = tuple(Named(record.circle.id, record.circle.title) for record in theirs)
    await visit.show(MyCircles(names, visit.moment.username))


async def pressed(  # noqa: C901  a flat match over the taps
    visit: Visit, tap: taps.OfCircle
) -> None:
    if isinstance(tap, taps.OfNote):
        await noting.pressed(visit, tap)
        return
    if isinstance(tap, taps.OpenCircle) and tap.circle is None:
        await show_all(visit)
        return
    assert not isinstance(tap, taps.OfBuddy)  # noqa: S101  those have their own room
    record = await circles.get(visit.unit, tap.circle or 0)
    member = await members.get(visit.unit, tap.circle or 0, visit.person.id)
    if record is None or member is None or record.away_at is not None:
        await visit.say(messages.Outdated())
        return
    match tap:
        case taps.OpenCircle():
            await _show(visit, record)
        case taps.Share(sharing=sharing):
            await _share(visit, record, sharing)
        case taps.LeaveCircle(sure=sure):
            await _leave(visit, record, sure)
        case taps.Propose(theme=theme):
            await _propose(visit, record, theme)
        case taps.AskTogether(theme=theme):
            await asking_together.choose_one(visit, record, theme)
        case taps.SetTime() | taps.SetZone() | taps.SetPins():
            await _set(visit, record, member, tap)


async def _show(visit: Visit, record: Record) -> None:
    circle = record.circle
    member = await members.get(visit.unit, circle.id, visit.person.id)
    if member is None:
        await visit.say(messages.Outdated())
        return
    await visit.show(
        CircleView(
            circle.id,
            circle.title,
            await members.count(visit.unit, circle.id),
            member.sharing,
            member.buddies,
            await _buddies(visit, record),
            await _name(visit, member.wish),
            circle.theme,
            runs(record, member),
            circle.zone,
            circle.at,
            circle.pins,
            record.may_pin,
        )
    )


def runs(record: Record, member: Member) -> bool:
    """Whether somebody may set the circle's clock: who added the bot, or an administrator."""
    return member.admin or record.added_by == member.person


async def _buddies(visit: Visit, record: Record) -> tuple[str, ...]:
    place = await reaching.bound(visit, record.circle.id)
    return () if place is None else tuple(buddy.name for buddy in place.buddies)


async def _name(visit: Visit, person_id: int | None) -> str | None:
    person = None if person_id is None else await people.get(visit.unit, person_id)
    return None if person is None else person.name


def _today(visit: Visit, record: Record) -> date:
    return days.local_day(visit.now, record.circle.zone)


async def _share(visit: Visit, record: Record, sharing: Sharing) -> None:
    """Another level; today's card follows at once, also where it takes something back."""
    await members.change(visit.unit, record.circle.id, visit.person.id, sharing=sharing)
    await carding.touch(visit.unit, record, visit.now)
    await _show(visit, record)


async def _leave(visit: Visit, record: Record, sure: bool) -> None:
    if sure:
        await gathering.leave(visit, record)
    else:
        await visit.show(LeaveCheck(record.circle.id, record.circle.title))


async def _propose(visit: Visit, record: Record, theme: CircleTheme | None) -> None:
    circle = record.circle
    following = week.monday(_today(visit, record)) + 7 * week.DAY
    if theme is None:
        await visit.show(ChooseProposal(circle.id, following))
        return
    await together.propose(visit.unit, circle.id, following, visit.person.id, theme)
    await visit.show(Proposed(theme, circle.title))


async def _set(
    visit: Visit, record: Record, member: Member, tap: taps.SetTime | taps.SetZone | taps.SetPins
) -> None:
    if not runs(record, member):
        await visit.say(messages.Outdated())
        return
    match tap:
        case taps.SetTime(at=at) if at is None:
            await visit.show(AskCircleTime(record.circle.id, record.circle.title, record.circle.at))
            return
        case taps.SetTime(at=at):
            await set_clock(visit.unit, record, visit.moment, at=at)
        case taps.SetZone():
            await set_clock(visit.unit, record, visit.moment, zone=visit.person.zone)
        case taps.SetPins(on=on):
            await circles.note(visit.unit, record.circle.id, pins=on)
    fresh = await circles.get(visit.unit, record.circle.id)
    if fresh is not None:
        await _show(visit, fresh)


async def set_clock(unit: Unit, record: Record, moment: Moment, **clock: object) -> None:
    """Set the circle's time or zone; it calls by the new one from now on."""
    await circles.note(unit, record.circle.id, **clock)
    fresh = await circles.get(unit, record.circle.id)
    if fresh is not None and fresh.due_at is not None:
        await calling.plan(unit, fresh, moment.now)
