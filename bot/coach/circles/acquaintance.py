"""Acquaintance: how much a circle wants each two of its people to meet this week, as a price.

Prices rank the rules: no dearer rung of mixing is taken for a wish, and no wish dropped for a nearer clock.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from statistics import median_low

Group = frozenset[int]
Weeks = Sequence[Collection[Group]]  # oldest first
Two = tuple[int, int]  # places, the lower first
Table = list[list[int]]
Past = Sequence[Sequence[Sequence[int]]]  # weeks of groups of places

DAY = 24 * 60
LATELY = 3  # weeks after which a meeting is no longer recent
TURNS = 6  # weeks after which a turn in the trio is forgotten
LEVELS = 5  # numbers of meetings that are told apart
BARRED = 9  # the rung of two who must not meet


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to find a buddy for: their clock, in minutes from UTC, and whom they would like."""

    person: int
    offset: int = 0
    wish: int | None = None


@dataclass(frozen=True, slots=True)
class Prices:
    """Rung over wish over turn over recent over clocks: each outweighs what a whole week has of the next."""

    people: int

    @property
    def recent(self) -> int:
        return 25 * (self.people + 2)

    @property
    def turn(self) -> int:
        return self.recent * LATELY**2 * (self.people + 2)

    @property
    def wish(self) -> int:
        return self.turn * 3 * (TURNS + 1)

    def rung(self, rung: int) -> int:
        """An odd rung outweighs a week of the rungs below it; the even one above counts for both people."""
        much = self.people + 2
        return self.wish * much ** ((rung + 1) // 2) * (2 - rung % 2) if rung else 0


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Square tables by place in `people`. On rung 0 two owe each other a meeting, up to 8 ever less."""

    people: tuple[Candidate, ...]
    rungs: Table
    prices: Table
    turns: list[int]  # what a place in the trio costs each

    def price(self, group: Sequence[int]) -> int:
        turns = sum(self.turns[one] for one in group) if len(group) > 2 else 0
        return turns + sum(self.prices[one][other] for one, other in combinations(group, 2))

    def cost(self, week: Iterable[Sequence[int]]) -> int:
        return sum(map(self.price, week))

    def rung(self, group: Sequence[int]) -> int:
        return max(self.rungs[one][other] for one, other in combinations(group, 2))


def acquaint(people: Sequence[Candidate], weeks: Weeks, apart: Collection[Group]) -> Acquaintance:
    """Read the weeks there were, as far as they are about these people."""
    place = {one.person: at for at, one in enumerate(people)}
    past = [[sorted(place[one] for one in group if one in place) for group in week] for week in weeks]
    barred = {
        two for group in apart for two in combinations(sorted(place[one] for one in group if one in place), 2)
    }
    rungs = _rungs(_levels(len(people), past), barred)
    unit = Prices(len(people))
    prices = _prices(people, rungs, unit)
    for ago, week in enumerate(reversed(past[-LATELY:])):
        _add(prices, _meetings(week), unit.recent * (LATELY - ago))
    _add(prices, _open_wishes(people, place, rungs), -unit.wish)
    return Acquaintance(tuple(people), rungs, prices, _turns(len(people), past, unit.turn))


def _meetings(groups: Iterable[Sequence[int]]) -> Iterator[Two]:
    return chain.from_iterable(combinations(group, 2) for group in groups)


def _rungs(levels: Table, barred: Collection[Two]) -> Table:
    """Rank two by how many more meetings each had with the other than with whom they met least."""
    never = [*barred, *((one, one) for one in range(len(levels)))]
    for two in never:
        _put(levels, two, BARRED)
    floors = [min(row) for row in levels]
    rungs = [
        [2 * level - mine - theirs for level, theirs in zip(row, floors, strict=True)]
        for row, mine in zip(levels, floors, strict=True)
    ]
    for two in never:
        _put(rungs, two, BARRED)
    return rungs


def _levels(size: int, past: Past) -> Table:
    """Count the meetings of each two, and rank the counts from 0.

    Two who met each week, as they wished, are after it like any two who have met in this round.
    """
    starts = _starts(size, past)
    rows = {mine: [max(mine, theirs) for theirs in starts] for mine in {*starts}}
    counts = [rows[mine].copy() for mine in starts]
    for week in past:
        _add(counts, _meetings(week), 1)
    each = [count for one, row in enumerate(counts) for count in row[:one]]
    most = median_low(each) + 1 if each else 0
    told = sorted({min(count, most) for count in {*each}})[-LEVELS:]
    ranks = {count: sum(other < min(count, most) for other in told) for count in {*each, *starts}}
    return [[ranks[count] for count in row] for row in counts]


def _starts(size: int, past: Past) -> list[int]:
    """What was usual when each came: whoever is new is not owed the meetings of the years before."""
    starts: dict[int, int] = {}
    met = usual = 0
    for week in past:
        for one in {one for group in week for one in group} - starts.keys():
            met += usual * len(starts)
            starts[one] = usual
        met += sum(1 for _ in _meetings(week))
        usual = 2 * met // max(len(starts) * (len(starts) - 1), 1)
    return [starts.get(one, usual) for one in range(size)]


def _prices(people: Sequence[Candidate], rungs: Table, unit: Prices) -> Table:
    offsets = [one.offset for one in people]
    clocks = {one: {other: _between(one, other) for other in set(offsets)} for one in set(offsets)}
    rung = [unit.rung(at) for at in range(BARRED + 1)]
    return [
        [clock[offset] + rung[at] for offset, at in zip(offsets, row, strict=True)]
        for clock, row in zip(map(clocks.__getitem__, offsets), rungs, strict=True)
    ]


def _between(one: int, other: int) -> int:
    """Half hours between two clocks, whatever their dates: 0 to 24."""
    gap = (one - other) % DAY
    return min(gap, DAY - gap) // 30


def _open_wishes(people: Sequence[Candidate], place: dict[int, int], rungs: Table) -> Iterator[Two]:
    """A wish is open until the two have met in the round the wisher is in."""
    for one, candidate in enumerate(people):
        other = one if candidate.wish is None else place.get(candidate.wish, one)
        if rungs[one][other] < BARRED and rungs[one][other] == min(rungs[one]):
            yield min(one, other), max(one, other)


def _turns(size: int, past: Past, price: int) -> list[int]:
    """Price a place in the trio: the more, the shorter ago one had it."""
    turns = [0] * size
    for turn, week in enumerate(past[-TURNS:], TURNS + 1 - len(past[-TURNS:])):
        for one in chain.from_iterable(group for group in week if len(group) > 2):
            turns[one] = price * turn
    return turns


def _put(table: Table, two: Two, value: int) -> None:
    table[two[0]][two[1]] = table[two[1]][two[0]] = value


def _add(table: Table, twos: Iterable[Two], value: int) -> None:
    for one, other in twos:
        table[one][other] += value
        table[other][one] += value
