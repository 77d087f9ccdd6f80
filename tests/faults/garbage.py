"""The long command: byte strings that no Telegram would send, to the webhook and as answers to getUpdates.

python -m tests.faults.garbage [--strings N] [--seed N]
None may block those that come after it, and whatever is kept and dead holds the name of its error.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

from bot import app, playground, settings
from bot.app import Clock, Dice, Tasks
from bot.playground import World, methods, wire
from bot.store import engine
from bot.telegram import connection
from bot.telegram.intake import Intake
from bot.web import webhook
from tests.faults import process
from tests.faults.process import TOKEN, Json

SECRET = "s3cret"
FIRST = 1_000_000  # the numbers of hostile updates, far from those of the world
LAST = 2**40  # the number of the real one that comes after them all
PATIENCE = 20.0
JUNK: tuple[object, ...] = (
    None,
    True,
    -1,
    2**70,
    -(2**63),
    "",
    "x",
    "\ud800",
    [],
    {},
    [[[]]],
    {"id": 2**70},
    {"id": 7},
    1e308,
)
PLACES = ("message", "edited_message", "callback_query", "my_chat_member")


def update(number: int, **more: object) -> Json:
    """An update as it should be, from somebody nobody knows."""
    somebody = {"id": 7_000 + number % 50, "is_bot": False, "first_name": "N"}
    chat = {"id": somebody["id"], "type": "private"}
    said = {"message_id": 1, "date": 1_700_000_000, "chat": chat, "from": somebody, "text": "/help"}
    return {"update_id": FIRST + number, "message": said | more}


def string(number: int, roll: Dice) -> bytes:
    """The byte string of a number: noise, an update with holes, half of one, or one with junk in it."""
    good = json.dumps(update(number)).encode()
    match number % 4:
        case 0:
            return bytes(int(roll() * 256) for _ in range(int(roll() * 200)))
        case 1:
            holed = bytearray(good)
            for _ in range(1 + int(roll() * 6)):
                holed[int(roll() * len(holed))] = int(roll() * 256)
            return bytes(holed)
        case 2:
            return good[: int(roll() * len(good))] if roll() < 0.8 else b"[" * 3000
        case _:
            return json.dumps(junk(number, roll)).encode()


def junk(number: int, roll: Dice) -> Json:
    """An update that is JSON, of which one part is not what it should be."""

    def some(values: tuple[object, ...]) -> object:
        return values[int(roll() * len(values))]

    whole = update(number)
    if roll() < 0.5:
        return whole | {str(some(("update_id", *PLACES))): some(JUNK)}
    part = str(some(("chat", "from", "text", "date", "entities", "message_id", "photo", "location")))
    return update(number, **{part: some(JUNK)})


@dataclass(slots=True)
class Found:
    """What became of the strings: answers of the webhook, or polls, and the rows of the inbox."""

    way: str
    strings: int
    answers: Counter[int] = field(default_factory=Counter)
    kept: dict[str, int] = field(default_factory=dict)
    nameless: int = 0
    blocked: bool = True

    def wrong(self) -> bool:
        odd = set(self.answers) - {200, 400}
        return bool(odd or self.nameless or self.blocked or self.kept.get("new"))


def look(found: Found, folder: Path) -> Found:
    """Read what the inbox holds of them."""
    found.kept = dict(process.rows(folder, "SELECT state, count(*) FROM inbox GROUP BY state"))
    nameless = "SELECT count(*) FROM inbox WHERE state = 'dead' AND coalesce(error, '') = ''"
    ((found.nameless,),) = process.rows(folder, nameless)
    return found


async def by_webhook(folder: Path, strings: int, seed: int) -> Found:
    """Post every string to the webhook of a whole bot; after them a person gets an answer all the same."""
    world, found, roll = World(Clock().now, TOKEN), Found("webhook", strings), app.dice(seed)
    ana = world.add_person("Ana").id
    listen = process.free_address()
    async with process.served(world) as url:
        given = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "DATA_DIR": str(folder), "LISTEN": listen}
        hook = {"WEBHOOK_URL": f"http://{listen}/hook", "WEBHOOK_SECRET": SECRET, "SEND_PER_SECOND": "30"}
        async with app.running(
            settings.read(given | hook, None), Clock(), Tasks(), roll=app.dice(seed)
        ) as bot:
            async with aiohttp.ClientSession(headers={webhook.SECRET_HEADER: SECRET}) as stranger:
                for number in range(strings):
                    async with stranger.post(hook["WEBHOOK_URL"], data=string(number, roll)) as answer:
                        found.answers[answer.status] += 1
            world.say(ana, "/start")
            with suppress(TimeoutError):
                await world.wait_for(lambda: bool(process.shown(world, ana)), PATIENCE)
                async with asyncio.timeout(PATIENCE + strings / 50):
                    await bot.reader.idle.wait()
            found.blocked = not process.shown(world, ana)
    return look(found, folder)


@dataclass(slots=True)
class Babbler:
    """A Telegram that answers every poll with a string, and at last with a real update."""

    world: World
    strings: int
    roll: Dice
    polls: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method != "getUpdates":
            called = await methods.called(self.world, method, await wire.arguments(request))
            return web.json_response(called)
        self.polls += 1
        if self.polls <= self.strings:
            return web.Response(body=_poll_body(self.polls, self.roll))
        if request.query.get("offset") == str(LAST + 1):
            self.over.set()
            await asyncio.Event().wait()  # nothing more; the client goes away
        return web.json_response({"ok": True, "result": [update(LAST - FIRST)]})

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Its URL."""
        server = web.Application()
        server.router.add_route("*", "/bot{token}/{method}", self.answer)
        runner = await playground.opened(server, "127.0.0.1", 0)
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        await runner.cleanup()


async def by_polling(folder: Path, strings: int, seed: int) -> Found:
    """Answer polls with strings, bare or in the list of an answer; a whole bot handles what came of them."""
    found = Found("getUpdates", strings)
    far = Babbler(World(Clock().now, TOKEN), strings, app.dice(seed))
    async with far.listening() as url:
        await _polled(folder, url, far)
        found.blocked = not far.over.is_set()
        given = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "DATA_DIR": str(folder)}
        ready = settings.read(given, None)
        async with app.running(ready, Clock(), Tasks(), roll=app.dice(seed), beside=False) as bot:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE + strings / 50):
                    await bot.reader.idle.wait()
    return look(found, folder)


async def _polled(folder: Path, url: str, far: Babbler) -> None:
    """Poll without pauses until the strings are through."""
    store = await engine.open_store(f"sqlite:///{folder / 'ask-anyway.db'}")
    bot = await connection.connect(TOKEN, url, asyncio.sleep)
    tasks, intake = Tasks(), Intake(store, Clock().now, lambda: None)
    polling = tasks.spawn("poll", intake.poll(bot, _at_once))
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE + far.strings / 100):
            await far.over.wait()
    await Tasks.end(polling)
    await bot.shutdown()
    await store.close()


def _poll_body(number: int, roll: Dice) -> bytes:
    body = string(number, roll)
    return body if number % 3 == 0 else b'{"ok":true,"result":[' + body + b"]}"


async def _at_once(_: float) -> None:
    await asyncio.sleep(0)


async def play(strings: int, seed: int) -> list[Found]:
    found = []
    for way in (by_webhook, by_polling):
        with tempfile.TemporaryDirectory() as home:
            found.append(await way(Path(home), strings, seed))
    return found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.garbage")
    parser.add_argument("--strings", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    wished = parser.parse_args(arguments)
    logging.disable()  # thousands of errors are the point of it
    found = asyncio.run(play(wished.strings, wished.seed))
    for one in found:
        verdict = "wrong" if one.wrong() else "held"
        print(one.way, one.strings, dict(one.answers), one.kept, f"nameless {one.nameless}", verdict)  # noqa: T201  a command prints
    return int(any(one.wrong() for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
