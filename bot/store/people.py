"""People: what they set up, and what the bot notes about them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.coach.model import Person
from bot.store import occasions, outbox
from bot.store.tables import people
from bot.store.unit import AnyRow, Unit

# said once: every update asks them, and to build one takes longer than to run it
_RECORD: Final = select(people).where(people.c.id == bindparam("person"))
_SET: Final = update(people).where(people.c.id == bindparam("number"))
NOTED: Final = ("id", "held", "blocked", "silent")
SETTINGS: Final = tuple(field.name for field in fields(Person) if field.name not in NOTED)


@dataclass(frozen=True, slots=True)
class Record:
    """A person with what the bot noted about them; `talk` is text of the caller's codec."""

    person: Person
    chat_id: int
    talk: str | None
    last_seen_at: datetime
    created_at: datetime
    consented_at: datetime | None
    held_at: datetime | None
    blocked_at: datetime | None
    silent_at: datetime | None
    rerating_at: datetime | None = None  # when the coach last offered to rate the ladder again


async def get(unit: Unit, person_id: int) -> Person | None:
    found = await record(unit, person_id)
    return None if found is None else found.person


async def record(unit: Unit, person_id: int) -> Record | None:
    row = (await unit.run(_RECORD, {"person": person_id})).one_or_none()
    return None if row is None else _record(row)


def _record(row: AnyRow) -> Record:
    return Record(
        person=_person(row),
        chat_id=row.chat_id,
        talk=row.talk,
        last_seen_at=row.last_seen_at,
        created_at=row.created_at,
        consented_at=row.consented_at,
        held_at=row.held_at,
        blocked_at=row.blocked_at,
        silent_at=row.silent_at,
        rerating_at=row.rerating_at,
    )


def _person(row: AnyRow) -> Person:
    return Person(
        id=row.id,
        held=row.held_at is not None,
        blocked=row.blocked_at is not None,
        silent=row.silent_at is not None,
        **{name: getattr(row, name) for name in SETTINGS},
    )


def _settings(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in SETTINGS}


async def add(unit: Unit, person_id: int, chat_id: int, name: str, language: str, now: datetime) -> Person:
    """Note a stranger, with the settings everybody begins with; one already known is left as they are."""
    person = Person(person_id, name, language)
    row = insert(people).values(
        id=person_id, chat_id=chat_id, last_seen_at=now, created_at=now, **_settings(person)
    )
    added = await unit.run(row.on_conflict_do_nothing())
    return person if added.rowcount else await get(unit, person_id) or person


async def save(unit: Unit, person: Person) -> None:
    """Keep the settings; for what the bot notes there are consent, hold, block, silence and set_talk."""
    await _set(unit, person.id, **_settings(person))


async def set_talk(unit: Unit, person_id: int, talk: str | None) -> None:
    await _set(unit, person_id, talk=talk)


async def consent(unit: Unit, person_id: int, now: datetime) -> None:
    await _set(unit, person_id, consented_at=now)


async def hold(unit: Unit, person_id: int, now: datetime | None) -> None:
    """Begin a hold, or end it with None."""
    await _set(unit, person_id, held_at=now)


async def silence(unit: Unit, person_id: int, now: datetime) -> None:
    await _set(unit, person_id, silent_at=now)


async def bring_up_rerating(unit: Unit, person_id: int, now: datetime) -> None:
    """Note that the coach offered to rate the ladder again: it does so now and then, not often."""
    await _set(unit, person_id, rerating_at=now)


async def seen(unit: Unit, known: Record, now: datetime, name: str, language: str) -> Record:
    """Note that they wrote, which ends a block and a silence; what is known of them now."""
    person = replace(known.person, name=name, language=language, blocked=False, silent=False)
    fresh = replace(known, person=person, last_seen_at=now, blocked_at=None, silent_at=None)
    ended = {"blocked_at": None, "silent_at": None}
    await _set(unit, person.id, last_seen_at=now, name=name, language=language, **ended)
    return fresh


async def block(unit: Unit, person_id: int, now: datetime) -> None:
    """Note that they blocked the bot; nothing that was planned or waiting for them goes out any more."""
    first = update(people).where(people.c.id == person_id, people.c.blocked_at.is_(None))
    await unit.run(first.values(blocked_at=now))
    await occasions.drop(unit, person_id)
    await outbox.cancel_for(unit, person_id)


async def _set(unit: Unit, person_id: int, **values: Any) -> None:
    await unit.run(_SET, {"number": person_id, **values})
