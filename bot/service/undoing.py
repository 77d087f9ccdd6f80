"""/undo: the last answer is taken back and asked again."""

from __future__ import annotations

from bot.coach import debrief, messages
from bot.coach.model import Attempt, Size
from bot.coach.talk import With
from bot.coach.taps import Step
from bot.service import debriefing, today
from bot.service.visit import Visit


async def undo(visit: Visit) -> None:
    """/undo: take the last answer back and ask it again."""
    attempt = await _last_touched(visit)
    undone = debrief.undo(attempt) if attempt is not None else None
    if undone is None or attempt is None:
        await visit.say(messages.NothingToUndo())
        return
    undone = await visit.keep(undone)
    await visit.say(messages.Undone())
    last = Step(attempt.answered[-1])
    if debrief.said_later(attempt, last):
        await visit.say(await debriefing.question(visit, undone, last))
        return
    through = debrief.before(undone) is None and undone.size is not Size.IMAGINAL
    if debrief.begun(undone) or through:
        await debriefing.go_on(visit, undone)
    else:
        await today.before(visit, undone)


async def _last_touched(visit: Visit) -> Attempt | None:
    """The attempt being talked about, else the last one with answers that can still be changed."""
    talking = visit.talk
    if isinstance(talking, With):
        return await visit.attempt(talking.attempt)
    touched = [attempt for attempt in await visit.log() if attempt.answered]
    last = touched[-1] if touched else None
    return last if last and (last.open or debrief.correctable(last, visit.now)) else None
