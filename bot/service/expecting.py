"""What is expected of an ask: added up over everybody once an hour, said where a prediction was far off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.coach import expected, messages
from bot.coach.expected import Answers
from bot.coach.model import Attempt, Challenge, Kind
from bot.service.visit import Visit
from bot.store import answers
from bot.store.unit import Unit


async def heard(unit: Unit, bank: Sequence[Challenge]) -> dict[Kind, Answers]:
    """Add up what everybody was answered, to be kept; reading alone, so nobody waits for it."""
    kinds = {challenge.id: challenge.kind for challenge in bank}
    return expected.tally(await answers.counts(unit), kinds)


async def beside(visit: Visit, attempt: Attempt, asked: messages.AskCost) -> messages.AskCost:
    """Say how often people say yes to such an ask, if the prediction was far from it. Of the bank's only."""
    kinds = {challenge.id: challenge.kind for challenge in visit.moment.bank}
    kind = kinds.get(attempt.challenge or "")
    if kind is None or asked.chance is None:
        return asked
    belief = expected.expected(kind, await answers.kept(visit.unit))
    if not expected.far_off(asked.chance, belief):
        return asked
    return replace(asked, in_ten=expected.in_ten(belief))
