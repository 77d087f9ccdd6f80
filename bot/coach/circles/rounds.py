"""Rounds: look ahead, so that the meetings a circle still owes its people can go on to the last.

Whoever takes any meetings that are owed paints themselves into a corner: the last weeks would repeat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bot.coach.circles import grouping
from bot.coach.circles.acquaintance import Acquaintance
from bot.coach.circles.grouping import FEW, Week

TRIES = 20_000  # weeks tried in search of an exact round; the most that nine people needed was 6,412
STEPS = 1500  # meetings entered in search of a plan
MOST = 500  # owed meetings looked through; while there are more, nearly any week leaves a way to the end


def week(known: Acquaintance, dice: Iterator[int]) -> Week:
    """Choose who meets this week, as places."""
    if len(known.people) < 2:
        return ()
    if len(known.people) <= FEW:
        return _exact(known) or grouping.cheapest_of_few(known)
    cheap = grouping.cheap(known)
    return _regular(known, cheap, dice) or cheap


def _exact(known: Acquaintance) -> Week:
    """The cheapest week of owed meetings after which the rest falls into such weeks too, if there is one."""
    everybody = tuple(range(len(known.people)))
    if not _even(known):
        return ()
    ways = grouping.ways(everybody, lambda one, other: not known.rungs[one][other])
    weeks = {week: _bits(week, known) for week in sorted(ways, key=known.cost)}
    owed, masks, tries = _bits([everybody], known), list(weeks.values()), iter(range(TRIES))
    return next(
        (week for week, mask in weeks.items() if _falls(owed ^ mask, _without(masks, mask), tries)), ()
    )


def _even(known: Acquaintance) -> bool:
    """Whether the owed meetings are as many as whole weeks have, and nobody has too few or too many."""
    size = len(known.people)
    owed = [row.count(0) for row in known.rungs]
    weeks, more = divmod(sum(owed), size + 3 if size % 2 else size)
    most = 2 * weeks if size % 2 else weeks
    return weeks > 0 == more and all(weeks <= many <= most for many in owed)


def _bits(groups: Iterable[Sequence[int]], known: Acquaintance) -> int:
    """Owed meetings as bits."""
    size = len(known.people)
    twos = (two for group in groups for two in combinations(group, 2))
    return sum(1 << one * size + other for one, other in twos if not known.rungs[one][other])


def _without(weeks: Iterable[int], taken: int) -> list[int]:
    return [week for week in weeks if not week & taken]


def _falls(owed: int, weeks: list[int], tries: Iterator[int]) -> bool:
    """Whether some of these weeks cover the owed meetings exactly: try each that has the first of them."""
    first = owed & -owed
    if not owed or next(tries, None) is None:
        return not owed
    return any(_falls(owed ^ week, _without(weeks, week), tries) for week in weeks if week & first)


def _regular(known: Acquaintance, cheap: Week, dice: Iterator[int]) -> Week:
    """Where all are owed as many: the cheap week if the rest can be finished, else the cheapest of a plan."""
    owed = [[other for other, rung in enumerate(row) if not rung] for row in known.rungs]
    many = len(owed[0])
    if len(owed) % 2 or {len(row) for row in owed} != {many} or many * len(owed) > 2 * MOST:
        return ()
    taken = {one: other for pair in cheap for one, other in (pair, pair[::-1])}
    rest = [[other for other in row if taken.get(one) != other] for one, row in enumerate(owed)]
    if not any(map(known.rung, cheap)) and _plan(rest, many - 1, STEPS, dice) is not None:
        return cheap
    plan = _plan(owed, many, 4 * STEPS, dice) or []
    return min(plan, key=known.cost, default=())


def _plan(owed: Sequence[Sequence[int]], weeks: int, steps: int, dice: Iterator[int]) -> list[Week] | None:
    """Spread owed meetings over so many weeks, each person in each once; none where that is not found.

    An edge colouring: a meeting takes a week both have free, or makes one by swapping two weeks along a
    chain, or, where the chain comes back, pushes another meeting out, which then looks for a week itself.
    """
    meetings = [(one, other) for one, row in enumerate(owed) for other in row if one < other]
    for _ in range(1 + steps // (3 * len(meetings) + 1)):
        diary = [[-1] * weeks for _ in owed]
        waiting = sorted(meetings, key=lambda _: next(dice))
        for _ in range(3 * len(meetings)):
            if waiting:
                waiting.extend(_enter(diary, *waiting.pop(), dice))
        if not waiting:
            return [_of(diary, at) for at in range(weeks)]
    return None


def _of(diary: list[list[int]], week: int) -> Week:
    return tuple((one, row[week]) for one, row in enumerate(diary) if one < row[week])


def _enter(diary: list[list[int]], one: int, other: int, dice: Iterator[int]) -> list[tuple[int, int]]:
    """Enter a meeting; give back the meeting it pushed out, if any."""
    mine = [week for week, mate in enumerate(diary[one]) if mate < 0]
    theirs = [week for week, mate in enumerate(diary[other]) if mate < 0]
    both = set(mine).intersection(theirs)
    week = min(both) if both else mine[next(dice) % len(mine)]
    out = []
    if not both and not _swap(diary, one, other, week, theirs[next(dice) % len(theirs)]):
        third = diary[other][week]
        diary[third][week] = -1
        out = [(other, third)]
    diary[one][week], diary[other][week] = other, one
    return out


def _swap(diary: list[list[int]], one: int, start: int, week: int, free: int) -> bool:
    """Swap two weeks along the chain from `start`, to free `week` for them; not if it ends at `one`."""
    chain = [start]
    now = week
    while (mate := diary[chain[-1]][now]) >= 0:
        chain.append(mate)
        now = free if now == week else week
    if chain[-1] == one:
        return False
    for person in chain:
        row = diary[person]
        row[week], row[free] = row[free], row[week]
    return True
