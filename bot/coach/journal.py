"""The journal: which attempts are entries of it, on which shelf, and how pages are counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.coach import debrief, say
from bot.coach.journal_taps import Shelf
from bot.coach.messages.journal import Journal, JournalEntry, JournalLine
from bot.coach.model import Attempt, Outcome, Size, State

PAGE = 5  # entries


def told(attempt: Attempt) -> bool:
    """Whether it is an entry: it was tried, or something was said of it; a day off never is."""
    facts = attempt.facts
    tried = facts.outcome not in (None, Outcome.NOT_TRIED)
    return tried or any(words is not None for words in (facts.story, facts.voice, facts.learned))


def stands(attempt: Attempt, shelf: Shelf) -> bool:
    """Whether it is an entry of this shelf. The store asks the same of the database."""
    outcome, asked = attempt.facts.outcome, attempt.size is not Size.IMAGINAL
    match shelf:
        case Shelf.ALL:
            return told(attempt)
        case Shelf.YES:
            return asked and outcome in (Outcome.YES, Outcome.PARTIAL)
        case Shelf.NO:
            return asked and outcome is Outcome.NO
        case Shelf.LEARNED:
            return attempt.facts.learned is not None


def pages(entries: int) -> int:
    return -(-entries // PAGE)


def nearest(page: int, entries: int) -> int:
    """The page that is there, for the number on a button."""
    return max(0, min(page, pages(entries) - 1))


def page(shelf: Shelf, number: int, entries: int, shown: Sequence[Attempt], today: date) -> Journal:
    return Journal(shelf, number, pages(entries), tuple(map(line, shown)), today)


def line(attempt: Attempt) -> JournalLine:
    facts = attempt.facts
    asked = say.ask(attempt)
    return JournalLine(attempt.id, attempt.day, asked, facts.outcome, facts.kind_of_no, facts.learned)


def entry(attempt: Attempt, shelf: Shelf, number: int, part: int, today: date, now: datetime) -> JournalEntry:
    """Show an entry whole. `number` of the page it stands on."""
    done = attempt.state is State.DONE
    return JournalEntry(
        attempt=attempt.id,
        day=attempt.day,
        domain=attempt.domain,
        ask=say.ask(attempt),
        facts=attempt.facts,
        today=today,
        shelf=shelf,
        page=number,
        part=part,
        open=not done or attempt.facts.outcome is Outcome.PENDING,
        correctable=done and debrief.correctable(attempt, now),
    )
