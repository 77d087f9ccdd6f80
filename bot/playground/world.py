"""The whole playground as one value: `World`. Groups and planned trouble on top of what people do alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.crowd import Crowd, member
from bot.playground.ground import FIRST_GROUP, FIRST_SUPERGROUP, PRESENT, Chat, Json
from bot.playground.refusal import Nonsense

if TYPE_CHECKING:
    from collections.abc import Iterable


class World(Crowd):
    """People, groups, one bot. The clock is an argument and ids are counters, so a play repeats exactly."""

    def add_group(self, title: str, members: Iterable[int]) -> Chat:
        """Found a group. Its first member is the owner; the bot is not in it yet."""
        people = [self.person(person_id).id for person_id in members]
        if not people:
            raise Nonsense("a group needs somebody in it")
        count = sum(chat.type == "group" for chat in self.chats.values())
        chat = Chat(FIRST_GROUP - count, "group", title, people, "left")
        self.chats[chat.id] = chat
        self.post(chat, self.people[people[0]].user(), group_chat_created=True)
        self.feed.emit("groups")
        return chat

    def group(self, chat_id: int) -> Chat:
        chat = self.chat(chat_id)
        if chat.type == "private" or chat.migrated_to:
            raise Nonsense(f"{chat_id} is not a group people are in")
        return chat

    def add_bot(self, chat_id: int, by: int | None = None) -> None:
        """Add the bot to a group."""
        chat = self.group(chat_id)
        if chat.bot in PRESENT:
            raise Nonsense("the bot is in the group already")
        who = chat.members[0] if by is None else by
        self._stand(chat, self.person(who).user(), "member")
        self._service(chat, who, new_chat_members=[self.bot_user()])

    def remove_bot(self, chat_id: int, by: int | None = None) -> None:
        """Throw the bot out of a group."""
        chat = self.group(chat_id)
        if chat.bot not in PRESENT:
            raise Nonsense("the bot is not in the group")
        who = chat.members[0] if by is None else by
        self._service(chat, who, left_chat_member=self.bot_user())
        self._stand(chat, self.person(who).user(), "kicked")

    def bot_leaves(self, chat: Chat) -> None:
        """Let the bot go out of a group by itself."""
        self.post(chat, self.bot_user(), left_chat_member=self.bot_user())
        self._stand(chat, self.bot_user(), "left")

    def promote_bot(self, chat_id: int, administrator: bool = True) -> None:
        """Make the bot an administrator of a group, or a plain member again."""
        chat = self.group(chat_id)
        if chat.bot not in PRESENT:
            raise Nonsense("the bot is not in the group")
        self._stand(chat, self.people[chat.members[0]].user(), "administrator" if administrator else "member")

    def join(self, person_id: int, chat_id: int) -> None:
        """Let a person enter a group."""
        chat, person = self.group(chat_id), self.person(person_id)
        if person_id in chat.members:
            raise Nonsense(f"{person.first_name} is in the group already")
        chat.members.append(person_id)
        self._service(chat, person_id, new_chat_members=[person.user()])
        self._moved(chat, person_id, "left", "member")

    def leave(self, person_id: int, chat_id: int) -> None:
        """Let a person leave a group."""
        chat, person = self.group(chat_id), self.person(person_id)
        if person_id not in chat.members:
            raise Nonsense(f"{person.first_name} is not in the group")
        if len(chat.members) == 1:
            raise Nonsense("the last member stays: an empty group is gone")
        self._service(chat, person_id, left_chat_member=person.user())
        chat.members.remove(person_id)
        self._moved(chat, person_id, "member", "left")

    def migrate(self, chat_id: int) -> int:
        """Upgrade a group to a supergroup and return its new id."""
        old = self.group(chat_id)
        if old.type != "group":
            raise Nonsense("a supergroup cannot be upgraded again")
        count = sum(chat.type == "supergroup" for chat in self.chats.values())
        new = Chat(FIRST_SUPERGROUP - count, "supergroup", old.title, list(old.members), old.bot)
        self.chats[new.id] = new
        owner = old.members[0]
        self._service(old, owner, migrate_to_chat_id=new.id)
        old.migrated_to = new.id
        self._service(new, owner, migrate_from_chat_id=old.id)
        self.feed.emit("groups")
        return new.id

    def fail(
        self, method: str, fault: str, times: int = 1, chat_id: int | None = None, seconds: int = 5
    ) -> None:
        """Plan trouble (see `faults.Fault`) for the next calls of a method, "*" for any method.

        `chat_id` limits it to one chat; `seconds` is the retry_after of a flood."""
        self.faults.plan(method, fault, times, chat_id, seconds)

    def standing(self, chat: Chat, user_id: int) -> Json | None:
        """Return the ChatMember of somebody in a chat, None for a user nobody knows."""
        if user_id == self.bot_id:
            return self.bot_member(chat)
        if user_id not in self.people:
            return None
        user = self.people[user_id].user()
        if user_id not in chat.members:
            return member(user, "left")
        owner = chat.type != "private" and user_id == chat.members[0]
        return member(user, "creator" if owner else "member")

    def _service(self, chat: Chat, by: int, **content: object) -> None:
        """Post a message that Telegram itself writes."""
        message = self.post(chat, self.people[by].user(), **content)
        if self.bot_sees(chat, message):
            self.tell_bot("message", message)

    def _moved(self, chat: Chat, person_id: int, old: str, new: str) -> None:
        """Tell about a member who came or went; Telegram tells bots only if they are administrators."""
        self.feed.emit("groups")
        if chat.bot != "administrator":
            return
        user = self.people[person_id].user()
        change = {"chat": self.chat_json(chat), "from": user, "date": self.stamp()}
        members = {"old_chat_member": member(user, old), "new_chat_member": member(user, new)}
        self.tell_bot("chat_member", {**change, **members})


def seed(world: World) -> None:
    """Fill an empty world with the people and the group everybody finds on the first start."""
    ana = world.add_person("Ana", "Duarte", "pt", "ana_duarte", "Europe/Lisbon")
    ben = world.add_person("Ben", "Okafor", "en", "ben_asks", "America/New_York")
    chiyo = world.add_person("Chiyo", "", "ja", None, "Asia/Tokyo")
    omar = world.add_person("عمر", "حسن", "ar", "omar_h", "Africa/Cairo")
    group = world.add_group("Rejection buddies", [ana.id, ben.id, chiyo.id, omar.id])
    world.add_bot(group.id)
