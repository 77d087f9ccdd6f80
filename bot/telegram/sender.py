"""Sends what the outbox holds: in order within a chat, chats side by side, within Telegram's limits.

`in_flight` is committed just before the request, so a crash loses no letter and repeats none of kind `once`.
What an error means is decided in `errors`; what follows from it, here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ParseMode

from bot import logbook
from bot.logbook import Event
from bot.store import outbox, people
from bot.store.engine import Store
from bot.store.outbox import REPLY, Letter
from bot.store.states import LetterKind
from bot.store.unit import Unit
from bot.tally import Tally
from bot.telegram import buttons, errors
from bot.telegram.errors import Fate, Verdict
from bot.telegram.limits import Limits
from bot.words import picture
from bot.words.render import Words
from bot.words.screen import Button, Screen

BATCH = 100
LONGEST_WAIT = 30.0  # seconds between two looks when nothing rings
SLOWEST_RETRY = 300.0
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sender:
    """The one sender. `now` is the instant, `ticks` monotonic seconds for the limits."""

    def __init__(
        self,
        store: Store,
        bot: Bot,
        words: Words,
        limits: Limits,
        now: Callable[[], datetime],
        ticks: Callable[[], float],
        tally: Tally | None = None,
    ) -> None:
        self._store = store
        self._bot = bot
        self._words = words
        self._limits = limits
        self._now = now
        self._ticks = ticks
        self._tally = tally or Tally()
        self._written = asyncio.Event()
        self.idle = asyncio.Event()  # nothing waits, save what was put off

    def ring(self) -> None:
        """Something was written to the outbox."""
        self.idle.clear()
        self._written.set()

    async def recover(self) -> None:
        """At the start: settle what a crash left in flight."""
        async with self._store.unit() as unit:
            await outbox.recover(unit, self._now())

    async def run(self) -> None:
        """Send for ever."""
        while True:
            self._written.clear()
            wait = await self.send()
            if wait is not None and not self._written.is_set():
                await self._rung(wait)

    async def _rung(self, within: float) -> None:
        try:
            async with asyncio.timeout(within):
                await self._written.wait()
        except TimeoutError:
            return

    async def send(self) -> float | None:
        """Send what may go now; None if something went, else the seconds until it is worth another look."""
        async with self._store.read() as unit:
            letters = await outbox.waiting(unit, self._now(), BATCH)
        going = [letter for letter in letters if self._may_go(letter)]
        if not going:
            return await self._until_next(letters)
        async with self._store.unit() as unit:
            taken = await outbox.take(unit, [letter.id for letter in going])
        await asyncio.gather(*(self._deliver(letter) for letter in going if letter.id in taken))
        return None

    def _may_go(self, letter: Letter) -> bool:
        if self._limits.wait(letter.chat_id, self._ticks()) > 0:
            return False
        self._limits.spend(letter.chat_id, self._ticks())
        return True

    async def _until_next(self, held_back: list[Letter]) -> float:
        if not held_back and not self._written.is_set():
            self.idle.set()
        waits = [self._limits.wait(letter.chat_id, self._ticks()) for letter in held_back]
        async with self._store.read() as unit:
            put_off = await outbox.next_at(unit)
        if put_off is not None and put_off > self._now():
            waits.append((put_off - self._now()).total_seconds())
        return min([*waits, LONGEST_WAIT])

    # --- one letter

    async def _deliver(self, letter: Letter) -> None:
        if letter.urgent == REPLY:
            self._tally.leaves(letter.chat_id, self._now())
        try:
            message_id = await self._request(letter)
        except Exception as error:  # every error has a fate, decided once
            await self._settle(letter, errors.classify(error))
            return
        async with self._store.unit() as unit:
            await outbox.sent(unit, letter.id, message_id, self._now())
        self._tally.letters["sent"] += 1
        logbook.note(Event.LETTER_SENT, letter=letter.id)

    async def _request(self, letter: Letter) -> int | None:
        if letter.message is None:
            raise ValueError("a message of another version of the bot")
        screen = self._words.screen(letter.message, letter.language or "en")
        keyboard = _keyboard(screen)
        if screen.picture is not None:
            drawn = await asyncio.to_thread(picture.draw, screen.picture.stats, screen.picture.language)
            sent = await self._bot.send_photo(
                letter.chat_id, drawn, caption=screen.text, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
            return sent.message_id
        if letter.edit_of is not None:
            return await self._edit(letter, letter.edit_of, screen, keyboard)
        return await self._say(letter.chat_id, screen, keyboard)

    async def _say(self, chat_id: int, screen: Screen, keyboard: InlineKeyboardMarkup | None) -> int:
        sent = await self._bot.send_message(
            chat_id,
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
        )
        return sent.message_id

    async def _edit(
        self, letter: Letter, message_id: int, screen: Screen, keyboard: InlineKeyboardMarkup | None
    ) -> int:
        """Put the screen in place of a message; where that message is gone, say it anew."""
        try:
            edited = await self._bot.edit_message_text(
                screen.text,
                letter.chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
            )
        except Exception as error:
            if errors.classify(error).fate is Fate.LOST_TARGET:
                return await self._say(letter.chat_id, screen, keyboard)
            raise
        return edited.message_id if isinstance(edited, Message) else message_id

    # --- what follows from an error

    async def _settle(  # noqa: C901  a flat match over the fates
        self, letter: Letter, verdict: Verdict
    ) -> None:
        logbook.note(logbook.EVENTS[f"letter.{verdict.fate}"], letter=letter.id, because=verdict.reason)
        self._tally.letters[verdict.fate] += 1
        async with self._store.unit() as unit:
            match verdict.fate:
                case Fate.HARMLESS:
                    await outbox.sent(unit, letter.id, letter.edit_of, self._now())
                case Fate.WAIT:
                    self._tally.floods += 1
                    self._limits.pause(letter.chat_id, self._ticks() + (verdict.retry_after or 1.0))
                    await self._again(unit, letter, self._in(verdict.retry_after or 1.0))
                case Fate.UNSENT | Fate.MAYBE_TOKEN:
                    await self._again(unit, letter, self._in(min(2.0**letter.tries, SLOWEST_RETRY)))
                case Fate.UNSURE if _repeatable(letter):
                    await self._again(unit, letter, self._in(2.0))
                case Fate.UNSURE:
                    await outbox.uncertain(unit, letter.id, verdict.reason)
                case Fate.MOVED:
                    await self._again(unit, letter, None)
                    await outbox.moved(unit, letter.chat_id, verdict.new_chat_id or letter.chat_id)
                case Fate.GONE:
                    await outbox.failed(unit, letter.id, verdict.reason)
                    await people.block(unit, letter.chat_id, self._now())
                case Fate.REFUSED | Fate.LOST_TARGET:
                    await outbox.failed(unit, letter.id, verdict.reason)

    async def _again(self, unit: Unit, letter: Letter, not_before: datetime | None) -> None:
        self._tally.retries += 1
        await outbox.again(unit, letter.id, not_before)

    def _in(self, seconds: float) -> datetime:
        return self._now() + timedelta(seconds=seconds)


def _repeatable(letter: Letter) -> bool:
    """What may have been sent goes once more at most, an edit as often as it takes, `once` never."""
    return letter.kind is LetterKind.EDIT or (letter.kind is LetterKind.AGAIN and letter.tries == 0)


def _keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    if not screen.rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in screen.rows])


def _button(button: Button) -> InlineKeyboardButton:
    if button.tap is not None:
        return InlineKeyboardButton(button.label, callback_data=buttons.pack(button.tap))
    return InlineKeyboardButton(button.label, url=button.url)
