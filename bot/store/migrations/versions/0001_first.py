"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _people()
    _attempts()
    _wishes()
    _pauses()
    _occasions()
    _inbox()
    _outbox()
    _meta()


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("morning", sa.Text(), nullable=False),
        sa.Column("evening", sa.Text(), nullable=False),
        sa.Column("quiet_from", sa.Text(), nullable=False),
        sa.Column("quiet_to", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("sting", sa.Text(), nullable=False),
        sa.Column("nudges", sa.Integer(), nullable=False),
        sa.Column("gentle", sa.Integer(), nullable=False),
        sa.Column("joined", sa.Text()),
        sa.Column("consented_at", BIG),
        sa.Column("held_at", BIG),
        sa.Column("blocked_at", BIG),
        sa.Column("silent_at", BIG),
        sa.Column("last_seen_at", BIG, nullable=False),
        sa.Column("talk", sa.Text()),
        sa.Column("created_at", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.CheckConstraint("days BETWEEN 0 AND 127", name=op.f("ck_people_days")),
        sqlite_strict=True,
    )


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("offered_at", BIG, nullable=False),
        sa.Column("challenge", sa.Text()),
        sa.Column("own", sa.Text()),
        sa.Column("size", sa.Text(), nullable=False),
        sa.Column("context", sa.Text()),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Text(), nullable=False),
        sa.Column("closed_at", BIG),
        sa.Column("why", sa.Text()),
        sa.Column("answered", sa.Text(), nullable=False),
        sa.Column("anticipated", sa.Integer()),
        sa.Column("chance", sa.Integer()),
        sa.Column("fear", sa.Text()),
        sa.Column("story", sa.Text()),
        sa.Column("voice", sa.Text()),
        sa.Column("outcome", sa.Text()),
        sa.Column("kind_of_no", sa.Text()),
        sa.Column("peak", sa.Integer()),
        sa.Column("feeling", sa.Text()),
        sa.Column("cost", sa.Integer()),
        sa.Column("again", sa.Integer()),
        sa.Column("learned", sa.Text()),
        sa.Column("left_after", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        _of_person("attempts"),
        *(_between(rating, 1, 10) for rating in ("rung", "anticipated", "peak", "cost", "left_after")),
        *(_between(percent, 0, 100) for percent in ("chance", "again")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attempts_person_id_day"), "attempts", ["person_id", "day"])
    planned = sa.text("planned = 1")
    op.create_index(
        op.f("uq_attempts_planned"),
        "attempts",
        ["person_id", "day"],
        unique=True,
        sqlite_where=planned,
        postgresql_where=planned,
    )


def _wishes() -> None:
    op.create_table(
        "wishes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wishes")),
        _of_person("wishes"),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_wishes_person_id"), "wishes", ["person_id"])


def _pauses() -> None:
    op.create_table(
        "pauses",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("until", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pauses")),
        _of_person("pauses"),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_pauses_person_id"), "pauses", ["person_id"])


def _occasions() -> None:
    op.create_table(
        "occasions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("about", BIG, nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
        sa.UniqueConstraint(
            "person_id", "day", "kind", "about", name=op.f("uq_occasions_person_id_day_kind_about")
        ),
        _of_person("occasions"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    _partial_index("ix_occasions_waiting", "occasions", ["at"], "state = 'waiting'")


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", BIG, autoincrement=False, nullable=False),
        sa.Column("chat_id", BIG),
        sa.Column("payload", sa.Text()),
        sa.Column("received_at", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text()),
        sa.Column("handled_at", BIG),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
        sqlite_strict=True,
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at", "update_id"])
    _partial_index("ix_inbox_new", "inbox", ["update_id"], "state = 'new'")
    _partial_index("ix_inbox_chat_id", "inbox", ["chat_id"], "chat_id IS NOT NULL")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", BIG, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("person_id", BIG),
        sa.Column("language", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("edit_of", BIG),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("not_before", BIG),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("created_at", BIG, nullable=False),
        sa.Column("sent_at", BIG),
        sa.Column("message_id", BIG),
        sa.Column("error", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    _partial_index("ix_outbox_waiting", "outbox", ["urgent", "id"], "state = 'waiting'")
    op.create_index(op.f("ix_outbox_chat_id_state_id"), "outbox", ["chat_id", "state", "id"])
    op.create_index(op.f("ix_outbox_person_id"), "outbox", ["person_id"])


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
        sqlite_strict=True,
    )


def _of_person(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["person_id"], ["people.id"], name=op.f(f"fk_{table}_person_id_people"), ondelete="CASCADE"
    )


def _between(column: str, least: int, most: int) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} BETWEEN {least} AND {most}", name=op.f(f"ck_attempts_{column}"))


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(op.f(name), table, columns, sqlite_where=condition, postgresql_where=condition)
