"""A person with a phone, for journeys: what they do, what the bot shows them then, what is kept of them.

Buttons are found by what they mean, so that a polished label breaks no journey.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.coach.model import Attempt
from bot.coach.taps import Answer, Step, Tap
from bot.playground.ground import Json
from bot.playground.ground import Person as Account
from bot.rehearsal import Rehearsal
from bot.service.visit import TALKS
from bot.store import attempts, occasions, people
from bot.store.people import Record
from bot.store.states import OccasionKind
from bot.telegram import buttons

Wanted = type[Any] | Tap | str  # a kind of button, the very button, or how its label begins
Button = tuple[Json, Json]  # a message and a button under it


class NoButton(LookupError):
    """The bot does not show what they looked for."""


@dataclass(slots=True)
class Phone:
    stage: Rehearsal
    account: Account
    acts: int = 0
    fresh: list[Json] = field(default_factory=list)  # what the last act brought, new or changed

    @property
    def id(self) -> int:
        return self.account.id

    # --- what they do

    async def do(self, act: Callable[..., object], *given: Any, **named: Any) -> list[Json]:
        """Let them do something in the world; what the bot then says or changes."""
        before = {message["message_id"]: message for message in self.bubbles()}
        act(self.id, *given, **named)
        self.acts += 1
        await self.stage.settle()
        self.fresh = [m for m in self.bubbles() if before.get(m["message_id"]) is not m]
        return self.fresh

    async def say(self, text: str) -> list[Json]:
        return await self.do(self.stage.world.say, text)

    async def tap(self, *wanted: Wanted) -> list[Json]:
        """Press the newest such button, one after the other."""
        for one in wanted:
            message, button = self.button(one)
            await self.press(button["callback_data"], message["message_id"])
        return self.fresh

    async def press(self, data: str, message: int | None = None) -> list[Json]:
        """Press a button whether it is still there or not."""
        under = message or self.bubbles()[-1]["message_id"]
        return await self.do(self.stage.world.press, self.id, under, data, force=True)

    async def answer(self, *values: str | None) -> list[Json]:
        """Answer the question that is open, and those after it, by button; None skips."""
        for value in values:
            asked = next((tap for _, _, tap in self._keys() if isinstance(tap, Answer)), None)
            if asked is None:
                raise NoButton("no question is open")
            await self.tap(Answer(asked.attempt, asked.step, value))
        return self.fresh

    # --- the clock

    async def jump(self, **span: float) -> list[Json]:
        """Let time go by; what came meanwhile."""
        return await self._until(self.now + timedelta(**span))

    async def at(self, hour: int, minute: int = 0) -> list[Json]:
        """Let it be this time of theirs, today or else tomorrow."""
        local = self.now.astimezone(ZoneInfo(self.account.zone))
        to = local.replace(hour=hour, minute=minute)
        return await self._until(to if to > local else to + timedelta(days=1))

    async def wake(self) -> list[Json]:
        """Let the next morning come."""
        morning = await self.stage.next_morning(self.id)
        assert morning is not None, "no morning is planned"
        return await self._until(morning)

    async def _until(self, to: datetime) -> list[Json]:
        before = {message["message_id"]: message for message in self.bubbles()}
        await self.stage.jump(to)
        await self.stage.settle()
        self.fresh = [m for m in self.bubbles() if before.get(m["message_id"]) is not m]
        return self.fresh

    @property
    def now(self) -> datetime:
        return self.stage.world.instant()

    # --- what they see

    def bubbles(self) -> list[Json]:
        """What the bot has said to them, oldest first."""
        world = self.stage.world
        return [message for message in world.messages(self.id) if world.is_from_bot(message)]

    def text(self) -> str:
        """What the last act brought, all of it."""
        return "\n\n".join(text(message) for message in self.fresh)

    def button(self, wanted: Wanted) -> Button:
        for message, button, tap in self._keys():
            if _meant(wanted, button, tap):
                return message, button
        raise NoButton(f"no {wanted}; the last words were: {text(self.bubbles()[-1])}")

    def shows(self, wanted: Wanted) -> bool:
        """Whether what the last act brought has such a button."""
        return any(_meant(wanted, button, tap) for _, button, tap in keys(self.fresh))

    def asked(self) -> Step | None:
        """The question that the last act brought."""
        return next((tap.step for _, _, tap in keys(self.fresh) if isinstance(tap, Answer)), None)

    def _keys(self) -> Iterator[tuple[Json, Json, Tap | None]]:
        return keys(reversed(self.bubbles()))

    # --- what is kept of them

    async def record(self) -> Record:
        async with self.stage.bot.store.read() as unit:
            found = await people.record(unit, self.id)
        assert found is not None
        return found

    async def talk(self) -> object:
        """What they are in the middle of, None for nothing."""
        kept = (await self.record()).talk
        return TALKS.decode(kept) if kept else None

    async def log(self) -> tuple[Attempt, ...]:
        async with self.stage.bot.store.read() as unit:
            return await attempts.log(unit, self.id)

    async def last(self) -> Attempt:
        return (await self.log())[-1]

    async def planned(self, kind: OccasionKind) -> datetime | None:
        """When the bot will speak first for this reason, on their clock."""
        async with self.stage.bot.store.read() as unit:
            at = await occasions.next_at(unit, self.id, kind)
        return at and at.astimezone(ZoneInfo((await self.record()).person.zone))


def text(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def keys(messages: Any) -> Iterator[tuple[Json, Json, Tap | None]]:
    """Every button under these messages, with what it means."""
    for message in messages:
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                yield message, button, buttons.unpack(button.get("callback_data", ""))


def _meant(wanted: Wanted, button: Json, tap: Tap | None) -> bool:
    if isinstance(wanted, str):
        return bool(button["text"].casefold().startswith(wanted.casefold()))
    return isinstance(tap, wanted) if isinstance(wanted, type) else tap == wanted
