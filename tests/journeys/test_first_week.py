"""The tour, which is also what `ask-anyway tour` prints."""

from __future__ import annotations

from bot.playground import tour
from bot.rehearsal import Rehearsal


async def test_the_first_week_plays_to_its_end(stage: Rehearsal) -> None:
    lines: list[str] = []
    await tour.play(stage.stage(), lines.append)
    assert "first week" in lines[-1]
