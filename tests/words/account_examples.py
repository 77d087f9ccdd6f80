"""Examples of every message about the whole: progress, settings, pauses, privacy, deleting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.coach import messages as said
from bot.coach.calibration import Band, Calibration, Change, Share
from bot.coach.enrolment import Program
from bot.coach.growth import Grown
from bot.coach.messages import Message
from bot.coach.model import (
    Cause,
    Domain,
    Pause,
)
from bot.coach.stats import Stats
from bot.coach.streak import Mark, Streak
from bot.coach.taps import Field
from tests.words.after_examples import GROWN
from tests.words.life_examples import SOME
from tests.words.program_examples import A_THEME, IN_A_THEME, ON_THE_WAY, OVER
from tests.words.stock import (
    HOSTILE,
    STORY,
    TODAY,
    TUESDAY,
    WEEKDAYS,
)

_SIGNS = {
    "A": Mark.ATTEMPTED,
    "F": Mark.FROZEN,
    "M": Mark.MISSED,
    "R": Mark.OFF,
    "P": Mark.PAUSED,
    "O": Mark.OPEN,
    ".": None,
}


def calendar(signs: str) -> tuple[tuple[date, Mark | None], ...]:
    first = date(2026, 6, 8)
    return tuple((first + timedelta(days=number), _SIGNS[sign]) for number, sign in enumerate(signs))


def guesses(answers: int) -> Calibration:
    """Somebody who expects more of a no than there is."""
    bands = (
        (Band.LOW, Share(0.2, 0.1, 5)),
        (Band.EVEN, Share(0.5, 0.35, 7)),
        (Band.HIGH, Share(0.8, 0.6, 11)),
    )
    overall = Share(0.66, 0.45, answers) if answers else None
    return Calibration(
        overall, bands if answers >= 10 else (), Change(0.66, 0.5, answers) if answers else None
    )


def stats(total: int = 23, current: int = 4, best: int = 9, peaks: int = 12, comebacks: int = 2) -> Stats:
    """Somebody's five weeks; with a total of 0, somebody's first morning."""
    path = tuple((TUESDAY, 8 - number % 5) for number in range(peaks))
    return Stats(
        today=TODAY,
        streak=Streak(current, best, 1),
        score=0.72 if total else 0.0,
        week_done=2 if total else 0,
        week_planned=5,
        total=total,
        answered=total,
        yes=total // 2,
        calibration=guesses(total),
        peaks=path,
        rungs=dict.fromkeys(Domain, ((TUESDAY, 2), (TUESDAY, 2), (TUESDAY, 4))) if total else {},
        comebacks=comebacks,
        calendar=calendar("......AAARRAAAFAA.RPPPPPPPAAMAAO..." if total else "." * 30 + "O...."),
    )


def _settings(saved: Field | None = None, **others: bool) -> said.SettingsList:
    return said.SettingsList(
        "Europe/Lisbon", "Lisbon", time(8, 42), time(8), time(19, 30), time(22), time(7), WEEKDAYS,
        (Domain.SOCIAL, Domain.PROFESSIONAL), others.get("nudges", True), gentle=False,
        next_at=datetime(2026, 7, 9, 8, tzinfo=ZoneInfo("Europe/Lisbon")), saved=saved,
        quieted=others.get("quieted", False),
    )  # fmt: skip


def _setting(field: Field, missed: bool = False) -> said.AskSetting:
    return said.AskSetting(field, WEEKDAYS, (Domain.SOCIAL,), missed)


ACCOUNT: dict[str, Message] = {
    "progress": said.Progress(stats(), "Ana"),
    "progress hostile": said.Progress(stats(), HOSTILE),
    "progress empty": said.Progress(stats(total=0, current=0, best=0, peaks=0, comebacks=0), "Ana"),
    "progress first": said.Progress(stats(total=1, current=1, best=1, peaks=1, comebacks=0), "Ana"),
    "progress after a break": said.Progress(stats(current=0, comebacks=1), "Ana"),
    "progress best": said.Progress(stats(total=100, current=9), "Ana"),
    "progress beginning": said.Progress(replace(stats(3, 2, 2, 3, 0), score=0.1, week_done=6), "Ana"),
    "progress few": said.Progress(stats(total=6), "Ana"),
    "progress guesses without a second": said.Progress(
        replace(stats(), calibration=replace(guesses(31), change=Change(0.7, 0.5, 2))), "Ana"
    ),
    "progress on the way to 100": said.Progress(stats(total=37), "Ana", ON_THE_WAY),
    "progress of the next hundred": said.Progress(stats(total=137), "Ana", ON_THE_WAY),
    "progress in a theme": said.Progress(stats(), "Ana", IN_A_THEME),
    "progress in a new theme": said.Progress(stats(), "Ana", A_THEME),
    **{f"progress after {name}": said.Progress(stats(104), "Ana", now) for name, now in OVER.items()},
    **{
        f"progress {view}": said.Progress(stats(), "Ana", grown=Grown(Domain.SOCIAL, view, TUESDAY))
        for view in GROWN
    },
    "progress off": said.Progress(replace(stats(), week_done=0, week_planned=0), "Ana"),
    "progress huge": said.Progress(stats(total=10**9, current=10**8, best=10**9, peaks=30), STORY),
    **{
        f"resized {cause} {rung} {moved}": said.Resized(Domain.SOCIAL, cause, rung, moved)
        for cause, rung, moved in (
            (Cause.EASIER, 2, True), (Cause.EASIER, 1, False),
            (Cause.HARDER, 4, True), (Cause.HARDER, 4, False), (Cause.HARDER, 10, False),
            (Cause.HELD_SAFETY, 4, False),
        )
    },
    "ask-pause": said.AskPause(None),
    "ask-pause running": said.AskPause(Pause(TODAY, date(2026, 7, 12))),
    "ask-pause endless": said.AskPause(Pause(TODAY)),
    "paused": said.Paused(date(2026, 7, 12)),
    "paused endless": said.Paused(None),
    "resumed": said.Resumed(was_paused=True, next_day=TODAY, morning=time(8)),
    "resumed nothing planned": said.Resumed(was_paused=False, next_day=None, morning=time(8)),
    "undone": said.Undone(),
    "nothing-to-undo": said.NothingToUndo(),
    "settings-list": _settings(),
    "settings-list in a program": replace(_settings(), program=Program.AT_WORK),
    "settings-list with what fits": replace(_settings(), life=SOME),
    "settings-list saved": _settings(Field.NUDGES, nudges=False, quieted=True),
    "settings-list nothing planned": replace(
        _settings(), days=frozenset(), quiet_from=time(0), quiet_to=time(0), next_at=None
    ),
    **{f"ask-setting {field}": _setting(field) for field in Field},
    "ask-setting missed": _setting(Field.QUIET, missed=True),
    "privacy": said.Privacy(),
    "delete-check": said.DeleteCheck(),
    "deleted": said.Deleted(),
    "kept": said.Kept(),
}  # fmt: skip
