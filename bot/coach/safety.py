"""Words of crisis and harsh words, looked for before anything else reads a text.

Decides from the text alone and keeps none of it. Where a sentence is truly unclear it errs towards help:
a needless help line costs a moment, a missed one may cost a life.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from bot.coach import acute_english, idioms_english, passive_english
from bot.coach import safety_english as english


class Crisis(StrEnum):
    NONE = "none"
    PASSIVE = "passive"  # tier 2: not wanting to be here, or somebody else at risk; support and help lines
    ACUTE = "acute"  # tier 1: intent, plan, means, self-harm, goodbye; the coach stops coaching


class Harsh(StrEnum):
    SELF = "self"  # punishing themself
    OTHERS = "others"  # contempt for the other person, or joy in their discomfort


@dataclass(frozen=True, slots=True)
class Language:
    """What the reader of crisis knows of one language."""

    spellings: tuple[tuple[str, str], ...]
    idioms: tuple[idioms_english.Idiom, ...]
    acute: tuple[english.Rule, ...]
    passive: tuple[english.Rule, ...]
    self_harsh: re.Pattern[str]
    pride: re.Pattern[str]
    others_harsh: re.Pattern[str]


ENGLISH = Language(
    idioms_english.SPELLINGS,
    idioms_english.IDIOMS,
    acute_english.ACUTE,
    passive_english.PASSIVE,
    english.SELF_HARSH,
    english.PRIDE,
    english.OTHERS_HARSH,
)
# An unknown language is read as English: people swear, joke and despair in it everywhere.
LANGUAGES = {"en": ENGLISH}

LAUGHTER = str.maketrans(dict.fromkeys("😂🤣😅😆😹", " lol "))
SYMBOLS = str.maketrans({"'": "", "’": "", "‘": "", "`": "", "´": "", "ʼ": "", "\n": ".", ",": " "})
LETTERLIKE = str.maketrans("103@$!*", "ioeasii")
DISGUISED = re.compile(r"(?<=[a-z])[103@$!*]+(?=[a-z])")
ELONGATED = re.compile(r"([a-z])\1\1+")
STOPS = re.compile(r"[.?!;]+")
NOISE = re.compile(r"[^a-z0-9.]+")
CLAUSE = 90  # characters before a match that may still tell whom it is about
DENIAL = 45  # and those that may deny it


def crisis(text: str, language: str = "en") -> Crisis:
    """Say how grave the words of `text` are. Never raises, reads any text in linear time."""
    known = LANGUAGES.get(language, ENGLISH)
    found = _read(text, known)
    if found is not Crisis.ACUTE and "\n" in text:  # a new line ends a thought, or only a line
        return max(found, _read(text.replace("\n", " "), known), key=_gravity)
    return found


def _read(text: str, known: Language) -> Crisis:
    plain = _without_idioms(normalised(text, known), known)
    found = Crisis.NONE
    for rule in known.acute:
        found = max(found, _weighed(rule, plain), key=_gravity)
        if found is Crisis.ACUTE:
            return found
    if found is Crisis.NONE and any(_passive(rule, plain) for rule in known.passive):
        return Crisis.PASSIVE
    return found


def harsh(text: str, language: str = "en") -> Harsh | None:
    """Say whether the words punish the writer or the other person; the writer goes first."""
    known = LANGUAGES.get(language, ENGLISH)
    plain = normalised(text, known)
    if _self_harsh(plain, known):
        return Harsh.SELF
    return Harsh.OTHERS if known.others_harsh.search(plain) else None


def _self_harsh(plain: str, known: Language) -> bool:
    match = known.self_harsh.search(plain)
    if match is None or english.DENIED.search(plain[max(0, match.start() - DENIAL) : match.start()]):
        return False
    return not ("deserve" in match[0] and known.pride.search(plain))


def normalised(text: str, language: Language = ENGLISH) -> str:
    """Lower-case words with single spaces, " . " after a clause, disguises and usual misspellings undone."""
    if not text.isascii():
        text = _as_letters(text)
    text = DISGUISED.sub(lambda found: found[0].translate(LETTERLIKE), text.casefold().translate(SYMBOLS))
    text = ELONGATED.sub(r"\1", NOISE.sub(" ", STOPS.sub(" . ", text)))
    text = f" {' '.join(text.split())} "
    for written, meant in language.spellings:
        text = text.replace(written, meant)
    return text


def _as_letters(text: str) -> str:
    """Undo styled letters, accents and invisible characters."""
    spread = unicodedata.normalize("NFKD", text.translate(LAUGHTER))
    return "".join(char for char in spread if unicodedata.category(char) not in ("Mn", "Cf"))


def _gravity(tier: Crisis) -> int:
    return list(Crisis).index(tier)


def _without_idioms(plain: str, known: Language) -> str:
    for idiom in known.idioms:
        if idiom.stem in plain:
            plain = idiom.pattern.sub(" _ ", plain)
    return plain


def _weighed(rule: english.Rule, plain: str) -> Crisis:
    """The gravest reading of all the places where an acute rule matches."""
    if not any(stem in plain for stem in rule.stems):
        return Crisis.NONE
    joking = rule.jokes and bool(english.JOKE.search(plain))
    found = Crisis.NONE
    for match in rule.pattern.finditer(plain):
        if not joking and not _softened(rule, plain, match):
            return Crisis.ACUTE
        found = Crisis.PASSIVE
    return found


def _softened(rule: english.Rule, plain: str, match: re.Match[str]) -> bool:
    """Whether it is denied, or said of or by somebody else: still worth support."""
    core = match.start("core") if "core" in rule.pattern.groupindex else match.start()
    before = plain[max(0, core - CLAUSE) : core].rpartition(" . ")[2]
    if english.DENIED.search(before[-DENIAL:]) or _told(before):
        return True
    return not rule.own and _of_another(before)


def _told(before: str) -> bool:
    """Whether somebody else said it to the writer; voices in the head are not somebody else."""
    return bool(english.TOLD.search(before[-DENIAL:])) and not english.VOICES.search(before)


def _of_another(before: str) -> bool:
    """Whether the last person named before the words is not the writer."""
    people = english.PEOPLE.findall(before)
    return bool(people) and people[-1] not in english.ME


def _passive(rule: english.Rule, plain: str) -> bool:
    if not any(stem in plain for stem in rule.stems):
        return False
    return bool(rule.pattern.search(plain)) and not (rule.jokes and english.JOKE.search(plain))
