"""The console command: parse the arguments, read the settings, run the app or what the operator asks for."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import webbrowser
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, NoReturn

from bot import __version__, app, logbook, settings
from bot.logbook import Event
from bot.settings import Settings, SettingsFault

BAD_SETTING = 2
DIED = 1
OPERATING = ("status", "backup", "restore")


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
    if wished.what in OPERATING:
        return _operate(found, wished)
    return _run(_chosen(found, wished))


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


def _operate(found: Settings, wished: argparse.Namespace) -> int:
    """What is done on the database itself, beside a bot that runs or not."""
    from bot import operating  # noqa: PLC0415  locks as POSIX has them; the playground runs without, too

    now = app.Clock().now()
    try:
        match wished.what:
            case "status":
                lines = operating.standing(found, now)
            case "backup":
                lines = operating.back_up(found, wished.file, now)
            case "restore" if wished.check:
                lines = operating.check(wished.file)
            case _:
                lines = operating.restore(found, wished.file, now)
    except app.FAULTS as fault:
        return _refuse(fault)
    _print("\n".join(lines))
    return 0


def _chosen(found: Settings, wished: argparse.Namespace) -> Coroutine[Any, Any, None]:
    """What to run: the tour where it was asked for, Telegram where there is a token, else the playground."""
    rehearse = found.bot_token is None or wished.what == "tour"
    app.log_to_stderr(found, quiet=rehearse)
    if not rehearse:
        return app.serve(found)
    from bot import rehearsal  # noqa: PLC0415  nothing of the playground is imported beside Telegram

    if wished.what == "tour":
        return rehearsal.tour(found, _print)
    return rehearsal.play(found, _announcing(browser=not wished.no_open))


def _announcing(browser: bool) -> Callable[[str], None]:
    def announce(url: str) -> None:
        _print(f"Ask Anyway, the playground: {url}")
        _print("Nothing leaves this computer. Ctrl+C ends it; the next start goes on where it was.")
        if browser:
            webbrowser.open(url)

    return announce


def _run(work: Coroutine[Any, Any, None]) -> int:
    try:
        asyncio.run(work)
    except app.FAULTS as fault:
        return _refuse(fault)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a part of it broke; Python itself would quote what people wrote
        logbook.note(Event.BOT_DIED, error)
        return DIED
    return 0


def _refuse(fault: Exception) -> int:
    _say(str(fault))
    return BAD_SETTING


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


logging.captureWarnings(True)

if __name__ == "__main__":
    sys.exit(main())
