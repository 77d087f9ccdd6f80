"""The picture of a circle's week: asks of each day, asks and people, yeses expected and heard. Nobody's name.

Draws what it is given, in the look of `picture`; meant to run off the event loop.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.coach.circles.recap import Answers, Week
from bot.words.sheet import (
    CLAY,
    GAP,
    GREEN,
    HAIR,
    LARGE,
    LEFT,
    MUTED,
    RIGHT,
    SMALL,
    TITLE,
    WIDTH,
    Sheet,
    font,
)
from bot.words.speech import Speech, speech

DAYS, ANSWERS = 470, 296  # heights of the panels
TOP, FOOT = 182, 40
BAR = 76  # width of a day
TALL = 230  # of the day with the most asks
LOW = 10  # of a day without one: a place to begin


def draw(week: Week, language: str = "en") -> bytes:
    """Draw the picture as a PNG, 1080 pixels wide; as high as there is something to tell."""
    say = speech(language)
    answers = week.answers
    sheet = Sheet(TOP + DAYS + FOOT + (GAP + ANSWERS if answers else 0))
    _header(sheet, week, say)
    _days(sheet, week.by_day, say, TOP)
    if answers:
        _answers(sheet, answers, say, TOP + DAYS + GAP)
    return sheet.png()


def _header(sheet: Sheet, week: Week, say: Speech) -> None:
    if not week.asks:
        sheet.write((LEFT, 118), say("A quiet week"), TITLE)
        return
    sheet.write((LEFT, 128), str(week.asks), LARGE, GREEN)
    wide = font(LARGE).getlength(str(week.asks))
    sheet.write((LEFT + wide + 20, 128), say.several("ask", "asks, together", week.asks), TITLE)
    people = say.several("{n} person", "{n} people", week.people)
    sheet.write((RIGHT, 128), people, TITLE, MUTED, "rs")


def _days(sheet: Sheet, by_day: Sequence[int], say: Speech, top: float) -> None:
    sheet.panel(top, top + DAYS, say("Asks each day"))
    most, foot = max(*by_day, 1), top + DAYS - 86
    step = (RIGHT - LEFT - BAR) / 6
    for number, asks in enumerate(by_day):
        x = LEFT + BAR / 2 + number * step
        _day(sheet, x, foot, asks, LOW + (TALL - LOW) * asks / most)
        sheet.write((x, foot + 48), say.short_weekday(number), SMALL, MUTED, "ms")


def _day(sheet: Sheet, x: float, foot: float, asks: int, height: float) -> None:
    left, right = x - BAR / 2, x + BAR / 2
    if not asks:
        sheet.box(left, foot - LOW, right, foot, HAIR, radius=5)
        return
    sheet.box(left, foot - height, right, foot, GREEN, radius=14)
    sheet.write((x, foot - height - 14), str(asks), SMALL, anchor="ms")


def _answers(sheet: Sheet, answers: Answers, say: Speech, top: float) -> None:
    sheet.panel(top, top + ANSWERS, say("How often it was a yes"))
    _share(sheet, say("guessed"), answers.expected / 100, CLAY, say, top + 126)
    _share(sheet, say("heard"), answers.came / 100, GREEN, say, top + 186)
    told = say.several("of {n} answer", "of {n} answers", answers.asked)
    sheet.write((WIDTH / 2, top + 244), told, SMALL, MUTED, "mm")


def _share(sheet: Sheet, label: str, share: float, colour: str, say: Speech, y: float) -> None:
    """A bar of its own for each, with its name before it: colour is not needed to tell them apart."""
    start, end = LEFT + 170, RIGHT - 120
    sheet.write((LEFT, y), label, SMALL, anchor="lm")
    sheet.box(start, y - 18, end, y + 18, HAIR, radius=12)
    if share > 0:
        sheet.box(start, y - 18, max(start + (end - start) * share, start + 24), y + 18, colour, radius=12)
    sheet.write((RIGHT, y), say.percent(share), SMALL, anchor="rm")
