"""The tables. They change together with a migration, and a test compares the two."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

from bot.coach.enrolment import Enrolment
from bot.coach.model import Context, Domain, KindOfNo, Life, Look, Outcome, Size, State, Why
from bot.coach.past import Past
from bot.coach.sizing import Course
from bot.store.columns import Big, Choice, Clock, Day, Document, Flag, Instant, Weekdays
from bot.store.states import ArrivalState, LetterKind, LetterState, OccasionKind, OccasionState

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def stands(column: Column[Any], *states: StrEnum) -> ColumnElement[bool]:
    """Compare with literals: SQLite takes a partial index only where the query spells its condition out."""
    spelled: list[ColumnElement[str]] = [literal_column(f"'{state.value}'") for state in states]
    return column == spelled[0] if len(spelled) == 1 else column.in_(spelled)


def _partial(name: str, *columns: Column[Any], where: ColumnElement[bool], unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _person() -> Column[Any]:
    return Column("person_id", Big, ForeignKey("people.id", ondelete="CASCADE"), nullable=False)


def _between(column: str, least: int, most: int) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {least} AND {most}", name=column)


WORDS: Final = Document(TypeAdapter(tuple[str, ...]), frozen=True)
STING: Final = Document(TypeAdapter(dict[Domain, int]), frozen=False)
WHY: Final = Document(TypeAdapter(Why), frozen=True)
LOOKS: Final = Document(TypeAdapter(tuple[Look, ...]), frozen=True)
COURSE: Final = Document(TypeAdapter(Course), frozen=False)
PAST: Final = Document(TypeAdapter(Past), frozen=False)
LIFE: Final = Document(TypeAdapter(frozenset[Life]), frozen=True)
ENROLMENT: Final = Document(TypeAdapter(Enrolment), frozen=True)

people: Final = Table(
    "people",
    metadata,
    Column("id", Big, primary_key=True, autoincrement=False),  # Telegram's user id
    Column("chat_id", Big, nullable=False),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("morning", Clock, nullable=False),
    Column("evening", Clock, nullable=False),
    Column("quiet_from", Clock, nullable=False),
    Column("quiet_to", Clock, nullable=False),
    Column("days", Weekdays, nullable=False),
    Column("sting", STING, nullable=False),
    Column("nudges", Flag, nullable=False),
    Column("gentle", Flag, nullable=False),
    Column("joined", Day),
    Column("consented_at", Instant),
    Column("held_at", Instant),
    Column("blocked_at", Instant),
    Column("silent_at", Instant),
    Column("last_seen_at", Instant, nullable=False),
    Column("talk", Text),
    Column("created_at", Instant, nullable=False),
    Column("enrolment", ENROLMENT),
    Column("life", LIFE, nullable=False, server_default="[]"),
    Column("rerating_at", Instant),
    _between("days", 0, 127),
    sqlite_strict=True,
)
# by these people are counted: going through the table would take a second of a million
_partial("ix_people_blocked", people.c.blocked_at, where=people.c.blocked_at.is_not(None))
_partial("ix_people_silent", people.c.silent_at, where=people.c.silent_at.is_not(None))
Index(None, people.c.held_at)  # whole, hence of everybody, and narrow: hardly anybody is on hold

attempts: Final = Table(
    "attempts",
    metadata,
    Column("id", Big, primary_key=True),
    _person(),
    Column("day", Day, nullable=False),
    Column("domain", Choice(Domain), nullable=False),
    Column("rung", Integer, nullable=False),
    Column("state", Choice(State), nullable=False),
    Column("offered_at", Instant, nullable=False),
    Column("challenge", Text),
    Column("own", Text),
    Column("size", Choice(Size), nullable=False),
    Column("context", Choice(Context)),
    Column("planned", Flag, nullable=False),
    Column("passed", WORDS, nullable=False),
    Column("looks", LOOKS, nullable=False, server_default="[]"),
    Column("closed_at", Instant),
    Column("why", WHY),
    Column("answered", WORDS, nullable=False),
    Column("anticipated", Integer),
    Column("chance", Integer),
    Column("fear", Text),
    Column("story", Text),
    Column("voice", Text),
    Column("outcome", Choice(Outcome)),
    Column("kind_of_no", Choice(KindOfNo)),
    Column("peak", Integer),
    Column("feeling", Text),
    Column("cost", Integer),
    Column("again", Integer),
    Column("learned", Text),
    Column("left_after", Integer, key="left"),  # LEFT is a word of SQL
    Column("chapter", Text),
    *(_between(rating, 1, 10) for rating in ("rung", "anticipated", "peak", "cost", "left_after")),
    *(_between(percent, 0, 100) for percent in ("chance", "again")),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # a number is never given twice: old buttons carry it
)
Index(None, attempts.c.person_id, attempts.c.day)
_partial(
    "uq_attempts_planned",
    attempts.c.person_id,
    attempts.c.day,
    where=attempts.c.planned == literal_column("1"),
    unique=True,
)

wishes: Final = Table(
    "wishes",
    metadata,
    Column("id", Big, primary_key=True),
    _person(),
    Column("at", Instant, nullable=False),
    Column("day", Day, nullable=False),
    Column("domain", Choice(Domain), nullable=False),
    Column("steps", Integer, nullable=False),
    sqlite_strict=True,
)
Index(None, wishes.c.person_id)

courses: Final = Table(
    "courses",  # what the older part of a log comes to; recomputed where it is missing
    metadata,
    Column(
        "person_id",
        Big,
        ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("upto", Day, nullable=False),
    Column("terms", Text, nullable=False),
    Column("course", COURSE, nullable=False),
    Column("past", PAST, nullable=False, server_default="{}"),
    sqlite_strict=True,
)

pauses: Final = Table(
    "pauses",
    metadata,
    Column("id", Big, primary_key=True),
    _person(),
    Column("since", Day, nullable=False),
    Column("until", Day),
    sqlite_strict=True,
)
Index(None, pauses.c.person_id)

ratings: Final = Table(
    "ratings",
    metadata,
    Column("id", Big, primary_key=True),
    _person(),
    Column("item", Text, nullable=False),  # an id of the bank, or the key of an own ask
    Column("domain", Choice(Domain), nullable=False),
    Column("rating", Integer),  # None for one that was retired unrated
    Column("at", Instant, nullable=False),
    Column("retired_at", Instant),
    _between("rating", 1, 10),
    UniqueConstraint("person_id", "item"),
    sqlite_strict=True,
)

own_asks: Final = Table(
    "own_asks",
    metadata,
    Column("id", Big, primary_key=True),
    _person(),
    Column("domain", Choice(Domain), nullable=False),
    Column("words", Text, nullable=False),
    Column("goal", Text),
    Column("rung", Integer, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("retired_at", Instant),
    _between("rung", 1, 10),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # a number is never given twice: old buttons carry it
)
Index(None, own_asks.c.person_id)

occasions: Final = Table(
    "occasions",
    metadata,
    Column("id", Big, primary_key=True),
    _person(),
    Column("kind", Choice(OccasionKind), nullable=False),
    Column("day", Day, nullable=False),
    Column("about", Big, nullable=False),  # the attempt, 0 for none: NULL would not be unique
    Column("at", Instant, nullable=False),
    Column("state", Choice(OccasionState), nullable=False),
    UniqueConstraint("person_id", "day", "kind", "about"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
occasion_waits: Final = stands(occasions.c.state, OccasionState.WAITING)
_partial("ix_occasions_waiting", occasions.c.at, where=occasion_waits)

inbox: Final = Table(
    "inbox",
    metadata,
    Column("update_id", Big, primary_key=True, autoincrement=False),
    Column("chat_id", Big),  # whose it is; forgotten with the payload
    Column("payload", Text),  # None once it is handled
    Column("received_at", Instant, nullable=False),
    Column("state", Choice(ArrivalState), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("error", Text),
    Column("handled_at", Instant),
    sqlite_strict=True,
)
arrival_is_new: Final = stands(inbox.c.state, ArrivalState.NEW)
Index("ix_inbox_received_at", inbox.c.received_at, inbox.c.update_id)
_partial("ix_inbox_new", inbox.c.update_id, where=arrival_is_new)
arrival_is_dead: Final = stands(inbox.c.state, ArrivalState.DEAD)
_partial("ix_inbox_dead", inbox.c.update_id, where=arrival_is_dead)
_partial("ix_inbox_chat_id", inbox.c.chat_id, where=inbox.c.chat_id.is_not(None))

outbox: Final = Table(
    "outbox",
    metadata,
    Column("id", Big, primary_key=True),
    Column("chat_id", Big, nullable=False),
    Column("person_id", Big),  # no foreign key: the farewell outlives the person
    Column("language", Text),  # for somebody who is not among the people
    Column("kind", Choice(LetterKind), nullable=False),
    Column("urgent", Integer, nullable=False),
    Column("message", Text, nullable=False),
    Column("edit_of", Big),
    Column("state", Choice(LetterState), nullable=False),
    Column("not_before", Instant),
    Column("tries", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("message_id", Big),
    Column("error", Text),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
letter_waits: Final = stands(outbox.c.state, LetterState.WAITING)
_partial("ix_outbox_waiting", outbox.c.urgent, outbox.c.id, where=letter_waits)
letter_went_wrong: Final = stands(outbox.c.state, LetterState.UNCERTAIN, LetterState.FAILED)
_partial("ix_outbox_wrong", outbox.c.state, where=letter_went_wrong)
Index(None, outbox.c.chat_id, outbox.c.state, outbox.c.id)
Index(None, outbox.c.person_id)

meta: Final = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
