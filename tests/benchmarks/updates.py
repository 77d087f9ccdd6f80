"""How fast updates are handled, whole: `python -m tests.benchmarks.updates [--rounds N] [--only NAME]`.

3,000 updates of 1,000 people (backlog.py) wait at a server in another process; each contender has a process
and a core of its own, A B A B, medians. Ours commits them to the inbox, handles each in a transaction of its
own, sends what that wrote and marks it as sent, all at synchronous=FULL, and is checked to have done so. A
bare PTB Application answers each with an echo and keeps nothing, or commits one row for each.
Ends with status 1 where ours handles fewer than 300 a second of its core.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import pkgutil
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.feeding import feeding
from tests.benchmarks.figures import Figures
from tests.benchmarks.loopback import apart

OURS = "ours"
CONTENDERS = {
    OURS: "whole_flow:ours",
    "PTB, echo": "by_ptb:echo",
    "PTB, echo and row": "by_ptb:echo_and_row",
}
LEAST = 300.0


def measured(where: str, updates: str, count: int, prepared: Path) -> Figures:
    """Run one contender in a process of its own, on a fresh copy of the people."""
    with tempfile.TemporaryDirectory() as folder, feeding(updates) as url:
        return apart(_measure, where, url, count, shutil.copy(prepared, folder))


def _measure(where: str, url: str, count: int, database: str) -> Figures:
    contender = pkgutil.resolve_name(f"tests.benchmarks.{where}")
    figures: Figures = asyncio.run(contender(url, count, database))
    return figures


def main() -> int:
    asked = _asked()
    names = [name for name in CONTENDERS if asked.only in name]
    found: dict[str, list[Figures]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder, "people.db")
        # imported here: each contender imports this module, and is to carry its own weight only
        updates = asyncio.run(pkgutil.resolve_name("tests.benchmarks.backlog:prepared")(prepared))
        _say(f"{len(updates):,} updates, {asked.rounds} rounds, load {os.getloadavg()[0]:.1f}")
        for _ in range(asked.rounds):
            for name in names:
                found[name].append(measured(CONTENDERS[name], json.dumps(updates), len(updates), prepared))
    for name, runs in found.items():
        _say(_row(name, runs))
    return _verdict(found.get(OURS))


def _row(name: str, runs: list[Figures]) -> str:
    rate, cpu = median(run.rate for run in runs), median(1000 / run.per_cpu_second for run in runs)
    share, memory = median(run.cpu / run.seconds for run in runs), median(run.memory for run in runs)
    return (
        f"  {name:18} {rate:6,.0f} a second  {1000 / cpu:6,.0f} a CPU second  {cpu:5.2f} ms of CPU each  "
        f"{share:4.0%} of a core  {memory:4.0f} MB"
    )


def _verdict(runs: list[Figures] | None) -> int:
    """By CPU: what others do on the machine meanwhile is not the bot's."""
    if runs is None or median(run.per_cpu_second for run in runs) >= LEAST:
        return 0
    _say(f"missed: to be {LEAST:.0f} a second of one core")
    return 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="contenders with this in their name")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
