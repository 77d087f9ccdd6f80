"""Which asks of the bank fit a person's life, as far as they said what does.

What would leave too little of a domain does not count there, and the person is told so: nobody is left
without a next challenge, in two places at least, from the first rung on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.coach.model import Challenge, Context, Domain, Life

LEAST = 10  # asks of a domain that have to be left: two weeks of a full plan
PLACES = 2

_LEFT_OUT = {
    Life.NO_PHONE: Context.PHONE,
    Life.NO_ONLINE: Context.ONLINE,
    Life.NO_HOME: Context.HOME,
    Life.NO_SHOP: Context.SHOP,
    Life.NO_STREET: Context.STREET,
    Life.NO_WORK: Context.WORK,
}


@dataclass(frozen=True, slots=True)
class Fitting:
    """The asks that fit, in the order they were in; `ignored`: where too little would have been left."""

    asks: tuple[Challenge, ...]
    ignored: tuple[tuple[Domain, Life], ...] = ()


def fitting(bank: Sequence[Challenge], said: Collection[Life]) -> Fitting:
    """Leave out what does not fit; where harmony comes first, prefer the asks that keep it."""
    if not said:
        return Fitting(tuple(bank))
    kept: set[str] = set()
    ignored: list[tuple[Domain, Life]] = []
    for domain in Domain:
        here = [c for c in bank if c.domain is domain]
        for one in (one for one in Life if one in said and here):
            left = _left(here, one)
            if _enough(left, here):
                here = left
            else:
                ignored.append((domain, one))
        kept.update(c.id for c in here)
    harmony = Life.HARMONY in said
    asks = (replace(c, preferred=True) if harmony and c.group else c for c in bank if c.id in kept)
    return Fitting(tuple(asks), tuple(ignored))


def _left(here: Iterable[Challenge], one: Life) -> list[Challenge]:
    here = list(here)
    if one is Life.HARMONY:
        blunt = {name for c in here for name in c.instead_of}
        return [c for c in here if c.id not in blunt]
    if one is Life.FREE:
        return [c for c in here if not c.costs]
    return [c for c in here if c.context is not _LEFT_OUT[one]]


def _enough(left: Sequence[Challenge], here: Sequence[Challenge]) -> bool:
    if len(left) < LEAST or len({c.context for c in left}) < PLACES:
        return False
    return min(c.rung for c in left) == min(c.rung for c in here)
