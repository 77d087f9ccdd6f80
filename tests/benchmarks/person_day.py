"""What one day of one person costs: `python -m tests.benchmarks.person_day [--days 10 100 1000]`.

The morning's look, I'm in, the prediction, the evening's look, the story, the debrief to its card: every
update from its row in the inbox to its letter rendered and marked as sent, through the real store on a real
file; no network. Nine days are played after each history, the first to warm up: the others are a whole step
of the snapshot. Ends with status 1 where a day of the longest history reads over MOST times the rows of the
shortest.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from sqlalchemy import event

from bot.coach import taps
from bot.coach.model import State
from bot.coach.taps import Answer, Step
from bot.service import front, planning, ticking
from bot.service.events import Event, Pressed, Text, Who
from bot.service.visit import Moment, Visit
from bot.store import attempts, inbox, outbox, people
from bot.store.engine import Store
from bot.words import bank
from bot.words.render import Words
from tests.benchmarks.choosing import ANN, BANK, BEGIN, DAY, EDITION, live, opened

HISTORIES = (10, 100, 1000)
PLAYED = 9
MOST = 1.5
EVENING = timedelta(hours=11, minutes=31)
STORY = "I asked the woman at the counter for a discount, she laughed and said no"
WORDS = Words(bank.load())
ANSWERS = {
    Step.OUTCOME: "no.respectful",
    Step.PEAK: "5",
    Step.FEELING: "tense",
    Step.COST: "3",
    Step.AGAIN: "40",
}


@dataclass(slots=True)
class Spent:
    cpu: float = 0.0  # ms
    rows: int = 0
    statements: int = 0
    updates: int = 0


@dataclass(slots=True)
class Day:
    """One person, one store, and what is counted meanwhile."""

    store: Store
    now: datetime
    spent: Spent
    number: int = 0

    async def lived(self) -> None:
        """Play one day, and count what it takes."""
        began = process_time()
        await self.looks()
        attempt = await self._todays()
        await self.does(Pressed(taps.Accept(attempt), 1))
        for step, value in ((Step.ANTICIPATED, "6"), (Step.CHANCE, "70"), (Step.FEAR, None)):
            await self.does(Pressed(Answer(attempt, step, value), 1))
        self.now += EVENING
        await self.looks()  # it is still open: one gentle word
        await self.does(Text(STORY))
        for step, value in ANSWERS.items():
            await self.does(Pressed(Answer(attempt, step, value), 1))
        await self.does(Text("that a no is the end of a sentence"))
        self.spent.cpu = 1000 * (process_time() - began)

    async def looks(self) -> None:
        async with self.store.unit() as unit:
            await ticking.tick(unit, self.moment())
        await self._sends()

    async def does(self, what: Event) -> None:
        self.number += 1
        async with self.store.unit() as unit:
            payload = {"update_id": self.number, "message": {"from": {"id": ANN}, "text": STORY}}
            await inbox.put(unit, [payload], self.now)
        async with self.store.read() as unit:
            await inbox.fresh(unit, 100)
        async with self.store.unit() as unit:
            await inbox.done(unit, self.number, self.now)
            await front.receive(unit, Who(ANN, ANN, "Ann", "en"), what, self.moment())
        await self._sends()
        self.spent.updates += 1

    async def _sends(self) -> None:
        """One letter after another, as a chat gets them."""
        while True:
            async with self.store.read() as unit:
                letters = await outbox.waiting(unit, self.now, 100)
            if not letters:
                return
            for letter in letters:
                assert letter.message is not None
                WORDS.screen(letter.message, letter.language or "en")
            async with self.store.unit() as unit:
                await outbox.take(unit, [letter.id for letter in letters])
            async with self.store.unit() as unit:
                await outbox.arrived(unit, {letter.id: letter.id for letter in letters}, self.now)

    async def _todays(self) -> int:
        async with self.store.read() as unit:
            record = await people.record(unit, ANN)
            assert record is not None
            today = await Visit(unit, record, self.moment()).planned_today()
        assert today is not None
        return today.id

    def moment(self) -> Moment:
        return Moment(self.now, self.number * 0.618034 % 1, BANK, edition=EDITION)


def counting(store: Store, spent: Spent) -> None:
    """Count every row that the database gives out."""

    def note(_conn: Any, cursor: Any, statement: str, *_rest: Any) -> None:
        spent.statements += not statement.startswith("BEGIN")
        spent.rows += len(cursor._rows or ())

    for engine in (store._writer, store._readers):
        event.listen(engine.sync_engine, "after_cursor_execute", note)


async def measured(path: Path, days: int, plays: int = PLAYED) -> list[Spent]:
    """Play some days after a history, each counted by itself; the first is not told of."""
    async with opened(path) as store:
        await live(store, days)
        spent = Spent()
        counting(store, spent)
        played, done = Day(store, BEGIN + days * DAY, spent), []
        await _planned(played)
        for number in range(plays):
            played.now = BEGIN + (days + number) * DAY
            gc.collect()
            await played.lived()
            done.append(Spent(spent.cpu, spent.rows, spent.statements, spent.updates))
            spent.rows = spent.statements = spent.updates = 0
        await _checked(store, BEGIN + days * DAY, plays)
    return done[1:]


async def _planned(played: Day) -> None:
    """Somebody who practises every day and wrote yesterday."""
    async with played.store.unit() as unit:
        record = await people.record(unit, ANN)
        assert record is not None
        await people.seen(unit, record, played.now - DAY / 2, "Ann", "en")
        person = replace(record.person, days=frozenset(range(7)))
        await people.save(unit, person)
        await planning.plan_morning(unit, person, played.now)


async def _checked(store: Store, first: datetime, plays: int) -> None:
    """Every day came to its card; else the figures would be of something else."""
    async with store.read() as unit:
        played = await attempts.log(unit, ANN, first.date())
    told = [entry for entry in played if entry.state is State.DONE and entry.facts.learned]
    assert len(told) == plays, f"{len(told)} of {plays} days were told to the end"


# --- what is told


def _print(days: int, played: Sequence[Spent], first: Sequence[Spent]) -> None:
    cpu, rows = [day.cpu for day in played], [day.rows for day in played]
    statements, updates = median(day.statements for day in played), played[0].updates
    ratios = median(cpu) / median(day.cpu for day in first), median(rows) / median(day.rows for day in first)
    sys.stdout.write(
        f"{days:>6,}{updates:>9}{median(cpu):>9.1f}{max(cpu):>8.1f}{ratios[0]:>7.2f} x"
        f"{median(rows):>9,.0f}{max(rows):>8,}{ratios[1]:>7.2f} x{statements:>12,.0f}\n"
    )


async def compared(histories: Sequence[int]) -> int:
    measured_in = f"{'cpu ms':>9}{'max':>8}{'':>9}{'rows':>9}{'max':>8}{'':>9}"
    sys.stdout.write(f"{'days':>6}{'updates':>9}{measured_in}{'statements':>12}\n")
    first: list[Spent] = []
    with tempfile.TemporaryDirectory() as folder:
        for days in histories:
            played = await measured(Path(folder) / f"{days}.db", days)
            first = first or played
            _print(days, played, first)
    return int(median(day.rows for day in played) > MOST * median(day.rows for day in first))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--days", type=int, nargs="+", default=HISTORIES, help="of history, ascending")
    wished = parser.parse_args()
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n")
    return asyncio.run(compared(wished.days))


if __name__ == "__main__":
    sys.exit(main())
