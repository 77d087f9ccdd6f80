"""The steps that can be taken after less than a yes: words to say, a chapter, help, thanks."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.coach import debrief, messages, reflecting, say, scripts
from bot.coach.after_taps import NextStep
from bot.coach.messages import Message
from bot.coach.model import Attempt, Outcome, Size, Stakes

CHAPTER_AFTER = timedelta(hours=24)


def steps(attempt: Attempt, stakes: Stakes) -> tuple[NextStep, ...]:
    """What is on offer after this one; nothing after a yes, or a no that was only pictured."""
    if attempt.size is Size.IMAGINAL or not scripts.moves(attempt):
        return ()
    if not reflecting.matters(attempt, stakes):
        return (NextStep.SCRIPTS,)
    toward_them = (NextStep.HELP, NextStep.THANKS) if reflecting.welcome(attempt) else ()
    return (NextStep.CHAPTER, *toward_them, NextStep.SCRIPTS)


def settled(attempt: Attempt, now: datetime) -> bool:
    """Whether the 24 hours are over, and the chapter can have its title."""
    return attempt.closed_at is not None and now - attempt.closed_at >= CHAPTER_AFTER


def word_of_a_day_later(attempt: Attempt, stakes: Stakes) -> Message | None:
    """The one word a day later: what is left of a hard one, else what they call the chapter now."""
    facts = attempt.facts
    if debrief.hard(attempt) or not reflecting.matters(attempt, stakes):
        outcome = facts.outcome or Outcome.NOT_TRIED
        return messages.FollowUp(attempt.id, say.ask(attempt), outcome, facts.peak)
    return None if facts.chapter else messages.AskChapter(attempt.id, say.ask(attempt))
