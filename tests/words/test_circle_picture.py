"""Sunday's picture of a circle: it draws for every week, and shows nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.coach.circles.recap import Answers, Week
from bot.words import circle_picture, sheet
from tests.words.circle_examples import HUGE, LONE, WEEK
from tests.words.test_picture import opened

QUIET = replace(LONE, asks=0, people=0, by_day=(0,) * 7)
CROWDED = replace(WEEK, asks=9999, people=200, by_day=(1428,) * 7, answers=Answers(0, 1, 9999))


@pytest.mark.parametrize("week", [QUIET, LONE, WEEK, CROWDED], ids=["quiet", "lone", "usual", "crowded"])
def test_every_week_has_a_picture_of_a_phone_s_width(week: Week) -> None:
    image = opened(circle_picture.draw(week))
    assert image.format == "PNG"
    assert image.width == sheet.WIDTH
    assert image.height <= image.width


def test_the_same_week_gives_the_same_picture() -> None:
    assert circle_picture.draw(WEEK) == circle_picture.draw(WEEK)


def test_an_ask_on_another_day_changes_the_picture() -> None:
    moved = replace(LONE, by_day=(0, 1, 0, 0, 0, 0, 0))
    assert circle_picture.draw(moved) != circle_picture.draw(LONE)


def test_guesses_and_answers_are_drawn_where_they_are_told() -> None:
    untold = replace(WEEK, answers=None)
    assert opened(circle_picture.draw(untold)).height < opened(circle_picture.draw(WEEK)).height
    changed = replace(WEEK, answers=Answers(41, 20, 22))
    assert circle_picture.draw(changed) != circle_picture.draw(WEEK)


def test_nobody_is_in_the_picture() -> None:
    assert circle_picture.draw(HUGE) == circle_picture.draw(WEEK)
