"""Predictions beside answers: overall, in bands of how sure they were, and how the guess moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.calibration import Band, Calibration, Change, Share, calibration
from bot.coach.model import Attempt, Domain, Facts, Outcome, Size, State

MONDAY = date(2026, 11, 2)


def ask(chance: int | None, outcome: Outcome, again: int | None = None, number: int = 1) -> Attempt:
    day = MONDAY + timedelta(days=number)
    now = datetime(2026, 11, 2, tzinfo=UTC)
    facts = Facts(chance=chance, outcome=outcome, again=again)
    return Attempt(number, day, Domain.SOCIAL, 3, State.DONE, now, facts=facts)


def about(share: Share | None) -> tuple[float, float, int]:
    assert share is not None
    return round(share.predicted, 3), round(share.happened, 3), share.answers


def test_who_has_no_answers_has_no_curve() -> None:
    assert calibration([]) == Calibration(None, (), None)


def test_the_guess_and_what_came_are_over_the_same_asks_and_partly_counts_half() -> None:
    found = calibration(
        [
            ask(80, Outcome.YES),
            ask(100, Outcome.NO),
            ask(0, Outcome.PARTIAL),
            ask(None, Outcome.NO),  # not foretold
            ask(10, Outcome.PENDING),  # no answer yet
            ask(90, Outcome.BACKED_OUT),
        ]
    )
    assert about(found.overall) == (0.6, 0.5, 3)


def test_a_rehearsal_says_nothing_about_people() -> None:
    rehearsed = replace(ask(90, Outcome.NO, again=50), size=Size.IMAGINAL)
    assert calibration([rehearsed]) == Calibration(None, (), None)
    assert about(calibration([rehearsed, ask(50, Outcome.YES)]).overall) == (0.5, 0.0, 1)


def test_bands_come_with_ten_answers() -> None:
    nine = [ask(20, Outcome.YES)] * 9
    assert calibration(nine).bands == ()
    ((band, share),) = calibration([*nine, ask(20, Outcome.NO)]).bands
    assert (band, about(share)) == (Band.LOW, (0.2, 0.1, 10))


@pytest.mark.parametrize(
    ("chance", "band"),
    [
        (0, Band.LOW), (35, Band.LOW), (36, Band.EVEN), (50, Band.EVEN), (64, Band.EVEN),
        (65, Band.HIGH), (100, Band.HIGH),
    ],
)  # fmt: skip
def test_a_guess_has_one_of_three_bands(chance: int, band: Band) -> None:
    assert [found for found, _ in calibration([ask(chance, Outcome.NO)] * 10).bands] == [band]


def test_a_band_of_two_answers_says_nothing() -> None:
    log = [*[ask(80, Outcome.NO)] * 8, *[ask(20, Outcome.YES)] * 2]
    assert [band for band, _ in calibration(log).bands] == [Band.HIGH]
    assert [band for band, _ in calibration([*log, ask(5, Outcome.NO)]).bands] == [Band.LOW, Band.HIGH]


def test_the_change_is_that_of_the_newest_ten_that_have_a_second_guess() -> None:
    log = [ask(100, Outcome.NO, again=100, number=n) for n in range(5)]
    log += [ask(80, Outcome.NO, again=50, number=n) for n in range(5, 15)]
    log += [ask(0, Outcome.YES, number=20)]
    assert calibration(log).change == Change(0.8, 0.5, 10)
    assert calibration([ask(80, Outcome.YES)]).change is None


ANSWERED = st.sampled_from([Outcome.YES, Outcome.NO, Outcome.PARTIAL])


@given(st.lists(st.builds(ask, st.integers(0, 100), ANSWERED, st.none() | st.integers(0, 100)), max_size=40))
def test_every_share_is_one_and_the_bands_hold_no_more_answers_than_there_are(log: list[Attempt]) -> None:
    found = calibration(log)
    shares = [share for _, share in found.bands] + ([found.overall] if found.overall else [])
    assert all(0 <= share.predicted <= 1 + 1e-9 and 0 <= share.happened <= 1 for share in shares)
    assert sum(share.answers for _, share in found.bands) <= len(log)
