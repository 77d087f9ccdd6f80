"""What `/stats` shows, as values, derived from the log in one go. It says nothing and compares nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from bot.coach.calibration import Calibration, answered, calibration
from bot.coach.model import Attempt, Domain, Outcome, Pause
from bot.coach.streak import Mark, Streak, each_day, paused_days, score, streak

NEWEST_PEAKS = 30
WEEKS = 5
AWAY = 7  # whole days without an attempt; a plan of one day a week has six

Path = tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Stats:
    today: date
    streak: Streak
    score: float  # 0-1
    week_done: int  # attempted local days of this week, Monday to Sunday; may pass the plan
    week_planned: int  # planned days of this week, without paused ones and those before they joined
    total: int  # asks attempted
    answered: int  # of them answered by a person: yes, no or partial
    yes: int
    calibration: Calibration  # predicted against what came
    peaks: Path  # peak distress of the newest asks, oldest first
    rungs: Mapping[Domain, Path]  # rung of each ask attempted, oldest first
    comebacks: int
    calendar: tuple[tuple[date, Mark | None], ...]  # five whole weeks, Monday first, up to this week's Sunday


def stats(
    log: Sequence[Attempt],
    today: date,
    joined: date,
    plan_days: frozenset[int],
    pauses: Sequence[Pause] = (),
) -> Stats:
    """Derive everything from the log, in any order."""
    asks = sorted((entry for entry in log if entry.attempted), key=lambda entry: (entry.day, entry.id))
    run = streak(log, today)
    done, planned = _week(log, today, joined, plan_days, pauses)
    answers = [entry for entry in asks if answered(entry)]
    return Stats(
        today=today,
        streak=run,
        score=score(log, today, joined, plan_days, pauses),
        week_done=done,
        week_planned=planned,
        total=len(asks),
        answered=len(answers),
        yes=sum(entry.facts.outcome is Outcome.YES for entry in answers),
        calibration=calibration(asks),
        peaks=_peaks(asks),
        rungs=_rungs(asks),
        comebacks=_comebacks(run.marks),
        calendar=_calendar(run.marks, today),
    )


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def _week(
    log: Sequence[Attempt], today: date, joined: date, plan_days: frozenset[int], pauses: Sequence[Pause]
) -> tuple[int, int]:
    monday = _monday(today)
    sunday = monday + timedelta(days=6)
    paused = paused_days(log, monday, sunday, pauses)
    planned = [day for day in each_day(max(monday, joined), sunday) if day.weekday() in plan_days]
    done = {entry.day for entry in log if entry.attempted and monday <= entry.day <= sunday}
    return len(done), sum(day not in paused for day in planned)


def _peaks(asks: Sequence[Attempt]) -> Path:
    peaks = [(entry.day, entry.facts.peak) for entry in asks if entry.facts.peak is not None]
    return tuple(peaks[-NEWEST_PEAKS:])


def _rungs(asks: Sequence[Attempt]) -> dict[Domain, Path]:
    """The path in each domain that has one."""
    paths: dict[Domain, list[tuple[date, int]]] = {}
    for entry in asks:
        paths.setdefault(entry.domain, []).append((entry.day, entry.rung))
    return {domain: tuple(paths[domain]) for domain in Domain if domain in paths}


def _comebacks(marks: Mapping[date, Mark]) -> int:
    """Attempted days after a missed or frozen one, or after a week and more without an attempt."""
    asked = (Mark.ATTEMPTED, Mark.MISSED, Mark.FROZEN)
    telling = [(day, mark) for day, mark in marks.items() if mark in asked]
    return sum(
        mark is Mark.ATTEMPTED and (before is not Mark.ATTEMPTED or (day - last).days > AWAY)
        for (last, before), (day, mark) in pairwise(telling)
    )


def _calendar(marks: Mapping[date, Mark], today: date) -> tuple[tuple[date, Mark | None], ...]:
    monday = _monday(today)
    first, last = monday - timedelta(weeks=WEEKS - 1), monday + timedelta(days=6)
    return tuple((day, marks.get(day)) for day in each_day(first, last))
