"""Messages without a database: our transport below PTB's objects, and stock PTB over httpx."""

from __future__ import annotations

import telegram
from telegram.request import HTTPXRequest

from bot.telegram import connection, transport
from tests.benchmarks.figures import AT_ONCE, KEYS, TEXT, TOKEN, Figures, at_once

KEYBOARD = telegram.InlineKeyboardMarkup.de_json(KEYS)


def stock_bot(url: str) -> telegram.Bot:
    request = HTTPXRequest(connection_pool_size=AT_ONCE, pool_timeout=60, read_timeout=60)
    return telegram.Bot(TOKEN, base_url=f"{url}/bot", request=request)


async def plain(url: str, seconds: float) -> Figures:
    """Our transport below PTB's objects."""
    async with connection.Bot(TOKEN, url) as bot:
        given = {"chat_id": 7, "text": TEXT, "parse_mode": "HTML", "reply_markup": KEYS}
        return await at_once(lambda: transport.call(bot, "sendMessage", given), seconds)


async def stock(url: str, seconds: float) -> Figures:
    async with stock_bot(url) as bot:
        return await at_once(
            lambda: bot.send_message(7, TEXT, parse_mode="HTML", reply_markup=KEYBOARD), seconds
        )
