"""What the operator types: status, backup and restore, in this process and beside a bot in another."""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import create_engine

from bot import operating, settings
from bot.__main__ import main
from bot.settings import Settings
from bot.store import inbox, meta
from bot.store.engine import open_store
from bot.store.people import add
from tests.faults import process
from tests.faults.process import PATIENCE, TOKEN

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, migrated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the operator stands in, with a database in DATA_DIR."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copy(migrated, data)
    for variable in settings.NAMES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("DATA_DIR", str(data))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def found(folder: Path) -> Settings:
    return settings.read({"DATA_DIR": str(folder / "data")}, None)


async def test_status_tells_what_waits_who_is_there_and_what_it_stands_on(found: Settings) -> None:
    store = await open_store(found.database_url)
    async with store.unit() as unit:
        await add(unit, 7, 7, "Ann", "en", NOW)
        await inbox.put(unit, [{"update_id": 1}], NOW - timedelta(minutes=125))
        await inbox.put(unit, [{"update_id": 2}], NOW - timedelta(seconds=70))
        await meta.keep(unit, meta.INTAKE, meta.POLLING)
        await meta.keep(unit, meta.TZDATA, "2026.6")
        await meta.keep_instant(unit, meta.LAST_POLL, NOW - timedelta(seconds=4))
    await store.close()
    lines = dict(line.split(maxsplit=1) for line in named(operating.standing(found, NOW)))
    assert lines["backlog"] == "2 updates waiting, the oldest for 2 h 5 min"
    assert lines["last_poll"] == "4 s ago"
    assert lines["last_update"] == "1 min 10 s ago"
    assert lines["people"] == "1: 0 blocked, 0 silent, 0 held"
    assert lines["oldest_due"] == "nothing"
    assert re.fullmatch(r"\S+/ask-anyway.db, \d+\.\d MB, tables \d{4}", lines["database"])
    assert lines["tzdata"].endswith("due instants computed with 2026.6")
    assert "conflict" not in lines


def named(lines: list[str]) -> list[str]:
    """The lines of figures, each with a name of one word."""
    assert lines[0] == "Ask Anyway 0.1.0, 2026-11-23 09:00:00 UTC"
    return [re.sub(r"^(\w+) (\w+)(?=  )", r"\1_\2", line) for line in lines[2:]]


async def test_another_poller_is_told_while_it_may_still_be_there(found: Settings) -> None:
    store = await open_store(found.database_url)
    async with store.unit() as unit:
        await meta.keep_instant(unit, meta.CONFLICT, NOW - timedelta(minutes=3))
    await store.close()
    told = "\n".join(operating.standing(found, NOW))
    assert "another process took the updates 3 min ago; stop it" in told
    assert "another process" not in "\n".join(operating.standing(found, NOW + timedelta(minutes=8)))


async def test_by_webhook_no_poll_is_missed(found: Settings) -> None:
    store = await open_store(found.database_url)
    async with store.unit() as unit:
        await meta.keep(unit, meta.INTAKE, meta.WEBHOOK)
    await store.close()
    assert "last poll    none, updates come by webhook" in operating.standing(found, NOW)


@pytest.mark.parametrize(
    ("status", "says", "told"),
    [
        (200, "ok\n", "serving      yes, and ready"),
        (
            503,
            "the database can't be written\n",
            "serving      yes, but not ready: the database can't be written",
        ),
    ],
)
async def test_status_asks_the_bot_what_only_the_bot_can_know(
    status: int, says: str, told: str, found: Settings
) -> None:
    async def ready(_: web.Request) -> web.Response:
        return web.Response(text=says, status=status)

    bot = web.Application()
    bot.router.add_get("/readyz", ready)
    async with TestServer(bot) as served:
        here = found.model_copy(update={"listen": f"127.0.0.1:{served.port}"})
        assert told in await asyncio.to_thread(operating.standing, here, NOW)
    gone = await asyncio.to_thread(operating.standing, here, NOW)
    assert f"serving      nobody answers at {here.listen}" in gone


def test_status_tells_how_much_room_there_is(found: Settings) -> None:
    lines = dict(line.split(maxsplit=1) for line in named(operating.standing(found, NOW)))
    assert re.fullmatch(r"\d+(\.\d [GM]B| bytes) free", lines["disk"])


def test_a_backup_is_made_examined_and_put_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["backup", "copy.db"], ["restore", "copy.db", "--check"], ["restore", "copy.db"]):
        assert main(arguments) == 0
    made, checked, restored, now, kept = capsys.readouterr().out.splitlines()
    assert re.match(r"copy\.db is whole: 0\.\d MB, tables 0", made)
    assert re.match(r"copy\.db is whole: made \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, ", checked)
    assert restored == checked
    assert now == f"It is now the database at {folder}/data/ask-anyway.db."
    assert Path(kept.removeprefix("What was there before is kept as ").rstrip(".")).is_file()


BAD = {
    "no file to back up to": (["backup"], "FILE"),
    "no folder to back up to": (["backup", "nowhere/copy.db"], "no folder"),
    "a folder for a backup": (["backup", "data"], "no backup of this bot"),
    "the database for a backup": (["backup", "data/ask-anyway.db"], "is the database itself"),
    "nothing to restore": (["restore"], "FILE"),
    "a backup that is not there": (["restore", "copy.db"], "is no file"),
    "a backup that is not there, to check": (["restore", "--check", "copy.db"], "is no file"),
    "a text to restore": (["restore", "--check", "text"], "not a database"),
    "the database to restore from": (["restore", "data/ask-anyway.db"], "is the database itself"),
    "an argument too many": (["status", "please"], "unrecognized arguments: please"),
    "an option of another command": (["backup", "copy.db", "--check"], "--check"),
    "no such command": (["statsu"], "'statsu'"),
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_input_is_one_sentence_and_status_2(
    bad: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, says = BAD[bad]
    (folder / "text").write_text("to my mother " * 100)
    before = sorted(folder.rglob("*"))
    try:
        status = main(arguments)
    except SystemExit as ended:  # argparse ends by itself
        status = int(ended.code or 0)
    said = capsys.readouterr()
    assert (status, said.out, said.err.count("\n")) == (2, "", 1)
    assert says in said.err
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("command", [["status"], ["backup", "copy.db"]])
def test_without_a_database_it_says_so_and_makes_none(
    command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data" / "ask-anyway.db").unlink()
    assert main(command) == 2
    assert "there is no database at" in capsys.readouterr().err
    assert list((folder / "data").iterdir()) == []


def test_a_database_of_a_newer_version_is_said_in_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = create_engine(f"sqlite:///{folder}/data/ask-anyway.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    assert main(["status"]) == 2
    said = capsys.readouterr().err
    assert "newer version" in said
    assert "9999" in said
    assert said.count("\n") == 1


async def test_beside_a_bot_that_runs_all_but_restore_works(folder: Path) -> None:
    world = process.blank()
    ben, here = world.add_person("Ben").id, folder / "elsewhere"
    here.mkdir()
    database = {"DATA_DIR": str(folder / "data")}
    async with process.served(world) as url:
        given = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "LISTEN": "127.0.0.1:0", **database}
        async with process.started(folder, given=given) as bot:
            world.say(ben, "/start")
            await world.wait_for(lambda: len(process.shown(world, ben)) >= 1, PATIENCE)
            status, backup, restore = await asyncio.gather(
                process.ended(here, "status", **database),
                process.ended(here, "backup", str(folder / "copy.db"), **database),
                process.ended(here, "restore", "--check", str(folder / "data" / "ask-anyway.db"), **database),
            )
            refused = await process.ended(here, "restore", str(folder / "copy.db"), **database)
            done = await bot.ended(signal.SIGTERM)
    assert [one.status for one in (status, backup, restore, refused, done)] == [0, 0, 0, 2, 0]
    assert "people       1: " in status.out
    assert re.search(r"last poll    \d+ s ago", status.out)
    assert "1 person" in backup.out
    assert "is in use: stop the bot first" in refused.err
    again = await process.ended(here, "restore", str(folder / "copy.db"), **database)
    assert (again.status, "kept as" in again.out) == (0, True)
