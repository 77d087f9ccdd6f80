"""The front desk: every event of a person comes in here and goes to its use case.

Order matters: what was written is checked for words of crisis before anything else reads it, then a hold,
then commands and buttons, then what the person is in the middle of.
"""

from __future__ import annotations

from typing import assert_never

from bot.coach import circle_taps, debrief, messages, reading, safety, talk, taps
from bot.coach.safety import Crisis
from bot.coach.talk import About
from bot.service import (
    account,
    afterwards,
    archiving,
    commands,
    debriefing,
    joining,
    journaling,
    laddering,
    looking_ahead,
    owning,
    places,
    planning,
    proposing,
    today,
    watching,
)
from bot.service.circles import buddying, carding, choosing, noting
from bot.service.events import (
    Command,
    Document,
    Event,
    Gone,
    Here,
    Located,
    Other,
    Pressed,
    Text,
    Voice,
    Who,
)
from bot.service.visit import Moment, Visit
from bot.store import people
from bot.store.people import Record
from bot.store.unit import Unit

ZONE_TAPS = taps.ChooseZone | taps.ConfirmZone | taps.OtherZone


async def receive(  # noqa: C901  a flat match over the events
    unit: Unit, who: Who, event: Event, moment: Moment
) -> Visit:
    """Handle one event of a person, whole. The visit tells whether they had everything erased."""
    visit = await enter(unit, who, event, moment)
    match event:
        case Gone():
            await people.block(unit, who.id, moment.now)
            visit.stirred = True
        case Here():
            await planning.replan(visit)
        case Command(_, words) | Text(words) | Document(words=words) | Other(_, words) if (
            found := _crisis(visit, words)
        ) is not Crisis.NONE:
            await account.hold(visit, acute=found is Crisis.ACUTE)
        case _ if visit.record.held_at is not None:
            await _held(visit, event)
        case Command(name, rest):
            await commands.answer(visit, name, rest)
        case Pressed(tap, _):
            await _pressed(visit, tap)
        case Text(words):
            await _text(visit, words)
        case Document():
            await archiving.sent(visit, event)
        case Voice() | Located() | Other():
            await _thing(visit, event)
        case _:
            assert_never(event)
    if visit.stirred and not visit.erased:
        await carding.stir(visit)
    return visit


async def enter(unit: Unit, who: Who, event: Event, moment: Moment) -> Visit:
    """Open the visit: somebody new gets a row, somebody who comes back is planned for again."""
    before = await people.record(unit, who.id)
    fresh: Record | None
    if before is None:
        await people.add(unit, who.id, who.chat_id, who.name, who.language, moment.now)
        fresh = await people.record(unit, who.id)
    elif isinstance(event, Gone):
        fresh = before
    else:
        fresh = await people.seen(unit, before, moment.now, who.name, who.language)
    assert fresh is not None  # noqa: S101  added above, in this transaction
    pressed = event.message if isinstance(event, Pressed) else None
    visit = Visit(unit, fresh, moment, pressed)
    if before is not None and (before.silent_at or before.blocked_at) and not isinstance(event, Gone):
        await planning.replan(visit)
    return visit


def _crisis(visit: Visit, words: str) -> Crisis:
    return safety.crisis(words, visit.person.language)


# --- on hold


async def _held(visit: Visit, event: Event) -> None:
    """While the coach is on hold only the ways out and the rights of the person answer as ever."""
    match event:
        case Pressed(taps.GoOn() | taps.Delete() as tap, _):
            await account.pressed(visit, tap)
        case Command("privacy" | "export" | "delete" | "help" as name, rest):
            await commands.answer(visit, name, rest)
        case _:
            await visit.say(messages.OnHold(visit.person.zone))


# --- buttons


async def _pressed(  # noqa: C901, PLR0912  a flat list of the rooms
    visit: Visit, tap: taps.Tap | None
) -> None:
    """A button. Unknown ones, and those of a finished step, answer politely."""
    await buddying.leave(visit)
    if tap is None:
        await visit.say(messages.Outdated())
    elif isinstance(visit.talk, talk.Setting) and isinstance(tap, ZONE_TAPS):
        await account.zone_pressed(visit, tap)
    elif isinstance(tap, taps.FirstMinutes):
        await joining.pressed(visit, tap)
    elif isinstance(tap, taps.Delete):
        await account.delete(visit, tap.sure)
    elif isinstance(tap, taps.OfFile):
        await archiving.pressed(visit, tap)
    elif visit.person.joined is None:
        await joining.not_yet(visit)
    elif isinstance(tap, taps.OfAccount):
        await account.pressed(visit, tap)
    elif isinstance(tap, taps.OfLadder):
        await laddering.pressed(visit, tap)
    elif isinstance(tap, taps.OfAfter):
        await afterwards.pressed(visit, tap)
    elif isinstance(tap, taps.OfJournal):
        await journaling.pressed(visit, tap)
    elif isinstance(tap, circle_taps.OfBuddy):
        await buddying.pressed(visit, tap)
    elif isinstance(tap, taps.OfCircle):
        await choosing.pressed(visit, tap)
    elif isinstance(tap, taps.InGroup):
        await visit.say(messages.Outdated())
    else:
        await _day_pressed(visit, tap)


async def _day_pressed(  # noqa: C901  a flat match over the taps
    visit: Visit, tap: taps.OfAttempt | taps.RateAhead | taps.LogOwn | taps.Today
) -> None:
    match tap:
        case taps.RateAhead():
            await looking_ahead.pressed(visit, tap)
        case taps.TakeInstead() | taps.KeepAsk():
            await proposing.pressed(visit, tap)
        case taps.Accept() | taps.Another() | taps.Smaller() | taps.DayOff():
            await today.pressed(visit, tap)
        case taps.Imagine():
            await today.imagine(visit, tap)
        case taps.Did(attempt):
            await debriefing.did(visit, attempt)
        case taps.Answer():
            await debriefing.answered(visit, tap)
        case taps.Finish(attempt):
            await debriefing.enough(visit, attempt)
        case taps.Correct():
            await debriefing.correct(visit, tap)
        case taps.LogOwn():
            await owning.log_own(visit)
        case taps.Today():
            await today.show(visit)


# --- words and things


async def _text(visit: Visit, words: str) -> None:  # noqa: C901  a flat match over the talks
    """Free text: an answer to what is open, else the beginning of a debrief."""
    await watching.overheard(visit, words)
    match visit.talk:
        case (
            talk.Consenting()
            | talk.Zoning()
            | talk.CheckingZone()
            | talk.Waking()
            | talk.Rating()
            | talk.Widening()
            | talk.Planning()
        ) as state:
            await joining.said(visit, state, words)
        case talk.Setting(field):
            await account.said(visit, field, words)
        case talk.Correcting() as correcting:
            await debriefing.said_correction(visit, correcting, words)
        case talk.Titling() as titling:
            if not await afterwards.said_title(visit, titling, words):
                await _story(visit, words)
        case talk.AddingAsk(domain):
            await laddering.said_own(visit, domain, words)
        case talk.NamingGoal(item):
            await laddering.said_goal(visit, item, words)
        case talk.Noting() as note:
            await noting.said(visit, note, words)
        case talk.Encouraging() as word:
            if not await buddying.said(visit, word, words):
                await _story(visit, words)
        case talk.Owning(None):
            await owning.begin(visit, words)
        case talk.With() | talk.Owning() | talk.Deleting() | talk.Idle():
            await _story(visit, words)


async def _story(visit: Visit, words: str) -> None:
    if visit.person.joined is None:
        await joining.not_yet(visit)
        return
    attempt = await visit.current()
    talking = visit.talk
    if attempt is None:
        await owning.nothing_open(visit, words)
    elif isinstance(talking, talk.With) and talking.about is About.BEFORE:
        await debriefing.predicted(visit, attempt, words)
    elif isinstance(talking, talk.With) and talking.about is About.AFTER:
        await debriefing.said(visit, attempt, words)
    elif debrief.is_story(words, reading.read(words, visit.person.language)):
        await debriefing.told(visit, attempt, words)
    else:
        await visit.say(messages.TellMe(attempt.id))


async def _thing(visit: Visit, event: Voice | Located | Other) -> None:
    state = visit.talk
    match event:
        case Located(latitude, longitude):
            await _place(visit, places.near(latitude, longitude))
        case Voice(file_id) if visit.person.joined and (attempt := await visit.current()):
            await debriefing.voiced(visit, attempt, file_id)
        case Voice():
            await visit.say(messages.NotRead("voice"))
            await _reopen(visit, state)
        case Other(what, _):
            await visit.say(messages.NotRead(what))
            await _reopen(visit, state)


async def _place(visit: Visit, zone: str) -> None:
    """A shared location: only the zone is taken from it."""
    state = visit.talk
    if isinstance(state, talk.Zoning | talk.CheckingZone):
        await joining.located(visit, state, zone)
    elif visit.person.joined is not None:
        await account.check_zone(visit, zone)
    else:
        await visit.say(messages.NotRead("location"))
        await _reopen(visit, state)


async def _reopen(visit: Visit, state: talk.Talk) -> None:
    """Show the first minutes' open question again, so that nobody is left with a refusal only."""
    if isinstance(state, talk.FirstMinutes):
        await joining.ask(visit)
