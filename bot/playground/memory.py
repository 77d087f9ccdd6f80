"""Keeps a world between two starts: one JSON file, written whole or not at all, and files beside it.

The backlog of events and the raw calls are not kept; the token never is."""

from __future__ import annotations

import asyncio
import json
import os
from collections import deque
from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.playground.files import File
from bot.playground.ground import Callback, Chat, Json, Person
from bot.playground.updates import Updates, Webhook
from bot.playground.world import World

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1
NAME = "world.json"
FILES = "files"
PAUSE = 1.0
# what is JSON already and can be taken as it is
PLAIN = ("last_callback", "commands", "profile", "menu_buttons", "privacy")


class MemoryFault(Exception):
    """The kept world cannot be read; the sentence says why and where the file went."""


def snapshot(world: World) -> Json:
    """Return the whole world as JSON, without the bytes of files."""
    return {
        "version": VERSION,
        "bot_id": world.bot_id,
        "clock_offset_seconds": world.offset,
        "seq": world.seq,
        "people": [asdict(person) for person in world.people.values()],
        "chats": [chat_kept(chat) for chat in world.chats.values()],
        "updates": updates_kept(world.updates),
        "callbacks": {query_id: asdict(press) for query_id, press in world.callbacks.items()},
        "polls": [[poll_id, *place] for poll_id, place in world.polls.items()],
        "votes": [[poll_id, list(cast.items())] for poll_id, cast in world.votes.items()],
        "files": [file_kept(file) for file in world.files.by_id.values()],
        "last_file": world.files.last,
        **{name: getattr(world, name) for name in PLAIN},
    }


def chat_kept(chat: Chat) -> Json:
    reactions = [[message_id, list(one.items())] for message_id, one in chat.reactions.items()]
    return {**vars(chat), "messages": list(chat.messages.values()), "reactions": reactions}


def updates_kept(updates: Updates) -> Json:
    hook = asdict(updates.webhook) if updates.webhook else None
    kept = {"next_id": updates.next_id, "allowed": list(updates.allowed), "pending": list(updates.pending)}
    return {**kept, "webhook": hook}


def file_kept(file: File) -> Json:
    return {name: getattr(file, name) for name in ("file_id", "kind", "mime", "name", "digest")}


def restore(world: World, kept: Json, bytes_of: dict[str, bytes]) -> None:
    """Put what was kept into a blank world. Raises whatever a strange file makes it raise."""
    world.offset = kept["clock_offset_seconds"]
    world.feed.seq = kept["seq"]
    world.people = {one["id"]: Person(**one) for one in kept["people"]}
    world.chats = {one["id"]: chat_from(one) for one in kept["chats"]}
    world.updates = updates_from(kept["updates"])
    world.callbacks = {query_id: Callback(**press) for query_id, press in kept["callbacks"].items()}
    world.polls = {poll_id: (chat_id, message_id) for poll_id, chat_id, message_id in kept["polls"]}
    world.votes = {poll_id: dict(cast) for poll_id, cast in kept["votes"]}
    files = [File(data=bytes_of[one["digest"]], **one) for one in kept["files"]]
    world.files.by_id = {file.file_id: file for file in files}
    world.files.last = kept["last_file"]
    for name in PLAIN:
        setattr(world, name, kept[name])


def chat_from(kept: Json) -> Chat:
    messages = {message["message_id"]: message for message in kept["messages"]}
    # a world of an older version knows of no reactions
    reactions = {message_id: dict(given) for message_id, given in kept.get("reactions", [])}
    return Chat(**{**kept, "messages": messages, "reactions": reactions})


def updates_from(kept: Json) -> Updates:
    hook = Webhook(**kept["webhook"]) if kept["webhook"] else None
    return Updates(kept["next_id"], tuple(kept["allowed"]), hook, deque(kept["pending"]))


def load(folder: Path, world: World) -> bool:
    """Fill the world from the folder; False where nothing is kept.

    Raises MemoryFault for a file that cannot be read, after putting it aside; the world stays as it was."""
    path = folder / NAME
    if not path.exists():
        return False
    blank = World(world.now, world.token, world.bot_username)
    try:
        kept = json.loads(path.read_text())
        if (kept["version"], kept["bot_id"]) != (VERSION, world.bot_id):
            raise ValueError(f"version {kept['version']} of bot {kept['bot_id']}")
        digests = {one["digest"] for one in kept["files"]}
        restore(blank, kept, {digest: (folder / FILES / digest).read_bytes() for digest in digests})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        aside = put_aside(path)
        raise MemoryFault(f"{path} is not a world this version can read; it was moved to {aside}") from error
    vars(world).update(vars(blank))
    return True


def put_aside(path: Path) -> Path:
    """Give the file a name of its own, so that nothing is ever lost."""
    number = 1
    while (aside := path.with_name(f"{path.name}.aside-{number}")).exists():
        number += 1
    return path.replace(aside)


def save(folder: Path, world: World) -> None:
    """Write the world. A crash at any moment leaves the old file or the new one, never a part."""
    write(folder, world, json.dumps(snapshot(world)))


def write(folder: Path, world: World, text: str) -> None:
    (folder / FILES).mkdir(parents=True, exist_ok=True)
    for file in world.files.by_id.values():
        place = folder / FILES / file.digest
        if not place.exists():
            whole(place, file.data)
    whole(folder / NAME, text.encode())


def whole(path: Path, data: bytes) -> None:
    """Write a file under another name, make it safe on the disk, then give it its name."""
    draft = path.with_name(f"{path.name}.draft")
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


async def keep(world: World, folder: Path, pause: float = PAUSE) -> None:
    """Save after changes, at most once in `pause` seconds, and a last time when cancelled."""
    kept = ""
    try:
        while True:
            changes = world.feed.changes
            text = json.dumps(snapshot(world))
            if text != kept:
                write(folder, world, text)
                kept = text
            await asyncio.sleep(pause)
            while world.feed.changes == changes:
                await world.feed.waiter()
    finally:
        save(folder, world)
