"""What the log says of the next size: folded anew each time, from a snapshot where the history is long.

The snapshot ends where nothing changes any more but by a correction, and that drops it.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.coach import ladder, sizing
from bot.coach.model import Attempt, Challenge, Domain, Person
from bot.coach.sizing import Asks, Course, Entry, Rated
from bot.store import attempts, courses
from bot.store import ladder as ladder_store
from bot.store.courses import Snapshot
from bot.store.unit import Unit

SETTLED = timedelta(days=16)  # facts can be corrected for seven days, and patterns are looked for in fourteen


def edition(bank: Sequence[Challenge]) -> str:
    """A mark of the bank, as far as a fold reads it."""
    told = ";".join(f"{c.id}:{c.domain}:{c.rung}:{c.kind}:{c.context}" for c in bank)
    return f"{zlib.crc32(told.encode()):08x}"


def terms(sting: Mapping[Domain, int], edition: str) -> str:
    """All that a fold depends on beside the entries."""
    told = ",".join(f"{domain}={sting[domain]}" for domain in Domain if domain in sting)
    return f"{sizing.MODEL}/{edition}/{told}"


async def course(
    unit: Unit,
    person: Person,
    bank: Sequence[Challenge],
    today: date,
    recent: Sequence[Attempt],
    kept: Snapshot | None,
    edition: str,
) -> Course:
    """Fold the log up to today. `recent` has all that `kept` has not."""
    own = await ladder_store.own(unit, person.id)
    asks = ladder.named(bank, own)
    ratings = ladder.rated(asks, own, await ladder_store.ratings(unit, person.id))
    if kept is None:
        state, late = _begun(person.sting, recent, ratings)
        entries: list[Entry] = [*recent, *await attempts.wishes(unit, person.id), *late]
    else:
        state, since = kept.course, kept.upto + timedelta(days=1)
        entries = [*recent, *await attempts.wishes(unit, person.id, since), *ratings]
        entries = [entry for entry in entries if sizing.day_of(entry) >= since]
    state, entries = await _settle(unit, person, state, entries, today, asks, edition)
    return sizing.on(state, entries, today, asks)


def _begun(
    sting: Mapping[Domain, int], log: Sequence[Attempt], ratings: Sequence[Rated]
) -> tuple[Course, list[Rated]]:
    early, late = sizing.before_the_first(log, ratings)
    return sizing.begin(sting, early), late


async def _settle(
    unit: Unit,
    person: Person,
    state: Course,
    entries: list[Entry],
    today: date,
    asks: Asks,
    edition: str,
) -> tuple[Course, list[Entry]]:
    """Move the snapshot on, once as much has gathered behind the last weeks as they hold themselves."""
    upto = today - SETTLED
    asked = [entry.day for entry in entries if isinstance(entry, Attempt)]  # then where it began is behind
    if all(day > upto - SETTLED for day in asked):
        return state, entries
    settled = sizing.fold(state, [entry for entry in entries if sizing.day_of(entry) <= upto], today, asks)
    await courses.keep(unit, person.id, Snapshot(upto, terms(person.sting, edition), settled))
    return settled, [entry for entry in entries if sizing.day_of(entry) > upto]
