"""A database of any age is brought to this version, or refused in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from bot.store import NewerDatabase, StoreFault, circle_tables, migrate, parcels, people
from bot.store.engine import open_store

# all of them know the same; those that are not imported would be missing
(metadata,) = {table.metadata for table in (circle_tables.circles, parcels.parcels)}
OLD_PERSON = """
INSERT INTO people (id, chat_id, name, language, zone, morning, evening, quiet_from, quiet_to, days, sting,
                    nudges, gentle, last_seen_at, created_at)
VALUES (7, 7, 'Ann', 'en', 'Europe/Berlin', '08:00', '19:30', '22:00', '07:00', 31, '{"social":4}',
        1, 0, 0, 0)
"""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_each_migration_can_be_run_from_the_one_before(empty: Connection) -> None:
    for revision in migrate.revisions():
        migrate.upgrade(empty, revision)
        assert migrate.current(empty) == revision
    assert migrate.current(empty) == migrate.revisions()[-1]


def test_the_migrations_lead_to_the_tables_of_this_version(empty: Connection) -> None:
    migrate.upgrade(empty)
    context = MigrationContext.configure(empty, opts={"compare_type": True})
    assert compare_metadata(context, metadata) == []


def _schema(connection: Connection) -> set[tuple[str, ...]]:
    """Also what Alembic does not compare: checks, partial indexes, STRICT, AUTOINCREMENT."""
    found = connection.execute(text("SELECT sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'"))
    return {_parts(" ".join(sql.split())) for sql in found.scalars() if sql}


def _parts(sql: str) -> tuple[str, ...]:
    """A statement without the order of its columns and constraints."""
    head, _, body = sql.partition(" (")
    inside, _, options = body.rpartition(")")
    return (head, options, *sorted(part.strip() for part in inside.split(", ")))


def test_the_migrated_schema_is_the_schema_of_the_tables_word_for_word(empty: Connection) -> None:
    migrate.upgrade(empty)
    memory = create_engine("sqlite://")
    with memory.connect() as fresh:
        metadata.create_all(fresh)
        expected = _schema(fresh)
    memory.dispose()
    assert _schema(empty) == expected


async def test_people_of_the_first_version_are_still_there(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        migrate.upgrade(connection, "0001")
        connection.exec_driver_sql(OLD_PERSON)
    engine.dispose()
    store = await open_store(f"sqlite:///{path}")
    async with store.read() as unit:
        person = await people.get(unit, 7)
    await store.close()
    assert person is not None
    assert (person.name, person.zone, person.days) == ("Ann", "Europe/Berlin", frozenset(range(5)))


async def test_an_address_with_a_percent_sign_is_an_address(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path}/100%25.db")
    await store.close()
    assert (tmp_path / "100%.db").exists()


async def test_opening_twice_changes_nothing(path: Path) -> None:
    for _ in range(2):
        store = await open_store(f"sqlite+aiosqlite:///{path}")
        assert await store.check() == ()
        await store.close()


async def test_a_database_of_a_newer_version_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match=r"DATABASE_URL.*9999") as refused:
        await open_store(f"sqlite:///{path}")
    assert "\n" not in str(refused.value)
    assert path.read_bytes()[100:] == before[100:]  # but for the mark of the write-ahead log


async def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE people (id INTEGER)")
    connection.close()
    with pytest.raises(StoreFault, match="some other program"):
        await open_store(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("people",)]
    connection.close()


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary, " * 100)
    with pytest.raises(StoreFault, match=r"letter\.txt cannot be used as a database: file is not") as refused:
        await open_store(f"sqlite:///{path}")
    assert "\n" not in str(refused.value)


async def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match=r"nowhere/a\.db cannot be used as a database: unable to open"):
        await open_store(f"sqlite:///{tmp_path}/nowhere/a.db")


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("data/ask-anyway.db", "no address"),
        ("", "no address"),
        ("mysql://somewhere/x", "mysql"),
        ("sqlite://", "no file"),
        ("sqlite:///:memory:", "no file"),
    ],
)
async def test_what_is_no_address_of_a_file_is_refused(url: str, word: str) -> None:
    with pytest.raises(StoreFault, match=rf"^DATABASE_URL .*{word}"):
        await open_store(url)


def test_a_migration_that_fails_leaves_nothing_behind(empty: Connection) -> None:
    empty.exec_driver_sql("PRAGMA foreign_keys=OFF")
    empty.commit()
    migrate.upgrade(empty, "0001")
    empty.execute(text("INSERT INTO pauses (id, person_id, since) VALUES (1, 404, '2026-01-01')"))
    with pytest.raises(StoreFault, match="would break 1 row"):
        migrate._intact(empty)
