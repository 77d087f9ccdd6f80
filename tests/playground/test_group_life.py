"""What people do in a group, on the wire: links, presses, votes, reactions, roles, and what stays hidden."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.playground import Nonsense, World
from bot.playground.ground import ANONYMOUS, OTHER_BOT
from tests.playground.heard import refused, told

Ask = Callable[..., Awaitable[dict[str, Any]]]

EVERYTHING = ["message", "my_chat_member", "chat_member", "poll", "poll_answer", "message_reaction"]


async def test_a_startgroup_link_adds_the_bot_and_says_its_payload(world: World, ana: int) -> None:
    group = world.add_group("Fresh", [ana])
    said = world.follow(ana, "https://t.me/AskAnywayBot?startgroup=c-7", group.id)
    assert said is not None
    assert said["text"] == "/start@AskAnywayBot c-7"
    assert [list(update)[1] for update in world.updates.pending] == ["my_chat_member", "message", "message"]
    again = world.follow(ana, "https://t.me/AskAnywayBot?startgroup=c-8", group.id)
    assert again is not None
    assert told(world, "message")[-1]["text"] == "/start@AskAnywayBot c-8"


def test_a_start_link_says_its_payload_in_private(world: World, ben: int) -> None:
    world.follow(ben, "https://t.me/askanywaybot?start=c_7-x")
    (said,) = told(world, "message")
    assert (said["chat"]["id"], said["text"]) == (ben, "/start c_7-x")
    for url in ("https://t.me/OtherBot?start=x", "https://t.me/AskAnywayBot?start=a b", "https://a.example/"):
        with pytest.raises(Nonsense, match="leads nowhere"):
            world.follow(ben, url)


async def test_a_link_to_a_message_is_for_the_people_of_the_supergroup(
    ask: Ask, world: World, ana: int, group: int, eight: int
) -> None:
    sent = (await ask("sendMessage", chat_id=eight, text="Today"))["result"]
    url = world.link(eight, sent["message_id"])
    assert url.startswith("https://t.me/c/2000000")
    assert world.follow(ana, url) == sent
    with pytest.raises(Nonsense, match="is not in chat"):
        world.follow(world.add_person("Zoe").id, url)
    with pytest.raises(Nonsense, match="only messages of supergroups"):
        world.link(group, 1)


async def test_a_press_may_lead_into_the_bot_and_nowhere_else(ask: Ask, world: World, ana: int) -> None:
    def press() -> dict[str, Any]:
        return {"callback_query_id": world.press(ana, ana, 1, "x", force=True)}

    for url in (
        "http://[",
        "https://a.example/",
        "https://t.me/OtherBot?start=x",
        "https://t.me/AskAnywayBot",
    ):
        assert refused(await ask("answerCallbackQuery", **press(), url=url), 400, "Bad Request: URL_INVALID")
    url = "https://t.me/AskAnywayBot?start=c-7"
    assert (await ask("answerCallbackQuery", **press(), url=url))["ok"]
    assert world.toasts[-1] == {"chat_id": ana, "person_id": ana, "text": "", "alert": False, "url": url}


async def test_only_the_one_who_pressed_sees_the_answer(ask: Ask, world: World, ben: int, eight: int) -> None:
    board = {"inline_keyboard": [[{"text": "Join", "callback_data": "j"}]]}
    sent = (await ask("sendMessage", chat_id=eight, text="Who?", reply_markup=board))["result"]
    query = world.press(ben, eight, sent["message_id"], "j")
    (pressed,) = told(world, "callback_query")
    assert (pressed["from"]["id"], pressed["message"]["chat"]["type"]) == (ben, "supergroup")
    await ask("answerCallbackQuery", callback_query_id=query, text="You are in", show_alert=True)
    assert (world.toasts[-1]["person_id"], world.toasts[-1]["text"]) == (ben, "You are in")


@pytest.mark.parametrize("emoji", ["\N{FIRE}", "\u2764", "\u2764\ufe0f", "\u2764\ufe0f\u200d\U0001f525"])
async def test_a_reaction_of_telegrams_stands_under_the_message(
    ask: Ask, world: World, ana: int, group: int, emoji: str
) -> None:
    said = world.say(ana, "I asked", group)["message_id"]
    place = {"chat_id": group, "message_id": said}
    assert (await ask("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": emoji}]))["ok"]
    assert world.chat(group).reactions[said] == {world.bot_id: emoji}
    await ask("setMessageReaction", **place, reaction=[])
    assert world.chat(group).reactions[said] == {}


@pytest.mark.parametrize(
    "reaction",
    [[{"type": "emoji", "emoji": "\N{PEACH}"}], [{"type": "emoji"}], [{"type": "paid"}], ["x"], [{}, {}]],
)
async def test_any_other_reaction_is_invalid(ask: Ask, ana: int, reaction: list[Any]) -> None:
    answer = await ask("setMessageReaction", chat_id=ana, message_id=1, reaction=reaction)
    assert refused(answer, 400, "Bad Request: REACTION_INVALID")


async def test_reactions_are_told_to_an_administrator_who_asked(
    ask: Ask, world: World, ana: int, ben: int, eight: int
) -> None:
    sent = (await ask("sendMessage", chat_id=eight, text="Today"))["result"]["message_id"]
    world.promote_bot(eight)
    world.react(ana, eight, sent, "\N{FIRE}")
    assert told(world, "message_reaction") == []
    await ask("getUpdates", allowed_updates=EVERYTHING)
    world.react(ana, eight, sent, None)
    (change,) = told(world, "message_reaction")
    assert (change["old_reaction"][0]["emoji"], change["new_reaction"]) == ("\N{FIRE}", [])
    with pytest.raises(Nonsense, match="not among"):
        world.react(ben, eight, sent, "\N{PEACH}")


async def test_members_who_rise_and_fall_are_told_to_an_administrator(
    ask: Ask, world: World, ana: int, ben: int, eight: int
) -> None:
    await ask("getUpdates", allowed_updates=EVERYTHING)
    world.promote_bot(eight)
    world.promote(ben, eight)
    world.set_anonymous(ben, eight)
    chiyo = world.chat(eight).members[2]
    world.kick(chiyo, eight, by=ben)
    changes = told(world, "chat_member")
    assert [change["new_chat_member"]["status"] for change in changes] == [
        "administrator", "administrator", "kicked",
    ]  # fmt: skip
    assert changes[1]["new_chat_member"]["is_anonymous"] is True
    assert (await ask("getChatMember", chat_id=eight, user_id=chiyo))["result"]["status"] == "kicked"
    world.join(chiyo, eight, by=ana)
    assert (await ask("getChatMember", chat_id=eight, user_id=chiyo))["result"]["status"] == "member"
    with pytest.raises(Nonsense, match="is no administrator"):
        world.kick(ben, eight, by=chiyo)


def test_an_anonymous_administrator_writes_as_the_group_and_presses_as_themselves(
    world: World, ben: int, eight: int
) -> None:
    world.promote(ben, eight)
    world.set_anonymous(ben, eight)
    world.say(ben, "/circle", eight)
    world.press(ben, eight, 1, "x", force=True)
    said, pressed = world.updates.pending
    assert said["message"]["from"] == ANONYMOUS
    assert said["message"]["sender_chat"]["id"] == eight
    assert pressed["callback_query"]["from"]["id"] == ben
    assert told(world, "message")
    world.callbacks.clear()


def test_another_bot_takes_the_bare_commands_while_it_spoke_last(world: World, ana: int, eight: int) -> None:
    world.bring_other_bot(eight)
    (come,) = told(world, "message")
    assert come["new_chat_members"] == [OTHER_BOT]
    world.other_bot_says(eight, "/join@AskAnywayBot")
    world.say(ana, "/join", eight)
    world.say(ana, f"/join@{OTHER_BOT['username']}", eight)
    assert told(world, "message") == []
    world.say(ana, "/join@AskAnywayBot", eight)
    assert len(told(world, "message")) == 1
    world.post(world.chat(eight), world.bot_user(), text="Joined")
    world.say(ana, "/leave", eight)
    assert len(told(world, "message")) == 1


async def test_what_privacy_mode_hides_is_remembered(world: World, ana: int, group: int) -> None:
    hidden = world.say(ana, "between us, @AskAnywayBot", group)
    world.say(ana, "/join", group)
    assert world.chat(group).unseen == [hidden["message_id"]]


async def test_a_deleted_account_is_nameless_and_cannot_be_written_to(
    ask: Ask, world: World, ana: int, group: int
) -> None:
    world.delete_account(ana)
    words = "Forbidden: user is deactivated"
    assert refused(await ask("sendMessage", chat_id=ana, text="x"), 403, words)
    found = (await ask("getChatMember", chat_id=group, user_id=ana))["result"]
    assert found["user"]["first_name"] == ""
    with pytest.raises(Nonsense, match="deleted account"):
        world.say(ana, "hello?", group)


async def test_a_vote_in_the_open_names_the_person_or_the_group(
    ask: Ask, world: World, ana: int, ben: int, eight: int
) -> None:
    content = {"question": "The boldest?", "options": ["Ana", "Ben"], "is_anonymous": False}
    poll = (await ask("sendPoll", chat_id=eight, **content))["result"]
    world.vote(ana, eight, poll["message_id"], [1])
    world.promote(ben, eight)
    world.set_anonymous(ben, eight)
    world.vote(ben, eight, poll["message_id"], [0])
    world.vote(ana, eight, poll["message_id"], [])
    answers = told(world, "poll_answer")
    assert [one["option_ids"] for one in answers] == [[1], [0], []]
    assert answers[0]["user"]["id"] == ana
    assert answers[1]["voter_chat"]["id"] == eight
    with pytest.raises(Nonsense, match="one answer"):
        world.vote(ana, eight, poll["message_id"], [0, 1])


async def test_a_poll_is_closed_once_and_the_bot_is_told(
    ask: Ask, world: World, ana: int, group: int
) -> None:
    poll = (await ask("sendPoll", chat_id=group, question="?", options=["a", "b"]))["result"]
    place = {"chat_id": group, "message_id": poll["message_id"]}
    world.vote(ana, group, poll["message_id"], [0])
    assert [list(update)[1] for update in world.updates.pending] == ["poll"]
    assert (await ask("stopPoll", **place))["result"]["is_closed"] is True
    assert told(world, "poll")[-1]["is_closed"] is True
    words = "Bad Request: poll has already been closed"
    assert refused(await ask("stopPoll", **place), 400, words)
    assert refused(
        await ask("stopPoll", chat_id=group, message_id=1), 400, "Bad Request: message can't be edited"
    )
