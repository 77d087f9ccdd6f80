"""The vocabulary of feelings: plain first, finer with practice, and all of it readable."""

from __future__ import annotations

import pytest

from bot.coach import feelings
from bot.coach.feelings import FEELINGS, FINER
from bot.coach.reading import read
from bot.words import feelings as named


@pytest.mark.parametrize(
    ("debriefs", "plain", "finer"), [(0, 6, 0), (9, 6, 0), (10, 9, 2), (19, 9, 2), (20, 12, 3), (900, 12, 3)]
)
def test_the_words_grow_with_the_debriefs(debriefs: int, plain: int, finer: int) -> None:
    tier = feelings.tier(debriefs)
    assert len(feelings.plain(tier)) == plain
    assert len(feelings.finer("tense", tier)) == finer


def test_a_tier_adds_to_the_one_before() -> None:
    assert feelings.plain(1)[:6] == feelings.plain(0)
    assert feelings.plain(2)[:9] == feelings.plain(1)


def test_every_plain_word_has_finer_ones_and_none_belongs_to_two_families() -> None:
    assert set(FINER) == set(feelings.plain(2))
    assert len(set(FEELINGS)) == len(FEELINGS) == 48
    assert all(len(words) == 3 for words in FINER.values())


@pytest.mark.parametrize("feeling", [None, "jittery", "wobbly but warm", ""])
def test_what_is_fine_already_or_their_own_is_left_alone(feeling: str | None) -> None:
    assert feelings.finer(feeling, 2) == ()
    assert not feelings.refines("jittery", feeling)


def test_only_a_word_of_the_family_refines() -> None:
    assert feelings.refines("jittery", "tense")
    assert not feelings.refines("jittery", "proud")
    assert not feelings.refines("tense", "tense")


def test_every_feeling_has_a_name() -> None:
    assert set(named.NAMES) == set(FEELINGS)


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("She said no. I was a bit on edge.", "on edge"),
        ("I felt let down.", "let down"),
        ("honestly I was annoyed", "irritated"),
        ("I'm not jittery", None),
    ],
)
def test_finer_words_are_read_from_what_they_write(text: str, feeling: str | None) -> None:
    assert read(text).feeling == feeling
