"""When the next message may go: the whole bot, one chat, one group, and what a 429 asked for.

Pure bookkeeping on `now`, monotonic seconds given by the caller: no clock, no sleeping, no queue. What
Telegram counts are arrivals: a message counts from when it can have arrived at the latest; its answer tells.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field
from heapq import heappop, heappush

GROUP_WINDOW = 60.0  # seconds
SWEEP_FROM = 1024  # chats kept before idle ones are looked for
CREDIT = 0.025  # seconds by which what is paced may catch up
SLOWEST_WAY = 1.0  # seconds; an answer that takes longer is the server's slowness and not the way there
CERTAIN = 0.85  # of the fastest way there and back; the rest is for a way faster than any seen
LOOK = 10.0  # seconds whose fastest way is believed from then on; until the first are over, none is
AGAIN = 0.02  # seconds until another look, where only an answer can tell when it may go


@dataclass(slots=True)
class _Chat:
    full_at: float = 0.0  # when this chat's burst is whole again (GCRA: the theoretical arrival time)
    paused: float = 0.0
    sent: deque[float] = field(default_factory=deque)  # a group's last minute


class Limits:
    """Allowances for sends. Ask `wait`, `spend` when the message goes, and say when it has `landed`."""

    def __init__(
        self, per_second: float, per_chat: float = 1.0, chat_burst: int = 3, group_per_minute: int = 20
    ) -> None:
        """Take messages a second overall (at least one) and a chat, messages at once, messages a minute."""
        if per_second < 1 or per_chat <= 0 or chat_burst < 1 or group_per_minute < 1:
            raise ValueError("every limit lets at least one message through")
        self.per_second = int(per_second)
        self._flying: dict[int, tuple[int, float]] = {}  # by ticket: the chat, and when it left; oldest first
        self._landed: list[float] = []  # when each of the last second arrived at the latest; a heap
        self._tickets = 0
        self._paced = 0.0  # when the next of an even stream goes
        self._fastest = 0.0  # seconds there and back
        self._seen, self._since = 0.0, -math.inf  # the fastest of this look, and when it began
        self._interval = 1 / per_chat
        self._credit = (chat_burst - 1) * self._interval
        self._group_per_minute = group_per_minute
        self._paused = 0.0
        self._chats: dict[int, _Chat] = {}
        self._sweep_at = SWEEP_FROM

    def wait(self, chat_id: int, now: float) -> float:
        """Return the seconds until a message to this chat may go, 0 when it may go now."""
        return max(self.held(chat_id, now), self.shut(now))

    def held(self, chat_id: int, now: float) -> float:
        """Return the seconds for which this chat is held, whatever goes to others."""
        ready = self._paused
        if chat := self._chats.get(chat_id):
            ready = max(ready, chat.paused, chat.full_at - self._credit)
            if len(chat.sent) >= self._group_per_minute:
                ready = max(ready, chat.sent[-self._group_per_minute] + GROUP_WINDOW)
        return max(ready - now, 0.0)

    def shut(self, now: float, paced: bool = False) -> float:
        """Return the seconds for which nothing may go. `paced` is for an even stream, as a morning is:
        in bursts, one a second, whatever came between two of them would wait.
        """
        self._let_land(now)
        while self._landed and self._landed[0] + 1.0 <= now:
            heappop(self._landed)
        ready, last_second = self._paused, len(self._flying) + len(self._landed)
        if last_second >= self.per_second:
            ready = max(ready, self._landed[0] + 1.0 if self._landed else now + AGAIN)
        if paced and 2 * last_second >= self.per_second:
            ready = max(ready, self._paced)
        return max(ready - now, 0.0)

    def spend(self, chat_id: int, now: float) -> int:
        """Count a message that goes now, whether or not it was allowed; a ticket, to say when it landed."""
        self._tickets += 1
        self._flying[self._tickets] = chat_id, now
        self._paced = max(self._paced, now - CREDIT) + 1 / self.per_second
        chat = self._chat(chat_id, now)
        chat.full_at = max(chat.full_at, now) + self._interval
        if chat_id < 0:
            self._forget_old(chat, now)
            chat.sent.append(now)
        return self._tickets

    def landed(self, ticket: int, now: float) -> None:
        """Note that the answer is there: the message arrived somewhere between its leaving and now."""
        if ticket not in self._flying:
            return
        chat_id, left = self._flying.pop(ticket)
        late = self._late(now - left, now)
        heappush(self._landed, left + late)
        if late and (chat := self._chats.get(chat_id)):
            chat.full_at += late
            if chat.sent:
                chat.sent[-1] += late

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

    def _late(self, there_and_back: float, now: float) -> float:
        """How long after its leaving it can have arrived, at the most, were the way there ever so short:
        two messages are at least as far apart on arrival as this makes them on leaving.
        """
        if now - self._since >= LOOK:
            self._fastest, self._seen, self._since = self._seen, math.inf, now
        self._seen = min(self._seen, there_and_back)
        self._fastest = min(self._fastest, there_and_back)
        return min(max(there_and_back - CERTAIN * self._fastest, 0.0), SLOWEST_WAY)

    def _let_land(self, now: float) -> None:
        """Count what is unanswered for too long as landed, or a slow server would stop us."""
        while self._flying:
            ticket, (_, left) = next(iter(self._flying.items()))
            if left + 1.0 + SLOWEST_WAY > now:
                return
            self.landed(ticket, now)

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
