"""The runbook against the bot: every alarm, event, setting, command and file that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import bot
from bot import settings
from bot.logbook import EVENTS
from bot.run import OPERATING
from bot.tally import Tally
from bot.web import metrics

DEPLOY = Path(bot.__file__).parents[1] / "deploy"
TEXT = (DEPLOY / "runbook.md").read_text()
METRIC = r"ask_anyway_\w+"


def named(pattern: str) -> set[str]:
    return {found[0] for found in re.finditer(pattern, TEXT)}


def test_every_figure_of_how_the_bot_stands_is_explained() -> None:
    assert stands() - {"ask_anyway_people"} - named(METRIC) == set()


def test_no_alarm_hangs_on_a_figure_that_is_not_there() -> None:
    families = list(metrics.Figures(None, Tally(), "1").collect())
    counted = {name for family in families for name in (family.name, f"{family.name}_total")}
    assert named(METRIC) - counted - stands() - {"ask_anyway_ready"} == set()


def stands() -> set[str]:
    figures = (*metrics.GAUGES.values(), *metrics.AGES.values())
    return {f"ask_anyway_{name}" for name, _ in figures}


def test_every_event_it_names_is_logged() -> None:
    events = named(r"(?<=`)(?:bot|connect|poll|stop|tick|update|letter|watchdog)\.[a-z-]+(?=`)")
    assert len(events) > 10
    assert events - set(EVENTS) == set()


def test_every_setting_and_command_it_names_is_there() -> None:
    written = named(r"\b(?:BOT|DATA|DATABASE|DEFAULT|SEND|WEBHOOK|LOG)_[A-Z_]+\b|\bLISTEN\b")
    assert written - set(settings.NAMES) == set()
    assert named(r"(?<=ask-anyway )(?:status|backup|restore)\b") == set(OPERATING)


def test_every_file_it_names_is_in_the_folder() -> None:
    files = named(r"(?<=deploy/)[a-z][a-z.-]*[a-z]") - {"settings.env", "bot"}  # the operator's own
    assert {path for path in files if not (DEPLOY / path).is_file()} == set()
