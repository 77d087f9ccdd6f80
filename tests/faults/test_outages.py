"""Outages, wrong clocks and floods in their short form (`outages`, `floods` are long). The judge, judged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot import app
from tests.faults import by_hand, floods, outages
from tests.faults.by_hand import Desk
from tests.faults.outages import HOUR, Days, Fault


@pytest.mark.parametrize("fault", [outages.without_telegram, outages.without_bot])
async def test_after_a_day_without_telegram_or_bot_each_date_has_its_one_challenge_or_none(
    fault: Fault, tmp_path: Path
) -> None:
    found = await fault(tmp_path, 1, 6, 26, HOUR)
    assert found.verdict() == "held"
    assert all(found.mornings[fate] for fate in ("sent", "late", "missed"))
    assert found.at_once == 1


async def test_a_clock_set_ahead_and_back_costs_nobody_a_morning_and_holds_nothing_up(tmp_path: Path) -> None:
    found = await outages.wrong_clock(tmp_path, 1, 2, 26, HOUR)
    assert found.verdict() == "held"
    assert set(found.mornings) <= {"sent", "late"}


@pytest.mark.parametrize("one", [True, False], ids=["one chat", "everybody"])
async def test_a_flood_pauses_whom_it_is_about_and_loses_doubles_and_reorders_nothing(
    one: bool, tmp_path: Path
) -> None:
    found = await floods.flood(tmp_path, 1, people=6, seconds=11, one=one)
    assert found.verdict() == "held"
    assert found.refused > 0


async def test_the_judge_sees_a_second_challenge_and_one_of_another_date(tmp_path: Path) -> None:
    async with by_hand.desk(tmp_path, app.dice(1), 2) as desk:
        await desk.live(30 * HOUR, HOUR)
        assert judged(desk) == "held"
        columns = "chat_id, kind, urgent, message, state, tries, created_at, message_id"
        tamper(tmp_path, f"INSERT INTO outbox ({columns}) SELECT {columns} FROM outbox LIMIT 1")  # noqa: S608  our own columns
        assert "twice, not sent" in judged(desk)
        tamper(tmp_path, "DELETE FROM outbox WHERE id = (SELECT max(id) FROM outbox)")
        assert judged(desk) == "held"
        tamper(tmp_path, "UPDATE attempts SET day = date(day, '-1 day') WHERE id = 1")
        assert "missed, not sent" in judged(desk)


def judged(desk: Desk) -> str:
    """The verdict on days without any outage."""
    found, never = Days("judge", 2), desk.true.now()
    outages._judge_mornings(found, desk, never, never)
    return found.verdict()


def tamper(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "ask-anyway.db")) as connection, connection:
        connection.execute(statement)
