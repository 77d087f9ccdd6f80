"""What can go wrong between the real telegram.Bot and Telegram, and what each failure says was sent."""

from __future__ import annotations

import asyncio
import shutil
import socket
import traceback
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot
from telegram.error import EndPointNotFound, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.telegram import errors
from bot.telegram.errors import Fate
from bot.telegram.transport import AiohttpRequest, call
from tests.benchmarks import loopback
from tests.telegram.far_side import TOKEN, Answer, Telegram, bot_at, proxied, told


async def test_no_answer_in_time_may_have_been_sent(bot: Bot, far: Telegram) -> None:
    far.answers["sendMessage"] = far.hang
    with pytest.raises(errors.NoAnswer) as caught:
        await bot.send_message(1, "hello", read_timeout=0.05)
    assert isinstance(caught.value, TimedOut)
    assert isinstance(caught.value.__cause__, TimeoutError)
    assert errors.classify(caught.value).fate is Fate.UNSURE
    assert far.calls[-1][0] == "sendMessage"


async def test_waiting_for_a_free_connection_sends_nothing(server: TestServer, far: Telegram) -> None:
    far.answers["sendMessage"] = far.hang
    async with bot_at(str(server.make_url("")).rstrip("/"), AiohttpRequest(limit=1)) as bot:
        async with asyncio.TaskGroup() as group:
            far.entered.clear()
            first = group.create_task(bot.send_message(1, "first"))
            await far.entered.wait()
            with pytest.raises(errors.Unsent) as caught:
                await bot.send_message(2, "second", pool_timeout=0.03, connect_timeout=0.02)
            far.hold.set()
        assert first.result().message_id == 7
    assert [body["text"] for method, _, body in far.calls if method == "sendMessage"] == ["first"]
    assert errors.classify(caught.value).fate is Fate.UNSENT
    shown = "".join(traceback.format_exception(caught.value))
    assert "ConnectionTimeoutError: Connection timeout to host" in shown  # where aiohttp quotes the URL
    assert TOKEN not in shown


async def test_a_refused_connection_sent_nothing() -> None:
    with socket.socket() as taken:  # bound and not listening: nobody else gets the port, and it refuses
        taken.bind(("127.0.0.1", 0))
        error = await failure(f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert isinstance(error, errors.Unsent)
    assert isinstance(error.__cause__, OSError)


async def test_a_server_that_cannot_speak_tls_got_nothing(server: TestServer, far: Telegram) -> None:
    error = await failure(str(server.make_url("")).replace("http:", "https:").rstrip("/"))
    assert isinstance(error, errors.Unsent)
    assert far.calls == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="a certificate is made by the openssl command")
async def test_a_server_whose_certificate_nobody_vouches_for_got_nothing(
    far: Telegram, tmp_path: Path
) -> None:
    made = loopback.certificate(tmp_path)
    assert made is not None
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", far.handle)
    server = TestServer(app, scheme="https")
    await server.start_server(ssl=loopback.server_side(made))
    error = await failure(str(server.make_url("")).rstrip("/"))
    await server.close()
    assert isinstance(error, errors.Unsent)
    assert isinstance(error.__cause__, aiohttp.ClientConnectorCertificateError)
    assert far.calls == []


async def test_a_url_that_is_none_sent_nothing() -> None:
    assert isinstance(await failure("http://"), errors.Unsent)


async def failure(url: str) -> TelegramError:
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError) as caught:
            await bot_at(url, request).get_me()
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    return caught.value


async def _cut_before(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _cut_within(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok": true, "res')
    assert request.transport is not None
    request.transport.close()
    return response


@pytest.mark.parametrize("cut", [_cut_before, _cut_within])
async def test_a_connection_that_breaks_may_have_been_sent(cut: Answer, bot: Bot, far: Telegram) -> None:
    far.answers["sendMessage"] = cut
    with pytest.raises(errors.Unsure) as caught:
        await bot.send_message(1, "hello")
    assert not isinstance(caught.value, TimedOut)  # PTB's polling would try again at once, in a hot loop
    assert caught.value.__cause__ is not None
    assert [method for method, _, _ in far.calls].count("sendMessage") == 1
    assert errors.classify(caught.value).fate is Fate.UNSURE


ANSWERS = {
    "blocked": (told(403, "Forbidden: bot was blocked by the user"), Fate.GONE),
    "kicked": (told(403, "Forbidden: bot was kicked from the group chat"), Fate.GONE),
    "unknown chat": (told(400, "Bad Request: chat not found"), Fate.GONE),
    "flood": (told(429, "Too Many Requests: retry after 7", retry_after=7), Fate.WAIT),
    "moved": (told(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1007), Fate.MOVED),
    "unchanged": (told(400, "Bad Request: message is not modified: same content"), Fate.HARMLESS),
    "late": (told(400, "Bad Request: query is too old and response timeout expired"), Fate.HARMLESS),
    "edit": (told(400, "Bad Request: message to edit not found"), Fate.LOST_TARGET),
    "ours": (told(400, "Bad Request: message text is empty"), Fate.REFUSED),
    "token": (told(401, "Unauthorized"), Fate.MAYBE_TOKEN),
    "server": (told(500, "Internal Server Error"), Fate.UNSURE),
    "a proxy's 404": (proxied(404), Fate.MAYBE_TOKEN),
    "a proxy's 403": (proxied(403), Fate.UNSENT),
    "a proxy's 400": (proxied(400), Fate.UNSENT),
    "a proxy's 429": (proxied(429), Fate.WAIT),
    "a proxy's 502": (proxied(502), Fate.UNSURE),
    "a proxy's 200": (proxied(200), Fate.UNSURE),
    "a redirect": (proxied(302), Fate.UNSURE),
}


@pytest.mark.parametrize("name", ANSWERS)
async def test_what_the_server_answers_has_one_fate(name: str, bot: Bot, far: Telegram) -> None:
    far.answers["sendMessage"], fate = ANSWERS[name]
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(1, "hello")
    verdict = errors.classify(caught.value)
    assert verdict.fate is fate
    assert verdict.retry_after == {"flood": 7.0, "a proxy's 429": errors.WAIT_UNTOLD}.get(name)
    assert verdict.new_chat_id == (-1007 if name == "moved" else None)


@pytest.mark.parametrize("name", ANSWERS)
async def test_below_ptbs_objects_the_same_answer_is_the_same_error(
    name: str, bot: Bot, far: Telegram
) -> None:
    far.answers["sendMessage"], fate = ANSWERS[name]
    with pytest.raises(TelegramError) as above:
        await bot.send_message(1, "hello")
    with pytest.raises(TelegramError) as below:
        await call(bot, "sendMessage", {"chat_id": 1, "text": "hello"})
    assert type(below.value) is type(above.value)
    assert errors.classify(below.value) == errors.classify(above.value)
    assert errors.classify(below.value).fate is fate


async def test_ptb_takes_a_page_of_a_proxy_for_a_wrong_token(bot: Bot, far: Telegram) -> None:
    far.answers["sendMessage"] = proxied(404)
    with pytest.raises(InvalidToken, match="nginx"):
        await bot.send_message(1, "hello")


async def test_the_raw_way_through_ptb_is_classified_alike(bot: Bot, far: Telegram) -> None:
    far.answers["newerThanPtb"] = proxied(404)
    with pytest.raises(EndPointNotFound) as caught:
        await bot.do_api_request("newerThanPtb", {"chat_id": 1})
    assert errors.classify(caught.value).fate is Fate.MAYBE_TOKEN
