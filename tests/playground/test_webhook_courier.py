"""The webhook: updates in order, with the secret, again and again until the bot takes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web as aio

from bot.playground import World

Ask = Callable[..., Awaitable[dict[str, Any]]]


class Hook:
    """A bot's side of a webhook that fails as often as it is told."""

    def __init__(self) -> None:
        self.failures = 0
        self.url = ""
        self.secrets: list[str | None] = []
        self.texts: list[str] = []

    async def take(self, request: aio.Request) -> aio.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.failures:
            self.failures -= 1
            return aio.Response(status=503)
        self.texts.append((await request.json())["message"]["text"])
        return aio.Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook, app = Hook(), aio.Application()
    app.router.add_post("/hook", hook.take)
    runner = aio.AppRunner(app)
    await runner.setup()
    await aio.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_are_posted_in_order_with_the_secret(
    ask: Ask, world: World, hook: Hook, ana: int
) -> None:
    world.say(ana, "waited")
    assert (await ask("setWebhook", url=hook.url, secret_token="s3cret"))["ok"]
    world.say(ana, "fresh")
    await world.wait_for(lambda: not world.updates.pending)
    assert hook.texts == ["waited", "fresh"]
    assert set(hook.secrets) == {"s3cret"}


async def test_a_refused_update_is_posted_again_and_none_overtakes_it(
    ask: Ask, world: World, hook: Hook, ana: int
) -> None:
    hook.failures = 2
    await ask("setWebhook", url=hook.url)
    world.say(ana, "one")
    world.say(ana, "two")
    await world.wait_for(lambda: not world.updates.pending)
    assert hook.texts == ["one", "two"]
    info = (await ask("getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert info["pending_update_count"] == 0


async def test_pending_updates_can_be_dropped(ask: Ask, world: World, hook: Hook, ana: int) -> None:
    world.say(ana, "forget me")
    await ask("setWebhook", url=hook.url, drop_pending_updates=True)
    world.say(ana, "keep me")
    await world.wait_for(lambda: not world.updates.pending)
    assert hook.texts == ["keep me"]


async def test_setting_a_webhook_ends_a_waiting_poll(ask: Ask, world: World, hook: Hook) -> None:
    poll = asyncio.ensure_future(ask("getUpdates", timeout=30))  # noqa: TID251 - the test is the app here
    await world.wait_for(lambda: world.updates.poller is not None)
    await ask("setWebhook", url=hook.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"


async def test_the_secret_is_not_shown_to_the_page(ask: Ask, world: World, hook: Hook) -> None:
    before = world.seq
    await ask("setWebhook", url=hook.url, secret_token="s3cret")
    assert "s3cret" not in str(world.feed.since(before))
