"""The store: people, their logs, what is due, what came in and what goes out, in one database.

SQLAlchemy Core, no ORM: queries are functions of a `Unit` (one transaction) and return values of the coach.
Nothing here decides, sends or reads the clock; `now` is an argument.
"""

from __future__ import annotations


class StoreFault(Exception):
    """The database cannot be used; says so in one sentence for whoever runs the bot."""


class NewerDatabase(StoreFault):
    """A newer version of the bot has written this database."""
