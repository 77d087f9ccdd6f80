"""What the bot was told and what it was refused, for the tests of groups."""

from __future__ import annotations

from typing import Any

import aiogram.types

from bot.playground import World


def told(world: World, kind: str) -> list[dict[str, Any]]:
    """The updates of one kind since the last look, every one readable for aiogram."""
    for update in world.updates.pending:
        aiogram.types.Update.model_validate(update)
    found = [update[kind] for update in world.updates.pending if kind in update]
    world.updates.pending.clear()
    return found


def refused(answer: dict[str, Any], code: int, words: str) -> bool:
    return (answer["ok"], answer["error_code"], answer["description"]) == (False, code, words)
