"""Ask Anyway: a Telegram coach for rejection practice."""

__version__ = "0.1.0"
