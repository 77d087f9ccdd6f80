"""What watches the bot: alive without asking anybody, ready or why not in a line, figures without ids."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.store import inbox, meta, people, status
from bot.store.engine import Store, open_store
from bot.store.status import Status
from bot.tally import BOUNDS, MOST_AWAITED, Tally
from bot.web import side
from bot.web.probes import BACKLOG, SILENCE, unready

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ANN = 5_000_000_007


@dataclass
class Watched:
    """The web side over a real database; `broken` takes the database away from it."""

    store: Store
    client: TestClient[Any, Any]
    tally: Tally
    broken: bool = False
    looking: int = 0

    async def look(self) -> Status:
        self.looking += 1
        try:
            return await self._look()
        finally:
            self.looking -= 1

    async def _look(self) -> Status:
        assert self.looking == 1, "one look at a time"
        if self.broken:
            raise OSError("the disk is gone, and so is the story of my life")
        async with self.store.read() as unit:
            return await status.read(unit, NOW)

    async def get(self, path: str) -> tuple[int, str]:
        answer = await self.client.get(path)
        return answer.status, await answer.text()

    async def figures(self) -> dict[str, float]:
        _, text = await self.get("/metrics")
        families = text_string_to_metric_families(text)
        return {
            sample.name + "".join(f".{value}" for value in sample.labels.values()): sample.value
            for family in families
            for sample in family.samples
        }


@pytest.fixture
async def watched(tmp_path: Path) -> AsyncIterator[Watched]:
    store, tally = await open_store(f"sqlite:///{tmp_path / 'ask-anyway.db'}"), Tally()

    async def look() -> Status:
        return await found.look()

    async with TestClient(TestServer(side.build(look, tally))) as client:
        found = Watched(store, client, tally)
        yield found
    await store.close()


async def polled(watched: Watched, at: datetime) -> None:
    async with watched.store.unit() as unit:
        await meta.keep(unit, meta.INTAKE, meta.POLLING)
        await meta.keep_instant(unit, meta.LAST_POLL, at)


async def test_alive_is_who_answers_whatever_the_database_does(watched: Watched) -> None:
    watched.broken = True
    assert await watched.get("/healthz") == (200, "ok\n")


async def test_ready_is_who_is_polled_lately(watched: Watched) -> None:
    await polled(watched, NOW - SILENCE)
    assert await watched.get("/readyz") == (200, "ok\n")
    await polled(watched, NOW - SILENCE - SECOND)
    assert await watched.get("/readyz") == (503, "Telegram answered no poll for 91 s\n")


async def test_who_cannot_write_is_not_ready_and_says_why(watched: Watched) -> None:
    await polled(watched, NOW)
    assert unready(replace(await watched.look(), unwritable="its disk is full")) == (
        "the database can't be written: its disk is full"
    )


async def test_without_a_database_it_is_not_ready_and_says_no_more_than_the_kind_of_error(
    watched: Watched,
) -> None:
    watched.broken = True
    assert await watched.get("/readyz") == (503, "the database does not answer: OSError\n")


async def test_an_old_backlog_is_not_ready_and_a_fresh_one_is(watched: Watched) -> None:
    await polled(watched, NOW)
    async with watched.store.unit() as unit:
        await inbox.put(unit, [{"update_id": 1}], NOW - BACKLOG)
    assert (await watched.get("/readyz"))[0] == 200
    async with watched.store.unit() as unit:
        await inbox.put(unit, [{"update_id": 2}], NOW - BACKLOG - SECOND)
    assert await watched.get("/readyz") == (503, "2 updates wait, the oldest for 121 s\n")


async def test_by_webhook_a_quiet_hour_is_no_fault(watched: Watched) -> None:
    await polled(watched, NOW - timedelta(days=3))
    async with watched.store.unit() as unit:
        await meta.keep(unit, meta.INTAKE, meta.WEBHOOK)
    assert (await watched.get("/readyz"))[0] == 200


async def test_before_the_first_poll_it_is_not_ready(watched: Watched) -> None:
    found = await watched.look()
    assert unready(replace(found, intake=meta.POLLING)) == "Telegram answered no poll yet"


async def test_metrics_hold_the_figures_of_status_and_the_counts_of_the_process(watched: Watched) -> None:
    await polled(watched, NOW - 4 * SECOND)
    async with watched.store.unit() as unit:
        await people.add(unit, ANN, ANN, "Quillfeather", "en", NOW)
        await inbox.put(unit, [{"update_id": 123456, "message": {"from": {"id": ANN}}}], NOW - 3 * SECOND)
    watched.tally.letters.update(sent=3, wait=1)
    watched.tally.updates.update(handled=2)
    watched.tally.polls.update(conflict=1)
    watched.tally.floods = watched.tally.retries = 1
    got = await watched.figures()
    named = {
        "up": 1, "ready": 1, "people": 1, "inbox_backlog": 1, "inbox_oldest_seconds": 3,
        "last_poll_age_seconds": 4, "letters_total.sent": 3, "letters_total.wait": 1,
        "updates_total.handled": 2, "polls_total.conflict": 1, "floods_total": 1, "letters_retried_total": 1,
    }  # fmt: skip
    assert {name: got[f"ask_anyway_{name}"] for name in named} == named


async def test_no_id_and_no_name_is_in_the_metrics(watched: Watched) -> None:
    await polled(watched, NOW)
    async with watched.store.unit() as unit:
        await people.add(unit, ANN, ANN, "Quillfeather", "en", NOW)
    watched.tally.came(ANN, NOW)
    watched.tally.leaves(ANN, NOW)
    _, text = await watched.get("/metrics")
    assert str(ANN) not in text
    assert "Quillfeather" not in text
    assert set(re.findall(r"(\w+)=\"", text)) <= {"outcome", "le", "version", "schema", "tzdata"}


async def test_without_a_database_the_counts_of_the_process_are_still_there(watched: Watched) -> None:
    watched.broken = True
    watched.tally.letters.update(sent=3)
    got = await watched.figures()
    assert (got["ask_anyway_up"], got["ask_anyway_letters_total.sent"]) == (0, 3)
    assert "ask_anyway_people" not in got


async def test_many_who_watch_take_one_reader_of_the_database_between_them(watched: Watched) -> None:
    await polled(watched, NOW)
    answers = await asyncio.gather(*(watched.get(path) for path in ("/readyz", "/metrics") * 5))
    assert [status for status, _ in answers] == [200] * 10


# --- what is counted


def test_a_reply_is_timed_from_the_first_update_it_answers() -> None:
    tally = Tally()
    tally.came(7, NOW)
    tally.came(7, NOW + SECOND)
    tally.leaves(7, NOW + 2 * SECOND)
    tally.leaves(7, NOW + 60 * SECOND)  # the second letter of the same answer
    tally.leaves(8, NOW)  # nobody asked
    assert tally.delays.total == 2
    assert dict(zip((*BOUNDS, 0), tally.delays.counts, strict=True))[2.5] == 1
    assert sum(tally.delays.counts) == 1


def test_slower_than_every_bound_is_counted_and_a_clock_that_went_back_is_no_time_at_all() -> None:
    tally = Tally()
    for chat, took in ((1, 3600 * SECOND), (2, -SECOND)):
        tally.came(chat, NOW)
        tally.leaves(chat, NOW + took)
    assert (tally.delays.counts[-1], tally.delays.counts[0], tally.delays.total) == (1, 1, 3600)


def test_updates_that_nothing_was_said_to_do_not_pile_up() -> None:
    tally = Tally()
    for chat in range(MOST_AWAITED + 5):
        tally.came(chat, NOW)
    assert len(tally._awaited) == MOST_AWAITED
    assert 4 not in tally._awaited
    assert 5 in tally._awaited
