"""What people see of the bot before it speaks: its commands, per scope and language."""

from __future__ import annotations

from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.words import commands

LANGUAGES = ("en",)


async def introduce(bot: Bot) -> None:
    """Register the commands with Telegram; raises TelegramError."""
    for language in LANGUAGES:
        # the first language is also what people of all others see
        code = None if language == LANGUAGES[0] else language
        await bot.set_my_commands(
            commands.private(language), scope=BotCommandScopeAllPrivateChats(), language_code=code
        )
        await bot.set_my_commands(
            commands.group(language), scope=BotCommandScopeAllGroupChats(), language_code=code
        )
