"""The picture of /stats: it draws for every log, and says the same without colour."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageColor

from bot.coach.streak import Mark
from bot.words import picture, sheet
from tests.words.account_examples import calendar, stats


def opened(png: bytes) -> Image.Image:
    image = Image.open(BytesIO(png))
    image.load()
    return image


def light(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    parts = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
    red, green, blue = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("peaks", [0, 1, 2, 30])
@pytest.mark.parametrize("total", [0, 1, 10**9])
def test_every_log_has_a_picture_of_a_phone_s_width(total: int, peaks: int) -> None:
    image = opened(picture.draw(stats(total=total, peaks=peaks)))
    assert image.format == "PNG"
    assert image.width == sheet.WIDTH == 1080
    assert image.height <= 1500


def test_the_same_log_gives_the_same_picture() -> None:
    assert picture.draw(stats()) == picture.draw(stats())


def test_more_asks_change_the_picture() -> None:
    assert picture.draw(stats(peaks=3)) != picture.draw(stats(peaks=4))


@pytest.mark.parametrize("colour", [sheet.INK, sheet.MUTED, sheet.GREEN])
@pytest.mark.parametrize("ground", [sheet.PAPER, sheet.PANEL])
def test_words_stand_out_from_their_ground(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 4.5


def test_the_smallest_words_are_readable_on_a_phone() -> None:
    assert min(sheet.SMALL, sheet.TITLE, sheet.LARGE) >= 30


def test_marks_differ_without_colour() -> None:
    drawn = {mark: shape(mark) for mark in (*set(Mark) - {Mark.PAUSED}, None)}
    for one, other in combinations(drawn, 2):
        assert drawn[one] != drawn[other], (one, other)


def shape(mark: Mark | None) -> bytes:
    """A mark in black and white: what is paper, and what is not."""
    paper = sheet.Sheet(80)
    paper.box(0, 0, 80, 80, sheet.PANEL)
    picture._mark(paper, (40, 40), mark)
    small = opened(paper.png()).crop((0, 0, 80, 80))
    ground = Image.new("RGB", small.size, sheet.PANEL)
    pixels = zip(small.get_flattened_data(), ground.get_flattened_data(), strict=True)
    return bytes(pixel != other for pixel, other in pixels)


def test_the_calendar_of_a_short_log_is_drawn_too() -> None:
    assert opened(picture.draw(replace(stats(), calendar=calendar("AAM")))).width == 1080
