"""The bench of sizing, small: what it is for still holds. Its full size is in the run of the module."""

from __future__ import annotations

from bot.words import bank
from tests.benchmarks import sizing as bench
from tests.benchmarks.policies import MAKERS
from tests.benchmarks.simulated import Assumptions


def test_in_the_bench_it_beats_the_staircases_and_keeps_people() -> None:
    names = (*bench.STAIRCASES, bench.FREE, bench.OURS, bench.ORACLE)
    lives = bench.play(
        bank.load().challenges, Assumptions(), {name: MAKERS[name] for name in names}, 40, 60, range(2)
    )
    compared = bench.ratios(lives, bench.OURS)
    dropout = {name: bench.MEASURES["dropout"](found) for name, found in lives.items()}
    assert compared["gain / best staircase"] > 1.1
    assert compared["gain / oracle"] > 0.75
    assert dropout[bench.OURS] <= min(dropout[name] for name in bench.STAIRCASES)
