"""Many letters at once: who goes first, who waits for whom, what a crash leaves, a stop, and a lock."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import event

from bot import app
from bot.store import outbox
from bot.store.states import LetterKind
from bot.telegram.limits import Limits
from bot.telegram.sender import HELD_BACK
from tests.telegram.conftest import Post
from tests.telegram.letters import HELLO, HELP, PRIVACY, at_work, came, states

# --- who goes first, and what a crash leaves


async def test_a_reply_goes_before_what_was_scheduled(post: Post, ana: int, ben: int) -> None:
    post.limits = Limits(1, 1000, 1000, 1000)
    post.sender = post.another_sender(post.bot)
    await post.write(ana, HELP, urgent=outbox.SCHEDULED)
    await post.write(ben, PRIVACY, urgent=outbox.REPLY)
    await post.send()
    assert came(post, ana)
    assert came(post, ben, PRIVACY)
    post.forward(1)
    await post.send()
    assert came(post, ana, HELP)


async def test_nothing_overtakes_within_a_chat_what_was_put_off(post: Post, ana: int) -> None:
    post.world.fail("sendMessage", "drop")
    await post.write(ana, HELP, urgent=outbox.SCHEDULED)
    await post.send()
    await post.write(ana, PRIVACY)
    await post.send()
    assert came(post, ana)
    post.forward(2)
    await post.send()
    assert came(post, ana, HELP, PRIVACY)


async def test_after_a_crash_a_question_comes_again_and_a_celebration_does_not(post: Post, ana: int) -> None:
    numbers = [await post.write(ana, HELP, kind=kind) for kind in (LetterKind.AGAIN, LetterKind.ONCE)]
    async with post.store.unit() as unit:
        assert await outbox.take(unit, numbers) == set(numbers)
    await post.send()
    assert came(post, ana)
    await post.sender.recover()
    await post.send()
    assert await states(post) == ["sent", "uncertain"]
    assert came(post, ana, HELP)


async def test_idle_is_when_nothing_waits(post: Post, ana: int) -> None:
    await post.write(ana, HELP)
    post.sender.ring()
    assert not post.sender.idle.is_set()
    tasks = app.Tasks()
    sending = tasks.spawn("sender", post.sender.run())
    await post.sender.idle.wait()
    await app.Tasks.end(sending)
    assert came(post, ana, HELP)


# --- many at once


async def test_the_slowest_answer_holds_nobody_else_up(post: Post, ana: int, ben: int) -> None:
    post.world.fail("sendMessage", "late-silence", chat_id=ana)
    await post.write(ana, HELP)
    for message in (HELP, PRIVACY, HELLO):
        await post.write(ben, message)
    async with at_work(post):
        await post.world.wait_for(lambda: came(post, ben, HELP, PRIVACY, HELLO), timeout=5)
    assert (await states(post))[0] == "in_flight"


async def test_nothing_overtakes_within_a_chat_while_an_answer_is_awaited(
    post: Post, ana: int, ben: int
) -> None:
    post.world.fail("sendMessage", "late-silence", chat_id=ana)
    for message in (HELP, PRIVACY):
        await post.write(ana, message)
        await post.write(ben, message)
    async with at_work(post):
        await post.world.wait_for(lambda: came(post, ben, HELP, PRIVACY), timeout=5)
    assert came(post, ana, HELP)


async def test_answers_that_come_together_share_a_commit(post: Post) -> None:
    commits: list[object] = []
    for n in range(40):
        person = post.world.add_person(f"Person {n}")
        post.world.say(person.id, "hello")
        await post.write(person.id, HELP)
    event.listen(post.store._writer.sync_engine, "commit", commits.append)
    await post.send()
    assert await states(post) == ["sent"] * 40
    assert len(commits) <= 4  # taken, settled, and a last look that finds nothing


async def test_a_stop_leaves_nothing_in_flight(post: Post, ana: int, ben: int) -> None:
    post.world.fail("sendMessage", "late-silence", times=2)
    await post.write(ana, HELP, kind=LetterKind.AGAIN)
    await post.write(ben, HELP, kind=LetterKind.ONCE)
    async with at_work(post):
        await post.world.wait_for(lambda: came(post, ana, HELP) and came(post, ben, HELP), timeout=5)
        post.sender.stop()
    await post.sender.recover()
    assert await states(post) == ["waiting", "uncertain"]


async def test_a_stop_waits_for_answers_that_are_on_their_way_and_begins_nothing(
    post: Post, ana: int
) -> None:
    for message in (HELP, PRIVACY):
        await post.write(ana, message)
    async with at_work(post) as sending:
        await post.world.wait_for(lambda: came(post, ana, HELP), timeout=5)
        post.sender.stop()
        await asyncio.wait([sending], timeout=5)
        assert sending.done()
    assert "in_flight" not in await states(post)


# --- the database can't be written


async def test_a_locked_database_ends_no_sender_and_nothing_goes_that_is_not_noted_first(
    post: Post, ana: int, tmp_path: Path
) -> None:
    await post.write(ana, HELP)
    await post.alter("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(tmp_path / "ask-anyway.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await post.sender._tried() == HELD_BACK
        assert came(post, ana)
    await post.send()
    assert came(post, ana, HELP)


async def test_what_arrived_while_the_database_was_locked_is_settled_afterwards_and_not_sent_again(
    post: Post, ana: int, tmp_path: Path
) -> None:
    await post.write(ana, HELP)
    await post.alter("PRAGMA busy_timeout = 10")
    async with asyncio.TaskGroup() as flights:
        await post.sender._round()
        await post.sender._let_go(flights)
    with closing(sqlite3.connect(tmp_path / "ask-anyway.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await post.sender._tried() == HELD_BACK
    assert await states(post) == ["in_flight"]
    await post.send()
    assert await states(post) == ["sent"]
    assert came(post, ana, HELP)
