"""Handling: in order for each person, nobody held up by another, an error tried again and then said."""

from __future__ import annotations

import pytest

from bot.coach import messages
from tests.telegram.conftest import Post

TRIES = 3


def garbage(post: Post, **content: object) -> None:
    """Something from Telegram that nobody can read."""
    number = post.world.updates.next_id
    post.world.updates.next_id += 1
    post.world.updates.pending.append({"update_id": number, **content})


async def states(post: Post) -> list[str]:
    return [state for (state,) in await post.rows("SELECT state FROM inbox ORDER BY update_id")]


async def letters(post: Post, chat_id: int) -> list[str]:
    """The kinds of message written to a chat, in order."""
    query = f"SELECT json_extract(message, '$.type') FROM outbox WHERE chat_id = {chat_id} ORDER BY id"  # noqa: S608  a number
    return [kind for (kind,) in await post.rows(query)]


async def broken(post: Post, person_id: int) -> None:
    """Break somebody's row, so that every use case of theirs fails."""
    await post.alter(f"UPDATE people SET sting = 'no JSON' WHERE id = {person_id}")  # noqa: S608  a number


async def mended(post: Post, person_id: int) -> None:
    await post.alter(f"UPDATE people SET sting = '{{}}' WHERE id = {person_id}")  # noqa: S608  a number


async def test_an_update_nobody_can_read_is_dead_and_blocks_nobody(post: Post, ana: int, ben: int) -> None:
    post.world.say(ana, "/start")
    garbage(post, message={"text": "no id, no date, no chat"})
    garbage(post, callback_query="not even an object")
    post.world.say(ben, "/help")
    await post.handle()
    assert await states(post) == ["done", "dead", "dead", "done"]
    assert await letters(post, ana) == ["Welcome"]
    assert await letters(post, ben) == ["Help"]
    assert await post.reader.read() == 0


async def test_who_wrote_what_cannot_be_read_is_told_that_something_broke(post: Post, ana: int) -> None:
    garbage(post, message={"from": {"id": ana}, "text": 7})
    await post.handle()
    await post.send()
    assert await states(post) == ["dead"]
    assert post.texts(ana) == [post.shows(messages.Trouble())]


async def test_what_is_nothing_of_ours_is_done_without_a_word(post: Post) -> None:
    garbage(post)
    garbage(post, some_kind_of_next_year={"id": 1})
    await post.handle()
    assert await states(post) == ["done", "done"]
    assert await post.rows("SELECT count(*) FROM outbox") == [(0,)]


async def test_an_error_is_tried_again_until_it_works(post: Post, ana: int) -> None:
    post.world.say(ana, "/start")
    await post.handle()
    await broken(post, ana)
    post.world.say(ana, "/help")
    await post.handle()
    assert await states(post) == ["done", "new"]
    await mended(post, ana)
    await post.reader.read()
    assert await states(post) == ["done", "done"]
    assert await letters(post, ana) == ["Welcome", "Help"]


async def test_an_error_that_stays_is_dead_after_three_tries_and_said_politely(post: Post, ana: int) -> None:
    post.world.say(ana, "/start")
    await post.handle()
    await broken(post, ana)
    post.world.say(ana, "my secret story")
    await post.fetch()
    for tried in range(1, TRIES + 1):
        assert await letters(post, ana) == ["Welcome"]
        await post.reader.read()
        assert await post.rows("SELECT max(tries) FROM inbox") == [(tried,)]
    assert await states(post) == ["done", "dead"]
    await post.send()
    assert post.texts(ana)[-1] == post.shows(messages.Trouble())
    assert await post.reader.read() == 0


async def test_what_they_wrote_never_reaches_the_log(
    post: Post, ana: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    post.world.say(ana, "/start")
    await post.handle()
    await broken(post, ana)
    post.world.say(ana, "my secret story")
    garbage(post, message={"from": {"id": ana}, "text": "my secret story"})
    await post.fetch()
    for _ in range(2 * TRIES):
        await post.reader.read()
    await post.send()
    assert "update.dead" in caplog.text
    assert "my secret story" not in caplog.text


async def test_after_a_failure_the_same_person_waits_and_nobody_else(post: Post, ana: int, ben: int) -> None:
    post.world.say(ana, "/start")
    await post.handle()
    await broken(post, ana)
    for person_id, words in ((ana, "/help"), (ben, "/help"), (ana, "/privacy"), (ben, "/privacy")):
        post.world.say(person_id, words)
    await post.handle()
    assert await states(post) == ["done", "new", "done", "new", "done"]
    assert await letters(post, ben) == ["Help", "Privacy"]
    await mended(post, ana)
    await post.reader.read()
    assert await letters(post, ana) == ["Welcome", "Help", "Privacy"]


async def test_each_person_is_answered_in_the_order_they_wrote(post: Post, ana: int, ben: int) -> None:
    for words in ("/start", "/help", "/privacy", "/nonsense"):
        for person_id in (ana, ben):
            post.world.say(person_id, words)
    await post.handle()
    for person_id in (ana, ben):
        assert await letters(post, person_id) == ["Welcome", "Help", "Privacy", "UnknownCommand"]


async def test_a_failed_use_case_leaves_nothing_half_done(post: Post, ana: int) -> None:
    await post.alter(
        "CREATE TRIGGER no BEFORE INSERT ON outbox WHEN NEW.message LIKE '%Welcome%' "
        "BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    post.world.say(ana, "/start")
    await post.handle()
    assert await states(post) == ["new"]
    assert await post.rows("SELECT count(*) FROM people") == [(0,)]
    await post.alter("DROP TRIGGER no")
    await post.reader.read()
    assert await states(post) == ["done"]
    assert await letters(post, ana) == ["Welcome"]


async def test_a_press_is_handled_though_its_query_is_too_old_to_answer(post: Post, ana: int) -> None:
    post.world.say(ana, "/start")
    await post.handle()
    await post.send()
    button = post.world.messages(ana)[-1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    post.world.press(ana, ana, post.world.messages(ana)[-1]["message_id"], button)
    post.forward(200)
    await post.handle()
    assert await letters(post, ana) == ["Welcome", "AskZone"]
    post.world.callbacks.clear()


async def test_a_stop_leaves_the_rest_in_the_inbox(post: Post, ana: int) -> None:
    post.world.say(ana, "/help")
    await post.fetch()
    post.reader.stop()
    await post.reader.run(_no_pause)
    assert await states(post) == ["new"]


async def _no_pause(_: float) -> None:
    raise AssertionError("there is nothing to wait for")
