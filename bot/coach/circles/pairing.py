"""Pairing: the weekly buddies of a circle, from who is there, who met whom before, and a roll.

The rules, each only among what the ones above it leave open:
1. Two who must stay apart never meet, even where somebody stays alone; who does is in no group.
2. Two who wish for each other are buddies each week it stands so, and leave the mixing to the others.
3. As few people as possible stay alone (beyond 10 people: as few as a quick search finds).
4. Nobody meets a buddy again while others are left. Up to 10 people, and beyond where they are even, the rest
   of the round is looked through, so that it ends without a repeat where it began so. An odd circle of other
   than 3 or 9 people cannot end its round in whole weeks: there as few repeat as a quick search finds.
5. A one-sided wish is met in the first week that the mixing allows, then again in the wisher's next round.
6. The third place of a trio goes round; nobody meets in two weeks running; near clocks meet.
Measured: 200 people with 52 weeks behind them take 20 ms of a processor (two shared cores, load 6).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.coach.circles import grouping, rounds
from bot.coach.circles.acquaintance import Candidate, Group, Weeks, acquaint
from bot.coach.circles.grouping import Week

__all__ = ["Candidate", "Group", "Weeks", "pairs"]


def pairs(
    candidates: Sequence[Candidate], weeks: Weeks, apart: Collection[Group], roll: float
) -> tuple[Group, ...]:
    """Choose this week's groups: twos, and at most one three; who is in none of them stays alone.

    `weeks` are the groups there were, oldest first, with whoever was in them; `apart` are twos of people.
    The order of candidates does not matter; `roll`, in [0, 1), decides between equals.
    """
    dice = _dice(roll)
    people = _shuffled(candidates, dice)
    bound = _bound(people, apart)
    free = [place for place in range(len(people)) if not any(place in two for two in bound)]
    known = acquaint([people[place] for place in free], weeks, apart)
    mixed = [tuple(free[place] for place in group) for group in rounds.week(known, dice)]
    groups: Week = (*bound, *mixed)
    if sum(map(len, groups)) < len(people):
        groups = grouping.settled(acquaint(people, weeks, apart), groups)
    return tuple(frozenset(people[place].person for place in group) for group in groups)


def _bound(people: Sequence[Candidate], apart: Collection[Group]) -> Week:
    """The places of those who wish for each other."""
    place = {one.person: at for at, one in enumerate(people)}
    wishes = {at: place[one.wish] for at, one in enumerate(people) if one.wish in place}
    mutual = [(one, other) for one, other in wishes.items() if one < other and wishes.get(other) == one]
    return tuple(two for two in mutual if frozenset(people[at].person for at in two) not in apart)


def _shuffled(candidates: Sequence[Candidate], dice: Iterator[int]) -> list[Candidate]:
    order = {one: next(dice) for one in sorted({each.person for each in candidates})}
    return sorted(
        {one.person: one for one in candidates}.values(), key=lambda one: (order[one.person], one.person)
    )


def _dice(roll: float) -> Iterator[int]:
    """Numbers that follow from a roll: the upper bits of a linear congruence (Knuth's MMIX)."""
    state = int(roll * 2**53)
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33
