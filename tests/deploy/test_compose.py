"""compose.yaml against what the image needs of Docker. Read line by line: no package here parses YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

import bot
from bot import app

ROOT = Path(bot.__file__).parents[1]
LINES = [line.partition(" #")[0].rstrip() for line in (ROOT / "deploy/compose.yaml").read_text().splitlines()]
BOT = {line.strip() for line in LINES if line.startswith("    ")}


@pytest.mark.parametrize(
    "line",
    [
        "read_only: true",
        "cap_drop: [ALL]",
        'security_opt: ["no-new-privileges:true"]',
        "init: true",
        "restart: unless-stopped",
        "CREDENTIALS_DIRECTORY: /run/secrets",
        "- bot_token",
        "- data:/data",
        "mem_limit: 512m",
        "pids_limit: 128",
        "max-size: 10m",
    ],
)
def test_the_container_gets_what_it_needs_and_no_more(line: str) -> None:
    assert line in BOT


def test_what_is_temporary_lies_in_memory_and_runs_no_program() -> None:
    (temporary,) = [line for line in BOT if line.startswith("- /tmp:")]
    assert {"noexec", "nosuid", "nodev"} <= set(temporary.partition(":")[2].split(","))


def test_the_bot_has_time_to_drain() -> None:
    (grace,) = [line for line in BOT if line.startswith("stop_grace_period:")]
    assert grace == "stop_grace_period: 30s"
    assert app.DRAIN < 30


def test_nothing_is_open_to_the_world() -> None:
    assert not any(line.startswith("ports:") for line in BOT)


def test_it_builds_the_image_of_this_repository() -> None:
    assert {"context: ..", "dockerfile: deploy/Dockerfile"} <= BOT
    assert (ROOT / "deploy/Dockerfile").is_file()


@pytest.mark.parametrize("secret", ["deploy/bot_token", "deploy/settings.env"])
def test_what_lies_beside_it_on_a_machine_never_gets_into_the_repository(secret: str) -> None:
    assert secret in (ROOT / ".gitignore").read_text().splitlines()
