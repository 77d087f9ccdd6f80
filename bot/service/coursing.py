"""What the log says of the next size: folded anew each time, from a snapshot where the history is long.

The snapshot ends where nothing changes any more but by a correction, and that drops it.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.coach import ladder, past, sizing
from bot.coach.model import Attempt, Challenge, Domain, Person
from bot.coach.past import Past
from bot.coach.sizing import Asks, Course, Entry, Rated
from bot.store import attempts, courses
from bot.store.courses import Snapshot
from bot.store.ladder import Kept
from bot.store.unit import Unit

LATELY = timedelta(days=16)  # patterns are looked for in fourteen
SETTLED = timedelta(days=9)  # facts can be corrected for seven
STEP = timedelta(days=8)  # as much is then taken into the snapshot at once


def edition(bank: Sequence[Challenge]) -> str:
    """A mark of the bank, as far as a fold reads it."""
    told = ";".join(f"{c.id}:{c.domain}:{c.rung}:{c.kind}:{c.context}:{c.stakes}" for c in bank)
    return f"{zlib.crc32(told.encode()):08x}"


def terms(sting: Mapping[Domain, int], edition: str) -> str:
    """All that a fold depends on beside the entries."""
    told = ",".join(f"{domain}={sting[domain]}" for domain in Domain if domain in sting)
    return f"{sizing.MODEL}.{past.MODEL}/{edition}/{told}"


@dataclass(frozen=True, slots=True)
class Source:
    """All that a course is made from, beside the wishes."""

    person: Person
    bank: Sequence[Challenge]
    edition: str
    ladder: Kept
    snapshot: Snapshot | None
    recent: Sequence[Attempt]  # all that the snapshot has not, at least


async def course(unit: Unit, source: Source, today: date) -> Course:
    """Fold the log up to today."""
    asks = ladder.named(source.bank, source.ladder.own)
    ratings = ladder.rated(asks, source.ladder.own, source.ladder.ratings)
    if source.snapshot is None:
        state, late = _begun(source.person.sting, source.recent, ratings)
        entries: list[Entry] = [*source.recent, *await attempts.wishes(unit, source.person.id), *late]
    else:
        state, since = source.snapshot.course, source.snapshot.upto + timedelta(days=1)
        entries = [*source.recent, *await attempts.wishes(unit, source.person.id, since), *ratings]
        entries = [entry for entry in entries if sizing.day_of(entry) >= since]
    state, entries = await _settle(unit, source, state, entries, today, asks)
    return sizing.on(state, entries, today, asks)


def _begun(
    sting: Mapping[Domain, int], log: Sequence[Attempt], ratings: Sequence[Rated]
) -> tuple[Course, list[Rated]]:
    early, late = sizing.before_the_first(log, ratings)
    return sizing.begin(sting, early), late


async def _settle(
    unit: Unit, source: Source, state: Course, entries: list[Entry], today: date, asks: Asks
) -> tuple[Course, list[Entry]]:
    """Move the snapshot on, once some days have gathered; where the log begins is then behind it."""
    upto = today - SETTLED
    if all(entry.offered_at.date() > upto - STEP for entry in entries if isinstance(entry, Attempt)):
        return state, entries
    settled = sizing.fold(state, [entry for entry in entries if sizing.day_of(entry) <= upto], today, asks)
    told = terms(source.person.sting, source.edition)
    await courses.keep(unit, source.person.id, Snapshot(upto, told, settled, _older(source, upto)))
    return settled, [entry for entry in entries if sizing.day_of(entry) > upto]


def _older(source: Source, upto: date) -> Past:
    """What the log up to a local day comes to, beside its course."""
    stakes = {challenge.id: challenge.stakes for challenge in source.bank}
    kept, behind = (source.snapshot.past, source.snapshot.upto) if source.snapshot else (Past(), date.min)
    return past.fold(kept, [entry for entry in source.recent if behind < entry.day <= upto], stakes)
