"""The word to systemd, heard on a real socket: ready, alive, stopping."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logbook import Event
from bot.schedule.watchdog import ALIVE, READY, Watchdog
from tests.faults import process

EVERY_SECOND = 1_000_000


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    """The other end, as systemd opens it. It never waits: what was said lies there."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "notify"))
        heard.setblocking(False)
        yield heard


def said(systemd: socket.socket) -> list[str]:
    lines = []
    while True:
        try:
            lines.append(systemd.recv(4096).decode())
        except BlockingIOError:
            return lines


class Pauses:
    """Lets a few pauses pass at once and then ends the bot; remembers how long they were."""

    def __init__(self, few: int) -> None:
        self._few = few
        self.lengths: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.lengths.append(seconds)
        if len(self.lengths) == self._few:
            raise asyncio.CancelledError


async def test_the_loop_says_twice_in_the_time_that_it_lives(systemd: socket.socket) -> None:
    pauses = Pauses(3)
    with pytest.raises(asyncio.CancelledError):
        await Watchdog(systemd.getsockname(), EVERY_SECOND).reassure(pauses)
    assert pauses.lengths == [0.5, 0.5, 0.5]
    assert said(systemd) == [ALIVE] * 3


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="abstract addresses are Linux's")
def test_an_abstract_address_is_found() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind("")  # the system chooses an abstract one
        heard.setblocking(False)
        Watchdog(f"@{heard.getsockname()[1:].decode()}", 0).say(READY)
        assert said(heard) == [READY]


@pytest.mark.parametrize(("asked", "microseconds"), [(False, EVERY_SECOND), (True, 0)])
async def test_where_nobody_waits_for_a_word_none_is_said(
    asked: bool, microseconds: int, systemd: socket.socket
) -> None:
    pauses = Pauses(1)
    await Watchdog(systemd.getsockname() if asked else None, microseconds).reassure(pauses)
    assert pauses.lengths == []
    assert said(systemd) == []


def test_without_systemd_a_word_goes_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    Watchdog(None, 0).say(READY)
    assert caplog.records == []


def test_a_systemd_that_does_not_hear_ends_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Watchdog(str(tmp_path / "nobody"), 0).say(READY)
    (record,) = caplog.records
    assert record.getMessage() == Event.WATCHDOG_UNHEARD
    assert vars(record)["state"] == READY


def test_a_systemd_that_is_behind_never_holds_the_loop(systemd: socket.socket) -> None:
    """Its queue is full long before so many; a call that waited would end the test by its length."""
    bot = Watchdog(systemd.getsockname(), 0)
    for _ in range(2000):
        bot.say(ALIVE)
    assert 1 <= len(said(systemd)) < 2000


async def test_the_bot_is_ready_then_alive_then_stopping(systemd: socket.socket, tmp_path: Path) -> None:
    world = process.blank()
    systemd_waits = {"NOTIFY_SOCKET": systemd.getsockname(), "WATCHDOG_USEC": str(EVERY_SECOND // 5)}
    async with process.served(world) as url:
        given = {"BOT_TOKEN": process.TOKEN, "BOT_API_URL": url, "LISTEN": "127.0.0.1:0", **systemd_waits}
        async with process.started(tmp_path, given=given) as bot:
            heard = [await word(systemd)]
            while heard[-1] != READY:
                heard.append(await word(systemd))
            heard += [await word(systemd), await word(systemd)]
            done = await bot.ended(signal.SIGTERM)
    heard += said(systemd)
    assert done.status == 0
    assert [state for state in heard if state != ALIVE] == ["READY=1", "STOPPING=1"]
    assert heard[heard.index(READY) + 1] == ALIVE


async def word(systemd: socket.socket) -> str:
    """The next word; TimeoutError where none comes."""
    async with asyncio.timeout(process.PATIENCE):
        return (await asyncio.get_running_loop().sock_recv(systemd, 4096)).decode()
