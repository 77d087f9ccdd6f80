"""An attempt to say something about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.coach import messages, say, sizing
from bot.coach.messages import Ask
from bot.coach.model import (
    Attempt,
    Cause,
    Challenge,
    Context,
    Domain,
    Facts,
    Kind,
    Stakes,
    State,
    Why,
)
from bot.coach.taps import Step

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WHY = Why(Cause.ROSE, 3, 2, TODAY - timedelta(days=1), 4)
ASKED = Attempt(7, TODAY, Domain.SOCIAL, 3, State.OFFERED, NOW, "ask-the-way", why=WHY)
BANK = (Challenge("ask-the-way", Domain.SOCIAL, 3, Context.STREET, Kind.INFORMATION, Stakes.LOW),)
THE_ASK = Ask("ask-the-way")
COURSE = replace(sizing.begin({Domain.SOCIAL: 5}), attempts=3)


def having(**facts: Any) -> Attempt:
    return replace(ASKED, state=State.ACCEPTED, facts=Facts(**facts))


def done(count: int) -> tuple[Attempt, ...]:
    return tuple(replace(ASKED, id=100 + n, state=State.DONE) for n in range(count))


def question(
    attempt: Attempt,
    step: Step,
    log: tuple[Attempt, ...] = (),
    stakes: Stakes = Stakes.LOW,
    language: str = "en",
) -> messages.Message:
    bank = tuple(replace(challenge, stakes=stakes) for challenge in BANK)
    return say.question(attempt, step, log, bank, language)
