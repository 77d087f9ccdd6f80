"""Messages without a database: our transport below PTB's objects, and stock PTB over httpx."""

from __future__ import annotations

import telegram
from telegram.request import HTTPXRequest

from bot.telegram import connection, transport
from tests.benchmarks.figures import AT_ONCE, KEYS, MESSAGE, TEXT, TOKEN, Figures, at_once

KEYBOARD = telegram.InlineKeyboardMarkup.de_json(KEYS)


def stock_bot(url: str, lanes: int = AT_ONCE) -> telegram.Bot:
    request = HTTPXRequest(connection_pool_size=lanes, pool_timeout=60, read_timeout=60)
    return telegram.Bot(TOKEN, base_url=f"{url}/bot", request=request)


async def plain(url: str, seconds: float, lanes: int) -> Figures:
    """Our transport below PTB's objects."""
    async with connection.Bot(TOKEN, url) as bot:
        return await at_once(lambda: transport.call(bot, "sendMessage", MESSAGE), seconds, lanes)


async def stock(url: str, seconds: float, lanes: int) -> Figures:
    async with stock_bot(url, lanes) as bot:
        return await at_once(
            lambda: bot.send_message(7, TEXT, parse_mode="HTML", reply_markup=KEYBOARD), seconds, lanes
        )
