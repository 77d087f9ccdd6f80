"""The web side on aiohttp: Telegram's webhook and a health answer."""
