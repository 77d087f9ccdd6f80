"""Guesses learn from what attempts felt like; asks that felt far off pile up to an offer to rate again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import guesses, ladder
from bot.coach.guesses import Felt, Peak, Place
from bot.coach.ladder import Item, OwnAsk, Rating
from bot.coach.model import Attempt, Domain, Facts, Outcome, Size, State
from bot.words import bank

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
DAY = timedelta(days=1)
SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
REAL = bank.load().challenges
RUNG = {c.id: c.rung for c in REAL}
STING = dict.fromkeys(Domain, 5)
MINE = OwnAsk(1, SOCIAL, "ask for thing 1", None, 3, NOW)
PLACES = ladder.places(REAL, [MINE])
ONE, OTHER, THIRD, FOURTH = [c.id for c in REAL if c.domain is SOCIAL and c.rung == 3][:4]


def made(
    name: str, peak: int | None, ago: float = 1, size: Size = Size.FULL, before: int | None = None
) -> Attempt:
    """An attempt at an ask of the bank, some days ago."""
    place = PLACES[name]
    at = NOW - DAY * ago
    own = name if place.key.startswith("own-") else None
    outcome = Outcome.BACKED_OUT if peak is None else Outcome.NO
    return Attempt(
        int(ago * 10), at.date(), next((c.domain for c in REAL if c.id == name), SOCIAL), place.rung,
        State.DONE, at, None if own else name, own, size, closed_at=at,
        facts=Facts(anticipated=before, peak=peak, outcome=outcome),
    )  # fmt: skip


def felt(*log: Attempt, domain: Domain = SOCIAL) -> Felt:
    return guesses.felt(log, PLACES, STING, domain, NOW)


def height(name: str, *log: Attempt, ratings: dict[str, Rating] | None = None) -> Item:
    items = ladder.build(REAL, [MINE], ratings or {}, 5, SOCIAL, felt(*log))
    return next(item for item in items if item.key == PLACES[name].key)


def rated(name: str, rating: int, ago: float = 30) -> dict[str, Rating]:
    return {name: Rating(name, SOCIAL, rating, NOW - DAY * ago)}


def surprising(*log: Attempt, ratings: dict[str, Rating] | None = None) -> list[str]:
    return [place.key for place in ladder.surprising(log, PLACES, ratings or {}, STING, SOCIAL)]


# --- what was felt


def test_a_strong_peak_raises_the_guess_of_its_ask_and_less_those_of_its_neighbours() -> None:
    before, after = guesses.curve([], 5), guesses.curve([], 5, felt(*[made(ONE, 10, 30)] * 3))
    risen = [high - low for low, high in zip(before, after, strict=True)]
    assert risen[2] > 1
    assert height(ONE, made(ONE, 10)).height > height(OTHER, made(ONE, 10)).height > height(OTHER).height


def test_a_guess_stays_a_guess_and_a_rating_stays_as_it_was_said() -> None:
    log = (made(ONE, 10), made(OTHER, 10))
    assert height(ONE, *log).guess
    said = height(OTHER, *log, ratings=rated(OTHER, 2))
    assert (said.rating, said.guess) == (2, False)


def test_an_own_ask_is_known_by_its_words() -> None:
    assert height(MINE.words, made(MINE.words, 10)).height > height(MINE.words).height + 1


def test_a_peak_counts_less_than_a_rating() -> None:
    peak = guesses.curve([], 5, Felt(peaks=(Peak("a", 3, 9, guesses.PEAK),)))[2]
    assert guesses.curve([], 5)[2] < peak < guesses.curve([(3, 9)], 5)[2]


@pytest.mark.parametrize(("less", "more"), [(40, 1), (100, 40)])
def test_a_newer_peak_counts_more(less: float, more: float) -> None:
    assert felt(made(ONE, 9, less)).peaks[0].weight < felt(made(ONE, 9, more)).peaks[0].weight


def test_smaller_and_imagined_asks_count_for_less() -> None:
    weights = [felt(made(ONE, 9, size=size)).peaks[0].weight for size in Size]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 3


@pytest.mark.parametrize(("peak", "sign"), [(9, 1), (2, -1)])
def test_the_first_three_attempts_set_the_level_of_every_domain(peak: int, sign: int) -> None:
    first = [made(ONE, peak, 5), made(OTHER, peak, 4), made(THIRD, peak, 3)]
    assert felt(*first, domain=WORK).level * sign > 0.5
    fourth = made(FOURTH, 11 - peak, 2)
    assert felt(*first, fourth, domain=WORK).level == felt(*first, domain=WORK).level


def test_what_was_not_attempted_or_is_not_in_the_bank_any_more_says_nothing() -> None:
    gone = Attempt(1, NOW.date(), SOCIAL, 3, State.DONE, NOW - DAY, "gone", facts=Facts(peak=9))
    assert felt(made(ONE, None, before=9), gone) == guesses.NOTHING


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 10), st.integers(1, 10), st.floats(0, 1)), max_size=40),
    st.integers(1, 10),
    st.floats(-5, 5),
)
def test_any_life_gives_guesses_of_1_to_10_that_never_fall_with_the_rung(
    peaks: list[tuple[int, int, float]], sting: int, level: float
) -> None:
    there = tuple(Peak("x", rung, high, weight) for rung, high, weight in peaks)
    heights = guesses.curve([], sting, Felt(level, there))
    assert all(1 <= one <= 10 for one in heights)
    assert all(low <= high + 1e-9 for low, high in pairwise(heights))
    assert all(1 <= guesses.of_ask("x", one, Felt(level, there)) <= 10 for one in heights)


# --- surprises


@pytest.mark.parametrize(("peak", "surprises"), [(2, True), (3, False), (7, False), (8, True)])
def test_a_peak_three_off_the_rating_is_a_surprise(peak: int, surprises: bool) -> None:
    assert bool(surprising(made(ONE, peak), ratings=rated(ONE, 5))) is surprises


def test_without_a_rating_the_guess_of_that_day_is_what_it_is_held_against() -> None:
    assert surprising(made(ONE, 10)) == [ONE]
    assert surprising(made(ONE, 6)) == []
    used_to_it = [made(name, 9, 20 - n) for n, name in enumerate([OTHER, THIRD, FOURTH])]
    assert ONE not in surprising(*used_to_it, made(ONE, 9)), "by then it was expected"


def test_a_dread_that_kept_them_from_asking_is_a_surprise_too() -> None:
    assert surprising(made(ONE, None, before=9), ratings=rated(ONE, 4)) == [ONE]
    assert surprising(made(ONE, None), ratings=rated(ONE, 4)) == []


def test_only_the_whole_ask_surprises() -> None:
    assert surprising(made(ONE, 1, size=Size.IMAGINAL), made(OTHER, 1, size=Size.SMALLER)) == []


def test_what_was_rated_since_is_settled() -> None:
    assert surprising(made(ONE, 9, 3), ratings=rated(ONE, 4, ago=2)) == []


def test_the_newest_surprise_comes_first_and_an_ask_once() -> None:
    log = (made(ONE, 9, 9), made(OTHER, 9, 5), made(ONE, 9, 2))
    ratings = rated(ONE, 4) | rated(OTHER, 4)
    assert surprising(*log, ratings=ratings) == [ONE, OTHER]


def test_what_is_retired_is_not_rated_again() -> None:
    away = {ONE: Rating(ONE, SOCIAL, 4, NOW - DAY * 30, NOW)}
    assert surprising(made(ONE, 9), ratings=away) == []


def test_since_the_last_offer_only_newer_ones_count() -> None:
    log = (made(ONE, 9, 9), made(OTHER, 9, 2))
    ratings = rated(ONE, 4) | rated(OTHER, 4)
    found = ladder.surprising(log, PLACES, ratings, STING, SOCIAL, NOW - DAY * 5)
    assert [place.key for place in found] == [OTHER]


def test_one_surprise_offers_nothing_and_two_offer_both_also_when_they_are_not_on_the_ladder() -> None:
    items = ladder.build(REAL, (), {}, 5, SOCIAL)
    off = [c.id for c in REAL if c.domain is SOCIAL and c.id not in {item.key for item in items}][:2]
    first, second = (Place(name, RUNG[name]) for name in off)
    assert ladder.offered_for_rerating(items, {}, NOW, [first]) == ()
    both = ladder.offered_for_rerating(items, {}, NOW, [first, second])
    assert [item.key for item in both] == off
    assert [item.key for item in ladder.due_for_rerating(items, {}, NOW, [second])] == [off[1]]


@pytest.mark.parametrize(("days", "may"), [(None, True), (0, False), (13.9, False), (14, True)])
def test_the_coach_brings_it_up_every_two_weeks_at_most(days: float | None, may: bool) -> None:
    last = None if days is None else NOW - DAY * days
    assert ladder.brings_up_rerating(last, NOW) is may


def test_a_thousand_days_are_looked_through_quickly_enough_to_end_a_debrief() -> None:
    names = [c.id for c in REAL if c.domain is SOCIAL]
    log = [made(names[n % len(names)], n % 10 + 1, 1001 - n) for n in range(1000)]
    assert len(felt(*log).peaks) == guesses.NEWEST
    assert len(surprising(*log)) <= guesses.RECENT
