"""python-telegram-bot's requests over aiohttp: one session, errors that say what is certain.

May not know a method of the Bot API, retry, or log: the URL holds the token.
"""

from __future__ import annotations

import json
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


class Timeouts(NamedTuple):
    """Seconds; None waits for ever."""

    read: float | None
    write: float | None
    connect: float | None
    pool: float | None

    def with_given(self, *given: ODVInput[float]) -> Timeouts:
        """Return these with what the call gave, in the order of the fields."""
        return Timeouts(*(_chosen(new, mine) for new, mine in zip(given, self, strict=True)))

    def for_aiohttp(self, upload: bool) -> aiohttp.ClientTimeout:
        """Map to aiohttp, whose `connect` spans the wait for a free connection and the connecting."""
        pooled = _sum(self.pool, self.connect)
        return aiohttp.ClientTimeout(
            # aiohttp has no limit on writing of its own; a download may last as long as bytes keep coming
            total=_sum(pooled, self.write, self.read) if upload else None,
            connect=pooled,
            sock_connect=self.connect,
            sock_read=self.read,
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
        try:
            return await self._exchange(method, url, timeouts, request_data)
        except (aiohttp.ClientError, OSError) as error:  # asyncio's TimeoutError is an OSError
            raise _typed(error) from self._shown(error)

    async def _exchange(
        self, method: str, url: str, timeouts: Timeouts, request_data: RequestData | None
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise errors.Unsent("the transport is not open")
        async with self._session.request(
            method,
            url,
            timeout=timeouts.for_aiohttp(upload=method == "POST"),
            proxy=self._proxy,
            allow_redirects=False,  # following one would turn a POST into a GET and hand the token on
            **_body(request_data),
        ) as response:
            return response.status, await response.read()

    def _shown(self, error: Exception) -> Exception:
        """Return what tracebacks may show as the cause: some of aiohttp's errors quote the URL."""
        said = str(error)
        clean = self._redact.text(said)
        return error if clean == said else ConnectionError(f"{type(error).__name__}: {clean}")


class Plain:
    """Parameters that are plain data: PTB's own would take them apart and put them together again."""

    __slots__ = ("parameters",)
    contains_files = False

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.parameters = parameters


async def call(bot: telegram.Bot, method: str, parameters: dict[str, Any]) -> Any:
    """Call a method below PTB's objects: plain data there and back, the same errors."""
    # `_body` below is the only reader of what PTB hands through
    given = cast("RequestData", Plain(parameters))
    return await bot.request.post(f"{bot.base_url}/{method}", given)


def _body(request_data: RequestData | Plain | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if request_data.contains_files:
        return {"data": _form(cast("RequestData", request_data))}
    if not (parameters := request_data.parameters):
        return {}
    # JSON keeps the types; a form would need every number and list encoded into text
    payload = json.dumps(parameters).encode()
    return {"data": payload, "headers": JSON}


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
