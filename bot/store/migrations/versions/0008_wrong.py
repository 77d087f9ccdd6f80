"""What went wrong, found without going through all that went well."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _partial_index("ix_outbox_wrong", "outbox", ["state"], "state IN ('uncertain', 'failed')")
    _partial_index("ix_inbox_dead", "inbox", ["update_id"], "state = 'dead'")


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(op.f(name), table, columns, sqlite_where=condition, postgresql_where=condition)
