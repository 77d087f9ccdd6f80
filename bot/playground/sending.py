"""The methods that put a message into a chat. Sync functions of the world and typed parameters."""

from __future__ import annotations

from typing import Any

from bot.playground import files, keyboards
from bot.playground import text as texts
from bot.playground.checks import Upload
from bot.playground.crowd import document, named, voice
from bot.playground.ground import PRESENT, Chat, Json
from bot.playground.markup import utf16
from bot.playground.members import NEEDED
from bot.playground.refusal import Refused, bad, forbidden
from bot.playground.world import World

Params = dict[str, Any]

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def known(world: World, params: Params) -> Chat:
    """Return the chat a request is about, as far as the bot has heard of it."""
    chat = world.chats.get(params["chat_id"])
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        raise Refused(400, words, migrate_to_chat_id=chat.migrated_to)
    return chat


def open_to_bot(world: World, params: Params) -> Chat:
    """Return the chat, if the bot may write there."""
    chat = known(world, params)
    if chat.type == "private" and world.people[chat.id].deleted:
        raise forbidden("user is deactivated")
    if chat.bot in PRESENT:
        return chat
    if chat.type != "private":
        gone = "was kicked from" if chat.bot == "kicked" else "is not a member of"
        raise forbidden(f"bot {gone} the {chat.type} chat")
    if chat.bot == "kicked":
        raise forbidden("bot was blocked by the user")
    raise forbidden("bot can't initiate conversation with a user")


def writable(world: World, params: Params, what: str) -> Chat:
    """Return the chat, if the bot may post this kind of message there."""
    chat = open_to_bot(world, params)
    if chat.type == "channel" and "can_post_messages" not in world.bot_rights(chat):
        raise bad("need administrator rights in the channel chat")
    hushed = chat.quiet and chat.bot != "administrator"
    restricted = chat.bot == "restricted" and NEEDED[what] not in world.bot_rights(chat)
    if hushed or restricted:
        raise bad(f"not enough rights to send {what} to the chat")
    return chat


def text_of(world: World, params: Params) -> tuple[str, texts.Entities]:
    plain, entities = texts.formatted(params["text"], params.get("parse_mode"), params.get("entities"))
    if not plain:
        raise bad("text must be non-empty")
    if utf16(plain) > MAX_TEXT:
        raise bad("message is too long")
    return plain, people_in(world, entities)


def caption_of(world: World, params: Params) -> Json:
    """Return the caption fields of a message, none where there is no caption."""
    plain, entities = texts.formatted(
        params.get("caption", ""), params.get("parse_mode"), params.get("caption_entities")
    )
    if utf16(plain) > MAX_CAPTION:
        raise bad("message caption is too long")
    above = named("show_caption_above_media", params.get("show_caption_above_media"))
    return {**named("caption", plain), **named("caption_entities", people_in(world, entities)), **above}


def people_in(world: World, entities: texts.Entities) -> texts.Entities:
    """Put the person into a mention by id; Telegram drops a mention of nobody it knows."""
    if not any("user_id" in entity for entity in entities):
        return entities
    return [found for entity in entities if (found := mentioned(world, entity))]


def mentioned(world: World, entity: Json) -> Json | None:
    person = world.people.get(entity.get("user_id", 0))
    if "user_id" not in entity:
        return entity
    kept = {key: value for key, value in entity.items() if key != "user_id"}
    return {**kept, "user": person.user()} if person else None


def delivered(world: World, chat: Chat, params: Params, **content: Any) -> Json:
    """Post what the bot sends, with everything all sending methods share."""
    extra = replied(world, chat, params)
    markup = keyboards.checked(params.get("reply_markup") or NO_BUTTONS, chat.type == "private")
    if "inline_keyboard" in markup:
        extra["reply_markup"] = markup
    elif markup and chat.type == "channel":
        raise bad("inline keyboard expected")
    elif markup:
        show_keyboard(world, chat, markup)
    if params.get("protect_content"):
        extra["has_protected_content"] = True
    return world.post(chat, world.bot_user(), **extra, **content)


NO_BUTTONS: Json = {"inline_keyboard": []}


def show_keyboard(world: World, chat: Chat, markup: Json) -> None:
    """Reply keyboards belong to the chat, not to the message: that is how clients show them."""
    chat.keyboard = None if "remove_keyboard" in markup else markup
    world.feed.emit("keyboard", chat_id=chat.id, keyboard=chat.keyboard)


def replied(world: World, chat: Chat, params: Params) -> Json:
    wish = params.get("reply_parameters")
    if not wish:
        return {}
    if not isinstance(wish.get("message_id"), int):
        raise bad('can\'t parse reply parameters: Field "message_id" must be of type Number')
    target = chat.messages.get(wish["message_id"])
    if target is None and not wish.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return {"reply_to_message": world.quoted(target)} if target else {}


def send_message(world: World, params: Params) -> Json:
    plain, entities = text_of(world, params)
    chat = writable(world, params, "text messages")
    return delivered(world, chat, params, text=plain, **named("entities", entities))


def stored(world: World, params: Params, name: str) -> files.File:
    """Return the file a parameter names: uploaded with it, attached beside it, or known by its id."""
    given = params[name]
    if isinstance(given, str) and given.startswith("attach://"):
        given = params.get(given.removeprefix("attach://"), None)
    if given is None:
        raise bad(MISSING_FILE)
    if isinstance(given, Upload):
        return received(world, name, given)
    file = world.files.get(given, name)
    if file is None:
        raise bad(MISSING_FILE)
    return file


MISSING_FILE = "wrong file identifier/HTTP URL specified"


def received(world: World, kind: str, upload: Upload) -> files.File:
    """Keep an upload, unless Telegram would not."""
    if not upload.data:
        raise bad("file must be non-empty")
    if kind == "photo":
        refuse_bad_picture(upload.data)
    return world.files.add(kind, upload.data, upload.mime if kind == "document" else "", upload.name)


def refuse_bad_picture(data: bytes) -> None:
    size = files.picture_size(data)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if len(data) > MAX_PHOTO_BYTES:
        raise bad("file is too big")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def send_photo(world: World, params: Params) -> Json:
    caption, chat = caption_of(world, params), writable(world, params, "photos")
    photo = world.files.photo(stored(world, params, "photo"))
    spoiler = named("has_media_spoiler", params.get("has_spoiler"))
    return delivered(world, chat, params, photo=photo, **caption, **spoiler)


def send_voice(world: World, params: Params) -> Json:
    caption, chat = caption_of(world, params), writable(world, params, "voice notes")
    content = voice(stored(world, params, "voice"), params.get("duration", 3))
    return delivered(world, chat, params, voice=content, **caption)


def send_document(world: World, params: Params) -> Json:
    caption, chat = caption_of(world, params), writable(world, params, "documents")
    return delivered(world, chat, params, document=document(stored(world, params, "document")), **caption)


def send_chat_action(world: World, params: Params) -> bool:
    chat = open_to_bot(world, params)
    if params["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    world.feed.emit("typing", chat_id=chat.id, action=params["action"])
    return True
