"""Groups on the wire: what the bot is told as it comes, rises, moves and goes, and what it may do then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.playground import Nonsense, World
from tests.playground.heard import refused, told

Ask = Callable[..., Awaitable[dict[str, Any]]]

PIN_RIGHTS = "Bad Request: not enough rights to manage pinned messages in the chat"


def test_a_group_founded_with_the_bot_says_so(world: World, ana: int) -> None:
    world.add_group("Fresh", [ana], with_bot=True)
    update = list(world.updates.pending)
    assert update[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert update[1]["message"]["group_chat_created"] is True
    assert told(world, "message")


def test_who_added_the_bot_is_told(world: World, ana: int, ben: int) -> None:
    group = world.add_group("Fresh", [ana, ben])
    world.add_bot(group.id, by=ben)
    come, greeted = world.updates.pending
    assert come["my_chat_member"]["from"]["id"] == greeted["message"]["from"]["id"] == ben
    assert [one["id"] for one in greeted["message"]["new_chat_members"]] == [world.bot_id]


async def test_a_bot_without_the_right_to_post_is_told_and_refused(
    ask: Ask, world: World, eight: int
) -> None:
    world.restrict_bot(eight)
    (change,) = told(world, "my_chat_member")
    assert (change["new_chat_member"]["status"], change["new_chat_member"]["can_send_messages"]) == (
        "restricted",
        False,
    )
    photo = world.send_photo(next(iter(world.people)))["photo"][-1]["file_id"]
    for method, what, content in (
        ("sendMessage", "text messages", {"text": "x"}),
        ("sendPhoto", "photos", {"photo": photo}),
        ("sendPoll", "polls", {"question": "?", "options": ["a", "b"]}),
    ):
        words = f"Bad Request: not enough rights to send {what} to the chat"
        assert refused(await ask(method, chat_id=eight, **content), 400, words)
    world.restrict_bot(eight, left=["can_send_messages"])
    assert (await ask("sendMessage", chat_id=eight, text="x"))["ok"]
    world.restrict_bot(eight, restricted=False)
    assert told(world, "my_chat_member")[-1]["new_chat_member"]["status"] == "member"


async def test_where_only_administrators_write_nobody_tells_the_bot(
    ask: Ask, world: World, ana: int, ben: int, group: int
) -> None:
    world.hush(group)
    assert not world.updates.pending
    words = "Bad Request: not enough rights to send text messages to the chat"
    assert refused(await ask("sendMessage", chat_id=group, text="x"), 400, words)
    assert (await ask("getChat", chat_id=group))["result"]["permissions"]["can_send_messages"] is False
    with pytest.raises(Nonsense, match="only administrators may write"):
        world.say(ben, "/join", group)
    world.say(ana, "/join", group)
    world.promote_bot(group)
    assert (await ask("sendMessage", chat_id=group, text="x"))["ok"]


async def test_a_supergroup_that_threw_the_bot_out_says_so(ask: Ask, world: World, eight: int) -> None:
    world.remove_bot(eight)
    (change,) = told(world, "my_chat_member")
    assert change["new_chat_member"]["status"] == "kicked"
    words = "Forbidden: bot was kicked from the supergroup chat"
    assert refused(await ask("sendMessage", chat_id=eight, text="x"), 403, words)
    assert refused(await ask("getChatMember", chat_id=eight, user_id=1), 403, words)
    world.add_bot(eight)
    await ask("leaveChat", chat_id=eight)
    assert told(world, "message")[-1]["left_chat_member"]["id"] == world.bot_id
    words = "Forbidden: bot is not a member of the supergroup chat"
    assert refused(await ask("sendMessage", chat_id=eight, text="x"), 403, words)


async def test_a_migration_keeps_the_standing_and_the_old_id_stays_dead(
    ask: Ask, world: World, ben: int, group: int
) -> None:
    world.promote_bot(group)
    world.promote(ben, group)
    world.updates.pending.clear()
    new = world.migrate(group)
    (come,) = told(world, "my_chat_member")
    assert (come["chat"]["id"], come["old_chat_member"]["status"]) == (new, "left")
    assert come["new_chat_member"]["status"] == "administrator"
    for method, content in (
        ("sendMessage", {"text": "x"}),
        ("getChat", {}),
        ("editMessageText", {"message_id": 1, "text": "x"}),
    ):
        answer = await ask(method, chat_id=group, **content)
        assert refused(answer, 400, "Bad Request: group chat was upgraded to a supergroup chat")
        assert answer["parameters"] == {"migrate_to_chat_id": new}
    found = (await ask("getChatAdministrators", chat_id=new))["result"]
    assert [one["status"] for one in found] == ["creator", "administrator"]


async def test_pinning_needs_the_right_and_the_bot_hears_of_its_own_pin(
    ask: Ask, world: World, eight: int
) -> None:
    sent = (await ask("sendMessage", chat_id=eight, text="Today"))["result"]
    place = {"chat_id": eight, "message_id": sent["message_id"]}
    world.promote_bot(eight, rights=["can_manage_chat"])
    for method in ("pinChatMessage", "unpinChatMessage"):
        assert refused(await ask(method, **place), 400, PIN_RIGHTS)
    world.promote_bot(eight)
    world.updates.pending.clear()
    assert (await ask("pinChatMessage", **place, disable_notification=True))["ok"]
    assert told(world, "message")[0]["pinned_message"]["message_id"] == sent["message_id"]
    service = world.messages(eight)[-1]["message_id"]
    answer = await ask("pinChatMessage", chat_id=eight, message_id=service)
    assert refused(answer, 400, "Bad Request: a service message can't be pinned")
    assert (await ask("unpinChatMessage", **place))["ok"]
    assert world.chat(eight).pinned == []
    with pytest.raises(Nonsense, match="there is no right 'can_pin'"):
        world.promote_bot(eight, rights=["can_pin"])


async def test_a_channel_takes_the_bot_as_an_administrator(ask: Ask, world: World, ana: int) -> None:
    channel = world.add_channel("News", ana)
    world.add_bot(channel.id, by=ana)
    (change,) = told(world, "my_chat_member")
    assert (change["chat"]["type"], change["new_chat_member"]["status"]) == ("channel", "administrator")
    assert change["new_chat_member"]["can_post_messages"] is True
    sent = (await ask("sendMessage", chat_id=channel.id, text="Not here"))["result"]
    assert "from" not in sent
    assert sent["sender_chat"]["id"] == channel.id
    world.join(world.add_person("Chiyo").id, channel.id)
    world.say(ana, "Breaking", channel.id)
    assert [post["text"] for post in told(world, "channel_post")] == ["Breaking"]
    world.promote_bot(channel.id, rights=["can_manage_chat"])
    words = "Bad Request: need administrator rights in the channel chat"
    assert refused(await ask("sendMessage", chat_id=channel.id, text="x"), 400, words)
    world.remove_bot(channel.id)
    words = "Forbidden: bot was kicked from the channel chat"
    assert refused(await ask("sendMessage", chat_id=channel.id, text="x"), 403, words)


def test_a_new_name_is_told(world: World, ana: int, group: int) -> None:
    world.rename(group, "Bolder buddies", by=ana)
    assert [one["new_chat_title"] for one in told(world, "message")] == ["Bolder buddies"]
    assert world.chat_json(world.chat(group))["title"] == "Bolder buddies"
