"""What people do and what the bot hears of it: privacy mode, presses, edits, blocking, groups."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from itertools import islice
from typing import Any

import pytest

from bot.playground import Nonsense, World

Ask = Callable[..., Awaitable[dict[str, Any]]]


def heard(world: World) -> list[str]:
    """The kinds of updates the bot was told since the last look."""
    kinds = [list(update)[1] for update in world.updates.pending]
    world.updates.pending.clear()
    return kinds


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("just talking", False),
        ("/join", True),
        ("/join@AskAnywayBot", True),
        ("/join@OtherBot", False),
        ("hey @AskAnywayBot", False),
    ],
)
def test_privacy_mode_shows_the_bot_commands_only(
    world: World, ana: int, group: int, text: str, visible: bool
) -> None:
    world.say(ana, text, group)
    assert heard(world) == (["message"] if visible else [])


async def test_privacy_mode_shows_answers_to_the_bot(ask: Ask, world: World, ana: int, group: int) -> None:
    sent = (await ask("sendMessage", chat_id=group, text="Who is in?"))["result"]
    answer = world.say(ana, "me", group, reply_to=sent["message_id"])
    assert heard(world) == ["message"]
    assert answer["reply_to_message"]["text"] == "Who is in?"


def test_without_privacy_mode_or_as_administrator_the_bot_hears_everything(
    world: World, ana: int, group: int
) -> None:
    world.privacy = False
    world.say(ana, "just talking", group)
    assert heard(world) == ["message"]
    world.privacy = True
    world.promote_bot(group)
    world.say(ana, "still talking", group)
    assert heard(world) == ["my_chat_member", "message"]


async def test_members_who_come_and_go_are_told_to_an_administrator_who_asked(
    ask: Ask, world: World, group: int
) -> None:
    chiyo = world.add_person("Chiyo")
    await ask("getUpdates", allowed_updates=["message", "chat_member"])
    world.join(chiyo.id, group)
    assert heard(world) == ["message"]
    world.promote_bot(group)
    world.leave(chiyo.id, group)
    assert heard(world) == ["message", "chat_member"]
    assert (await ask("getChatMember", chat_id=group, user_id=chiyo.id))["result"]["status"] == "left"


def test_a_press_needs_the_button_to_be_there_unless_forced(world: World, ana: int) -> None:
    with pytest.raises(Nonsense, match="has no button 'go'"):
        world.press(ana, ana, 1, "go")
    world.press(ana, ana, 99, "go", force=True)
    gone = world.updates.pending[-1]["callback_query"]["message"]
    assert gone == {"chat": gone["chat"], "message_id": 99, "date": 0}
    assert len(world.unanswered()) == 1


def test_an_edited_message_is_told_with_its_new_words(world: World, ana: int) -> None:
    world.edit(ana, ana, 1, "/help")
    edited = world.updates.pending[-1]["edited_message"]
    assert (edited["text"], edited["message_id"]) == ("/help", 1)
    assert edited["edit_date"] == world.stamp()
    assert world.messages(ana)[0] == edited


def test_blocking_is_told_and_silences_the_person(world: World, ana: int) -> None:
    world.block(ana)
    change = world.updates.pending[-1]["my_chat_member"]
    assert [change[f"{when}_chat_member"]["status"] for when in ("old", "new")] == ["member", "kicked"]
    with pytest.raises(Nonsense, match="Ana has blocked the bot"):
        world.say(ana, "hello?")


async def test_a_bot_thrown_out_may_not_write_until_it_is_back(ask: Ask, world: World, group: int) -> None:
    world.remove_bot(group)
    assert heard(world) == ["message", "my_chat_member"]
    refused = await ask("sendMessage", chat_id=group, text="x")
    assert refused["description"] == "Forbidden: bot was kicked from the group chat"
    world.add_bot(group)
    assert heard(world) == ["my_chat_member", "message"]
    assert (await ask("sendMessage", chat_id=group, text="x"))["ok"]


async def test_a_bot_that_left_is_no_member(ask: Ask, group: int) -> None:
    assert (await ask("leaveChat", chat_id=group))["result"] is True
    refused = await ask("sendMessage", chat_id=group, text="x")
    assert refused["description"] == "Forbidden: bot is not a member of the group chat"


async def test_an_upgraded_group_has_a_new_id_and_says_so(
    ask: Ask, world: World, ana: int, group: int
) -> None:
    new = world.migrate(group)
    old_end, come, new_start = (next(islice(update.values(), 1, None)) for update in world.updates.pending)
    assert (come["chat"]["id"], come["new_chat_member"]["status"]) == (new, "member")
    assert (old_end["chat"]["id"], old_end["migrate_to_chat_id"]) == (group, new)
    assert (new_start["chat"]["id"], new_start["migrate_from_chat_id"]) == (new, group)
    refused = await ask("sendMessage", chat_id=group, text="x")
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": new}
    assert world.say(ana, "/join", new)["chat"]["type"] == "supergroup"


async def test_votes_are_counted_and_a_closed_poll_stays_closed(
    ask: Ask, world: World, ana: int, ben: int, group: int
) -> None:
    content = {"question": "The boldest?", "options": [{"text": "Ana"}, "Ben"], "is_anonymous": False}
    poll = (await ask("sendPoll", chat_id=group, **content))["result"]
    world.vote(ana, group, poll["message_id"], [1])
    world.vote(ben, group, poll["message_id"], [1])
    assert heard(world) == ["poll", "poll_answer"] * 2
    closed = (await ask("stopPoll", chat_id=group, message_id=poll["message_id"]))["result"]
    assert [option["voter_count"] for option in closed["options"]] == [0, 2]
    with pytest.raises(Nonsense, match="no open poll"):
        world.vote(ana, group, poll["message_id"], [0])


def test_only_members_act_in_a_group(world: World, group: int) -> None:
    stranger = world.add_person("Chiyo")
    with pytest.raises(Nonsense, match="Chiyo is not in chat"):
        world.say(stranger.id, "/join", group)
    with pytest.raises(Nonsense, match="there is no person 7"):
        world.say(7, "hello")


async def test_commands_are_kept_per_scope_and_language(ask: Ask) -> None:
    everywhere, here = (
        {"command": "start", "description": "Begin"},
        {"command": "join", "description": "Join"},
    )
    await ask("setMyCommands", commands=[everywhere])
    await ask("setMyCommands", commands=[here], scope={"type": "all_group_chats"}, language_code="pt")
    scope = {"type": "all_group_chats"}
    assert (await ask("getMyCommands"))["result"] == [everywhere]
    assert (await ask("getMyCommands", scope=scope))["result"] == []
    assert (await ask("getMyCommands", scope=scope, language_code="pt"))["result"] == [here]
    await ask("deleteMyCommands", scope=scope, language_code="pt")
    assert (await ask("getMyCommands", scope=scope, language_code="pt"))["result"] == []
