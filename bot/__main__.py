"""The console command: parse the arguments, read the settings, run the app."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import webbrowser
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot import __version__, app, settings
from bot.settings import Settings, SettingsFault

BAD_SETTING = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `ask-anyway`; the exit status, 2 for a setting that is wrong."""
    wished = _parser().parse_args(arguments)
    try:
        found = settings.read(os.environ, Path(".env"))
    except SettingsFault as fault:
        return _refuse(fault)
    for note in found.notes:
        _say(note)
    return _run(_chosen(found, wished))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ask-anyway",
        description="A Telegram coach for rejection practice. With BOT_TOKEN set it serves Telegram; "
        "without, it opens a playground on this machine.",
    )
    parser.add_argument("what", nargs="?", choices=["tour"], help="tour: print a played first week")
    parser.add_argument("--no-open", action="store_true", help="do not open the playground in the browser")
    parser.add_argument("--version", action="version", version=f"ask-anyway {__version__}")
    return parser


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
