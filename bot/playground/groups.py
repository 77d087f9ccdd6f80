"""What people do with a group: bring people and the bot in, throw them out, make administrators, name, pin.

Raises Nonsense for what no Telegram client would let them do. Telegram tells of each change in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.crowd import Crowd
from bot.playground.ground import FIRST_GROUP, OTHER_BOT, PRESENT, Chat, Json
from bot.playground.members import PERMISSIONS, member, rights_of
from bot.playground.refusal import Nonsense

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Groups(Crowd):
    """Where `by` is left out, the owner does it."""

    def add_group(self, title: str, members: Iterable[int], *, with_bot: bool = False) -> Chat:
        """Found a group; its first member owns it. With the bot in it from the start, Telegram tells of the
        founding (group_chat_created) instead of the bot's coming."""
        people = [self.person(person_id).id for person_id in members]
        if not people:
            raise Nonsense("a group needs somebody in it")
        if len(set(people)) < len(people):
            raise Nonsense("nobody is in a group twice")
        count = sum(chat.type == "group" for chat in self.chats.values())
        chat = Chat(FIRST_GROUP - count, "group", title, people, "left")
        self.chats[chat.id] = chat
        owner = self.people[people[0]].user()
        if with_bot:
            self.stand(chat, owner, "member")
        self.hear(chat, self.post(chat, owner, group_chat_created=True))
        self.feed.emit("groups")
        return chat

    def group(self, chat_id: int) -> Chat:
        chat = self.chat(chat_id)
        if chat.type == "private" or chat.migrated_to:
            raise Nonsense(f"{chat_id} is not a group people are in")
        return chat

    # --- the bot

    def add_bot(self, chat_id: int, by: int | None = None, payload: str | None = None) -> None:
        """Add the bot; the payload of a `startgroup` link is then said to it as /start. A channel only takes
        bots as administrators."""
        chat = self.group(chat_id)
        if chat.bot in PRESENT:
            raise Nonsense("the bot is in the group already")
        who = self._actor(chat, by)
        if chat.type == "channel":
            self.stand(chat, self._leader(chat, by), "administrator")
            return
        self.stand(chat, who, "member")
        self._service(chat, who, new_chat_members=[self.bot_user()])
        if payload is not None:
            self.say(who["id"], f"/start@{self.bot_username} {payload}".strip(), chat_id)

    def remove_bot(self, chat_id: int, by: int | None = None) -> None:
        """Throw the bot out."""
        chat = self._with_bot(chat_id)
        who = self._leader(chat, by)
        self._service(chat, who, left_chat_member=self.bot_user())
        self.stand(chat, who, "kicked")

    def bot_leaves(self, chat: Chat) -> None:
        """Let the bot go out by itself. Telegram tells it so."""
        self._service(chat, self.bot_user(), left_chat_member=self.bot_user())
        self.stand(chat, self.bot_user(), "left")

    def promote_bot(
        self,
        chat_id: int,
        administrator: bool = True,
        rights: Collection[str] | None = None,
        by: int | None = None,
    ) -> None:
        """Make the bot an administrator with some rights (None: the usual ones), or a plain member again."""
        chat = self._with_bot(chat_id)
        refuse_unknown(rights or (), rights_of(chat.type))
        self.stand(chat, self._leader(chat, by), "administrator" if administrator else "member", rights)

    def restrict_bot(
        self, chat_id: int, restricted: bool = True, left: Collection[str] = (), by: int | None = None
    ) -> None:
        """Take from the bot the right to post; `left` names permissions it keeps. Supergroups only."""
        chat = self._with_bot(chat_id)
        if chat.type != "supergroup":
            raise Nonsense("only in a supergroup can one member be restricted; hush the whole group instead")
        refuse_unknown(left, PERMISSIONS)
        self.stand(chat, self._leader(chat, by), "restricted" if restricted else "member", left)

    # --- the people

    def join(self, person_id: int, chat_id: int, by: int | None = None) -> None:
        """Let a person enter a group, by themselves or brought in by a member."""
        chat, person = self.group(chat_id), self.person(person_id)
        if person_id in chat.members:
            raise Nonsense(f"{person.first_name} is in the group already")
        who = person.user() if by is None else self._actor(chat, by)
        before = self.standing(chat, person_id)
        chat.members.append(person_id)
        chat.banned = [one for one in chat.banned if one != person_id]
        self._service(chat, who, new_chat_members=[person.user()])
        self._moved(chat, who, person_id, before)

    def leave(self, person_id: int, chat_id: int) -> None:
        """Let a person leave a group."""
        chat, person = self.group(chat_id), self.person(person_id)
        self._goes(chat, person.user(), person_id)

    def kick(self, person_id: int, chat_id: int, by: int | None = None) -> None:
        """Let an administrator throw a person out."""
        chat = self.group(chat_id)
        who = self._leader(chat, by)
        if person_id in (who["id"], chat.members[0]):
            raise Nonsense("nobody throws the owner out, nor oneself")
        self._goes(chat, who, person_id)

    def _goes(self, chat: Chat, by: Json, person_id: int) -> None:
        person = self.person(person_id)
        if person_id not in chat.members:
            raise Nonsense(f"{person.first_name} is not in the group")
        if len(chat.members) == 1:
            raise Nonsense("the last member stays: an empty group is gone")
        before = self.standing(chat, person_id)
        self._service(chat, by, left_chat_member=person.user())
        for those in (chat.members, chat.administrators, chat.anonymous):
            if person_id in those:
                those.remove(person_id)
        if by["id"] != person_id and chat.type == "supergroup":
            chat.banned.append(person_id)
        self._moved(chat, by, person_id, before)

    def promote(
        self, person_id: int, chat_id: int, administrator: bool = True, by: int | None = None
    ) -> None:
        """Make a person an administrator, or a plain member again."""
        chat = self.group(chat_id)
        who, person = self._leader(chat, by), self.person(person_id)
        if person_id not in chat.members[1:]:
            raise Nonsense(f"{person.first_name} is the owner or not in the group")
        before = self.standing(chat, person_id)
        chat.administrators = [one for one in chat.administrators if one != person_id]
        chat.anonymous = [one for one in chat.anonymous if one != person_id or administrator]
        chat.administrators += [person_id] if administrator else []
        self._moved(chat, who, person_id, before)

    def set_anonymous(self, person_id: int, chat_id: int, anonymous: bool = True) -> None:
        """Let the owner or an administrator write in the name of the group. Supergroups only."""
        chat = self.group(chat_id)
        if chat.type != "supergroup":
            raise Nonsense("only in a supergroup can an administrator be anonymous")
        self._leader(chat, person_id)
        before = self.standing(chat, person_id)
        others = [one for one in chat.anonymous if one != person_id]
        chat.anonymous = [*others, person_id] if anonymous else others
        self._moved(chat, self.people[person_id].user(), person_id, before)

    def standing(self, chat: Chat, user_id: int) -> Json | None:
        """Return the ChatMember of somebody in a chat, None for a user nobody knows."""
        if user_id == self.bot_id:
            return self.bot_member(chat)
        if user_id == OTHER_BOT["id"]:
            return member(OTHER_BOT, "member" if chat.other_bot else "left", chat.type)
        if user_id not in self.people:
            return None
        status, hidden = self._status(chat, user_id), user_id in chat.anonymous
        return member(self.people[user_id].user(), status, chat.type, self.rights(chat), hidden=hidden)

    def _status(self, chat: Chat, user_id: int) -> str:
        if user_id not in chat.members:
            return "kicked" if user_id in chat.banned else "left"
        if chat.type != "private" and user_id == chat.members[0]:
            return "creator"
        return "administrator" if user_id in chat.administrators else "member"

    # --- the group

    def hush(self, chat_id: int, quiet: bool = True) -> None:
        """Let only administrators write. Of this Telegram tells no bot."""
        self.group(chat_id).quiet = quiet
        self.feed.emit("groups")

    def rename(self, chat_id: int, title: str, by: int | None = None) -> None:
        chat = self.group(chat_id)
        who = self._actor(chat, by)
        if not title.strip():
            raise Nonsense("a group needs a name")
        chat.title = title.strip()
        self._service(chat, who, new_chat_title=chat.title)
        self.feed.emit("groups")

    def pin_message(self, person_id: int, chat_id: int, message_id: int, pinned: bool = True) -> None:
        """Let an administrator pin a message, or take the pin away."""
        chat = self.group(chat_id)
        who = self._leader(chat, person_id)
        self.message(chat_id, message_id)
        if pinned:
            self.pin(chat, message_id, who)
        else:
            self.unpin(chat, message_id)

    def bring_other_bot(self, chat_id: int, there: bool = True) -> None:
        """Bring another bot into a group, or throw it out."""
        chat = self.group(chat_id)
        if chat.other_bot == there:
            raise Nonsense("the other bot is in the group already" if there else "there is no other bot")
        chat.other_bot = there
        happened = {"new_chat_members": [OTHER_BOT]} if there else {"left_chat_member": OTHER_BOT}
        self._service(chat, self._actor(chat, None), **happened)
        self.feed.emit("groups")

    def other_bot_says(self, chat_id: int, text: str) -> Json:
        """Let the other bot write. Ours does not see it."""
        chat = self.group(chat_id)
        if not chat.other_bot:
            raise Nonsense("there is no other bot in the group")
        return self.post(chat, OTHER_BOT, text=text)

    def _with_bot(self, chat_id: int) -> Chat:
        chat = self.group(chat_id)
        if chat.bot not in PRESENT:
            raise Nonsense("the bot is not in the group")
        return chat

    def _actor(self, chat: Chat, by: int | None) -> Json:
        """Return the member who does something; the owner where nobody is named."""
        who = chat.members[0] if by is None else by
        self._where(who, chat.id)
        return self.people[who].user()

    def _leader(self, chat: Chat, by: int | None) -> Json:
        who = self._actor(chat, by)
        if not chat.leads(who["id"]):
            raise Nonsense(f"{who['first_name']} is no administrator of {chat.title}")
        return who

    def _service(self, chat: Chat, by: Json, **content: object) -> None:
        """Post a message that Telegram itself writes. Who comes to a channel or goes is no news there."""
        if chat.type == "channel" and content.keys() & {"new_chat_members", "left_chat_member"}:
            return
        self.hear(chat, self.post(chat, by, **content))

    def _moved(self, chat: Chat, by: Json, person_id: int, before: Json | None) -> None:
        """Tell of a member who changed; Telegram tells bots only if they are administrators and asked."""
        self.feed.emit("groups")
        if chat.bot != "administrator":
            return
        members = {"old_chat_member": before, "new_chat_member": self.standing(chat, person_id)}
        self.tell_bot(
            "chat_member", {"chat": self.chat_json(chat), "from": by, "date": self.stamp(), **members}
        )


def refuse_unknown(given: Collection[str], known: Collection[str]) -> None:
    if strange := set(given) - set(known):
        raise Nonsense(f"there is no right {min(strange)!r} here; there are {', '.join(known)}")
