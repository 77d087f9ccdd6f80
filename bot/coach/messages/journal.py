"""The journal, as messages: a page of it, one entry whole, a voice note once more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.coach.journal_taps import Shelf
from bot.coach.messages.asks import Ask
from bot.coach.model import Domain, Facts, KindOfNo, Outcome


@dataclass(frozen=True, slots=True)
class JournalLine:
    """An entry in short; `outcome` None: it was told, and not to the end."""

    attempt: int
    day: date
    ask: Ask
    outcome: Outcome | None
    kind: KindOfNo | None = None
    learned: str | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """A page of a shelf, newest first, `page` of `pages` from 0 on; no pages: there is nothing on it."""

    shelf: Shelf
    page: int
    pages: int
    entries: tuple[JournalLine, ...]
    today: date


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An entry whole, in as many parts as its words need; `page` of its shelf is the way back.
    `open`: the rest of it, or the answer, can still be told."""

    attempt: int
    day: date
    domain: Domain
    ask: Ask
    facts: Facts
    today: date
    shelf: Shelf = Shelf.ALL
    page: int = 0
    part: int = 0
    open: bool = False
    correctable: bool = False


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """Their own voice note, from Telegram's copy."""

    day: date
    today: date
    ask: Ask
    file_id: str


OfJournal = Journal | JournalEntry | VoiceNote
