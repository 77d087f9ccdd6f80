"""The console command as a process of its own: what it says, how it ends, what it never says."""

from __future__ import annotations

import asyncio
import json
import re
import resource
import shutil
import signal
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from importlib.metadata import version
from pathlib import Path

import aiohttp
import pytest

from bot import settings
from bot.__main__ import main
from bot.playground import World
from tests.faults import process
from tests.faults.process import PATIENCE, TOKEN, Ended, Json

ADDRESS = re.compile(r"Ask Anyway, the playground: (http://127\.0\.0\.1:\d+)")
STORY = "I asked my neighbour for her ladder"
# the bot beside Telegram, in a process that cannot import the playground
WITHOUT_PLAYGROUND = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.startswith(("bot.playground", "bot.rehearsal")):
            raise AssertionError(name + " is not for a bot that serves Telegram")
sys.meta_path.insert(0, Refuse())
from bot.__main__ import main
sys.exit(main([]))
"""


def refused(ended: Ended) -> list[str]:
    """What it said of wrong settings: a line for each, and nothing else."""
    assert ended.status == 2
    assert ended.out == ""
    return ended.err.splitlines()


# --- settings


WRONG = {
    "BOT_TOKEN": "123:short",
    "BOT_API_URL": "telegram",
    "DATA_DIR": "a-file",
    "DATABASE_URL": "mysql://somewhere/else",
    "DEFAULT_ZONE": "Mars/Olympus",
    "LISTEN": "8080",
    "LOG_FORMAT": "xml",
    "LOG_LEVEL": "LOUD",
    "SEND_PER_SECOND": "many",
    "WEBHOOK_URL": "http://example.org/hook",
    "WEBHOOK_SECRET": "no spaces, please",
}


async def test_all_wrong_settings_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("no folder")
    lines = refused(await process.ended(tmp_path, **WRONG))
    assert sorted(line.partition(":")[0] for line in lines) == sorted(WRONG)


ALONE = {
    "a token": ({"BOT_TOKEN": "123:short"}, "BOT_TOKEN", "BotFather"),
    "a folder": ({"DATA_DIR": "a-file"}, "DATA_DIR", "nothing can be written"),
    "a zone": ({"DEFAULT_ZONE": "Mars/Olympus"}, "DEFAULT_ZONE", "no time zone"),
    "a webhook without its secret": (
        {"BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://example.org/hook"},
        "WEBHOOK_SECRET",
        "missing beside WEBHOOK_URL",
    ),
    "a secret without its webhook": (
        {"BOT_TOKEN": TOKEN, "WEBHOOK_SECRET": "s3cret"},
        "WEBHOOK_SECRET",
        "without WEBHOOK_URL",
    ),
}


@pytest.mark.parametrize("wrong", ALONE)
def test_one_wrong_setting_is_one_sentence_that_names_it(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In this process: the fault is found before anything runs, and a start costs a second."""
    given, name, says = ALONE[wrong]
    monkeypatch.chdir(tmp_path)
    for variable in (*settings.NAMES, *given):
        monkeypatch.setenv(variable, given.get(variable, ""))
    (tmp_path / "a-file").write_text("no folder")
    status = main([])
    (line,) = refused(Ended(status, *capsys.readouterr()))
    assert line.startswith(f"{name}: ")
    assert says in line


# --- what is found out later


@pytest.fixture
def newer(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    """A database that says a version of tomorrow wrote it."""
    path = Path(shutil.copy(migrated, tmp_path_factory.mktemp("newer")))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    return path


async def test_a_database_of_a_newer_version_is_left_alone(newer: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(newer, tmp_path))
    before = contents(own)
    (line,) = refused(await process.ended(tmp_path, BOT_TOKEN=TOKEN, DATA_DIR=str(tmp_path)))
    assert line.startswith("DATABASE_URL ")
    assert "9999" in line
    assert contents(own) == before


def contents(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


async def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        (line,) = refused(await process.ended(tmp_path, "--no-open", LISTEN=address))
    assert line.startswith(f"LISTEN: {address} ")


async def test_a_token_the_server_does_not_know_is_one_sentence(world: World, tmp_path: Path) -> None:
    stranger = "7" + TOKEN
    async with process.served(world) as url:
        (line,) = refused(await process.ended(tmp_path, BOT_TOKEN=stranger, BOT_API_URL=url))
    assert line.startswith("BOT_TOKEN: ")
    assert stranger not in line


# --- serving


@pytest.fixture
def world() -> World:
    return process.blank()


async def test_beside_telegram_no_playground_is_imported_and_no_secret_and_no_story_is_logged(
    world: World, tmp_path: Path
) -> None:
    ben = world.add_person("Ben").id
    async with process.served(world) as url:
        given = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "LISTEN": "127.0.0.1:0"}
        given |= {"LOG_LEVEL": "DEBUG", "LOG_FORMAT": "json"}
        async with process.started(tmp_path, run=("-c", WITHOUT_PLAYGROUND), given=given) as bot:
            world.fail("getUpdates", "garbage")
            world.fail("sendMessage", "bad-gateway")
            world.say(ben, "/start")
            world.say(ben, STORY)
            await world.wait_for(lambda: len(process.shown(world, ben)) >= 2, PATIENCE)
            done = await bot.ended(signal.SIGTERM)
    assert done.status == 0
    assert done.out == ""
    assert [entry["event"] for entry in entries(done)][-1] == "bot.stopped"
    assert {"bot.started", "update.handled", "letter.sent"} <= {entry["event"] for entry in entries(done)}
    assert TOKEN not in done.err
    assert TOKEN.partition(":")[2] not in done.err
    assert STORY not in done.err


async def test_a_signal_ends_a_bot_that_still_waits_for_telegram(tmp_path: Path) -> None:
    asked = asyncio.Event()

    async def hang_up(_: asyncio.StreamReader, caller: asyncio.StreamWriter) -> None:
        caller.close()
        asked.set()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as deaf:
        url = "http://{}:{}".format(*deaf.sockets[0].getsockname())
        given = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "LISTEN": "127.0.0.1:0"}
        async with process.started(tmp_path, given=given) as bot, asyncio.timeout(PATIENCE):
            await asked.wait()
            done = await bot.ended(signal.SIGTERM)
    assert done.status == 0
    assert "bot.stopped" in done.err


def entries(done: Ended) -> list[Json]:
    """What it logged, a JSON object a line and nothing between."""
    return [json.loads(line) for line in done.err.splitlines()]


# --- the playground and the tour


@asynccontextmanager
async def playing(folder: Path, by: signal.Signals) -> AsyncIterator[aiohttp.ClientSession]:
    """The playground's page while it runs; ended by a signal, without a word."""
    async with process.started(
        folder, "--no-open", run=process.COMMAND, given={"LISTEN": f"127.0.0.1:{free_port()}"}
    ) as playground:
        found = ADDRESS.fullmatch(await playground.line())
        assert found
        async with aiohttp.ClientSession(found[1]) as page:
            yield page
        done = await playground.ended(by)
    assert (done.status, done.err) == (0, "")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def chat_with_bot(page: aiohttp.ClientSession, person_id: int) -> list[str]:
    """Who wrote the messages of a person's chat, in order."""
    async with page.get("/play/state") as response:
        messages = (await response.json())["chats"][str(person_id)]
    return ["bot" if message["from"]["is_bot"] else message["text"] for message in messages]


async def say(page: aiohttp.ClientSession, person_id: int, text: str) -> None:
    """Write to the bot, and wait for its answer."""
    async with page.get("/play/state") as response:
        seq = (await response.json())["seq"]
    async with asyncio.timeout(PATIENCE), page.get("/play/events", params={"after": str(seq)}) as stream:
        await (await page.post("/play/say", json={"person_id": person_id, "text": text})).read()
        async for line in stream.content:
            if line.startswith(b"data: ") and answers(person_id, json.loads(line.removeprefix(b"data: "))):
                return


def answers(person_id: int, event: Json) -> bool:
    ours = event["kind"] == "message" and event["chat_id"] == person_id
    return ours and bool(event["message"]["from"]["is_bot"])


async def test_the_playground_says_where_it_is_and_a_second_start_goes_on(tmp_path: Path) -> None:
    ana, before = 5_000_000_001, worked()
    async with playing(tmp_path, signal.SIGTERM) as page:
        await say(page, ana, "/start")
    async with playing(tmp_path, signal.SIGINT) as page:
        assert await chat_with_bot(page, ana) == ["/start", "bot"]
        await say(page, ana, "/help")
        assert await chat_with_bot(page, ana) == ["/start", "bot", "/help", "bot"]
    assert worked() - before < 2 * 5


def worked() -> float:
    """Seconds that processes of ours worked: a start is to take less than 5, however busy the machine is."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def test_the_tour_prints_a_first_week_and_ends(tmp_path: Path) -> None:
    before = worked()
    done = await process.ended_anew(tmp_path, "tour")
    assert worked() - before < 20
    assert (done.status, done.err) == (0, "")
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    assert [day for day in days if f"Ask Anyway, {day} 08:00" not in done.out] == []
    assert "that was the first week" in done.out.splitlines()[-1]


# --- what has its own word


async def test_the_version_is_the_one_that_is_installed(tmp_path: Path) -> None:
    done = await process.ended_anew(tmp_path, "--version")
    assert (done.status, done.out.strip()) == (0, f"ask-anyway {version('ask-anyway')}")
