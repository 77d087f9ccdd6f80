"""Groups: the coach only says where it can be talked to. Somebody in need hears from it in private only."""

from __future__ import annotations

from bot.coach import messages, safety
from bot.coach.safety import Crisis
from bot.service import account
from bot.service.events import Addressed, Who
from bot.service.visit import Moment, Visit
from bot.store import outbox, people
from bot.store.states import LetterKind
from bot.store.unit import Unit


async def addressed(unit: Unit, event: Addressed, bot_username: str, moment: Moment) -> None:
    """Answer in the group where an answer is due; words of crisis are answered in private only."""
    if event.who is not None and await _in_need(unit, event.who, event.words, moment):
        return
    if event.greets:
        await greet(unit, event.chat_id, bot_username, moment)


async def greet(unit: Unit, chat_id: int, bot_username: str, moment: Moment) -> None:
    """Say hello in a group; never twice for one update."""
    hello = messages.GroupHello(bot_username)
    await outbox.put(unit, chat_id, hello, now=moment.now, kind=LetterKind.ONCE)


async def _in_need(unit: Unit, who: Who, words: str, moment: Moment) -> bool:
    """Whether they said words of crisis to the bot, and could be answered where nobody else reads it."""
    record = await people.record(unit, who.id)
    if record is None or record.blocked_at is not None:
        return False  # a bot may not write first to somebody who never started it
    visit = Visit(unit, record, moment)
    found = safety.crisis(words, visit.person.language)
    if found is not Crisis.NONE:
        await account.hold(visit, acute=found is Crisis.ACUTE)
    return found is not Crisis.NONE
