"""What the members of a circle do for one another: cheers, notes, votes, buddies, words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.coach.circles.model import Note
from bot.coach.circles.themes import CircleTheme
from bot.store.circle_tables import (
    cheers,
    deaf,
    encouragements,
    for_morning,
    notes,
    pairings,
    polls,
    proposals,
    votes,
)
from bot.store.tables import attempts
from bot.store.unit import Unit

# --- cheers


async def cheer(unit: Unit, circle_id: int, day: date, person_id: int, by: int) -> bool:
    """Cheer for somebody's day; False if they did before."""
    row = insert(cheers).values(circle_id=circle_id, day=day, person_id=person_id, by=by)
    return (await unit.run(row.on_conflict_do_nothing())).rowcount > 0


async def cheered(unit: Unit, circle_id: int, day: date) -> Mapping[int, int]:
    """How many cheered for whom on a day, by person."""
    query = select(cheers.c.person_id, func.count()).where(
        cheers.c.circle_id == circle_id, cheers.c.day == day
    )
    return dict(map(tuple, await unit.run(query.group_by(cheers.c.person_id))))


# --- notes


async def show_note(unit: Unit, circle_id: int, note: Note) -> None:
    """Let a circle see a line, in place of an earlier one about the same ask."""
    values = {"words": note.words, "shown_at": note.shown_at}
    row = insert(notes).values(circle_id=circle_id, attempt_id=note.attempt, **values)
    same = row.on_conflict_do_update(index_elements=[notes.c.circle_id, notes.c.attempt_id], set_=values)
    await unit.run(same)


async def notes_of(unit: Unit, circle_id: int, since: datetime) -> tuple[Note, ...]:
    query = select(notes.c.attempt_id, notes.c.words, notes.c.shown_at)
    theirs = query.where(notes.c.circle_id == circle_id, notes.c.shown_at >= since)
    return tuple(Note(*row) for row in await unit.run(theirs.order_by(notes.c.attempt_id)))


async def take_back_notes(unit: Unit, circle_id: int, person_id: int) -> None:
    """Forget the lines somebody let a circle see."""
    theirs = select(attempts.c.id).where(attempts.c.person_id == person_id)
    mine = delete(notes).where(notes.c.circle_id == circle_id, notes.c.attempt_id.in_(theirs))
    await unit.run(mine)


# --- votes, proposals, polls


async def vote(unit: Unit, circle_id: int, week: date, by: int, attempt_id: int) -> None:
    """Vote for the boldest ask of a week, in place of an earlier vote."""
    row = insert(votes).values(circle_id=circle_id, week=week, by=by, attempt_id=attempt_id)
    key = [votes.c.circle_id, votes.c.week, votes.c.by]
    await unit.run(row.on_conflict_do_update(index_elements=key, set_={"attempt_id": attempt_id}))


async def voted(unit: Unit, circle_id: int, week: date) -> Mapping[int, int]:
    """How many voted for what, by attempt."""
    query = select(votes.c.attempt_id, func.count()).where(votes.c.circle_id == circle_id)
    counted = query.where(votes.c.week == week).group_by(votes.c.attempt_id)
    return dict(map(tuple, await unit.run(counted)))


async def propose(unit: Unit, circle_id: int, week: date, by: int, theme: CircleTheme) -> None:
    """Propose the theme of a week, in place of an earlier proposal."""
    row = insert(proposals).values(circle_id=circle_id, week=week, by=by, theme=theme)
    key = [proposals.c.circle_id, proposals.c.week, proposals.c.by]
    await unit.run(row.on_conflict_do_update(index_elements=key, set_={"theme": theme}))


async def proposed(unit: Unit, circle_id: int, week: date) -> tuple[CircleTheme, ...]:
    """What was proposed for a week, what most want first."""
    query = select(proposals.c.theme, func.count()).where(
        proposals.c.circle_id == circle_id, proposals.c.week == week
    )
    counted = await unit.run(query.group_by(proposals.c.theme).order_by(func.count().desc()))
    return tuple(theme for theme, _ in counted)


@dataclass(frozen=True, slots=True)
class Poll:
    circle_id: int
    week: date
    letter: int
    poll_id: str | None
    options: tuple[CircleTheme, ...]
    counts: tuple[int, ...]
    closed: bool


POLL = (
    polls.c.circle_id,
    polls.c.week,
    polls.c.letter,
    polls.c.poll_id,
    polls.c.options,
    polls.c.counts,
    polls.c.closed,
)


async def open_poll(
    unit: Unit, circle_id: int, week: date, letter: int, options: tuple[CircleTheme, ...]
) -> None:
    counts = tuple(0 for _ in options)
    row = insert(polls).values(
        circle_id=circle_id, week=week, letter=letter, options=options, counts=counts, closed=False
    )
    await unit.run(row.on_conflict_do_nothing())


async def poll(unit: Unit, circle_id: int, week: date) -> Poll | None:
    query = select(*POLL).where(polls.c.circle_id == circle_id, polls.c.week == week)
    row = (await unit.run(query)).one_or_none()
    return None if row is None else Poll(*row)


async def poll_arrived(unit: Unit, letter: int, poll_id: str) -> None:
    """Note under which id Telegram tells of the votes."""
    await unit.run(update(polls).where(polls.c.letter == letter).values(poll_id=poll_id))


async def counted(unit: Unit, poll_id: str, counts: tuple[int, ...], closed: bool) -> None:
    """Note how a poll stands; one that is not ours is nobody's business."""
    mine = update(polls).where(polls.c.poll_id == poll_id)
    await unit.run(mine.values(counts=counts, closed=closed))


async def close_poll(unit: Unit, circle_id: int, week: date) -> None:
    mine = update(polls).where(polls.c.circle_id == circle_id, polls.c.week == week)
    await unit.run(mine.values(closed=True))


# --- buddies


async def pair(unit: Unit, circle_id: int, week: date, groups: Iterable[Collection[int]]) -> None:
    """Keep who are buddies in a week, in place of what was kept."""
    await unit.run(delete(pairings).where(pairings.c.circle_id == circle_id, pairings.c.week == week))
    rows = [
        {"circle_id": circle_id, "week": week, "person_id": person, "number": number}
        for number, group in enumerate(groups)
        for person in sorted(group)
    ]
    if rows:
        await unit.run(insert(pairings), rows)


async def weeks(unit: Unit, circle_id: int, before: date) -> tuple[tuple[frozenset[int], ...], ...]:
    """The groups of all the weeks before, the oldest week first."""
    columns = (pairings.c.week, pairings.c.number, pairings.c.person_id)
    query = select(*columns).where(pairings.c.circle_id == circle_id, pairings.c.week < before)
    found: dict[date, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for week, number, person in await unit.run(query.order_by(pairings.c.week, pairings.c.number)):
        found[week][number].add(person)
    return tuple(tuple(map(frozenset, groups.values())) for groups in found.values())


async def buddies(unit: Unit, circle_id: int, week: date, person_id: int) -> tuple[int, ...]:
    """Whom somebody is paired with in a week."""
    mine = select(pairings.c.number).where(
        pairings.c.circle_id == circle_id, pairings.c.week == week, pairings.c.person_id == person_id
    )
    query = select(pairings.c.person_id).where(
        pairings.c.circle_id == circle_id,
        pairings.c.week == week,
        pairings.c.number == mine.scalar_subquery(),
        pairings.c.person_id != person_id,
    )
    return tuple((await unit.run(query.order_by(pairings.c.person_id))).scalars())


async def paired(unit: Unit, circle_id: int, week: date) -> bool:
    """Whether a circle has its buddies of a week."""
    query = select(func.count()).where(pairings.c.circle_id == circle_id, pairings.c.week == week)
    return bool((await unit.run(query)).scalar_one())


async def unpair(unit: Unit, circle_id: int, person_id: int, since: date) -> None:
    """Somebody has left: they are nobody's buddy there from this week on."""
    theirs = (pairings.c.circle_id == circle_id, pairings.c.person_id == person_id)
    await unit.run(delete(pairings).where(*theirs, pairings.c.week >= since))


# --- words for one another


async def encouraged(unit: Unit, by: int, to: int, at: datetime) -> None:
    await unit.run(insert(encouragements).values(by=by, to=to, at=at))


async def words_since(unit: Unit, by: int, to: int, since: datetime) -> int:
    """How many words went from one to the other since then."""
    mine = (encouragements.c.by == by, encouragements.c.to == to, encouragements.c.at >= since)
    return int((await unit.run(select(func.count()).where(*mine))).scalar_one())


async def deafen(unit: Unit, person_id: int, of: int) -> None:
    """No more words from them, nor those that wait for the morning."""
    await unit.run(insert(deaf).values(person_id=person_id, of=of).on_conflict_do_nothing())
    await unit.run(delete(for_morning).where(for_morning.c.to == person_id, for_morning.c.by == of))


async def hear_again(unit: Unit, person_id: int, of: int) -> None:
    await unit.run(delete(deaf).where(deaf.c.person_id == person_id, deaf.c.of == of))


async def is_deaf(unit: Unit, person_id: int, of: int) -> bool:
    query = select(func.count()).where(deaf.c.person_id == person_id, deaf.c.of == of)
    return bool((await unit.run(query)).scalar_one())


async def apart(unit: Unit, who: Collection[int]) -> frozenset[frozenset[int]]:
    """Which of these people must not be paired: one of the two wants no words of the other."""
    query = select(deaf.c.person_id, deaf.c.of).where(or_(deaf.c.person_id.in_(who), deaf.c.of.in_(who)))
    return frozenset(frozenset(pair_) for pair_ in await unit.run(query))


# --- what came in somebody's night


@dataclass(frozen=True, slots=True)
class Kept:
    """A message for somebody who was asleep; `by` None: from the coach."""

    by: int | None
    message: str  # of the caller's codec
    at: datetime


async def keep_for_morning(unit: Unit, to: int, by: int | None, message: str, at: datetime) -> int:
    """Keep a message for somebody; the number to take it out by."""
    row = insert(for_morning).values(to=to, by=by, message=message, at=at)
    number: int = (await unit.run(row.returning(for_morning.c.id))).scalar_one()
    return number


async def take_out(unit: Unit, number: int) -> Kept | None:
    """Take out what was kept; None where it is not wanted any more."""
    mine = delete(for_morning).where(for_morning.c.id == number)
    found = await unit.run(mine.returning(for_morning.c.by, for_morning.c.message, for_morning.c.at))
    row = found.one_or_none()
    return None if row is None else Kept(*row)


# --- what is kept no longer than it is needed


async def prune(unit: Unit, before: date, instant: datetime) -> None:
    """Forget the cheers, votes, proposals, polls and marks of long ago; who was whose buddy stays."""
    await unit.run(delete(cheers).where(cheers.c.day < before))
    for table in (votes, proposals, polls):
        await unit.run(delete(table).where(table.c.week < before))
    await unit.run(delete(encouragements).where(encouragements.c.at < instant))
    await unit.run(delete(for_morning).where(for_morning.c.at < instant))
