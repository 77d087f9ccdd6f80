"""The state of the playground: people, chats, messages, and whom a change of them is told.

Messages are the JSON objects of the Bot API. They are replaced, never changed: who holds one keeps it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.playground.faults import Faults
from bot.playground.feed import Feed
from bot.playground.files import Files
from bot.playground.refusal import Nonsense
from bot.playground.updates import Updates

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.playground.feed import Call

Json = dict[str, Any]

# above 2**32, so that a column too narrow for Telegram's ids fails in our tests
FIRST_PERSON = 5_000_000_001
FIRST_GROUP = -4_000_000_001
FIRST_SUPERGROUP = -1_002_000_000_001
FIRST_CHANNEL = -1_003_000_000_001
# a button pressed can be answered this long
QUERY_SECONDS = 150
# how many answers to presses are remembered
TOASTS = 200
PRESENT = frozenset({"member", "administrator", "restricted"})
# who administrators write as when they write in the name of their group, as on Telegram
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
OTHER_BOT: Json = {"id": 7_000_000_001, "is_bot": True, "first_name": "Tally", "username": "TallyCountsBot"}
SERVICE = frozenset({
    "new_chat_members", "left_chat_member", "group_chat_created", "new_chat_title", "pinned_message",
    "migrate_to_chat_id", "migrate_from_chat_id",
})  # fmt: skip


@dataclass
class Person:
    """Somebody with a Telegram account. `zone` is what their device clock shows; the bot is never told."""

    id: int
    first_name: str
    last_name: str = ""
    language_code: str = "en"
    username: str | None = None
    zone: str = "UTC"
    deleted: bool = False

    def user(self) -> Json:
        if self.deleted:
            return {"id": self.id, "is_bot": False, "first_name": ""}
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for key in ("last_name", "username", "language_code"):
            if value := getattr(self, key):
                user[key] = value
        return user


@dataclass
class Chat:
    """A private chat (its id is the person's), a group, a supergroup or a channel.

    `bot` is the bot's standing in it: "stranger" (the person never wrote), "member", "administrator",
    "restricted", "left" or "kicked", which in a private chat means that the person blocked it. Of `members`
    the first owns the group."""

    id: int
    type: str
    title: str = ""
    members: list[int] = field(default_factory=list)
    bot: str = "stranger"
    last_message_id: int = 0
    messages: dict[int, Json] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: Json | None = None
    migrated_to: int | None = None
    administrators: list[int] = field(default_factory=list)
    anonymous: list[int] = field(default_factory=list)
    banned: list[int] = field(default_factory=list)
    bot_rights: list[str] | None = None  # as administrator or under a restriction; None: the usual ones
    quiet: bool = False  # only administrators may write
    other_bot: bool = False
    unseen: list[int] = field(default_factory=list)  # messages that privacy mode kept from the bot
    reactions: dict[int, dict[int, str]] = field(default_factory=dict)  # message -> who -> emoji

    def leads(self, user_id: int) -> bool:
        """Whether a person is the owner or an administrator."""
        return user_id in self.administrators or user_id == self.members[0]


@dataclass
class Callback:
    """A press that waits for its answer."""

    person_id: int
    chat_id: int
    at: int


class Ground:
    """State and its bookkeeping. What people do with it is in `crowd`, what the bot does in `methods`."""

    def __init__(self, now: Callable[[], datetime], token: str, bot_username: str = "AskAnywayBot") -> None:
        self.now = now
        self.token = token
        self.bot_id = int(token.partition(":")[0])
        self.bot_username = bot_username
        self.bot_first_name = "Ask Anyway"
        self.privacy = True
        self.offset = 0.0
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: dict[str, Callback] = {}
        self.last_callback = 0
        self.toasts: deque[Json] = deque(maxlen=TOASTS)
        self.votes: dict[str, dict[int, list[int]]] = {}
        self.polls: dict[str, tuple[int, int]] = {}
        self.commands: dict[str, list[Json]] = {}
        self.profile: dict[str, str] = {}
        self.menu_buttons: dict[str, Json] = {}
        self.updates = Updates()
        self.files = Files()
        self.faults = Faults()
        self.feed = Feed()

    @property
    def seq(self) -> int:
        return self.feed.seq

    @property
    def calls(self) -> deque[Call]:
        """The newest raw calls of the bot, oldest first."""
        return self.feed.calls

    async def wait_for(self, predicate: Callable[[], bool], timeout: float = 5) -> None:  # noqa: ASYNC109 - one word for the tests
        """Return once `predicate()` holds, looking again after every change; TimeoutError after seconds."""
        await self.feed.wait_for(predicate, timeout)

    def stamp(self) -> int:
        """The world's clock as Telegram writes instants."""
        return int(self.now().timestamp())

    def instant(self) -> datetime:
        return self.now().astimezone(UTC)

    def bot_user(self) -> Json:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.bot_first_name,
            "username": self.bot_username,
        }

    def person(self, person_id: int) -> Person:
        if person_id not in self.people:
            raise Nonsense(f"there is no person {person_id}")
        return self.people[person_id]

    def chat(self, chat_id: int) -> Chat:
        if chat_id not in self.chats:
            raise Nonsense(f"there is no chat {chat_id}")
        return self.chats[chat_id]

    def message(self, chat_id: int, message_id: int) -> Json:
        found = self.chat(chat_id).messages.get(message_id)
        if found is None:
            raise Nonsense(f"there is no message {message_id} in chat {chat_id}")
        return found

    def messages(self, chat_id: int) -> list[Json]:
        """Return the messages that stand in a chat now, oldest first."""
        return list(self.chat(chat_id).messages.values())

    def blocked(self, person_id: int) -> bool:
        return self.chat(person_id).bot == "kicked"

    def unanswered(self) -> list[str]:
        """Return the ids of presses the bot has not answered yet."""
        return list(self.callbacks)

    def chat_json(self, chat: Chat) -> Json:
        """The chat as it stands inside a message."""
        if chat.type == "private":
            user = self.people[chat.id].user()
            names: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            return {"id": chat.id, "type": "private", **names}
        return {"id": chat.id, "type": chat.type, "title": chat.title}

    def signed(self, chat: Chat, sender: Json) -> Json:
        """Who a message is from: a channel speaks for itself, so does an anonymous administrator's group."""
        if chat.type == "channel":
            return {"sender_chat": self.chat_json(chat)}
        if sender["id"] in chat.anonymous:
            return {"from": ANONYMOUS, "sender_chat": self.chat_json(chat)}
        return {"from": sender}

    def post(self, chat: Chat, sender: Json, **content: Any) -> Json:
        """Put a new message into a chat."""
        chat.last_message_id += 1
        message = {
            "message_id": chat.last_message_id,
            **self.signed(chat, sender),
            "chat": self.chat_json(chat),
            "date": self.stamp(),
            **content,
        }
        chat.messages[chat.last_message_id] = message
        hidden = chat.bot in PRESENT and sender["id"] != self.bot_id and not self.bot_sees(chat, message)
        if hidden:
            chat.unseen.append(message["message_id"])
        self.feed.emit("message", chat_id=chat.id, message=message, unseen=hidden)
        return message

    def replace(self, chat: Chat, message: Json) -> Json:
        """Put the new version of a message in the place of the old one."""
        chat.messages[message["message_id"]] = message
        self.feed.emit("edited", chat_id=chat.id, message=message)
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
            self.feed.emit("pinned", chat_id=chat.id, pinned=chat.pinned[:])
        chat.reactions.pop(message_id, None)
        self.feed.emit("deleted", chat_id=chat.id, message_id=message_id)

    def quoted(self, message: Json) -> Json:
        """A message as it stands inside an answer to it: without its own."""
        return {key: value for key, value in message.items() if key != "reply_to_message"}

    def hear(self, chat: Chat, message: Json, edited: bool = False) -> None:
        """Tell the bot of a message, if it may see it."""
        if self.bot_sees(chat, message):
            kind = "channel_post" if chat.type == "channel" else "message"
            self.tell_bot(f"edited_{kind}" if edited else kind, message)

    def tell_bot(self, kind: str, payload: Json) -> None:
        """Queue an update and wake a poll that waits for it."""
        if self.updates.add(kind, payload):
            self.feed.wake()

    def is_from_bot(self, message: Json) -> bool:
        return bool(message.get("from", {}).get("id") == self.bot_id)

    def bot_sees(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: in groups only commands, answers to the bot and service messages; no mentions.

        A bot never hears another one. A bare command is for the bot that spoke last, if there are several."""
        if chat.bot not in PRESENT:
            return False
        if message.get("from") == OTHER_BOT and not SERVICE & message.keys():
            return False
        if chat.type in ("private", "channel") or not self.privacy or chat.bot == "administrator":
            return True
        if SERVICE & message.keys() or self.is_from_bot(message.get("reply_to_message", {})):
            return True
        return self._is_command(chat, message.get("text", ""))

    def _is_command(self, chat: Chat, text: str) -> bool:
        if not text.startswith("/"):
            return False
        _, at, name = text.split(maxsplit=1)[0].partition("@")
        if at:
            return name.lower() == self.bot_username.lower()
        return not chat.other_bot or self._spoke_last(chat)

    def _spoke_last(self, chat: Chat) -> bool:
        spoken = (message.get("from", {}) for message in reversed(chat.messages.values()))
        last = next((one["id"] for one in spoken if one.get("id") in (self.bot_id, OTHER_BOT["id"])), None)
        return bool(last != OTHER_BOT["id"])
