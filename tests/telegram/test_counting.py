"""What becomes of updates and letters is counted, and how long a reply takes; for /metrics, without ids."""

from __future__ import annotations

import pytest

from bot.coach import messages
from bot.store.outbox import SCHEDULED
from bot.store.states import LetterKind
from bot.telegram.reader import TRIES
from tests.telegram.conftest import Post

HELP = messages.Help()


async def test_what_becomes_of_an_update_is_counted(post: Post, ana: int, ben: int) -> None:
    for person_id in (ana, ben):
        post.world.say(person_id, "/help")
    await post.intake.take([{"update_id": 1, "message": "no message at all"}, {"update_id": 2}])
    await post.handle()
    assert post.tally.updates == {"handled": 2, "dead": 1, "ignored": 1}


async def test_an_update_that_fails_is_counted_at_every_try(post: Post, ana: int) -> None:
    await post.alter("CREATE TRIGGER no BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END")
    post.world.say(ana, "/help")
    await post.fetch()
    for _ in range(TRIES - 1):
        await post.reader.read()
    assert post.tally.updates == {"failed": TRIES - 1}


@pytest.mark.parametrize(
    ("fault", "kind", "outcome", "retries", "floods"),
    [
        ("flood", LetterKind.AGAIN, "wait", 1, 1),
        ("proxy", LetterKind.ONCE, "maybe-token", 1, 0),
        ("bad-gateway", LetterKind.AGAIN, "unsure", 1, 0),
        ("bad-gateway", LetterKind.ONCE, "unsure", 0, 0),
        ("blocked", LetterKind.AGAIN, "gone", 0, 0),
    ],
)
async def test_the_fate_of_a_letter_is_counted(
    fault: str, kind: LetterKind, outcome: str, retries: int, floods: int, post: Post, ana: int
) -> None:
    post.world.fail("sendMessage", fault)
    await post.write(ana, HELP, kind=kind)
    await post.send()
    assert post.tally.letters == {outcome: 1}
    assert (post.tally.retries, post.tally.floods) == (retries, floods)
    post.forward(600)
    await post.send()
    assert post.tally.letters["sent"] == retries


async def test_a_reply_is_timed_until_its_request_leaves(post: Post, ana: int) -> None:
    post.world.say(ana, "/help")
    await post.handle()
    post.forward(0.2)
    await post.send()
    assert post.tally.delays.total == pytest.approx(0.2)
    assert sum(post.tally.delays.counts) == 1


async def test_what_nobody_waits_for_is_not_timed(post: Post, ana: int) -> None:
    await post.write(ana, HELP, urgent=SCHEDULED)
    await post.send()
    assert post.tally.letters == {"sent": 1}
    assert sum(post.tally.delays.counts) == 0
