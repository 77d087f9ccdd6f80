"""What became of letters: in the outbox, and in the chats."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot import app
from bot.coach import messages
from bot.coach.messages import Message
from bot.store import people
from tests.telegram.conftest import MONDAY, Post

HELP, PRIVACY, HELLO = messages.Help(), messages.Privacy(), messages.Known("Ana")


async def states(post: Post) -> list[str]:
    return [state for (state,) in await post.rows("SELECT state FROM outbox ORDER BY id")]


async def tries(post: Post) -> int:
    ((found,),) = await post.rows("SELECT max(tries) FROM outbox")
    return int(found)


def came(post: Post, chat_id: int, *expected: Message) -> bool:
    """Whether exactly these messages stand in a chat."""
    return post.texts(chat_id) == [post.shows(message) for message in expected]


async def known(post: Post, person_id: int) -> None:
    async with post.store.unit() as unit:
        await people.add(unit, person_id, person_id, "Ana", "en", MONDAY)


@asynccontextmanager
async def at_work(post: Post) -> AsyncIterator[asyncio.Task[None]]:
    """The sender as it runs in the bot."""
    sending = app.Tasks().spawn("sender", post.sender.run())
    yield sending
    await app.Tasks.end(sending)
