"""The cautious reader: right when it speaks, silent when it is not sure."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.feelings import FEELINGS
from bot.coach.model import KindOfNo, Outcome
from bot.coach.reading import Reading, read


class Row(NamedTuple):
    text: str
    facts: tuple[str | None, ...]  # outcome, kind of no, peak, feeling


def _rows(half: str) -> list[Row]:
    known = tomllib.loads(Path(__file__).with_name("reading.toml").read_text(encoding="utf-8"))
    rows = ([cell.strip() for cell in line.split("|")] for line in known[half].strip().splitlines())
    return [Row(text, tuple(cell or None for cell in cells)) for text, *cells in rows]


def _facts(reading: Reading) -> tuple[str | None, ...]:
    peak = None if reading.peak is None else str(reading.peak)
    return (reading.outcome, reading.kind_of_no, peak, reading.feeling)


def _measure(rows: list[Row]) -> tuple[float, float]:
    """How often it is right when it speaks, and how much of what was said it reads."""
    pairs = [pair for row in rows for pair in zip(_facts(read(row.text)), row.facts, strict=True)]
    right = sum(1 for read_, said in pairs if read_ is not None and read_ == said)
    spoken = sum(1 for read_, _ in pairs if read_ is not None)
    return right / spoken, right / sum(1 for _, said in pairs if said is not None)


SEEN, KEPT = _rows("seen"), _rows("kept")


def test_on_what_it_was_written_for_it_is_right_and_reads_most() -> None:
    precision, coverage = _measure(SEEN)
    assert len(SEEN) >= 120
    assert precision >= 0.97
    assert coverage >= 0.6


def test_on_sentences_it_was_never_fitted_to_it_is_right_too() -> None:
    precision, coverage = _measure(KEPT)
    assert precision >= 0.95
    assert coverage >= 0.6


def test_where_nothing_is_plainly_said_it_abstains() -> None:
    nothing = [row.text for row in SEEN + KEPT if not any(row.facts)]
    assert [text for text in nothing if read(text) != Reading()] == []


def test_thirty_sentences_or_more_ask_it_to_abstain() -> None:
    assert sum(1 for row in SEEN + KEPT if not any(row.facts)) >= 30


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("she laughed and said no", Outcome.NO),
        ("he didn't say no", None),
        ("I said no", None),
        ("“No problem”, he said", Outcome.YES),
        ("no idea what to ask", None),
        ("what if he says no", None),
        ("going to ask tomorrow", None),
        ("no but he offered 5%", Outcome.PARTIAL),
        ("she'll get back to me", Outcome.PENDING),
        ("I chickened out", Outcome.BACKED_OUT),
        ("didn’t do it", Outcome.NOT_TRIED),
        ("one said yes, the other said no", None),
    ],
)
def test_the_usual_traps(text: str, outcome: Outcome | None) -> None:
    assert read(text).outcome is outcome


def test_attempted_is_said_only_with_an_outcome() -> None:
    for row in SEEN:
        reading = read(row.text)
        said = None if reading.outcome is None else reading.outcome.attempted
        assert reading.attempted == said, row.text


@pytest.mark.parametrize(
    ("text", "peak"),
    [
        ("distress 7", 7),
        ("it was a 7/10", 7),
        ("peaked at eight", 8),
        ("fear was 10 out of 10", 10),
        ("distress 0", None),
        ("distress 11", None),
        ("distress 70%", None),
        ("distress 3, later distress 8", None),
        ("the coffee was 9/10", None),
        ("i asked 7 people", None),
    ],
)
def test_a_peak_is_a_rating_of_distress_and_nothing_else(text: str, peak: int | None) -> None:
    assert read(text).peak == peak


def test_each_feeling_is_read_when_it_is_their_own() -> None:
    for feeling in FEELINGS:
        assert read(f"she said no and i felt really {feeling}").feeling == feeling
        assert read(f"she said no, she felt really {feeling}").feeling is None, feeling


def test_two_feelings_are_left_to_the_person() -> None:
    assert read("i felt proud and then i felt angry").feeling is None


def test_a_kind_belongs_to_a_no() -> None:
    assert read("she kindly said no").kind_of_no is KindOfNo.RESPECTFUL
    assert read("she kindly said yes").kind_of_no is None
    assert read("he was rude but then kindly said no").kind_of_no is None


def test_in_a_language_it_does_not_know_it_reads_nothing() -> None:
    assert read("she said no, distress 7", language="de") == Reading()


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    reading = read(text)
    assert reading.peak is None or 1 <= reading.peak <= 10
    assert reading.feeling is None or reading.feeling in FEELINGS


@pytest.mark.parametrize(
    "piece", ["said ", "the a b c ", "no ", "but no offered ", "asked ", "distress ", "my my "]
)
def test_the_longest_text_of_one_word_over_and_over_is_read(piece: str) -> None:
    """How long it takes is for `tests.benchmarks.texts`; here it comes to an end and claims no peak."""
    assert read((piece * 4096)[:4096]).peak is None
