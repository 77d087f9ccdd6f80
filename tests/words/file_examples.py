"""Examples of every message about taking everything along and bringing it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.coach.archive import Contents, Fault
from bot.coach.messages import Message, files
from tests.words.stock import HOSTILE, TODAY

YEAR = Contents(41, date(2026, 5, 3), date(2026, 11, 20), 12, 2)
FOUND = files.FoundInFile(3, YEAR, fresh=41, more=True, settings=True, here=False)

FILES: dict[str, Message] = {
    "your-file": files.YourFile(),
    "ask-file": files.AskFile(),
    "ask-file gone": files.AskFile(gone=True),
    "fetch-file": files.FetchFile("AgACAgQ"),
    "found": FOUND,
    "found of another name": replace(FOUND, of="Bo"),
    "found hostile": replace(FOUND, of=HOSTILE),
    "found without an ask": replace(FOUND, contents=Contents(0, None, None, 0, 0), fresh=0),
    "found of one ask": replace(FOUND, contents=Contents(1, TODAY, TODAY, 1, 1), fresh=1),
    "found beside others": replace(FOUND, fresh=7, here=True),
    "found one beside others": replace(FOUND, fresh=1, here=True, settings=False),
    "found settings only": replace(FOUND, fresh=0, more=False, here=True),
    "found ratings only": replace(FOUND, fresh=0, here=True, settings=False),
    "brought-back": files.BroughtBack(41, settings=True, next_day=TODAY, morning=time(8)),
    "brought-back one": files.BroughtBack(1, settings=False, next_day=TODAY, morning=time(8)),
    "brought-back settings": files.BroughtBack(0, settings=True, next_day=None, morning=time(8)),
    "nothing-new": files.NothingNew(),
    "file-left": files.FileLeft(),
    **{f"file-refused {fault}": files.FileRefused(fault) for fault in Fault},
}
