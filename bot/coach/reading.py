"""The cautious reader of what somebody writes about an attempt.

It reads only what is plainly said and abstains (None) otherwise: what it reads is shown to the person before
it counts, and a question more costs less than a wrong guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coach import reading_english as english
from bot.coach.model import RUNGS, KindOfNo, Outcome

# In the order of buttons: a few plain words first, finer ones later.
FEELINGS = (
    "relieved",
    "proud",
    "light",
    "disappointed",
    "embarrassed",
    "tense",
    "curious",
    "calm",
    "hurt",
    "angry",
    "numb",
    "amused",
)
READ = 600  # characters; what happened stands at the beginning


@dataclass(frozen=True, slots=True)
class Reading:
    """What was plainly said; None is "not said"."""

    outcome: Outcome | None = None
    attempted: bool | None = None
    kind_of_no: KindOfNo | None = None
    peak: int | None = None
    feeling: str | None = None


def read(text: str, language: str = "en") -> Reading:
    """Read a story. Never raises; in a language it does not know it reads nothing."""
    if language != "en":
        return Reading()
    sentences = _told(english.plain(text[:READ]))
    outcome = _outcome(sentences)
    said = " . ".join(sentences)
    return Reading(
        outcome,
        None if outcome is None else outcome.attempted,
        _kind_of_no(said) if outcome is Outcome.NO else None,
        _peak(said),
        _feeling(said),
    )


def _told(text: str) -> list[str]:
    """The sentences that tell something: no questions, nothing about somebody else's ask."""
    sentences = (sentence.strip() for sentence in english.SENTENCE.findall(text))
    return [
        sentence.rstrip(" .!")
        for sentence in sentences
        if not sentence.endswith("?")
        and not english.QUESTION.search(sentence)
        and not english.OTHERS.search(sentence)
    ]


def _outcome(sentences: list[str]) -> Outcome | None:
    found: set[Outcome] = set()
    for sentence in sentences:
        if english.TAKEN_BACK.search(sentence):
            return None
        found |= _heard(sentence)
    return _settled(found)


def _heard(sentence: str) -> set[Outcome]:
    """The outcomes one sentence speaks of; a refusal with a counter-offer is partial."""
    if english.PARTIAL.search(sentence) and not english.HYPOTHETICAL.search(sentence):
        return {Outcome.PARTIAL}
    found: set[Outcome] = set()
    for clause in english.CLAUSE.split(sentence):
        found |= _in_clause(clause)
    if found == {Outcome.NO, Outcome.YES} and english.BUT_GAVE.search(sentence):
        return {Outcome.PARTIAL}
    return found


def _in_clause(clause: str) -> set[Outcome]:
    """What one clause says; an ask that was not made has no answer."""
    if english.PENDING.search(clause) and not english.WISHED.search(clause):
        return {Outcome.PENDING}
    if english.HYPOTHETICAL.search(clause):
        return set()
    untried = {Outcome(outcome) for outcome, pattern in english.UNTRIED if pattern.search(clause)}
    return untried or {Outcome(outcome) for outcome, pattern in english.ANSWERS if pattern.search(clause)}


def _settled(found: set[Outcome]) -> Outcome | None:
    """One outcome, or none where what was said does not agree."""
    if found == {Outcome.BACKED_OUT, Outcome.NOT_TRIED}:
        return Outcome.BACKED_OUT
    if found == {Outcome.PARTIAL, Outcome.NO}:
        return Outcome.PARTIAL
    return next(iter(found)) if len(found) == 1 else None


def _kind_of_no(said: str) -> KindOfNo | None:
    kinds = [KindOfNo(kind) for kind, pattern in english.KINDS if pattern.search(said)]
    return kinds[0] if len(kinds) == 1 else None


def _peak(said: str) -> int | None:
    """A rating of distress, if exactly one was given."""
    ratings = {_number(match) for match in english.PEAK.finditer(said)} - {None}
    return ratings.pop() if len(ratings) == 1 else None


def _number(match: re.Match[str]) -> int | None:
    word = next(group for group in match.groups() if group is not None)
    number = english.NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
    return number if number in RUNGS else None


def _feeling(said: str) -> str | None:
    """The one feeling somebody names as their own."""
    words = {english.FEELING_WORDS[match[1] or match[2]] for match in english.FEELING.finditer(said)}
    return words.pop() if len(words) == 1 else None
