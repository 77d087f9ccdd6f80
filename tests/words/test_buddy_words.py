"""The ready lines of buddies: one for every number there is, warm, short, and never the same twice."""

from __future__ import annotations

import re

from bot.coach.circles import encouraging
from bot.words.buddy_words import READY


def test_every_number_has_its_line() -> None:
    assert set(READY) == set(encouraging.READY)
    assert len(READY) >= 12
    assert len(set(READY.values())) == len(READY)


def test_a_ready_line_is_short_and_presses_nobody() -> None:
    for line in READY.values():
        assert 20 <= len(line) <= 80, line
        assert line.endswith("."), line
        assert not re.search(r"\b(should|must|you have to|you need to|just do)\b|!", line), line


def test_a_ready_line_would_pass_as_a_word_of_ones_own() -> None:
    assert {encouraging.refused(line) for line in READY.values()} == {None}


def test_numbers_keep_their_lines_for_ever() -> None:
    """Letters and buttons carry the number; these two would say something else under another one."""
    assert READY[1] == "One breath, one sentence, done. I'm thinking of you."
    assert READY[18] == "See you on the other side of the next one."
