"""/export and /import: everything somebody told leaves as one file, and comes back from it.

The file is fetched by the sender, like anything that is asked of Telegram; what it said is put by until the
person says what becomes of it. What is here already is never touched by it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach import archive, ethics, talk, taps
from bot.coach.archive import Archive, Fault, News
from bot.coach.ladder import OwnAsk
from bot.coach.messages import files
from bot.coach.model import Attempt, Outcome
from bot.service import joining, laddering, places, planning
from bot.service.circles import gathering
from bot.service.events import Document
from bot.service.visit import Moment, Visit
from bot.store import archive_json, archives, parcels, people
from bot.store.unit import Unit

Looked = files.FoundInFile | files.NothingNew | files.FileRefused
LARGEST = 4 * 2**20  # bytes; years of long stories
STILL_PENDING = timedelta(days=14)  # an answer that may still come


async def export(visit: Visit) -> None:
    await visit.say(files.YourFile())


async def ask(visit: Visit) -> None:
    """/import: as soon as they agreed to what is kept, since it may spare them the first minutes."""
    if await _agreed(visit):
        await visit.say(files.AskFile())


async def _agreed(visit: Visit) -> bool:
    """Whether something of theirs may be kept: they agreed to it in the first minutes. Else says so."""
    agreed = visit.person.joined is not None or visit.record.consented_at is not None
    if not agreed:
        await joining.not_yet(visit)
    return agreed


async def sent(visit: Visit, document: Document) -> None:
    """A file came: it is fetched after this, since no network may hold up a transaction."""
    if not await _agreed(visit):
        return
    if document.size > LARGEST:
        await visit.say(files.FileRefused(Fault.TOO_BIG))
        await joining.ask(visit)
    else:
        await visit.say(files.FetchFile(document.file_id))


async def brought(unit: Unit, chat_id: int, found: Archive | Fault, now: datetime) -> None:
    """A file was fetched and read: say what is in it, or what is wrong with it."""
    record = await people.record(unit, chat_id)
    if record is None or record.blocked_at is not None:
        return
    visit = Visit(unit, record, Moment(now, 0.0, ()))  # nothing is chosen here
    message = await _look(visit, found)
    await visit.say(message)
    if not isinstance(message, files.FoundInFile):
        await joining.ask(visit)


async def _look(visit: Visit, found: Archive | Fault) -> Looked:
    person = visit.person
    if isinstance(found, Fault):
        return files.FileRefused(found)
    here = await archives.read(visit.unit, person.id, visit.now)
    if here is None or not places.known(found.settings.zone):
        return files.FileRefused(Fault.BROKEN)
    news, settings = archive.news(found, here), archive.settle(person, found.settings) != person
    if not news and not settings:
        return files.NothingNew()
    ours = replace(found, circles=(), circle_lines=(), notes=None)  # the rest is not brought back
    number = await parcels.put(visit.unit, person.id, archive_json.write(ours, {}), visit.now)
    of = None if found.name == person.name else found.name
    more = bool(replace(news, attempts=tuple(entry for entry in news.attempts if not entry.attempted)))
    known = any(entry.attempted for entry in here.attempts)
    return files.FoundInFile(number, archive.contents(found), news.asks, more, settings, known, of)


async def pressed(visit: Visit, tap: taps.OfFile) -> None:
    """The answer to what was found. A second press, or one of a file before, finds nothing any more."""
    if not await _agreed(visit):
        return
    content = await parcels.get(visit.unit, visit.person.id, tap.parcel)
    found = None if content is None else archive_json.read(content.encode(), visit.now)
    if not isinstance(found, Archive):
        await visit.say(files.AskFile(gone=True))
        return
    await parcels.drop(visit.unit, visit.person.id)
    if isinstance(tap, taps.LeaveFile):
        await visit.show(files.FileLeft())
        await joining.ask(visit)
    else:
        await _bring_back(visit, found, tap.settings)


async def _bring_back(visit: Visit, found: Archive, settings: bool) -> None:
    person = visit.person
    here = await archives.read(visit.unit, person.id, visit.now)
    assert here is not None  # noqa: S101  their visit it is
    news = _fit(visit, archive.news(found, here))
    await archives.keep(visit.unit, person.id, news)
    fresh = person.joined is None
    said = found.settings if settings or fresh else replace(here.settings, joined=found.settings.joined)
    await visit.save(archive.settle(person, said))
    visit.restored()
    if fresh:
        await visit.turn(talk.Idle())
    await planning.replan(visit)
    await _wait_for_answers(visit, here)
    due = await planning.next_morning(visit.unit, visit.person, visit.now)
    next_day = due.day if due else None
    await visit.show(files.BroughtBack(news.asks, settings or fresh, next_day, visit.person.morning))
    if fresh:
        await gathering.let_in(visit)


def _fit(visit: Visit, news: News) -> News:
    """Own asks in a file pass the same filter as typed ones; one that does not is kept off the ladder."""
    return replace(news, own_asks=tuple(_or_retired(visit, ask) for ask in news.own_asks))


def _or_retired(visit: Visit, ask: OwnAsk) -> OwnAsk:
    broken = ethics.broken(ask.words, laddering.read_in(visit.person.language))
    return ask if broken is None or ask.retired_at is not None else replace(ask, retired_at=visit.now)


async def _wait_for_answers(visit: Visit, before: Archive) -> None:
    """An answer that was still to come is asked for, as it would have been."""
    known = {entry.id for entry in before.attempts}
    for entry in await visit.log():
        if entry.id not in known and _pending(entry, visit):
            await planning.plan_after(visit.unit, visit.person, entry, hard=False, now=visit.now)


def _pending(entry: Attempt, visit: Visit) -> bool:
    return entry.facts.outcome is Outcome.PENDING and visit.today - entry.day < STILL_PENDING
