"""The ladder: ratings, and asks in their own words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _ratings()
    _own_asks()


def _of_person(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["person_id"], ["people.id"], name=op.f(f"fk_{table}_person_id_people"), ondelete="CASCADE"
    )


def _ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("rating", sa.Integer()),
        sa.Column("at", BIG, nullable=False),
        sa.Column("retired_at", BIG),
        sa.CheckConstraint("rating BETWEEN 1 AND 10", name=op.f("ck_ratings_rating")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratings")),
        sa.UniqueConstraint("person_id", "item", name=op.f("uq_ratings_person_id_item")),
        _of_person("ratings"),
        sqlite_strict=True,
    )


def _own_asks() -> None:
    op.create_table(
        "own_asks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text()),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("added_at", BIG, nullable=False),
        sa.Column("retired_at", BIG),
        sa.CheckConstraint("rung BETWEEN 1 AND 10", name=op.f("ck_own_asks_rung")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_asks")),
        _of_person("own_asks"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_own_asks_person_id"), "own_asks", ["person_id"])
