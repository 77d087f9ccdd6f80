"""The ladder, as messages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coach.ethics import Rule
from bot.coach.messages.asks import Ask
from bot.coach.model import Domain


@dataclass(frozen=True, slots=True)
class LadderAsk:
    """One ask on the ladder; `item` names it in buttons, `guess`: nobody rated it yet."""

    item: str
    ask: Ask
    rating: int
    guess: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """/ladder: the asks of a domain, least frightening first. `domains`: all they practise in.
    `again`: how many may be rated again, since two weeks went by, or (`moved`) asks felt far off."""

    domain: Domain
    domains: tuple[Domain, ...]
    asks: tuple[LadderAsk, ...]
    again: int = 0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Asks felt far off their rating or guess, more than once: rate a few again?"""

    domain: Domain


@dataclass(frozen=True, slots=True)
class AskRating:
    """How frightening is it? `left`: ratings of this round, this one included; 0: only this one.
    `again`: they rate what they rated before."""

    domain: Domain
    ask: LadderAsk
    left: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskAhead:
    """After a debrief: how strong would this one feel, that may come? `more`: an answer brings another."""

    ask: Ask
    more: bool = False


@dataclass(frozen=True, slots=True)
class HeardAhead:
    """What they said of it, or that they left it (None)."""

    ask: Ask
    rating: int | None


@dataclass(frozen=True, slots=True)
class OneAsk:
    """One ask of the ladder and what can be done with it. `goal`: what an own one is good for."""

    domain: Domain
    ask: LadderAsk
    goal: str | None = None


@dataclass(frozen=True, slots=True)
class AskForOwn:
    """Which ask of their own? `full`: there is no room for another."""

    domain: Domain
    full: bool = False


@dataclass(frozen=True, slots=True)
class OwnRefused:
    """Their own ask sounds as if it breaks a rule of asking; they may say it in another way."""

    domain: Domain
    rule: Rule


@dataclass(frozen=True, slots=True)
class AskGoal:
    """What is the own ask good for, in a few words?"""

    domain: Domain
    item: str
    ask: Ask
