"""Words for a feeling: a few plain ones first, finer ones of the same family as somebody gets used to them.

Naming a feeling finely takes some of its force (science.md), so the vocabulary grows with the debriefs.
"""

from __future__ import annotations

# In the order of buttons; each tier adds to the one before.
PLAIN = (
    ("proud", "relieved", "calm", "tense", "embarrassed", "disappointed"),
    ("curious", "hurt", "angry"),
    ("amused", "light", "numb"),
)
FINER = {
    "proud": ("pleased", "bold", "strong"),
    "relieved": ("grateful", "reassured", "at ease"),
    "calm": ("steady", "settled", "content"),
    "tense": ("jittery", "braced", "on edge"),
    "embarrassed": ("awkward", "exposed", "sheepish"),
    "disappointed": ("let down", "deflated", "wistful"),
    "curious": ("surprised", "intrigued", "puzzled"),
    "hurt": ("stung", "left out", "tender"),
    "angry": ("irritated", "frustrated", "indignant"),
    "amused": ("playful", "giddy", "tickled"),
    "light": ("hopeful", "lifted", "bubbly"),
    "numb": ("empty", "drained", "distant"),
}
FEELINGS = (*(word for tier in PLAIN for word in tier), *(word for words in FINER.values() for word in words))
TIER_EVERY = 10  # debriefs
SHOWN_FINER = (0, 2, 3)  # by tier: how many finer words are offered beside the next question
_JOYFUL = ("proud", "curious", "amused", "light")
JOY = frozenset((*_JOYFUL, *(word for family in _JOYFUL for word in FINER[family])))


def tier(debriefs: int) -> int:
    """How fine the words may be after so many debriefs: 0, 1 or 2."""
    return min(debriefs // TIER_EVERY, len(PLAIN) - 1)


def plain(fineness: int) -> tuple[str, ...]:
    """The words to choose from at once."""
    return tuple(word for words in PLAIN[: fineness + 1] for word in words)


def finer(feeling: str | None, fineness: int) -> tuple[str, ...]:
    """The closer words of a plain one; none for a word that is fine already, or their own."""
    return FINER.get(feeling or "", ())[: SHOWN_FINER[fineness]]


def refines(word: str, feeling: str | None) -> bool:
    """Whether a word is a finer one of what was felt."""
    return word in FINER.get(feeling or "", ())
