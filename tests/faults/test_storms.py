"""Storms, fates and garbage in their short forms (the long ones are commands). And the judge, judged."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults import fates, garbage, ledger, process, storms
from tests.faults.garbage import Found
from tests.faults.ledger import Log, Outcome

Way = Callable[[Path, int, int], Awaitable[Found]]


async def test_an_inbox_storm_loses_nothing_and_handles_nothing_twice(tmp_path: Path) -> None:
    outcome = await storms.inbox(tmp_path, size=60, kills=3, seed=2, rate=None)
    assert outcome.verdict() == "held"
    assert (outcome.lost, outcome.twice) == (0, 0)


async def test_an_outbox_storm_repeats_at_most_what_was_in_flight_and_once_never(tmp_path: Path) -> None:
    outcome = await storms.sent_out(tmp_path, size=60, kills=2, seed=4)
    assert outcome.verdict() == "held"
    assert (outcome.lost, outcome.twice) == (0, 0)


async def test_a_sigterm_storm_leaves_nothing_in_flight(tmp_path: Path) -> None:
    outcome = await storms.sigterm(tmp_path, size=60, stops=2, seed=3, rate=storms.A_SECOND)
    assert outcome.verdict() == "held"
    assert (outcome.lost, outcome.twice, outcome.repeated, outcome.in_flight) == (0, 0, 0, 0)


async def test_a_letter_that_meets_a_fault_arrives_or_its_row_says_why_not(tmp_path: Path) -> None:
    found = await fates.meet(tmp_path, fates.QUICK, each=1, seed=1)
    assert len(found) == 3 * len(fates.QUICK)
    assert [(met.fault, met.kind) for met in found if met.lost() or met.twice()] == []


@pytest.mark.parametrize("way", [garbage.by_webhook, garbage.by_polling])
async def test_no_string_of_bytes_blocks_what_comes_after_it(way: Way, tmp_path: Path) -> None:
    found = await way(tmp_path, 120, 1)
    assert found.kept["dead"] > 0
    assert not found.wrong(), found


async def test_the_judge_sees_a_lost_update_a_doubled_one_and_a_doubled_letter(tmp_path: Path) -> None:
    async with storms.scene(tmp_path, seed=1, crowd=1) as stage:
        await storms.written(stage, None)
        await stage.finished(3)
    assert judged(tmp_path, stage.log).verdict() == "held"
    stage.log.arrived[next(iter(stage.log.arrived))] += 1
    assert judged(tmp_path, stage.log).verdict() == "more repeated than were in flight"
    stage.log.arrived.subtract([next(iter(stage.log.arrived))])
    tamper(tmp_path, "DELETE FROM inbox WHERE update_id = (SELECT max(update_id) FROM inbox)")
    assert judged(tmp_path, stage.log).verdict() == "1 lost"
    columns = "chat_id, kind, urgent, message, state, tries, created_at"
    tamper(tmp_path, f"INSERT INTO outbox ({columns}) SELECT {columns} FROM outbox LIMIT 1")  # noqa: S608  our own columns
    assert judged(tmp_path, stage.log).verdict() == "1 lost; 1 twice"


def judged(folder: Path, log: Log) -> Outcome:
    outcome = Outcome("judge", 3, 0)
    ledger.updates(outcome, folder, log, 3)
    return outcome


def tamper(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "ask-anyway.db")) as connection, connection:
        connection.execute(statement)
    assert process.rows(folder, "SELECT count(*) FROM people") == [(1,)]
