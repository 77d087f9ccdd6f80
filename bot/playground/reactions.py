"""The reactions that everybody has on Telegram, bots too. Data only."""

from __future__ import annotations

SELECTOR = "\ufe0f"
SIMPLE = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴"
    "😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡"
)
JOINED = frozenset({"❤\u200d🔥", "👨\u200d💻", "🤷\u200d♂", "🤷\u200d♀"})


def allowed(emoji: object) -> bool:
    """Whether this is one of them, written with or without a variation selector."""
    return isinstance(emoji, str) and emoji.replace(SELECTOR, "") in SIMPLE | JOINED
