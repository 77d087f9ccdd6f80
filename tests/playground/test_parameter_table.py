"""Our table of parameters against somebody else's reading of the Bot API: the models of aiogram."""

from __future__ import annotations

import aiogram.methods
import pytest

from bot.playground import methods, parameters

# read by aiogram for the sake of old bots, gone from the Bot API
GONE = frozenset({
    "disable_web_page_preview", "reply_to_message_id", "allow_sending_without_reply", "callback_query_id",
    "correct_option_id",
})  # fmt: skip
# with what we do not play (inline messages, removing a webhook by an empty address) they may be left out
RELAXED = {"editMessageText": {"text"}, "setWebhook": {"url"}}
ADDRESS = frozenset({"chat_id", "message_id"})


def test_every_method_of_the_table_is_played() -> None:
    assert set(parameters.METHODS) == {*methods.METHODS, "getUpdates"}


@pytest.mark.parametrize("method", sorted(parameters.METHODS))
def test_the_table_names_what_the_bot_api_names(method: str) -> None:
    fields = getattr(aiogram.methods, method[0].upper() + method[1:]).model_fields
    ours = set(parameters.ALLOWED[method])
    assert ours <= set(fields)
    assert set(fields) - ours - parameters.UNPLAYED <= GONE | {"media", "description"}


@pytest.mark.parametrize("method", sorted(parameters.METHODS))
def test_the_table_requires_what_the_bot_api_requires(method: str) -> None:
    fields = getattr(aiogram.methods, method[0].upper() + method[1:]).model_fields
    theirs = {name for name, field in fields.items() if field.is_required()}
    extra = ADDRESS if "inline_message_id" in fields else frozenset()
    assert theirs ^ set(parameters.REQUIRED[method]) <= extra | RELAXED.get(method, set())
