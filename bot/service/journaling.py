"""/journal: pages of what they asked and learned, one entry whole, its voice note. Only reads the log."""

from __future__ import annotations

from bot.coach import journal, journal_taps, say
from bot.coach.journal_taps import Shelf
from bot.coach.messages.journal import VoiceNote
from bot.coach.model import Attempt
from bot.service.visit import Visit
from bot.store import attempts
from bot.store import journal as store


async def pressed(visit: Visit, tap: journal_taps.OfJournal) -> None:
    match tap:
        case journal_taps.OpenJournal(shelf, page):
            await show(visit, shelf, page)
        case journal_taps.OpenEntry(attempt, shelf, part):
            await _open(visit, await _entry(visit, attempt), shelf, part)
        case journal_taps.PlayVoice(attempt):
            await _play(visit, await _entry(visit, attempt))


async def show(visit: Visit, shelf: Shelf = Shelf.ALL, page: int = 0) -> None:
    """Show a page of a shelf, in place of what was shown before."""
    entries = await store.count(visit.unit, visit.person.id, shelf)
    number = journal.nearest(page, entries)
    shown = await store.page(visit.unit, visit.person.id, shelf, number * journal.PAGE, journal.PAGE)
    await visit.show(journal.page(shelf, number, entries, shown, visit.today))


async def _entry(visit: Visit, attempt_id: int) -> Attempt | None:
    """An entry of theirs; None for one that is taken back, or never was one."""
    found = await attempts.get(visit.unit, attempt_id, visit.person.id)
    return found if found is not None and journal.told(found) else None


async def _open(visit: Visit, attempt: Attempt | None, shelf: Shelf, part: int) -> None:
    if attempt is None:
        await show(visit, shelf)
        return
    newer = await store.newer(visit.unit, visit.person.id, shelf, attempt)
    number = newer // journal.PAGE
    await visit.show(journal.entry(attempt, shelf, number, part, visit.today, visit.now))


async def _play(visit: Visit, attempt: Attempt | None) -> None:
    """Send the voice note below; the entry stays as it is."""
    file_id = attempt.facts.voice if attempt is not None else None
    if attempt is None or file_id is None:
        await show(visit)
        return
    await visit.say(VoiceNote(attempt.day, visit.today, say.ask(attempt), file_id))
