"""The bench of sizing, small: what it is for still holds. Its full size is in the run of the module."""

from __future__ import annotations

from statistics import correlation

from bot.words import bank
from tests.benchmarks import sizing as bench
from tests.benchmarks.guarded import Pool, by_domain
from tests.benchmarks.lives import begin, live
from tests.benchmarks.ours import Ours
from tests.benchmarks.policies import MAKERS
from tests.benchmarks.simulated import Assumptions, somebody, world
from tests.benchmarks.those_before import GROUP, ThoseBefore


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


def test_a_group_finds_out_how_hard_the_asks_are_for_those_after_it() -> None:
    asks, how, before = bank.load().challenges, Assumptions(bank_error=1.0), ThoseBefore()
    there = world(asks, how, 5)
    pool = by_domain(there)
    for number in range(GROUP):
        assert before.found.asks == {}
        life = begin(somebody(there, how, 5, number, 60), there)
        policy = Ours(life, Pool(there, pool, before=before))
        live(life, policy)
        policy.leaves()
    true = [there.hard[there.index[ask]] - asks[there.index[ask]].rung for ask in before.found.asks]
    assert len(true) > 50
    assert correlation(true, [history[-1][1] for history in before.found.asks.values()]) > 0.6
