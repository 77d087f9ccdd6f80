"""How fast messages leave: `python -m tests.benchmarks.sending [--seconds N] [--delay MS] [--rounds N]`.

Each contender has a process and a core of its own, the server another; A B A B, medians of the rounds.
`a CPU second` is what one core would carry if nothing else ran on it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import pkgutil
import sys
from multiprocessing.connection import Connection
from statistics import median

from tests.benchmarks.figures import Figures
from tests.benchmarks.loopback import SPAWN, loopback, pin

# where each is; imported in its own process only, so that none carries the weight of another
CONTENDERS = {
    "full path, ours": "full_path:ours",
    "full path, usual": "full_path:usual",
    "transport, ours": "bare_transport:plain",
    "transport, aiogram": "by_aiogram:aiograms",
    "transport, stock PTB": "bare_transport:stock",
}
PAIRS = (
    ("full path, ours", "full path, usual"),
    ("transport, ours", "transport, aiogram"),
    ("transport, ours", "transport, stock PTB"),
)


def measured(name: str, delay: float, seconds: float) -> Figures:
    """Run one contender in a process of its own."""
    here, there = SPAWN.Pipe()
    with loopback(delay) as url:
        process = SPAWN.Process(target=_measure, args=(there, name, url, seconds))
        process.start()
        there.close()
        try:
            figures: Figures = here.recv()
        finally:
            process.join()
    return figures


def _measure(told: Connection, name: str, url: str, seconds: float) -> None:
    pin(0)
    contender = pkgutil.resolve_name(f"tests.benchmarks.{CONTENDERS[name]}")
    told.send(asyncio.run(contender(url, seconds)))


def main() -> None:
    asked = _asked()
    names = [name for name in CONTENDERS if asked.only in name]
    _say(f"server {asked.delay:g} ms away, load {os.getloadavg()[0]:.1f}, {asked.rounds} rounds")
    found: dict[str, list[Figures]] = {name: [] for name in names}
    for _ in range(asked.rounds):
        for name in names:
            found[name].append(measured(name, asked.delay / 1000, asked.seconds))
    for name in names:
        __say(name, found[name])
    for one, other in PAIRS:
        if one in found and other in found:
            _say(f"{one} / {other}: {_rate(found[one]) / _rate(found[other]):.2f}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10.0, help="for each run")
    parser.add_argument("--delay", type=float, default=50.0, help="ms until the server answers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="contenders with this in their name")
    return parser.parse_args()


def _rate(runs: list[Figures]) -> float:
    return median(run.rate for run in runs)


def __say(name: str, runs: list[Figures]) -> None:
    cpu = median(run.cpu / run.seconds for run in runs)
    per_cpu = median(run.per_cpu_second for run in runs)
    memory = median(run.memory for run in runs)
    _say(
        f"{name:22} {_rate(runs):7,.0f} a second  {per_cpu:7,.0f} a CPU second  "
        f"{cpu:4.0%} of a core  {memory:4.0f} MB"
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
