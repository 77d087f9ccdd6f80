"""What the console command was asked for: serve, play, the tour, or what the operator asks of the database.

Raises FAULTS, each of one sentence.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import webbrowser
from collections.abc import Callable, Coroutine
from typing import Any, Final

from bot import app, logbook
from bot.logbook import Event
from bot.settings import Settings

DIED: Final = 1
OPERATING: Final = ("status", "backup", "restore")
FAULTS: Final = app.FAULTS


def do(found: Settings, wished: argparse.Namespace) -> int:
    """Run it to its end; the exit status."""
    if wished.what in OPERATING:
        return _operate(found, wished)
    return _run(_chosen(found, wished))


def _operate(found: Settings, wished: argparse.Namespace) -> int:
    """What is done on the database itself, beside a bot that runs or not."""
    from bot import operating  # noqa: PLC0415  locks as POSIX has them; the playground runs without, too

    now = app.Clock().now()
    match wished.what:
        case "status":
            lines = operating.standing(found, now)
        case "backup":
            lines = operating.back_up(found, wished.file, now)
        case "restore" if wished.check:
            lines = operating.check(wished.file)
        case _:
            lines = operating.restore(found, wished.file, now)
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
    except FAULTS:
        raise
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a part of it broke; Python itself would quote what people wrote
        logbook.note(Event.BOT_DIED, error)
        return DIED
    return 0


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
