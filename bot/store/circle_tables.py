"""The tables of circles. They change together with a migration, as those of `tables` do."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from bot.coach.circles.model import Call, Sharing
from bot.coach.circles.themes import CircleTheme
from bot.store.columns import Big, Choice, Clock, Day, Document, Flag, Instant
from bot.store.tables import metadata

OPTIONS: Final = Document(TypeAdapter(tuple[CircleTheme, ...]), frozen=True)
COUNTS: Final = Document(TypeAdapter(tuple[int, ...]), frozen=True)


def _circle() -> Column[Any]:
    key = ForeignKey("circles.id", ondelete="CASCADE")
    return Column("circle_id", Big, key, primary_key=True, autoincrement=False)


def _somebody(name: str = "person_id", *, key: bool = True) -> Column[Any]:
    """A person, without whom the row is gone."""
    owner = ForeignKey("people.id", ondelete="CASCADE")
    return Column(name, Big, owner, primary_key=key, nullable=False, autoincrement=False)


def _attempt(*, key: bool) -> Column[Any]:
    made = ForeignKey("attempts.id", ondelete="CASCADE")
    return Column("attempt_id", Big, made, primary_key=key, nullable=False, autoincrement=False)


circles: Final = Table(
    "circles",
    metadata,
    Column("id", Big, primary_key=True),
    Column("chat_id", Big, nullable=False, unique=True),  # changes when a group becomes a supergroup
    Column("title", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("at", Clock, nullable=False),
    Column("pins", Flag, nullable=False),
    Column("theme", Choice(CircleTheme)),
    Column("together", Choice(CircleTheme)),
    Column("together_on", Day),
    Column("added_by", Big),  # Telegram's user id; no foreign key: they need not be among the people
    Column("created_at", Instant, nullable=False),
    Column("away_at", Instant),  # the bot is no longer in the group
    Column("muted_at", Instant),  # it may not write there
    Column("may_pin", Flag, nullable=False),
    Column("due_at", Instant),  # the next call of its clock
    Column("due_call", Choice(Call)),
    Column("due_day", Day),
    Column("refresh_at", Instant),  # something changed: the card is looked at again
    Column("day", Day),  # of the card
    Column("card_letter", Big),  # the number of its letter in the outbox
    Column("card_message", Big),  # Telegram's number, once it is known
    Column("card_said", Text),  # what it says now: the same is not said again
    Column("carded_at", Instant),
    Column("touched", Flag, nullable=False),  # somebody did something on the day of the card
    Column("newest", Big),  # the newest message seen in the group, ours or theirs
    Column("posted_on", Day),
    Column("posted", Integer, nullable=False),  # new messages on that day
    Column("recap_letter", Big),
    Column("recap_message", Big),
    Column("recap_week", Day),
    Column("recap_said", Text),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # a number is never given twice: links carry it
)
Index("ix_circles_due_at", circles.c.due_at, sqlite_where=circles.c.due_at.is_not(None))
Index("ix_circles_refresh_at", circles.c.refresh_at, sqlite_where=circles.c.refresh_at.is_not(None))
Index("ix_circles_added_by", circles.c.added_by, sqlite_where=circles.c.added_by.is_not(None))

members: Final = Table(
    "members",
    metadata,
    _circle(),
    _somebody(),
    Column("sharing", Choice(Sharing), nullable=False),
    Column("buddies", Flag, nullable=False),
    Column("wish", Big),
    Column("admin", Flag, nullable=False),  # of the group, when they last asked for the settings there
    Column("asked_at", Instant, nullable=False),
    Column("joined_at", Instant),  # None: they still are in their first minutes
    sqlite_strict=True,
)
Index(None, members.c.person_id)
Index("ix_members_wish", members.c.wish, sqlite_where=members.c.wish.is_not(None))

pairings: Final = Table(
    "pairings",
    metadata,
    _circle(),
    Column("week", Day, primary_key=True),  # its Monday
    _somebody(),
    Column("number", Integer, nullable=False),  # the same for those who are buddies
    sqlite_strict=True,
)
Index(None, pairings.c.person_id)

cheers: Final = Table(
    "cheers",
    metadata,
    _circle(),
    Column("day", Day, primary_key=True),
    _somebody(),
    _somebody("by"),
    sqlite_strict=True,
)
Index(None, cheers.c.person_id)
Index(None, cheers.c.by)

notes: Final = Table(
    "notes",
    metadata,
    _circle(),
    _attempt(key=True),
    Column("words", Text, nullable=False),
    Column("shown_at", Instant, nullable=False),
    sqlite_strict=True,
)
Index(None, notes.c.attempt_id)

votes: Final = Table(
    "votes",
    metadata,
    _circle(),
    Column("week", Day, primary_key=True),
    _somebody("by"),
    _attempt(key=False),
    sqlite_strict=True,
)
Index(None, votes.c.by)
Index(None, votes.c.attempt_id)

proposals: Final = Table(
    "proposals",
    metadata,
    _circle(),
    Column("week", Day, primary_key=True),
    _somebody("by"),
    Column("theme", Choice(CircleTheme), nullable=False),
    sqlite_strict=True,
)
Index(None, proposals.c.by)

polls: Final = Table(
    "polls",
    metadata,
    _circle(),
    Column("week", Day, primary_key=True),  # the one whose theme is chosen
    Column("letter", Big, nullable=False),
    Column("poll_id", Text, unique=True),  # Telegram's, once it is known
    Column("options", OPTIONS, nullable=False),
    Column("counts", COUNTS, nullable=False),
    Column("closed", Flag, nullable=False),
    sqlite_strict=True,
)

encouragements: Final = Table(
    "encouragements",  # that there was one, not what it said
    metadata,
    Column("id", Big, primary_key=True),
    _somebody("by", key=False),
    _somebody("to", key=False),
    Column("at", Instant, nullable=False),
    sqlite_strict=True,
)
Index(None, encouragements.c.by, encouragements.c.at)
Index(None, encouragements.c.to)

for_morning: Final = Table(
    "for_morning",  # what came for somebody in their night
    metadata,
    Column("id", Big, primary_key=True),
    _somebody("to", key=False),
    Column("by", Big, ForeignKey("people.id", ondelete="CASCADE")),  # None: from the coach
    Column("message", Text, nullable=False),  # of the caller's codec
    Column("at", Instant, nullable=False),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # a number is never given twice: an occasion carries it
)
Index(None, for_morning.c.to)
Index(None, for_morning.c.by)

deaf: Final = Table(
    "deaf",  # who wants no more words from whom
    metadata,
    _somebody(),
    _somebody("of"),
    sqlite_strict=True,
)
Index(None, deaf.c.of)
