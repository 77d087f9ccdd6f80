"""python-telegram-bot's requests over aiohttp: one session, errors that say what is certain.

May not know a method of the Bot API, retry, or log: the URL holds the token.
"""

from __future__ import annotations

import asyncio.sslproto
import json
from contextlib import suppress
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import aiohttp
import telegram
from telegram.request import BaseRequest, RequestData

from bot.telegram import errors
from bot.telegram.redact import Redact

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput  # PTB's own name for "a value, or not given"

JSON: Final = {"Content-Type": "application/json"}
UNGIVEN = BaseRequest.DEFAULT_NONE
# Raised before the first byte of a request is written. ClientConnectorError is DNS, refusal and TLS.
BEFORE_SENDING = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
# asyncio keeps 256 KB for each TLS connection, 130 MB for 512 at once; a record of TLS has 16 KB at the most
asyncio.sslproto.SSLProtocol.max_size = 32 * 1024


class Timeouts(NamedTuple):
    """Seconds; None waits for ever."""

    read: float | None
    write: float | None
    connect: float | None
    pool: float | None

    def with_given(self, *given: ODVInput[float]) -> Timeouts:
        """Return these with what the call gave, in the order of the fields."""
        return Timeouts(*(_chosen(new, mine) for new, mine in zip(given, self, strict=True)))


@lru_cache(64)
def for_aiohttp(given: Timeouts, upload: bool) -> aiohttp.ClientTimeout:
    """Map to aiohttp, whose `connect` spans the wait for a free connection and the connecting."""
    pooled = _sum(given.pool, given.connect)
    return aiohttp.ClientTimeout(
        # aiohttp has no limit on writing of its own; a download may last as long as bytes keep coming
        total=_sum(pooled, given.write, given.read) if upload else None,
        connect=pooled,
        sock_connect=given.connect,
        sock_read=given.read,
    )


def _chosen(given: ODVInput[float], default: float | None) -> float | None:
    return given if given is None or isinstance(given, float | int) else default


def _sum(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


class AiohttpRequest(BaseRequest):
    """Carry PTB's requests. Raises `errors.Unsent`, `errors.Unsure` or `errors.NoAnswer`."""

    __slots__ = ("_limit", "_proxy", "_redact", "_session", "_timeouts")

    def __init__(
        self,
        limit: int = 64,
        read_timeout: float | None = 20.0,
        write_timeout: float | None = 20.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 5.0,
        proxy: str | None = None,
    ) -> None:
        """Take connections at once, seconds, and an HTTP proxy's URL. Opens nothing before `initialize`."""
        self._limit = limit
        self._proxy = proxy
        self._redact = Redact()
        self._timeouts = Timeouts(read_timeout, write_timeout, connect_timeout, pool_timeout)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeouts.read

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._limit),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def renew(self) -> None:
        """Let go of every connection, those that only look alive too; the next request opens a new one."""
        await self.shutdown()
        await self.initialize()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = UNGIVEN,
        write_timeout: ODVInput[float] = UNGIVEN,
        connect_timeout: ODVInput[float] = UNGIVEN,
        pool_timeout: ODVInput[float] = UNGIVEN,
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body, whatever the status is."""
        timeouts = self._timeouts.with_given(read_timeout, write_timeout, connect_timeout, pool_timeout)
        return await self._exchange(method, url, timeouts, _body(request_data))

    async def call(self, url: str, parameters: dict[str, Any]) -> Any:
        """Call a method with plain data and return its result so; the errors are those PTB would raise."""
        status, answer = await self._exchange("POST", url, self._timeouts, _json(parameters))
        if status == HTTPStatus.OK:
            with suppress(ValueError, KeyError, TypeError):
                return json.loads(answer)["result"]
        return await Answered(status, answer).post(url)

    async def _exchange(
        self, method: str, url: str, timeouts: Timeouts, body: dict[str, Any]
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise errors.Unsent("the transport is not open")
        try:
            async with self._session.request(
                method,
                url,
                timeout=for_aiohttp(timeouts, method == "POST"),
                proxy=self._proxy,
                allow_redirects=False,  # following one would turn a POST into a GET and hand the token on
                **body,
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, OSError) as error:  # asyncio's TimeoutError is an OSError
            raise _typed(error) from self._shown(error)

    def _shown(self, error: Exception) -> Exception:
        """Return what tracebacks may show as the cause: some of aiohttp's errors quote the URL."""
        said = str(error)
        clean = self._redact.text(said)
        return error if clean == said else ConnectionError(f"{type(error).__name__}: {clean}")


class Answered(BaseRequest):
    """An answer that is here already, for PTB to say which error it is."""

    __slots__ = ("_answer",)
    read_timeout = None

    def __init__(self, status: int, answer: bytes) -> None:
        self._answer = status, answer

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is open."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        return self._answer


async def call(bot: telegram.Bot, method: str, parameters: dict[str, Any]) -> Any:
    """Call a method below PTB's objects: plain data there and back, the same errors."""
    request = cast("AiohttpRequest", bot.request)  # no bot of ours has another
    return await request.call(f"{bot.base_url}/{method}", parameters)


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if request_data.contains_files:
        return {"data": _form(request_data)}
    return _json(request_data.parameters)


def _json(parameters: dict[str, Any]) -> dict[str, Any]:
    """JSON keeps the types; a form would need every number and list encoded into text."""
    # the standard library's: 6 of 80 µs a message, and orjson's 1 would be 6 % for one more dependency
    return {"data": json.dumps(parameters).encode(), "headers": JSON} if parameters else {}


def _form(request_data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # Telegram takes names as UTF-8, not percent-encoded
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _typed(error: Exception) -> errors.Unsent | errors.Unsure:
    name = type(error).__name__
    if isinstance(error, BEFORE_SENDING):
        return errors.Unsent(f"not sent, {name}")
    if isinstance(error, TimeoutError):
        return errors.NoAnswer(f"no answer in time, {name}")
    return errors.Unsure(f"the connection broke, {name}")
