"""When the next message may go: the whole bot, one chat, one group, and what a 429 asked for.

Pure bookkeeping on `now`, monotonic seconds given by the caller: no clock, no sleeping, no queue.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

GROUP_WINDOW = 60.0  # seconds
SWEEP_FROM = 1024  # chats kept before idle ones are looked for


@dataclass(slots=True)
class _Chat:
    full_at: float = 0.0  # when this chat's burst is whole again (GCRA: the theoretical arrival time)
    paused: float = 0.0
    sent: deque[float] = field(default_factory=deque)  # a group's last minute


class Limits:
    """Allowances for sends. Ask `wait`, and `spend` when the message goes."""

    def __init__(
        self, per_second: float, per_chat: float = 1.0, chat_burst: int = 3, group_per_minute: int = 20
    ) -> None:
        """Take messages a second overall (at least one) and a chat, messages at once, messages a minute."""
        if per_second < 1 or per_chat <= 0 or chat_burst < 1 or group_per_minute < 1:
            raise ValueError("every limit lets at least one message through")
        self._second: deque[float] = deque(maxlen=int(per_second))
        self._interval = 1 / per_chat
        self._credit = (chat_burst - 1) * self._interval
        self._group_per_minute = group_per_minute
        self._paused = 0.0
        self._chats: dict[int, _Chat] = {}
        self._sweep_at = SWEEP_FROM

    def wait(self, chat_id: int, now: float) -> float:
        """Return the seconds until a message to this chat may go, 0 when it may go now."""
        return max(self._ready(chat_id) - now, 0.0)

    def spend(self, chat_id: int, now: float) -> None:
        """Count a message that goes now, whether or not it was allowed."""
        self._second.append(now)
        chat = self._chat(chat_id, now)
        chat.full_at = max(chat.full_at, now) + self._interval
        if chat_id < 0:
            self._forget_old(chat, now)
            chat.sent.append(now)

    def pause(self, chat_id: int | None, until: float) -> None:
        """Hold one chat, or everything for None, until then. A shorter pause does not end a longer one."""
        if chat_id is None:
            self._paused = max(self._paused, until)
        else:
            chat = self._chats.setdefault(chat_id, _Chat())
            chat.paused = max(chat.paused, until)

    def __len__(self) -> int:
        """Chats remembered."""
        return len(self._chats)

    def _ready(self, chat_id: int) -> float:
        ready = self._paused
        if len(self._second) == self._second.maxlen:
            ready = max(ready, self._second[0] + 1.0)
        if chat := self._chats.get(chat_id):
            ready = max(ready, chat.paused, chat.full_at - self._credit)
            if len(chat.sent) >= self._group_per_minute:
                ready = max(ready, chat.sent[-self._group_per_minute] + GROUP_WINDOW)
        return ready

    def _chat(self, chat_id: int, now: float) -> _Chat:
        if (chat := self._chats.get(chat_id)) is None:
            if len(self._chats) >= self._sweep_at:
                self._sweep(now)
            chat = self._chats[chat_id] = _Chat()
        return chat

    def _sweep(self, now: float) -> None:
        """Forget who is idle. Waiting for a doubling keeps a send at constant cost on average."""
        self._chats = {chat_id: chat for chat_id, chat in self._chats.items() if self._busy(chat, now)}
        self._sweep_at = max(SWEEP_FROM, 2 * len(self._chats))

    def _busy(self, chat: _Chat, now: float) -> bool:
        self._forget_old(chat, now)
        return bool(chat.sent) or chat.full_at > now or chat.paused > now

    def _forget_old(self, chat: _Chat, now: float) -> None:
        while chat.sent and chat.sent[0] + GROUP_WINDOW <= now:
            chat.sent.popleft()
