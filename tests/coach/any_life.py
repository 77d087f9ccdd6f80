"""Any life at all, for properties: mostly calm asks that were made, so that rungs are climbed, and all else
between: days not attempted, wishes, ratings, rehearsals, pauses, days off, gaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from bot.coach import sizing
from bot.coach.model import (
    Attempt,
    Cause,
    Challenge,
    Context,
    Domain,
    Facts,
    Kind,
    Look,
    Outcome,
    Size,
    Stakes,
    State,
    Why,
    Wish,
)
from bot.coach.sizing import Course, Entry, Rated

MONDAY = date(2026, 11, 2)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NINE = datetime(2026, 11, 2, 9, tzinfo=UTC)
SOCIAL, WORK, OFF = Domain.SOCIAL, Domain.PROFESSIONAL, Domain.ROMANTIC
STING = {SOCIAL: 3, WORK: 6}
PLACES = (Context.SHOP, Context.STREET, Context.WORK)


def known(name: str, rung: int, domain: Domain = SOCIAL, context: Context | None = Context.SHOP) -> Challenge:
    return Challenge(name, domain, rung, context, Kind.SMALL_FAVOUR, Stakes.LOW, own=context is None)


KNOWN = (
    *(known(name, rung, context=PLACES[rung % 3]) for rung, name in enumerate("abcdef", 2)),
    *(known(f"{name} at work", 2 * n + 1, WORK, PLACES[n % 3]) for n, name in enumerate("abcd")),
    known("own", 5, context=None),
)
ASKS = {challenge.id: challenge for challenge in KNOWN}


def mostly(usual: object, rare: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    just = st.just(usual)  # once: to make one and check it is most of what a draw costs
    return st.integers(0, 9).flatmap(lambda n: rare if n == 9 else just)


GAPS = st.sampled_from([1] * 12 + [0] * 6 + [2, 3, 8, 9])
DOMAINS = mostly(SOCIAL, st.sampled_from([WORK, OFF]))
FACTS = st.builds(
    Facts,
    anticipated=mostly(None, st.integers(1, 10)),
    outcome=st.sampled_from([*[Outcome.NO] * 6, Outcome.YES, None, Outcome.BACKED_OUT]),
    peak=st.sampled_from([*[3] * 6, *range(1, 11), None]),
)
LOOKS = st.builds(Look, st.sampled_from("ab?"), st.integers(1, 10))
MADE = st.builds(
    lambda named, minutes, **made: Attempt(
        id=0,
        day=MONDAY,
        offered_at=NINE - MINUTE,
        challenge=None if named == "own" else named,
        own=named if named == "own" else None,
        closed_at=None if minutes is None else NINE + MINUTE * minutes,
        **made,
    ),
    st.sampled_from([*ASKS, "left the bank", None]),
    mostly(0, st.none() | st.integers(1, 90)),
    domain=DOMAINS,
    rung=mostly(10, st.integers(1, 10)),
    state=mostly(State.DONE, st.sampled_from(State)),
    context=st.sampled_from([*PLACES, None]),
    size=mostly(Size.FULL, st.sampled_from(Size)),
    planned=st.booleans(),
    facts=FACTS,
    looks=mostly((), st.tuples(LOOKS)),
    why=mostly(None, st.builds(Why, st.sampled_from([Cause.RECOVERY, Cause.HELD]), st.just(2))),
)  # fmt: skip
WISHES = st.builds(
    lambda domain, steps: Wish(NINE, MONDAY, domain, steps), DOMAINS, st.sampled_from([-1, 1, 1])
)
RATINGS = st.builds(lambda ask, rating: Rated(NINE, ask, rating), st.sampled_from(KNOWN), st.integers(1, 10))
KINDS: Sequence[st.SearchStrategy[Entry]] = (*[MADE] * 8, WISHES, RATINGS)
ENTRIES: st.SearchStrategy[Entry] = st.integers(0, 9).flatmap(lambda n: KINDS[n])


@dataclass(frozen=True, slots=True)
class Life:
    """Entries in the order they happened."""

    entries: tuple[Entry, ...] = ()
    days: int = 0

    @property
    def log(self) -> list[Attempt]:
        return [entry for entry in self.entries if isinstance(entry, Attempt)]

    @property
    def wishes(self) -> list[Wish]:
        return [entry for entry in self.entries if isinstance(entry, Wish)]

    @property
    def ratings(self) -> list[Rated]:
        return [entry for entry in self.entries if isinstance(entry, Rated)]

    def until(self, today: date) -> Life:
        """What was known on the evening of a day."""
        return replace(self, entries=tuple(e for e in self.entries if sizing.day_of(e) <= today))

    def course(self, today: date) -> Course:
        return sizing.course(self.log, self.wishes, STING, today, ASKS, self.ratings)

    def each_day(self) -> Iterator[date]:
        return (MONDAY + DAY * n for n in range(self.days + 12))


@dataclass(frozen=True, slots=True)
class Step:
    """One entry: what the log said in the morning of its day, before it and after it."""

    morning: Course
    before: Course
    entry: Entry
    after: Course


def walk(life: Life) -> Iterator[Step]:
    """Entry by entry; what was rated before the first ask says where it begins."""
    early, late = sizing.before_the_first(life.log, life.ratings)
    morning = state = sizing.begin(STING, early)
    today = date.min
    entries: list[Entry] = [*life.log, *life.wishes, *late]
    for entry in sorted(entries, key=_when):
        day = sizing.day_of(entry)
        before = sizing.on(state, (), day, ASKS)
        morning, today = (before, day) if day > today else (morning, today)
        state = sizing.fold(state, [entry], day + DAY, ASKS)
        yield Step(morning, before, entry, sizing.on(state, (), day, ASKS))


def _when(entry: Entry) -> tuple[date, datetime]:
    at = (entry.closed_at or entry.offered_at) if isinstance(entry, Attempt) else entry.at
    return sizing.day_of(entry), at


def _lived(steps: Sequence[tuple[int, Entry]]) -> Life:
    """Spread entries over days and the minutes of a day; ids are given in the order they happened."""
    entries: list[Entry] = []
    days = 0
    for n, (gap, entry) in enumerate(steps):
        days += gap
        later = DAY * days + MINUTE * n
        match entry:
            case Wish():
                entries.append(replace(entry, day=MONDAY + DAY * days, at=entry.at + later))
            case Rated():
                entries.append(replace(entry, at=entry.at + later))
            case Attempt():
                closed = None if entry.closed_at is None else entry.closed_at + later
                moved = replace(entry, id=n, day=MONDAY + DAY * days)
                entries.append(replace(moved, offered_at=entry.offered_at + later, closed_at=closed))
    return Life(tuple(entries), days)


LENGTHS = st.sampled_from([*range(6, 21), *range(6)])  # left to itself, hypothesis likes short lives
lives = LENGTHS.flatmap(lambda n: st.lists(st.tuples(GAPS, ENTRIES), min_size=n, max_size=n)).map(_lived)
