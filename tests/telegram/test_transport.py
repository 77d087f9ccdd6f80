"""The real telegram.Bot over our transport: bodies, files, connections, timeouts, and what is logged."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest
from aiohttp.test_utils import TestServer
from telegram import Bot, InputFile, InputMediaDocument, MessageEntity
from telegram.error import BadRequest

from bot.telegram import errors
from bot.telegram.transport import AiohttpRequest, Timeouts, call, for_aiohttp
from tests.telegram.far_side import MESSAGE, TOKEN, Telegram, answered, told


async def test_a_body_without_files_is_json_and_keeps_its_types(bot: Bot, far: Telegram) -> None:
    entities = [MessageEntity(type="bold", offset=0, length=5)]
    message = await bot.send_message(-100, "Grüße 🙂", entities=entities, disable_notification=True)
    assert message.message_id == 7
    method, kind, body = far.calls[-1]
    assert (method, kind) == ("sendMessage", "application/json")
    assert body == {
        "chat_id": -100,
        "text": "Grüße 🙂",
        "entities": [{"type": "bold", "offset": 0, "length": 5}],
        "disable_notification": True,
    }


async def test_plain_data_goes_out_and_comes_back_as_it_is(bot: Bot, far: Telegram) -> None:
    given = {"chat_id": -100, "text": "Grüße 🙂", "reply_markup": {"inline_keyboard": []}}
    assert await call(bot, "sendMessage", given) == MESSAGE
    assert far.calls[-1] == ("sendMessage", "application/json", given)
    assert (await call(bot, "getMe", {}))["username"] == "coach_bot"
    assert far.calls[-1][2] is None


async def test_a_call_without_parameters_has_no_body(bot: Bot, far: Telegram) -> None:
    assert (await bot.get_me()).username == "coach_bot"
    assert far.calls[-1][2] is None


async def test_a_file_goes_as_multipart_with_its_name_untouched(bot: Bot, far: Telegram) -> None:
    await bot.send_document(5, InputFile(b"day,rung\n", filename="größe.csv"), caption="yours")
    _, kind, parts = far.calls[-1]
    assert kind == "multipart/form-data"
    assert parts["document"] == ("größe.csv", b"day,rung\n")
    assert parts["chat_id"] == (None, b"5")
    assert parts["caption"] == (None, b"yours")


async def test_attached_files_are_the_parts_their_uris_name(bot: Bot, far: Telegram) -> None:
    far.answers["sendMediaGroup"] = lambda _: answered({"ok": True, "result": [MESSAGE]})
    media = [
        InputMediaDocument(content, filename=name) for content, name in ((b"1", "a.csv"), (b"2", "b.csv"))
    ]
    await bot.send_media_group(5, media)
    _, _, parts = far.calls[-1]
    uris = [item["media"] for item in json.loads(parts["media"][1])]
    assert [parts[uri.removeprefix("attach://")] for uri in uris] == [("a.csv", b"1"), ("b.csv", b"2")]


async def test_connections_are_kept_and_used_again(bot: Bot, far: Telegram) -> None:
    for _ in range(20):
        await bot.send_message(1, "hello")
    assert len(far.calls) == 21
    assert len(far.peers) == 1


async def test_no_more_connections_than_the_limit_are_opened(bot: Bot, far: Telegram) -> None:
    await asyncio.gather(*(bot.send_message(1, "hello") for _ in range(20)))
    assert 1 <= len(far.peers) <= 2


async def test_closing_twice_and_opening_again_is_fine(server: TestServer) -> None:
    request = AiohttpRequest()
    await request.shutdown()
    for _ in range(2):
        await request.initialize()
        await request.initialize()
        assert (await request.do_request(str(server.make_url(f"/bot{TOKEN}/getMe")), "GET"))[0] == 200
        await request.shutdown()
        await request.shutdown()


async def test_a_closed_transport_says_that_nothing_was_sent() -> None:
    with pytest.raises(errors.Unsent, match="not open"):
        await AiohttpRequest().do_request("http://127.0.0.1/", "POST")


async def test_nothing_that_is_logged_holds_the_token(
    bot: Bot, far: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    far.answers["sendMessage"] = told(400, "Bad Request: message text is empty")
    await bot.get_me()
    with pytest.raises(BadRequest):
        await bot.send_message(1, "hello")
    assert TOKEN not in caplog.text


def test_a_timeout_that_was_not_given_is_the_default_and_none_waits_for_ever() -> None:
    ungiven = AiohttpRequest.DEFAULT_NONE
    defaults = Timeouts(read=1, write=2, connect=3, pool=4)
    assert defaults.with_given(ungiven, ungiven, ungiven, ungiven) == defaults
    assert defaults.with_given(9.5, None, ungiven, 0) == Timeouts(read=9.5, write=None, connect=3, pool=0)


def test_timeouts_reach_aiohttp_as_they_are_meant() -> None:
    upload = for_aiohttp(Timeouts(read=1, write=2, connect=3, pool=4), upload=True)
    assert (upload.sock_read, upload.sock_connect, upload.connect, upload.total) == (1, 3, 7, 10)
    assert for_aiohttp(Timeouts(1, 2, 3, 4), upload=False).total is None
    assert for_aiohttp(Timeouts(None, 2, 3, 4), upload=True).total is None


def test_polling_learns_the_read_timeout() -> None:
    assert AiohttpRequest(read_timeout=12.5).read_timeout == 12.5
