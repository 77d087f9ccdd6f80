"""What to say after a no, a part of it or a shrug: why, less, later, somebody else, give and take.

One no is taken. What may still be said to the same person is decided here; the rest is for a different ask or
for another person.
"""

from __future__ import annotations

from enum import StrEnum

from bot.coach.model import Attempt, Domain, KindOfNo, Outcome


class Move(StrEnum):
    WHY = "why"
    LESS = "less"
    LATER = "later"
    ELSE = "else"  # somebody else
    TRADE = "trade"  # give and take


class Toward(StrEnum):
    """Whom a script is for, and how the talk with them stands."""

    PART = "part"  # the same person, who gave a part of it
    UNCLEAR = "unclear"  # the same person, whose answer was hard to tell
    REFUSED = "refused"  # the same person, who said a kind no: only why, once, and whom else to ask
    NEXT = "next"  # another person, or another ask


def moves(attempt: Attempt) -> tuple[Move, ...]:
    """What there are words for: none unless a real person gave less than a whole yes."""
    match attempt.facts.outcome:
        case Outcome.NO:
            return tuple(Move)
        case Outcome.PARTIAL:
            return tuple(move for move in Move if move is not Move.LESS)  # that is what they got
        case _:
            return ()


def toward(attempt: Attempt, move: Move) -> Toward:
    """Whom this move is for. One no is taken; a cold one, or one in dating, ends the talk."""
    facts = attempt.facts
    if facts.outcome is Outcome.PARTIAL:
        return Toward.PART
    if attempt.domain is Domain.ROMANTIC or facts.kind_of_no is KindOfNo.DISMISSIVE:
        return Toward.NEXT
    if facts.kind_of_no is KindOfNo.AMBIGUOUS:
        return Toward.UNCLEAR
    return Toward.REFUSED if move in (Move.WHY, Move.ELSE) else Toward.NEXT
