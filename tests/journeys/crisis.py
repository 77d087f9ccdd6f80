"""Words of crisis, and what has to come then."""

from __future__ import annotations

from bot.words import helplines
from tests.journeys.phone import Phone

ACUTE = "I want to kill myself"
PASSIVE = "honestly I wish I wasn't here anymore"


def help_lines(phone: Phone) -> bool:
    """Whether there is somebody to call, and a way to more of them."""
    urls = [
        button.get("url")
        for message in phone.fresh
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    ]
    lines = helplines.for_country("US")
    return helplines.EVERYWHERE in urls and any(line.number in phone.text() for line in lines)
