"""The bank as everybody finds it: each ask as hard as all logs together say, learnt anew once a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.coach import everybody
from bot.coach.everybody import Found
from bot.coach.model import Challenge
from bot.service import coursing
from bot.store import heard
from bot.store.unit import Unit

NOTHING = Found()


class LearntBank:
    """What the coach chooses from. `edition` marks the bank that shipped, whatever is found of it."""

    def __init__(self, bank: Sequence[Challenge], found: Found = NOTHING) -> None:
        self._shipped, self.edition = bank, coursing.edition(bank)
        self.follow(found)

    def follow(self, found: Found) -> None:
        """Take the asks as hard as they are found; the rungs, and what the guards allow, stay as they are."""
        self.bank = tuple(replace(ask, found=found.asks.get(ask.id, ())) for ask in self._shipped)

    async def learnt(self, unit: Unit, now: datetime) -> Found | None:
        """What everybody finds by now; None where it was learnt within a week. Reads alone: nobody waits."""
        before = await heard.kept(unit)
        if not everybody.due(before, now):
            return None
        rungs = {ask.id: ask.rung for ask in self._shipped}
        return everybody.learnt(await heard.words(unit, rungs), rungs, before, now)


async def opened(unit: Unit, bank: Sequence[Challenge]) -> LearntBank:
    """The bank as it was found last."""
    return LearntBank(bank, await heard.kept(unit))
