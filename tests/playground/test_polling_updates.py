"""getUpdates as Telegram plays it: offsets confirm, long polls wait, one poller at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.playground import Served, World

Ask = Callable[..., Awaitable[dict[str, Any]]]


def texts(answer: dict[str, Any]) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


async def test_updates_come_again_until_an_offset_confirms_them(ask: Ask, world: World, ana: int) -> None:
    for word in ("one", "two", "three"):
        world.say(ana, word)
    first = await ask("getUpdates")
    assert texts(first) == ["one", "two", "three"]
    assert first == await ask("getUpdates")
    second = first["result"][1]["update_id"]
    assert texts(await ask("getUpdates", offset=second)) == ["two", "three"]
    assert texts(await ask("getUpdates")) == ["two", "three"]


async def test_update_ids_are_consecutive_and_the_limit_keeps_the_oldest(
    ask: Ask, world: World, ana: int
) -> None:
    for at in range(120):
        world.say(ana, str(at))
    page = (await ask("getUpdates"))["result"]
    assert len(page) == 100
    assert [u["update_id"] - page[0]["update_id"] for u in page] == list(range(100))
    assert texts(await ask("getUpdates", limit=2)) == ["0", "1"]


async def test_a_negative_offset_keeps_the_newest_and_forgets_the_rest(
    ask: Ask, world: World, ana: int
) -> None:
    for word in ("one", "two", "three"):
        world.say(ana, word)
    assert texts(await ask("getUpdates", offset=-1)) == ["three"]
    assert texts(await ask("getUpdates")) == ["three"]


async def test_a_long_poll_ends_with_the_first_update(ask: Ask, world: World, ana: int) -> None:
    poll = asyncio.ensure_future(ask("getUpdates", timeout=30))  # noqa: TID251 - the test is the app here
    await world.wait_for(lambda: world.updates.poller is not None)
    world.say(ana, "here I am")
    assert texts(await poll) == ["here I am"]


async def test_a_newer_poll_ends_the_older_with_a_conflict(ask: Ask, world: World, ana: int) -> None:
    older = asyncio.ensure_future(ask("getUpdates", timeout=30))  # noqa: TID251 - the test is the app here
    await world.wait_for(lambda: world.updates.poller is not None)
    assert (await ask("getUpdates"))["ok"]
    assert await older == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }


async def test_the_server_stops_at_once_with_a_poll_open(ask: Ask, world: World, served: Served) -> None:
    poll = asyncio.ensure_future(ask("getUpdates", timeout=50))  # noqa: TID251 - the test is the app here
    await world.wait_for(lambda: world.updates.poller is not None)
    async with asyncio.timeout(1):
        await served.stop()
        assert (await poll)["result"] == []


async def test_kinds_that_were_asked_for_are_remembered(ask: Ask, world: World, ana: int) -> None:
    await ask("getUpdates", allowed_updates=["callback_query"])
    world.say(ana, "not asked for")
    assert (await ask("getUpdates"))["result"] == []
    await ask("getUpdates", allowed_updates=[])
    world.say(ana, "asked for")
    assert texts(await ask("getUpdates")) == ["asked for"]


async def test_no_polling_while_a_webhook_is_set(ask: Ask) -> None:
    await ask("setWebhook", url="http://127.0.0.1:9/hook")
    refused = await ask("getUpdates")
    assert refused["error_code"] == 409
    assert "can't use getUpdates method while webhook is active" in refused["description"]
    await ask("deleteWebhook")
    assert (await ask("getUpdates"))["ok"]
