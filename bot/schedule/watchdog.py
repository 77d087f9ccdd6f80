"""Tells systemd how the bot is: ready, alive, stopping. One datagram each, and none where nobody asked.

What it may not do is decide: a bot whose loop stands still says nothing, and systemd starts it anew.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from typing import Final

from bot.logbook import Event, note

READY: Final = "READY=1"
ALIVE: Final = "WATCHDOG=1"
STOPPING: Final = "STOPPING=1"

Pause = Callable[[float], Awaitable[None]]


class Watchdog:
    """The way to systemd's NOTIFY_SOCKET. `microseconds` is WATCHDOG_USEC, the silence it bears, or 0."""

    def __init__(self, address: str | None, microseconds: int) -> None:
        # a leading @ is systemd's way to write the zero byte of an abstract address
        self._address = f"\0{address[1:]}" if address and address.startswith("@") else address
        self._half = microseconds / 2_000_000  # seconds

    def say(self, state: str) -> None:
        """Send one state, without ever waiting; one that can't be sent is only logged."""
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as way:
            way.setblocking(False)
            try:
                way.sendto(state.encode(), self._address)
            except OSError as error:
                note(Event.WATCHDOG_UNHEARD, state=state, because=error.strerror)

    async def reassure(self, pause: Pause) -> None:
        """Say that the loop is alive, twice in the time that systemd waits. Ends at once where it doesn't."""
        while self._address and self._half:
            self.say(ALIVE)
            await pause(self._half)
