"""Makes requests of letters: the words, the buttons, the method. Plain data, below PTB's objects.

What an answer or an error means for the letter is decided elsewhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import RetryAfter, TelegramError

from bot import logbook
from bot.coach import archive, day
from bot.coach.archive import Archive, Fault
from bot.coach.messages.files import FetchFile
from bot.store import archives
from bot.store.engine import Store
from bot.store.outbox import Letter
from bot.telegram import buttons, errors, parcel
from bot.telegram.errors import Fate
from bot.telegram.transport import call
from bot.words import circle_picture, picture
from bot.words.render import Words
from bot.words.screen import Button, Gesture, Poll, Screen, Shown, VoiceCopy, WeekPicture

Json = dict[str, Any]

HTML: Final = "HTML"
NO_PREVIEW: Final = {"is_disabled": True}
FETCHED_WITHIN: Final = 20.0  # seconds
SAY, EDIT, CAPTION = "sendMessage", "editMessageText", "editMessageCaption"
GESTURES: Final[dict[Gesture, tuple[str, Json]]] = {
    Gesture.CLOSE_POLL: ("stopPoll", {}),
    Gesture.PIN: ("pinChatMessage", {"disable_notification": True}),
    Gesture.NOD: ("setMessageReaction", {"reaction": [{"type": "emoji", "emoji": "👍"}]}),
    Gesture.LEAVE: ("leaveChat", {}),
}


class Carried(NamedTuple):
    """What Telegram said of a letter: the number of the message, and of the poll in it."""

    message_id: int | None
    poll_id: str | None = None
    brought: Archive | Fault | None = None  # by a file that was fetched


class Post:
    """Puts letters into their chats. `paid` says with each new message that more than the free 30 a second
    are meant; edits are free and take no such word. Of the store it reads what is too much for a letter.
    """

    def __init__(
        self, bot: Bot, words: Words, store: Store, now: Callable[[], datetime], paid: bool = False
    ) -> None:
        self._bot = bot
        self._words = words
        self._store = store
        self._now = now
        # one, since every thread that ever drew keeps 30 MB for the next time
        self._easel = ThreadPoolExecutor(1, "easel")
        self._new: Json = {"allow_paid_broadcast": True} if paid else {}

    async def carry(self, letter: Letter) -> Carried:
        """Send a letter. Raises what `errors.classify` takes."""
        if letter.message is None:
            raise ValueError("a message of another version of the bot")
        if isinstance(letter.message, FetchFile):
            return Carried(None, brought=await self._fetch(letter.message.file_id))
        screen = self._words.screen(letter.message, letter.language or "en")
        if screen.gesture is not None:
            return await self._do(letter.chat_id, screen.gesture, letter.edit_of)
        if screen.poll is not None:
            return await self._poll(letter.chat_id, screen.poll)
        if letter.edit_of is not None:
            return Carried(await self._edit(letter.chat_id, letter.edit_of, screen))
        return Carried(await self._put(letter, screen))

    async def _put(self, letter: Letter, screen: Screen) -> int | None:
        """Put a new message into its chat, with what it brings beside its words."""
        if screen.picture is not None:
            return await self._show(letter.chat_id, screen, screen.picture)
        if screen.voice is not None:
            return await self._play(letter.chat_id, screen, screen.voice)
        if screen.file:
            return await self._hand_over(letter, screen.text)
        return await self._say(letter.chat_id, screen)

    async def _say(self, chat_id: int, screen: Screen) -> int:
        sent = await call(self._bot, SAY, {"chat_id": chat_id, **_said(screen), **self._new})
        return _number(sent)

    async def _edit(self, chat_id: int, message_id: int, screen: Screen) -> int:
        """Put the screen in place of a message; where that is gone, say it anew, but not to a group."""
        place = {"chat_id": chat_id, "message_id": message_id}
        method, said = (EDIT, _said(screen)) if screen.picture is None else (CAPTION, _caption(screen))
        try:
            await call(self._bot, method, place | said)
        except Exception as error:
            lost = errors.classify(error).fate is Fate.LOST_TARGET
            if lost and chat_id > 0:
                return await self._say(chat_id, screen)
            raise
        return message_id

    async def _show(self, chat_id: int, screen: Screen, shown: Shown) -> int:
        drawn = await asyncio.get_running_loop().run_in_executor(self._easel, _drawn, shown)
        keyboard = InlineKeyboardMarkup.de_json(_keyboard(screen)) if screen.rows else None
        sent = await self._bot.send_photo(
            chat_id, drawn, caption=screen.text, parse_mode=HTML, reply_markup=keyboard, **self._new
        )
        return sent.message_id

    async def _hand_over(self, letter: Letter, text: str) -> int | None:
        """Send everything that is kept of a person, as it is now; nothing where they are erased by now."""
        async with self._store.read() as unit:
            found = await archives.read(unit, letter.chat_id, letter.created_at)
        if found is None:
            return None
        packing = partial(parcel.pack, archive.numbered(found), self._words)
        packed = await asyncio.get_running_loop().run_in_executor(self._easel, packing)
        name = f"ask-anyway-{day.local_day(found.made_at, found.settings.zone)}.zip"
        sent = await self._bot.send_document(
            letter.chat_id, packed, caption=text, parse_mode=HTML, filename=name, **self._new
        )
        return sent.message_id

    async def _fetch(self, file_id: str) -> Archive | Fault:
        """Get a file from Telegram and read it. That it fails is said to its person, who can try again."""
        try:
            async with asyncio.timeout(FETCHED_WITHIN):
                file = await self._bot.get_file(file_id)
                if (file.file_size or 0) > parcel.MOST_SENT:
                    return Fault.TOO_BIG
                data = bytes(await file.download_as_bytearray())
        except RetryAfter:
            raise
        except (TelegramError, OSError) as error:  # asyncio's TimeoutError is an OSError
            logbook.note(logbook.Event.FILE_UNREACHED, because=type(error).__name__)
            return Fault.UNREACHED
        reading = partial(parcel.unpack, data, self._now())
        return await asyncio.get_running_loop().run_in_executor(self._easel, reading)

    async def _play(self, chat_id: int, screen: Screen, voice: VoiceCopy) -> int:
        """Send a voice note by its reference; say so where Telegram has it no more, or they take none."""
        note = {"chat_id": chat_id, "voice": voice.file_id, "caption": screen.text, "parse_mode": HTML}
        try:
            return _number(await call(self._bot, "sendVoice", note | self._new))
        except Exception as error:
            if errors.classify(error).fate is Fate.LOST_TARGET:
                return await self._say(chat_id, Screen(voice.gone))
            raise

    async def _poll(self, chat_id: int, poll: Poll) -> Carried:
        """Ask a group; nobody sees who voted for what."""
        options = [{"text": option} for option in poll.options]
        asked = {"chat_id": chat_id, "question": poll.question, "options": options, "is_anonymous": True}
        sent = await call(self._bot, "sendPoll", asked)
        return Carried(_number(sent), str(sent["poll"]["id"]))

    async def _do(self, chat_id: int, gesture: Gesture, message_id: int | None) -> Carried:
        """What needs no words. Done twice it makes no difference."""
        method, more = GESTURES[gesture]
        place = {"chat_id": chat_id} if message_id is None else {"chat_id": chat_id, "message_id": message_id}
        await call(self._bot, method, place | more)
        return Carried(message_id)


def _drawn(shown: Shown) -> bytes:
    if isinstance(shown, WeekPicture):
        return circle_picture.draw(shown.week, shown.language)
    return picture.draw(shown.stats, shown.language)


def _number(sent: Any) -> int:
    """Telegram's number of a message; an answer without one says nothing certain."""
    try:
        return int(sent["message_id"])
    except (TypeError, KeyError, ValueError) as error:
        raise errors.Unsure("an answer without a message") from error


def _said(screen: Screen) -> Json:
    said: Json = {"text": screen.text, "parse_mode": HTML, "link_preview_options": NO_PREVIEW}
    return said | {"reply_markup": _keyboard(screen)} if screen.rows else said


def _caption(screen: Screen) -> Json:
    """Without its rows a caption keeps the buttons it had, so none is said, too."""
    return {"caption": screen.text, "parse_mode": HTML, "reply_markup": _keyboard(screen)}


def _keyboard(screen: Screen) -> Json:
    return {"inline_keyboard": [[_button(button) for button in row] for row in screen.rows]}


def _button(button: Button) -> Json:
    if button.tap is not None:
        return {"text": button.label, "callback_data": buttons.pack(button.tap)}
    return {"text": button.label, "url": button.url}
