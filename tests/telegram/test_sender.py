"""Every fate of a letter on the server's word: what is repeated, what never is, and who waits for whom."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event
from telegram import Bot

from bot import app
from bot.coach import messages
from bot.coach.messages import Message
from bot.coach.messages.groups import ChannelNo, Link
from bot.store import occasions, outbox, people
from bot.store.states import LetterKind, OccasionKind
from bot.telegram.limits import Limits
from bot.telegram.transport import AiohttpRequest
from tests.telegram.conftest import MONDAY, TOKEN, Post

HELP, PRIVACY, HELLO = messages.Help(), messages.Privacy(), messages.Known("Ana")


async def states(post: Post) -> list[str]:
    return [state for (state,) in await post.rows("SELECT state FROM outbox ORDER BY id")]


async def tries(post: Post) -> int:
    ((found,),) = await post.rows("SELECT max(tries) FROM outbox")
    return int(found)


def came(post: Post, chat_id: int, *expected: Message) -> bool:
    """Whether exactly these messages stand in a chat."""
    return post.texts(chat_id) == [post.shows(message) for message in expected]


async def known(post: Post, person_id: int) -> None:
    async with post.store.unit() as unit:
        await people.add(unit, person_id, person_id, "Ana", "en", MONDAY)


# --- what happens to one letter


async def test_a_letter_is_sent_once_and_in_the_order_it_was_written(post: Post, ana: int) -> None:
    for message in (HELP, PRIVACY, HELLO):
        await post.write(ana, message)
    await post.send()
    await post.send()
    assert came(post, ana, HELP, PRIVACY, HELLO)
    assert await states(post) == ["sent"] * 3


async def test_a_flood_pauses_its_own_chat_for_as_long_as_telegram_said(
    post: Post, ana: int, ben: int
) -> None:
    post.world.fail("sendMessage", "flood", chat_id=ana, seconds=7)
    for person_id in (ana, ben):
        await post.write(person_id, HELP)
        await post.write(person_id, PRIVACY)
    await post.send()
    assert came(post, ana)
    assert came(post, ben, HELP, PRIVACY)
    post.forward(6.9)
    await post.send()
    assert came(post, ana)
    post.forward(0.2)
    await post.send()
    assert came(post, ana, HELP, PRIVACY)


@pytest.mark.parametrize("fault", ["blocked", "deactivated"])
async def test_who_is_gone_is_marked_and_nothing_more_is_meant_for_them(
    fault: str, post: Post, ana: int
) -> None:
    await known(post, ana)
    async with post.store.unit() as unit:
        await occasions.plan(unit, ana, OccasionKind.MORNING, MONDAY.date(), MONDAY + timedelta(days=1))
    post.world.fail("sendMessage", fault, times=5)
    for message in (HELP, PRIVACY):
        await post.write(ana, message, person_id=ana)
    await post.send()
    assert await states(post) == ["failed", "cancelled"]
    assert await post.rows("SELECT blocked_at IS NOT NULL FROM people") == [(1,)]
    assert await post.rows("SELECT count(*) FROM occasions") == [(0,)]
    assert sum(call.method == "sendMessage" for call in post.world.calls) == 1


@pytest.mark.parametrize(
    ("fault", "arrived"), [("bad-gateway", 0), ("drop", 0), ("late-drop", 1), ("garbage", 0)]
)
async def test_what_may_come_twice_is_repeated_once_and_then_uncertain(
    fault: str, arrived: int, post: Post, ana: int
) -> None:
    post.world.fail("sendMessage", fault, times=2)
    await post.write(ana, HELP, kind=LetterKind.AGAIN)
    await post.send()
    assert await states(post) == ["waiting"]
    post.forward(1.9)
    await post.send()
    assert await tries(post) == 1
    post.forward(0.2)
    await post.send()
    assert await states(post) == ["uncertain"]
    post.forward(3600)
    await post.send()
    assert came(post, ana, *[HELP] * (2 * arrived))


async def test_what_was_uncertain_once_and_then_arrived_is_sent(post: Post, ana: int) -> None:
    post.world.fail("sendMessage", "late-drop")
    await post.write(ana, HELP)
    await post.send()
    post.forward(2)
    await post.send()
    assert await states(post) == ["sent"]
    assert came(post, ana, HELP, HELP)


@pytest.mark.parametrize(("fault", "arrived"), [("bad-gateway", 0), ("drop", 0), ("late-drop", 1)])
async def test_what_must_never_come_twice_stays_uncertain(
    fault: str, arrived: int, post: Post, ana: int
) -> None:
    post.world.fail("sendMessage", fault)
    await post.write(ana, HELP, kind=LetterKind.ONCE)
    await post.write(ana, PRIVACY)
    await post.send()
    post.forward(3600)
    await post.send()
    assert await states(post) == ["uncertain", "sent"]
    assert came(post, ana, *[HELP] * arrived, PRIVACY)


@pytest.mark.parametrize(("kind", "state"), [(LetterKind.AGAIN, "waiting"), (LetterKind.ONCE, "uncertain")])
async def test_an_answer_that_never_comes_may_have_been_an_arrival(
    kind: LetterKind, state: str, post: Post, ana: int
) -> None:
    post.world.fail("sendMessage", "late-silence")
    await post.write(ana, HELP, kind=kind)
    url = post.bot.base_url.removesuffix(TOKEN)
    async with AiohttpRequest(read_timeout=0.2) as impatient:
        await post.another_sender(Bot(TOKEN, base_url=url, request=impatient)).send()
    assert await states(post) == [state]
    assert came(post, ana, HELP)


@pytest.mark.parametrize("fault", ["proxy"])
async def test_what_certainly_did_not_arrive_is_tried_until_it_does(fault: str, post: Post, ana: int) -> None:
    post.world.fail("sendMessage", fault, times=5)
    await post.write(ana, HELP, kind=LetterKind.ONCE)
    for wait in (0, 1, 2, 4, 8, 16):
        post.forward(wait)
        assert came(post, ana)
        await post.send()
    assert await states(post) == ["sent"]
    assert await tries(post) == 5
    assert came(post, ana, HELP)


async def test_what_telegram_refuses_is_failed_once_and_holds_nobody_up(
    post: Post, ana: int, caplog: pytest.LogCaptureFixture
) -> None:
    await post.write(ana, ChannelNo(Link("no such name!", "x")))
    await post.write(ana, HELP)
    await post.alter("""UPDATE outbox SET message = '{"type":"OfNextYear"}' WHERE id = 1""")
    await post.send()
    assert await states(post) == ["failed", "sent"]
    assert came(post, ana, HELP)
    assert [record.levelname for record in caplog.records if record.levelname == "ERROR"] == ["ERROR"]


# --- edits


async def edited(post: Post, chat_id: int, message: Message, into: Message) -> int:
    """Send a message and then write a letter that edits it; its number in the chat."""
    await post.write(chat_id, message)
    await post.send()
    number = int(post.world.messages(chat_id)[-1]["message_id"])
    await post.write(chat_id, into, kind=LetterKind.EDIT, edit_of=number)
    return number


async def test_an_edit_takes_the_place_of_the_message(post: Post, ana: int) -> None:
    await edited(post, ana, HELP, PRIVACY)
    await post.send()
    assert came(post, ana, PRIVACY)


async def test_an_edit_of_a_message_that_is_gone_is_said_anew(post: Post, ana: int) -> None:
    number = await edited(post, ana, HELP, PRIVACY)
    post.world.remove(post.world.chat(ana), number)
    await post.send()
    assert await states(post) == ["sent", "sent"]
    assert came(post, ana, PRIVACY)


async def test_an_edit_that_changes_nothing_is_harmless(
    post: Post, ana: int, caplog: pytest.LogCaptureFixture
) -> None:
    await edited(post, ana, HELP, HELP)
    await post.send()
    assert await states(post) == ["sent", "sent"]
    assert came(post, ana, HELP)
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


async def test_an_edit_is_repeated_as_often_as_it_takes(post: Post, ana: int) -> None:
    post.world.fail("editMessageText", "late-drop", times=3)
    await edited(post, ana, HELP, PRIVACY)
    for _ in range(4):
        await post.send()
        post.forward(2)
    assert await states(post) == ["sent", "sent"]
    assert came(post, ana, PRIVACY)


# --- groups


async def test_a_group_that_became_a_supergroup_is_followed(post: Post, ana: int) -> None:
    group = post.world.add_group("Buddies", [ana])
    post.world.add_bot(group.id)
    post.world.fail("sendMessage", "migrated", chat_id=group.id)
    for _ in range(2):
        await post.write(group.id, ChannelNo(Link("AskAnywayBot", "x")), kind=LetterKind.ONCE)
    await post.send()
    assert group.migrated_to is not None
    assert len(post.texts(group.migrated_to)) == 2
    assert post.texts(group.id) == []
    assert await states(post) == ["sent", "sent"]


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


@asynccontextmanager
async def at_work(post: Post) -> AsyncIterator[asyncio.Task[None]]:
    """The sender as it runs in the bot."""
    sending = app.Tasks().spawn("sender", post.sender.run())
    yield sending
    await app.Tasks.end(sending)


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
