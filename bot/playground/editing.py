"""The methods that change, delete or pin messages, and the answer to a pressed button."""

from __future__ import annotations

from typing import Any

from bot.playground import keyboards, links, reactions
from bot.playground.checks import READERS
from bot.playground.crowd import document, named
from bot.playground.ground import QUERY_SECONDS, SERVICE, Chat, Json
from bot.playground.markup import utf16
from bot.playground.refusal import bad
from bot.playground.sending import NO_BUTTONS, caption_of, known, open_to_bot, stored, text_of
from bot.playground.world import World

Params = dict[str, Any]

MAX_ANSWER = 200
DELETE_SECONDS = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
TEXT = frozenset({"text", "entities"})
CAPTION = frozenset({"caption", "caption_entities", "show_caption_above_media"})
MEDIA = CAPTION | {"photo", "document", "has_media_spoiler"}
MEDIA_KINDS = {
    **dict.fromkeys(("type", "media", "caption", "parse_mode"), "text"),
    **dict.fromkeys(("show_caption_above_media", "has_spoiler", "disable_content_type_detection"), "boolean"),
    "caption_entities": "list",
}


def own_message(world: World, params: Params) -> tuple[Chat, Json]:
    """Return the bot's own message that is to be changed."""
    chat = open_to_bot(world, params)
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad("message to edit not found")
    own = world.is_from_bot(message) or chat.type == "channel"
    if not own or SERVICE & message.keys():
        raise bad("message can't be edited")
    return chat, message


def without(message: Json, fields: frozenset[str]) -> Json:
    return {key: value for key, value in message.items() if key not in fields}


def edit_message_text(world: World, params: Params) -> Json:
    plain, entities = text_of(world, params)
    chat, message = own_message(world, params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return changed(world, chat, message, params, TEXT, {"text": plain, **named("entities", entities)})


def edit_message_caption(world: World, params: Params) -> Json:
    caption = caption_of(world, params)
    chat, message = own_message(world, params)
    if not {"photo", "document", "voice"} & message.keys():
        raise bad("there is no caption in the message to edit")
    return changed(world, chat, message, params, CAPTION, caption)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    chat, message = own_message(world, params)
    return changed(world, chat, message, params, frozenset(), {})


def edit_message_media(world: World, params: Params) -> Json:
    media = params["media"]
    if strange := media.keys() - MEDIA_KINDS.keys():
        raise bad(f"can't parse InputMedia: unknown field {min(strange)!r}")
    kind = media.get("type")
    if kind not in ("photo", "document") or not isinstance(media.get("media"), str):
        raise bad("can't parse InputMedia: type photo or document and a media expected")
    content = caption_of(world, {key: READERS[MEDIA_KINDS[key]](key, value) for key, value in media.items()})
    chat, message = own_message(world, params)
    file = stored(world, {**params, kind: media["media"]}, kind)
    content |= named("has_media_spoiler", media.get("has_spoiler"))
    content[kind] = world.files.photo(file) if kind == "photo" else document(file)
    return changed(world, chat, message, params, MEDIA | TEXT, content)


def changed(
    world: World, chat: Chat, old: Json, params: Params, fields: frozenset[str], content: Json
) -> Json:
    """Replace some fields of a message. Its keyboard goes too unless it is sent again, as on Telegram."""
    markup = keyboards.inline(params.get("reply_markup") or NO_BUTTONS, chat.type == "private")
    kept = without(old, fields | {"edit_date", "reply_markup"})
    new = {**kept, **content, **named("reply_markup", markup)}
    if new == without(old, frozenset({"edit_date"})):
        raise bad(NOT_MODIFIED)
    return world.replace(chat, {**new, "edit_date": world.stamp()})


def delete_message(world: World, params: Params) -> bool:
    chat = open_to_bot(world, params)
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad("message to delete not found")
    refuse_deletion(world, chat, message)
    world.remove(chat, params["message_id"])
    return True


def refuse_deletion(world: World, chat: Chat, message: Json) -> None:
    if chat.bot == "administrator" and "can_delete_messages" in world.bot_rights(chat):
        return
    if world.stamp() - message["date"] > DELETE_SECONDS:
        raise bad("message can't be deleted for everyone")
    if chat.type != "private" and not world.is_from_bot(message):
        raise bad("message can't be deleted")


def delete_messages(world: World, params: Params) -> bool:
    """Delete up to 100 messages; those that are gone are skipped, as on Telegram."""
    chat, ids = open_to_bot(world, params), params["message_ids"]
    if not 1 <= len(ids) <= 100 or not all(isinstance(one, int) for one in ids):
        raise bad("1-100 message identifiers expected")
    for message in [chat.messages[one] for one in ids if one in chat.messages]:
        refuse_deletion(world, chat, message)
        world.remove(chat, message["message_id"])
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    chat, message_id = may_pin(world, params), params["message_id"]
    if message_id not in chat.messages:
        raise bad("message to pin not found")
    if SERVICE & chat.messages[message_id].keys():
        raise bad("a service message can't be pinned")
    world.pin(chat, message_id, world.bot_user())
    return True


def may_pin(world: World, params: Params) -> Chat:
    chat = open_to_bot(world, params)
    right = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
    given = world.bot_rights(chat) if chat.bot == "administrator" else []
    if chat.type != "private" and right not in given:
        raise bad("not enough rights to manage pinned messages in the chat")
    return chat


def unpin_chat_message(world: World, params: Params) -> bool:
    chat = may_pin(world, params)
    message_id = params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad("message to unpin not found")
    world.unpin(chat, message_id)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    chat = may_pin(world, params)
    world.unpin(chat, *chat.pinned)
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """Put the bot's one reaction under a message, or take it back."""
    chat, wanted = open_to_bot(world, params), params.get("reaction", [])
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad("message to react not found")
    if len(wanted) > 1 or not all(is_reaction(one) for one in wanted):
        raise bad("REACTION_INVALID")
    emoji = wanted[0]["emoji"] if wanted else None
    world.reacted(chat, message["message_id"], world.bot_id, emoji)
    return True


def is_reaction(one: Any) -> bool:
    return isinstance(one, dict) and one.get("type") == "emoji" and reactions.allowed(one.get("emoji"))


def answer_callback_query(world: World, params: Params) -> bool:
    """Stop the waiting sign on a button, at most once and within 150 seconds."""
    press = world.callbacks.get(params["callback_query_id"])
    if press is None or world.stamp() - press.at > QUERY_SECONDS:
        raise bad(TOO_OLD)
    text = params.get("text", "")
    if utf16(text) > MAX_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    url = params.get("url")
    if url and not opens_bot(url, world):
        raise bad("URL_INVALID")
    del world.callbacks[params["callback_query_id"]]
    toast = {"text": text, "alert": params.get("show_alert", False), **named("url", url)}
    world.toasts.append({"chat_id": press.chat_id, "person_id": press.person_id, **toast})
    world.feed.emit("toast", **world.toasts[-1])
    return True


def opens_bot(url: str, world: World) -> bool:
    """A press may only lead into the private chat with this bot, with a payload."""
    link = links.read(url, world.bot_username)
    return isinstance(link, links.BotLink) and bool(link.start)


def leave_chat(world: World, params: Params) -> bool:
    chat = known(world, params)
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    open_to_bot(world, params)
    world.bot_leaves(chat)
    return True
