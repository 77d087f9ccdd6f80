"""A thousand people in mixed states, in a database, and what they all send at once: three updates each.

A third is new, the others have practised for three weeks: some take today's ask and say what they expect,
some tell how it went and answer, some look at their day, their ladder and, one in ten, their statistics.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any

from bot.coach import taps
from bot.coach.model import Attempt, Domain, Facts, Outcome, State
from bot.coach.taps import Answer, Step, Tap
from bot.service import coursing, front, planning, today
from bot.service.events import Pressed, Who
from bot.service.visit import Moment, Visit
from bot.store import attempts, people
from bot.store.engine import open_store
from bot.store.unit import Unit
from bot.telegram import buttons
from bot.words import bank

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)  # a Monday
PEOPLE = 1000
FIRST_PERSON, FIRST_UPDATE = 5001, 900_000_001
HISTORY = 21  # days
STORY = "I asked the woman at the counter for a discount, she laughed and said no"
STING = {Domain.SOCIAL: 6, Domain.PROFESSIONAL: 7}
BANK = bank.load().challenges
EDITION = coursing.edition(BANK)
ASKS = [ask for ask in BANK if ask.domain is Domain.SOCIAL]
TOGETHER = 50  # people in one unit

Json = dict[str, Any]
Sent = str | Tap  # words or a command, or a button


async def prepared(path: Path) -> list[Json]:
    """Put the people into a new database; their updates, in the order in which they come in."""
    store = await open_store(f"sqlite:///{path}")
    scripts: list[list[Sent]] = []
    for first in range(0, PEOPLE, TOGETHER):
        async with store.unit() as unit:
            scripts += [await _person(unit, number) for number in range(first, first + TOGETHER)]
    await store.close()
    return list(_updates(scripts))


async def _person(unit: Unit, number: int) -> list[Sent]:
    """Set up one person; what they are going to send."""
    person = FIRST_PERSON + number
    match number % 3:
        case 0:
            return ["/start", taps.Consent(gentle=False), taps.ChooseZone("Europe/Lisbon")]
        case 1:
            attempt = await _practised(unit, person)
            expected = Answer(attempt, Step.ANTICIPATED, "6"), Answer(attempt, Step.CHANCE, "70")
            return [taps.Accept(attempt), *expected]
        case _ if number % 2:
            attempt = await _practised(unit, person)
            await _presses(unit, person, taps.Accept(attempt))
            return [STORY, Answer(attempt, Step.OUTCOME, "no.respectful"), Answer(attempt, Step.PEAK, "5")]
        case _:
            await _practised(unit, person)
            return ["/today", "/stats" if number % 60 == 2 else "/settings", "/ladder"]


async def _practised(unit: Unit, person_id: int) -> int:
    """Three weeks of practice, and today's ask; its number."""
    begun = NOW - HISTORY * planning.DAY
    person = await people.add(unit, person_id, person_id, "Ann", "en", begun)
    await people.save(unit, replace(person, sting=STING, joined=begun.date()))
    for number in range(HISTORY):
        await attempts.add(unit, person_id, _attempt(person_id + number, begun + number * planning.DAY))
    record = await people.record(unit, person_id)
    assert record is not None
    visit = Visit(unit, record, _moment(person_id))
    attempt = await today.offer_today(visit)
    await planning.replan(visit)
    assert attempt is not None
    return attempt.id


def _attempt(seed: int, at: datetime) -> Attempt:
    ask = ASKS[seed * 7 % len(ASKS)]
    facts = Facts(
        anticipated=6, chance=60, story=STORY, outcome=Outcome.NO, peak=4, feeling="tense", again=50
    )
    made = seed % 4 != 0
    return Attempt(
        id=0,
        day=at.date(),
        domain=ask.domain,
        rung=ask.rung,
        state=State.DONE if made else State.OFFERED,
        offered_at=at,
        challenge=ask.id,
        closed_at=at + timedelta(hours=3) if made else None,
        facts=facts if made else Facts(),
    )


async def _presses(unit: Unit, person: int, tap: Tap) -> None:
    await front.receive(unit, Who(person, person, "Ann", "en"), Pressed(tap, None), _moment(person))


def _moment(seed: int) -> Moment:
    return Moment(NOW, seed * 0.618034 % 1, BANK, edition=EDITION)


def _updates(scripts: list[list[Sent]]) -> Iterator[Json]:
    """Everybody's first, then everybody's second, and so on, as Telegram would number them."""
    number = FIRST_UPDATE
    for turn in zip_longest(*scripts):
        for person, sent in enumerate(turn, FIRST_PERSON):
            yield {"update_id": number, **_event(person, number, sent)}
            number += 1


def _event(person: int, number: int, sent: Sent) -> Json:
    user = {"id": person, "is_bot": False, "first_name": "Ann", "username": "ann", "language_code": "en"}
    chat = {"id": person, "type": "private", "first_name": "Ann", "username": "ann"}
    message: Json = {"message_id": number % 10_000, "date": int(NOW.timestamp()), "chat": chat}
    if isinstance(sent, str):
        command = [{"type": "bot_command", "offset": 0, "length": len(sent)}] if sent[0] == "/" else []
        return {
            "message": message | {"from": user, "text": sent} | ({"entities": command} if command else {})
        }
    key = {"text": "I'm in", "callback_data": buttons.pack(sent)}
    under = message | {"text": STORY, "reply_markup": {"inline_keyboard": [[key, key], [key]]}}
    pressed = {"id": str(number), "from": user, "chat_instance": "1", "data": key["callback_data"]}
    return {"callback_query": pressed | {"message": under}}
