"""The units of systemd: well formed, shut in, and of one mind with the bot about how long things take."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bot
from bot import app

DEPLOY = Path(bot.__file__).parents[1] / "deploy"
SERVICES = ("ask-anyway.service", "ask-anyway-backup.service")
UNITS = (*SERVICES, "ask-anyway-backup.timer")
MOST_EXPOSED = 2.0  # of 10; a service without any sandbox has 9.6

analyze = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")


def told(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)  # noqa: S603, S607  a tool of the system


def settings_of(unit: str) -> dict[str, str]:
    """What a unit sets; of what is set more than once, the first."""
    lines = (DEPLOY / unit).read_text().splitlines()
    pairs = [line.split("=", 1) for line in lines if "=" in line and not line.startswith("#")]
    return dict(reversed(pairs))


@analyze
@pytest.mark.parametrize("service", SERVICES)
def test_a_service_may_do_little_more_than_it_needs(service: str) -> None:
    done = told("security", "--offline=yes", "--no-pager", str(DEPLOY / service))
    if "unrecognized option" in done.stderr:
        pytest.skip("this systemd cannot judge a file; 250 can")
    level = re.search(rf"Overall exposure level for {service}: ([0-9.]+)", done.stdout)
    assert level, done.stderr
    assert float(level[1]) <= MOST_EXPOSED, done.stdout


@analyze
@pytest.mark.parametrize("unit", UNITS)
def test_systemd_finds_nothing_wrong_in_a_unit(unit: str, tmp_path: Path) -> None:
    """But for the program, which is not installed here."""
    for name in UNITS:
        text = (DEPLOY / name).read_text()
        (tmp_path / name).write_text(re.sub(r"/opt/ask-anyway/bin/[a-z-]+", sys.executable, text))
    done = told("verify", "--man=no", str(tmp_path / unit))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_bot_has_time_to_drain_before_it_is_killed() -> None:
    unit = settings_of("ask-anyway.service")
    assert float(unit["TimeoutStopSec"]) >= app.DRAIN + 5
    assert float(unit["WatchdogSec"]) > app.DRAIN


def test_the_bot_itself_says_that_it_is_ready_and_alive() -> None:
    unit = settings_of("ask-anyway.service")
    assert (unit["Type"], unit["NotifyAccess"]) == ("notify", "main")


def test_a_wrong_setting_is_not_tried_again_and_again() -> None:
    unit = settings_of("ask-anyway.service")
    assert unit["Restart"] == "always"
    assert "2" in unit["RestartPreventExitStatus"].split()


def test_the_token_is_a_credential_and_no_variable() -> None:
    text = (DEPLOY / "ask-anyway.service").read_text()
    assert settings_of("ask-anyway.service")["LoadCredential"].startswith("bot_token:")
    assert "BOT_TOKEN" not in text


def test_the_backup_reads_the_bot_s_database_as_the_same_user() -> None:
    service, backup = (settings_of(name) for name in SERVICES)
    for name in ("DynamicUser", "User", "WorkingDirectory", "EnvironmentFile"):
        assert backup[name] == service[name]
    assert service["StateDirectory"] in backup["StateDirectory"].split()
    assert "DATA_DIR=/var/lib/ask-anyway" in service["Environment"].split()
    assert "DATA_DIR=/var/lib/ask-anyway" in backup["Environment"].split()
