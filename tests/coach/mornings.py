"""Mornings to choose on, of somebody of whom nothing is known but what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.coach import choose, sizing
from bot.coach.model import (
    Attempt,
    Cause,
    Challenge,
    Domain,
    State,
    Why,
)
from bot.coach.worth import Morning

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
SOCIAL = Domain.SOCIAL


def asked(name: str | None, day: int = 0, **other: Any) -> Attempt:
    at = datetime(2026, 11, 2, 8, tzinfo=UTC) + timedelta(days=day)
    return replace(Attempt(day, MONDAY + DAY * day, SOCIAL, 3, State.DONE, at, name), **other)


def morning(
    pool: Sequence[Challenge], log: Sequence[Attempt] = (), day: int = 1, *domains: Domain, **other: Any
) -> Morning:
    """A morning of somebody of whom nothing is known but that these were asked."""
    fresh = sizing.begin(dict.fromkeys(domains or (SOCIAL,), 6))
    for attempt in log:
        fresh = sizing._noted(fresh, attempt)
    return Morning(pool, fresh, MONDAY + DAY * day, **other)


def ask(
    pool: Sequence[Challenge],
    log: Sequence[Attempt] = (),
    rung: int = 3,
    day: int = 1,
    roll: float = 0,
    **other: Any,
) -> str:
    return choose.ask(morning(pool, log, day, **other), SOCIAL, Why(Cause.HELD, rung), roll).id
