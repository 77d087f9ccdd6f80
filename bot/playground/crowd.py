"""What people do on their side of Telegram. Raises Nonsense for what no client would let them do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.playground import text as texts
from bot.playground.ground import FIRST_PERSON, QUERY_SECONDS, Callback, Chat, Ground, Json, Person
from bot.playground.markup import utf16
from bot.playground.refusal import Nonsense

if TYPE_CHECKING:
    from bot.playground.files import File

MAX_TEXT = 4096
QUIET_OGG = b"OggS" + bytes(60)
# the smallest PNG there is: one grey dot
DOT_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)


class Crowd(Ground):
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
        if old["from"]["id"] != person_id or "text" not in old:
            raise Nonsense("only an own text can be edited")
        plain, entities = texts.formatted(text, None, None)
        kept = {key: value for key, value in old.items() if key != "entities"}
        changed = {**kept, "edit_date": self.stamp(), "text": plain, **named("entities", entities)}
        chat = self._where(person_id, chat_id)
        message = self.replace(chat, changed)
        if self.bot_sees(chat, message):
            self.tell_bot("edited_message", message)
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
        self.votes[poll["id"]][person_id] = options
        counted = self._counted(poll)
        self.replace(chat, {**chat.messages[message_id], "poll": counted})
        self._tell_votes(counted, person_id, options)
        return counted

    def _counted(self, poll: Json) -> Json:
        votes = [vote for vote in self.votes[poll["id"]].values() if vote]
        counts = [sum(at in vote for vote in votes) for at in range(len(poll["options"]))]
        options = [{**o, "voter_count": n} for o, n in zip(poll["options"], counts, strict=True)]
        return {**poll, "options": options, "total_voter_count": len(votes)}

    def _tell_votes(self, poll: Json, person_id: int, options: list[int]) -> None:
        self.tell_bot("poll", poll)
        if not poll["is_anonymous"]:
            keys = [poll["options"][at]["persistent_id"] for at in options]
            answer = {"poll_id": poll["id"], "user": self.people[person_id].user(), "option_ids": options}
            self.tell_bot("poll_answer", {**answer, "option_persistent_ids": keys})

    def block(self, person_id: int) -> None:
        """Stop the bot: it can no longer write to this person."""
        chat = self.chat(person_id)
        if chat.bot != "member":
            raise Nonsense(f"{self.person(person_id).first_name} has no open chat with the bot to block")
        self._stand(chat, self.people[person_id].user(), "kicked")

    def unblock(self, person_id: int) -> None:
        chat = self.chat(person_id)
        if chat.bot != "kicked":
            raise Nonsense(f"{self.person(person_id).first_name} has not blocked the bot")
        self._stand(chat, self.people[person_id].user(), "member")

    def _stand(self, chat: Chat, by: Json, standing: str) -> None:
        """Change the bot's standing in a chat and tell it so."""
        old = self.bot_member(chat)
        chat.bot = standing
        change = {"chat": self.chat_json(chat), "from": by, "date": self.stamp()}
        self.tell_bot(
            "my_chat_member", {**change, "old_chat_member": old, "new_chat_member": self.bot_member(chat)}
        )
        self.feed.emit("people" if chat.type == "private" else "groups")

    def bot_member(self, chat: Chat) -> Json:
        """The bot as a ChatMember. Who is thrown out of a basic group has only "left" it."""
        outside = chat.bot == "stranger" or (chat.bot == "kicked" and chat.type == "group")
        return member(self.bot_user(), "left" if outside else chat.bot)

    def _where(self, person_id: int, chat_id: int | None) -> Chat:
        """Return the chat the person may act in."""
        person = self.person(person_id)
        chat = self.chat(person_id if chat_id is None else chat_id)
        if person_id not in chat.members:
            raise Nonsense(f"{person.first_name} is not in chat {chat.id}")
        if chat.migrated_to:
            raise Nonsense(f"the group {chat.id} is now {chat.migrated_to}")
        if chat.type == "private" and chat.bot == "kicked":
            raise Nonsense(f"{person.first_name} has blocked the bot and has to unblock it first")
        return chat

    def _send(self, person_id: int, chat_id: int | None, reply_to: int | None = None, **content: Any) -> Json:
        chat = self._where(person_id, chat_id)
        if chat.bot == "stranger" and chat.type == "private":
            chat.bot = "member"
        if reply_to is not None:
            content["reply_to_message"] = self.quoted(self.message(chat.id, reply_to))
        message = self.post(chat, self.people[person_id].user(), **content)
        if self.bot_sees(chat, message):
            self.tell_bot("message", message)
        return message

    def quoted(self, message: Json) -> Json:
        """A message as it stands inside an answer to it: without its own."""
        return {key: value for key, value in message.items() if key != "reply_to_message"}

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


def member(user: Json, status: str) -> Json:
    """A ChatMember object of Telegram for a user."""
    rights: Json = {}
    if status == "creator":
        rights = {"is_anonymous": False}
    elif status == "administrator":
        rights = {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(RIGHTS, True)}
    elif status == "kicked":
        rights = {"until_date": 0}
    return {"user": user, "status": status, **rights}


RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_send_welcome_messages", "can_pin_messages",
)  # fmt: skip
