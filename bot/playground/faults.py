"""Trouble on demand: what the network and Telegram do to a bot, planned per method. Knows no world."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.playground.refusal import Nonsense, Refused


class Fault(StrEnum):
    """What goes wrong. "late" ones do the work first: the bot cannot know that its message arrived."""

    FLOOD = "flood"  # 429 with retry_after
    BLOCKED = "blocked"  # 403, the person blocked the bot
    DEACTIVATED = "deactivated"  # 403, the account is gone
    KICKED = "kicked"  # 403, the bot was thrown out
    MIGRATED = "migrated"  # the group becomes a supergroup at this very moment
    SERVER_ERROR = "server-error"  # 500
    BAD_GATEWAY = "bad-gateway"  # 502 in Telegram's own JSON
    GARBAGE = "garbage"  # 200 and no JSON
    PROXY = "proxy"  # 404 in a proxy's HTML
    SILENCE = "silence"  # no answer until the client gives up; nothing done
    LATE_SILENCE = "late-silence"
    DROP = "drop"  # the connection breaks; nothing done
    LATE_DROP = "late-drop"


HTML = "<html><body><h1>It works, but not for you</h1></body></html>"
RAW: dict[Fault, tuple[int, str, str]] = {
    Fault.GARBAGE: (200, "text/html", HTML),
    Fault.PROXY: (404, "text/html", HTML),
}
ANSWERS: dict[Fault, tuple[int, str]] = {
    Fault.BLOCKED: (403, "Forbidden: bot was blocked by the user"),
    Fault.DEACTIVATED: (403, "Forbidden: user is deactivated"),
    Fault.SERVER_ERROR: (500, "Internal Server Error"),
    Fault.BAD_GATEWAY: (502, "Bad Gateway"),
}
LATE = frozenset({Fault.LATE_SILENCE, Fault.LATE_DROP})
SILENT = frozenset({Fault.SILENCE, Fault.LATE_SILENCE})
DROPPED = frozenset({Fault.DROP, Fault.LATE_DROP})


@dataclass
class Planned:
    """A fault that waits for its call. `method` "*" is any, `chat_id` None is any."""

    method: str
    fault: Fault
    times: int
    chat_id: int | None
    seconds: int

    def meets(self, method: str, chat_id: Any) -> bool:
        if self.method not in ("*", method):
            return False
        return self.chat_id is None or str(self.chat_id) == str(chat_id)

    def refusal(self, kind: str = "group") -> Refused | None:
        """What Telegram would answer in words in such a chat, for the faults that are answers."""
        if self.fault is Fault.FLOOD:
            words = f"Too Many Requests: retry after {self.seconds}"
            return Refused(429, words, retry_after=self.seconds)
        if self.fault is Fault.KICKED:
            return Refused(403, f"Forbidden: bot was kicked from the {kind} chat")
        return Refused(*ANSWERS[self.fault]) if self.fault in ANSWERS else None


class Faults:
    """The plans, first planned first served."""

    def __init__(self) -> None:
        self.planned: list[Planned] = []

    def plan(self, method: str, fault: str, times: int, chat_id: int | None, seconds: int) -> None:
        if fault not in set(Fault):
            raise Nonsense(f"there is no fault {fault!r}; there are {', '.join(Fault)}")
        if times < 1:
            raise Nonsense("a fault happens at least once")
        self.planned.append(Planned(method, Fault(fault), times, chat_id, seconds))

    def take(self, method: str, chat_id: Any) -> Planned | None:
        """Return the fault due for this call, and count it."""
        if not self.planned:
            return None
        due = next((plan for plan in self.planned if plan.meets(method, chat_id)), None)
        if due:
            due.times -= 1
            self.planned = [plan for plan in self.planned if plan.times > 0]
        return due

    def clear(self) -> None:
        self.planned.clear()
