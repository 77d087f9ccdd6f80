"""What is said a day later: how much is left of a hard one, and what the chapter is called."""

from __future__ import annotations

from bot.coach import debrief, messages, reflecting
from bot.coach.model import Attempt
from bot.coach.talk import Idle, Titling
from bot.coach.taps import Step
from bot.service.visit import Visit


async def left(visit: Visit, attempt: Attempt, facts: dict[str, object] | None) -> None:
    attempt = await visit.keep(debrief.answer(attempt, Step.LEFT, facts))
    matters = reflecting.matters(attempt, visit.stakes(attempt)) and attempt.facts.chapter is None
    await visit.show(
        messages.FollowedUp(attempt.facts.peak, attempt.facts.left, attempt.id if matters else None)
    )


async def titled(visit: Visit, attempt: Attempt, facts: dict[str, object] | None) -> None:
    """The chapter has its title, or stays without one."""
    if isinstance(visit.talk, Titling):
        await visit.turn(Idle())
    attempt = await visit.keep(debrief.answer(attempt, Step.CHAPTER, facts))
    await visit.show(messages.ChapterNamed(attempt.facts.chapter))
