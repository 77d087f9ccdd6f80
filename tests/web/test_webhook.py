"""The webhook: nobody without the secret gets in, and 200 means that the update is on disk."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text

from bot import app, playground, settings
from bot.app import StoppedClock, Tasks
from bot.playground import World
from bot.store import status
from bot.store.engine import Store, open_store
from bot.store.status import Status
from bot.store.unit import AnyRow
from bot.tally import Tally
from bot.telegram.intake import Intake
from bot.web import side, webhook
from tests import judge

SECRET = "s3cret"
SIGNED = {webhook.SECRET_HEADER: SECRET}
UPDATE = {"update_id": 7, "message": {"from": {"id": 5}, "text": "kept as it came"}}
TOKEN = "123456789:" + "AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
FULL_DISK = "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

Client = TestClient[Any, Any]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(f"sqlite+aiosqlite:///{tmp_path / 'ask-anyway.db'}")
    yield opened
    await opened.close()


@pytest.fixture
async def client(store: Store) -> AsyncIterator[Client]:
    """The web side as the app builds it, over a real database."""

    async def look() -> Status:
        async with store.read() as unit:
            return await status.read(unit, NOW)

    routes = side.build(look, Tally())
    intake = Intake(store, lambda: NOW, lambda: None)
    webhook.add(routes, "https://example.org/hook", SECRET, intake.take)
    async with TestClient(TestServer(routes)) as client:
        yield client


async def kept(store: Store) -> list[int]:
    async with store.read() as unit:
        rows: list[AnyRow] = list(await unit.run(text("SELECT update_id FROM inbox ORDER BY 1")))
    return [update_id for (update_id,) in rows]


@pytest.mark.parametrize(
    "headers",
    [{}, {webhook.SECRET_HEADER: ""}, {webhook.SECRET_HEADER: "S3cret"}, {webhook.SECRET_HEADER: "s3cretly"}],
    ids=["none", "empty", "other", "longer"],
)
async def test_without_the_secret_nothing_gets_in(
    headers: dict[str, str], client: Client, store: Store
) -> None:
    answer = await client.post("/hook", json=UPDATE, headers=headers)
    assert answer.status == 403
    assert await kept(store) == []


NUMBERLESS = [b"{}", b'{"update_id": "7"}', b'{"update_id": null}', b'{"update_id": true}']
NOT_JSON = [b"", b"<html>", b"\xff\xfe", b"[" * 100_000]


@pytest.mark.parametrize("body", [*NOT_JSON, b"[]", *NUMBERLESS, b'{"update_id": 9223372036854775808}'])
async def test_what_is_no_update_is_refused(body: bytes, client: Client, store: Store) -> None:
    answer = await client.post("/hook", data=body, headers=SIGNED)
    assert answer.status == 400
    assert await kept(store) == []


async def test_an_update_is_on_disk_before_the_answer_and_once(client: Client, store: Store) -> None:
    for _ in range(2):
        answer = await client.post("/hook", json=UPDATE, headers=SIGNED)
        assert answer.status == 200
        assert await kept(store) == [7]


async def test_what_could_not_be_kept_is_not_confirmed(client: Client, store: Store) -> None:
    async with store.unit() as unit:
        await unit.run(text(FULL_DISK))
    assert (await client.post("/hook", json=UPDATE, headers=SIGNED)).status == 500
    async with store.unit() as unit:
        await unit.run(text("DROP TRIGGER full"))
    assert (await client.post("/hook", json=UPDATE, headers=SIGNED)).status == 200
    assert await kept(store) == [7]


async def test_only_posts_of_a_sane_size_are_read(client: Client) -> None:
    assert (
        await client.post("/hook", data=BytesIO(bytes(webhook.LARGEST + 1)), headers=SIGNED)
    ).status == 413
    assert (await client.get("/hook", headers=SIGNED)).status == 405
    assert (await client.post("/", json=UPDATE, headers=SIGNED)).status == 404


# --- the whole bot


@asynccontextmanager
async def serving(**variables: str) -> AsyncIterator[app.Running]:
    clock = StoppedClock(NOW)
    async with app.running(settings.read(variables, None), clock, Tasks(), roll=app.dice(1)) as bot:
        yield bot


async def answered(world: World, chat_id: int, count: int) -> None:
    """Wait until the bot's messages in a chat are so many."""

    def enough() -> bool:
        return sum(world.is_from_bot(message) for message in world.messages(chat_id)) == count

    await world.wait_for(enough, 30)


async def test_the_whole_bot_serves_by_webhook_and_polls_again_without_one(tmp_path: Path) -> None:
    world = World(StoppedClock(NOW).now, TOKEN)
    ana = world.add_person("Ana").id
    world.say(ana, "/start")
    server = await playground.serve(world, jump=never, next_morning=untold)
    listen = f"127.0.0.1:{free_port()}"
    given = {"BOT_TOKEN": TOKEN, "BOT_API_URL": server.url, "DATA_DIR": str(tmp_path), "LISTEN": listen}
    hook = {"WEBHOOK_URL": f"http://{listen}/hook", "WEBHOOK_SECRET": SECRET}
    async with serving(**given, **hook):
        await answered(world, ana, 1)
        assert world.updates.webhook is not None
        assert world.updates.webhook.secret_token == SECRET
        async with aiohttp.ClientSession(f"http://{listen}") as stranger:
            assert (await stranger.post("/hook", json=UPDATE)).status == 403
            assert (await stranger.get("/healthz")).status == 200
        world.say(ana, "/help")
        await answered(world, ana, 2)
        assert not any(call.method == "getUpdates" for call in world.calls)
    async with serving(**given):
        world.say(ana, "/privacy")
        await answered(world, ana, 3)
        assert world.updates.webhook is None
    await server.stop()
    judge.calls(world)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def never(_: datetime) -> None:
    raise AssertionError("nobody turns this clock")


async def untold(_: int) -> None:
    return None
