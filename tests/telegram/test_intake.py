"""Updates are on disk before Telegram is told that they arrived."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.app import Tasks
from bot.logbook import Event
from bot.store import status
from bot.store.status import Status
from bot.tally import Tally
from bot.telegram import connection
from bot.telegram.connection import ALLOWED, Bot
from bot.telegram.intake import Intake, Payload
from tests.telegram.conftest import TOKEN, Post

FULL_DISK = "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END"


class Witness:
    """Sees what Telegram still holds at the moment of each commit, and each pause after a failure."""

    def __init__(self, post: Post) -> None:
        self.post = post
        self.at_commit: list[int] = []
        self.at_pause: list[tuple[float, int]] = []

    def held(self) -> int:
        return len(self.post.world.updates.pending)

    def arrived(self) -> None:
        self.at_commit.append(self.held())

    async def pause(self, seconds: float) -> None:
        self.at_pause.append((seconds, self.held()))


@asynccontextmanager
async def polling(
    post: Post, witness: Witness, patience: float = 40, bot: Bot | None = None
) -> AsyncIterator[Tally]:
    """Poll until the end of the block; what was counted meanwhile."""
    tally, tasks = Tally(), Tasks()
    intake = Intake(post.store, post.clock.now, witness.arrived, tally, patience)
    task = tasks.spawn("poll", intake.poll(bot or post.bot, witness.pause))
    yield tally
    await Tasks.end(task)


@asynccontextmanager
async def another_bot(post: Post) -> AsyncIterator[Bot]:
    """The same token in another process, as it were: with connections of its own."""
    bot = await connection.connect(TOKEN, post.bot.base_url.partition("/bot")[0], asyncio.sleep)
    yield bot
    await bot.shutdown()


async def standing(post: Post) -> Status:
    async with post.store.read() as unit:
        return await status.read(unit, post.clock.now())


def events(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.name == "bot"]


async def acknowledged(post: Post) -> None:
    await post.world.wait_for(lambda: not post.world.updates.pending, 30)


async def test_a_batch_is_committed_before_it_is_acknowledged(post: Post, ana: int) -> None:
    witness = Witness(post)
    for words in ("one", "two", "three"):
        post.world.say(ana, words)
    async with polling(post, witness):
        await acknowledged(post)
    assert witness.at_commit == [3]
    assert await post.rows("SELECT count(*) FROM inbox WHERE state = 'new'") == [(3,)]


async def test_what_cannot_be_committed_is_not_acknowledged_and_comes_again(post: Post, ana: int) -> None:
    class Repairs(Witness):
        async def pause(self, seconds: float) -> None:
            await super().pause(seconds)
            if len(self.at_pause) == 3:
                await post.alter("DROP TRIGGER full")

    witness = Repairs(post)
    await post.alter(FULL_DISK)
    post.world.say(ana, "keep this")
    async with polling(post, witness):
        await acknowledged(post)
    assert witness.at_pause == [(1.0, 1), (2.0, 1), (4.0, 1)]
    assert witness.at_commit == [1]
    assert await post.rows("SELECT count(*) FROM inbox") == [(1,)]


@pytest.mark.parametrize(
    ("poison", "kept"),
    [({"update_id": -(2**70)}, 1), ({"update_id": 5, "message": {"from": {"id": 2**70}}}, 2)],
    ids=["a number no column holds", "a person no column holds"],
)
async def test_what_cannot_be_kept_blocks_nothing_that_comes_after_it(
    poison: Payload, kept: int, post: Post, ana: int
) -> None:
    post.world.updates.pending.append(poison)
    post.world.say(ana, "after the poison")
    witness = Witness(post)
    async with polling(post, witness):
        await acknowledged(post)
    assert witness.at_pause == []
    assert await post.rows("SELECT count(*) FROM inbox") == [(kept,)]


async def test_a_poll_of_nothing_that_has_a_number_is_a_failed_one(post: Post, ana: int) -> None:
    class Clears(Witness):
        async def pause(self, seconds: float) -> None:
            await super().pause(seconds)
            post.world.updates.pending.popleft()
            post.world.say(ana, "at last")

    post.world.updates.pending.append({"update_id": -(2**70)})
    witness = Clears(post)
    async with polling(post, witness) as tally:
        await post.world.wait_for(lambda: bool(witness.at_pause) and not post.world.updates.pending, 30)
    assert witness.at_pause == [(1.0, 1)]
    assert tally.polls["failed"] == 1


async def test_a_lost_connection_and_a_proxys_page_end_no_polling(post: Post, ana: int) -> None:
    witness = Witness(post)
    for fault in ("drop", "bad-gateway", "garbage", "proxy"):
        post.world.fail("getUpdates", fault)
    post.world.say(ana, "still there?")
    async with polling(post, witness):
        await acknowledged(post)
    assert [seconds for seconds, _ in witness.at_pause] == [1.0, 2.0, 4.0, 8.0]
    assert witness.at_commit == [1]
    assert (await standing(post)).last_poll == post.clock.now()


async def test_a_new_start_asks_for_what_comes_after_the_last_one(post: Post, ana: int) -> None:
    post.world.say(ana, "one")
    last = post.world.updates.pending[0]["update_id"]
    await post.fetch()
    post.world.say(ana, "two")
    async with polling(post, Witness(post)):
        await acknowledged(post)
    first = next(call for call in post.world.calls if call.method == "getUpdates")
    assert int(first.params["offset"]) == last + 1
    assert post.world.updates.allowed == ALLOWED


async def test_an_update_that_comes_twice_is_kept_once(post: Post, ana: int) -> None:
    post.world.say(ana, "/help")
    twice = list(post.world.updates.pending)
    await post.intake.take(twice)
    await post.reader.read()
    await post.intake.take(twice)
    assert await post.reader.read() == 0
    assert await post.rows("SELECT count(*) FROM outbox") == [(1,)]


async def test_nothing_new_commits_nothing(post: Post) -> None:
    await post.intake.take([])
    assert post.rung == 0


async def test_another_poller_is_waited_for_and_said_clearly(
    post: Post, ana: int, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = Witness(post), Witness(post)
    async with another_bot(post) as other, polling(post, first) as tally:
        await post.world.wait_for(lambda: post.world.updates.poller is not None, 30)
        async with polling(post, second, bot=other):
            await post.world.wait_for(lambda: bool(first.at_pause), 30)
            post.world.say(ana, "to whom?")
            await acknowledged(post)
    assert await post.rows("SELECT count(*) FROM inbox") == [(1,)]
    assert "poll.conflict" in events(caplog)
    assert "stop that one" in Event.POLL_CONFLICT.means
    assert tally.polls["conflict"] >= 1
    assert (await standing(post)).conflict == post.clock.now()


async def test_a_webhook_of_somebody_else_is_told_apart_from_another_poller(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    class TakesItAway(Witness):
        async def pause(self, seconds: float) -> None:
            await super().pause(seconds)
            await post.bot.delete_webhook()

    witness = TakesItAway(post)
    await post.bot.set_webhook("http://127.0.0.1:9/hook")
    async with polling(post, witness):
        await post.world.wait_for(lambda: post.world.updates.poller is not None, 30)
    assert events(caplog)[0] == "poll.hooked"
    assert witness.at_pause == [(1.0, 0)]
    assert (await standing(post)).conflict == post.clock.now()


async def test_a_silent_poll_is_cut_off_and_its_connection_built_anew(
    post: Post, ana: int, caplog: pytest.LogCaptureFixture
) -> None:
    class NewsAfterSilence(Witness):
        async def pause(self, seconds: float) -> None:
            await super().pause(seconds)
            if len(self.at_pause) == 1:
                self.session = post.bot.polls._session
                post.world.say(ana, "are you still there?")

    witness, before = NewsAfterSilence(post), post.bot.polls._session
    post.world.fail("getUpdates", "silence")
    async with polling(post, witness, patience=0.2) as tally:
        await post.world.wait_for(lambda: bool(witness.at_commit), 30)
        await acknowledged(post)
    assert events(caplog)[0] == "poll.silent"
    assert tally.polls["silent"] >= 1
    assert before is not None
    assert before.closed
    assert witness.session is not before
    assert witness.at_commit == [1]


async def test_what_other_processes_know_of_the_last_poll_costs_no_commit_a_poll(
    post: Post, ana: int
) -> None:
    class Turns(Witness):
        def arrived(self) -> None:
            super().arrived()
            post.forward(4)

    witness, began = Turns(post), post.clock.now()
    async with polling(post, witness) as tally:
        for count in range(1, 5):
            post.world.say(ana, "again")
            await acknowledged(post)
            assert tally.polls["answered"] >= count - 1
    kept = (await standing(post)).last_poll
    assert kept in {began + timedelta(seconds=4), began + timedelta(seconds=16)}


async def test_a_full_disk_under_the_note_of_a_poll_ends_no_polling(
    post: Post, ana: int, caplog: pytest.LogCaptureFixture
) -> None:
    witness = Witness(post)
    await post.alter(FULL_DISK.replace("INSERT ON inbox", "INSERT ON meta WHEN NEW.name = 'last_poll'"))
    post.world.say(ana, "still taken in")
    async with polling(post, witness):
        await acknowledged(post)
    assert witness.at_commit == [1]
    assert "poll.unkept" in events(caplog)
