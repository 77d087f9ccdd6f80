"""The real telegram.Bot over our transport, against a small server that answers, hangs, breaks and lies."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot, InputFile, InputMediaDocument, MessageEntity
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.telegram import errors
from bot.telegram.errors import Fate
from bot.telegram.transport import AiohttpRequest, Timeouts

TOKEN = "123456:" + "A" * 35
ME = {"id": 123456, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}
MESSAGE = {"message_id": 7, "date": 0, "chat": {"id": 1, "type": "private"}}
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Telegram:
    """The far side. `answers` replaces the usual answer to a method."""

    answers: dict[str, Answer] = field(default_factory=dict)
    calls: list[tuple[str, str, Any]] = field(default_factory=list)
    peers: set[tuple[str, int]] = field(default_factory=set)
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    hold: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        assert request.transport is not None
        self.peers.add(request.transport.get_extra_info("peername"))
        self.calls.append((method, request.content_type, await _read(request)))
        self.entered.set()
        if answer := self.answers.get(method):
            return await answer(request)
        return web.json_response({"ok": True, "result": ME if method == "getMe" else MESSAGE})

    async def hang(self, request: web.Request) -> web.StreamResponse:
        await self.hold.wait()
        return web.json_response({"ok": True, "result": MESSAGE})


async def _read(request: web.Request) -> Any:
    if request.content_type == "multipart/form-data":
        parts = {}
        async for part in await request.multipart():
            assert not isinstance(part, web.BaseRequest)
            parts[part.name] = (getattr(part, "filename", None), await part.read())  # type: ignore[union-attr]  # no nested parts here
        return parts
    body = await request.text()
    return json.loads(body) if body else None


@pytest.fixture
async def far() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    yield telegram
    telegram.hold.set()


@pytest.fixture
async def server(far: Telegram) -> AsyncIterator[TestServer]:
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", far.handle)
    server = TestServer(app)
    async with server:
        yield server
        far.hold.set()


def bot_at(url: str, request: AiohttpRequest) -> Bot:
    return Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=AiohttpRequest())


@pytest.fixture
async def bot(server: TestServer) -> AsyncIterator[Bot]:
    async with bot_at(str(server.make_url("")).rstrip("/"), AiohttpRequest(limit=2)) as bot:
        yield bot


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
    far.answers["sendMediaGroup"] = lambda _: _json({"ok": True, "result": [MESSAGE]})
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


async def test_a_url_that_is_none_sent_nothing() -> None:
    assert isinstance(await failure("http://"), errors.Unsent)


async def failure(url: str) -> TelegramError:
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError) as caught:
            await bot_at(url, request).get_me()
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    return caught.value


async def _json(body: Any, status: int = 200) -> web.StreamResponse:
    return web.json_response(body, status=status)


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


def told(code: int, text: str, **parameters: int) -> Answer:
    body = {"ok": False, "error_code": code, "description": text}
    return lambda _: _json(body | ({"parameters": parameters} if parameters else {}), code)


def proxied(code: int) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=code, text="<html>nginx</html>", content_type="text/html")

    return answer


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


async def test_ptb_takes_a_page_of_a_proxy_for_a_wrong_token(bot: Bot, far: Telegram) -> None:
    far.answers["sendMessage"] = proxied(404)
    with pytest.raises(InvalidToken, match="nginx"):
        await bot.send_message(1, "hello")


async def test_the_raw_way_through_ptb_is_classified_alike(bot: Bot, far: Telegram) -> None:
    far.answers["newerThanPtb"] = proxied(404)
    with pytest.raises(EndPointNotFound) as caught:
        await bot.do_api_request("newerThanPtb", {"chat_id": 1})
    assert errors.classify(caught.value).fate is Fate.MAYBE_TOKEN


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
    upload = Timeouts(read=1, write=2, connect=3, pool=4).for_aiohttp(upload=True)
    assert (upload.sock_read, upload.sock_connect, upload.connect, upload.total) == (1, 3, 7, 10)
    assert Timeouts(1, 2, 3, 4).for_aiohttp(upload=False).total is None
    assert Timeouts(None, 2, 3, 4).for_aiohttp(upload=True).total is None


def test_polling_learns_the_read_timeout() -> None:
    assert AiohttpRequest(read_timeout=12.5).read_timeout == 12.5
