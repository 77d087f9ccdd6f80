"""What buddies may say to each other: ready lines by number, and words of their own that stay kind.

A ready line's number never changes what it says; its sentence stands in the words. Reads texts, keeps none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from bot.coach import debrief, ethics_english, safety, watch
from bot.coach.circles import unkind_english as english
from bot.coach.messages.buddies import NoWord
from bot.coach.model import Attempt, Size, State
from bot.coach.safety import Harsh
from bot.coach.watch import Heard

LONGEST = 300  # characters of an own word
MOST = 3  # words, or asks handed over, from one to another within a day
DAY = timedelta(days=1)
PATIENCE = timedelta(minutes=30)  # in which typed words still are the word that was asked for
HARD_AHEAD = 7  # distress from which an ask that is to come is a hard one
FRESH = timedelta(days=2)  # after which a hard one needs no cheering any more
SHOWN = 2  # ready lines of each sort, on a day
HARSH = frozenset({Heard.CONTEMPT, Heard.PUNISHMENT, Heard.HARSHNESS})


class Fit(StrEnum):
    """When a ready line fits."""

    BEFORE = "before"
    AFTER = "after"
    ANY = "any"


# numbered for ever: a line that is no longer offered leaves, its number is never given to another
READY: Mapping[int, Fit] = MappingProxyType(
    dict.fromkeys(range(1, 7), Fit.BEFORE)
    | dict.fromkeys(range(7, 13), Fit.AFTER)
    | dict.fromkeys(range(13, 19), Fit.ANY)
)


def ready(day: date) -> tuple[int, ...]:
    """The ready lines of a day, some of each sort; other days show others."""
    sorts = ([number for number, fit in READY.items() if fit is one] for one in Fit)
    return tuple(
        numbers[(day.toordinal() * SHOWN + at) % len(numbers)] for numbers in sorts for at in range(SHOWN)
    )


# --- their own words


def refused(words: str, language: str = "en") -> NoWord | None:
    """Why words do not go to a buddy; None for fine ones. Harshness is known in English only."""
    text = _plain(words)
    if len(words.strip()) > LONGEST:
        return NoWord.LONG
    if english.WAY_OUT.search(text):
        return NoWord.LINK
    return NoWord.HARSH if _harsh(text, language) else None


def seen(words: str) -> bool:
    """Whether there is anything to see."""
    return bool(_plain(words).strip())


def _plain(text: str) -> str:
    """As it is read: one width, one case, and nothing that cannot be seen."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(char for char in wide if unicodedata.category(char) != "Cf").casefold()


def _harsh(text: str, language: str) -> bool:
    plain = safety.normalised(text)
    sexual = (way.pattern for way in ethics_english.BROKEN["sexual"])
    if any(pattern.search(plain) for pattern in (*english.UNKIND, *sexual)):
        return True
    return safety.harsh(text, language) is Harsh.OTHERS or watch.heard(text, language) in HARSH


def enough(words_of_a_day: int) -> bool:
    """Whether somebody had as many words from one person as they get in a day."""
    return words_of_a_day >= MOST


# --- when a buddy can be asked for a word


def before_hard(attempt: Attempt) -> bool:
    """Whether it is a hard one that is about to be asked."""
    ahead = attempt.state is State.ACCEPTED and not debrief.begun(attempt)
    return ahead and attempt.size is not Size.IMAGINAL and (attempt.facts.anticipated or 0) >= HARD_AHEAD


def after_hard(attempt: Attempt, now: datetime) -> bool:
    """Whether it was a hard one, and lately."""
    fresh = attempt.closed_at is not None and now - attempt.closed_at <= FRESH
    return attempt.state is State.DONE and debrief.hard(attempt) and fresh
