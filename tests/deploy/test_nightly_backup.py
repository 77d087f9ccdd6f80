"""The script of the night: a new backup first, and only then may an old one go."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bot
from bot.store import backup, engine
from tests.faults import nursery

SCRIPT = Path(bot.__file__).parents[1] / "deploy/nightly-backup"
KEPT = 14
NIGHTS = [f"ask-anyway-2026-10-{day:02}T034000Z.db" for day in range(1, 17)]
NAME = re.compile(r"ask-anyway-\d{4}-\d\d-\d\dT\d{6}Z\.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sixteen nights of backups, and one that somebody made by hand."""
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in (*NIGHTS, "before-the-move.db"):
        (folder / name).touch()
    return folder


def nightly(data: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script with this environment's bot as its `ask-anyway`."""
    programs = data / "bin"
    programs.mkdir()
    (programs / "ask-anyway").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bot "$@"\n')
    (programs / "ask-anyway").chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    given = nursery.environment({"DATA_DIR": str(data), "PATH": path})
    command = ["/bin/sh", str(SCRIPT), str(folder)]
    return subprocess.run(command, cwd=data, env=given, capture_output=True, text=True, check=False)  # noqa: S603  our script


async def test_the_newest_fourteen_stay_and_what_was_made_by_hand(tmp_path: Path, folder: Path) -> None:
    store = await engine.open_store(f"sqlite+aiosqlite:///{tmp_path / 'ask-anyway.db'}")
    await store.close()
    done = nightly(tmp_path, folder)
    assert done.returncode == 0, done.stderr
    (new,) = (path for path in folder.iterdir() if NAME.fullmatch(path.name) and path.name not in NIGHTS)
    left = sorted(path.name for path in folder.iterdir())
    assert left == sorted([*NIGHTS[-(KEPT - 1) :], new.name, "before-the-move.db"])
    assert backup.verify(new).people == 0


def test_a_night_without_a_backup_takes_none_away(tmp_path: Path, folder: Path) -> None:
    before = sorted(folder.iterdir())
    done = nightly(tmp_path, folder)
    assert done.returncode != 0
    assert "no database" in done.stderr
    assert sorted(folder.iterdir()) == before


def test_a_first_night_makes_its_folder_and_a_failed_one_leaves_no_file(tmp_path: Path) -> None:
    assert nightly(tmp_path, tmp_path / "new/backups").returncode != 0
    assert list((tmp_path / "new/backups").iterdir()) == []


def test_the_script_can_be_run() -> None:
    assert os.access(SCRIPT, os.X_OK)
