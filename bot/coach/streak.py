"""Streak, freezes and score, derived from the log each time; nothing here is stored or kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from math import sqrt

from bot.coach.model import Attempt, Pause, State

ASKS_A_FREEZE = 7
MOST_FREEZES = 2
WINDOW = 7  # days the score looks back at
HALF_LIFE = 13  # steps, at a daily plan
RESTING = {State.DAY_OFF, State.PAUSED}


class Mark(StrEnum):
    """What a local day came to. A day on which nothing was asked has none."""

    ATTEMPTED = "attempted"
    FROZEN = "frozen"  # missed, and a freeze spent itself
    MISSED = "missed"
    OFF = "off"
    PAUSED = "paused"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Run:
    """How far a log was folded; what comes after it goes on from here."""

    current: int = 0  # attempted local days, walking back from today to the last missed one
    best: int = 0
    freezes: int = 0  # held now
    asks: int = 0  # made, of which some have earned a freeze


@dataclass(frozen=True, slots=True)
class Streak(Run):
    marks: Mapping[date, Mark] = field(default_factory=dict)  # oldest first


START = Run()


def streak(log: Sequence[Attempt], today: date, before: Run = START) -> Streak:
    """Fold the log, in any order, into a streak. A missed day costs a freeze or, with none, the streak.

    `before`: what all the days before those of the log came to.
    """
    run, marks = before, {}
    for day, entries in _days(log):
        mark = _mark(entries, day >= today)
        if mark is Mark.MISSED and run.freezes:
            mark = Mark.FROZEN
        if mark is not None:
            run, marks[day] = _after(run, mark, entries), mark
    return Streak(run.current, run.best, run.freezes, run.asks, marks)


def run(log: Sequence[Attempt], before: Run = START) -> Run:
    """Fold days that are all over."""
    found = streak(log, date.max, before)
    return Run(found.current, found.best, found.freezes, found.asks)


def _after(run: Run, mark: Mark, entries: Sequence[Attempt]) -> Run:
    match mark:
        case Mark.ATTEMPTED:
            current, asks = run.current + 1, run.asks + sum(entry.attempted for entry in entries)
            freezes = min(run.freezes + asks // ASKS_A_FREEZE - run.asks // ASKS_A_FREEZE, MOST_FREEZES)
            return Run(current, max(run.best, current), freezes, asks)
        case Mark.FROZEN:
            return replace(run, freezes=run.freezes - 1)
        case Mark.MISSED:
            return replace(run, current=0)
        case _:
            return run


def _days(log: Sequence[Attempt]) -> Iterator[tuple[date, list[Attempt]]]:
    for day, entries in groupby(sorted(log, key=_day), _day):
        yield day, list(entries)


def _day(entry: Attempt) -> date:
    return entry.day


def _mark(entries: Sequence[Attempt], still_open: bool) -> Mark | None:
    """What the entries of one day come to. Only planned ones can make it missed or off."""
    if any(entry.attempted for entry in entries):
        return Mark.ATTEMPTED
    states = {entry.state for entry in entries if entry.planned}
    if states - RESTING or (still_open and not states):
        # somebody who backed out at noon may still ask at night
        return Mark.OPEN if still_open else Mark.MISSED
    if State.DAY_OFF in states:
        return Mark.OFF
    return Mark.PAUSED if states else None


def score(
    log: Sequence[Attempt],
    today: date,
    joined: date,
    plan_days: frozenset[int],
    pauses: Sequence[Pause] = (),
) -> float:
    """Smooth how far the plan is kept, 0-1, a step each local day from `joined` to today.

    Loop Habit Tracker's S <- S*m + v*(1 - m) with m = 0.5 ** (sqrt(f) / 13), where f is the share of planned
    days and v how much of the trailing seven days' plan was kept. A paused day, and one with no plan to keep,
    takes no step; today takes one only if it was attempted and nothing is lost by it.
    """
    attempted = {entry.day for entry in log if entry.attempted}
    keep = 0.5 ** (sqrt(len(plan_days) / 7) / HALF_LIFE)
    kept: deque[bool] = deque(maxlen=WINDOW)
    asked: deque[bool] = deque(maxlen=WINDOW)
    value = 0.0
    paused = paused_days(log, joined, today, pauses)
    for day in each_day(joined, today if today in attempted else today - timedelta(days=1)):
        kept.append(day in attempted)
        asked.append(day.weekday() in plan_days and day not in paused)
        if any(asked) and day not in paused:
            step = value * keep + min(sum(kept) / sum(asked), 1.0) * (1 - keep)
            value = max(value, step) if day == today else step
    return value


def paused_days(log: Sequence[Attempt], since: date, until: date, pauses: Sequence[Pause]) -> set[date]:
    """Collect the paused days from `since` to `until`: of a pause, or let go for one or for a hold."""
    attempted = {entry.day for entry in log if entry.attempted}
    paused = {entry.day for entry in log if entry.planned and entry.state is State.PAUSED} - attempted
    for pause in pauses:
        paused.update(each_day(max(since, pause.since), min(until, pause.until or until)))
    return paused


def each_day(first: date, last: date) -> Iterator[date]:
    """Go through local days, both ends included."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
