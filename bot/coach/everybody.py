"""How hard everybody finds an ask of the bank, beside its rung: what many first words on it come to.

The rung of an ask is its editors' estimate. Each log says where the first word on an ask puts it, beside what
was expected of it for that person (`belief`); the weighted mean of many, drawn towards the rung, is what
everybody finds. It knows asks and counts, no person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

APART = 0.25  # variance among asks of how far their rung is off [g]
PEOPLE = 5  # of whom there is a word on it, at least
EVERY = timedelta(days=7)  # after which it is learnt anew
MOVES = 0.1  # rungs by which an ask must be found otherwise than before, to be
AHEAD = timedelta(days=2)  # until it holds: by then no day that has begun anywhere is folded with it
MOST = 1.5  # rungs: whatever is said, no ask gets further from the rung its editors gave it


History = tuple[tuple[date, float], ...]  # oldest first


@dataclass(frozen=True, slots=True)
class Heard:
    """The first words on one ask, added up."""

    ask: str
    people: int
    weight: float  # sum of one over their variances
    lay: float  # sum of weight times the rung where each alone puts it


@dataclass(frozen=True, slots=True)
class Found:
    """From which day on an ask is so many rungs harder, by its id; one that is not in it is as its rung says.

    All of it is kept: the log of a day is folded with what was known on it, so what is learnt today changes
    nothing that was folded, and a snapshot of it holds.
    """

    asks: Mapping[str, History] = field(default_factory=dict)
    at: datetime | None = None  # when it was learnt


def together(words: Iterable[Heard]) -> dict[str, Heard]:
    """What was added up apart, in one, by ask."""
    found: dict[str, Heard] = {}
    for one in words:
        so_far = found.get(one.ask, Heard(one.ask, 0, 0.0, 0.0))
        people, weight, lay = so_far.people + one.people, so_far.weight + one.weight, so_far.lay + one.lay
        found[one.ask] = Heard(one.ask, people, weight, lay)
    return found


def harder(heard: Heard, rung: int) -> float:
    """Rungs by which everybody finds an ask harder than its rung: the mean of a normal posterior."""
    return within((heard.lay - rung * heard.weight) / (heard.weight + 1 / APART))


def within(off: float) -> float:
    return min(max(off, -MOST), MOST)


def due(found: Found, now: datetime) -> bool:
    """Whether to learn anew; what was learnt by a clock that was ahead does not hold it up."""
    return found.at is None or not timedelta() <= now - found.at < EVERY


def learnt(words: Iterable[Heard], rungs: Mapping[str, int], before: Found, now: datetime) -> Found:
    """What everybody finds now, in hundredths of a rung, after what they found before; small moves wait."""
    asks = dict(before.asks)
    for heard in (heard for heard in words if heard.people >= PEOPLE):
        by, known = round(harder(heard, rungs[heard.ask]), 2), asks.get(heard.ask, ())
        if abs(by - (known[-1][1] if known else 0.0)) >= MOVES:
            asks[heard.ask] = tuple(sorted({**dict(known), (now + AHEAD).date(): by}.items()))
    return Found(asks, now)
