"""One classification of everything Telegram, the network and we ourselves can do wrong."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram import errors
from bot.telegram.errors import Fate, Verdict, classify

TABLE: list[tuple[BaseException, Fate]] = [
    (Forbidden("Forbidden: bot was blocked by the user"), Fate.GONE),
    (Forbidden("Forbidden: user is deactivated"), Fate.GONE),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), Fate.GONE),
    (BadRequest("Bad Request: chat not found"), Fate.GONE),
    (BadRequest("Chat_write_forbidden"), Fate.MUTED),
    (BadRequest("Not enough rights to send text messages to the chat"), Fate.MUTED),
    (ChatMigrated(-100), Fate.MOVED),
    (RetryAfter(3), Fate.WAIT),
    (NetworkError("Too Many Requests (429). Parsing the server response b'' failed"), Fate.WAIT),
    (errors.Unsent("not sent"), Fate.UNSENT),
    (errors.Unsure("broke"), Fate.UNSURE),
    (errors.NoAnswer("late"), Fate.UNSURE),
    (TimedOut(), Fate.UNSURE),
    (NetworkError("Bad Gateway"), Fate.UNSURE),
    (TelegramError("Invalid server response"), Fate.UNSURE),
    (TimeoutError(), Fate.UNSURE),
    (ConnectionResetError(), Fate.UNSURE),
    (asyncio.CancelledError(), Fate.UNSURE),
    (BadRequest("Message is not modified: specified new message content is the same"), Fate.HARMLESS),
    (BadRequest("Query is too old and response timeout expired or query id is invalid"), Fate.HARMLESS),
    (BadRequest("Message to edit not found"), Fate.LOST_TARGET),
    (BadRequest("Message can't be edited"), Fate.LOST_TARGET),
    (BadRequest("Message to be replied not found"), Fate.LOST_TARGET),
    (BadRequest("Wrong file identifier/http url specified"), Fate.LOST_TARGET),
    (BadRequest("Voice_messages_forbidden"), Fate.LOST_TARGET),
    (BadRequest("Button_data_invalid"), Fate.REFUSED),
    (BadRequest("Can't parse entities: unexpected end tag"), Fate.REFUSED),
    (Conflict("terminated by other getUpdates request"), Fate.REFUSED),
    (ValueError("ours"), Fate.REFUSED),
    (InvalidToken("Not Found"), Fate.MAYBE_TOKEN),
    (EndPointNotFound("Endpoint 'sendMessage' not found"), Fate.MAYBE_TOKEN),
]


@pytest.mark.parametrize(("error", "fate"), TABLE, ids=[repr(error) for error, _ in TABLE])
def test_every_error_has_one_fate(error: BaseException, fate: Fate) -> None:
    assert classify(error).fate is fate


def test_every_fate_is_reached() -> None:
    assert {fate for _, fate in TABLE} == set(Fate)


def test_waiting_is_told_in_seconds_whichever_type_ptb_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert classify(RetryAfter(timedelta(seconds=2.5))).retry_after == 2.5
    error = RetryAfter(41)
    monkeypatch.setenv("PTB_TIMEDELTA", "false")
    with pytest.warns(DeprecationWarning, match="retry_after"):
        assert classify(error).retry_after == 41.0


def test_a_moved_group_brings_its_new_id() -> None:
    assert classify(ChatMigrated(-1001234)) == Verdict(
        Fate.MOVED,
        new_chat_id=-1001234,
        reason="ChatMigrated: Group migrated to supergroup. New chat id: -1001234",
    )


def test_the_reason_does_not_hold_what_people_wrote() -> None:
    error = BadRequest('Can\'t parse entities: unsupported start tag "my boss" at byte offset 3')
    assert classify(error).reason == (
        'BadRequest: Can\'t parse entities: unsupported start tag "…" at byte offset 3'
    )


def test_retrying_is_only_called_safe_for_what_was_proven_unsent() -> None:
    assert [error for error, fate in TABLE if fate is Fate.UNSENT and type(error) is not errors.Unsent] == []


@given(st.text(), st.sampled_from([BadRequest, Forbidden, NetworkError, TimedOut, TelegramError, ValueError]))
def test_no_text_breaks_the_classification(text: str, kind: type[Exception]) -> None:
    assert classify(kind(text)).fate in Fate
