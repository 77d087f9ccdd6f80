"""How somebody has come to meet a no in a domain: tolerate, lean in, enjoy. It chooses questions only.

Derived from the log, and it only ever goes forward: a hard day is asked about gently (`reflecting` sees to
that) and takes nothing back. It is no rank, and nobody is told how far there is to go.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from statistics import median

from bot.coach.feelings import JOY
from bot.coach.model import Attempt, Cause, Domain, Outcome, Size

LEANS_AFTER, LEANS_ANYWAY, ENJOYS_AFTER = 6, 20, 15  # asks in the domain
EASY, OVERWHELMING = 6, 9  # median peak: above six, attention goes into getting through
LOOKED_AT = 8  # the newest asks that tell how it is now
SIGNS = 3  # of joy, among these


class View(StrEnum):
    TOLERATE = "tolerate"  # notice, name it; you stayed
    LEAN_IN = "lean-in"  # which reaction is worth leaning into
    ENJOY = "enjoy"  # what would make it fun; a small creation


@dataclass(frozen=True, slots=True)
class Grown:
    """A view that was reached, and when."""

    domain: Domain
    view: View
    since: date


@dataclass(frozen=True, slots=True)
class Seen:
    """What of an ask tells about the view."""

    peak: int | None
    joyful: bool
    beyond: bool  # chosen beyond the plan


@dataclass(frozen=True, slots=True)
class Practice:
    """What was asked in a domain so far, and how it is met."""

    view: View = View.TOLERATE
    asks: int = 0
    unmet: bool = False  # a no was among them, or something short of a yes
    newest: tuple[Seen, ...] = ()


NONE_YET = Practice()


def in_order(log: Iterable[Attempt]) -> list[Attempt]:
    return sorted(log, key=lambda entry: (entry.day, entry.id))


def after(practice: Practice, entry: Attempt) -> Practice:
    """A domain after one more entry there; rehearsals and asks not made teach nothing about it."""
    if not entry.attempted or entry.size is Size.IMAGINAL:
        return practice
    facts = entry.facts
    seen = Seen(facts.peak, facts.feeling in JOY, _by_choice(entry))
    unmet = practice.unmet or facts.outcome is not Outcome.YES
    newest = (*practice.newest, seen)[-LOOKED_AT:]
    return _viewed(Practice(practice.view, practice.asks + 1, unmet, newest))


def reached(log: Iterable[Attempt]) -> tuple[Grown, ...]:
    """Every view beyond the first, in the order they were reached."""
    steps: list[Grown] = []
    practice: dict[Domain, Practice] = {}
    for entry in in_order(log):
        before = practice.get(entry.domain, NONE_YET)
        practice[entry.domain] = now = after(before, entry)
        if now.view is not before.view:
            steps.append(Grown(entry.domain, now.view, entry.day))
    return tuple(steps)


def _viewed(practice: Practice) -> Practice:
    match practice.view:
        case View.TOLERATE if _leans(practice):
            return replace(practice, view=View.LEAN_IN)
        case View.LEAN_IN if _enjoys(practice):
            return replace(practice, view=View.ENJOY)
        case _:
            return practice


def _leans(practice: Practice) -> bool:
    """Some practice, a no among it to look at, and peaks that leave attention to spare.

    After twenty asks any peaks will do that do not overwhelm: the asks grow along, and keep the peaks up.
    """
    if practice.asks < LEANS_AFTER or not practice.unmet:
        return False
    peak = _peak(practice)
    if practice.asks >= LEANS_ANYWAY:
        return peak is None or peak < OVERWHELMING
    return peak is not None and peak <= EASY


def _enjoys(practice: Practice) -> bool:
    """Signs of joy: a word for a joyful feeling, or an ask chosen beyond the plan, their own or a harder one.

    One sign at least is a word, since boldness alone may be force.
    """
    peak = _peak(practice)
    if practice.asks < ENJOYS_AFTER or (peak is not None and peak > EASY):
        return False
    joyful = sum(ask.joyful for ask in practice.newest)
    return joyful > 0 and sum(ask.joyful or ask.beyond for ask in practice.newest) >= SIGNS


def _peak(practice: Practice) -> float | None:
    """The median of the last four peaks that were said; None where fewer than two were."""
    peaks = [ask.peak for ask in practice.newest if ask.peak is not None][-4:]
    return median(peaks) if len(peaks) > 1 else None


def _by_choice(ask: Attempt) -> bool:
    harder = ask.why is not None and ask.why.cause in (Cause.HARDER, Cause.BOLD)
    return harder or (ask.own is not None and not ask.planned)
