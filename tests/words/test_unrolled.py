"""Words of any length come whole, in parts of which each fits a message."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.words import unrolled
from bot.words.screen import Html, plain, units
from bot.words.unrolled import Long

TITLE, STORY, LEARNED = Html("<b>Title</b>"), Html("<b>Story</b>"), Html("<b>Learned</b>")
WORDS = st.text(st.sampled_from("ab \n\U0001f600é<&א"), max_size=60)


def letters(text: str) -> list[str]:
    """What is left without white space and the marks around what is read from the right."""
    return [letter for letter in text if not letter.isspace() and letter not in "\u2068\u2069"]


@given(WORDS, WORDS, st.sampled_from((1, 30, 150, 600)))
def test_nothing_is_lost_and_every_part_fits(story: str, learned: str, times: int) -> None:
    laid = unrolled.parts(TITLE, Long(STORY, story * times), Long(LEARNED, learned * times))
    shown = "".join(plain(part) for part in laid)
    assert letters(shown) == letters(f"TitleStory{story * times}Learned{learned * times}")
    assert all(units(part) <= unrolled.MOST + 10 for part in laid)
    assert all(laid)


def test_what_fits_is_one_part() -> None:
    assert unrolled.parts(TITLE, None, Long(STORY, " So it went. ")) == [
        "<b>Title</b>\n\n<b>Story</b>\nSo it went."
    ]


def test_a_part_ends_with_a_word_and_a_heading_never_stands_alone() -> None:
    assert unrolled.head("one two three", 9) == "one two"
    assert unrolled.head("onetwothree", 9) == "onetwothr"
    assert unrolled.head("\U0001f600" * 9, 5) == "\U0001f600" * 2
    first, second, *_ = unrolled.parts(Long(STORY, "word " * 770), Long(LEARNED, "so " * 100))
    assert "Learned" not in first
    assert second.startswith("<b>Learned</b>\nso so")
