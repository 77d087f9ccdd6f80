"""What goes into a thank-you note after a no: a pure choice of facts, the sentences are made in `words`.

Their own words are used only where they can stand in a note to the other person: short, kind, no numbers, no
addresses, no talk about anybody else. What is not clearly fine is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.coach import safety
from bot.coach.model import Facts, Kind, KindOfNo, Outcome
from bot.coach.safety import Crisis

LONGEST_ABOUT, LONGEST_LEARNED = 40, 90


class Tone(StrEnum):
    PLAIN = "plain"
    SHORTER = "shorter"
    WARMER = "warmer"


class Gesture(StrEnum):
    """What the other person did beside saying no, as the story tells it."""

    EXPLAINED = "explained"
    SUGGESTED = "suggested"
    LISTENED = "listened"
    WISHED = "wished"
    SMILED = "smiled"


@dataclass(frozen=True, slots=True)
class Note:
    """What a note is made of; `about` and `learned` are their words, and safe to send."""

    kind: Kind | None
    partial: bool
    no: KindOfNo | None
    about: str | None = None
    learned: str | None = None
    gesture: Gesture | None = None


_GESTURES = (  # of lower-case text without apostrophes; what is most worth a thank-you goes first
    (Gesture.EXPLAINED, r"\b(?:explained|told me why|gave me (?:a|the|his|her|their) reasons?)\b"),
    (Gesture.SUGGESTED, r"\b(?:suggested|recommended|pointed me to|told me to try|gave me a tip)\b"),
    (Gesture.LISTENED, r"\b(?:listened|heard me out|took (?:the|his|her|their) time)\b"),
    (Gesture.WISHED, r"\bwished me\b"),
    (Gesture.SMILED, r"\b(?:he|she|they|who|and|guy|lady|man|woman) smiled\b"),
)
GESTURES = tuple((gesture, re.compile(pattern)) for gesture, pattern in _GESTURES)
_DENIED = re.compile(r"\b(?:didnt|did not|never|nobody|without|barely|hardly)\b[^.]*$")

# The thing that was asked for: "ask my boss for Fridays off", "I asked her for a tour and she said no".
_ABOUT = re.compile(
    r"^(?:(?:i )?ask(?:ed)?\b[^.,;\n]*? )?for (.+?)"
    r"(?:\s+(?:and|but|then|because|so|when|while|today|yesterday|tomorrow)\b|[.,;!?\n]|$)",
    re.IGNORECASE,
)
_REACHABLE = re.compile(r"\d|@|www|http|\.\w{2,}|[#/\\<>]")
_OF_ANOTHER = re.compile(
    r"\b(?:he|she|they|him|her|hers|his|them|their|theirs|himself|herself|guys?|man|woman|lady|girl|boy"
    r"|boss|manager|cashier|waiter|waitress|clerk|barista|somebody|someone|that one)\b",
    re.IGNORECASE,
)
_UNKIND = re.compile(
    r"\b(?:hate\w*|stupid|idiot\w*|awful|terrible|horrible|rude|mean|cold|never again|worst|useless|pathetic"
    r"|waste\w*|damn|hell|shit\w*|fuck\w*|crap|ugly|wrong|fault|sorry|fail\w*|embarrass\w*|revenge|jerk\w*)\b",
    re.IGNORECASE,
)


def note(facts: Facts, own: str | None, kind: Kind | None, language: str) -> Note:
    """Choose what a note says. In a language it cannot read no words of theirs are used."""
    no = facts.kind_of_no
    partial = facts.outcome is Outcome.PARTIAL
    if language != "en":
        return Note(kind, partial, no)
    return Note(kind, partial, no, _about(own), _learned(facts.learned), _gesture(facts.story))


def _about(own: str | None) -> str | None:
    found = _ABOUT.search(own.strip()) if own else None
    if found is None:
        return None
    thing = " ".join(found[1].split())
    return thing if len(thing) <= LONGEST_ABOUT and _fit(thing) else None


def _learned(words: str | None) -> str | None:
    if words is None or "\n" in words.strip() or "?" in words:
        return None
    said = words.strip().rstrip(".! ")
    enough = len(said.split()) >= 3
    return said if enough and len(said) <= LONGEST_LEARNED and _fit(said) else None


def _fit(words: str) -> bool:
    """Whether words can be sent to the other person as they are."""
    if _REACHABLE.search(words) or _OF_ANOTHER.search(words) or _UNKIND.search(words):
        return False
    return safety.crisis(words) is Crisis.NONE and safety.harsh(words) is None


def _gesture(story: str | None) -> Gesture | None:
    """The kindest thing the story tells of the other person."""
    told = (story or "").casefold().replace("'", "").replace("’", "")
    for gesture, pattern in GESTURES:
        found = pattern.search(told)
        if found is not None and not _DENIED.search(told[: found.start()]):
            return gesture
    return None
