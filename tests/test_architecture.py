"""The architecture is one of the checks: who may know whom, how long a file gets, who reads the clock."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from importlinter import configuration
from importlinter.application import use_cases

import bot

ROOT = Path(bot.__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
MODULES = sorted((ROOT / "bot").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MOST_LINES = 300
BANNED = "TID251"  # clock, dice and tasks: pyproject.toml says which names
# a rule that is switched off: which one, and why
EXCEPTION = re.compile(
    r"# (?:noqa|type: ignore)(?P<rule>: [A-Z]+\d+(?:, [A-Z]+\d+)*|\[[a-z-]+\])?(?P<reason>\s+[\w#-].*)?$"
)


def test_every_contract_between_the_rooms_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    configuration.configure()
    # below its command line, which silences every logger there is
    kept = use_cases.lint_imports(config_filename="pyproject.toml", cache_dir=None, no_logo=True)
    said = capsys.readouterr().out
    assert kept, said
    assert f"Contracts: {len(PROJECT['tool']['importlinter']['contracts'])} kept, 0 broken" in said


def test_every_room_has_its_layer() -> None:
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]
    assert layers["type"] == "layers"
    assert layers["exhaustive"]
    named = {room.strip() for layer in layers["layers"] for room in layer.split("|")}
    rooms = {
        path.stem
        for path in (ROOT / "bot").iterdir()
        if (path / "__init__.py").is_file() or path.suffix == ".py"
    }
    assert named == rooms - {"__init__"}


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {name(path): len(path.read_text().splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_only_the_app_reads_the_clock_has_dice_and_spawns_tasks() -> None:
    ignores = PROJECT["tool"]["ruff"]["lint"]["per-file-ignores"]
    assert [files for files, rules in ignores.items() if BANNED in rules] == ["bot/app.py"]
    assert [name(path) for path in MODULES if BANNED in path.read_text()] == []
    assert {"datetime.datetime.now", "time.time", "random", "asyncio.create_task"} <= set(
        PROJECT["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    )


def test_every_module_opens_with_what_it_is() -> None:
    said = {name(path): path.read_text().startswith('"""') for path in MODULES}
    assert [path for path, opens in said.items() if not opens] == []


def test_every_exception_to_a_rule_names_the_rule_and_the_reason() -> None:
    """The reason stands behind it, or on the line above."""
    bare = [
        f"{name(path)}:{number}"
        for path in (*MODULES, *TESTS)
        for number, above, line in numbered(path)
        if (found := EXCEPTION.search(line))
        and not (found["rule"] and (found["reason"] or above.startswith("#")))
    ]
    assert bare == []


def numbered(path: Path) -> list[tuple[int, str, str]]:
    """Each line of a module with its number and the one above it."""
    lines = path.read_text().splitlines()
    above = ["", *(line.strip() for line in lines)]
    return list(zip(range(1, len(lines) + 1), above, lines, strict=False))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
