"""Every method of the Bot API that is played, by name, and one call of one of them: check, do, record."""

from __future__ import annotations

from functools import partial
from time import perf_counter as clock
from typing import TYPE_CHECKING, Any

from bot.playground import asking, editing, polling, polls, sending
from bot.playground.checks import Upload, checked
from bot.playground.feed import Call
from bot.playground.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.playground.ground import Json
    from bot.playground.world import World

METHODS: dict[str, Callable[[World, dict[str, Any]], Any]] = {
    "getMe": asking.get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendVoice": sending.send_voice,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "sendPoll": polls.send_poll,
    "stopPoll": polls.stop_poll,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "setMessageReaction": editing.set_message_reaction,
    "answerCallbackQuery": editing.answer_callback_query,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "unpinAllChatMessages": editing.unpin_all_chat_messages,
    "leaveChat": editing.leave_chat,
    "getChat": asking.get_chat,
    "getChatMember": asking.get_chat_member,
    "getChatMemberCount": asking.get_chat_member_count,
    "getChatAdministrators": asking.get_chat_administrators,
    "getFile": asking.get_file,
    "setMyCommands": asking.set_my_commands,
    "getMyCommands": asking.get_my_commands,
    "deleteMyCommands": asking.delete_my_commands,
    "setMyName": partial(asking.set_profile, field="name"),
    "getMyName": partial(asking.get_profile, field="name"),
    "setMyDescription": partial(asking.set_profile, field="description"),
    "getMyDescription": partial(asking.get_profile, field="description"),
    "setMyShortDescription": partial(asking.set_profile, field="short_description"),
    "getMyShortDescription": partial(asking.get_profile, field="short_description"),
    "setChatMenuButton": asking.set_chat_menu_button,
    "getChatMenuButton": asking.get_chat_menu_button,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
}
# Telegram reads method names in any case
NAMES = {name.lower(): name for name in (*METHODS, "getUpdates")}


async def called(world: World, method: str, raw: Mapping[str, Any]) -> Json:
    """Do one call and return Telegram's answer to it, refusals included."""
    begun = clock()
    try:
        params = checked(method, raw)
        if method == "getUpdates":
            result: Any = await polling.get_updates(world, params)
        else:
            result = METHODS[method](world, params)
        response: Json = {"ok": True, "result": result}
    except Refused as refused:
        response = refused.body()
    record(world, method, raw, response, begun)
    return response


def record(world: World, method: str, raw: Mapping[str, Any], response: Json, begun: float | None) -> None:
    """Keep the call for tests and the drawer. A poll that found nothing is kept but not shown."""
    ms = round((clock() - begun) * 1000, 3) if begun else 0.0
    params = {key: repr(value) if isinstance(value, Upload) else value for key, value in raw.items()}
    call = Call(world.now(), method, params, response, ms)
    world.feed.calls.append(call)
    if method != "getUpdates" or response.get("result"):
        at = call.at.isoformat()
        if "secret_token" in params:
            params = {**params, "secret_token": "<secret>"}
        world.feed.emit("call", method=method, params=params, response=response, ms=ms, at=at)
    else:
        world.feed.wake()
