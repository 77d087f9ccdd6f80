"""The picture of /stats: days, strongest moments, a no expected and heard. A card of its own in any theme.

Draws what it is given and nothing personal but numbers; meant to run off the event loop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel.dates import get_day_names

from bot.coach.calibration import Band, Share
from bot.coach.stats import Stats
from bot.coach.streak import Mark
from bot.words.progress import worth_comparing
from bot.words.sheet import (
    BLUE,
    CLAY,
    GREEN,
    HAIR,
    INK,
    LARGE,
    LEFT,
    MUTED,
    PANEL,
    RIGHT,
    SMALL,
    TITLE,
    WIDTH,
    Point,
    Sheet,
    font,
)
from bot.words.speech import Speech, speech

DAY, WEEK = 60, 5  # height of a week in the calendar; weeks shown
PEAKS = 20


def draw(stats: Stats, language: str = "en") -> bytes:
    """Draw the picture as a PNG, 1080 pixels wide."""
    say = speech(language)
    sheet = Sheet(1490)
    _header(sheet, stats, say)
    _calendar(sheet, stats, say, top=182)
    _moments(sheet, [peak for _, peak in stats.peaks], say, top=746)
    _guesses(sheet, stats, say, top=1090)
    return sheet.png()


def _header(sheet: Sheet, stats: Stats, say: Speech) -> None:
    if not stats.total:
        sheet.write((LEFT, 118), say("The first ask is still ahead."), TITLE)
        return
    sheet.write((LEFT, 128), str(stats.total), LARGE, GREEN)
    wide = font(LARGE).getlength(str(stats.total))
    sheet.write((LEFT + wide + 20, 128), say.several("ask", "asks", stats.total), TITLE)
    if stats.streak.current > 1:
        run = say.several("{n} day in a row", "{n} days in a row", stats.streak.current)
        sheet.write((RIGHT, 128), run, TITLE, MUTED, "rs")


# --- the calendar


def _calendar(sheet: Sheet, stats: Stats, say: Speech, top: float) -> None:
    sheet.panel(top, top + 540, say("The last five weeks"))
    names = get_day_names("narrow", context="stand-alone", locale=say.locale)
    columns = [LEFT + 168 + column * 120 for column in range(7)]
    for weekday, x in enumerate(columns):
        sheet.write((x, top + 118), names[weekday], SMALL, MUTED, "ms")
    for number, (day, mark) in enumerate(stats.calendar[: 7 * WEEK]):
        at = (columns[number % 7], top + 160 + number // 7 * DAY)
        if number % 7 == 0:
            sheet.write((LEFT, at[1]), say.month_day(day), SMALL, MUTED, "lm")
        if day == stats.today:
            sheet.box(at[0] - 44, at[1] - 28, at[0] + 44, at[1] + 28, HAIR, radius=28)
        _mark(sheet, at, mark)
    _legend(sheet, say, top + 492)


def _mark(sheet: Sheet, at: Point, mark: Mark | None) -> None:
    """Each mark has its own shape, so that colour is never needed to tell them apart."""
    x, y = at
    match mark:
        case Mark.ATTEMPTED:
            sheet.disc(at, 23, GREEN)
            sheet.line([(x - 10, y), (x - 3, y + 8), (x + 11, y - 8)], PANEL, 5)
        case Mark.FROZEN:
            sheet.polygon([(x, y - 24), (x + 24, y), (x, y + 24), (x - 24, y)], BLUE)
        case Mark.OFF | Mark.PAUSED:
            sheet.box(x - 16, y - 4, x + 16, y + 4, MUTED, radius=4)
        case Mark.OPEN:
            sheet.ring(at, 23, CLAY, 5)
        case Mark.MISSED:
            sheet.ring(at, 13, MUTED, 3)
        case None:
            sheet.disc(at, 4, "#B9AFA2")


def _legend(sheet: Sheet, say: Speech, y: float) -> None:
    x = LEFT + 24.0
    for mark, name in _names(say):
        _mark(sheet, (x, y), mark)
        sheet.write((x + 38, y), name, SMALL, MUTED, "lm")
        x += 38 + font(SMALL).getlength(name) + 62


def _names(say: Speech) -> Iterator[tuple[Mark, str]]:
    yield Mark.ATTEMPTED, say("asked")
    yield Mark.FROZEN, say("freeze")
    yield Mark.OFF, say("rest")
    yield Mark.OPEN, say("open")
    yield Mark.MISSED, say("quiet")


# --- the line of strongest moments


def _moments(sheet: Sheet, peaks: Sequence[int], say: Speech, top: float) -> None:
    sheet.panel(top, top + 320, say("Strongest moment of each ask, 1 to 10"))
    shown = peaks[-PEAKS:]
    if len(shown) < 2:
        sheet.write((WIDTH / 2, top + 186), say("After your first few asks"), SMALL, MUTED, "mm")
        sheet.write((WIDTH / 2, top + 230), say("a line appears here."), SMALL, MUTED, "mm")
        return
    for level in (1, 5, 10):
        y = _height(level, top)
        sheet.line([(LEFT + 60, y), (RIGHT, y)], HAIR, 2)
        sheet.write((LEFT + 36, y), str(level), SMALL, MUTED, "rm")
    step = (RIGHT - LEFT - 100) / (len(shown) - 1)
    points = [(LEFT + 80 + number * step, _height(peak, top)) for number, peak in enumerate(shown)]
    sheet.line(points, CLAY, 5)
    for point in points:
        sheet.ring(point, 11, CLAY, 5)
    sheet.disc(points[-1], 13, CLAY)


def _height(level: int, top: float) -> float:
    return top + 282 - (level - 1) * 20


# --- guesses and answers


def _guesses(sheet: Sheet, stats: Stats, say: Speech, top: float) -> None:
    sheet.panel(top, top + 360, say("How often it was a no"))
    overall = worth_comparing(stats.calibration)
    if overall is None:
        sheet.write((WIDTH / 2, top + 186), say("Guess before an ask, and here you see"), SMALL, MUTED, "mm")
        sheet.write((WIDTH / 2, top + 230), say("your guess beside the answers."), SMALL, MUTED, "mm")
        return
    bands = ((_sure(band, say), share) for band, share in stats.calibration.bands)
    rows = [(say("all {n}", n=overall.answers), overall), *bands]
    first = top + 116 + (1 + len(Band) - len(rows)) * 24
    for number, (name, share) in enumerate(rows):
        _compared(sheet, name, share, say, first + number * 48)
    _reading(sheet, say, top + 322)


def _sure(band: Band, say: Speech) -> str:
    match band:
        case Band.LOW:
            return say("a yes likely")
        case Band.EVEN:
            return say("even")
        case Band.HIGH:
            return say("a no likely")


def _compared(sheet: Sheet, name: str, share: Share, say: Speech, y: float) -> None:
    """What came is filled, the guess stands across it."""
    start, end = LEFT + 220, RIGHT - 120
    sheet.write((LEFT, y), name, SMALL, INK, "lm")
    sheet.box(start, y - 16, end, y + 16, HAIR, radius=10)
    reach = start + (end - start) * share.happened
    if share.happened:
        sheet.box(start, y - 16, max(reach, start + 20), y + 16, GREEN, radius=10)
    _guess(sheet, start + (end - start) * share.predicted, y)
    sheet.write((RIGHT, y), say.percent(share.happened), SMALL, INK, "rm")


def _guess(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 7, y - 24, x + 7, y + 24, PANEL, radius=7)
    sheet.box(x - 4, y - 22, x + 4, y + 22, CLAY, radius=4)


def _reading(sheet: Sheet, say: Speech, y: float) -> None:
    """What the two signs mean."""
    _guess(sheet, LEFT + 8, y)
    guess = say("your guess")
    sheet.write((LEFT + 30, y), guess, SMALL, MUTED, "lm")
    x = LEFT + 30 + font(SMALL).getlength(guess) + 62
    sheet.box(x, y - 16, x + 44, y + 16, GREEN, radius=10)
    sheet.write((x + 60, y), say("it was a no"), SMALL, MUTED, "lm")
