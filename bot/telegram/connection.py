"""Opens the connection to a Bot API server: Telegram's, or any other at BOT_API_URL."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import telegram
from telegram.error import InvalidToken, TelegramError

from bot.logbook import Event, note
from bot.telegram.transport import AiohttpRequest

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "poll")
AT_ONCE = 600  # connections: more than the sender's window, so that an answer to a button finds one too
TRIES_OF_A_TOKEN = 3  # a proxy's 404 looks like a wrong token once, not three times
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0

Pause = Callable[[float], Awaitable[None]]


class TokenRefused(Exception):
    """The server does not know the token."""


class Bot(telegram.Bot):
    """PTB's bot, whose connection for polling can be reached, to poll below PTB and to build it anew."""

    __slots__ = ("_polls",)

    def __init__(self, token: str, api_url: str) -> None:
        self._polls = AiohttpRequest(limit=1)
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=AiohttpRequest(limit=AT_ONCE),
            get_updates_request=self._polls,
        )

    @property
    def polls(self) -> AiohttpRequest:
        """The connection of long polls, which no other request uses."""
        return self._polls


async def connect(token: str, api_url: str, pause: Pause) -> Bot:
    """A bot that answered getMe. Waits for a server that can't be reached; TokenRefused for a wrong token."""
    bot = Bot(token, api_url)
    try:
        await _initialize(bot, pause)
    except BaseException:
        await bot.shutdown()
        raise
    return bot


async def _initialize(bot: Bot, pause: Pause) -> None:
    wait, refused = FIRST_PAUSE, 0
    while True:
        try:
            await bot.initialize()
        except InvalidToken as error:
            refused += 1
            if refused == TRIES_OF_A_TOKEN:
                raise TokenRefused(
                    "BOT_TOKEN: the Bot API server does not know it; take the one BotFather gave you"
                ) from error
        except TelegramError as error:
            note(Event.CONNECT_FAILED, because=type(error).__name__, again_in=wait)
        else:
            return
        await pause(wait)
        wait = min(wait * 2, LONGEST_PAUSE)


async def hook(bot: Bot, url: str, secret: str) -> None:
    """Have updates sent to our address."""
    await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)


async def poll_instead(bot: Bot) -> None:
    """Take a webhook away that an earlier run may have set; Telegram refuses polling beside one."""
    await bot.delete_webhook()
