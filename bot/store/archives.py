"""Archives in the database: all that is kept of a person, read at one moment; what is new, written back."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as insert_or

from bot.coach.archive import Archive, Line, Membership, News, Notes, settings_of
from bot.coach.ladder import Rating
from bot.coach.model import Pause, Wish
from bot.store import attempts, courses, ladder, people, tables
from bot.store.circle_tables import members, notes
from bot.store.people import Record
from bot.store.unit import Unit


async def read(unit: Unit, person_id: int, now: datetime) -> Archive | None:
    """Read all that is kept of a person, under the numbers it has here; None for somebody unknown."""
    record = await people.record(unit, person_id)
    if record is None:
        return None
    kept = await ladder.kept(unit, person_id)
    return Archive(
        now,
        record.person.name,
        record.person.language,
        settings_of(record.person),
        await attempts.log(unit, person_id),
        await attempts.wishes(unit, person_id),
        await attempts.pauses(unit, person_id),
        kept.own,
        tuple(kept.ratings.values()),
        await _circles(unit, person_id),
        await _lines(unit, person_id),
        _noted(record),
    )


async def _circles(unit: Unit, person_id: int) -> tuple[Membership, ...]:
    query = (
        select(members.c.sharing, members.c.buddies, members.c.joined_at)
        .where(members.c.person_id == person_id, members.c.joined_at.is_not(None))
        .order_by(members.c.joined_at, members.c.circle_id)
    )
    return tuple(Membership(*row) for row in await unit.run(query))


async def _lines(unit: Unit, person_id: int) -> tuple[Line, ...]:
    query = (
        select(notes.c.attempt_id, notes.c.words)
        .join(tables.attempts, tables.attempts.c.id == notes.c.attempt_id)
        .where(tables.attempts.c.person_id == person_id)
        .order_by(notes.c.attempt_id, notes.c.circle_id)
    )
    return tuple(Line(*row) for row in await unit.run(query))


def _noted(record: Record) -> Notes:
    return Notes(
        first_met=record.created_at,
        last_seen=record.last_seen_at,
        agreed=record.consented_at,
        on_hold_since=record.held_at,
        silent_since=record.silent_at,
        ladder_brought_up=record.rerating_at,
        unfinished=_unfinished(record.talk),
    )


def _unfinished(talk: str | None) -> str | None:
    """Words of theirs that wait in a talk; it may also name others, who have no place here."""
    held = json.loads(talk) if talk else {}
    return held.get("story") or held.get("words")


# --- back


async def keep(unit: Unit, person_id: int, news: News) -> None:
    """Add what is new to what a person has here."""
    for offer in news.gives_way:
        await attempts.take_back(unit, person_id, offer)
    own_here = dict(news.own_here)
    for ask in news.own_asks:
        own_here[ask.key] = (await ladder.add(unit, person_id, ask)).key
    log = [{"person_id": person_id, **attempts.values(entry)} for entry in news.attempts]
    await _put(unit, tables.attempts, log)
    await _put(unit, tables.wishes, [_row(person_id, Wish, wish) for wish in news.wishes])
    await _put(unit, tables.pauses, [_row(person_id, Pause, pause) for pause in news.pauses])
    named = (replace(rating, item=own_here.get(rating.item, rating.item)) for rating in news.ratings)
    await _put(unit, tables.ratings, [_row(person_id, Rating, rating) for rating in named])
    await courses.drop(unit, person_id)


async def _put(unit: Unit, table: Any, rows: list[dict[str, Any]]) -> None:
    """Write many rows at once; what the table has already stays."""
    if rows:
        await unit.run(insert_or(table).on_conflict_do_nothing(), rows)


def _row(person_id: int, kind: type[Any], value: object) -> dict[str, Any]:
    return {"person_id": person_id, **{one.name: getattr(value, one.name) for one in fields(kind)}}
