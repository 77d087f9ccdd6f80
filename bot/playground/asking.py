"""The methods by which a bot asks about chats and files, and says who it is: commands, names, words."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.playground import keyboards
from bot.playground.crowd import named
from bot.playground.ground import Chat, Json
from bot.playground.members import NEEDED, PERMISSIONS
from bot.playground.refusal import bad
from bot.playground.sending import known, open_to_bot
from bot.playground.world import World

Params = dict[str, Any]

SENDING = frozenset(NEEDED.values())
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
MAX_COMMANDS = 100
MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes of a file that a bot is given
MAX_COMMAND_WORDS = 256
SCOPES: dict[str, frozenset[str]] = {
    "default": frozenset(),
    "all_private_chats": frozenset(),
    "all_group_chats": frozenset(),
    "all_chat_administrators": frozenset(),
    "chat": frozenset({"chat_id"}),
    "chat_administrators": frozenset({"chat_id"}),
    "chat_member": frozenset({"chat_id", "user_id"}),
}
PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}
MENU_BUTTONS = frozenset({"default", "commands", "web_app"})
NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_me(world: World, params: Params) -> Json:
    return {
        **world.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def get_chat(world: World, params: Params) -> Json:
    chat = seen(world, params)
    full = {
        **world.chat_json(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }
    if chat.type in ("group", "supergroup"):
        full["permissions"] = {one: not (chat.quiet and one in SENDING) for one in PERMISSIONS}
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    return {**full, **named("pinned_message", pinned)}


def seen(world: World, params: Params) -> Chat:
    """Return a chat the bot may look at: its groups, and everybody who ever wrote to it."""
    chat = known(world, params)
    if chat.type != "private":
        return open_to_bot(world, params)
    if chat.bot == "stranger":
        raise bad("chat not found")
    return chat


def get_chat_member(world: World, params: Params) -> Json:
    found = world.standing(seen(world, params), params["user_id"])
    if found is None:
        raise bad("PARTICIPANT_ID_INVALID")
    return found


def get_chat_member_count(world: World, params: Params) -> int:
    chat = seen(world, params)
    return len(chat.members) + 1 + chat.other_bot


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = seen(world, params)
    if chat.type == "private":
        raise bad("there are no administrators in the private chat")
    people = (world.standing(chat, one) for one in chat.members if chat.leads(one))
    own = [world.bot_member(chat)] if params.get("return_bots") and chat.bot == "administrator" else []
    return [*(one for one in people if one), *own]


def get_file(world: World, params: Params) -> Json:
    file = world.files.get(params["file_id"])
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > MAX_DOWNLOAD:
        raise bad("file is too big")
    return {**file.facts(), "file_path": file.path}


def scope_key(params: Params) -> str:
    """Name a scope and language as the key they are kept under."""
    scope = params.get("scope", {"type": "default"})
    needed = SCOPES.get(str(scope.get("type")))
    if needed is None:
        raise bad("can't parse BotCommandScope: type must be one of " + ", ".join(SCOPES))
    if scope.keys() - {"type"} != needed:
        raise bad(f"can't parse BotCommandScope: fields of {scope['type']} are {sorted(needed)}")
    return json.dumps({**scope, "language": language(params)}, sort_keys=True)


def language(params: Params) -> str:
    code: str = params.get("language_code", "")
    if code and not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def command(one: Any) -> Json:
    """Check one BotCommand. A leading slash is dropped, as Telegram does."""
    if not isinstance(one, dict) or not isinstance(one.get("command"), str):
        raise bad('can\'t parse BotCommand: Field "command" must be of type String')
    if not isinstance(one.get("description"), str):
        raise bad('can\'t parse BotCommand: Field "description" must be of type String')
    word, words = one["command"].removeprefix("/"), one["description"].strip()
    if not COMMAND.fullmatch(word):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(words) <= MAX_COMMAND_WORDS:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": word, "description": words}


def set_my_commands(world: World, params: Params) -> bool:
    if len(params["commands"]) > MAX_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    key, commands = scope_key(params), [command(one) for one in params["commands"]]
    world.commands[key] = commands
    world.feed.emit("commands")
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.commands.get(scope_key(params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.pop(scope_key(params), None)
    world.feed.emit("commands")
    return True


def shown_commands(world: World, private: bool, language_code: str = "") -> list[Json]:
    """Return what a client shows: the narrowest scope that has commands, the language before no language."""
    own = "all_private_chats" if private else "all_group_chats"
    for scope in (own, "default"):
        for code in dict.fromkeys((language_code, "")):
            key = scope_key({"scope": {"type": scope}, "language_code": code})
            if found := world.commands.get(key):
                return found
    return []


def set_profile(world: World, params: Params, field: str) -> bool:
    text, key = params.get(field, ""), f"{field}:{language(params)}"
    if len(text) > PROFILE_LIMITS[field]:
        raise bad(f"bot {field.replace('_', ' ')} is too long")
    world.profile[key] = text
    if not text:
        del world.profile[key]
    world.feed.emit("profile")
    return True


def get_profile(world: World, params: Params, field: str) -> Json:
    """Return a text in the language asked for, else the one for everybody."""
    usual = world.bot_first_name if field == "name" else ""
    everybody = world.profile.get(f"{field}:", usual)
    return {field: world.profile.get(f"{field}:{language(params)}", everybody)}


def set_chat_menu_button(world: World, params: Params) -> bool:
    button = params.get("menu_button", {"type": "default"})
    if str(button.get("type")) not in MENU_BUTTONS:
        raise bad("can't parse MenuButton: type must be one of " + ", ".join(sorted(MENU_BUTTONS)))
    if button["type"] == "web_app":
        keyboards.label(button, "menu button")
        keyboards.web_app(button.get("web_app"), private=True)
    world.menu_buttons[menu_key(world, params)] = button
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    usual = world.menu_buttons.get("", {"type": "default"})
    return world.menu_buttons.get(menu_key(world, params), usual)


def menu_key(world: World, params: Params) -> str:
    return str(seen(world, params).id) if "chat_id" in params else ""
