"""The whole playground as one value: `World`. Channels, upgrades, links and planned trouble on top of groups.

For tests: what people do alone is in `crowd`, what they do with a group in `groups`."""

from __future__ import annotations

from bot.playground import links
from bot.playground.ground import FIRST_CHANNEL, FIRST_SUPERGROUP, PRESENT, Chat, Json
from bot.playground.groups import Groups
from bot.playground.links import BotLink, MessageLink
from bot.playground.refusal import Nonsense


class World(Groups):
    """People, groups, one bot. The clock is an argument and ids are counters, so a play repeats exactly."""

    def add_channel(self, title: str, owner: int) -> Chat:
        """Found a channel: its owner posts, the bot can be brought in with `add_bot`."""
        count = sum(chat.type == "channel" for chat in self.chats.values())
        chat = Chat(FIRST_CHANNEL - count, "channel", title, [self.person(owner).id], "left")
        self.chats[chat.id] = chat
        self.feed.emit("groups")
        return chat

    def migrate(self, chat_id: int) -> int:
        """Upgrade a group to a supergroup and return its new id.

        The bot is told of its coming into the new one, and never of its going from the old one (as seen in
        issue 266 of tdlib/telegram-bot-api)."""
        old = self.group(chat_id)
        if old.type != "group":
            raise Nonsense("a supergroup cannot be upgraded again")
        new = self._successor(old)
        owner = self.people[old.members[0]].user()
        self._service(old, owner, migrate_to_chat_id=new.id)
        old.migrated_to = new.id
        if old.bot in PRESENT:
            self.stand(new, owner, old.bot, old.bot_rights)
        self._service(new, owner, migrate_from_chat_id=old.id)
        self.feed.emit("groups")
        return new.id

    def _successor(self, old: Chat) -> Chat:
        """A supergroup with the people of a group. Pinned messages and reactions stay behind."""
        count = sum(chat.type == "supergroup" for chat in self.chats.values())
        new = Chat(FIRST_SUPERGROUP - count, "supergroup", old.title, list(old.members), "left")
        new.administrators, new.quiet, new.other_bot = list(old.administrators), old.quiet, old.other_bot
        self.chats[new.id] = new
        return new

    def delete_account(self, person_id: int) -> None:
        """Let a person delete their account: nameless where they were, and nobody can write to them."""
        self.person(person_id).deleted = True
        self.feed.emit("people")

    def link(self, chat_id: int, message_id: int) -> str:
        """Return the link to a message; only supergroups have them."""
        self.message(chat_id, message_id)
        if self.chat(chat_id).type != "supergroup":
            raise Nonsense("only messages of supergroups have links")
        return links.to_message(chat_id, message_id)

    def follow(self, person_id: int, url: str, chat_id: int | None = None) -> Json | None:
        """Open a link as a person's app would, with every question answered yes: START is pressed, the bot is
        added to the group `chat_id`. Return the message that was sent, or the one that is shown."""
        match links.read(url, self.bot_username):
            case BotLink(startgroup=str(payload)) if chat_id is not None:
                return self._bring(person_id, chat_id, payload)
            case BotLink(start=payload, startgroup=None):
                return self.say(person_id, f"/start {payload or ''}".strip())
            case MessageLink(group, message_id):
                self._where(person_id, group)
                return self.message(group, message_id)
            case _:
                raise Nonsense(f"{url} leads nowhere in the playground")

    def _bring(self, person_id: int, chat_id: int, payload: str) -> Json:
        """Add the bot with a payload; where it is already, only the payload is said."""
        if self.group(chat_id).bot in PRESENT:
            return self.say(person_id, f"/start@{self.bot_username} {payload}".strip(), chat_id)
        self.add_bot(chat_id, person_id, payload)
        return self.messages(chat_id)[-1]

    def fail(
        self, method: str, fault: str, times: int = 1, chat_id: int | None = None, seconds: int = 5
    ) -> None:
        """Plan trouble (see `faults.Fault`) for the next calls of a method, "*" for any method.

        `chat_id` limits it to one chat; `seconds` is the retry_after of a flood."""
        self.faults.plan(method, fault, times, chat_id, seconds)


def seed(world: World) -> None:
    """Fill an empty world with the people and the group everybody finds on the first start."""
    ana = world.add_person("Ana", "Duarte", "pt", "ana_duarte", "Europe/Lisbon")
    ben = world.add_person("Ben", "Okafor", "en", "ben_asks", "America/New_York")
    chiyo = world.add_person("Chiyo", "", "ja", None, "Asia/Tokyo")
    omar = world.add_person("عمر", "حسن", "ar", "omar_h", "Africa/Cairo")
    group = world.add_group("Rejection buddies", [ana.id, ben.id, chiyo.id, omar.id])
    world.add_bot(group.id)
