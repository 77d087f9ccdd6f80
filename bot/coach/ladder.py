"""A person's own ladder in one domain: which asks stand on it, in which order, what to rate next.

Ratings they gave are never changed here; where there is none, a guess takes its place and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, zip_longest

from bot.coach import guesses, sizing
from bot.coach.guesses import NOTHING, Felt, Place, Said
from bot.coach.model import RUNGS, Attempt, Challenge, Domain, Kind, Stakes

BANKED = 26  # asks of the bank on a ladder
MOST = 30  # asks in all
MOST_OWN = 15  # of their own, in one domain
FIRST_ROUND = 8  # ratings asked for in one go
FEW = 4  # asks to rate again
STALE = timedelta(days=14)
PILED_UP = 2  # surprises, after which a few asks may be rated again
OFFER_AGAIN = timedelta(days=14)  # the soonest that the coach brings it up a second time


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
    felt: Felt = NOTHING,
) -> Ladder:
    """Put up the ladder of a domain, least frightening first.

    `ratings` by key; `sting` 1-10; `felt`: what the attempts of this domain say.
    """
    mine = [(ask.key, ask.rung, True) for ask in _live(own, domain)][-MOST_OWN:]
    chosen = _chosen([c for c in bank if c.domain is domain], ratings, MOST - len(mine))
    asks = [*mine, *((c.id, c.rung, False) for c in chosen)]
    rated = [(rung, said) for key, rung, _ in asks if (said := _said(ratings, key))]
    heights = guesses.curve(rated, sting, felt)
    items = [_item(key, rung, own, _said(ratings, key), heights[rung - 1], felt) for key, rung, own in asks]
    return tuple(sorted(items, key=lambda item: (item.height, item.rung, item.key)))


def _item(key: str, rung: int, own: bool, said: int | None, guessed: float, felt: Felt) -> Item:
    height = guesses.of_ask(key, guessed, felt) if said is None else float(said)
    return Item(key, rung, height, said is None, own)


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
    bank = sorted(bank, key=lambda c: (not c.preferred, c.id))
    rungs = [[c for c in bank if c.rung == rung] for rung in RUNGS]
    return [c for c in chain.from_iterable(zip_longest(*rungs)) if c is not None]


def rung_of(rating: int, items: Ladder, sting: int, felt: Felt = NOTHING) -> int:
    """The rung whose asks of the bank frighten this person most nearly as much; of equals the lower."""
    heights = guesses.curve([(i.rung, i.rating) for i in items if not i.guess and not i.own], sting, felt)
    return min(RUNGS, key=lambda rung: (abs(heights[rung - 1] - rating), rung))


# --- what to rate


def next_to_rate(items: Ladder) -> Item | None:
    """The ask about which the least is known: one of their own, else farthest from what is rated."""
    rated = [item.rung for item in items if not item.guess]
    open_ = [item for item in items if item.guess]
    middle = sum(item.rung for item in items) / max(len(items), 1)
    known = {item.key: sum(guesses.nearness(item.rung, rung) for rung in rated) for item in open_}
    return min(
        open_, key=lambda i: (not i.own, known[i.key], abs(i.rung - middle), i.rung, i.key), default=None
    )


def places(bank: Iterable[Challenge], own: Iterable[OwnAsk]) -> dict[str, Place]:
    """Where each ask of the log stands, by what names it there: its id in the bank, or their words."""
    banked = {c.id: Place(c.id, c.rung) for c in bank}
    return banked | {ask.words: Place(ask.key, ask.rung) for ask in own}


def surprising(
    log: Sequence[Attempt],
    there: Mapping[str, Place],
    ratings: Mapping[str, Rating],
    sting: Mapping[Domain, int],
    domain: Domain,
    since: datetime | None = None,
) -> tuple[Place, ...]:
    """The asks that felt far from what was said or guessed of them, newest first. `there`: of `places`."""
    known = {place.key: place for place in there.values()}
    said = {
        key: Said(known[key], one.rating, one.at)
        for key, one in ratings.items()
        if one.rating is not None and one.domain is domain and key in known
    }
    found = dict.fromkeys(guesses.surprises(log, there, said, sting, domain, since))
    return tuple(place for place in found if not _retired(ratings, place.key))


def due_for_rerating(
    items: Ladder, ratings: Mapping[str, Rating], now: datetime, surprising: Sequence[Place] = ()
) -> tuple[Item, ...]:
    """A few asks to rate again: those that surprised, then those rated two weeks ago, the oldest first."""
    listed = {item.key: item for item in items}
    moved = [listed.get(p.key) or Item(p.key, p.rung, 0.0, guess=True) for p in surprising]
    stale = [item for item in items if not item.guess and now - ratings[item.key].at >= STALE]
    oldest = sorted(stale, key=lambda item: (ratings[item.key].at, item.key))
    return tuple({item.key: item for item in (*moved, *oldest)}.values())[:FEW]


def offered_for_rerating(
    items: Ladder, ratings: Mapping[str, Rating], now: datetime, surprising: Sequence[Place]
) -> tuple[Item, ...]:
    """What the ladder offers to rate again: one surprise alone is one day, and moves no ladder."""
    return due_for_rerating(items, ratings, now, surprising if len(surprising) >= PILED_UP else ())


def brings_up_rerating(last: datetime | None, now: datetime) -> bool:
    """Whether the coach may offer a re-rating of itself: two weeks after the last time at the earliest."""
    return last is None or now - last >= OFFER_AGAIN


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


# --- what the log names


def named(bank: Iterable[Challenge], own: Iterable[OwnAsk]) -> dict[str, Challenge]:
    """Every ask by what names it in the log, the retired ones too."""
    return {c.id: c for c in bank} | {ask.words: _challenge(ask) for ask in own}


def rated(
    asks: Mapping[str, Challenge], own: Iterable[OwnAsk], ratings: Mapping[str, Rating]
) -> list[sizing.Rated]:
    """What they rated, as entries of the log; what has left the bank is left out."""
    words = {ask.key: ask.words for ask in own}
    known = [(asks.get(words.get(key, key)), said) for key, said in ratings.items()]
    return [sizing.Rated(said.at, ask, said.rating) for ask, said in known if ask and said.rating]
