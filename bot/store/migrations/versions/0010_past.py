"""What the older part of a log comes to beside the course; and people are counted by indexes of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # what is kept there was folded without it, and is folded anew where it is missing
    op.execute("DELETE FROM courses")
    op.add_column("courses", sa.Column("past", sa.Text(), nullable=False, server_default="{}"))
    for state in ("blocked", "silent"):
        column = f"{state}_at"
        told = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            op.f(f"ix_people_{state}"), "people", [column], sqlite_where=told, postgresql_where=told
        )
    op.create_index(op.f("ix_people_held_at"), "people", ["held_at"])
