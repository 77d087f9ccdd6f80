"""Updates of groups and channels to events. Parses and hands on, as `handlers` does for private chats."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ContextTypes,
    MessageHandler,
    PollHandler,
    filters,
)

from bot import logbook
from bot.coach.messages.groups import Toast
from bot.service.events import (
    Added,
    Counted,
    Departed,
    GroupEvent,
    MovedTo,
    Ordered,
    Overheard,
    Place,
    PressedThere,
    Removed,
    Renamed,
    Who,
)
from bot.telegram import buttons
from bot.words.screen import Toasted

InGroup = Callable[[int, Place, GroupEvent], Awaitable[Toast | None]]
Poll = Callable[[int, Counted], Awaitable[None]]
Words = Callable[[Toast, str], Toasted]
Context = ContextTypes.DEFAULT_TYPE

GROUPS = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
AWAY = (ChatMember.BANNED, ChatMember.LEFT)
RUNS = (ChatMember.ADMINISTRATOR, ChatMember.OWNER)


class GroupHandlers:
    """`receive` takes what happens in a group, `counted` how a poll stands; `words` say a toast."""

    def __init__(self, receive: InGroup, counted: Poll, words: Words) -> None:
        self._receive = receive
        self._counted = counted
        self._words = words

    def add(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        application.add_handlers(
            [
                MessageHandler(GROUPS & filters.COMMAND, self.ordered),
                MessageHandler(GROUPS, self.said),
                PollHandler(self.polled),
            ]
        )

    async def ordered(self, update: Update, context: Context) -> None:
        """A command, if it is meant for this bot; Telegram is asked who runs the group where that matters."""
        message = _message(update)
        command, *rest = (message.text or "").split(maxsplit=1)
        name, _, bot = command.removeprefix("/").partition("@")
        if bot.casefold() not in ("", context.bot.username.casefold()):
            await self._receive(update.update_id, place(message.chat, message), Overheard())
            return
        name, user = name.casefold(), message.from_user
        nameless = message.sender_chat is not None and message.sender_chat.id == message.chat.id
        runs = nameless or (
            name == "circle" and user is not None and await _runs(context, message.chat, user)
        )
        who = None if user is None or user.is_bot else who_of(user)
        event = Ordered(name, " ".join(rest), who, runs)
        await self._receive(update.update_id, place(message.chat, message), event)

    async def said(self, update: Update, context: Context) -> None:
        """A service message means something; of what people say only replies to the bot are looked at."""
        message = _message(update)
        event = _service(message)
        if event is None:
            event = _reply(message, context.bot.id)
        await self._receive(update.update_id, place(message.chat, message), event)

    async def polled(self, update: Update, _: Context) -> None:
        if (poll := update.poll) is not None:
            counts = tuple(option.voter_count for option in poll.options)
            await self._counted(update.update_id, Counted(poll.id, counts, poll.is_closed))

    async def changed(self, update: Update, change: ChatMemberUpdated) -> None:
        """The bot was added, taken out, or may do other things than before."""
        now = change.new_chat_member
        here = place(change.chat, None)
        event: GroupEvent = Removed() if now.status in AWAY else _added(change)
        await self._receive(update.update_id, here, event)

    async def pressed(self, update: Update, query: CallbackQuery) -> None:
        """A button under a message that everybody sees; the answer is for who pressed it."""
        message, toast = query.message, None
        if message is not None:
            event = PressedThere(who_of(query.from_user), buttons.unpack(query.data or ""))
            toast = await self._receive(update.update_id, place(message.chat, None), event)
        language = query.from_user.language_code or "en"
        await _answer(query, self._words(toast, language) if toast is not None else None)


def place(chat: Chat, message: Message | None) -> Place:
    number = None if message is None else message.message_id
    return Place(chat.id, chat.title or "", number, chat.type == Chat.CHANNEL)


def who_of(user: User) -> Who:
    return Who(user.id, user.id, user.first_name, user.language_code or "en")


def _service(message: Message) -> GroupEvent | None:
    if message.migrate_to_chat_id is not None:
        return MovedTo(message.migrate_to_chat_id)
    if message.left_chat_member is not None:
        return Departed(message.left_chat_member.id)
    return Renamed() if message.new_chat_title is not None else None


def _reply(message: Message, bot_id: int) -> Overheard:
    to, user = message.reply_to_message, message.from_user
    ours = to is not None and to.from_user is not None and to.from_user.id == bot_id
    if not ours or user is None or user.is_bot:
        return Overheard()
    return Overheard(who_of(user), message.text or message.caption or "")


def _added(change: ChatMemberUpdated) -> Added:
    """What the bot may do: a plain member writes in a group, a channel or a restriction says so itself."""
    now, by = change.new_chat_member, change.from_user
    channel = change.chat.type == Chat.CHANNEL
    limited = now.status == ChatMember.RESTRICTED
    may_write = bool(getattr(now, "can_post_messages" if channel else "can_send_messages", False))
    may_pin = now.status == ChatMember.ADMINISTRATOR and bool(getattr(now, "can_pin_messages", False))
    who = None if by.is_bot else who_of(by)
    return Added(who, may_write if channel or limited else True, may_pin)


async def _runs(context: Context, chat: Chat, user: User) -> bool:
    """Whether somebody is an administrator there; where Telegram does not say, nobody is."""
    try:
        member = await context.bot.get_chat_member(chat.id, user.id)
    except TelegramError as error:
        logbook.note(logbook.Event.RIGHTS_UNKNOWN, because=type(error).__name__)
        return False
    return member.status in RUNS


async def _answer(query: CallbackQuery, toast: Toasted | None) -> None:
    """Stop the button's spinner, with a word above the chat where there is one."""
    try:
        if toast is None:
            await query.answer()
        else:
            await query.answer(toast.text, url=toast.url)
    except TelegramError as error:
        logbook.note(logbook.Event.QUERY_UNANSWERED, because=type(error).__name__)


def _message(update: Update) -> Message:
    message = update.effective_message
    assert message is not None  # noqa: S101  the filters let only messages through
    return message
