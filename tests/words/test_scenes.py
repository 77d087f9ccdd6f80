"""The two quiet minutes: scripted for every kind of ask, three times without repeating, kindly compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.coach import messages as said
from bot.coach.messages import Ask
from bot.coach.model import Kind, Size
from bot.words import scenes
from bot.words.render import Words
from tests.words.examples import EXAMPLES
from tests.words.stock import BANK

WORDS = Words(BANK)
KINDS = [*Kind, None]
CARD = EXAMPLES["card imaginal"]


def beat(number: int, earlier: int, kind: Kind | None = None, own: str | None = "for Fridays off") -> str:
    challenge = None if own else "social-jam"
    return WORDS.screen(said.ImaginalBeat(7, challenge, own, number, kind, earlier)).text


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_scripted_three_ways_and_no_line_serves_two_kinds(kind: Kind | None) -> None:
    for table in (scenes.PLACES, scenes.NOES, scenes.BREATHS):
        lines = [line for ways in table.values() for line in ways]
        assert len(table[kind]) == 3
        assert len(set(lines)) == len(lines)
        assert set(table) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(3))
def test_no_beat_reads_alike_in_three_rehearsals_of_the_same_ask(kind: Kind | None, number: int) -> None:
    assert len({beat(number, earlier, kind) for earlier in range(3)}) == 3
    assert len({beat(number, earlier, kind, own=None) for earlier in range(3)}) == 3
    assert beat(number, 3, kind) == beat(number, 0, kind)


def test_the_no_never_explains_begs_or_insults() -> None:
    for line in (line for ways in scenes.NOES.values() for line in ways):
        assert len(line) <= 60
        assert not any(word in line.lower() for word in ("you are", "you're", "stupid", "please", "never"))


def compared(before: int | None, peak: int | None, left: int | None) -> str:
    assert isinstance(CARD, said.Card)
    return WORDS.screen(replace(CARD, anticipated=before, peak=peak, left=left)).text


@pytest.mark.parametrize(
    ("before", "peak", "left", "says"),
    [
        (8, 7, 4, "came down while you stayed"),
        (None, 7, 4, "came down while you stayed"),
        (5, 5, 5, "stayed where it was"),
        (3, 4, 6, "went up a little"),
        (9, 10, 8, "still a strong one"),
        (3, 4, 7, "still a strong one"),
        (8, 5, None, "milder than the waiting"),
    ],
)
def test_before_peak_and_after_are_compared_in_one_kind_sentence(
    before: int | None, peak: int | None, left: int | None, says: str
) -> None:
    kinds = ("came down while", "stayed where it was", "went up a little", "still a strong", "milder than")
    text = compared(before, peak, left)
    assert says in text
    assert sum(one in text for one in kinds) == 1


@pytest.mark.parametrize(("before", "peak", "left"), [(None, None, 4), (5, None, None), (5, 7, None)])
def test_with_too_little_said_nothing_is_compared(
    before: int | None, peak: int | None, left: int | None
) -> None:
    text = compared(before, peak, left)
    assert not any(word in text for word in ("came down", "stayed where", "went up", "still a", "milder"))


def test_a_real_ask_is_not_compared_like_a_rehearsal() -> None:
    assert isinstance(CARD, said.Card)
    real = replace(CARD, ask=Ask("social-jam", size=Size.FULL))
    assert "came down" not in WORDS.screen(real).text
