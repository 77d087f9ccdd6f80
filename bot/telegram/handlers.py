"""Updates to events: each handler parses, hands on, and is done. No rule, no sentence, no SQL."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, CallbackQuery, Chat, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import logbook
from bot.service.events import (
    Command,
    Document,
    Event,
    Gone,
    Here,
    Located,
    Other,
    Pressed,
    Text,
    Voice,
    Who,
)
from bot.telegram import buttons
from bot.telegram.group_handlers import AWAY, GroupHandlers, who_of
from bot.telegram.transport import call

Receive = Callable[[int, Who, Event], Awaitable[None]]
Failed = Callable[[int, BaseException], Awaitable[None]]
Context = ContextTypes.DEFAULT_TYPE

OURS = (".zip", ".json")  # what /export makes, and what is in it
PRIVATE = filters.ChatType.PRIVATE
KINDS = (
    "sticker",
    "photo",
    "video",
    "audio",
    "document",
    "contact",
    "poll",
    "dice",
    "animation",
    "video_note",
)


class Handlers:
    """The handlers. `receive` takes a person's event, `groups` what is of a group, `failed` an error."""

    def __init__(self, receive: Receive, groups: GroupHandlers, failed: Failed) -> None:
        self._receive = receive
        self.groups = groups
        self._failed = failed

    async def pressed(self, update: Update, _: Context) -> None:
        """A button: its query is answered at once, whatever comes of it."""
        query = update.callback_query
        if query is None:
            return
        if query.message is not None and query.message.chat.type != Chat.PRIVATE:
            await self.groups.pressed(update, query)
            return
        message = query.message.message_id if query.message is not None else None
        event = Pressed(buttons.unpack(query.data or ""), message)
        await asyncio.gather(answer(query), self._private(update, query.from_user, event))

    async def commanded(self, update: Update, _: Context) -> None:
        words = _message(update).text or ""
        name, _sep, rest = words.removeprefix("/").partition(" ")
        event = Command(name.partition("@")[0].casefold(), rest.strip())
        await self._private(update, update.effective_user, event)

    async def told(self, update: Update, _: Context) -> None:
        await self._private(update, update.effective_user, Text(_message(update).text or ""))

    async def sent(self, update: Update, _: Context) -> None:
        """Anything but text: a voice note and a location mean something, the rest is answered kindly."""
        await self._private(update, update.effective_user, thing(_message(update)))

    async def edited(self, update: Update, _: Context) -> None:
        message = _message(update)
        event = Other("edited", message.text or message.caption or "")
        await self._private(update, update.effective_user, event)

    async def membership(self, update: Update, _: Context) -> None:
        """Blocked or unblocked in private; in and out of a group."""
        change = update.my_chat_member
        if change is None:
            return
        if change.chat.type == Chat.PRIVATE:
            away = change.new_chat_member.status in AWAY
            await self._private(update, change.from_user, Gone() if away else Here())
        else:
            await self.groups.changed(update, change)

    async def ignored(self, update: Update, _: Context) -> None:
        """Nothing of ours: channel posts, the talk of a group."""
        logbook.note(logbook.Event.UPDATE_IGNORED, update=update.update_id)

    async def on_error(self, update: object, context: Context) -> None:
        if isinstance(update, Update) and context.error is not None:
            await self._failed(update.update_id, context.error)

    async def _private(self, update: Update, user: User | None, event: Event) -> None:
        if user is None or user.is_bot:
            return
        await self._receive(update.update_id, who_of(user), event)


def build(bot: Bot, handlers: Handlers) -> Application[Any, Any, Any, Any, Any, Any]:
    """The application: its updater and its job queue are ours (inbox and schedule)."""
    application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    in_private = PRIVATE & filters.UpdateType.MESSAGE
    handlers.groups.add(application)
    application.add_handlers(
        [
            CallbackQueryHandler(handlers.pressed),
            MessageHandler(in_private & filters.TEXT & filters.Regex(r"^/"), handlers.commanded),
            MessageHandler(in_private & filters.TEXT, handlers.told),
            MessageHandler(in_private & ~filters.StatusUpdate.ALL, handlers.sent),
            MessageHandler(PRIVATE & filters.UpdateType.EDITED_MESSAGE, handlers.edited),
            ChatMemberHandler(handlers.membership, ChatMemberHandler.MY_CHAT_MEMBER),
            TypeHandler(Update, handlers.ignored),
        ]
    )
    application.add_error_handler(handlers.on_error)
    return application


async def answer(query: CallbackQuery) -> None:
    """Stop the button's spinner. Too late or twice is harmless: the press itself is handled all the same."""
    try:
        await call(query.get_bot(), "answerCallbackQuery", {"callback_query_id": query.id})
    except TelegramError as error:
        logbook.note(logbook.Event.QUERY_UNANSWERED, because=type(error).__name__)


def thing(message: Message) -> Event:
    """What a message that is no text means. Words under a picture count as words."""
    if message.document is not None and (message.document.file_name or "").casefold().endswith(OURS):
        sent = message.document
        return Document(sent.file_id, sent.file_size or 0, message.caption or "")
    if message.caption:
        return Text(message.caption)
    if message.voice is not None:
        return Voice(message.voice.file_id)
    if message.location is not None:
        return Located(message.location.latitude, message.location.longitude)
    return Other(next((kind for kind in KINDS if getattr(message, kind)), "other"))


def _message(update: Update) -> Message:
    message = update.effective_message
    assert message is not None  # noqa: S101  the filters let only messages through
    return message
