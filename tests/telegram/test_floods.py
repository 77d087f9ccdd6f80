"""Telegram asks to wait: for whom, for how long, and who need not."""

from __future__ import annotations

from bot.coach.messages.groups import ChannelNo, Link
from tests.telegram.conftest import Post
from tests.telegram.letters import HELP, PRIVACY, came


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


async def flooded(post: Post, *chats: int) -> None:
    for chat_id in chats:
        post.world.fail("sendMessage", "flood", chat_id=chat_id, seconds=7)
        await post.write(chat_id, HELP)
    await post.send()


async def test_a_flood_that_meets_two_people_at_once_is_about_everybody(
    post: Post, ana: int, ben: int
) -> None:
    cem = post.world.add_person("Cem").id
    post.world.say(cem, "hello")
    await flooded(post, ana, ben)
    await post.write(cem, HELP)
    post.forward(6.9)
    await post.send()
    assert [call.response["ok"] for call in post.world.calls if call.method == "sendMessage"] == [False] * 2
    post.forward(0.2)
    await post.send()
    assert all(came(post, one, HELP) for one in (ana, ben, cem))


async def test_floods_with_somebody_reached_in_between_are_each_about_their_chat(
    post: Post, ana: int, ben: int
) -> None:
    cem = post.world.add_person("Cem").id
    post.world.say(cem, "hello")
    for chat_id in (ana, ben):
        await flooded(post, chat_id)
        await post.write(cem, HELP)
        await post.send()
    assert came(post, cem, HELP, HELP)


async def test_the_floods_of_groups_are_about_each_of_them(post: Post, ana: int) -> None:
    groups = [post.world.add_group(name, [ana]) for name in ("Buddies", "Others")]
    for group in groups:
        post.world.add_bot(group.id)
        post.world.fail("sendMessage", "flood", chat_id=group.id, seconds=7)
        await post.write(group.id, ChannelNo(Link("AskAnywayBot", "x")))
    await post.send()
    await post.write(ana, HELP)
    await post.send()
    assert came(post, ana, HELP)
