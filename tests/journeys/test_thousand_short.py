"""The short form of the long command (thousand.py): a small town for a month, every number reckoned again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from tests.journeys import recompute, thousand
from tests.journeys.thousand import BEGIN

MONDAY = date(2026, 11, 23)


async def test_streak_and_level_of_everybody_equal_what_their_log_gives(tmp_path: Path) -> None:
    found = await thousand.live(tmp_path / "town.db", many=25, span=30, seed=3)
    assert found.wrong == []
    assert found.cards > 150
    assert found.pages > 25
    assert found.attempts > 150


def test_a_number_that_is_off_is_found_and_told() -> None:
    found = thousand.Found(people=1, days=1)
    found.expect("card of 1, run", 3, 2)
    found.expect("card of 1, next rung", 4, 4)
    assert found.wrong == ["card of 1, run: the bot has 3, the log gives 2"]
    assert "mismatches  1" in thousand.told(found)


# --- the second reckoning itself, on logs small enough to see


def entry(day: int, state: State = State.DONE, outcome: Outcome | None = None, peak: int = 5) -> Attempt:
    at, facts = BEGIN + timedelta(days=day), Facts(outcome=outcome, peak=peak)
    on = MONDAY + timedelta(days=day)
    return Attempt(day + 1, on, Domain.SOCIAL, 3, state, at, challenge=f"ask-{day}", facts=facts)


ASKED = Outcome.NO


@pytest.mark.parametrize(
    ("log", "run"),
    [
        ([], 0),
        ([entry(0, outcome=ASKED), entry(1, outcome=ASKED)], 2),
        ([entry(0, outcome=ASKED), entry(1, State.DAY_OFF), entry(2, outcome=ASKED)], 2),
        ([entry(0, outcome=ASKED), entry(1, State.PAUSED), entry(2, outcome=ASKED)], 2),
        ([entry(0, outcome=ASKED), entry(1, State.OFFERED), entry(2, outcome=ASKED)], 1),
        ([entry(0, outcome=ASKED), entry(1, outcome=Outcome.BACKED_OUT), entry(2, outcome=ASKED)], 1),
        ([*(entry(n, outcome=ASKED) for n in range(7)), entry(7, State.OFFERED), entry(8, outcome=ASKED)], 8),
    ],
)
def test_a_run_walks_back_over_rest_and_stops_at_what_was_missed(log: list[Attempt], run: int) -> None:
    assert recompute.run(log, MONDAY + timedelta(days=9)) == run


def test_today_still_open_is_not_missed() -> None:
    log = [entry(0, outcome=ASKED), entry(1, State.OFFERED)]
    assert recompute.run(log, MONDAY + timedelta(days=1)) == 1
    assert recompute.run(log, MONDAY + timedelta(days=2)) == 0


def test_a_week_away_lowers_every_rung_once() -> None:
    log = [entry(0, outcome=ASKED)]
    rungs = [
        recompute.practice(log, [], {Domain.SOCIAL: 1}, MONDAY + timedelta(days=away)).next(Domain.SOCIAL)
        for away in (7, 8, 9, 30)
    ]
    assert rungs == [4, 3, 3, 3]
