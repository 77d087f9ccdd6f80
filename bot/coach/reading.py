"""The cautious reader of what somebody writes about an attempt.

It reads only what is plainly said and abstains (None) otherwise: what it reads is shown to the person before
it counts, and a question more costs less than a wrong guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coach import reading_answers_english as answers
from bot.coach import reading_english as english
from bot.coach import reading_untried_english as untried
from bot.coach.model import RUNGS, KindOfNo, Outcome

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
    near = english.ASKED_KIN.search(text) is not None
    sentences = (sentence.strip() for sentence in english.SENTENCE.findall(text))
    return [
        sentence.rstrip(" .!,")
        for sentence in sentences
        if not sentence.endswith("?")
        and not english.QUESTION.search(sentence)
        and not english.OTHERS.search(sentence)
        and (near or not english.KIN.search(sentence))
    ]


def _outcome(sentences: list[str]) -> Outcome | None:
    said = " . ".join(sentences)
    if english.TAKEN_BACK.search(said):
        return None
    found: list[Outcome] = []
    for place, sentence in enumerate(sentences):
        found += _heard(sentence, " . ".join(sentences[:place]))
    return _settled(found, said) if found else _between_the_lines(sentences)


def _heard(sentence: str, before: str) -> list[Outcome]:
    """The outcomes one sentence speaks of, in order; a refusal with a counter-offer is partial."""
    if answers.PUT_OFF.search(sentence):
        return [Outcome.PENDING]
    if _counter_offer(sentence):
        return [Outcome.PARTIAL]
    found: list[Outcome] = []
    for clause in _clauses(sentence):
        found += _in_clause(clause) or _bare(clause.strip(), before)
        before += f" {clause}"
    if set(found) == {Outcome.NO, Outcome.YES} and answers.BUT_GAVE.search(sentence):
        return [Outcome.PARTIAL]
    return found


def _bare(clause: str, before: str) -> list[Outcome]:
    """A "no" or "yes" by itself: an answer only where the ask was told before it."""
    if answers.BARE_NO.search(clause) and answers.ASKED_FOR.search(before):
        return [Outcome.NO]
    if answers.BARE_YES.search(clause) and answers.ASKED_AT_LENGTH.search(before):
        return [Outcome.YES]
    return []


def _between_the_lines(sentences: list[str]) -> Outcome | None:
    """Where no answer is told in words: what was done, if it can mean one thing only."""
    clauses = [
        clause
        for sentence in sentences
        for clause in _clauses(sentence)
        if not english.HYPOTHETICAL.search(clause) or answers.SOFT.search(clause)
    ]
    found = {
        Outcome(outcome) for clause in clauses for outcome, told in untried.WEAKLY if told.search(clause)
    }
    if any(answers.REACTION.search(clause) or answers.SOFT.search(clause) for clause in clauses):
        found.add(Outcome.NO)
    return next(iter(found)) if len(found) == 1 else None


def _counter_offer(sentence: str) -> bool:
    if english.UNREAL.search(sentence):
        return False
    return answers.PARTIAL.search(sentence) is not None or _fewer_than_asked(sentence)


def _fewer_than_asked(sentence: str) -> bool:
    match = answers.AMOUNTS.search(sentence)
    asked, given = (_amount(match[name]) for name in ("asked", "given")) if match else (None, None)
    return asked is not None and given is not None and given < asked


def _amount(word: str) -> int | None:
    return int(word) if word.isdecimal() else english.NUMBERS.get(word)


def _clauses(sentence: str) -> list[str]:
    """Clauses; one that tells what was expected ends where it is told what came."""
    clauses = english.CLAUSE.split(sentence)
    return [
        part
        for clause in clauses
        for part in (english.CAME.split(clause) if english.EXPECTED.search(clause) else [clause])
    ]


def _in_clause(clause: str) -> list[Outcome]:
    """What one clause says; an ask that was not made has no answer."""
    if answers.PENDING.search(clause) and not english.WISHED.search(clause):
        return [Outcome.PENDING]
    if english.HYPOTHETICAL.search(clause):
        return []
    not_asked = [Outcome(outcome) for outcome, pattern in untried.UNTRIED if pattern.search(clause)]
    if not_asked:
        return not_asked
    return [
        outcome
        for outcome, pattern in ((Outcome.NO, answers.NO), (Outcome.YES, answers.YES))
        if pattern.search(clause)
    ]


def _settled(found: list[Outcome], said: str) -> Outcome | None:
    """One outcome, or none where what was said does not agree; where it turned, the last word counts."""
    different = set(found)
    if different == {Outcome.BACKED_OUT, Outcome.NOT_TRIED}:
        return Outcome.BACKED_OUT
    if Outcome.PARTIAL in different and different <= {Outcome.PARTIAL, Outcome.NO, Outcome.YES}:
        return Outcome.PARTIAL
    if len(different) == 1:
        unsaid = english.AT_FIRST.search(said) and not english.ENDED.search(said)
        return None if unsaid or (Outcome.NO in different and answers.TURNS_NO.search(said)) else found[-1]
    turned = different == {Outcome.NO, Outcome.YES} and english.TURNED.search(said)
    return found[-1] if turned and not english.SEVERAL.search(said) else None


def _kind_of_no(said: str) -> KindOfNo | None:
    kinds = [KindOfNo(kind) for kind, pattern in answers.KINDS if pattern.search(said)]
    return kinds[0] if len(kinds) == 1 else None


def _peak(said: str) -> int | None:
    """A rating of distress, if exactly one was given."""
    ratings = {_number(match) for match in english.PEAK.finditer(said)} - {None}
    if not ratings:
        ratings = {_number(match) for match in english.LONE.finditer(said)} - {None}
    return ratings.pop() if len(ratings) == 1 else None


def _number(match: re.Match[str]) -> int | None:
    word = next(group for group in match.groups() if group is not None)
    number = english.NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
    return number if number in RUNGS else None


def _feeling(said: str) -> str | None:
    """The one feeling somebody names as their own."""
    words = {english.FEELING_WORDS[match[1] or match[2]] for match in english.FEELING.finditer(said)}
    return words.pop() if len(words) == 1 else None
