"""Makes requests of letters: the words, the buttons, the method. Plain data, below PTB's objects.

What an answer or an error means for the letter is decided elsewhere.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from telegram import Bot, InlineKeyboardMarkup

from bot.store.outbox import Letter
from bot.telegram import buttons, errors
from bot.telegram.errors import Fate
from bot.telegram.transport import call
from bot.words import picture
from bot.words.render import Words
from bot.words.screen import Button, Picture, Screen

HTML: Final = "HTML"
NO_PREVIEW: Final = {"is_disabled": True}
SAY, EDIT = "sendMessage", "editMessageText"

Json = dict[str, Any]


class Post:
    """Puts letters into their chats. `paid` says with each new message that more than the free 30 a second
    are meant; edits are free and take no such word.
    """

    def __init__(self, bot: Bot, words: Words, paid: bool = False) -> None:
        self._bot = bot
        self._words = words
        # one, since every thread that ever drew keeps 30 MB for the next time
        self._easel = ThreadPoolExecutor(1, "easel")
        self._new: Json = {"allow_paid_broadcast": True} if paid else {}

    async def carry(self, letter: Letter) -> int | None:
        """Send a letter; Telegram's number of the message. Raises what `errors.classify` takes."""
        if letter.message is None:
            raise ValueError("a message of another version of the bot")
        screen = self._words.screen(letter.message, letter.language or "en")
        if screen.picture is not None:
            return await self._show(letter.chat_id, screen, screen.picture)
        if letter.edit_of is not None:
            return await self._edit(letter.chat_id, letter.edit_of, screen)
        return await self._say(letter.chat_id, screen)

    async def _say(self, chat_id: int, screen: Screen) -> int:
        sent = await call(self._bot, SAY, {"chat_id": chat_id, **_said(screen), **self._new})
        return _number(sent)

    async def _edit(self, chat_id: int, message_id: int, screen: Screen) -> int:
        """Put the screen in place of a message; where that message is gone, say it anew."""
        place = {"chat_id": chat_id, "message_id": message_id}
        try:
            await call(self._bot, EDIT, place | _said(screen))
        except Exception as error:
            if errors.classify(error).fate is Fate.LOST_TARGET:
                return await self._say(chat_id, screen)
            raise
        return message_id

    async def _show(self, chat_id: int, screen: Screen, shown: Picture) -> int:
        loop = asyncio.get_running_loop()
        drawn = await loop.run_in_executor(self._easel, picture.draw, shown.stats, shown.language)
        keyboard = InlineKeyboardMarkup.de_json(_keyboard(screen)) if screen.rows else None
        sent = await self._bot.send_photo(
            chat_id, drawn, caption=screen.text, parse_mode=HTML, reply_markup=keyboard, **self._new
        )
        return sent.message_id


def _number(sent: Any) -> int:
    """Telegram's number of a message; an answer without one says nothing certain."""
    try:
        return int(sent["message_id"])
    except (TypeError, KeyError, ValueError) as error:
        raise errors.Unsure("an answer without a message") from error


def _said(screen: Screen) -> Json:
    said: Json = {"text": screen.text, "parse_mode": HTML, "link_preview_options": NO_PREVIEW}
    return said | {"reply_markup": _keyboard(screen)} if screen.rows else said


def _keyboard(screen: Screen) -> Json:
    return {"inline_keyboard": [[_button(button) for button in row] for row in screen.rows]}


def _button(button: Button) -> Json:
    if button.tap is not None:
        return {"text": button.label, "callback_data": buttons.pack(button.tap)}
    return {"text": button.label, "url": button.url}
