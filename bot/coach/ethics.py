"""Whether an ask in the person's own words respects the one who is asked; if not, which rule it breaks.

Decides from the text alone. It fails closed: what it cannot read is UNREADABLE, never silently fine. It is no
judge of people; it looks for words, so the reason it gives must be said as "this sounds like", with a way on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.coach import ethics_english as english
from bot.coach import ethics_words_english as words
from bot.coach import safety

LONGEST = 300  # characters; an ask is a sentence or two, a story is no ask
SHORT = 3  # words; "free coffee refill" proves no language and needs no proof
FOREIGN = 5  # one letter in so many may be of a script that is not read
# Letters of Latin alphabets that do not come apart into a plain one and an accent.
LATIN = frozenset("ßæœøłđðþı")
MIXED = re.compile(r"[a-z][^\W\d_a-zßæœøłđðþı]|[^\W\d_a-zßæœøłđðþı][a-z]")


class Rule(StrEnum):
    """The rules of product.md, section 8, the gravest for the other person first."""

    MINORS = "minors"  # asks children or teenagers who are not the person's own
    SEXUAL = "sexual"
    DEPENDENT = "dependent"  # asks patients, pupils, employees: people in one's power
    FILMING = "filming"  # films, records or streams people who did not agree
    PRESSURE = "pressure"  # does not take a no, or asks the same person again
    ROMANTIC_AT_WORK = "romantic-at-work"  # courts a colleague, or staff who cannot walk away
    ILLEGAL = "illegal"
    HARM = "harm"  # violence, threats, revenge
    UNSAFE = "unsafe"  # puts the person or somebody else in danger
    INSULT = "insult"  # about looks, origin, faith, body; or plainly rude
    PRIVATE = "private"  # secrets, accounts, addresses, health of others
    DISHONEST = "dishonest"
    MONEY = "money"  # real money from strangers, savings, loans, begging, gambling
    COSTLY = "costly"  # much time, work or goods
    STAFF_AT_PEAK = "staff-at-peak"
    UNREADABLE = "unreadable"  # empty, too long, without letters, or in a language without rules


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of one language. `broken` is looked through in its order."""

    spellings: tuple[tuple[str, str], ...]
    harmless: re.Pattern[str]
    avoided: re.Pattern[str]
    partner: re.Pattern[str]
    others: tuple[frozenset[str], frozenset[str]]  # words of other languages, and words that prove this one
    broken: tuple[tuple[Rule, tuple[words.Words, ...]], ...]


ENGLISH = Language(
    words.SPELLINGS,
    words.HARMLESS,
    words.AVOIDED,
    words.PARTNER,
    (words.NOT_ENGLISH, words.ENGLISH),
    tuple((Rule(name), ways) for name, ways in english.BROKEN.items()),
)
LANGUAGES = {"en": ENGLISH}


def broken(text: str, language: str = "en") -> Rule | None:
    """Name the rule that an ask in the person's own words breaks; None for a fine one. Never raises."""
    known = LANGUAGES.get(language.partition("-")[0])
    if known is None or not _readable(text):
        return Rule.UNREADABLE
    plain = _plain(text, known)
    if not re.search("[a-z]{2}", plain) or _of_another_language(plain, known):
        return Rule.UNREADABLE
    return next(_found(plain, known), None)


def _readable(text: str) -> bool:
    """Whether the text has the length of an ask and letters this room can read."""
    if len(text) > LONGEST:
        return False
    spread = "".join(
        char for char in unicodedata.normalize("NFKD", text).casefold() if unicodedata.category(char) != "Mn"
    )
    letters = [char for char in spread if char.isalpha()]
    foreign = sum(not ("a" <= char <= "z" or char in LATIN) for char in letters)
    return foreign * FOREIGN <= len(letters) and not MIXED.search(spread)


def _plain(text: str, known: Language) -> str:
    """Read as the words of crisis are read; before it, amounts become words, since signs do not survive."""
    plain = safety.normalised(words.amounts(text), safety.ENGLISH)
    for written, meant in known.spellings:
        plain = plain.replace(written, meant)
    return known.harmless.sub(" _ ", plain)


def _of_another_language(plain: str, known: Language) -> bool:
    """Whether more words are of other languages than prove this one; a longer ask has to prove it."""
    foreign, own = known.others
    said = set(plain.split())
    proof = len(said & own)
    return len(said & foreign) > proof or (len(said) > SHORT and not proof)


def _found(plain: str, known: Language) -> Iterator[Rule]:
    own_partner = bool(known.partner.search(plain))
    for rule, ways in known.broken:
        if rule is Rule.SEXUAL and own_partner:
            continue
        if any(_says(way, plain, known) for way in ways):
            yield rule


def _says(way: words.Words, plain: str, known: Language) -> bool:
    """Whether the words are there and meant: not "ask him to stop ...", not "without ...-ing"."""
    return any(
        way.always or not known.avoided.search(plain[max(0, match.start() - 40) : match.start()])
        for match in way.pattern.finditer(plain)
    )
