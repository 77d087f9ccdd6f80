"""Bots are born here: a process that has imported everything once, and is forked for each life.

A start costs a second of imports, a birth none; what lives and dies is a whole process all the same. Run as a
program this is the nursery itself; imported, it is the door to the one that belongs to this process.
"""

from __future__ import annotations

import asyncio
import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any, NoReturn

from bot import operating, rehearsal, run, settings
from bot.__main__ import main

LONGEST = 2**16  # bytes of a wish: folder, arguments and environment
ROOMS = (run, operating, rehearsal)  # which a command imports once it is known to need them


class Born:
    """A process under way, as asyncio's own are: its number, what it prints, its signals, its end."""

    def __init__(self, pid: int, printed: asyncio.StreamReader, told: asyncio.StreamReader) -> None:
        self.pid = pid
        self.stdout = printed
        self.returncode: int | None = None
        self._told = told

    def send_signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def communicate(self) -> tuple[bytes, None]:
        """Read what it still prints, and wait for its end."""
        printed = await self.stdout.read()
        if self.returncode is None:
            self.returncode = int(await self._told.read())
        return printed, None


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """This environment without any setting of the bot in it, and `variables`.

    What Python compiles is kept for the next process: it is 0.2 of the 1.5 s that a start takes.
    """
    mine = {name for name in os.environ if name in settings.NAMES or name.startswith(settings.OURS)}
    but = {*mine, "PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in but} | dict(variables)


async def born(folder: Path, arguments: Sequence[str], given: Mapping[str, str], errors: IO[bytes]) -> Born:
    """Let `ask-anyway` be born in a folder, with these arguments and the settings `given`."""
    (printed, its_output), (told, its_end) = os.pipe(), os.pipe()
    wish = json.dumps([str(folder), list(arguments), environment(given)]).encode()
    socket.send_fds(_door(), [wish], [its_output, its_end, errors.fileno()])
    os.close(its_output)
    os.close(its_end)
    heard = await _reader(told)
    return Born(int(await heard.readline()), await _reader(printed), heard)


async def _reader(pipe: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(pipe, "rb", buffering=0)
    )
    return reader


@cache
def _door() -> socket.socket:
    """The way to the nursery of this process, which is opened at the first birth and ends with it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        number = theirs.fileno()
        nursery = subprocess.Popen(  # noqa: S603  this very file; -P: its folder is no place to import from
            [sys.executable, "-P", __file__, str(number)],
            pass_fds=[number],
            env=environment({}),
            stdin=subprocess.DEVNULL,
        )
    atexit.register(_close, ours, nursery)
    return ours


def _close(door: socket.socket, nursery: subprocess.Popen[bytes]) -> None:
    door.close()
    nursery.wait()


# --- the nursery itself


def _serve(door: socket.socket) -> None:
    """Bring to life what is wished for, until nobody is left who could wish."""
    minds = []
    while True:
        wish, lent, *_ = socket.recv_fds(door, LONGEST, 3)
        if not wish:
            break
        minds.append(os.fork())
        if minds[-1] == 0:
            door.close()
            _mind(json.loads(wish), *lent)
        for one in lent:
            os.close(one)
    for mind in minds:
        os.waitpid(mind, 0)


def _mind(wish: list[Any], output: int, end: int, errors: int) -> NoReturn:
    """Be its parent: tell its number, and then how it ended."""
    child = os.fork()
    if child == 0:
        os.close(end)
        _live(wish, output, errors)
    os.close(output)
    os.write(end, b"%d\n" % child)
    os.write(end, b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    os._exit(0)


def _live(wish: list[Any], output: int, errors: int) -> NoReturn:
    folder, arguments, variables = wish
    for number, lent in ((1, output), (2, errors)):
        os.dup2(lent, number)
        os.close(lent)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    os._exit(main(arguments))


if __name__ == "__main__":
    gc.freeze()
    _serve(socket.socket(fileno=int(sys.argv[1])))
