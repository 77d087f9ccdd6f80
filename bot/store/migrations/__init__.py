"""Alembic's scripts: numbered, forward only, additive, and run all in one transaction."""
