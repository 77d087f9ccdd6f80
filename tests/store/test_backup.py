"""A backup is whole or not there; what it replaces is an older backup; a database in use is not replaced."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import Tasks
from bot.coach.model import Person
from bot.store import NewerDatabase, StoreFault, backup, inbox, meta, people
from bot.store.engine import Store, open_store
from tests.store.conftest import NOW

LATER = NOW + timedelta(hours=1)


def url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def told(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def alter(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement)


def damage(path: Path) -> None:
    """Overwrite a page in the middle, as a bad disk would."""
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\x07" * 4096)


# --- backup


async def test_a_backup_holds_everything_committed_and_is_its_owners_alone(
    store: Store, ann: Person, path: Path, tmp_path: Path
) -> None:
    to = tmp_path / "copy.db"
    copy = backup.make(url(path), to, NOW)
    assert (copy.people, copy.made_at, copy.path) == (1, NOW, to)
    assert backup.verify(to) == copy
    assert told(to, "SELECT id, name FROM people") == [(ann.id, "Ann")]
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [name for name in names(tmp_path) if "copy.db" in name] == ["copy.db"]


async def test_under_load_a_backup_ends_and_is_of_one_moment(
    store: Store, path: Path, tmp_path: Path
) -> None:
    """Two updates a transaction: a copy that saw half of one would have an odd number."""
    copied, written = asyncio.Event(), 0

    async def write() -> None:
        nonlocal written
        while not copied.is_set():
            pair = [{"update_id": written + more, "message": {"text": "x" * 500}} for more in (1, 2)]
            async with store.unit() as unit:
                await inbox.put(unit, pair, NOW)
            written += 2

    writing = Tasks().spawn("load", write())
    for number in range(3):
        await asyncio.to_thread(backup.make, url(path), tmp_path / f"{number}.db", NOW)
    before_last = written
    copied.set()
    await writing
    ((last,),) = told(tmp_path / "2.db", "SELECT count(*) FROM inbox")
    ((first,),) = told(tmp_path / "0.db", "SELECT count(*) FROM inbox")
    assert isinstance(first, int)
    assert isinstance(last, int)
    assert last % 2 == first % 2 == 0
    assert first <= last <= before_last <= written
    assert written > 0


async def test_an_older_backup_is_replaced_and_anything_else_is_left_alone(
    store: Store, path: Path, tmp_path: Path
) -> None:
    to = tmp_path / "copy.db"
    backup.make(url(path), to, NOW)
    assert backup.make(url(path), to, LATER).made_at == LATER
    letter = tmp_path / "letter.txt"
    letter.write_text("to my mother")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for taken in (letter, tmp_path / "folder", tmp_path / "link"):
        with pytest.raises(StoreFault, match="no backup of this bot"):
            backup.make(url(path), taken, LATER)
    assert letter.read_text() == "to my mother"


async def test_the_database_itself_is_never_the_backup(store: Store, path: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(path)
    for same in (path, Path(f"{path}-wal"), tmp_path / "link.db", path.parent / "." / path.name):
        with pytest.raises(StoreFault, match="is the database itself"):
            backup.make(url(path), same, NOW)


def test_a_backup_of_a_damaged_database_leaves_the_one_before_as_it_was(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    backup.make(url(path), to, NOW)
    before = to.read_bytes()
    damage(path)
    with pytest.raises(StoreFault) as raised:
        backup.make(url(path), to, LATER)
    assert "\n" not in str(raised.value)
    assert to.read_bytes() == before
    assert names(tmp_path) == ["ask-anyway.db", "copy.db"]


def test_where_nothing_can_be_written_it_says_so(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="is no folder"):
        backup.make(url(path), tmp_path / "not there" / "copy.db", NOW)
    with pytest.raises(StoreFault, match="nothing to back up"):
        backup.make(url(tmp_path / "missing.db"), tmp_path / "copy.db", NOW)


def test_for_postgresql_its_own_tools_are_named(tmp_path: Path) -> None:
    elsewhere = "postgresql+asyncpg://bot:secret@db/bot"
    with pytest.raises(StoreFault, match="pg_dump") as raised:
        backup.make(elsewhere, tmp_path / "copy.db", NOW)
    assert "secret" not in str(raised.value)


# --- examination


def test_what_is_no_backup_of_ours_is_refused_in_one_sentence(path: Path, tmp_path: Path) -> None:
    whole = tmp_path / "copy.db"
    backup.make(url(path), whole, NOW)
    text, empty, newer, broken = (tmp_path / name for name in ("text", "empty", "newer", "broken"))
    text.write_text("hello " * 500)
    empty.touch()
    for file in (newer, broken):
        file.write_bytes(whole.read_bytes())
    alter(newer, "UPDATE alembic_version SET version_num = '9999'")
    damage(broken)
    says = {
        tmp_path / "missing": "is no file",
        text: "not a database",
        empty: "no such table",
        broken: "damaged|malformed",
    }
    for file, said in says.items():
        with pytest.raises(StoreFault, match=said) as raised:
            backup.verify(file)
        assert "\n" not in str(raised.value)
    with pytest.raises(NewerDatabase, match="9999"):
        backup.verify(newer)


def test_rows_that_refer_to_nothing_are_found(path: Path) -> None:
    alter(path, "INSERT INTO pauses (person_id, since) VALUES (7, '2026-03-02')")
    with pytest.raises(StoreFault, match="a row of pauses refers to nothing"):
        backup.verify(path)


def test_a_copy_made_by_other_means_is_as_good(path: Path) -> None:
    assert backup.verify(path).made_at is None


# --- restore


async def test_a_backup_comes_back_and_what_was_there_is_kept(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    store = await open_store(url(path))
    await join(store, 7)
    backup.make(url(path), to, NOW)
    await join(store, 8)
    await store.close()
    path.chmod(0o640)
    former = backup.put_back(url(path), to, LATER)
    assert former == path.with_name("ask-anyway.db.20260302T090000Z")
    assert told(path, "SELECT id FROM people") == [(7,)]
    assert told(former, "SELECT id FROM people") == [(7,), (8,)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (meta.BACKUP,) not in told(path, "SELECT name FROM meta")
    assert names(tmp_path) == ["ask-anyway.db", former.name, "copy.db"]


async def test_a_database_in_use_is_not_replaced(
    store: Store, ann: Person, path: Path, tmp_path: Path
) -> None:
    """The bot need not be in a transaction: its open connections are enough."""
    to = tmp_path / "copy.db"
    backup.make(url(path), to, NOW)
    before = path.stat().st_ino
    with pytest.raises(StoreFault, match="in use: stop the bot first"):
        backup.put_back(url(path), to, LATER)
    assert path.stat().st_ino == before
    assert not [name for name in names(tmp_path) if name.endswith(("Z", ".part"))]


async def test_a_log_left_by_a_crash_is_kept_with_its_database_and_not_replayed_over_the_backup(
    path: Path, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    store = await open_store(url(path))
    await join(store, 7)
    to = tmp_path / "copy.db"
    backup.make(url(path), to, NOW)
    await join(store, 8)
    left = crashed / path.name
    for end in ("", "-wal"):
        Path(f"{left}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    await store.close()
    former = backup.put_back(url(left), to, LATER)
    assert former is not None
    assert told(left, "SELECT id FROM people") == [(7,)]
    assert told(former, "SELECT id FROM people") == [(7,), (8,)]


def test_a_damaged_database_is_replaced_and_kept(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    backup.make(url(path), to, NOW)
    path.write_bytes(b"all is lost" * 1000)
    Path(f"{path}-wal").write_bytes(b"and so is this")
    former = backup.put_back(url(path), to, LATER)
    assert former is not None
    assert backup.verify(path).people == 0
    assert former.read_bytes() == b"all is lost" * 1000
    assert Path(f"{former}-wal").read_bytes() == b"and so is this"


def test_on_a_new_machine_there_is_nothing_to_keep(path: Path, tmp_path: Path) -> None:
    to, new = tmp_path / "copy.db", tmp_path / "new"
    new.mkdir()
    backup.make(url(path), to, NOW)
    assert backup.put_back(url(new / "ask-anyway.db"), to, LATER) is None
    assert names(new) == ["ask-anyway.db"]


def test_the_database_is_not_restored_from_itself(path: Path) -> None:
    with pytest.raises(StoreFault, match="is the database itself"):
        backup.put_back(url(path), path, NOW)


async def test_a_restored_database_serves_again(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    backup.make(url(path), to, NOW)
    backup.put_back(url(path), to, LATER)
    store = await open_store(url(path))
    await join(store, 9)
    await store.close()
    assert told(path, "SELECT id FROM people") == [(9,)]


async def join(store: Store, number: int, now: datetime = NOW) -> None:
    async with store.unit() as unit:
        await people.add(unit, number, number, "Ann", "en", now)
