"""Idle looks, start-up and memory by people: `python -m tests.benchmarks.ticking [--people N ...]`.

Each number has a database of its own in a temporary folder (a million takes 250 MB). The bot is the real
command in a process of its own, against the playground's server: from the start of the process to the
moment it tells systemd that it serves. The peers plan a job for each person in memory, and do nothing else:
no database, no network. Ends with status 1 where a promise is broken: an idle look over 1 ms, a start over
2 s, over 120 MB, or not flat from the first number to the last.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.app import Clock
from bot.schedule.ticker import Ticker
from bot.schedule.watchdog import READY
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment
from bot.store import status
from bot.store.engine import open_store
from tests.benchmarks.crowd import BANK, crowd
from tests.benchmarks.job_each import resident
from tests.faults import process

PEOPLE = (1_000, 10_000, 100_000, 1_000_000)
OF_PEERS = 100_000  # more people than that would take minutes and gigabytes
LOOKS = 300
IDLE, START, MEMORY = 1.0, 2.0, 120.0  # ms, s, MB: what is promised at any number
FLAT, FLAT_LOOK = 1.2, 1.5  # of the last number against the first
SETTLED = 6.0  # seconds after it serves: a scheduled look is behind it


@dataclass(frozen=True, slots=True)
class Row:
    people: int
    file: float  # MB
    look: float  # ms, median
    slow: float  # ms, p99
    standing: float  # ms, median: what /readyz, /metrics and `status` read
    start: float  # s
    memory: float  # MB, resident


async def measured(folder: Path, many: int, starts: int) -> Row:
    path = folder / "ask-anyway.db"
    await crowd(path, many, Clock().now())
    looks, standing = await _looks(path)
    began = [await _started(folder) for _ in range(starts)]
    return Row(
        many,
        path.stat().st_size / 1e6,
        median(looks),
        sorted(looks)[int(0.99 * len(looks))],
        standing,
        median(seconds for seconds, _ in began),
        median(memory for _, memory in began),
    )


async def _looks(path: Path) -> tuple[list[float], float]:
    """Look for who is due while nobody is, many times; then read how the bot stands."""
    store, clock = await open_store(f"sqlite:///{path}"), Clock()
    ticker = Ticker(store, lambda: Moment(clock.now(), 0.5, BANK), lambda: None, LearntBank(BANK))
    spans: list[float] = []
    for _ in range(LOOKS):
        began = perf_counter()
        assert await ticker.tick() == 0
        spans.append(1000 * (perf_counter() - began))
    standing: list[float] = []
    for _ in range(5):
        began = perf_counter()
        async with store.read() as unit:
            await status.read(unit, clock.now())
        standing.append(1000 * (perf_counter() - began))
    await store.close()
    return spans[1:], median(standing)


async def _started(folder: Path) -> tuple[float, float]:
    """Start the real bot; seconds until it serves, and what it holds in memory a little later."""
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ears:
        notify = folder / "notify"
        notify.unlink(missing_ok=True)
        ears.bind(str(notify))
        ears.setblocking(False)
        async with process.served(process.blank()) as url:
            given = {"BOT_TOKEN": process.TOKEN, "BOT_API_URL": url, "LISTEN": "127.0.0.1:0"}
            given |= {"DATA_DIR": str(folder), "NOTIFY_SOCKET": str(notify)}
            began = perf_counter()
            async with process.started(folder, run=process.COMMAND, given=given) as bot:
                async with asyncio.timeout(600):
                    while (await loop.sock_recv(ears, 100)).decode() != READY:
                        pass
                seconds = perf_counter() - began
                await asyncio.sleep(SETTLED)
                return seconds, resident(bot.own.pid)


# --- peers

PEERS = {"APScheduler, a job each": "apscheduler", "PTB, run_daily each": "job_queue"}


def peer(way: str, many: int) -> tuple[float, float]:
    """Seconds from the start of the process until everybody is planned, and MB in memory then."""
    began = perf_counter()
    command = (sys.executable, "-m", "tests.benchmarks.job_each", way, str(many))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as own:  # noqa: S603  our own module
        assert own.stdout is not None
        memory = float(own.stdout.readline())
        return perf_counter() - began, memory


# --- what is told


def _print(row: Row) -> None:
    began = f"{row.people:>10,}  {'ask-anyway':<24}{row.start:>9.2f}{row.memory:>9.0f}"
    looked = f"{row.look:>10.2f}{row.slow:>8.2f}{row.standing:>11.1f}{row.file:>9.1f}"
    sys.stdout.write(f"{began}{looked}\n")
    for name, way in PEERS.items() if row.people <= OF_PEERS else ():
        seconds, memory = peer(way, row.people)
        sys.stdout.write(f"{'':>10}  {name:<24}{seconds:>9.2f}{memory:>9.0f}\n")
    sys.stdout.flush()


def broken(rows: Sequence[Row]) -> list[str]:
    first, last = rows[0], rows[-1]
    promises = {
        f"an idle look within {IDLE} ms": max(row.look for row in rows) <= IDLE,
        f"a start within {START} s": max(row.start for row in rows) <= START,
        f"at most {MEMORY:.0f} MB": max(row.memory for row in rows) <= MEMORY,
        "an idle look that is flat": last.look <= FLAT_LOOK * first.look,
        "a start that is flat": last.start <= FLAT * first.start,
        "memory that is flat": last.memory <= FLAT * first.memory,
    }
    return [promise for promise, kept in promises.items() if not kept]


async def compared(many: Sequence[int], starts: int) -> int:
    looked = f"{'idle ms':>10}{'p99':>8}{'status ms':>11}{'file MB':>9}"
    sys.stdout.write(f"{'people':>10}  {'':<24}{'start s':>9}{'MB':>9}{looked}\n")
    rows = []
    for number in many:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(await measured(Path(folder), number, starts))
        _print(rows[-1])
    faults = broken(rows)
    sys.stdout.write(f"broken: {', '.join(faults) or 'nothing'}; load {os.getloadavg()[0]:.1f}\n")
    return int(bool(faults))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=PEOPLE, help="how many, ascending")
    parser.add_argument("--starts", type=int, default=3, help="starts of the bot at each number")
    wished = parser.parse_args()
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n")
    return asyncio.run(compared(wished.people, wished.starts))


if __name__ == "__main__":
    sys.exit(main())
