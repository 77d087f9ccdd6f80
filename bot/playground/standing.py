"""What stands in a chat beside its messages: the bot's standing, pinned messages, reactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.ground import Chat, Ground, Json
from bot.playground.members import member, usual_rights

if TYPE_CHECKING:
    from collections.abc import Collection


class Standing(Ground):
    """Changes of it, each told to the page and, as far as Telegram tells it, to the bot."""

    def bot_member(self, chat: Chat) -> Json:
        """The bot as a ChatMember. Who is thrown out of a basic group has only "left" it."""
        outside = chat.bot == "stranger" or (chat.bot == "kicked" and chat.type == "group")
        return member(self.bot_user(), "left" if outside else chat.bot, chat.type, self.bot_rights(chat))

    def bot_rights(self, chat: Chat) -> list[str]:
        """What the bot may do as an administrator, or still may under a restriction."""
        return self.rights(chat) if chat.bot_rights is None else chat.bot_rights

    def rights(self, chat: Chat) -> list[str]:
        """The usual rights of an administrator here."""
        return [] if chat.type == "private" else list(usual_rights(chat.type))

    def stand(self, chat: Chat, by: Json, standing: str, rights: Collection[str] | None = None) -> None:
        """Change the bot's standing in a chat and tell it so."""
        old = self.bot_member(chat)
        chat.bot, chat.bot_rights = standing, None if rights is None else sorted(rights)
        new = self.bot_member(chat)
        if new != old:
            change = {"chat": self.chat_json(chat), "from": by, "date": self.stamp()}
            self.tell_bot("my_chat_member", {**change, "old_chat_member": old, "new_chat_member": new})
        self.feed.emit("people" if chat.type == "private" else "groups")

    def pin(self, chat: Chat, message_id: int, by: Json) -> None:
        """Pin a message; a second time changes nothing. The bot hears of it, also when it did it itself."""
        if message_id in chat.pinned:
            return
        chat.pinned.append(message_id)
        self.feed.emit("pinned", chat_id=chat.id, pinned=chat.pinned[:])
        self.hear(chat, self.post(chat, by, pinned_message=self.quoted(chat.messages[message_id])))

    def unpin(self, chat: Chat, *message_ids: int) -> None:
        chat.pinned = [one for one in chat.pinned if one not in message_ids]
        self.feed.emit("pinned", chat_id=chat.id, pinned=chat.pinned[:])

    def reacted(self, chat: Chat, message_id: int, who: int, emoji: str | None) -> None:
        """Keep the one reaction of somebody to a message; None takes it back."""
        standing = chat.reactions.setdefault(message_id, {})
        standing.pop(who, None)
        if emoji:
            standing[who] = emoji
        self.feed.emit("reaction", chat_id=chat.id, message_id=message_id, reactions=list(standing.items()))
