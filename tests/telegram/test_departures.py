"""When letters leave, judged by when they came to the server: within the limits, and paid for or not."""

from __future__ import annotations

import pytest

from bot.coach import messages
from bot.store import outbox
from bot.store.states import LetterKind
from bot.telegram.limits import Limits
from bot.telegram.sender import Sender
from bot.words.render import Words
from tests.benchmarks.arrivals import Arrival, by_chat, most_in, over_burst
from tests.telegram.conftest import BANK, MONDAY, Post
from tests.words.examples import EXAMPLES

HELP, PRIVACY = messages.Help(), messages.Privacy()
STATS = EXAMPLES["progress"]
UNTRIED = "SELECT state, count(*) FROM outbox WHERE tries = 0 GROUP BY state ORDER BY state"


def limited(post: Post, limits: Limits) -> None:
    post.limits = limits
    post.sender = post.another_sender(post.bot)


async def sent_within(post: Post, seconds: float) -> list[Arrival]:
    """Let the time pass in which the limits let go what waits; when what arrived in which chat."""
    while post.ticks() < seconds and (wait := await post.sender.send() or 0.001):
        post.forward(min(wait, 0.25))
    calls = [call for call in post.world.calls if call.method == "sendMessage"]
    return [((call.at - MONDAY).total_seconds(), int(call.params["chat_id"])) for call in calls]


async def test_what_leaves_stays_within_the_limits_and_uses_them(post: Post, ana: int, ben: int) -> None:
    group = post.world.add_group("Buddies", [ana])
    post.world.add_bot(group.id)
    others = [post.world.add_person(f"Person {n}").id for n in range(12)]
    for person_id in others:
        post.world.say(person_id, "hello")
    limited(post, Limits(4, group_per_minute=3))
    for chat_id in [ana] * 6 + [group.id] * 5 + [ben] * 2 + others:
        await post.write(chat_id, HELP, urgent=outbox.SCHEDULED)
    arrivals = await sent_within(post, 5.0)
    assert len(arrivals) >= 0.9 * 4 * 5
    assert most_in([at for at, _ in arrivals], 1.0) == 4
    chats = by_chat(arrivals)
    assert over_burst(chats[ana]) <= 0
    assert len(chats[group.id]) == 3


async def test_while_everything_is_held_nothing_is_taken(post: Post, ana: int) -> None:
    await post.write(ana, HELP)
    post.limits.pause(None, 30.0)
    assert await post.sender.send()
    assert await post.rows("SELECT state, tries FROM outbox") == [("waiting", 0)]
    post.forward(30)
    await post.send()
    assert await post.rows("SELECT state FROM outbox") == [("sent",)]


async def with_a_hand(post: Post) -> None:
    """Have ten of fifteen letters sent, and two taken that leave 50 ms from now."""
    limited(post, Limits(20))
    for n in range(15):
        person = post.world.add_person(f"Person {n}")
        post.world.say(person.id, "hello")
        await post.write(person.id, HELP, urgent=outbox.SCHEDULED, kind=LetterKind.ONCE)
    await post.send()
    post.forward(0.45)
    await post.sender._round()
    assert await post.rows(UNTRIED) == [("in_flight", 2), ("sent", 10), ("waiting", 3)]


@pytest.mark.parametrize("stopped", [True, False])
async def test_what_was_taken_and_has_not_left_is_untouched_by_an_end(stopped: bool, post: Post) -> None:
    await with_a_hand(post)
    if stopped:
        post.sender.stop()
        await post.sender._round()
    await post.sender.recover()
    assert await post.rows(UNTRIED) == [("sent", 10), ("waiting", 5)]


async def test_a_reply_leaves_before_what_was_taken_before_it(post: Post, ana: int) -> None:
    await with_a_hand(post)
    await post.write(ana, PRIVACY)
    await post.sender.send()
    assert post.texts(ana) == [post.shows(PRIVACY)]
    assert await post.rows(UNTRIED) == [("sent", 11), ("waiting", 5)]


async def test_a_chat_that_is_held_lets_the_others_pass(post: Post, ana: int, ben: int) -> None:
    limited(post, Limits(1000, chat_burst=1))
    for chat_id in (ana, ana, ben):
        await post.write(chat_id, HELP)
    await post.send()
    assert (len(post.texts(ana)), len(post.texts(ben))) == (1, 1)
    post.forward(1)
    await post.send()
    assert len(post.texts(ana)) == 2


async def test_with_paid_broadcasts_each_new_message_says_so_and_an_edit_does_not(
    post: Post, ana: int
) -> None:
    post.sender = Sender(
        post.store, post.bot, Words(BANK), post.limits, post.clock.now, post.ticks, paid=True
    )
    for message in (HELP, STATS):
        await post.write(ana, message)
    await post.send()
    number = int(post.world.messages(ana)[-2]["message_id"])
    await post.write(ana, PRIVACY, kind=LetterKind.EDIT, edit_of=number)
    await post.send()
    said = {call.method: call.params.get("allow_paid_broadcast") for call in post.world.calls}
    # a photo goes as a form, which has no types
    assert (said["sendMessage"], said["sendPhoto"], said["editMessageText"]) == (True, "true", None)


async def test_without_paid_broadcasts_nothing_is_to_be_paid(post: Post, ana: int) -> None:
    for message in (HELP, STATS):
        await post.write(ana, message)
    await post.send()
    assert not any("allow_paid_broadcast" in call.params for call in post.world.calls)
