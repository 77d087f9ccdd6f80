"""Buttons that return on many screens: keypads, toggles, the ways out of a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import time

from bot.coach.model import RUNGS
from bot.coach.taps import Answer, Finish, OpenSettings, Step, Tap, Today
from bot.words.screen import Button, Row
from bot.words.speech import Speech

RATINGS = RUNGS  # distress is told on the same ten steps
CHANCES = (5, 20, 35, 50, 65, 80, 95)


def grid(buttons: Iterable[Button], width: int) -> tuple[Row, ...]:
    """Lay buttons out in rows of `width`."""
    laid = tuple(buttons)
    return tuple(laid[start : start + width] for start in range(0, len(laid), width))


def ratings(tap: Callable[[int], Tap]) -> tuple[Row, ...]:
    """The keypad from 1 to 10, in two rows of five."""
    return grid((Button(str(number), tap(number)) for number in RATINGS), 5)


def rate(attempt: int, step: Step) -> tuple[Row, ...]:
    return ratings(lambda number: Answer(attempt, step, str(number)))


def chances(attempt: int, step: Step, say: Speech) -> tuple[Row, ...]:
    """The keypad of percents."""
    buttons = (Button(say.percent(share / 100), Answer(attempt, step, str(share))) for share in CHANCES)
    return grid(buttons, 4)


def days(chosen: frozenset[int], say: Speech, tap: Callable[[int], Tap]) -> tuple[Row, ...]:
    """The seven weekdays as toggles."""
    return grid((Button(ticked(say.short_weekday(day), day in chosen), tap(day)) for day in range(7)), 4)


def clocks(times: Iterable[time], say: Speech, tap: Callable[[time], Tap]) -> tuple[Row, ...]:
    return grid((Button(say.clock(at), tap(at)) for at in times), 3)


def ticked(label: str, on: bool) -> str:
    return f"✓ {label}" if on else label


def skip(attempt: int, step: Step, say: Speech) -> Button:
    return Button(say("Skip"), Answer(attempt, step, None))


def leave(attempt: int, step: Step, say: Speech) -> Row:
    """The two ways out of a question after an ask."""
    return (skip(attempt, step, say), Button(say("That's enough"), Finish(attempt)))


def back(say: Speech) -> Row:
    return (Button(say("Back"), OpenSettings()),)


def today(say: Speech) -> Button:
    return Button(say("Today's ask"), Today())
