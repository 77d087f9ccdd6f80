"""What a button of the ladder means. `item` is an id of the bank or the key of an own ask; it stands last."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coach.model import Domain


@dataclass(frozen=True, slots=True)
class OpenLadder:
    """The ladder of a domain; None: of the first."""

    domain: Domain | None = None


@dataclass(frozen=True, slots=True)
class RateRound:
    """Rate a few asks of a domain; again: those rated two weeks ago."""

    domain: Domain
    again: bool


@dataclass(frozen=True, slots=True)
class RateAsk:
    """A rating 1-10; `left` of this round with this one, 0 for a single one."""

    again: bool
    left: int
    rating: int
    item: str


@dataclass(frozen=True, slots=True)
class RateAhead:
    """A rating 1-10 of an ask that may come; None: not this one."""

    rating: int | None
    item: str


@dataclass(frozen=True, slots=True)
class PickAsk:
    """One ask of the ladder, to change it."""

    item: str


@dataclass(frozen=True, slots=True)
class MoveAsk:
    """Up or down by one, to this rating, so two taps are one step."""

    to: int
    item: str


@dataclass(frozen=True, slots=True)
class RetireAsk:
    """Take it off the ladder; a round goes on with `left` more."""

    left: int
    item: str


@dataclass(frozen=True, slots=True)
class AddAsk:
    """Add an ask in their own words."""

    domain: Domain


@dataclass(frozen=True, slots=True)
class NameGoal:
    """Say what an own ask is good for."""

    item: str


OfLadder = OpenLadder | RateRound | RateAsk | PickAsk | MoveAsk | RetireAsk | AddAsk | NameGoal
