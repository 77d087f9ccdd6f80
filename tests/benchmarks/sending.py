"""How fast the transport alone is, no database behind it: `python -m tests.benchmarks.sending [--rounds N]`.

Each contender has a process and a core of its own, the server another; A B A B, medians of the rounds.
`a CPU second` is what one core would carry if nothing else ran on it, and does not depend on who else does.
It is asked 64 at a time: 50 ms away that is 1,280 a second at the most, whoever asks; so also 512 at a time
there. TLS is verified, with a certificate made for the run.
Ends with status 1 where ours is not as fast or as small as it is to be; where it mostly waited, by its CPU.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import pkgutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import AT_ONCE, Figures
from tests.benchmarks.loopback import apart, certificate, loopback

OURS, AIOGRAM, STOCK = "ours", "aiogram", "stock PTB"
# where each is: imported in its own process only, so that none carries the weight of another
CONTENDERS = {
    OURS: "bare_transport:plain",
    AIOGRAM: "by_aiogram:aiograms",
    STOCK: "bare_transport:stock",
    "raw aiohttp": "by_hand:by_aiohttp",
    "bare sockets": "by_hand:by_sockets",
}
BOUNDS = {STOCK: 10.0, AIOGRAM: 1.25}  # how many times as fast as them
SMALLER = 0.5  # of aiogram's memory
WINDOW = 512
FULL_CORE = 0.9  # who uses less of it waits: for answers, the server, other programs


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server is: seconds away, its certificate if it speaks TLS; and how many ask at once."""

    away: float
    made: Path | None = None
    lanes: int = AT_ONCE

    @property
    def most(self) -> float:
        """Messages a second that so many can carry at the most."""
        return self.lanes / self.away if self.away else float("inf")

    def __str__(self) -> str:
        return f"{'TLS' if self.made else 'plain'}, {self.away * 1000:g} ms away, {self.lanes} at once"


@dataclass(frozen=True, slots=True)
class Result:
    """A contender's runs; medians."""

    runs: list[Figures]

    @property
    def rate(self) -> float:
        return median(run.rate for run in self.runs)

    @property
    def per_cpu_second(self) -> float:
        return median(run.per_cpu_second for run in self.runs)

    @property
    def cpu(self) -> float:
        return median(run.cpu / run.seconds for run in self.runs)

    @property
    def memory(self) -> float:
        return median(run.memory for run in self.runs)

    def times(self, other: Result, *, by_cpu: bool) -> float:
        return self.per_cpu_second / other.per_cpu_second if by_cpu else self.rate / other.rate


Table = dict[str, Result]


def measured(where: str, place: Place, seconds: float) -> Figures:
    """Run one contender in a process of its own."""
    with loopback(place.away, place.made) as url:
        return apart(_measure, where, place, url, seconds)


def _measure(where: str, place: Place, url: str, seconds: float) -> Figures:
    if place.made is not None:  # read when a context is made; certificates are always checked
        os.environ["SSL_CERT_FILE"] = str(place.made)
    contender = pkgutil.resolve_name(f"tests.benchmarks.{where}")
    figures: Figures = asyncio.run(contender(url, seconds, place.lanes))
    return figures


def table(place: Place, asked: argparse.Namespace) -> Table:
    """Measure them in turns, and print a row each."""
    names = [name for name in CONTENDERS if asked.only in name]
    found: dict[str, list[Figures]] = {name: [] for name in names}
    for _ in range(asked.rounds):
        for name in names:
            found[name].append(measured(CONTENDERS[name], place, asked.seconds))
    results = {name: Result(runs) for name, runs in found.items()}
    for name, result in results.items():
        _say(_row(name, result, results.get(OURS)))
    return results


def _row(name: str, result: Result, ours: Result | None) -> str:
    row = (
        f"  {name:13} {result.rate:7,.0f} a second  {result.per_cpu_second:7,.0f} a CPU second  "
        f"{1e6 / result.per_cpu_second:6,.0f} µs of CPU each  {result.cpu:4.0%} of a core  "
        f"{result.memory:4.0f} MB"
    )
    if ours is None or ours is result:
        return row
    times, by_cpu = ours.times(result, by_cpu=False), ours.times(result, by_cpu=True)
    return f"{row}  ours is {times:5.2f} x as fast, {by_cpu:5.2f} x by CPU"


def misses(place: Place, results: Table) -> list[str]:
    """Tell what is not as it is to be. Where ours mostly waited, the CPU of a message is compared instead."""
    if OURS not in results:
        return []
    ours, missed = results[OURS], []
    if ours.rate > 0.8 * place.most:
        _say(f"  {place.lanes} at once carry {place.most:,.0f} a second at the most: that binds, not ours")
    for name in BOUNDS.keys() & results.keys():
        times = ours.times(results[name], by_cpu=ours.cpu < FULL_CORE)
        if times < BOUNDS[name]:
            missed.append(f"{place}: {times:.2f} x {name}, to be {BOUNDS[name]:g}")
    if AIOGRAM in results and ours.memory > SMALLER * results[AIOGRAM].memory:
        missed.append(f"{place}: {ours.memory:.0f} MB, to be {SMALLER:.0%} of {AIOGRAM}'s")
    return missed


def main() -> int:
    asked = _asked()
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for place in _places(Path(folder), asked.delay / 1000):
            _say(f"{place}; {asked.rounds} rounds of {asked.seconds:g} s, load {os.getloadavg()[0]:.1f}")
            missed += misses(place, table(place, asked))
    for miss in missed:
        _say(f"missed: {miss}")
    return 1 if missed else 0


def _places(folder: Path, away: float) -> list[Place]:
    made = certificate(folder)
    if made is None:
        _say("no openssl command here, so no TLS")
    kinds = [None, made] if made else [None]
    return [*(Place(delay, kind) for kind in kinds for delay in (0.0, away)), Place(away, made, WINDOW)]


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="for each run")
    parser.add_argument("--delay", type=float, default=50.0, help="ms until the farther server answers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="contenders with this in their name")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
