"""The words: what the coach decided, turned into sentences and buttons. No rule, no clock, no Telegram."""
