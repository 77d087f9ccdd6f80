"""Every fate of a letter on the server's word: what is repeated, what never is, and what an error means."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from telegram import Bot

from bot.coach.messages import Message
from bot.coach.messages.groups import ChannelNo, Link
from bot.store import occasions
from bot.store.states import LetterKind, OccasionKind
from bot.telegram.transport import AiohttpRequest
from tests.telegram.conftest import MONDAY, TOKEN, Post
from tests.telegram.letters import HELLO, HELP, PRIVACY, came, known, states, tries

# --- what happens to one letter


async def test_a_letter_is_sent_once_and_in_the_order_it_was_written(post: Post, ana: int) -> None:
    for message in (HELP, PRIVACY, HELLO):
        await post.write(ana, message)
    await post.send()
    await post.send()
    assert came(post, ana, HELP, PRIVACY, HELLO)
    assert await states(post) == ["sent"] * 3


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


async def test_who_is_gone_is_marked_in_one_transaction_with_what_is_kept_back(post: Post, ana: int) -> None:
    await known(post, ana)
    for message in (HELP, PRIVACY):
        await post.write(ana, message, person_id=ana)
    await post.alter(
        "CREATE TRIGGER half BEFORE UPDATE ON outbox WHEN NEW.state = 'cancelled' "
        "BEGIN SELECT RAISE(ABORT, 'half of it'); END"
    )
    post.world.fail("sendMessage", "blocked")
    with pytest.raises(IntegrityError):
        await post.send()
    assert await states(post) == ["in_flight", "waiting"]
    assert await post.rows("SELECT blocked_at FROM people") == [(None,)]
    await post.alter("DROP TRIGGER half")
    await post.send()  # what landed was not forgotten
    assert await states(post) == ["failed", "cancelled"]
    assert await post.rows("SELECT blocked_at IS NOT NULL FROM people") == [(1,)]


async def test_who_is_gone_comes_back_by_writing(post: Post, ana: int) -> None:
    await known(post, ana)
    post.world.fail("sendMessage", "blocked")
    await post.write(ana, HELP, person_id=ana)
    await post.send()
    post.world.say(ana, "/privacy")
    await post.handle()
    await post.send()
    assert came(post, ana, PRIVACY)
    assert await post.rows("SELECT blocked_at FROM people") == [(None,)]


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


async def test_all_that_points_to_a_group_follows_it_also_what_is_put_off_and_what_is_written_later(
    post: Post, ana: int
) -> None:
    group = post.world.add_group("Buddies", [ana])
    post.world.add_bot(group.id)
    post.world.fail("sendMessage", "proxy", chat_id=group.id)
    hello = ChannelNo(Link("AskAnywayBot", "x"))
    for _ in range(3):
        await post.write(group.id, hello, kind=LetterKind.ONCE)
    await post.send()
    new = post.world.migrate(group.id)
    post.forward(1)
    await post.send()
    assert await post.rows("SELECT DISTINCT chat_id, state FROM outbox") == [(new, "sent")]
    await post.write(group.id, hello, kind=LetterKind.ONCE)  # by somebody who has not heard of it
    await post.send()
    assert post.texts(new) == [post.shows(hello)] * 4
