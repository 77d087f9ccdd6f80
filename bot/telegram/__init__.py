"""The only room that knows python-telegram-bot: updates in, messages out."""
