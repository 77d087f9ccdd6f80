"""The weekly buddies: whole rounds lived week by week, wishes, clocks, and any circle at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.circles.pairing import Candidate, Group, pairs

Groups = tuple[Group, ...]
NINE = [Candidate(person) for person in range(9)]
ROLLS = st.floats(0, 1, exclude_max=True)


def live(
    weeks: int, candidates: Callable[[int], Sequence[Candidate]], rolls: Sequence[float] = (0.1, 0.7, 0.4)
) -> list[Groups]:
    """The groups of so many weeks; who is there may change from week to week."""
    past: list[Groups] = []
    for week in range(weeks):
        past.append(pairs(candidates(week), past, (), rolls[week % len(rolls)]))
    return past


def meetings(weeks: Iterable[Groups]) -> Counter[Group]:
    return Counter(
        frozenset(two) for week in weeks for group in week for two in combinations(sorted(group), 2)
    )


def all_of(people: int) -> set[Group]:
    return {frozenset(two) for two in combinations(range(people), 2)}


def early(past: Sequence[Groups]) -> int:
    """How often somebody met a buddy again while there was somebody they had met less often."""
    met: Counter[Group] = Counter()
    count = 0
    for week in past:
        people = frozenset[int]().union(*week)
        for one in people:
            group = next(group for group in week if one in group)
            least = min((met[frozenset((one, other))] for other in people - group), default=len(past))
            count += sum(met[frozenset((one, other))] > least for other in group - {one})
        met += meetings([week])
    return count


@settings(max_examples=6, deadline=None)
@given(
    st.lists(ROLLS, min_size=1, max_size=12), st.lists(st.sampled_from([0, 60, 330]), min_size=9, max_size=9)
)
def test_nine_people_meet_each_other_once_in_six_weeks_and_once_more_in_the_next_six(
    rolls: list[float], offsets: list[int]
) -> None:
    nine = [Candidate(person, offset) for person, offset in enumerate(offsets)]
    past = live(12, lambda _: nine, rolls)
    for half in (past[:6], past[6:]):
        assert meetings(half) == Counter(all_of(9))
        trios = Counter(one for week in half for group in week if len(group) == 3 for one in group)
        assert set(trios.values()) == {2}


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 7)), min_size=12, max_size=12))
def test_a_wish_changed_each_week_costs_nine_people_no_repeat(wishes: list[tuple[int, int]]) -> None:
    def candidates(week: int) -> list[Candidate]:
        who, other = wishes[week]
        return [Candidate(one, wish=(one + 1 + other) % 9 if one == who else None) for one in range(9)]

    past = live(12, candidates)
    assert meetings(past[:6]) == meetings(past[6:]) == Counter(all_of(9))


@pytest.mark.parametrize("people", [2, 4, 6, 8, 10, 12, 14, 22])
def test_an_even_circle_goes_through_two_rounds_without_a_repeat(people: int) -> None:
    past = live(2 * (people - 1), lambda _: [Candidate(one) for one in range(people)])
    assert early(past) == 0
    assert meetings(past[: people - 1]) == Counter(all_of(people))


@pytest.mark.parametrize(("people", "share"), [(3, 0), (5, 0.18), (7, 0.06), (11, 0.03), (17, 0.015)])
def test_an_odd_circle_whose_round_does_not_come_out_even_repeats_few(people: int, share: float) -> None:
    past = live(2 * (people - 1), lambda _: [Candidate(one) for one in range(people)])
    assert early(past) <= 2 * sum(meetings(past).values()) * share


def test_two_hundred_people_meet_somebody_new_in_each_of_five_weeks() -> None:
    past = live(5, lambda _: [Candidate(one, one % 24 * 60) for one in range(200)])
    assert set(meetings(past).values()) == {1}
    assert all(len(week) == 100 for week in past)


def test_two_who_wish_for_each_other_are_buddies_each_week_and_the_others_mix() -> None:
    wishes = {3: 5, 5: 3}
    past = live(7, lambda _: [Candidate(one, wish=wishes.get(one)) for one in range(8)])
    assert all(frozenset((3, 5)) in week for week in past)
    others = all_of(8) - {two for two in all_of(8) if two & {3, 5}}
    assert meetings(past[:5]) == Counter([*others, *[frozenset((3, 5))] * 5])


def test_a_wish_of_one_is_met_in_the_first_week_and_once_a_round() -> None:
    nine = [Candidate(one, wish=7 if one == 2 else None) for one in range(9)]
    past = live(12, lambda _: nine)
    together = [week for week, groups in enumerate(past) if meetings([groups])[frozenset((2, 7))]]
    assert together[0] == 0
    assert [week < 6 for week in together] == [True, False]


def test_whom_all_wish_for_meets_each_of_them_once_and_nobody_twice() -> None:
    past = live(7, lambda _: [Candidate(one, wish=0 if one else None) for one in range(8)])
    assert meetings(past) == Counter(all_of(8))


@pytest.mark.parametrize("people", [9, 12, 31])
def test_wishes_that_fit_together_are_all_met_at_once(people: int) -> None:
    wishes = {one: one + 1 for one in range(0, people - 1, 2)}
    (week,) = live(1, lambda _: [Candidate(one, wish=wishes.get(one)) for one in range(people)])
    assert all(meetings([week])[frozenset(wish)] for wish in wishes.items())


@pytest.mark.parametrize("wish", [4, 99, 1])
def test_a_wish_for_oneself_or_somebody_who_is_not_there_changes_nothing(wish: int) -> None:
    here = [Candidate(one, wish=wish if one == 1 else None) for one in range(4)]
    assert pairs(here, (), (), 0.5) == pairs([Candidate(one) for one in range(4)], (), (), 0.5)


@pytest.mark.parametrize("people", [8, 16])
def test_near_clocks_meet_first_but_never_at_the_cost_of_mixing(people: int) -> None:
    far = [Candidate(one, 600 if one % 2 else 0) for one in range(people)]
    past = live(people - 1, lambda _: far)
    assert all(sum(one % 2 for one in group) != 1 for group in past[0])
    assert meetings(past) == Counter(all_of(people))


def test_clocks_are_near_across_the_date_line() -> None:
    four = [Candidate(0, -780), Candidate(1, 600), Candidate(2, -120), Candidate(3, 60)]
    assert set(pairs(four, (), (), 0.5)) == {frozenset((0, 1)), frozenset((2, 3))}


def test_a_wish_weighs_more_than_a_near_clock() -> None:
    four = [Candidate(0, 0, wish=2), Candidate(1, 0), Candidate(2, 720), Candidate(3, 720)]
    assert frozenset((0, 2)) in pairs(four, (), (), 0.5)


def test_buddies_of_last_week_part_even_where_a_new_round_begins() -> None:
    past = live(9, lambda _: [Candidate(one) for one in range(4)])
    assert all(not set(before) & set(after) for before, after in pairwise(past))


def test_who_pauses_is_in_no_group_and_is_met_when_they_are_back() -> None:
    past = live(8, lambda week: [Candidate(one) for one in range(6) if week not in {1, 2} or one])
    assert all(0 not in group for week in past[1:3] for group in week)
    assert {one for week in past for group in week if 0 in group for one in group} == set(range(6))


def test_somebody_new_meets_all_and_the_others_go_on_mixing() -> None:
    past = live(40, lambda week: [Candidate(one) for one in range(8 if week > 29 else 7)])
    assert {one for week in past[30:37] for group in week if 7 in group for one in group} == set(range(8))
    assert max(meetings(past[30:37]).values()) == 2


@pytest.mark.parametrize(
    ("people", "apart", "groups"),
    [
        (0, [], [0]),
        (1, [], [0]),
        (2, [(0, 1)], [0]),
        (3, [(0, 1)], [2]),
        (4, [(0, 1), (0, 2), (0, 3)], [3]),
        (5, [(0, 1)], [2, 3]),
    ],
)
def test_who_may_meet_nobody_stays_alone(people: int, apart: list[Sequence[int]], groups: list[int]) -> None:
    found = pairs([Candidate(one) for one in range(people)], (), [frozenset(two) for two in apart], 0.5)
    assert sorted(map(len, found)) == [size for size in groups if size]
    assert not any(set(two) <= group for two in apart for group in found)


def test_a_wish_never_brings_together_who_must_stay_apart() -> None:
    two = [Candidate(0, wish=1), Candidate(1, wish=0), Candidate(2), Candidate(3)]
    for roll in (0.0, 0.3, 0.9):
        assert frozenset((0, 1)) not in pairs(two, (), [frozenset((0, 1))], roll)


def test_somebody_left_over_joins_two_who_wished_for_each_other() -> None:
    three = [Candidate(0, wish=1), Candidate(1, wish=0), Candidate(2)]
    assert pairs(three, (), (), 0.5) == (frozenset((0, 1, 2)),)


def test_chance_decides_between_equals() -> None:
    assert len({frozenset(pairs(NINE, (), (), roll / 10)) for roll in range(10)}) > 5


PEOPLE = st.integers(0, 14)
CANDIDATES = st.lists(
    st.builds(Candidate, PEOPLE, st.integers(-720, 840), st.none() | PEOPLE),
    unique_by=lambda one: one.person,
    max_size=14,
)
GROUPS = st.frozensets(PEOPLE, max_size=5)  # of one, of five, with people who left: any past at all
WEEKS = st.lists(st.lists(GROUPS, max_size=5), max_size=8)
APART = st.frozensets(st.frozensets(PEOPLE, min_size=2, max_size=2), max_size=12)


@settings(max_examples=60, deadline=None)
@given(CANDIDATES, WEEKS, APART, ROLLS)
def test_any_circle_is_put_in_twos_and_at_most_one_three(
    candidates: list[Candidate], weeks: list[list[Group]], apart: frozenset[Group], roll: float
) -> None:
    found = pairs(candidates, weeks, apart, roll)
    placed = [one for group in found for one in group]
    alone = {one.person for one in candidates}.difference(placed)
    assert len(placed) == len(set(placed)) == len(candidates) - len(alone)
    assert sorted(map(len, found), reverse=True)[1:] == [2] * len(found[1:])
    assert all(len(group) in {2, 3} for group in found)
    assert not any(two <= group for two in apart for group in found)
    assert all(frozenset(two) in apart for two in combinations(alone, 2))
    assert pairs(candidates[::-1], weeks, apart, roll) == found


@settings(max_examples=30, deadline=None)
@given(CANDIDATES, WEEKS, ROLLS)
def test_where_nobody_is_kept_apart_all_are_in_a_group(
    candidates: list[Candidate], weeks: list[list[Group]], roll: float
) -> None:
    found = pairs(candidates, weeks, (), roll)
    assert sum(map(len, found)) == (len(candidates) if len(candidates) > 1 else 0)


def fewest_alone(people: frozenset[int], apart: frozenset[Group], trio: bool = True) -> int:
    """A slow second opinion: try the first alone and in every group."""
    if not people:
        return 0
    first, rest = min(people), people - {min(people)}
    groups = [frozenset({first, *more}) for size in (1, 2)[: 1 + trio] for more in combinations(rest, size)]
    fitting = [group for group in groups if not any(two <= group for two in apart)]
    tried = [fewest_alone(people - group, apart, trio and len(group) == 2) for group in fitting]
    return min([1 + fewest_alone(rest, apart, trio), *tried])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 6), st.frozensets(st.sampled_from(sorted(all_of(6), key=sorted)), max_size=15), ROLLS)
def test_as_few_as_possible_stay_alone(people: int, apart: frozenset[Group], roll: float) -> None:
    found = pairs([Candidate(one) for one in range(people)], (), apart, roll)
    assert people - sum(map(len, found)) == fewest_alone(frozenset(range(people)), apart)
