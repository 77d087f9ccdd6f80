"""The journal comes page by page, newest first, and is on each shelf what the coach says stands there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product

from bot.coach import journal as rule
from bot.coach.journal_taps import Shelf
from bot.coach.model import Attempt, Domain, Facts, Outcome, Person, Size, State
from bot.store import attempts, journal, people
from bot.store.engine import Store

MONDAY = date(2026, 3, 2)
BEN = 8


def every_sort(now: datetime) -> list[Attempt]:
    """An attempt of every sort, three a day."""
    words = (Facts(), Facts(story="So."), Facts(voice="note"), Facts(learned="A lot."), Facts(fear="That."))
    sorts = product((None, *Outcome), (Size.FULL, Size.IMAGINAL), words)
    return [
        Attempt(
            0, MONDAY + timedelta(days=number // 3), Domain.SOCIAL, 3, State.DONE, now, own="this",
            size=size, planned=False,
            facts=replace(told, outcome=outcome),
        )
        for number, (outcome, size, told) in enumerate(sorts)
    ]  # fmt: skip


async def test_each_shelf_has_what_stands_on_it_newest_first_and_nothing_of_others(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        await people.add(unit, BEN, BEN, "Ben", "en", now)
        kept = []
        for attempt in every_sort(now):
            added = await attempts.add(unit, ann.id, attempt)
            kept += [added] if added else []
            await attempts.add(unit, BEN, attempt)
        for shelf in Shelf:
            expected = [attempt for attempt in reversed(kept) if rule.stands(attempt, shelf)]
            assert expected
            assert await journal.page(unit, ann.id, shelf, 0, len(kept)) == tuple(expected)
            assert await journal.page(unit, ann.id, shelf, 3, 2) == tuple(expected[3:5])
            assert await journal.count(unit, ann.id, shelf) == len(expected)
            for place in (0, 4, len(expected) - 1):
                assert await journal.newer(unit, ann.id, shelf, expected[place]) == place


async def test_a_blank_journal_has_no_page(store: Store, ann: Person) -> None:
    async with store.read() as unit:
        assert await journal.count(unit, ann.id, Shelf.ALL) == 0
        assert await journal.page(unit, ann.id, Shelf.ALL, 0, 5) == ()
