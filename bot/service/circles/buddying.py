"""Buddies: paired on a Monday, seen with /buddy. What goes between them: `words_between`, `backing`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.coach import circle_taps as taps
from bot.coach import day as days
from bot.coach import messages
from bot.coach.circles import pairing, week
from bot.coach.circles.model import Member
from bot.coach.circles.pairing import Candidate
from bot.coach.messages.buddies import BuddyView, ChooseWish, Paired
from bot.coach.messages.circles import MyCircles, Named
from bot.coach.model import Attempt
from bot.coach.talk import Encouraging, Idle
from bot.service.circles import backing, reaching, words_between
from bot.service.circles.reaching import Bound
from bot.service.visit import Moment, Visit
from bot.store import members as joined_in
from bot.store import people, together
from bot.store.circles import Record
from bot.store.unit import Unit

MOST_NAMES = 40  # to choose from: more buttons nobody reads
MOST_VIEWS = 4  # messages that /buddy brings to somebody in many circles
MINUTE = timedelta(minutes=1)


async def pressed(visit: Visit, tap: taps.OfBuddy) -> None:  # noqa: C901  a flat match over the taps
    match tap:
        case taps.OpenBuddy() | taps.Buddying() | taps.WishFor():
            await _in_circle(visit, tap)
        case taps.ShowWords():
            await words_between.show(visit, tap)
        case taps.SendWord():
            await words_between.send(visit, tap)
        case taps.Deafen():
            await words_between.deafen(visit, tap)
        case taps.HandOver():
            await words_between.hand_over(visit, tap)
        case taps.TakeHanded(theme=theme):
            await words_between.take(visit, theme)
        case taps.AskBackup(attempt=attempt):
            await backing.ask_before(visit, attempt)
        case taps.AskCheer(attempt=attempt):
            await backing.ask_after(visit, attempt)


async def said(visit: Visit, talk: Encouraging, words: str) -> bool:
    """Take typed words to a buddy; False where they are not that any more, and read like any other text."""
    return await words_between.said(visit, talk, words)


async def leave(visit: Visit) -> bool:
    """Wait no longer for a word to a buddy; False where none was waited for."""
    waited = isinstance(visit.talk, Encouraging)
    if waited:
        await visit.turn(Idle())
    return waited


async def made(visit: Visit, attempt: Attempt) -> None:
    """Tell this week's buddies that an ask was made; called when its debrief closed for the first time."""
    await backing.made(visit, attempt)


# --- who it is


async def open_buddy(visit: Visit) -> None:
    """/buddy: this week's, in each of their circles."""
    places = await reaching.everywhere(visit)
    if not places:
        await visit.say(MyCircles((), visit.moment.username))
    for place in places[:MOST_VIEWS]:
        await visit.say(_view(place))


def _view(place: Bound) -> BuddyView:
    circle = place.record.circle
    return BuddyView(circle.id, circle.title, place.buddies, place.me.buddies)


async def _in_circle(visit: Visit, tap: taps.OpenBuddy | taps.Buddying | taps.WishFor) -> None:
    place = await reaching.bound(visit, tap.circle)
    if place is None:
        await visit.say(messages.Outdated())
        return
    match tap:
        case taps.OpenBuddy():
            await visit.show(_view(place))
        case taps.Buddying(on=on):
            await _set(visit, place, on)
        case taps.WishFor(person=person):
            await _wish(visit, place, person)


async def _set(visit: Visit, place: Bound, on: bool) -> None:
    """Be paired, from next Monday on; or not, and that at once."""
    circle, me = place.record.circle, visit.person.id
    await joined_in.change(visit.unit, circle.id, me, buddies=on)
    if not on:
        this_week = week.monday(days.local_day(visit.now, circle.zone))
        await together.unpair(visit.unit, circle.id, me, this_week)
    fresh = await reaching.bound(visit, circle.id)
    if fresh is not None:
        await visit.show(_view(fresh))


async def _wish(visit: Visit, place: Bound, person: int | None) -> None:
    """Whom they would like to meet; 0 for nobody in particular. Nobody else learns it."""
    circle, me = place.record.circle, visit.person.id
    joined = await joined_in.of(visit.unit, circle.id)
    others = [Named(one.person, one.name) for one in joined if one.buddies and one.person != me]
    wish = place.me.wish
    if person is not None and (person == 0 or any(one.id == person for one in others)):
        wish = person or None
        await joined_in.change(visit.unit, circle.id, me, wish=wish)
    others.sort(key=lambda one: (one.id != wish, one.name.casefold()))
    await visit.show(ChooseWish(circle.id, circle.title, tuple(others[:MOST_NAMES]), wish))


# --- Monday


async def pair_up(
    unit: Unit, circle: Record, members: Sequence[Member], monday: date, moment: Moment
) -> None:
    """Find everybody who wants one a buddy for the week, once; who stays alone is told nothing."""
    number = circle.circle.id
    if await together.paired(unit, number, monday):
        return
    found = [await _candidate(unit, one, moment) for one in members if one.buddies]
    candidates = [one for one in found if one is not None]
    apart = await together.apart(unit, [one.person for one in candidates])
    before = await together.weeks(unit, number, monday)
    groups = pairing.pairs(candidates, before, apart, moment.roll)
    await together.pair(unit, number, monday, groups)
    names = {one.person: Named(one.person, one.name) for one in members}
    for group in groups:
        await _introduce(unit, circle, [names[person] for person in sorted(group)], moment)


async def _candidate(unit: Unit, member: Member, moment: Moment) -> Candidate | None:
    """Somebody who can be a buddy this week; None where the coach may not speak to them now."""
    record = await people.record(unit, member.person)
    if record is None or not await reaching.open_to(unit, record, None, moment.now):
        return None
    local = days.local_time(moment.now, record.person.zone)
    offset = local.utcoffset() or timedelta()
    return Candidate(member.person, offset // MINUTE, member.wish)


async def _introduce(unit: Unit, circle: Record, group: Sequence[Named], moment: Moment) -> None:
    for one in group:
        others = tuple(other for other in group if other != one)
        paired = Paired(circle.circle.id, circle.circle.title, others)
        await reaching.tell(unit, one.id, None, paired, moment.now)
