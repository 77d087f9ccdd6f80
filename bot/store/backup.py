"""A copy of the database while the bot writes, its examination, and its way back into place. SQLite only.

A copy has its name only once it is whole and on disk. Nothing is ever overwritten but an older backup.
Who holds the database is known from SQLite's own locks, which a crash cannot leave behind.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from bot.store import NewerDatabase, StoreFault, engine, meta, migrate

PATIENCE: Final = 5.0  # seconds to wait for a lock
LOCKS: Final = (0x40000000, 512)  # where in a file SQLite has its locks, and how many bytes: its file format
BESIDE: Final = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


@dataclass(frozen=True, slots=True)
class Copy:
    """What a backup holds."""

    path: Path
    size: int  # bytes
    made_at: datetime | None  # None: not made by `make`
    schema: str
    people: int
    attempts: int
    letters: int  # that wait to be sent


def make(url: str, to: Path, now: datetime) -> Copy:
    """Copy the database of `url` into the file `to`, also while the bot writes; StoreFault if it can't."""
    source = _database(url)
    if not source.is_file():
        raise StoreFault(f"DATABASE_URL: there is no database at {source}, so there is nothing to back up.")
    _may_write(to, source)
    with _explained(to), _part(to) as part:
        _copy(source, part)
        _mark(part, now)
        copy = _examined(part, source)
        _sync(part)
        _may_write(to, source)  # anything may have come into being there meanwhile
        part.replace(to)
        _sync(to.parent)
    return replace(copy, path=to)


def verify(file: Path) -> Copy:
    """Examine a backup whole, and say what it holds; StoreFault if it is none or not sound."""
    if not file.is_file():
        raise StoreFault(f"{file} is no file.")
    return _examined(file, file)


def _examined(file: Path, name: Path) -> Copy:
    with _explained(name), closing(_open(file)) as found:
        _sound(found, name)
        _known(schema := _one(found, "SELECT version_num FROM alembic_version"), name)
        return Copy(
            path=file,
            size=file.stat().st_size,
            made_at=_made_at(found),
            schema=schema,
            people=_one(found, "SELECT count(*) FROM people"),
            attempts=_one(found, "SELECT count(*) FROM attempts"),
            letters=_one(found, "SELECT count(*) FROM outbox WHERE state = 'waiting'"),
        )


def put_back(url: str, file: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database; where the former one is now, None if there was none.

    StoreFault if the backup is not sound, or anybody holds the database.
    """
    verify(file)
    database = _database(url)
    if database.exists() and database.samefile(file):
        raise StoreFault(f"{file} is the database itself; name a backup.")
    with _explained(database), _part(database) as part:
        _copy(file, part)
        _unmark(part)
        _own(part, database)
        _sync(part)
        with _alone(database):
            former = _set_aside(database, now)
            part.replace(database)
            _sync(database.parent)
    return former


# --- where


def _database(url: str) -> Path:
    if url.startswith("postgres"):
        raise StoreFault(
            "DATABASE_URL names PostgreSQL, which has its own tools: pg_dump makes a backup while the bot "
            "runs, pg_restore puts it back."
        )
    return Path(str(engine.located(url).database)).resolve()


def _may_write(to: Path, source: Path) -> None:
    """Let pass what is not there yet and an older backup; StoreFault for anything else."""
    if not to.parent.is_dir():
        raise StoreFault(f"{to.parent} is no folder; create it first.")
    if to.resolve() in {source, *(Path(f"{source}{end}") for end in BESIDE)}:
        raise StoreFault(f"{to} is the database itself; name another file.")
    if os.path.lexists(to) and not (to.is_file() and _is_backup(to)):
        raise StoreFault(f"{to} is there already and is no backup of this bot; name another file.")


def _is_backup(file: Path) -> bool:
    try:
        with closing(_open(file)) as found:
            return _made_at(found) is not None
    except (sqlite3.Error, ValueError):
        return False


@contextmanager
def _part(whole: Path) -> Iterator[Path]:
    """An empty file beside `whole`, for its owner alone, which is gone afterwards."""
    part = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    part.touch(0o600, exist_ok=False)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


# --- copies


def _open(file: Path, mode: str = "ro") -> sqlite3.Connection:
    place = f"file:{quote(str(file.resolve()))}?mode={mode}"
    return sqlite3.connect(place, uri=True, timeout=PATIENCE, isolation_level=None)


def _copy(source: Path, into: Path) -> None:
    """Write one moment of the source; unlike SQLite's backup in steps it ends however much the bot writes."""
    with closing(_open(source)) as found:
        found.execute("VACUUM INTO ?", (str(into.resolve()),))


def _mark(copy: Path, now: datetime) -> None:
    with closing(_open(copy, "rw")) as found:
        found.execute("REPLACE INTO meta (name, value) VALUES (?, ?)", (meta.BACKUP, now.isoformat()))


def _unmark(copy: Path) -> None:
    """Forget what is only true of a backup, and what was true of the bot then."""
    with closing(_open(copy, "rw")) as found:
        found.executemany(
            "DELETE FROM meta WHERE name = ?", [(meta.BACKUP,), (meta.LAST_POLL,), (meta.CONFLICT,)]
        )


def _made_at(found: sqlite3.Connection) -> datetime | None:
    row = found.execute("SELECT value FROM meta WHERE name = ?", (meta.BACKUP,)).fetchone()
    return meta.instant(row[0] if row else None)


def _sound(found: sqlite3.Connection, file: Path) -> None:
    faults = [line for (line,) in found.execute("PRAGMA integrity_check") if line != "ok"]
    faults += [f"a row of {row[0]} refers to nothing" for row in found.execute("PRAGMA foreign_key_check")]
    if faults:
        raise StoreFault(f"{file} is damaged ({len(faults)} faults; the first: {faults[0]}).")


def _known(schema: str, file: Path) -> None:
    known = migrate.revisions()
    if schema not in known:
        raise NewerDatabase(
            f"{file} is of a newer version (its tables are number {schema}, this version knows them up to "
            f"{known[-1]}); use the version that wrote it."
        )


def _one(found: sqlite3.Connection, query: str) -> Any:
    return found.execute(query).fetchone()[0]


# --- the change of place


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Hold SQLite's locks on the database, so that no bot can use it; StoreFault if one does already.

    They belong to the process: closing any other handle of the file here would give them up.
    """
    if not database.exists():
        yield
        return
    _fold(database)
    with database.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, LOCKS[1], LOCKS[0])
        except OSError:
            raise _in_use(database) from None
        yield


def _fold(database: Path) -> None:
    """Bring the log into the file; SQLite lets only the last one do that, so beside a bot it fails."""
    if not _readable(database):
        return  # damaged, which is why it is replaced; SQLite would throw its log away
    with closing(_open(database, "rw")) as found:
        found.execute("PRAGMA busy_timeout = 0")
        try:
            found.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise _in_use(database) from None
            raise


def _readable(database: Path) -> bool:
    try:
        with closing(_open(database)) as found:
            found.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError:
        raise  # nothing is wrong with the file, but it can't be opened
    except sqlite3.DatabaseError:
        return False
    return True


def _in_use(database: Path) -> StoreFault:
    return StoreFault(f"{database} is in use: stop the bot first, and whatever else reads it.")


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Keep the former database under a dated name, with its log if that could not be folded in."""
    former = database.with_name(f"{database.name}.{now:%Y%m%dT%H%M%SZ}")
    had = database.exists()
    if had:
        former.hardlink_to(database)  # so that there is a database at every moment
    for end in BESIDE:
        with contextlib.suppress(FileNotFoundError):
            Path(f"{database}{end}").rename(f"{former}{end}")
    return former if had else None


def _own(part: Path, database: Path) -> None:
    """Let the file belong to whom the former one did, since an operator may be root and the bot is not."""
    like = database if database.exists() else database.parent
    if database.exists():
        shutil.copymode(database, part)
    if os.geteuid() == 0:
        os.chown(part, like.stat().st_uid, like.stat().st_gid)


def _sync(path: Path) -> None:
    """Have a file, or the names in a folder, on disk and not only on the way there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    """Say in one sentence what the machine or SQLite has against it."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreFault(f"{file}: {error}.") from error
    except OSError as error:
        raise StoreFault(f"{error.filename or file}: {error.strerror}.") from error
