"""Updates are on disk before Telegram is told that they arrived."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import Tasks
from bot.telegram.intake import ALLOWED, Intake
from tests.telegram.conftest import Post

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
async def polling(post: Post, witness: Witness) -> AsyncIterator[Intake]:
    intake, tasks = Intake(post.store, post.clock.now, witness.arrived), Tasks()
    task = tasks.spawn("poll", intake.poll(post.bot, witness.pause))
    yield intake
    await Tasks.end(task)


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


async def test_a_lost_connection_and_a_proxys_page_end_no_polling(post: Post, ana: int) -> None:
    witness = Witness(post)
    for fault in ("drop", "bad-gateway", "garbage", "proxy"):
        post.world.fail("getUpdates", fault)
    post.world.say(ana, "still there?")
    async with polling(post, witness) as intake:
        await acknowledged(post)
        assert intake.last_poll == post.clock.now()
    assert [seconds for seconds, _ in witness.at_pause] == [1.0, 2.0, 4.0, 8.0]
    assert witness.at_commit == [1]


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


async def test_another_poller_is_waited_for(post: Post, ana: int) -> None:
    first, second = Witness(post), Witness(post)
    async with polling(post, first):
        await post.world.wait_for(lambda: post.world.updates.poller is not None, 30)
        async with polling(post, second):
            await post.world.wait_for(lambda: bool(first.at_pause), 30)
            post.world.say(ana, "to whom?")
            await acknowledged(post)
    assert await post.rows("SELECT count(*) FROM inbox") == [(1,)]
