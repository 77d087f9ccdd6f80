"""Words of crisis in a group: what is said to the bot is answered in private; the group is told nothing."""

from __future__ import annotations

from bot.coach.taps import GoOn
from bot.playground.ground import Json
from tests.journeys.crisis import ACUTE, PASSIVE, help_lines
from tests.journeys.phone import Phone, text

SECRET = "Zwetschgenröster"


async def test_a_group_gets_one_answer_and_nothing_of_anybody(ben: Phone) -> None:
    world = ben.stage.world
    group = next(chat for chat in world.chats.values() if chat.type == "group")
    await ben.wake()
    await ben.say(f"I asked for {SECRET}. He said no")
    before = said_in(ben, group.id)
    for words in (f"/did {SECRET}", ACUTE, "hello everybody", "/today", "/help@SomeOtherBot"):
        await ben.do(world.say, words, group.id)
    shown = said_in(ben, group.id)
    assert len(shown) == len(before) == 1, "its hello; commands are answered by a nod"
    assert not any(SECRET in text(message) or "Ben" in text(message) for message in shown)
    assert (await ben.record()).held_at is None, "what is said to others is not the coach's to read"
    (attempt,) = await ben.log()
    assert SECRET in (attempt.facts.story or "")


async def test_words_of_crisis_to_the_bot_in_a_group_are_answered_in_private_only(ben: Phone) -> None:
    world = ben.stage.world
    group = next(chat for chat in world.chats.values() if chat.type == "group")
    await ben.do(world.say, "/help", group.id)
    *greeting, hello = said_in(ben, group.id)
    await ben.do(world.say, f"/did {ACUTE}", group.id)
    assert len(ben.fresh) == 1
    assert help_lines(ben)
    assert (await ben.record()).held_at is not None
    assert said_in(ben, group.id) == [*greeting, hello], "the group hears nothing of it"
    assert await ben.jump(days=2) == [], "and the hold is a whole one"
    await ben.tap(GoOn)
    await ben.do(world.say, PASSIVE, group.id, reply_to=hello["message_id"])
    assert help_lines(ben)
    assert (await ben.record()).held_at is None
    assert said_in(ben, group.id) == [*greeting, hello]


async def test_what_is_said_to_others_in_a_group_is_not_read_even_by_an_administrator(ben: Phone) -> None:
    world = ben.stage.world
    group = next(chat for chat in world.chats.values() if chat.type == "group")
    group.bot = "administrator"
    await ben.do(world.say, ACUTE, group.id)
    assert ben.fresh == []
    assert (await ben.record()).held_at is None


async def test_somebody_who_never_started_the_bot_is_not_written_to_from_a_group(stranger: Phone) -> None:
    world = stranger.stage.world
    group = next(chat for chat in world.chats.values() if chat.type == "group")
    await stranger.do(world.say, f"/did {ACUTE}", group.id)
    assert stranger.bubbles() == []
    *greeting, hello = said_in(stranger, group.id)
    assert ACUTE not in text(hello)
    assert any("url" in button for row in hello["reply_markup"]["inline_keyboard"] for button in row)
    await stranger.do(world.say, ACUTE, group.id, reply_to=hello["message_id"])
    assert said_in(stranger, group.id) == [*greeting, hello]


def said_in(phone: Phone, chat_id: int) -> list[Json]:
    world = phone.stage.world
    return [message for message in world.messages(chat_id) if world.is_from_bot(message)]
