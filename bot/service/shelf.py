"""The bank as everybody finds it: each ask as hard as all logs together say, learnt anew once a week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.coach import everybody
from bot.coach.everybody import Found
from bot.coach.model import Challenge
from bot.service import coursing
from bot.store import heard
from bot.store.unit import Unit


class Shelf:
    """What the coach chooses from, and the mark by which a fold knows that it changed."""

    def __init__(self, bank: Sequence[Challenge], off: Mapping[str, float] | None = None) -> None:
        self._shipped = bank
        self.follow(off or {})

    def follow(self, off: Mapping[str, float]) -> None:
        """Take the asks as hard as they are found; the rungs, and what the guards allow, stay as they are."""
        self.bank = tuple(replace(ask, off=off.get(ask.id, 0.0)) for ask in self._shipped)
        self.edition = coursing.edition(self.bank)

    async def learnt(self, unit: Unit, now: datetime) -> Found | None:
        """What everybody finds by now; None where it was learnt within a week. Reads alone: nobody waits."""
        before = await heard.kept(unit)
        if not everybody.due(before, now):
            return None
        rungs = {ask.id: ask.rung for ask in self._shipped}
        return everybody.learnt(await heard.words(unit, rungs), rungs, before, now)


async def opened(unit: Unit, bank: Sequence[Challenge]) -> Shelf:
    """The bank as it was found last."""
    return Shelf(bank, (await heard.kept(unit)).off)
