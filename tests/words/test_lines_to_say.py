"""Every line there is to say after less than a yes, by move, by whom it is for, by the kind of ask."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.coach.model import Kind
from bot.coach.scripts import Move, Toward
from bot.words import scripts
from bot.words.speech import speech
from tests.words.after_examples import SAID
from tests.words.test_screens import SHUNNED

SAY = speech("en")
LINES = {
    (move, toward, kind): str(scripts.line(move, toward, kind, SAY))
    for move, toward in SAID
    for kind in (None, *Kind)
}


def test_the_lines_read_as_they_were_approved(snapshot: SnapshotAssertion) -> None:
    said = [f"{move} · {toward} · {kind or 'any'}: {line}" for (move, toward, kind), line in LINES.items()]
    assert "\n".join(said) == snapshot


def test_a_line_is_short_enough_to_say_and_asks_something() -> None:
    for line in set(LINES.values()):
        assert len(line) <= 90, line
        assert "?" in line
        assert "!" not in line
        assert SHUNNED.search(line) is None, line


@pytest.mark.parametrize("kind", [None, *Kind])
def test_after_a_no_later_and_less_are_said_to_somebody_new(kind: Kind | None) -> None:
    assert {toward for move, toward in SAID if move is Move.LATER} == {
        Toward.PART,
        Toward.UNCLEAR,
        Toward.NEXT,
    }
    assert LINES[Move.LATER, Toward.NEXT, kind] != LINES[Move.LATER, Toward.UNCLEAR, kind]
    assert LINES[Move.WHY, Toward.NEXT, kind] != LINES[Move.WHY, Toward.REFUSED, kind]
