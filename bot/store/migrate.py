"""Brings a database to this version's tables, by Alembic, silently and in the transaction of the caller."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from bot.store import NewerDatabase, StoreFault

SCRIPTS: Final = str(resources.files("bot.store") / "migrations")


@cache  # they do not change while a process lives
def revisions() -> tuple[str, ...]:
    """List the numbers of all migrations, oldest first."""
    scripts = ScriptDirectory(SCRIPTS)
    return tuple(script.revision for script in scripts.walk_revisions())[::-1]


def current(connection: Connection) -> str | None:
    """Tell how far this database is; None if it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run what is missing, all or nothing; NewerDatabase or StoreFault if the database is not one of ours."""
    known, found = revisions(), current(connection)
    if found == known[-1]:
        return
    _accept(connection, known, found)
    config = Config()
    config.set_main_option("script_location", SCRIPTS.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
    _intact(connection)


def _accept(connection: Connection, known: tuple[str, ...], found: str | None) -> None:
    if found is None and inspect(connection).get_table_names():
        raise StoreFault("DATABASE_URL names a database of some other program.")
    if found is not None and found not in known:
        raise NewerDatabase(
            f"DATABASE_URL names a database of a newer version (its tables are number {found}, "
            f"this version knows them up to {known[-1]}): install that version, or go back to a backup."
        )


def _intact(connection: Connection) -> None:
    """Look for rows that refer to nothing, which nobody prevents while foreign keys are off."""
    lost = connection.execute(text("PRAGMA foreign_key_check")).all()
    if lost:
        raise StoreFault(
            f"DATABASE_URL: bringing it up to date would break {len(lost)} rows; it was left as it is."
        )
