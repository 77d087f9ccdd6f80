"""What the messages speak of: an ask, how far it has come, the thought a debrief ends on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.coach.model import Size


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of another person: a challenge of the bank or an ask of their own."""

    challenge: str | None
    own: str | None = None
    size: Size = Size.FULL


@dataclass(frozen=True, slots=True)
class Closer:
    """What was felt, and closer words for it: offered beside the next question, so that it costs no tap."""

    felt: str
    words: tuple[str, ...]


class Stage(StrEnum):
    """How far the challenge on the screen has come; it decides the buttons under it."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    OFF = "off"
    DONE = "done"
    GONE = "gone"  # swapped away, or of another day


class Reflection(StrEnum):
    """The one thought a debrief ends on (product.md section 4)."""

    NOTICE = "notice"  # the baseline: what did you notice, no technique
    STORY = "story"  # about you, the request, or their day?
    WORKED_OUT = "worked-out"  # what would it have looked like had it worked out
    OTHER_SIDE = "other-side"  # what was it like for them
    CHAPTER = "chapter"  # a chapter, not the end; give it 24 hours
    HELP = "help"  # ask them: what would you do in my place?
    THANKS = "thanks"  # leave a good last impression
    LEAN_IN = "lean-in"  # a strong reaction worth leaning into
    FUN = "fun"  # what would make the next one fun
    OBSTACLE = "obstacle"  # not attempted: what stood in the way, kindly
    FOOTHOLD = "foothold"  # not attempted: what half of it would look like
    NAME_IT = "name-it"  # where was it felt, what to call it
    STAYED = "stayed"  # you stayed until an answer came
    CREATION = "creation"  # the next ask as something small they make
