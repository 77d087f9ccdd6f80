"""A line for the circle: written by its owner, previewed word for word, shown when they say yes."""

from __future__ import annotations

from bot.coach import circle_taps as taps
from bot.coach import messages, safety, talk
from bot.coach.circles.model import Note, Sharing
from bot.coach.messages.circles import AskNote, NoteDropped, NoteOffer, NotePreview, NoteShown
from bot.coach.model import Attempt
from bot.coach.safety import Harsh
from bot.service.circles import carding
from bot.service.visit import Visit
from bot.store import circles, members, together
from bot.store.circles import Record

LONGEST = 200


async def offer(visit: Visit, attempt: Attempt) -> None:
    """After an ask that was made: a line for each circle that may read one."""
    for record in await circles.of_person(visit.unit, visit.person.id):
        member = await members.get(visit.unit, record.circle.id, visit.person.id)
        if member is not None and member.sharing.shows(Sharing.NOTE):
            await visit.say(NoteOffer(record.circle.id, record.circle.title, attempt.id))


async def pressed(visit: Visit, tap: taps.OfNote) -> None:
    record = await _theirs(visit, tap.circle)
    attempt = await visit.attempt(tap.attempt)
    if record is None or attempt is None or not attempt.attempted:
        await visit.say(messages.Outdated())
        return
    match tap:
        case taps.WriteNote():
            await visit.turn(talk.Noting(tap.circle, tap.attempt))
            await visit.show(AskNote(tap.circle, record.circle.title, tap.attempt))
        case taps.ApproveNote():
            await _approve(visit, record, tap)
        case taps.DropNote():
            await _drop(visit)


async def _theirs(visit: Visit, circle_id: int) -> Record | None:
    """A circle they are in and may write a line for."""
    record = await circles.get(visit.unit, circle_id)
    member = await members.get(visit.unit, circle_id, visit.person.id)
    may = member is not None and member.sharing.shows(Sharing.NOTE)
    return record if may else None


async def said(visit: Visit, noting: talk.Noting, words: str) -> None:
    """The line, as the circle would read it; nothing is shown yet."""
    record = await _theirs(visit, noting.circle)
    if record is None:
        await visit.turn(talk.Idle())
        await visit.say(messages.Outdated())
        return
    line = " ".join(words.split())
    if not line or len(line) > LONGEST or safety.harsh(line, visit.person.language) is Harsh.OTHERS:
        await visit.say(AskNote(noting.circle, record.circle.title, noting.attempt, again=True))
        return
    await visit.turn(talk.Noting(noting.circle, noting.attempt, line))
    await visit.say(NotePreview(noting.circle, record.circle.title, noting.attempt, visit.person.name, line))


async def _approve(visit: Visit, record: Record, tap: taps.ApproveNote) -> None:
    state = visit.talk
    mine = isinstance(state, talk.Noting) and (state.circle, state.attempt) == (tap.circle, tap.attempt)
    if not isinstance(state, talk.Noting) or not mine or state.words is None:
        await visit.say(messages.Outdated())
        return
    await together.show_note(visit.unit, tap.circle, Note(tap.attempt, state.words, visit.now))
    await carding.touch(visit.unit, record, visit.now)
    await visit.turn(talk.Idle())
    await visit.show(NoteShown(record.circle.title))


async def _drop(visit: Visit) -> None:
    if isinstance(visit.talk, talk.Noting):
        await visit.turn(talk.Idle())
    await visit.show(NoteDropped())
