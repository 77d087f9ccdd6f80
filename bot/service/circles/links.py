"""Links that lead from a group into the private chat, and back."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.coach.circles.model import Circle
from bot.coach.messages.groups import Link
from bot.service.visit import Moment
from bot.store import circles
from bot.store.circles import Record
from bot.store.unit import Unit

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that looks like another
KEY = 8
PAYLOAD = re.compile(r"(?P<why>[jt])(?P<circle>\d{1,18})-(?P<key>[a-z0-9]{8})")
SUPERGROUP = "-100"  # what Telegram writes before the number of a supergroup


class Why(StrEnum):
    """What a link is for."""

    JOIN = "j"
    TOGETHER = "t"


def key(roll: float) -> str:
    """A key of 40 bits for a circle's links; `roll` in [0, 1) has 53."""
    letters = []
    for _ in range(KEY):
        roll *= len(LETTERS)
        letters.append(LETTERS[int(roll)])
        roll %= 1
    return "".join(letters)


def to(circle: Circle, why: Why, moment: Moment) -> Link:
    return Link(moment.username, f"{why}{circle.id}-{circle.key}")


async def followed(unit: Unit, payload: str) -> tuple[Why, Record] | None:
    """What a link was for, and its circle; None for one that leads nowhere."""
    found = PAYLOAD.fullmatch(payload)
    if found is None:
        return None
    record = await circles.get(unit, int(found["circle"]))
    if record is None or record.circle.key != found["key"] or record.away_at is not None:
        return None
    return Why(found["why"]), record


def back(record: Record) -> str | None:
    """The address of the group in Telegram; a small group has none."""
    chat, message = str(record.circle.chat_id), record.card_message
    if not chat.startswith(SUPERGROUP) or message is None:
        return None
    return f"https://t.me/c/{chat.removeprefix(SUPERGROUP)}/{message}"
