"""Grouping: put places of an acquaintance in the cheapest twos, and one three where they are odd.

Exact where all ways can be gone through; beyond that a quick choice, mended rung by rung, then by swaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from bot.coach.circles.acquaintance import BARRED, Acquaintance

Places = tuple[int, ...]
Week = tuple[Places, ...]
Meets = Callable[[int, int], bool]

FEW = 10  # people of whom all ways can be gone through: 1,260 for nine, 945 for ten, 17,325 for eleven
SWEEPS = 6  # rounds of swaps; each only makes the week cheaper
TURN = 24  # people looked at for the trio
TRIOS = 300  # trios tried until a week has no repeat, over the people: 28 for eleven, 2 for 200


def ways(places: Places, meet: Meets) -> Iterator[Week]:
    """Every way to put all of them in twos, and one three where they are odd, if all in a group may meet."""
    return _ways(places, meet, len(places) % 2 == 1)


def _ways(places: Places, meet: Meets, trio: bool) -> Iterator[Week]:
    if not places:
        yield ()
    elif len(places) > 1:
        for group in _groups(places, meet, trio):
            rest = tuple(one for one in places if one not in group)
            for more in _ways(rest, meet, trio and len(group) == 2):
                yield (group, *more)


def _groups(places: Places, meet: Meets, trio: bool) -> Iterator[Places]:
    """The groups that the first of them may be in."""
    first = places[0]
    met = [one for one in places[1:] if meet(first, one)]
    yield from ((first, one) for one in met)
    if trio:
        yield from ((first, one, other) for one, other in combinations(met, 2) if meet(one, other))


def cheapest_of_few(known: Acquaintance) -> Week:
    """The cheapest week there is, with as few people as possible left alone."""
    everybody = range(len(known.people))
    for alone in range(len(known.people) + 1):
        kept = (tuple(one for one in everybody if one not in out) for out in combinations(everybody, alone))
        weeks = [week for places in kept for week in ways(places, lambda a, b: known.rungs[a][b] < BARRED)]
        if weeks:
            return min(weeks, key=known.cost)
    return ()


def cheap(known: Acquaintance) -> Week:
    """A week that is hard to better, in a time that grows with the square of the people."""
    best: Week = ()
    for trio in _trios(known) if len(known.people) % 2 else [()]:
        week = _around(known, trio)
        if not best or known.cost(week) < known.cost(best):
            best = week
        if not any(map(known.rung, best)):
            break
    return tuple(group for group in best if known.rung(group) < BARRED)


def _around(known: Acquaintance, trio: Places) -> Week:
    """The rest of a week with this trio."""
    mates = _mates(known, [one for one in range(len(known.people)) if one not in trio])
    for rung in range(BARRED):
        _mend(known, mates, rung)
    pairs = _swapped(known, [(one, other) for one, other in mates.items() if one < other])
    return (trio, *pairs) if trio else tuple(pairs)


def settled(known: Acquaintance, week: Week) -> Week:
    """Find a place for who is in no group: with another of them, or as the third of the cheapest two."""
    groups = list(week)
    alone = set(range(len(known.people))).difference(*groups)
    for two in combinations(sorted(alone), 2):
        if alone.issuperset(two) and known.rung(two) < BARRED:
            groups.append(two)
            alone -= set(two)
    if all(len(group) == 2 for group in groups):
        threes = [(*group, one) for one in alone for group in groups]
        best = min((three for three in threes if known.rung(three) < BARRED), key=known.price, default=())
        groups = [group for group in groups if not set(group) <= set(best)] + [best] * bool(best)
    return tuple(groups)


def _trios(known: Acquaintance) -> Sequence[Places]:
    """Threes of those whose turn it is; first those who might not have better buddies without each other."""
    turn = sorted(range(len(known.people)), key=known.turns.__getitem__)[:TURN]
    best = [min(row) for row in known.prices]
    threes = {
        three: 2 * known.price(three) - sum(map(best.__getitem__, three)) for three in combinations(turn, 3)
    }
    return sorted(threes, key=threes.__getitem__)[: 1 + TRIOS // len(known.people)]


def _mates(known: Acquaintance, places: Sequence[int]) -> dict[int, int]:
    """Let each in turn take whom they meet most cheaply; who has the cheapest offer begins."""
    left = dict.fromkeys(sorted(places, key=lambda one: min(known.prices[one])))
    mates: dict[int, int] = {}
    while left:
        one = next(iter(left))
        del left[one]
        other = min(left, key=known.prices[one].__getitem__)
        del left[other]
        mates[one], mates[other] = other, one
    return mates


def _mend(known: Acquaintance, mates: dict[int, int], rung: int) -> None:
    """Take apart the twos above a rung and rematch them along alternating paths, where these are found."""
    free = {one: None for one, other in mates.items() if known.rungs[one][other] > rung}
    for one in free:
        del mates[one]
    for one in tuple(free):
        path = _path(known, mates, free, one, rung) if one in free else []
        for giver, taker in zip(path[::2], path[1::2], strict=True):
            mates[giver], mates[taker] = taker, giver
        for end in {*path[:1], *path[-1:]}:
            del free[end]
    mates |= _mates(known, list(free))


def _path(
    known: Acquaintance, mates: dict[int, int], free: dict[int, None], start: int, rung: int
) -> list[int]:
    """Find a way from one without a buddy to another, breadth first, new buddies and old ones in turn."""
    came = {start: [start]}
    seen = {start}
    queue = [start]
    for one in queue:
        row = known.rungs[one]
        for other in (*free, *mates):
            if other in seen or row[other] > rung:
                continue
            if other in free:
                return [*came[one], other]
            seen |= {other, mates[other]}
            came[mates[other]] = [*came[one], other, mates[other]]
            queue.append(mates[other])
    return []


def _swapped(known: Acquaintance, pairs: list[Places]) -> list[Places]:
    """Swap buddies between two pairs wherever that is cheaper."""
    prices, cheaper = known.prices, True
    for _ in range(SWEEPS):
        if not cheaper:
            break
        cheaper = False
        for left, right in combinations(range(len(pairs)), 2):
            (one, two), (three, four) = pairs[left], pairs[right]
            price = prices[one][two] + prices[three][four]
            across, straight = prices[one][three] + prices[two][four], prices[one][four] + prices[two][three]
            if min(across, straight) < price:
                cheaper = True
                swap = ((one, three), (two, four)) if across <= straight else ((one, four), (two, three))
                pairs[left], pairs[right] = swap
    return pairs
