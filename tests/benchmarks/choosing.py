"""How long the choice of today's challenge takes: `python -m tests.benchmarks.choosing`. A table, in ms.

`cpu` is the median of what the processor did, for a machine that others use as well.

Through the real store on a real file: the person, what is kept of their log, the fold, the choice.

warm      one connection, as in a bot that runs
cold      a new engine, its first connection, no statement compiled, nothing read before, the file out of the
          system's cache where that can be asked for; modules are imported and the bank is read
unfolded  warm, but no snapshot: the morning after an update that changed the model or the bank
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random  # noqa: TID251  a made-up life, the same again for the same seed
from statistics import median
from time import perf_counter, process_time

from bot.coach import choose
from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import Attempt, Context, Domain, Facts, Outcome, State, Wish
from bot.service import coursing, today
from bot.service.visit import Moment, Visit
from bot.store import attempts, courses, engine, people
from bot.store import ladder as ladder_store
from bot.store.engine import Store
from bot.store.unit import Unit
from bot.words import bank

HISTORIES = (10, 100, 1000)  # days
CHOICES = 200
BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)
DAY = timedelta(days=1)
STING = {Domain.SOCIAL: 6, Domain.PROFESSIONAL: 7, Domain.CUSTOMERS: 5}
ANN = 7
Spans = tuple[float, float]  # by the clock, and of the processor
BANK = bank.load().challenges
EDITION = coursing.edition(BANK)


async def choices(folder: Path, days: int) -> None:
    """Measure all three for somebody with so many days behind them."""
    path = folder / f"{days}.db"
    now = BEGIN + days * DAY
    async with opened(path) as store:
        await live(store, days)
        _print(days, "warm", [await _timed(store, now, number) for number in range(CHOICES)])
        _print(days, "unfolded", [await _unfolded(store, now, number) for number in range(CHOICES)])
        await _timed(store, now, 0)  # it is folded again
    _print(days, "cold", [await _cold(path, now, number) for number in range(CHOICES)])


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Store]:
    store = await engine.open_store(f"sqlite:///{path}")
    try:
        yield store
    finally:
        await store.close()


async def choice(unit: Unit, now: datetime, number: int) -> choose.Pick:
    """What a morning does before it writes anything down."""
    record = await people.record(unit, ANN)
    assert record is not None
    visit = Visit(unit, record, Moment(now, number * 0.618034 % 1, BANK, edition=EDITION))
    return choose.pick(await today.morning(visit), visit.person.gentle, visit.moment.roll)


async def _timed(store: Store, now: datetime, number: int) -> Spans:
    began, spent = perf_counter(), process_time()
    async with store.unit() as unit:
        await choice(unit, now, number)
        return 1000 * (perf_counter() - began), 1000 * (process_time() - spent)


async def _unfolded(store: Store, now: datetime, number: int) -> Spans:
    async with store.unit() as unit:
        await courses.drop(unit, ANN)
    return await _timed(store, now, number)


async def _cold(path: Path, now: datetime, number: int) -> Spans:
    async with opened(path) as store:
        _forget(path)
        return await _timed(store, now, number)


def _forget(path: Path) -> None:
    """Ask the system to let go of what it has of the file."""
    for file in path.parent.glob(f"{path.name}*"):
        with file.open("rb") as opened_file:
            os.posix_fadvise(opened_file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


# --- the life before


async def live(store: Store, days: int) -> None:
    """A year or three of practice; the snapshot is as old as it gets, so the most has to be folded."""
    chance = Random(days)  # noqa: S311  no secret
    async with store.unit() as unit:
        person = await people.add(unit, ANN, ANN, "Ann", "en", BEGIN)
        await people.save(unit, replace(person, sting=STING, joined=BEGIN.date()))
        await _ladder(unit, chance)
        for number in range(days - coursing.SETTLED.days + 1):
            await _day(unit, chance, number)
    folded = BEGIN + (days - coursing.SETTLED.days + 1) * DAY
    async with store.unit() as unit:
        await choice(unit, folded, 0)
        for number in range(max(days - coursing.SETTLED.days + 1, 0), days):
            await _day(unit, chance, number)


async def _ladder(unit: Unit, chance: Random) -> None:
    """Thirty ratings and five asks of their own."""
    here = [ask for ask in BANK if ask.domain in STING]
    for ask in chance.sample(here, 30):
        await ladder_store.rate(unit, ANN, Rating(ask.id, ask.domain, chance.randrange(1, 11), BEGIN))
    for number in range(5):
        asked = OwnAsk(0, Domain.SOCIAL, f"ask for favour {number}", None, 2 + number, BEGIN)
        await ladder_store.add(unit, ANN, asked)


async def _day(unit: Unit, chance: Random, number: int) -> None:
    """One ask as the coach would choose it, most of them made; now and then a wish."""
    now = BEGIN + number * DAY
    picked = await choice(unit, now, number)
    made = chance.random() < 0.75
    facts = Facts(
        anticipated=chance.randrange(3, 9),
        chance=10 * chance.randrange(2, 10),
        story="I asked the barista for a free coffee, she laughed and said no. It was all right.",
        outcome=chance.choice((Outcome.YES, Outcome.NO, Outcome.PARTIAL)),
        peak=chance.randrange(2, 9),
        feeling="tense",
        again=10 * chance.randrange(1, 9),
    )
    ask = picked.challenge
    entry = Attempt(
        id=0,
        day=now.date(),
        domain=ask.domain,
        rung=ask.rung,
        state=State.DONE if made else State.OFFERED,
        offered_at=now,
        challenge=None if ask.own else ask.id,
        own=ask.id if ask.own else None,
        context=ask.context or Context.STREET,
        closed_at=now + timedelta(hours=6) if made else None,
        facts=facts if made else Facts(),
        why=picked.why,
    )
    await attempts.add(unit, ANN, entry)
    if chance.random() < 0.03:
        await attempts.add_wish(unit, ANN, Wish(now, now.date(), ask.domain, chance.choice((1, -1))))


# --- what is told


def _print(days: int, how: str, spans: Sequence[Spans]) -> None:
    by_clock, spent = sorted(span for span, _ in spans), median(used for _, used in spans)
    told = (median(by_clock), by_clock[int(0.95 * len(by_clock))], by_clock[-1], spent)
    sys.stdout.write(f"{days:>6,} days {how:<9}{''.join(f'{number:8.2f}' for number in told)}\n")


async def measured() -> None:
    sys.stdout.write(f"{'':>11} {'':<9}{'median':>8}{'p95':>8}{'max':>8}{'cpu':>8}\n")
    with tempfile.TemporaryDirectory() as folder:
        for days in HISTORIES:
            await choices(Path(folder), days)


def main() -> None:
    sys.stdout.write(f"{CHOICES} choices each, {len(BANK)} asks, load {os.getloadavg()[0]:.1f}\n")
    asyncio.run(measured())


if __name__ == "__main__":
    main()
