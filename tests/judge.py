"""Somebody else's reading of the Bot API: aiogram's models judge every request that a test has sent."""

from __future__ import annotations

import json
from typing import Any

from bot.playground import World

# our own poll goes as a query string, whose values are text
AS_TEXT = ("getUpdates",)
# beside a file everything is text, and a markup is JSON
AS_JSON = ("reply_markup",)


def calls(world: World) -> None:
    """Assert that every request fits aiogram's model of its method and that every button was answered."""
    for call in world.calls:
        _fits(call.method, call.params)
    assert world.unanswered() == []


def _fits(method: str, params: dict[str, Any]) -> None:
    from aiogram import methods  # noqa: PLC0415  3 s, which a run that judges nothing does not wait for

    model = getattr(methods, method[0].upper() + method[1:])
    unknown = params.keys() - model.model_fields.keys()
    assert not unknown, f"{method} has no {', '.join(sorted(unknown))}"
    text = set(params if method in AS_TEXT else AS_JSON)
    model.model_validate(
        {name: _plain(value) if name in text else _named(value) for name, value in params.items()}
    )


def _plain(value: Any) -> Any:
    try:
        return json.loads(value)
    except (TypeError, ValueError):
        return value


def _named(value: Any) -> Any:
    """A file as the name of one: the models want their own class for it."""
    return value if isinstance(value, str | int | float | list | dict) else "file"
