"""A person's first week, played against the server and written down, for terminals without a browser.

The player sees what a person sees, bubbles and buttons. It knows what happens to it on each day, not how the
bot answers; where a button is missing it says so and stops.
"""

from __future__ import annotations

import textwrap
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.playground.ground import Json, Person
from bot.playground.world import World

Write = Callable[[str], None]

WIDTH = 78
MARGIN = 14  # what the person says stands to the right, what the bot says to the left


@dataclass(frozen=True, slots=True)
class Stage:
    """The world, its clock, and a way to wait for the bot."""

    world: World
    jump: Callable[[datetime], Awaitable[None]]
    next_morning: Callable[[int], Awaitable[datetime | None]]
    settle: Callable[[], Awaitable[None]]


class Lost(Exception):
    """The bot did not show what the player looked for."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week: what they tap in the morning, and what happens then."""

    morning: Sequence[str]
    hours: float = 4  # until they tell
    story: str | None = None
    answers: Sequence[str] = ()


FIRST_MINUTES = (
    "I'm 18 or over",
    "{time} · New York",
    "Yes",
    "08:00",
    "7",
    "5",
    "That's all",
    "Send me one now",
)
FIRST = Day(
    ("I'm in", "6", "80"),
    2,
    "I really asked. They laughed and said sure, no problem",
    ("✓", "4", "Relieved", "2", "50", "Skip"),
)
WEEK = (
    Day(("I'm in", "5", "65"), 5, "She said no, very kindly", ("✓", "3", "Light", "2", "50", "Skip")),
    Day(("Another one", "I'm in", "4", "50"), 3, "he said yes!", ("✓", "2", "Proud", "1", "35", "Skip")),
    Day(
        ("I'm in", "4", "50"),
        6,
        "They said no",
        ("No, coldly", "5", "Skip", "3", "Skip", "It was about their day"),
    ),
    Day(("Not today",)),
    Day(("Smaller", "I'm in", "3", "35"), 4, "I chickened out", ("✓", "Skip", "It was loud and I froze")),
    Day(
        ("I'm in", "3", "20"),
        1,
        "she said yes, straight away",
        ("✓", "2", "Proud", "1", "20", "They were glad I asked"),
    ),
)


async def play(stage: Stage, write: Write) -> None:
    """Play the week of one person and write down what is said. Raises Lost where the bot surprises."""
    person = next(one for one in stage.world.people.values() if one.zone == "America/New_York")
    player = Player(stage, person, write)
    await player.say("/start")
    for label in FIRST_MINUTES:
        await player.tap(label.format(time=player.clock()))
    await player.live(FIRST)
    for day in WEEK:
        await player.wake()
        await player.live(day)
    await player.say("/stats")
    write(f"{'that was the first week':·^{WIDTH}}")


@dataclass(slots=True)
class Player:
    """One person with a phone: reads, types, taps."""

    stage: Stage
    person: Person
    write: Write
    seen: dict[int, Json] = field(default_factory=dict)
    tried_another: bool = False

    async def live(self, day: Day) -> None:
        for label in day.morning:
            await self.tap(label)
            await self._consider()
        if day.story is None:
            return
        if self._find("Just start"):
            await self.tap("Just start")
        await self.stage.jump(self._now() + timedelta(hours=day.hours))
        await self.say(day.story)
        for label in day.answers:
            await (self.tap(label) if self._find(label) else self.say(label))

    async def _consider(self) -> None:
        """Where another ask is proposed, take the first one of the week, and keep one's own after that."""
        if self._find("Take this one") is None:
            return
        if self.tried_another:
            await self.tap("Keep mine")
            return
        self.tried_another = True
        await self.tap("Take this one")
        await self.tap("5")
        await self._consider()

    async def wake(self) -> None:
        """Let the next morning come."""
        morning = await self.stage.next_morning(self.person.id)
        if morning is None:
            raise Lost("no morning is planned")
        await self.stage.jump(morning)
        await self._read()

    async def say(self, text: str) -> None:
        self._quote(text, MARGIN)
        self.stage.world.say(self.person.id, text)
        await self._read()

    async def tap(self, label: str) -> None:
        """Tap the newest button whose label begins so."""
        found = self._find(label)
        if found is None:
            raise Lost(f'there is no button "{label}"; the bot said: {self._last()}')
        message, button = found
        self.write(f"{'( ' + button['text'] + ' )':>{WIDTH}}\n")
        me = self.person.id
        self.stage.world.press(me, me, message["message_id"], button["callback_data"])
        await self._read()

    def clock(self) -> str:
        return f"{self._now().astimezone(ZoneInfo(self.person.zone)):%H:%M}"

    def _now(self) -> datetime:
        return self.stage.world.instant()

    def _find(self, label: str) -> tuple[Json, Json] | None:
        for message in reversed(self._bubbles()):
            for button in _buttons(message):
                if button["text"].casefold().startswith(label.casefold()):
                    return message, button
        return None

    def _bubbles(self) -> list[Json]:
        return [message for message in self.stage.world.messages(self.person.id) if _of_bot(message)]

    def _last(self) -> str:
        return _text(self._bubbles()[-1]) if self._bubbles() else "nothing"

    async def _read(self) -> None:
        """Wait for the bot, then write down what is new or has changed."""
        await self.stage.settle()
        for message in self._bubbles():
            before = self.seen.get(message["message_id"])
            if before is None or _text(before) != _text(message):
                self._bubble(message)
            self.seen[message["message_id"]] = dict(message)

    def _bubble(self, message: Json) -> None:
        self.write(f"Ask Anyway, {self._when(message)}")
        self._quote(_text(message), 0)
        labels = [button["text"] for button in _buttons(message)]
        if labels:
            self._quote("".join(f"[{label}] " for label in labels), 0)

    def _when(self, message: Json) -> str:
        at = datetime.fromtimestamp(message.get("edit_date") or message["date"], ZoneInfo(self.person.zone))
        return f"{at:%A %H:%M}"

    def _quote(self, text: str, margin: int) -> None:
        for line in text.splitlines():
            for part in textwrap.wrap(line, WIDTH - MARGIN) or [""]:
                self.write(" " * margin + part)
        self.write("")


def _of_bot(message: Json) -> bool:
    return bool(message.get("from", {}).get("is_bot"))


def _text(message: Json) -> str:
    picture = "[a picture]\n" if "photo" in message else ""
    return picture + str(message.get("text") or message.get("caption") or "")


def _buttons(message: Json) -> Iterator[Json]:
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield from row
