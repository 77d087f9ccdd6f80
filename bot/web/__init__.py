"""The web side on aiohttp: Telegram's webhook, and what watches the bot: health, readiness, metrics."""
