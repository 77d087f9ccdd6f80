"""The ladder of a domain: which asks stand on it, how guesses follow ratings, what is rated next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import choose, guesses, ladder, sizing, worth
from bot.coach.ladder import Ladder, OwnAsk, Rating
from bot.coach.model import (
    RUNGS,
    Attempt,
    Cause,
    Challenge,
    Context,
    Domain,
    Kind,
    Stakes,
    State,
    Why,
)
from bot.words import bank

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
DAY = timedelta(days=1)
SOCIAL = Domain.SOCIAL
REAL = bank.load().challenges
HERE = [c for c in REAL if c.domain is SOCIAL]
STINGS = st.integers(1, 10)
RATED = st.dictionaries(st.sampled_from([c.id for c in HERE]), st.integers(1, 10), max_size=12)


def said(ratings: dict[str, int], at: datetime = NOW) -> dict[str, Rating]:
    return {key: Rating(key, SOCIAL, rating, at) for key, rating in ratings.items()}


def retired(*keys: str) -> dict[str, Rating]:
    return {key: Rating(key, SOCIAL, None, NOW, NOW) for key in keys}


def own(number: int = 1, rung: int = 3, **others: object) -> OwnAsk:
    return OwnAsk(number, SOCIAL, f"ask for thing {number}", None, rung, NOW, **others)  # type: ignore[arg-type]  # retired_at alone


def build(ratings: dict[str, Rating] | None = None, mine: tuple[OwnAsk, ...] = (), sting: int = 5) -> Ladder:
    return ladder.build(REAL, mine, ratings or {}, sting, SOCIAL)


# --- which asks


@pytest.mark.parametrize("domain", Domain)
def test_every_domain_has_25_to_30_asks_from_all_its_rungs(domain: Domain) -> None:
    items = ladder.build(REAL, (), {}, 5, domain)
    assert 25 <= len(items) <= 30
    assert {item.rung for item in items} == {c.rung for c in REAL if c.domain is domain}
    assert max(Counter(item.rung for item in items).values()) <= 5


@settings(max_examples=60, deadline=None)
@given(RATED, st.integers(0, 20), STINGS, st.sets(st.sampled_from([c.id for c in HERE]), max_size=10))
def test_any_ladder_has_its_size_its_order_and_every_rating(
    ratings: dict[str, int], mine: int, sting: int, away: set[str]
) -> None:
    kept = said(ratings) | retired(*away)
    items = build(kept, tuple(map(own, range(mine))), sting)
    assert 25 <= len(items) <= 30
    assert len({item.key for item in items}) == len(items)
    assert not away & {item.key for item in items}
    assert [item.height for item in items] == sorted(item.height for item in items)
    assert all(item.rating in RUNGS for item in items)
    rated = {item.key: item.rating for item in items if not item.guess}
    assert rated == {key: rating for key, rating in ratings.items() if key not in away}


def test_rating_an_ask_moves_no_other_off_the_ladder() -> None:
    items = build()
    for item in items:
        assert {one.key for one in build(said({item.key: 10}))} == {one.key for one in items}


def test_an_ask_that_is_retired_gives_way_to_one_other() -> None:
    before = {item.key for item in build()}
    away = min(before)
    after = {item.key for item in build(retired(away))}
    assert before - after == {away}
    assert len(after) == len(before)


def test_a_retired_own_ask_is_gone_and_another_domain_has_none_of_it() -> None:
    assert [i.key for i in build(mine=(own(1), own(2, retired_at=NOW))) if i.own] == ["own-1"]
    assert not any(item.own for item in ladder.build(REAL, [own()], {}, 5, Domain.PROFESSIONAL))


# --- guesses


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 10), st.integers(1, 10)), max_size=30), STINGS)
def test_guesses_are_ratings_and_never_fall_with_the_rung(rated: list[tuple[int, int]], sting: int) -> None:
    heights = guesses.curve(rated, sting)
    assert len(heights) == 10
    assert all(1 <= height <= 10 for height in heights)
    assert all(low <= high + 1e-9 for low, high in pairwise(heights))


def test_before_any_rating_the_first_rung_is_middling_and_one_up_is_more() -> None:
    for sting in range(1, 11):
        heights = guesses.curve([], sting)
        assert heights[sizing.start_rung(sting) - 1] == pytest.approx(5.0)
        assert heights[sizing.start_rung(sting)] > 5.0


@given(st.integers(1, 10), st.integers(1, 10), STINGS)
def test_ratings_pull_the_guess_of_their_rung_towards_them(rung: int, rating: int, sting: int) -> None:
    before, after = guesses.curve([], sting), guesses.curve([(rung, rating)] * 4, sting)
    assert abs(after[rung - 1] - rating) <= abs(before[rung - 1] - rating) + 1e-9
    assert abs(after[rung - 1] - rating) <= abs(before[rung - 1] - rating) / 2 + 0.1


def test_where_ratings_contradict_the_rungs_the_guesses_meet_in_the_middle() -> None:
    heights = guesses.curve([(3, 9)] * 5 + [(4, 2)] * 5, 5)
    assert heights[2] == pytest.approx(heights[3])
    assert 4 < heights[2] < 7


def test_somebody_who_rates_lower_gets_lower_guesses() -> None:
    some = {item.key: 3 for item in build()[::4]}
    calm = {i.key: i.height for i in build(said(some)) if i.guess}
    assert all(height < {i.key: i.height for i in build()}[key] for key, height in calm.items())


# --- what to rate


def test_eight_ratings_reach_from_the_bottom_to_the_top() -> None:
    ratings: dict[str, int] = {}
    rungs = []
    for _ in range(ladder.FIRST_ROUND):
        item = ladder.next_to_rate(build(said(ratings)))
        assert item is not None
        assert item.key not in ratings
        rungs.append(item.rung)
        ratings[item.key] = 5
    assert len(set(rungs)) >= 6
    assert {min(rungs), max(rungs)} == {1, 10}


def test_own_asks_are_rated_first_and_at_last_nothing_is_left() -> None:
    item = ladder.next_to_rate(build(mine=(own(),)))
    assert item is not None
    assert item.own
    assert ladder.next_to_rate(build(said({item.key: 5 for item in build()}))) is None


@pytest.mark.parametrize(("days", "due"), [(13, 0), (14, 4), (60, 4)])
def test_ratings_are_asked_for_again_after_two_weeks_a_few_at_a_time(days: int, due: int) -> None:
    ratings = said({item.key: 5 for item in build()[:9]}, NOW - DAY * days)
    assert len(ladder.due_for_rerating(build(ratings), ratings, NOW)) == due


def test_the_oldest_ratings_come_first() -> None:
    keys = [item.key for item in build()[:6]]
    ratings = {key: Rating(key, SOCIAL, 5, NOW - DAY * (20 + n)) for n, key in enumerate(keys)}
    due = ladder.due_for_rerating(build(ratings), ratings, NOW)
    assert [item.key for item in due] == keys[:1:-1]


@given(st.integers(1, 10), st.integers(1, 10), STINGS)
def test_a_more_frightening_own_ask_is_never_on_a_lower_rung(one: int, other: int, sting: int) -> None:
    low, high = (ladder.rung_of(rating, build(sting=sting), sting) for rating in sorted((one, other)))
    assert 1 <= low <= high <= 10


# --- the challenge of a day


def banked(
    name: str, rung: int = 3, stakes: Stakes = Stakes.LOW, context: Context = Context.SHOP
) -> Challenge:
    return Challenge(name, SOCIAL, rung, context, Kind.SMALL_FAVOUR, stakes)


def asked(name: str | None, day: int, words: str | None = None, passed: tuple[str, ...] = ()) -> Attempt:
    at = NOW + DAY * day
    return Attempt(day, at.date(), SOCIAL, 3, State.DONE, at, name, words, passed=passed)


MINE = "ask for thing 1"
POOL = ladder.pool([banked("low", 1), banked("one"), banked("two")], [own(), own(2, 9)], {})


def chosen(
    pool: Sequence[Challenge], log: list[Attempt], day: int, rung: int = 3, roll: float = 0.0
) -> Challenge:
    """The ask of a day for somebody of whom nothing is known but this log."""
    on = (NOW + DAY * day).date()
    course = sizing.course(log, [], {SOCIAL: 5}, on, {c.id: c for c in pool})
    return choose.ask(worth.Morning(pool, course, on), SOCIAL, Why(Cause.HELD, rung), roll)


def pick(log: list[Attempt], day: int, rung: int = 3) -> str:
    return chosen(POOL, log, day, rung).id


def test_an_own_ask_on_the_rung_is_the_ask_of_the_day_and_one_above_is_not() -> None:
    assert pick([], 0) == "ask for thing 1"
    assert pick([], 0, rung=2) == "low"


@pytest.mark.parametrize("log", [[asked(None, 0, MINE)], [asked("two", 0, passed=(MINE,))]])
def test_an_own_ask_rests_for_thirty_days_offered_told_of_or_swapped_away(log: list[Attempt]) -> None:
    later = [asked("one", 29), asked("two", 30)]
    assert pick([*log, *later], 30) != "ask for thing 1"
    assert pick([*log, *later], 31) == "ask for thing 1"


def test_an_own_ask_is_meaningful_and_comes_first_after_a_low_one() -> None:
    pool = [*POOL, banked("small", 3, Stakes.LOW, Context.STREET), banked("big", 3, Stakes.MEANINGFUL)]
    log = [asked("big", 0), asked("small", 1)]
    found = {chosen(pool, log, 2, roll=roll) for roll in (0.0, 0.5, 0.99)}
    assert [(c.own, c.stakes) for c in found] == [(True, Stakes.MEANINGFUL)]


def test_what_is_retired_is_not_offered_unless_nothing_else_is_there() -> None:
    pool = [banked("one"), banked("two")]
    assert [c.id for c in ladder.pool(pool, [], retired("one"))] == ["two"]
    assert [c.id for c in ladder.pool(pool, [], retired("one", "two"))] == ["one", "two"]
    assert ladder.pool(pool, [own(retired_at=NOW)], {}) == tuple(pool)
