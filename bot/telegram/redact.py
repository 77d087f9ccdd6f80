"""Keeps secrets out of the log: one filter on every handler, for messages, arguments and tracebacks.

Only the last fence. Code that logs is still not to log a URL, a token or what people wrote.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import Any, TextIO
from urllib.parse import quote

from bot import logbook

MASK = "[secret]"
# A leading \b would miss the token in ".../bot123456:AA.../getMe", where "bot" and the digits are one word.
TOKEN = re.compile(r"(?<!\d)\d{6,12}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
SHORTEST = 4  # a shorter "secret" is found in every second word
OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


class Redact(logging.Filter):
    """Replaces bot tokens and the given secrets. Lets every record through; a clean one stays as it was."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        plain = {secret for secret in secrets if len(secret) >= SHORTEST}
        forms = plain | {quote(secret, safe="") for secret in plain}
        longest_first = sorted(forms, key=len, reverse=True)  # one may contain another
        self._secret = re.compile("|".join([*map(re.escape, longest_first), TOKEN.pattern]), TOKEN.flags)

    def text(self, text: str) -> str:
        """Return `text` with every secret masked."""
        return self._secret.sub(MASK, text)

    def filter(self, record: logging.LogRecord) -> bool:
        self._message(record)
        self._traceback(record)
        self._extras(record)
        return True

    def _message(self, record: logging.LogRecord) -> None:
        try:
            said = record.getMessage()
        except Exception:  # logging would print the arguments, whatever the fault in them is
            said = f"{record.msg} {_shown(record.args)} (the message and its arguments do not fit)"
            record.msg, record.args = said, None
        if (clean := self.text(said)) != said:
            record.msg, record.args = clean, None

    def _traceback(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[0] and not record.exc_text:
            said = logging.Formatter().formatException(record.exc_info)
            # exc_info goes only where it held a secret: a formatter of its own would read it again
            if (clean := self.text(said)) != said:
                record.exc_text, record.exc_info = clean, None
        elif record.exc_text and (clean := self.text(record.exc_text)) != record.exc_text:
            record.exc_text, record.exc_info = clean, None
        if record.stack_info:
            record.stack_info = self.text(record.stack_info)

    def _extras(self, record: logging.LogRecord) -> None:
        """Mask what came by `extra=`, which formatters for machines print."""
        for name in vars(record).keys() - OWN:
            value = getattr(record, name)
            said = value if isinstance(value, str) else _shown(value)
            if (clean := self.text(said)) != said:
                setattr(record, name, clean)


def _shown(value: Any) -> str:
    try:
        return repr(value)
    except Exception:  # a broken repr must not cost the log line
        return f"<{type(value).__name__}>"


def handler(as_json: bool, secrets: Iterable[str], stream: TextIO | None = None) -> logging.Handler:
    """Build the way to the log (stderr, if nothing is given): one line an event, no words, no secrets."""
    made = logging.StreamHandler(stream)
    made.setFormatter(logbook.Lines(as_json=as_json))
    made.addFilter(logbook.Plain())  # before the other, which goes over what it adds
    install([made], secrets)
    return made


def install(handlers: Iterable[logging.Handler], secrets: Iterable[str] = ()) -> Redact:
    """Put one filter on every handler and return it; a filter on a logger would miss its children."""
    redact = Redact(secrets)
    for handler in handlers:
        handler.addFilter(redact)
    return redact
