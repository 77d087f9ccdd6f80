"""Messages without a database, by aiogram; a module of its own, so that only its run holds it in memory."""

from __future__ import annotations

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardMarkup

from tests.benchmarks.figures import KEYS, TEXT, TOKEN, Figures, at_once


async def aiograms(url: str, seconds: float) -> Figures:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    keyboard = InlineKeyboardMarkup.model_validate(KEYS)
    async with Bot(TOKEN, session=session) as bot:
        return await at_once(
            lambda: bot.send_message(7, TEXT, parse_mode="HTML", reply_markup=keyboard), seconds
        )
