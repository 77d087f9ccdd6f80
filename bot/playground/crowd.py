"""What people do on their side of Telegram. Raises Nonsense for what no client would let them do.

`Crowd` is what one does alone: write, press, vote, react, send, block. In a group, name it as `chat_id`.
`groups.Groups` adds the life of groups: `add_group(title, ids)`, `add_bot(group, by, payload)`, `remove_bot`,
`promote_bot(group, rights=...)`, `restrict_bot`, `join`, `leave`, `kick`, `promote`, `set_anonymous`, `hush`,
`rename`, `pin_message`, `bring_other_bot`. `world.World` adds `add_channel`, `migrate(group)` -> the new id,
`delete_account`, `follow(person, url, group)` for links, `fail`. What a press was answered: `toasts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.playground import reactions
from bot.playground import text as texts
from bot.playground.ground import FIRST_PERSON, QUERY_SECONDS, Callback, Chat, Json, Person
from bot.playground.markup import utf16
from bot.playground.refusal import Nonsense
from bot.playground.standing import Standing

if TYPE_CHECKING:
    from bot.playground.files import File

MAX_TEXT = 4096
# whom Telegram names where a chat has voted
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
QUIET_OGG = b"OggS" + bytes(60)
# the smallest PNG there is: one grey dot
DOT_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)


class Crowd(Standing):
    """People write, press, send and block."""

    def add_person(
        self,
        first_name: str,
        last_name: str = "",
        language_code: str = "en",
        username: str | None = None,
        zone: str = "UTC",
    ) -> Person:
        """Give somebody an account. They have not met the bot yet."""
        if not first_name.strip():
            raise Nonsense("a person needs a first name")
        person_id = FIRST_PERSON + len(self.people)
        person = Person(person_id, first_name, last_name, language_code, username, zone)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", members=[person.id])
        self.feed.emit("people")
        return person

    def say(self, person_id: int, text: str, chat_id: int | None = None, reply_to: int | None = None) -> Json:
        """Write a text in the person's chat with the bot, or in a group."""
        plain, entities = texts.formatted(text, None, None)
        if not plain:
            raise Nonsense("an empty message cannot be sent")
        if utf16(plain) > MAX_TEXT:
            raise Nonsense(f"a message has at most {MAX_TEXT} characters")
        return self._send(person_id, chat_id, reply_to, text=plain, **named("entities", entities))

    def send_sticker(
        self, person_id: int, chat_id: int | None = None, emoji: str = "\N{THUMBS UP SIGN}"
    ) -> Json:
        file = self.files.add("sticker", b"RIFF0000WEBP", "image/webp")
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._send(person_id, chat_id, sticker={**file.facts(), **shape, "emoji": emoji})

    def send_photo(
        self, person_id: int, chat_id: int | None = None, data: bytes = DOT_PNG, caption: str = ""
    ) -> Json:
        file = self.files.add("photo", data)
        content = {"photo": self.files.photo(file), **named("caption", caption)}
        return self._send(person_id, chat_id, **content)

    def send_voice(self, person_id: int, chat_id: int | None = None, seconds: int = 3) -> Json:
        file = self.files.add("voice", QUIET_OGG, "audio/ogg")
        return self._send(person_id, chat_id, voice=voice(file, seconds))

    def send_document(
        self, person_id: int, data: bytes, name: str, chat_id: int | None = None, mime: str = ""
    ) -> Json:
        file = self.files.add("document", data, mime, name)
        return self._send(person_id, chat_id, document=document(file))

    def send_location(
        self, person_id: int, latitude: float, longitude: float, chat_id: int | None = None
    ) -> Json:
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise Nonsense(f"{latitude}, {longitude} is no place on Earth")
        return self._send(person_id, chat_id, location={"latitude": latitude, "longitude": longitude})

    def edit(self, person_id: int, chat_id: int, message_id: int, text: str) -> Json:
        """Change the words of an own message."""
        old = self.message(chat_id, message_id)
        if old.get("from", {}).get("id") != person_id or "text" not in old:
            raise Nonsense("only an own text can be edited")
        plain, entities = texts.formatted(text, None, None)
        kept = {key: value for key, value in old.items() if key != "entities"}
        changed = {**kept, "edit_date": self.stamp(), "text": plain, **named("entities", entities)}
        chat = self._where(person_id, chat_id)
        message = self.replace(chat, changed)
        self.hear(chat, message, edited=True)
        return message

    def press(self, person_id: int, chat_id: int, message_id: int, data: str, force: bool = False) -> str:
        """Press a button and return the id of the callback query.

        With `force` the button may be gone, as it is when somebody's phone still shows an old keyboard."""
        chat = self._where(person_id, chat_id)
        message = chat.messages.get(message_id)
        if data not in buttons(message) and not force:
            raise Nonsense(f"message {message_id} has no button {data!r}; it has {buttons(message)}")
        gone = {"chat": self.chat_json(chat), "message_id": message_id, "date": 0}
        self.last_callback += 1
        query_id = str(4_000_000_000_000_000_000 + self.last_callback)
        self._forget_old_presses()
        self.callbacks[query_id] = Callback(person_id, chat_id, self.stamp())
        who = self.people[person_id].user()
        query = {"id": query_id, "from": who, "message": message or gone, "data": data}
        self.tell_bot("callback_query", {**query, "chat_instance": str(chat.id * 7919)})
        return query_id

    def vote(self, person_id: int, chat_id: int, message_id: int, options: list[int]) -> Json:
        """Choose options of a poll by their places; an empty list takes the vote back."""
        chat = self._where(person_id, chat_id)
        poll = self.message(chat_id, message_id).get("poll")
        if not poll or poll["is_closed"]:
            raise Nonsense("there is no open poll to vote in")
        if not set(options) <= set(range(len(poll["options"]))):
            raise Nonsense(f"the poll has {len(poll['options'])} options")
        if len(options) > 1 and not poll["allows_multiple_answers"]:
            raise Nonsense("the poll takes one answer")
        if not poll["allows_revoting"] and self.votes[poll["id"]].get(person_id):
            raise Nonsense("a vote in this poll is for good")
        self.votes[poll["id"]][person_id] = options
        counted = self._counted(poll)
        self.replace(chat, {**chat.messages[message_id], "poll": counted})
        self.feed.emit("voted", poll_id=poll["id"], person_id=person_id, options=options)
        self._tell_votes(chat, counted, person_id, options)
        return counted

    def _counted(self, poll: Json) -> Json:
        votes = [vote for vote in self.votes[poll["id"]].values() if vote]
        counts = [sum(at in vote for vote in votes) for at in range(len(poll["options"]))]
        options = [{**o, "voter_count": n} for o, n in zip(poll["options"], counts, strict=True)]
        return {**poll, "options": options, "total_voter_count": len(votes)}

    def _tell_votes(self, chat: Chat, poll: Json, person_id: int, options: list[int]) -> None:
        """Tell the bot who votes for what, where it is in the open; who is anonymous votes as the group."""
        self.tell_bot("poll", poll)
        if poll["is_anonymous"]:
            return
        who: Json = {"user": self.people[person_id].user()}
        if person_id in chat.anonymous:
            who = {"user": CHANNEL_BOT, "voter_chat": self.chat_json(chat)}
        keys = [poll["options"][at]["persistent_id"] for at in options]
        answer = {"poll_id": poll["id"], **who, "option_ids": options}
        self.tell_bot("poll_answer", {**answer, "option_persistent_ids": keys})

    def react(self, person_id: int, chat_id: int, message_id: int, emoji: str | None) -> None:
        """Put one reaction under a message, or take it back with None. The bot is told if it asked for
        `message_reaction` and, in a group, is an administrator."""
        chat = self._where(person_id, chat_id)
        self.message(chat_id, message_id)
        if emoji is not None and not reactions.allowed(emoji):
            raise Nonsense(f"{emoji!r} is not among Telegram's reactions")
        before = chat.reactions.get(message_id, {}).get(person_id)
        self.reacted(chat, message_id, person_id, emoji)
        if chat.type == "private" or chat.bot == "administrator":
            self._tell_reaction(chat, message_id, person_id, (before, emoji))

    def _tell_reaction(
        self, chat: Chat, message_id: int, person_id: int, change: tuple[str | None, str | None]
    ) -> None:
        old, new = ([{"type": "emoji", "emoji": emoji}] if emoji else [] for emoji in change)
        who: Json = {"user": self.people[person_id].user()}
        if person_id in chat.anonymous:
            who = {"actor_chat": self.chat_json(chat)}
        place = {"chat": self.chat_json(chat), "message_id": message_id, "date": self.stamp()}
        self.tell_bot("message_reaction", {**place, **who, "old_reaction": old, "new_reaction": new})

    def block(self, person_id: int) -> None:
        """Stop the bot: it can no longer write to this person."""
        chat = self.chat(person_id)
        if chat.bot != "member":
            raise Nonsense(f"{self.person(person_id).first_name} has no open chat with the bot to block")
        self.stand(chat, self.people[person_id].user(), "kicked")

    def unblock(self, person_id: int) -> None:
        chat = self.chat(person_id)
        if chat.bot != "kicked":
            raise Nonsense(f"{self.person(person_id).first_name} has not blocked the bot")
        self.stand(chat, self.people[person_id].user(), "member")

    def _where(self, person_id: int, chat_id: int | None) -> Chat:
        """Return the chat the person may act in."""
        person = self.person(person_id)
        chat = self.chat(person_id if chat_id is None else chat_id)
        if person_id not in chat.members:
            raise Nonsense(f"{person.first_name} is not in chat {chat.id}")
        if person.deleted:
            raise Nonsense("a deleted account does nothing any more")
        if chat.migrated_to:
            raise Nonsense(f"the group {chat.id} is now {chat.migrated_to}")
        if chat.type == "private" and chat.bot == "kicked":
            raise Nonsense(f"{person.first_name} has blocked the bot and has to unblock it first")
        return chat

    def _send(self, person_id: int, chat_id: int | None, reply_to: int | None = None, **content: Any) -> Json:
        chat = self._where(person_id, chat_id)
        if (chat.quiet or chat.type == "channel") and not chat.leads(person_id):
            raise Nonsense(f"only administrators may write in {chat.title}")
        if chat.bot == "stranger" and chat.type == "private":
            chat.bot = "member"
        if reply_to is not None:
            content["reply_to_message"] = self.quoted(self.message(chat.id, reply_to))
        message = self.post(chat, self.people[person_id].user(), **content)
        self.hear(chat, message)
        return message

    def _forget_old_presses(self) -> None:
        limit = self.stamp() - QUERY_SECONDS
        for query_id in [key for key, press in self.callbacks.items() if press.at < limit]:
            del self.callbacks[query_id]


def named(key: str, value: Any) -> Json:
    """Leave out what is empty, as Telegram does."""
    return {key: value} if value else {}


def buttons(message: Json | None) -> list[str]:
    """The callback data of every button on a message."""
    rows = (message or {}).get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


def voice(file: File, seconds: int) -> Json:
    return {**file.facts(), "duration": seconds, "mime_type": file.mime}


def document(file: File) -> Json:
    return {**file.facts(), "mime_type": file.mime, **named("file_name", file.name)}
