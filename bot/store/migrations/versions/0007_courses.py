"""What is said of an ask before another takes its place, and the older part of a log folded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("attempts", sa.Column("looks", sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "courses",
        sa.Column("person_id", BIG, nullable=False, autoincrement=False),
        sa.Column("upto", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_courses")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_courses_person_id_people"), ondelete="CASCADE"
        ),
        sqlite_strict=True,
    )
