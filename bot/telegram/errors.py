"""What an error from Telegram means for the message that met it. Classified here, once.

Says nothing about what to do with the message: the sender decides by the fate. Reads no clock, sends nothing.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

# PTB warns at every RetryAfter, even while building it, unless the coming type (timedelta) is asked for.
os.environ.setdefault("PTB_TIMEDELTA", "true")

WAIT_UNTOLD = 5.0  # seconds to wait after a 429 that does not say how long


class Unsent(NetworkError):
    """The request certainly did not reach the server; sending again cannot repeat anything."""


class Unsure(NetworkError):
    """The connection broke after the request may have left."""


class NoAnswer(Unsure, TimedOut):
    """The request may have left and no answer came in time."""


class Fate(StrEnum):
    GONE = "gone"  # the chat cannot be written to until it comes back by itself
    MUTED = "muted"  # the bot is there and may not write
    MOVED = "moved"  # the group has a new id
    WAIT = "wait"  # too many requests
    UNSENT = "unsent"  # sending again is safe
    UNSURE = "unsure"  # it may have been sent
    HARMLESS = "harmless"  # what was wanted is so already, or no longer matters
    LOST_TARGET = "lost-target"  # the message or the file it is about is no longer there for them
    REFUSED = "refused"  # our own mistake; the same request is refused again
    MAYBE_TOKEN = "maybe-token"  # noqa: S105 - no password; ask getMe before believing that the token is wrong


@dataclass(frozen=True, slots=True)
class Verdict:
    fate: Fate
    retry_after: float | None = None  # seconds, for WAIT
    new_chat_id: int | None = None  # for MOVED
    reason: str = ""  # for the log: without what people wrote


GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "group chat was deleted",
    "user is deactivated",
    "bot was blocked",
    "bot was kicked",
    "bot is not a member",
)
MUTED = ("chat_write_forbidden", "chat_restricted", "have no rights to send", "not enough rights to send")
HARMLESS = (
    "poll has already been closed",
    "message is not modified",
    "query is too old",
    "query id is invalid",
)
LOST_TARGET = (
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message to be replied not found",
    "replied message not found",
    "message to react not found",
    "message to pin not found",
    "message_id_invalid",
    "wrong file identifier",
    "wrong remote file",
    "file_reference_",
    "file_id_invalid",
    "voice_messages_forbidden",  # they take none
    "restricted receiving of voice",
)
BY_TEXT = ((HARMLESS, Fate.HARMLESS), (LOST_TARGET, Fate.LOST_TARGET), (MUTED, Fate.MUTED), (GONE, Fate.GONE))


def classify(error: BaseException) -> Verdict:
    """Say what became of the request that ended in `error`. Never raises."""
    reason = _reason(error)
    match error:
        case RetryAfter():
            return Verdict(Fate.WAIT, retry_after=_seconds(error), reason=reason)
        case ChatMigrated():
            return Verdict(Fate.MOVED, new_chat_id=error.new_chat_id, reason=reason)
        case _:
            return _untold(error, reason)


def _untold(error: BaseException, reason: str) -> Verdict:
    text = str(error).lower()
    if isinstance(error, NetworkError) and text.startswith("too many requests"):
        return Verdict(Fate.WAIT, retry_after=WAIT_UNTOLD, reason=reason)
    return Verdict(_fate(error, text), reason=reason)


def _fate(error: BaseException, text: str) -> Fate:
    match error:
        case Unsent():
            return Fate.UNSENT
        case InvalidToken() | EndPointNotFound():  # the second is do_api_request's name for a 404
            return Fate.MAYBE_TOKEN
        case Forbidden() | BadRequest() if error.__cause__ is not None:
            # PTB could not read the body: a proxy refused the request, Telegram has not seen it. Taken for
            # Telegram's own 403, one wrong rule in a proxy would mark every person as having blocked the bot.
            return Fate.UNSENT
        case Forbidden():
            return Fate.GONE
        case BadRequest():
            return _refused(text)
        case _:
            return _fate_of_the_rest(error)


def _fate_of_the_rest(error: BaseException) -> Fate:
    if isinstance(error, NetworkError) or type(error) is TelegramError:
        return Fate.UNSURE  # 5xx, a dropped connection, an answer that is not JSON
    if isinstance(error, OSError) or not isinstance(error, Exception):
        return Fate.UNSURE  # TimeoutError is an OSError; a cancelled task may have sent
    return Fate.REFUSED


def _refused(text: str) -> Fate:
    for patterns, fate in BY_TEXT:
        if any(pattern in text for pattern in patterns):
            return fate
    return Fate.REFUSED


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _reason(error: BaseException) -> str:
    """Name the error for the log. Telegram quotes what it could not parse, so quotes are emptied."""
    text = re.sub(r'"[^"]*"', '"…"', str(error))
    return f"{type(error).__name__}: {text}"[:200]
