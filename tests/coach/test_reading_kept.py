"""The reader on sentences kept apart from its rules: what it claims is right, and it claims enough."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.coach.model import Outcome
from bot.coach.reading import read


class Row(NamedTuple):
    text: str
    outcome: str | None
    attempted: bool | None


def _row(line: str) -> Row:
    text, outcome, *rest = (cell.strip() for cell in line.split("|"))
    asked = rest[3] if len(rest) == 4 else _follows_from(outcome)
    return Row(text, outcome or None, {"yes": True, "no": False}.get(asked))


def _follows_from(outcome: str) -> str:
    return "" if not outcome else "yes" if Outcome(outcome).attempted else "no"


def _rows(name: str, part: str) -> list[Row]:
    known = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return [_row(line) for line in known[part].strip().splitlines()]


EARLIER = _rows("reading.toml", "kept")
FIRST, THIRD = _rows("reading_kept.toml", "first"), _rows("reading_kept.toml", "third")
KEPT = EARLIER + FIRST + THIRD
SETS = pytest.mark.parametrize("rows", [FIRST, THIRD, KEPT], ids=["first", "third", "all"])


def test_two_hundred_sentences_and_more_were_kept_apart() -> None:
    assert len(FIRST) >= 130
    assert len(THIRD) >= 130
    assert len({row.text for row in KEPT}) >= 200
    assert sum(1 for row in FIRST if row.outcome is None) >= 35
    assert {row.outcome for row in FIRST} == {None, *Outcome}


def test_no_sentence_kept_apart_is_among_those_the_rules_were_made_on() -> None:
    tuned = {row.text.casefold() for row in _rows("reading_tried.toml", "tried")}
    assert not tuned & {row.text.casefold() for row in FIRST + THIRD}


@SETS
def test_an_outcome_it_claims_is_right(rows: list[Row]) -> None:
    claims = [(read(row.text).outcome, row.outcome) for row in rows]
    spoken = [read_ == said for read_, said in claims if read_ is not None]
    assert sum(spoken) / len(spoken) >= 0.97


@SETS
def test_most_outcomes_are_read(rows: list[Row]) -> None:
    told = [row for row in rows if row.outcome is not None]
    assert sum(read(row.text).outcome == row.outcome for row in told) / len(told) >= 0.6


@SETS
def test_whether_it_was_attempted_is_right_where_it_is_claimed(rows: list[Row]) -> None:
    claims = [(read(row.text).attempted, row.attempted) for row in rows]
    spoken = [read_ == said for read_, said in claims if read_ is not None]
    assert sum(spoken) / len(spoken) >= 0.98


def test_on_what_the_rules_were_made_on_it_is_never_wrong() -> None:
    for row in _rows("reading_tried.toml", "tried"):
        assert read(row.text).outcome in (None, row.outcome), row.text
