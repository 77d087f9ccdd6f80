"""How somebody has come to meet a no in a domain: tolerate, lean in, enjoy. It chooses questions only.

Derived from the log, and it only ever goes forward: a hard day is asked about gently (`reflecting` sees to
that) and takes nothing back. It is no rank, and nobody is told how far there is to go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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


def in_order(log: Iterable[Attempt]) -> list[Attempt]:
    return sorted(log, key=lambda entry: (entry.day, entry.id))


def walk(entries: Sequence[Attempt]) -> Iterator[View]:
    """The view each entry was made in, given those before it."""
    views: dict[Domain, View] = {}
    made: dict[Domain, list[Attempt]] = {}
    for entry in entries:
        yield views.get(entry.domain, View.TOLERATE)
        views[entry.domain] = _after(entry, made, views)


def reached(log: Iterable[Attempt]) -> tuple[Grown, ...]:
    """Every view beyond the first, in the order they were reached."""
    steps: list[Grown] = []
    views: dict[Domain, View] = {}
    made: dict[Domain, list[Attempt]] = {}
    for entry in in_order(log):
        before = views.get(entry.domain, View.TOLERATE)
        views[entry.domain] = now = _after(entry, made, views)
        if now is not before:
            steps.append(Grown(entry.domain, now, entry.day))
    return tuple(steps)


def _after(entry: Attempt, made: dict[Domain, list[Attempt]], views: dict[Domain, View]) -> View:
    """The view after one more entry; rehearsals and asks not made teach nothing about it."""
    now = views.get(entry.domain, View.TOLERATE)
    if not entry.attempted or entry.size is Size.IMAGINAL:
        return now
    asks = made.setdefault(entry.domain, [])
    asks.append(entry)
    match now:
        case View.TOLERATE if _leans(asks):
            return View.LEAN_IN
        case View.LEAN_IN if _enjoys(asks):
            return View.ENJOY
        case _:
            return now


def _leans(asks: Sequence[Attempt]) -> bool:
    """Some practice, a no among it to look at, and peaks that leave attention to spare.

    After twenty asks any peaks will do that do not overwhelm: the asks grow along, and keep the peaks up.
    """
    if len(asks) < LEANS_AFTER or all(ask.facts.outcome is Outcome.YES for ask in asks):
        return False
    peak = _peak(asks)
    if len(asks) >= LEANS_ANYWAY:
        return peak is None or peak < OVERWHELMING
    return peak is not None and peak <= EASY


def _enjoys(asks: Sequence[Attempt]) -> bool:
    """Signs of joy: a word for a joyful feeling, or an ask chosen beyond the plan, their own or a harder one.

    One sign at least is a word, since boldness alone may be force.
    """
    peak = _peak(asks)
    if len(asks) < ENJOYS_AFTER or (peak is not None and peak > EASY):
        return False
    newest = asks[-LOOKED_AT:]
    joyful = sum(ask.facts.feeling in JOY for ask in newest)
    return joyful > 0 and sum(ask.facts.feeling in JOY or _by_choice(ask) for ask in newest) >= SIGNS


def _peak(asks: Sequence[Attempt]) -> float | None:
    """The median of the last four peaks that were said; None where fewer than two were."""
    peaks = [ask.facts.peak for ask in asks[-LOOKED_AT:] if ask.facts.peak is not None][-4:]
    return median(peaks) if len(peaks) > 1 else None


def _by_choice(ask: Attempt) -> bool:
    harder = ask.why is not None and ask.why.cause in (Cause.HARDER, Cause.BOLD)
    return harder or (ask.own is not None and not ask.planned)
