"""A person's own ladder in one domain: which asks stand on it, in which order, what to rate next.

Ratings they gave are never changed here; where there is none, a guess takes its place and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, zip_longest
from math import exp

from bot.coach import sizing
from bot.coach.model import RUNGS, Challenge, Domain, Kind, Stakes

BANKED = 26  # asks of the bank on a ladder
MOST = 30  # asks in all
MOST_OWN = 15  # of their own, in one domain
FIRST_ROUND = 8  # ratings asked for in one go
FEW = 4  # asks to rate again
STALE = timedelta(days=14)
AT_START = 5.0  # how frightening an ask on the first rung is taken to be
A_RUNG = 0.7  # how much more the next rung is
REACH = 1.5  # rungs: how far a rating speaks for its neighbours
DOUBT = 0.5  # what the first assessment weighs against one rating on the same rung


@dataclass(frozen=True, slots=True)
class OwnAsk:
    """An ask in their own words, which passed the ethics of asking."""

    id: int
    domain: Domain
    words: str
    goal: str | None
    rung: int
    added_at: datetime
    retired_at: datetime | None = None

    @property
    def key(self) -> str:
        """Its name on the ladder and in buttons; no id of the bank begins like it."""
        return f"own-{self.id}"


@dataclass(frozen=True, slots=True)
class Rating:
    """What they said of one ask: a rating 1-10, or (`retired_at`) that it is none for them."""

    item: str
    domain: Domain
    rating: int | None
    at: datetime
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One ask on the ladder. `height` orders it: the rating, or the guess before it is rounded."""

    key: str  # id in the bank, or the key of an own ask
    rung: int
    height: float
    guess: bool
    own: bool = False

    @property
    def rating(self) -> int:
        return round(self.height)


Ladder = tuple[Item, ...]


def build(
    bank: Iterable[Challenge],
    own: Iterable[OwnAsk],
    ratings: Mapping[str, Rating],
    sting: int,
    domain: Domain,
) -> Ladder:
    """Put up the ladder of a domain, least frightening first. `ratings` by key; `sting` 1-10."""
    mine = [(ask.key, ask.rung, True) for ask in _live(own, domain)][-MOST_OWN:]
    chosen = _chosen([c for c in bank if c.domain is domain], ratings, MOST - len(mine))
    asks = [*mine, *((c.id, c.rung, False) for c in chosen)]
    heights = curve([(rung, said) for key, rung, _ in asks if (said := _said(ratings, key))], sting)
    items = [_item(key, rung, own, _said(ratings, key), heights[rung - 1]) for key, rung, own in asks]
    return tuple(sorted(items, key=lambda item: (item.height, item.rung, item.key)))


def _item(key: str, rung: int, own: bool, said: int | None, guessed: float) -> Item:
    return Item(key, rung, guessed if said is None else float(said), said is None, own)


def _said(ratings: Mapping[str, Rating], key: str) -> int | None:
    found = ratings.get(key)
    return None if found is None else found.rating


def _live(own: Iterable[OwnAsk], domain: Domain) -> list[OwnAsk]:
    return [ask for ask in own if ask.domain is domain and ask.retired_at is None]


def _retired(ratings: Mapping[str, Rating], key: str) -> bool:
    return key in ratings and ratings[key].retired_at is not None


def _chosen(bank: Sequence[Challenge], ratings: Mapping[str, Rating], room: int) -> list[Challenge]:
    """Those rated stay; the others go around the rungs, one of each at a time, so that all are there.

    The round begins from the whole bank: an ask that is retired gives way to the next, and no other moves.
    """
    fits = [c for c in _around(bank) if not _retired(ratings, c.id)]
    rated = [c for c in fits if _said(ratings, c.id)]
    others = [c for c in fits if not _said(ratings, c.id)]
    most = min(BANKED, room)
    return [*rated[:room], *others[: max(most - len(rated), 0)]]


def _around(bank: Sequence[Challenge]) -> list[Challenge]:
    rungs = [sorted((c for c in bank if c.rung == rung), key=lambda c: c.id) for rung in RUNGS]
    return [c for c in chain.from_iterable(zip_longest(*rungs)) if c is not None]


# --- guesses


def curve(rated: Sequence[tuple[int, int]], sting: int) -> tuple[float, ...]:
    """Guess the rating on each rung from ratings given as (rung, rating); ten heights of 1-10, never falling.

    The first assessment draws a line; each rating pulls it towards itself, the less the farther its rung
    (a Gaussian kernel over the rungs); where the pulls would make a higher rung less frightening than a lower
    one, the two get their mean (isotonic regression by pooling adjacent violators).
    """
    line = [AT_START + A_RUNG * (rung - sizing.start_rung(sting)) for rung in RUNGS]
    pulled = [line[rung - 1] + _pull(rung, line, rated) for rung in RUNGS]
    return tuple(min(max(height, 1.0), 10.0) for height in _never_falling(pulled))


def _pull(rung: int, line: Sequence[float], rated: Sequence[tuple[int, int]]) -> float:
    weights = [_nearness(rung, there) for there, _ in rated]
    off = [rating - line[there - 1] for there, rating in rated]
    return sum(w * o for w, o in zip(weights, off, strict=True)) / (DOUBT + sum(weights))


def _nearness(rung: int, other: int) -> float:
    return exp(-(((rung - other) / REACH) ** 2) / 2)


def _never_falling(heights: Iterable[float]) -> list[float]:
    pools: list[tuple[float, int]] = []
    for height in heights:
        pool = (height, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, size = pools.pop()
            pool = ((mean * size + pool[0] * pool[1]) / (size + pool[1]), size + pool[1])
        pools.append(pool)
    return [mean for mean, size in pools for _ in range(size)]


def rung_of(rating: int, items: Ladder, sting: int) -> int:
    """The rung whose asks of the bank frighten this person most nearly as much; of equals the lower."""
    heights = curve([(i.rung, i.rating) for i in items if not i.guess and not i.own], sting)
    return min(RUNGS, key=lambda rung: (abs(heights[rung - 1] - rating), rung))


# --- what to rate


def next_to_rate(items: Ladder) -> Item | None:
    """The ask about which the least is known: one of their own, else farthest from what is rated."""
    rated = [item.rung for item in items if not item.guess]
    open_ = [item for item in items if item.guess]
    middle = sum(item.rung for item in items) / max(len(items), 1)
    known = {item.key: sum(_nearness(item.rung, rung) for rung in rated) for item in open_}
    return min(
        open_, key=lambda i: (not i.own, known[i.key], abs(i.rung - middle), i.rung, i.key), default=None
    )


def due_for_rerating(items: Ladder, ratings: Mapping[str, Rating], now: datetime) -> tuple[Item, ...]:
    """A few asks whose rating is two weeks old or older, the oldest first."""
    stale = [item for item in items if not item.guess and now - ratings[item.key].at >= STALE]
    return tuple(sorted(stale, key=lambda item: (ratings[item.key].at, item.key))[:FEW])


# --- what may be offered


def pool(
    bank: Sequence[Challenge], own: Iterable[OwnAsk], ratings: Mapping[str, Rating]
) -> tuple[Challenge, ...]:
    """All that may be the challenge of a day: the bank without what is retired, and their own asks.

    A domain of which everything is retired is offered whole: nobody is left without a next challenge.
    """
    kept = [c for c in bank if not _retired(ratings, c.id)]
    left = {c.domain for c in kept}
    mine = [_challenge(ask) for ask in own if ask.retired_at is None]
    return (*kept, *(c for c in bank if c.domain not in left), *mine)


def _challenge(ask: OwnAsk) -> Challenge:
    return Challenge(ask.words, ask.domain, ask.rung, None, Kind.OPPORTUNITY, Stakes.MEANINGFUL, own=True)
