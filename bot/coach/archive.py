"""Everything one person told, as one value to take along; what of it is new where it is brought back.

Nobody else is in it. Its numbers are its own: they count what is in it, and name nothing in any database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from bot.coach.circles.model import Sharing
from bot.coach.enrolment import Enrolment
from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import Attempt, Domain, Facts, Life, Pause, Person, State, Wish

Item = TypeVar("Item")


class Fault(StrEnum):
    """Why a file that was sent could not be taken back."""

    NOT_OURS = "not-ours"
    BROKEN = "broken"
    NEWER = "newer"  # a newer version of the bot made it
    TOO_BIG = "too-big"
    UNREACHED = "unreached"  # Telegram did not hand it over


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody set up; the fields of a person that are theirs to say."""

    zone: str
    morning: time
    evening: time
    quiet_from: time
    quiet_to: time
    days: frozenset[int]
    sting: dict[Domain, int]
    nudges: bool
    gentle: bool
    enrolment: Enrolment | None
    life: frozenset[Life]
    joined: date | None


@dataclass(frozen=True, slots=True)
class Membership:
    """That they are in a circle, and what it may see of them; not which one, nor who else is there."""

    sharing: Sharing
    buddies: bool
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """What they let a circle read about an attempt, by its number."""

    attempt: int
    words: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What the bot noted about them, beside what they told; it is not brought back."""

    first_met: datetime
    last_seen: datetime
    agreed: datetime | None  # to the conditions of the first minutes
    on_hold_since: datetime | None
    silent_since: datetime | None
    ladder_brought_up: datetime | None
    unfinished: str | None  # words that wait for what becomes of them


@dataclass(frozen=True, slots=True)
class Archive:
    made_at: datetime
    name: str
    language: str
    settings: Settings
    attempts: tuple[Attempt, ...] = ()
    wishes: tuple[Wish, ...] = ()
    pauses: tuple[Pause, ...] = ()
    own_asks: tuple[OwnAsk, ...] = ()  # the retired ones too
    ratings: tuple[Rating, ...] = ()
    circles: tuple[Membership, ...] = ()
    circle_lines: tuple[Line, ...] = ()
    notes: Notes | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive comes to, to be said in a sentence."""

    asks: int  # made
    first: date | None  # day of them
    last: date | None
    ratings: int
    own_asks: int


@dataclass(frozen=True, slots=True)
class News:
    """What an archive has that is not here yet."""

    attempts: tuple[Attempt, ...] = ()
    wishes: tuple[Wish, ...] = ()
    pauses: tuple[Pause, ...] = ()
    own_asks: tuple[OwnAsk, ...] = ()
    ratings: tuple[Rating, ...] = ()  # of own asks by their keys in the archive
    own_here: Mapping[str, str] = field(default_factory=dict)  # the keys here of own asks that are there
    gives_way: tuple[Attempt, ...] = ()  # offers here that nobody touched, on a day of the archive

    @property
    def asks(self) -> int:
        return sum(entry.attempted for entry in self.attempts)

    def __bool__(self) -> bool:
        return any((self.attempts, self.wishes, self.pauses, self.own_asks, self.ratings))


def settings_of(person: Person) -> Settings:
    return Settings(**{one.name: getattr(person, one.name) for one in fields(Settings)})


def settle(person: Person, settings: Settings) -> Person:
    """The person with these settings, in practice since the earlier of the two days."""
    said = {one.name: getattr(settings, one.name) for one in fields(Settings)}
    return replace(person, **said | {"joined": earlier(person.joined, settings.joined)})


def earlier(*days: date | None) -> date | None:
    return min(filter(None, days), default=None)


def contents(archive: Archive) -> Contents:
    days = [entry.day for entry in archive.attempts if entry.attempted]
    rated = sum(rating.rating is not None for rating in archive.ratings)
    first, last = min(days, default=None), max(days, default=None)
    return Contents(len(days), first, last, rated, len(archive.own_asks))


def numbered(archive: Archive) -> Archive:
    """Give everything numbers of its own, from 1 on, in the order it stands in."""
    number = {entry.id: n for n, entry in enumerate(archive.attempts, 1)}
    own = {ask.key: replace(ask, id=n) for n, ask in enumerate(archive.own_asks, 1)}
    named = (replace(r, item=own[r.item].key if r.item in own else r.item) for r in archive.ratings)
    return replace(
        archive,
        attempts=tuple(replace(entry, id=number[entry.id]) for entry in archive.attempts),
        own_asks=tuple(own.values()),
        ratings=tuple(sorted(named, key=lambda rating: (rating.at, rating.item))),
        circle_lines=tuple(
            replace(line, attempt=number[line.attempt])
            for line in archive.circle_lines
            if line.attempt in number
        ),
    )


# --- what is new


def news(found: Archive, here: Archive) -> News:
    """What of `found` is not `here` yet. What is here always stays as it is, so twice is as good as once."""
    own = _paired(found.own_asks, here.own_asks, lambda ask: (ask.domain, ask.words))
    own_here = {ask.key: known.key for ask, known in own if known is not None}
    rated = {rating.item for rating in here.ratings}
    attempts, gives_way = _attempts(found, here)
    return News(
        attempts,
        _unknown(found.wishes, here.wishes, lambda wish: (wish.at, wish.domain, wish.steps)),
        _unknown(found.pauses, here.pauses, lambda pause: pause.since),
        tuple(ask for ask, known in own if known is None),
        tuple(rating for rating in found.ratings if own_here.get(rating.item, rating.item) not in rated),
        own_here,
        gives_way,
    )


def _attempts(found: Archive, here: Archive) -> tuple[tuple[Attempt, ...], tuple[Attempt, ...]]:
    """The attempts to add, and the offers here that give way: a day has one challenge of its own."""
    planned = {entry.day: entry for entry in here.attempts if entry.planned}
    added: list[Attempt] = []
    gives_way: list[Attempt] = []
    for entry in _unknown(found.attempts, here.attempts, _name):
        there = planned.get(entry.day) if entry.planned else None
        if there is None:
            added.append(entry)
        elif _untouched(there):
            gives_way.append(there)
            added.append(entry)
        elif entry.attempted or entry.state is State.DONE:
            added.append(replace(entry, planned=False))  # beside the one of that day that is here
    return tuple(added), tuple(gives_way)


def _name(entry: Attempt) -> Hashable:
    """What tells an attempt from all others; what became of it does not."""
    return entry.day, entry.offered_at, entry.ask


def _untouched(entry: Attempt) -> bool:
    said = (entry.passed, entry.looks, entry.answered, entry.facts != Facts())
    return entry.state is State.OFFERED and not any(said)


def _unknown(
    found: Iterable[Item], here: Iterable[Item], name: Callable[[Item], Hashable]
) -> tuple[Item, ...]:
    return tuple(one for one, known in _paired(found, here, name) if known is None)


def _paired(
    found: Iterable[Item], here: Iterable[Item], name: Callable[[Item], Hashable]
) -> Sequence[tuple[Item, Item | None]]:
    """Each of `found` with the one `here` of the same name; of several the first with the first."""
    known: dict[Hashable, list[Item]] = defaultdict(list)
    for one in here:
        known[name(one)].append(one)
    return [(one, known[name(one)].pop(0) if known[name(one)] else None) for one in found]
