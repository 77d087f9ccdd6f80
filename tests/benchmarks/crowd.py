"""Databases of many people, made fast: one goes through the store, the others are copies of that one in SQL.

Each has a morning that waits, and as many days of practice behind them as are asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from bot.service import planning
from bot.service.visit import Moment, Visit
from bot.store import attempts, meta, people
from bot.store.engine import open_store
from bot.store.unit import Unit
from bot.words import bank

BANK = bank.load().challenges
FIRST = 1
DAY = timedelta(days=1)
SPREAD = "(i * 7919 % 86400) * 1000"  # ms, over a day


async def crowd(path: Path, many: int, now: datetime, *, days: int = 0, at_once: bool = False) -> None:
    """Fill a new file. They are due a day from `now` on; or, `at_once`, all within the minute of `now`."""
    store = await open_store(f"sqlite:///{path}")
    try:
        async with store.unit() as unit:
            await _first(unit, now if at_once else now + DAY, days)
            await meta.keep(unit, meta.TZDATA, version("tzdata"))
    finally:
        await store.close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA synchronous=OFF")
        database.execute("PRAGMA cache_size=-200000")
        later = "i * 60000 / (SELECT max(id) FROM people)" if at_once else SPREAD
        _copied(database, many, "people", "id", {"id": "i", "chat_id": "i", "name": "'Ann ' || i"})
        _copied(database, many, "attempts", "person_id", {"person_id": "i", "id": "NULL"})
        _copied(
            database, many, "occasions", "person_id", {"person_id": "i", "id": "NULL", "at": f"at + {later}"}
        )


def _copied(
    database: sqlite3.Connection, many: int, table: str, whose: str, changed: Mapping[str, str]
) -> None:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(changed.get(column, f'one."{column}"') for column in columns)
    named = ", ".join(f'"{column}"' for column in columns)
    database.execute(
        f"WITH RECURSIVE numbers(i) AS (VALUES({FIRST + 1}) UNION ALL SELECT i + 1 FROM numbers WHERE i < ?) "  # noqa: S608  names of our own tables
        f"INSERT INTO {table} ({named}) SELECT {values} FROM numbers CROSS JOIN {table} AS one "
        f"WHERE one.{whose} = {FIRST}",
        (many,),
    )


async def _first(unit: Unit, due: datetime, days: int) -> None:
    """The one they are all like: their morning is at `due`, every day."""
    since = due - (days + 1) * DAY
    person = await people.add(unit, FIRST, FIRST, "Ann", "en", since)
    person = replace(
        person,
        joined=since.date(),
        morning=due.time().replace(second=0, microsecond=0),
        quiet_from=due.time(),
        quiet_to=due.time(),
        days=frozenset(range(7)),
        sting={Domain.SOCIAL: 5, Domain.PROFESSIONAL: 6},
    )
    await people.save(unit, person)
    for number in range(days):
        await attempts.add(unit, FIRST, _entry(since + (number + 1) * DAY, number))
    record = await people.record(unit, FIRST)
    assert record is not None
    seen = await people.seen(unit, record, due - DAY / 2, "Ann", "en")
    await planning.replan(Visit(unit, seen, Moment(due.replace(second=0, microsecond=0), 0.0, BANK)))


def _entry(at: datetime, number: int) -> Attempt:
    here = [ask for ask in BANK if ask.domain is Domain.SOCIAL and ask.rung <= 4]
    ask = here[number * 7 % len(here)]
    facts = Facts(
        anticipated=6,
        chance=70,
        story="I asked the barista for a free coffee, she laughed and said no. It was all right.",
        outcome=Outcome.NO,
        peak=5,
        feeling="tense",
        again=40,
    )
    return Attempt(
        0,
        at.date(),
        ask.domain,
        ask.rung,
        State.DONE,
        at,
        ask.id,
        context=ask.context,
        facts=facts,
        closed_at=at,
    )
