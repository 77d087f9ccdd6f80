"""How Telegram says no, and how the playground says that a person's act makes no sense. Decides nothing."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """One refusal of the Bot API: the HTTP status, the words, and `parameters` such as retry_after."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON object Telegram answers with."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


class Nonsense(ValueError):
    """An act that no Telegram client would let a person do, in one clear sentence."""


def bad(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    return Refused(403, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    return Refused(409, f"Conflict: {description}")
