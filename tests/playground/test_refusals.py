"""The playground is as strict as Telegram: a table of requests and of the words they are refused with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.playground import World

Ask = Callable[..., Awaitable[dict[str, Any]]]

ANA, BEN, NOBODY = 5_000_000_001, 5_000_000_002, 7


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(**fields: Any) -> dict[str, Any]:
    return {"chat_id": ANA, "text": "x", "reply_markup": keyboard([{"text": "Go", **fields}])}


PRESS = {"text": "x", "callback_data": "x"}
UNREADABLE = "can't parse inline keyboard button: "
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": NOBODY, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": 1.5, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": ANA}, "message text is empty"),
    ("sendMessage", {"chat_id": ANA, "text": ""}, "message text is empty"),
    ("sendMessage", {"chat_id": ANA, "text": " \n"}, "text must be non-empty"),
    ("sendMessage", {"chat_id": ANA, "text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ("sendMessage", {"chat_id": ANA, "text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": ANA, "text": "🏟" * 2049}, "message is too long"),
    ("sendMessage", {"chat_id": ANA, "text": 5}, 'parameter "text" must be a String'),
    ("sendMessage", {"chat_id": ANA, "text": "\ud83c"}, "strings must be encoded in UTF-8"),
    ("sendMessage", {"chat_id": ANA, "txt": "x"}, 'sendMessage has no parameter "txt"'),
    ("sendMessage", {"chat_id": ANA, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ("sendMessage", {"chat_id": ANA, "text": "x", "disable_notification": 3},
     'parameter "disable_notification" must be a Boolean'),
    ("sendMessage", {"chat_id": ANA, "text": "x", "reply_markup": "{"},
     'parameter "reply_markup" must be a JSON Object'),
    ("sendMessage", {"chat_id": ANA, "text": "x", "reply_markup": []}, "object expected as reply markup"),
    ("sendMessage", {"chat_id": ANA, "text": "x", "message_thread_id": 4},
     'the playground does not play the parameter "message_thread_id" of sendMessage'),
    ("sendMessage", {"chat_id": ANA, "text": "x", "reply_parameters": {"message_id": 99}},
     "message to be replied not found"),
    ("sendMessage", {"chat_id": ANA, "text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
     "entity beginning at UTF-16 offset 0 ends after the end of the text"),
    ("sendMessage", button(), UNREADABLE + "Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", button(callback_data="a", url="https://a.example"),
     UNREADABLE + "a button has exactly one action, not callback_data and url"),
    ("sendMessage", button(callback_data=""), "BUTTON_DATA_INVALID"),
    ("sendMessage", button(callback_data="é" * 33), "BUTTON_DATA_INVALID"),
    ("sendMessage", button(callback_dta="a"), UNREADABLE + "unknown field 'callback_dta'"),
    ("sendMessage", button(url="nowhere"), "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
    ("sendMessage", button(callback_data="a", style="loud"),
     UNREADABLE + "invalid button style specified"),
    ("sendMessage", {"chat_id": ANA, "text": "x", "reply_markup": keyboard([PRESS] * 9)},
     "reply markup is too wide: at most 8 buttons in a row"),
    ("sendMessage", {"chat_id": ANA, "text": "x", "reply_markup": keyboard(*[[PRESS] * 4] * 26)},
     "reply markup is too long: at most 100 buttons"),
    ("sendPhoto", {"chat_id": ANA}, "there is no photo in the request"),
    ("sendPhoto", {"chat_id": ANA, "photo": "no-such-id"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"chat_id": ANA, "photo": "attach://gone"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"chat_id": ANA, "photo": "x", "caption": "x" * 1025}, "message caption is too long"),
    ("sendChatAction", {"chat_id": ANA, "action": "dancing"}, "wrong parameter action in request"),
    ("editMessageText", {"chat_id": ANA, "text": "x"}, "message identifier is not specified"),
    ("editMessageText", {"chat_id": ANA, "message_id": 99, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"chat_id": ANA, "message_id": 1, "text": "x"}, "message can't be edited"),
    ("deleteMessage", {"chat_id": ANA, "message_id": 99}, "message to delete not found"),
    ("answerCallbackQuery", {"callback_query_id": "5"},
     "query is too old and response timeout expired or query ID is invalid"),
    ("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "start", "description": ""}]},
     "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", {"commands": [], "language_code": "english"}, "invalid language code specified"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat"}},
     "can't parse BotCommandScope: fields of chat are ['chat_id']"),
    ("setMyDescription", {"description": "x" * 513}, "bot description is too long"),
    ("setMyShortDescription", {"short_description": "x" * 121}, "bot short description is too long"),
    ("getFile", {"file_id": "no-such-id"}, "wrong file_id or the file is temporarily unavailable"),
    ("getChat", {"chat_id": BEN}, "chat not found"),
    ("getChatMember", {"chat_id": ANA, "user_id": NOBODY}, "PARTICIPANT_ID_INVALID"),
    ("leaveChat", {"chat_id": ANA}, "chat member status can't be changed in private chats"),
    ("sendPoll", {"chat_id": ANA, "question": "x", "options": []}, "poll must have at least 1 option"),
    ("sendPoll", {"chat_id": ANA, "question": "x", "options": ["a"] * 13},
     "poll can't have more than 12 options"),
    ("sendPoll", {"chat_id": ANA, "question": "x" * 301, "options": ["a"]},
     "poll question length must not exceed 300"),
    ("setWebhook", {"url": "https://bot.example/hook"},
     "bad webhook: the playground posts to 127.0.0.1, localhost or [::1] only"),
    ("setWebhook", {"url": "http://127.0.0.1/x", "secret_token": "a b"},
     "secret token contains unallowed characters"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_a_wrong_request_is_refused_in_telegrams_words(
    ask: Ask, world: World, method: str, params: dict[str, Any], words: str
) -> None:
    before = [world.messages(chat) for chat in world.chats]
    answer = await ask(method, **params)
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}
    assert [world.messages(chat) for chat in world.chats] == before


async def test_an_unknown_method_is_not_found_and_a_wrong_token_is_unauthorized(
    ask: Ask, web: aiohttp.ClientSession
) -> None:
    assert await ask("sendMesage") == {"ok": False, "error_code": 404, "description": "Not Found"}
    async with web.get("/bot123:wrong/getMe") as response:
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_a_body_that_is_no_json_is_refused(web: aiohttp.ClientSession, world: World) -> None:
    headers = {"Content-Type": "application/json"}
    for body in (b"{", b"[]", b"\xff"):
        async with web.post(f"/bot{world.token}/getMe", data=body, headers=headers) as response:
            assert response.status == 400


async def test_the_bot_cannot_write_first_nor_to_who_blocked_it(
    ask: Ask, world: World, ana: int, ben: int
) -> None:
    first = await ask("sendMessage", chat_id=ben, text="hello stranger")
    assert first["description"] == "Forbidden: bot can't initiate conversation with a user"
    world.block(ana)
    blocked = await ask("sendMessage", chat_id=ana, text="hello?")
    assert blocked == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot was blocked by the user",
    }
    world.unblock(ana)
    assert (await ask("sendMessage", chat_id=ana, text="hello"))["ok"]


async def test_limits_are_counted_in_utf16_after_the_tags_are_gone(ask: Ask, ana: int) -> None:
    longest = "<b>" + "🏟" * 2048 + "</b>"
    sent = await ask("sendMessage", chat_id=ana, text=longest, parse_mode="HTML")
    assert sent["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


async def test_the_same_content_again_is_not_modified(ask: Ask, ana: int) -> None:
    board = keyboard([PRESS])
    sent = (await ask("sendMessage", chat_id=ana, text="<b>x</b>", parse_mode="HTML", reply_markup=board))[
        "result"
    ]
    same = {"chat_id": ana, "message_id": sent["message_id"], "text": "<i>x</i>", "reply_markup": board}
    assert (await ask("editMessageText", **same, parse_mode="HTML"))["ok"]
    again = await ask("editMessageText", **same, parse_mode="HTML")
    assert again["description"].startswith(
        "Bad Request: message is not modified: specified new message content"
    )


async def test_an_edit_without_a_keyboard_takes_the_keyboard_away(ask: Ask, ana: int, world: World) -> None:
    sent = (await ask("sendMessage", chat_id=ana, text="x", reply_markup=keyboard([PRESS])))["result"]
    await ask("editMessageText", chat_id=ana, message_id=sent["message_id"], text="y")
    assert "reply_markup" not in world.messages(ana)[-1]


async def test_a_press_is_answered_once_and_within_150_seconds(
    ask: Ask, ana: int, world: World, clock: Any
) -> None:
    sent = (await ask("sendMessage", chat_id=ana, text="x", reply_markup=keyboard([PRESS])))["result"]
    first, late = (world.press(ana, ana, sent["message_id"], "x") for _ in range(2))
    assert (await ask("answerCallbackQuery", callback_query_id=first, text="x" * 201))["description"] == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    assert (await ask("answerCallbackQuery", callback_query_id=first, text="Got it"))["result"] is True
    assert "query is too old" in (await ask("answerCallbackQuery", callback_query_id=first))["description"]
    clock.forward(seconds=151)
    assert "query is too old" in (await ask("answerCallbackQuery", callback_query_id=late))["description"]


async def test_messages_older_than_two_days_cannot_be_deleted(ask: Ask, ana: int, clock: Any) -> None:
    sent = (await ask("sendMessage", chat_id=ana, text="x"))["result"]
    clock.forward(hours=49)
    answer = await ask("deleteMessage", chat_id=ana, message_id=sent["message_id"])
    assert answer["description"] == "Bad Request: message can't be deleted for everyone"


async def test_web_app_buttons_are_for_private_chats(ask: Ask, ana: int, group: int) -> None:
    board = keyboard([{"text": "Open", "web_app": {"url": "https://app.example/"}}])
    assert (await ask("sendMessage", chat_id=ana, text="x", reply_markup=board))["ok"]
    refused = await ask("sendMessage", chat_id=group, text="x", reply_markup=board)
    assert refused["description"] == "Bad Request: BUTTON_TYPE_INVALID"
