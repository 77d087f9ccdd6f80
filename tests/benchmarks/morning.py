"""Everybody is due within one minute: `python -m tests.benchmarks.morning [--people 100000]`.

One look of the ticker claims all of them, chooses their asks and writes their letters, while people write
to the bot as ever (--updates a second, each kept in the inbox and handled). Each has five days of practice
behind them. Nothing is sent. Prints what a person costs; how long a batch holds the one writer; how long
the loop is held; and how long an update takes from its arrival to its answer in the outbox, before the
morning and during it. Ends with status 1 where somebody got none or two, or the loop was held for over 20
ms, or p99 was over 150 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, thread_time

from sqlalchemy import func, select

from bot.app import Clock, Tasks
from bot.schedule.ticker import Ticker
from bot.service import coursing, front
from bot.service.events import Command, Who
from bot.service.learnt_bank import LearntBank
from bot.service.visit import Moment
from bot.store import inbox, tables
from bot.store.engine import Store, open_store
from bot.store.states import OccasionKind, OccasionState
from tests.benchmarks.crowd import BANK, FIRST, crowd

EDITION = coursing.edition(BANK)
DAYS = 5
BEAT = 0.002  # seconds
HELD, ANSWERED = 20.0, 150.0  # ms: the loop at the most, and the p99 of an answer
QUIET = 5.0  # seconds of updates before the morning
UP = 100  # people who are up already, and look at today's ask again and again
TICK = "tick"
Spans = tuple[list[float], list[float]]  # ms: of answers, and of the loop held


class Turn(asyncio.Lock):
    """The turn of the writer, which notes for how many ms each held it."""

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, list[float]] = {}
        self._since, self._whose = 0.0, ""

    async def acquire(self) -> bool:  # type: ignore[override]  # typeshed says Literal[True]
        await super().acquire()
        task = asyncio.current_task()
        self._since, self._whose = perf_counter(), task.get_name() if task else ""
        return True

    def release(self) -> None:
        whose = TICK if self._whose == TICK else "updates"
        self.held.setdefault(whose, []).append(1000 * (perf_counter() - self._since))
        super().release()


@dataclass(slots=True)
class Meanwhile:
    """People who write as ever, and the heart of the loop."""

    store: Store
    moment: Callable[[], Moment]
    people: int  # all
    tasks: Tasks
    answered: list[float] = field(default_factory=list)  # ms
    late: list[float] = field(default_factory=list)  # ms
    number: int = 0

    async def write(self, a_second: float) -> None:
        began = perf_counter()
        begun = self.number
        while True:
            due = began + (self.number - begun) / a_second
            await asyncio.sleep(max(due - perf_counter(), 0))
            self.number += 1
            self.tasks.spawn("update", self._one(self.number))

    async def _one(self, number: int) -> None:
        began, person = perf_counter(), FIRST + number % min(UP, self.people)
        moment = self.moment()
        payload = {"update_id": number, "message": {"from": {"id": person}, "text": "/today"}}
        async with self.store.unit() as unit:
            await inbox.put(unit, [payload], moment.now)
        async with self.store.unit() as unit:
            await inbox.done(unit, number, moment.now)
            await front.receive(unit, Who(person, person, "Ann", "en"), Command("today"), moment)
        self.answered.append(1000 * (perf_counter() - began))

    async def beat(self) -> None:
        while True:
            before, used = perf_counter(), thread_time()
            await asyncio.sleep(BEAT)
            late = perf_counter() - before - BEAT
            # no more than this thread worked: the rest of it the machine gave to somebody else
            self.late.append(1000 * min(late, thread_time() - used))

    def told(self) -> Spans:
        """What was measured until now; what comes is measured anew."""
        answered, late = self.answered, self.late
        self.answered, self.late = [], []
        return answered, late


async def morning(store: Store, many: int, updates: float, now: datetime) -> int:
    """A quiet quarter before, and then all of them at once."""
    turn = store._turn = Turn()
    clock = [now - timedelta(minutes=5)]
    tasks = Tasks()
    meanwhile = Meanwhile(store, lambda: Moment(clock[0], 0.4, BANK, edition=EDITION), many, tasks)
    gc.collect()
    gc.freeze()  # as the app does at its start
    both = [tasks.spawn("heart", meanwhile.beat()), tasks.spawn("people", meanwhile.write(updates))]
    await asyncio.sleep(QUIET)
    quiet = meanwhile.told()
    turn.held.clear()
    clock[0] = now + timedelta(minutes=2)
    await _looked(store, meanwhile, tasks)
    busy = meanwhile.told()
    for task in both:
        await Tasks.end(task)
    _print_spans(turn, quiet, busy)
    return _judged(busy, await _faults(store, many, now))


async def _looked(store: Store, meanwhile: Meanwhile, tasks: Tasks) -> None:
    """The one look of the morning."""
    batches: list[None] = []
    ticker = Ticker(store, meanwhile.moment, lambda: batches.append(None), LearntBank(BANK))
    began, used = perf_counter(), process_time()
    handled = await tasks.spawn(TICK, ticker.tick())
    seconds, cpu = perf_counter() - began, process_time() - used
    sys.stdout.write(
        f"{handled:,} people (the others asked for theirs before) in {seconds:.0f} s, "
        f"{len(batches):,} batches: {1000 * seconds / handled:.2f} ms each by the clock, "
        f"{1000 * cpu / handled:.2f} of the processor (updates included)\n"
    )


def _print_spans(turn: Turn, quiet: Spans, busy: Spans) -> None:
    sys.stdout.write(f"{'':<34}{'n':>9}{'median':>9}{'p99':>9}{'max':>9}  ms\n")
    for name, spans in (
        ("a batch holds the writer", turn.held[TICK]),
        ("an update holds the writer", turn.held.get("updates", [])),
        ("the loop is held, before", quiet[1]),
        ("the loop is held, meanwhile", busy[1]),
        ("an update answered, before", quiet[0]),
        ("an update answered, meanwhile", busy[0]),
    ):
        _print(name, spans)


def _judged(busy: Spans, faults: list[str]) -> int:
    answered, held = busy
    faults += [f"the loop was held for {max(held):.0f} ms"] if max(held) > HELD else []
    faults += [f"p99 of an answer was {_p99(answered):.0f} ms"] if _p99(answered) > ANSWERED else []
    sys.stdout.write(f"broken: {', '.join(faults) or 'nothing'}; load {os.getloadavg()[0]:.1f}\n")
    return int(bool(faults))


async def _faults(store: Store, many: int, now: datetime) -> list[str]:
    """Everybody has one planned ask of today, and no morning of today waits."""
    attempt, occasion = tables.attempts.c, tables.occasions.c
    async with store.read() as unit:
        asked = await unit.run(
            select(func.count(), func.count(attempt.person_id.distinct())).where(
                attempt.day == now.date(), attempt.planned
            )
        )
        all_of_them, persons = asked.one()
        waiting = await unit.run(
            select(func.count()).where(
                occasion.state == OccasionState.WAITING,
                occasion.day <= now.date(),
                occasion.kind == OccasionKind.MORNING,
            )
        )
        left = waiting.scalar_one()
    if (all_of_them, persons, left) == (many, many, 0):
        return []
    return [f"{all_of_them:,} asks for {persons:,} of {many:,} people, {left:,} mornings still wait"]


def _p99(spans: Sequence[float]) -> float:
    return sorted(spans)[int(0.99 * len(spans))] if spans else 0.0


def _print(name: str, spans: Sequence[float]) -> None:
    if spans:
        sys.stdout.write(
            f"{name:<34}{len(spans):>9,}{median(spans):>9.1f}{_p99(spans):>9.1f}{max(spans):>9.1f}\n"
        )


async def measured(many: int, updates: float) -> int:
    now = Clock().now().replace(hour=9, minute=0, second=0, microsecond=0)
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ask-anyway.db"
        await crowd(path, many, now, days=DAYS, at_once=True)
        store = await open_store(f"sqlite:///{path}")
        try:
            return await morning(store, many, updates, now)
        finally:
            await store.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--updates", type=float, default=50, help="a second, meanwhile; more than 0")
    wished = parser.parse_args()
    return asyncio.run(measured(wished.people, wished.updates))


if __name__ == "__main__":
    sys.exit(main())
