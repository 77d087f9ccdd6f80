"""A group of people with phones and the bot among them, for journeys: what they do, what the group sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.playground.ground import Json
from bot.rehearsal import Rehearsal
from bot.store import circles
from bot.store.circles import Record
from bot.telegram import buttons as packing
from tests.journeys.conftest import neighbour, set_up
from tests.journeys.phone import Phone, text

SAYING = ("sendMessage", "editMessageText", "sendPhoto", "editMessageCaption", "sendPoll")
NEW_YORK = ZoneInfo("America/New_York")


@dataclass(slots=True)
class Askers:
    """A group; the first of its people owns it and has added the bot."""

    stage: Rehearsal
    chat: int
    phones: list[Phone]

    @property
    def world(self) -> Any:
        return self.stage.world

    # --- what they do

    async def do(self, act: Any, *given: Any, **named: Any) -> None:
        act(*given, **named)
        await self.stage.settle()

    async def say(self, phone: Phone, words: str, reply_to: int | None = None) -> None:
        await self.do(self.world.say, phone.id, words, self.chat, reply_to)

    async def follow(self, phone: Phone, label: str) -> list[Json]:
        """Open the link of the newest button in the group whose label begins so."""
        url = next(button["url"] for _, button in self.buttons() if button["text"].startswith(label))
        return await phone.do(self.world.follow, url)

    async def join(self, *phones: Phone) -> None:
        for phone in phones:
            await self.follow(phone, "Join")

    async def press(self, phone: Phone, tap: Any, under: int | None = None) -> None:
        """Press a button in the group, whether it is still there or not."""
        message = under or self.bubbles()[-1]["message_id"]
        await self.do(self.world.press, phone.id, self.chat, message, packing.pack(tap), force=True)

    def toast(self) -> Json:
        """What the last press was answered with."""
        found: Json = self.world.toasts[-1]
        return found

    # --- what the group sees

    def bubbles(self) -> list[Json]:
        """What the bot has put into the group, oldest first; not what Telegram says of it."""
        said = [m for m in self.world.messages(self.chat) if self.world.is_from_bot(m)]
        return [message for message in said if text(message) or "poll" in message or "photo" in message]

    def card(self) -> str:
        return text(self.bubbles()[-1])

    def posts(self, day: date) -> list[Json]:
        """The bot's new messages of a calendar day of theirs."""
        return [message for message in self.bubbles() if self.local(message) == day]

    @staticmethod
    def local(message: Json) -> date:
        return datetime.fromtimestamp(message["date"], NEW_YORK).date()

    def buttons(self) -> Iterator[tuple[Json, Json]]:
        """Every button in the group, the newest message's first."""
        for message in reversed(self.bubbles()):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    yield message, button

    def traffic(self) -> list[str]:
        """Everything the bot ever said in this chat, edits too, in the order it was said."""
        return [str(call.params) for call in self.calls(*SAYING)]

    def calls(self, *methods: str) -> list[Any]:
        """The requests of the bot that went to the group."""
        chat = str(self.chat)
        return [c for c in self.world.calls if c.method in methods and str(c.params.get("chat_id")) == chat]

    async def record(self) -> Record:
        async with self.stage.bot.store.read() as unit:
            found = await circles.at(unit, self.chat)
        assert found is not None
        return found

    # --- the clock

    async def later(self, **span: float) -> None:
        await self.phones[0].jump(**span)


async def found(
    stage: Rehearsal, names: Sequence[str], title: str = "Askers", known: int | None = None
) -> Askers:
    """A group of people of New York; the first `known` of them (all, if None) have met the bot before."""
    phones = [neighbour(stage, name) for name in names]
    for phone in phones[:known]:
        if not phone.bubbles():
            await set_up(phone)
    group = stage.world.add_group(title, [phone.id for phone in phones])
    stage.world.add_bot(group.id)
    await stage.settle()
    return Askers(stage, group.id, phones)
