"""What fits a person's life, and when they were last offered to rate their ladder again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("life", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("people", sa.Column("rerating_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
