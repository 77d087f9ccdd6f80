"""How long a text and a log take to read: `python -m tests.benchmarks.texts`. Prints medians of 50, in ms."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter

from bot.coach import choose, reading, safety, sizing, stats, streak, worth
from bot.coach.model import Attempt, Context, Domain, Facts, Outcome, State
from bot.words import bank

STORY = ("I asked the barista for a free coffee, she laughed and said no. " * 70)[:4096]
HOSTILE = ("kill my self no said but " * 400)[:4096]
MONDAY = date(2026, 1, 5)


def main() -> None:
    """Measure each of the readers on what they meet at the worst."""
    log = _years()
    today = log[-1].day + timedelta(days=1)
    sting = {Domain.SOCIAL: 5}
    challenges = bank.load().challenges
    asks = {challenge.id: challenge for challenge in challenges}
    course = sizing.course(log, (), sting, today, asks)
    morning = worth.Morning(challenges, course, today)
    _print("crisis, a long story", lambda: safety.crisis(STORY))
    _print("crisis, a hostile text", lambda: safety.crisis(HOSTILE))
    _print("reading, a long story", lambda: reading.read(STORY))
    _print("reading, a hostile text", lambda: reading.read(HOSTILE))
    _print("streak, 1,000 days", lambda: streak.streak(log, today))
    _print("stats, 1,000 days", lambda: stats.stats(log, today, MONDAY, frozenset(range(7))))
    _print("sizing, 1,000 days", lambda: sizing.course(log, (), sting, today, asks))
    _print("choosing, 1,000 days", lambda: choose.pick(morning, False, 0.5))


def _years() -> list[Attempt]:
    at = datetime(2026, 1, 5, 8, tzinfo=UTC)
    facts = Facts(chance=50, outcome=Outcome.NO, peak=5)
    days = [timedelta(days=n) for n in range(1000)]
    return [
        Attempt(
            n, MONDAY + day, Domain.SOCIAL, 3, State.DONE, at + day, f"ask-{n % 60}",
            context=list(Context)[n % 6], facts=facts,
        )
        for n, day in enumerate(days)
    ]  # fmt: skip


def _print(name: str, work: Callable[[], object]) -> None:
    took = []
    for _ in range(50):
        begun = perf_counter()
        work()
        took.append((perf_counter() - begun) * 1000)
    sys.stdout.write(f"{name:28} {median(took):8.3f}\n")


if __name__ == "__main__":
    main()
