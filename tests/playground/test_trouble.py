"""Trouble on demand: every fault happens as often as planned, late ones after the work is done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.playground import Fault, Nonsense, World

Ask = Callable[..., Awaitable[dict[str, Any]]]

ANSWERED = [
    ("blocked", 403, "Forbidden: bot was blocked by the user"),
    ("deactivated", 403, "Forbidden: user is deactivated"),
    ("kicked", 403, "Forbidden: bot was kicked from the group chat"),
    ("server-error", 500, "Internal Server Error"),
    ("bad-gateway", 502, "Bad Gateway"),
]


@pytest.mark.parametrize(("fault", "code", "words"), ANSWERED)
async def test_a_planned_refusal_happens_once(
    ask: Ask, world: World, ana: int, fault: str, code: int, words: str
) -> None:
    world.fail("sendMessage", fault)
    refused = await ask("sendMessage", chat_id=ana, text="x")
    assert refused == {"ok": False, "error_code": code, "description": words}
    assert (await ask("sendMessage", chat_id=ana, text="x"))["ok"]
    assert world.calls[-2].response == refused


async def test_a_flood_says_how_long_to_wait_and_can_be_of_one_chat(
    ask: Ask, world: World, ana: int, group: int
) -> None:
    world.fail("*", "flood", times=2, chat_id=group, seconds=7)
    assert (await ask("sendMessage", chat_id=ana, text="x"))["ok"]
    for _ in range(2):
        refused = await ask("sendMessage", chat_id=group, text="x")
        assert refused["error_code"] == 429
        assert refused["parameters"] == {"retry_after": 7}
    assert (await ask("sendMessage", chat_id=group, text="x"))["ok"]


async def test_a_group_can_migrate_at_the_very_moment_of_a_call(ask: Ask, world: World, group: int) -> None:
    world.fail("sendMessage", "migrated", chat_id=group)
    refused = await ask("sendMessage", chat_id=group, text="x")
    new = refused["parameters"]["migrate_to_chat_id"]
    assert (await ask("sendMessage", chat_id=new, text="x"))["ok"]


@pytest.mark.parametrize(("fault", "done"), [("drop", 0), ("late-drop", 1)])
async def test_a_dropped_connection_has_no_answer(
    ask: Ask, world: World, ana: int, fault: str, done: int
) -> None:
    before = len(world.messages(ana))
    world.fail("sendMessage", fault)
    with pytest.raises(aiohttp.ClientError):
        await ask("sendMessage", chat_id=ana, text="x")
    assert len(world.messages(ana)) == before + done


@pytest.mark.parametrize(("fault", "done"), [("silence", 0), ("late-silence", 1)])
async def test_silence_lasts_until_the_client_gives_up(
    ask: Ask, world: World, ana: int, fault: str, done: int
) -> None:
    before = len(world.messages(ana))
    world.fail("sendMessage", fault)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await ask("sendMessage", chat_id=ana, text="x")
    assert len(world.messages(ana)) == before + done


@pytest.mark.parametrize(("fault", "status"), [("garbage", 200), ("proxy", 404)])
async def test_what_is_not_json_comes_as_it_is(
    web: aiohttp.ClientSession, world: World, fault: str, status: int
) -> None:
    world.fail("getMe", fault)
    async with web.get(f"/bot{world.token}/getMe") as response:
        assert response.status == status
        assert (await response.text()).startswith("<html>")


def test_a_fault_nobody_knows_is_nonsense(world: World) -> None:
    with pytest.raises(Nonsense, match="there is no fault 'rain'"):
        world.fail("sendMessage", "rain")
    world.fail("sendMessage", Fault.FLOOD)
    assert len(world.faults.planned) == 1
