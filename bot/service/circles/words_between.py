"""What goes from one buddy to the other: a ready line, a word of their own, an ask; or no more of it."""

from __future__ import annotations

from bot.coach import circle_taps as taps
from bot.coach import messages
from bot.coach.circles import encouraging
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages.buddies import (
    AskWord,
    ChooseHandOver,
    ChooseWord,
    Deafened,
    HandedOver,
    HandedYou,
    NoBuddy,
    NoneFits,
    NoWord,
    OfBuddy,
    WordFrom,
    WordRefused,
    WordSent,
)
from bot.coach.messages.circles import Named
from bot.coach.talk import Encouraging, Idle
from bot.service.circles import reaching
from bot.service.circles import together as asking_together
from bot.service.visit import Visit
from bot.store import circles, people, together


async def _buddy(visit: Visit, circle_id: int, person_id: int) -> Named | None:
    """Who is meant, if they are a buddy of this week; else it is said that they are not."""
    place = await reaching.bound(visit, circle_id)
    found = None if place is None else place.buddy(person_id)
    if found is None:
        await visit.say(NoBuddy())
    return found


# --- words


async def show(visit: Visit, tap: taps.ShowWords) -> None:
    """The ready lines, under the message that asked for them, which stays."""
    buddy = await _buddy(visit, tap.circle, tap.person)
    if buddy is not None:
        await visit.say(ChooseWord(tap.circle, buddy, encouraging.ready(visit.today)))


async def send(visit: Visit, tap: taps.SendWord) -> None:
    buddy = await _buddy(visit, tap.circle, tap.person)
    if buddy is None:
        return
    if tap.line is None:
        await visit.turn(Encouraging(tap.circle, buddy.id, visit.now + encouraging.PATIENCE))
        await visit.show(AskWord(tap.circle, buddy))
    elif tap.line not in encouraging.READY:
        await visit.say(messages.Outdated())
    else:
        await _pass_on(visit, tap.circle, buddy, line=tap.line)


async def said(visit: Visit, talking: Encouraging, words: str) -> bool:
    """Take typed words to a buddy; False where too much time has gone by for them to be that."""
    if talking.until is None or visit.now > talking.until:
        await visit.turn(Idle())
        return False
    buddy = await _buddy(visit, talking.circle, talking.person)
    if buddy is None:
        await visit.turn(Idle())
        return True
    why = encouraging.refused(words, visit.person.language)
    if why is None and encouraging.seen(words):
        await visit.turn(Idle())
        await _pass_on(visit, talking.circle, buddy, words=words.strip())
    elif why is None:
        await visit.say(AskWord(talking.circle, buddy))
    else:
        await visit.say(WordRefused(talking.circle, buddy, why))
    return True


async def _pass_on(
    visit: Visit, circle: int, buddy: Named, line: int | None = None, words: str | None = None
) -> None:
    word = WordFrom(circle, _me(visit), line, words)
    if await _give(visit, circle, buddy, word):
        await visit.show(WordSent(buddy))


def _me(visit: Visit) -> Named:
    return Named(visit.person.id, visit.person.name)


async def _give(visit: Visit, circle: int, buddy: Named, gift: OfBuddy) -> bool:
    """Give something to a buddy, unless they had enough of that today; it counts wherever it ends."""
    lately = await together.words_since(visit.unit, visit.person.id, buddy.id, visit.now - encouraging.DAY)
    if encouraging.enough(lately):
        await visit.show(WordRefused(circle, buddy, NoWord.OFTEN))
        return False
    await together.encouraged(visit.unit, visit.person.id, buddy.id, visit.now)
    await reaching.tell(visit.unit, buddy.id, visit.person.id, gift, visit.now)
    return True


# --- no more words


async def deafen(visit: Visit, tap: taps.Deafen) -> None:
    """No more words from somebody, at once. Their name is said only where a circle is shared."""
    record = await people.record(visit.unit, tap.person)
    if record is None or tap.person == visit.person.id:
        await visit.say(messages.Outdated())
        return
    if tap.on:
        await together.deafen(visit.unit, visit.person.id, tap.person)
    else:
        await together.hear_again(visit.unit, visit.person.id, tap.person)
    mine, theirs = [await circles.of_person(visit.unit, one) for one in (visit.person.id, tap.person)]
    shared = {one.circle.id for one in mine} & {one.circle.id for one in theirs}
    await visit.say(Deafened(Named(tap.person, record.person.name if shared else ""), tap.on))


# --- an ask handed over


async def hand_over(visit: Visit, tap: taps.HandOver) -> None:
    """Hand a theme to a buddy, who gets it at their own size; what that is, stays with them."""
    buddy = await _buddy(visit, tap.circle, tap.person)
    if buddy is None:
        return
    if tap.theme is None:
        await visit.show(ChooseHandOver(tap.circle, buddy))
        return
    gift = HandedYou(tap.circle, _me(visit), tap.theme)
    if await _give(visit, tap.circle, buddy, gift):
        await visit.show(HandedOver(buddy, tap.theme))


async def take(visit: Visit, theme: CircleTheme) -> None:
    """Take what was handed over; the message that brought it stays."""
    visit.pressed = None
    if not await asking_together.take(visit, theme):
        await visit.say(NoneFits(theme))
