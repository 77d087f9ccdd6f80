"""Asks of their own: told after the fact, logged like any other attempt."""

from __future__ import annotations

from bot.coach import debrief, messages, reading, talk
from bot.coach.model import Attempt, State
from bot.service import debriefing, watching
from bot.service.visit import Visit

LONGEST = 300  # of an ask's name; the whole story is kept beside it


async def nothing_open(visit: Visit, words: str | None) -> None:
    """Something was told and no attempt is open: offer to log it. A story is kept until they decide."""
    read = reading.read(words or "", visit.person.language)
    told = words is None or debrief.is_story(words, read)  # a "thanks" is no ask, nor is what comes after it
    await visit.turn(talk.Owning(words) if told else talk.Idle())
    await visit.say(messages.NothingOpen(words is not None))


async def log_own(visit: Visit) -> None:
    """The button: with a story at hand the debrief begins, else ask what it was."""
    talking = visit.talk
    if isinstance(talking, talk.Owning) and talking.story is not None:
        await begin(visit, talking.story)
        return
    await visit.turn(talk.Owning())
    await visit.show(messages.AskOwn())


async def begin(visit: Visit, words: str) -> None:
    """Log the ask that was told, and go on with its debrief."""
    attempt = await visit.add(await _own(visit, words))
    if attempt is not None:
        await watching.another(visit)
        told = await visit.keep(debrief.tell(attempt, words))
        await debriefing.begin(visit, told)


async def _own(visit: Visit, words: str) -> Attempt:
    course = await visit.course()
    domain = visit.person.domains[0]
    first_line = words.strip().split("\n", maxsplit=1)[0]
    return Attempt(
        id=0,
        day=visit.today,
        domain=domain,
        rung=course.standings[domain].rung,
        state=State.ACCEPTED,
        offered_at=visit.now,
        own=first_line[:LONGEST],
        planned=False,
    )
