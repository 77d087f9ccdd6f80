"""The kept world: the same after a restart, never half written, never destroyed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.playground import World, memory, seed

Ask = Callable[..., Awaitable[dict[str, Any]]]


def again(world: World) -> World:
    """The world of the next start, still empty."""
    return World(world.now, world.token)


async def full(ask: Ask, world: World, ana: int, group: int) -> None:
    """Leave a trace of everything there is to keep."""
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = (await ask("sendMessage", chat_id=ana, text="x", reply_markup=keyboard))["result"]
    world.press(ana, ana, sent["message_id"], "go")
    world.send_photo(ana)
    world.promote_bot(group)
    poll = (await ask("sendPoll", chat_id=group, question="?", options=["a", "b"]))["result"]
    world.vote(ana, group, poll["message_id"], [1])
    await ask("pinChatMessage", chat_id=group, message_id=poll["message_id"])
    await ask("setMyCommands", commands=[{"command": "start", "description": "Begin"}])
    await ask("setMyDescription", description="A coach")
    await ask("setWebhook", url="http://127.0.0.1:9/x", secret_token="s", allowed_updates=["message"])
    world.react(ana, group, poll["message_id"], "\N{FIRE}")
    world.privacy = False
    world.bring_other_bot(group)
    world.rename(group, "Bolder")
    world.promote(world.chat(group).members[1], group)
    new = world.migrate(group)
    world.set_anonymous(ana, new)
    world.restrict_bot(new, left=["can_send_polls"])
    world.kick(world.chat(new).members[1], new)
    world.offset = 86_400.5


async def test_a_world_is_the_same_after_a_restart(
    ask: Ask, world: World, ana: int, group: int, tmp_path: Path
) -> None:
    await full(ask, world, ana, group)
    memory.save(tmp_path, world)
    kept = again(world)
    assert memory.load(tmp_path, kept) is True
    assert memory.snapshot(kept) == memory.snapshot(world)
    assert (kept.offset, kept.chats, kept.people) == (86_400.5, world.chats, world.people)
    assert kept.files.by_id == world.files.by_id
    assert kept.votes == world.votes


async def test_ids_go_on_where_they_were(world: World, ana: int, tmp_path: Path) -> None:
    memory.save(tmp_path, world)
    kept = again(world)
    memory.load(tmp_path, kept)
    for one in (world, kept):
        one.say(ana, "next")
    assert kept.messages(ana) == world.messages(ana)
    assert kept.updates.pending == world.updates.pending


def test_a_world_from_before_there_were_roles_is_read(world: World, group: int, tmp_path: Path) -> None:
    memory.save(tmp_path, world)
    path = tmp_path / "world.json"
    old = json.loads(path.read_text())
    later = (
        "administrators",
        "anonymous",
        "banned",
        "bot_rights",
        "quiet",
        "other_bot",
        "unseen",
        "reactions",
    )
    old["chats"] = [{key: chat[key] for key in chat if key not in later} for chat in old["chats"]]
    path.write_text(json.dumps(old))
    kept = again(world)
    assert memory.load(tmp_path, kept) is True
    assert kept.chat(group) == world.chat(group)


def test_nothing_kept_is_no_fault(world: World, tmp_path: Path) -> None:
    assert memory.load(tmp_path / "new", again(world)) is False


DAMAGES: dict[str, Callable[[str], str]] = {
    "half": lambda text: text[: len(text) // 2],
    "another version": lambda text: text.replace('"version": 1', '"version": 99'),
    "a part missing": lambda text: text.replace('"people"', '"persons"'),
    "another shape": lambda text: "[]",
    "no JSON": lambda text: "\ufffd",
    "a field renamed": lambda text: text.replace('"first_name"', '"firstname"', 1),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_unreadable_file_is_put_aside_and_the_world_stays(
    world: World, tmp_path: Path, damage: str
) -> None:
    memory.save(tmp_path, world)
    spoiled = DAMAGES[damage]((tmp_path / "world.json").read_text())
    (tmp_path / "world.json").write_text(spoiled)
    fresh = again(world)
    with pytest.raises(memory.MemoryFault, match=r"world\.json is not a world this version can read"):
        memory.load(tmp_path, fresh)
    assert memory.snapshot(fresh) == memory.snapshot(again(world))
    assert (tmp_path / "world.json.aside-1").read_text() == spoiled
    assert memory.load(tmp_path, fresh) is False


def test_the_token_is_not_kept(world: World, tmp_path: Path) -> None:
    memory.save(tmp_path, world)
    assert world.token not in (tmp_path / "world.json").read_text()


def test_a_crash_while_writing_leaves_the_old_world(world: World, ana: int, tmp_path: Path) -> None:
    memory.save(tmp_path, world)
    (tmp_path / "world.json.draft").write_text("half a wor")
    kept = again(world)
    memory.load(tmp_path, kept)
    assert kept.messages(ana) == world.messages(ana)


async def test_keeping_saves_after_changes_and_at_the_end(world: World, ana: int, tmp_path: Path) -> None:
    def kept_text() -> str:
        path = tmp_path / "world.json"
        return json.dumps(json.loads(path.read_text())) if path.exists() else ""

    keeping = asyncio.ensure_future(memory.keep(world, tmp_path, pause=0))  # noqa: TID251 - the test is the app
    world.say(ana, "first")
    async with asyncio.timeout(5):
        while "first" not in kept_text():  # noqa: ASYNC110 - a file tells nobody that it changed
            await asyncio.sleep(0)
    world.say(ana, "last words")
    keeping.cancel()
    with suppress(asyncio.CancelledError):
        await keeping
    assert "last words" in kept_text()


def test_everybody_finds_the_same_people_on_the_first_start(world: World) -> None:
    first, second = again(world), again(world)
    seed(first)
    seed(second)
    assert memory.snapshot(first) == memory.snapshot(second)
    assert [p.zone for p in first.people.values()] == [
        "Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Africa/Cairo",
    ]  # fmt: skip
    assert [chat.title for chat in first.chats.values() if chat.bot == "member"] == ["Rejection buddies"]
