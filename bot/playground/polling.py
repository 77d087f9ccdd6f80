"""How updates reach the bot: getUpdates with long polling, and the settings of the webhook."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground.ground import Json
from bot.playground.refusal import bad, conflict
from bot.playground.updates import Webhook
from bot.playground.world import World

Params = dict[str, Any]

MAX_PAGE = 100
MAX_WAIT = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
NEWER = "terminated by other getUpdates request; make sure that only one bot instance is running"
BY_WEBHOOK = "terminated by setWebhook request"
HOOKED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(world: World, params: Params) -> list[Json]:
    """Answer at once where there are updates, else wait for the first one up to `timeout` seconds."""
    updates = world.updates
    if updates.webhook:
        raise conflict(HOOKED)
    end_older_poll(world, NEWER)
    remember_kinds(world, params)
    updates.confirm(params.get("offset", 0))
    limit = max(1, min(params.get("limit", MAX_PAGE), MAX_PAGE))
    wait = min(params.get("timeout", 0), MAX_WAIT)
    if not updates.pending and wait > 0:
        await longer(world, wait)
    return updates.page(limit)


def end_older_poll(world: World, why: str) -> None:
    """Only one poll may wait: the newer one ends the older."""
    if world.updates.poller and not world.updates.poller.done():
        world.updates.poller.set_result(why)


async def longer(world: World, seconds: float) -> None:
    """Wait for an update. Raises when a newer poll or a webhook ends this one."""
    end: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    world.updates.poller = end
    world.feed.wake()
    try:
        async with asyncio.timeout(seconds):
            while not world.updates.pending and not world.feed.closed:
                await changed_or(world, end)
    except TimeoutError:
        return
    finally:
        end.cancel()


async def changed_or(world: World, end: asyncio.Future[str]) -> None:
    """Return after a change of the world; raise what ended the poll."""
    change = world.feed.waiter()
    await asyncio.wait((change, end), return_when=asyncio.FIRST_COMPLETED)
    if end.done():
        raise conflict(end.result())


def remember_kinds(world: World, params: Params) -> None:
    if "allowed_updates" in params:
        if not all(isinstance(kind, str) for kind in params["allowed_updates"]):
            raise bad("can't parse allowed_updates: Array of Strings expected")
        world.updates.allow(params["allowed_updates"])


def set_webhook(world: World, params: Params) -> bool:
    """Set the address; without one the webhook is removed, as on Telegram."""
    if not params.get("url"):
        return delete_webhook(world, params)
    secret = params.get("secret_token", "")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if urlsplit(params["url"]).hostname not in LOOPBACK:
        raise bad("bad webhook: the playground posts to 127.0.0.1, localhost or [::1] only")
    connections = params.get("max_connections", 40)
    if not 1 <= connections <= 100:
        raise bad("max_connections must be between 1 and 100")
    end_older_poll(world, BY_WEBHOOK)
    remember_kinds(world, params)
    world.updates.webhook = Webhook(params["url"], secret, connections)
    return forget_if_asked(world, params)


def delete_webhook(world: World, params: Params) -> bool:
    world.updates.webhook = None
    return forget_if_asked(world, params)


def forget_if_asked(world: World, params: Params) -> bool:
    if params.get("drop_pending_updates"):
        world.updates.pending.clear()
    world.feed.wake()
    return True


def get_webhook_info(world: World, params: Params) -> Json:
    hook = world.updates.webhook
    info: Json = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if hook:
        info |= {"url": hook.url, "max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
        if hook.last_error_date:
            info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error_message}
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    return info
