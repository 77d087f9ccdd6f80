"""The console command: parse the arguments, read the settings, and let `run` do what is wished.

The rooms are a second of imports: `--version` and a wrong setting do not wait for them.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from bot import __version__, settings
from bot.settings import SettingsFault

BAD_SETTING = 2


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one sentence, without a page of usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_SETTING, f"{self.prog}: {message}; --help tells more.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `ask-anyway`; the exit status, 2 for a setting that is wrong."""
    wished = _parser().parse_args(arguments)
    try:
        found = settings.read(os.environ, Path(".env"))
    except SettingsFault as fault:
        return _refuse(fault)
    for hint in found.notes:
        _say(hint)
    with _gathering():
        from bot import run  # noqa: PLC0415  every room there is
    try:
        return run.do(found, wished)
    except run.FAULTS as fault:
        return _refuse(fault)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="ask-anyway",
        description="A Telegram coach for rejection practice. With BOT_TOKEN set it serves Telegram; "
        "without, it opens a playground on this machine.",
    )
    parser.add_argument("--no-open", action="store_true", help="do not open the playground in the browser")
    parser.add_argument("--version", action="version", version=f"ask-anyway {__version__}")
    commands = parser.add_subparsers(dest="what", metavar="COMMAND", title="besides")
    commands.add_parser("tour", help="print a played first week")
    commands.add_parser("status", help="print how the bot stands; also while it runs")
    backup = commands.add_parser("backup", help="copy the database into a file; also while the bot runs")
    restore = commands.add_parser("restore", help="put a backup in the place of the database")
    for command in (backup, restore):
        command.add_argument("file", type=Path, metavar="FILE", help="the backup")
    restore.add_argument("--check", action="store_true", help="only examine the backup")
    return parser


@contextmanager
def _gathering() -> Iterator[None]:
    """Import without looking for garbage: what is made here stays, and walking it took a third of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _refuse(fault: Exception) -> int:
    _say(str(fault))
    return BAD_SETTING


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


logging.captureWarnings(True)

if __name__ == "__main__":
    sys.exit(main())
