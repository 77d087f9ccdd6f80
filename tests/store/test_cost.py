"""What is asked all day costs by what it finds and not by how much there is: every query goes by an index."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.coach.journal_taps import Shelf
from bot.coach.messages import Help
from bot.coach.model import Attempt, Domain, State
from bot.store import (
    account,
    answers,
    archives,
    attempts,
    due,
    inbox,
    journal,
    occasions,
    outbox,
    parcels,
    people,
    status,
)
from bot.store.engine import Store
from bot.store.states import OccasionKind, OccasionState
from bot.store.unit import Unit

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)
ASKED = Attempt(1, DAY, Domain.SOCIAL, 3, State.DONE, NOW)

QUERIES: dict[str, Callable[[Unit], Awaitable[object]]] = {
    "people.record": lambda unit: people.record(unit, 7),
    "people.block": lambda unit: people.block(unit, 7, NOW),
    "attempts.log": lambda unit: attempts.log(unit, 7),
    "attempts.log since": lambda unit: attempts.log(unit, 7, DAY),
    "attempts.last_planned": lambda unit: attempts.last_planned(unit, 7),
    "attempts.made_before": lambda unit: attempts.made_before(unit, 7, DAY),
    "attempts.last_made": lambda unit: attempts.last_made(unit, 7, DAY, 1),
    "attempts.made_on_first_days": lambda unit: attempts.made_on_first_days(unit, 7, Domain.SOCIAL, DAY, 40),
    "attempts.ends": lambda unit: attempts.ends(unit, 7, Domain.SOCIAL, 3, 80),
    "attempts.get": lambda unit: attempts.get(unit, 1, 7),
    "wishes": lambda unit: attempts.wishes(unit, 7),
    "pauses": lambda unit: attempts.pauses(unit, 7),
    "end_pause": lambda unit: attempts.end_pause(unit, 7, DAY),
    **{f"journal.count {shelf}": partial(journal.count, person_id=7, shelf=shelf) for shelf in Shelf},
    "journal.newer": lambda unit: journal.newer(unit, 7, Shelf.NO, ASKED),
    "journal.page": lambda unit: journal.page(unit, 7, Shelf.ALL, 990, 5),
    "occasions.due": lambda unit: occasions.due(unit, NOW, 100),
    "occasions.waiting": lambda unit: occasions.waiting(unit, 7),
    "occasions.claim": lambda unit: occasions.claim(unit, 1, OccasionState.DONE),
    "occasions.drop": lambda unit: occasions.drop(unit, 7),
    "due.anything": lambda unit: due.anything(unit, NOW),
    "occasions.last_done": lambda unit: occasions.last_done(unit, 7, OccasionKind.MORNING),
    "occasions.done_at": lambda unit: occasions.done_at(unit, 7, OccasionKind.MORNING, DAY),
    "occasions.reopen": lambda unit: occasions.reopen(unit, 7, OccasionKind.MORNING, DAY),
    "occasions.next_at": occasions.next_at,
    "occasions.next_at person": lambda unit: occasions.next_at(unit, 7),
    "occasions.next_at kind": lambda unit: occasions.next_at(unit, 7, OccasionKind.MORNING),
    "inbox.fresh": lambda unit: inbox.fresh(unit, 100, [1, 2]),
    "inbox.done": lambda unit: inbox.done(unit, 1, NOW),
    "inbox.newest": inbox.newest,
    "answers.kept": answers.kept,
    "outbox.put": lambda unit: outbox.put(unit, 7, Help(), now=NOW),
    "outbox.waiting": lambda unit: outbox.waiting(unit, NOW, 100),
    "outbox.take": lambda unit: outbox.take(unit, [1, 2]),
    "outbox.sent": lambda unit: outbox.sent(unit, 1, 5, NOW),
    "outbox.cancel": lambda unit: outbox.cancel(unit, 1),
    "outbox.cancel_for": lambda unit: outbox.cancel_for(unit, 7),
    "account.erase": lambda unit: account.erase(unit, 7),
    "archives.read": lambda unit: archives.read(unit, 7, NOW),
    "parcels.drop": lambda unit: parcels.drop(unit, 7),
    "parcels.get": lambda unit: parcels.get(unit, 7, 1),
    "parcels.prune": lambda unit: parcels.prune(unit, NOW),
}
# these may be read from end to end: they hold only what still waits; of the fourth, one row is read;
# the last two are how SQLAlchemy says an empty list
OF_WHAT_WAITS = (
    "ix_occasions_waiting",
    "ix_inbox_new",
    "ix_outbox_waiting",
    "ix_inbox_received_at",
    "CONSTANT ROW",
    "(subquery-",
)

Ran = list[tuple[str, Any]]


@pytest.fixture
async def ran(store: Store) -> AsyncIterator[Ran]:
    """Every statement as the database gets it."""
    statements: Ran = []

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            statements.append((statement, parameters))

    event.listen(store._writer.sync_engine, "before_cursor_execute", note)
    yield statements
    event.remove(store._writer.sync_engine, "before_cursor_execute", note)


def _plan(path: Path, statements: Ran) -> list[str]:
    connection = sqlite3.connect(path)
    plan = [
        str(row[3])
        for statement, parameters in statements
        for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]
    connection.close()
    return plan


@pytest.mark.parametrize("name", QUERIES)
async def test_no_query_of_the_day_goes_through_a_whole_table(
    store: Store, path: Path, ran: Ran, name: str
) -> None:
    async with store.unit() as unit:
        await QUERIES[name](unit)
    assert ran
    whole = [step for step in _plan(path, ran) if step.startswith("SCAN")]
    assert not [step for step in whole if not any(index in step for index in OF_WHAT_WAITS)]


async def test_how_the_bot_stands_is_told_by_indexes_however_many_people_and_letters_there_are(
    store: Store, path: Path, ran: Ran
) -> None:
    async with store.unit() as unit:
        await status.read(unit, NOW)
    # everybody is counted by the narrowest index; the others hold one row each
    small = (
        *OF_WHAT_WAITS,
        "ix_inbox_dead",
        "ix_people_held_at",
        "alembic_version",
        "pragma_page_",
        "anon_1",
    )
    whole = [step for step in _plan(path, ran) if step.startswith("SCAN")]
    assert not [step for step in whole if not any(name in step for name in small)]


async def test_a_statement_is_one_trip_to_the_thread_of_the_database(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    async with store.unit() as unit:
        await people.record(unit, 7)
    caplog.set_level(logging.DEBUG, "aiosqlite")
    async with store.unit() as unit:
        await people.record(unit, 7)
        await occasions.due(unit, NOW, 100)
        await people.set_talk(unit, 7, None)
    trips = [record for record in caplog.records if record.msg.startswith("executing")]
    assert len(trips) <= 3 + len(("begin", "commit", "given back to the pool"))


async def test_what_is_due_is_found_by_the_index_of_what_waits(store: Store, path: Path, ran: Ran) -> None:
    async with store.unit() as unit:
        await occasions.due(unit, NOW, 100)
        await inbox.fresh(unit, 100)
        await outbox.waiting(unit, NOW, 100)
    plan = " ".join(_plan(path, ran))
    for index in ("ix_occasions_waiting", "ix_inbox_new", "ix_outbox_waiting", "ix_outbox_chat_id_state_id"):
        assert index in plan
    assert "TEMP B-TREE" not in plan


async def test_what_waits_for_a_person_is_found_by_the_person(store: Store, path: Path, ran: Ran) -> None:
    async with store.unit() as unit:
        await occasions.waiting(unit, 7)
        await occasions.next_at(unit, 7)
        await occasions.next_at(unit, 7, OccasionKind.MORNING)
    plan = _plan(path, ran)
    assert sum("person_id=?" in step for step in plan) == 3


async def test_a_page_of_the_journal_is_read_in_its_order_and_nothing_is_sorted(
    store: Store, path: Path, ran: Ran
) -> None:
    async with store.unit() as unit:
        for shelf in Shelf:
            await journal.page(unit, 7, shelf, 0, 5)
    plan = _plan(path, ran)
    assert len(plan) == len(Shelf)
    assert all("ix_attempts_person_id_day (person_id=?)" in step for step in plan)
