"""Messages without a database, by aiogram; a module of its own, so that only its run holds it in memory."""

from __future__ import annotations

import ssl

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardMarkup

from tests.benchmarks.figures import KEYS, TEXT, TOKEN, Figures, at_once


async def aiograms(url: str, seconds: float, lanes: int) -> Figures:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url), limit=lanes)
    # it believes certifi alone; the others believe SSL_CERT_FILE, where the server's certificate is
    session._connector_init["ssl"] = ssl.create_default_context()
    keyboard = InlineKeyboardMarkup.model_validate(KEYS)
    async with Bot(TOKEN, session=session) as bot:
        return await at_once(
            lambda: bot.send_message(7, TEXT, parse_mode="HTML", reply_markup=keyboard), seconds, lanes
        )
