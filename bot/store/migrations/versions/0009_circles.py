"""Circles: groups that practise together."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _circles()
    _members()
    _pairings()
    _cheers()
    _notes()
    _votes()
    _proposals()
    _polls()
    _encouragements()
    _for_morning()
    _deaf()


def _table(name: str, *columns: Any, key: tuple[str, ...], **options: Any) -> None:
    primary = sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}"))
    op.create_table(name, *columns, primary, sqlite_strict=True, **options)


def _key(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _where_known(table: str, column: str) -> None:
    condition = sa.text(f"{column} IS NOT NULL")
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column], sqlite_where=condition)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, BIG, nullable=False)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _circles() -> None:
    texts = [_text(name) for name in ("title", "key", "language", "zone", "at")]
    maybe = ("theme", "together", "together_on", "due_call", "due_day", "day", "card_said", "posted_on")
    later = [sa.Column(name, sa.Text()) for name in (*maybe, "recap_week", "recap_said")]
    instants = ("added_by", "away_at", "muted_at", "due_at", "refresh_at", "carded_at")
    numbers = ("card_letter", "card_message", "newest", "recap_letter", "recap_message")
    _table(
        "circles",
        _number("id"),
        _number("chat_id"),
        *texts,
        *later,
        *(sa.Column(name, BIG) for name in (*instants, *numbers)),
        _number("created_at"),
        *(_flag(name) for name in ("pins", "may_pin", "touched", "posted")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_circles_chat_id")),
        key=("id",),
        sqlite_autoincrement=True,
    )
    for column in ("due_at", "refresh_at", "added_by"):
        _where_known("circles", column)


def _members() -> None:
    _table(
        "members",
        _number("circle_id"),
        _number("person_id"),
        _text("sharing"),
        _flag("buddies"),
        sa.Column("wish", BIG),
        _flag("admin"),
        _number("asked_at"),
        sa.Column("joined_at", BIG),
        _key("members", "circle_id", "circles"),
        _key("members", "person_id", "people"),
        key=("circle_id", "person_id"),
    )
    _index("members", "person_id")
    _where_known("members", "wish")


def _pairings() -> None:
    _table(
        "pairings",
        _number("circle_id"),
        _text("week"),
        _number("person_id"),
        _flag("number"),
        _key("pairings", "circle_id", "circles"),
        _key("pairings", "person_id", "people"),
        key=("circle_id", "week", "person_id"),
    )
    _index("pairings", "person_id")


def _cheers() -> None:
    _table(
        "cheers",
        _number("circle_id"),
        _text("day"),
        _number("person_id"),
        _number("by"),
        _key("cheers", "circle_id", "circles"),
        _key("cheers", "person_id", "people"),
        _key("cheers", "by", "people"),
        key=("circle_id", "day", "person_id", "by"),
    )
    _index("cheers", "person_id")
    _index("cheers", "by")


def _notes() -> None:
    _table(
        "notes",
        _number("circle_id"),
        _number("attempt_id"),
        _text("words"),
        _number("shown_at"),
        _key("notes", "circle_id", "circles"),
        _key("notes", "attempt_id", "attempts"),
        key=("circle_id", "attempt_id"),
    )
    _index("notes", "attempt_id")


def _votes() -> None:
    _table(
        "votes",
        _number("circle_id"),
        _text("week"),
        _number("by"),
        _number("attempt_id"),
        _key("votes", "circle_id", "circles"),
        _key("votes", "by", "people"),
        _key("votes", "attempt_id", "attempts"),
        key=("circle_id", "week", "by"),
    )
    _index("votes", "by")
    _index("votes", "attempt_id")


def _proposals() -> None:
    _table(
        "proposals",
        _number("circle_id"),
        _text("week"),
        _number("by"),
        _text("theme"),
        _key("proposals", "circle_id", "circles"),
        _key("proposals", "by", "people"),
        key=("circle_id", "week", "by"),
    )
    _index("proposals", "by")


def _polls() -> None:
    _table(
        "polls",
        _number("circle_id"),
        _text("week"),
        _number("letter"),
        sa.Column("poll_id", sa.Text()),
        _text("options"),
        _text("counts"),
        _flag("closed"),
        _key("polls", "circle_id", "circles"),
        sa.UniqueConstraint("poll_id", name=op.f("uq_polls_poll_id")),
        key=("circle_id", "week"),
    )


def _encouragements() -> None:
    _table(
        "encouragements",
        _number("id"),
        _number("by"),
        _number("to"),
        _number("at"),
        _key("encouragements", "by", "people"),
        _key("encouragements", "to", "people"),
        key=("id",),
    )
    _index("encouragements", "by", "at")
    _index("encouragements", "to")


def _for_morning() -> None:
    _table(
        "for_morning",
        _number("id"),
        _number("to"),
        sa.Column("by", BIG),
        _text("message"),
        _number("at"),
        _key("for_morning", "to", "people"),
        _key("for_morning", "by", "people"),
        key=("id",),
        sqlite_autoincrement=True,
    )
    _index("for_morning", "to")
    _index("for_morning", "by")


def _deaf() -> None:
    _table(
        "deaf",
        _number("person_id"),
        _number("of"),
        _key("deaf", "person_id", "people"),
        _key("deaf", "of", "people"),
        key=("person_id", "of"),
    )
    _index("deaf", "of")
