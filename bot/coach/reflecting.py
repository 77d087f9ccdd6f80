"""Which thoughts fit the end of a debrief: by what happened, by what was at stake, by the growth view.

Every choice has two thoughts or more, so that none comes twice in a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.coach.growth import View
from bot.coach.messages import Reflection
from bot.coach.model import Attempt, Domain, KindOfNo, Outcome, Size, Stakes

STRONG = 8  # a peak that is met gently, whatever the view

UNTRIED = (Reflection.OBSTACLE, Reflection.FOOTHOLD)
BASELINE = (Reflection.NOTICE, Reflection.STAYED)
_AFTER_YES = {
    View.TOLERATE: (Reflection.OTHER_SIDE, Reflection.STAYED, Reflection.NAME_IT),
    View.LEAN_IN: (Reflection.OTHER_SIDE, Reflection.LEAN_IN, Reflection.STORY),
    View.ENJOY: (Reflection.FUN, Reflection.OTHER_SIDE, Reflection.CREATION),
}
_AFTER_NO = {
    View.TOLERATE: (Reflection.STAYED, Reflection.NAME_IT),
    View.LEAN_IN: (Reflection.LEAN_IN,),
    View.ENJOY: (Reflection.FUN, Reflection.CREATION),
}


def fitting(attempt: Attempt, stakes: Stakes, view: View | None) -> Sequence[Reflection]:
    """The thoughts to choose from; `view` is None during the baseline."""
    if not attempt.attempted:
        return UNTRIED
    if view is None:
        return BASELINE
    if (attempt.facts.peak or 0) >= STRONG:
        view = View.TOLERATE
    if attempt.facts.outcome is Outcome.YES:
        return _AFTER_YES[view]
    if matters(attempt, stakes):
        return (Reflection.CHAPTER, *_toward_them(attempt), Reflection.WORKED_OUT, *_AFTER_NO[view][:1])
    return (Reflection.STORY, Reflection.WORKED_OUT, *_AFTER_NO[view], Reflection.OTHER_SIDE)


def matters(attempt: Attempt, stakes: Stakes) -> bool:
    """A no to something that means a lot to them: it gets its chapter."""
    asked = attempt.size is not Size.IMAGINAL
    return asked and attempt.facts.outcome is Outcome.NO and stakes is Stakes.MEANINGFUL


def welcome(attempt: Attempt) -> bool:
    """Whether the person who said no may hear from them once more, with thanks or a question for advice.

    Not after a cold no, and never after a romantic one: there a no is the end of the matter.
    """
    return attempt.domain is not Domain.ROMANTIC and attempt.facts.kind_of_no is not KindOfNo.DISMISSIVE


def _toward_them(attempt: Attempt) -> tuple[Reflection, ...]:
    return (Reflection.HELP, Reflection.THANKS) if welcome(attempt) else (Reflection.STORY,)


def stakes_of(attempt: Attempt, bank: Mapping[str, Stakes]) -> Stakes:
    """Asks of their own matter to them."""
    return bank.get(attempt.challenge or "", Stakes.MEANINGFUL)
