"""The courier: posts updates to the bot's webhook in order, and tries again until each is taken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import ClientError, ClientSession, ClientTimeout

if TYPE_CHECKING:
    from bot.playground.ground import Json
    from bot.playground.updates import Webhook
    from bot.playground.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 5.0
PATIENCE = ClientTimeout(total=60)


async def deliver(world: World) -> None:
    """Post updates in order, for as long as the server lives. An update leaves the queue once it is taken."""
    pause = FIRST_PAUSE
    async with ClientSession(timeout=PATIENCE) as session:
        while True:
            hook = world.updates.webhook
            if not hook or not world.updates.pending:
                await world.feed.waiter()
            elif await taken(session, world, hook, world.updates.pending[0]):
                pause = FIRST_PAUSE
            else:
                await rest(world, hook, pause)
                pause = min(pause * 2, LONGEST_PAUSE)


async def taken(session: ClientSession, world: World, hook: Webhook, update: Json) -> bool:
    """Post one update; a 2xx answer confirms it, anything else is remembered for getWebhookInfo."""
    headers = {"Content-Type": "application/json"}
    if hook.secret_token:
        headers[SECRET_HEADER] = hook.secret_token
    try:
        async with session.post(
            hook.url, data=json.dumps(update).encode(), headers=headers, allow_redirects=False
        ) as response:
            trouble = "" if response.ok and response.status < 300 else f"{response.status} {response.reason}"
    except (ClientError, TimeoutError) as error:
        trouble = type(error).__name__
    if trouble:
        hook.last_error_date, hook.last_error_message = (
            world.stamp(),
            f"Wrong response from the webhook: {trouble}",
        )
        return False
    world.updates.confirm(update["update_id"] + 1)
    world.feed.wake()
    return True


async def rest(world: World, hook: Webhook, pause: float) -> None:
    """Pause before the next attempt, unless the webhook changes meanwhile."""
    try:
        await world.wait_for(lambda: world.updates.webhook is not hook, pause)
    except TimeoutError:
        return
