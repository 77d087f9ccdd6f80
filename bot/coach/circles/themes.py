"""The reviewed themes of a circle's week: a sort of ask, or a place to ask in. None is about romance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from bot.coach.model import Challenge, Context, Kind, Stakes

GOLDEN = 0.618034  # spreads one roll over several draws
CHOICES = 4  # themes in a poll


class CircleTheme(StrEnum):
    CURIOUS = "curious"
    FAVOURS = "favours"
    FEEDBACK = "feedback"
    INVITATIONS = "invitations"
    ODD = "odd"
    BETTER_PRICE = "better-price"
    DOORS = "doors"
    SHOPS = "shops"
    STREET = "street"
    WORK = "work"
    PHONE = "phone"
    ONLINE = "online"
    NEAR = "near"
    MATTERS = "matters"


KINDS: Mapping[CircleTheme, Kind] = MappingProxyType(
    {
        CircleTheme.CURIOUS: Kind.INFORMATION,
        CircleTheme.FAVOURS: Kind.SMALL_FAVOUR,
        CircleTheme.FEEDBACK: Kind.FEEDBACK,
        CircleTheme.INVITATIONS: Kind.INVITATION,
        CircleTheme.ODD: Kind.ODD_REQUEST,
        CircleTheme.BETTER_PRICE: Kind.DISCOUNT,
        CircleTheme.DOORS: Kind.OPPORTUNITY,
    }
)
PLACES: Mapping[CircleTheme, Context] = MappingProxyType(
    {
        CircleTheme.SHOPS: Context.SHOP,
        CircleTheme.STREET: Context.STREET,
        CircleTheme.WORK: Context.WORK,
        CircleTheme.PHONE: Context.PHONE,
        CircleTheme.ONLINE: Context.ONLINE,
        CircleTheme.NEAR: Context.HOME,
    }
)


def suits(theme: CircleTheme, challenge: Challenge) -> bool:
    """Whether an ask is one of a theme."""
    if theme in KINDS:
        return challenge.kind is KINDS[theme]
    if theme in PLACES:
        return challenge.context is PLACES[theme]
    return challenge.stakes is Stakes.MEANINGFUL


def choices(
    proposed: Sequence[CircleTheme], lately: Sequence[CircleTheme], roll: float
) -> tuple[CircleTheme, ...]:
    """The themes of a poll: what members proposed, in their order, then others that were not on lately."""
    wanted = list(dict.fromkeys(proposed))[:CHOICES]
    rest = [theme for theme in CircleTheme if theme not in wanted]
    fresh, stale = [one for one in rest if one not in lately], [one for one in rest if one in lately]
    while len(wanted) < CHOICES:
        drawn_from = fresh or stale
        wanted.append(drawn_from.pop(int(roll * len(drawn_from))))
        roll = (roll + GOLDEN) % 1
    return tuple(wanted)


def elected(
    options: Sequence[CircleTheme], votes: Sequence[int], lately: Sequence[CircleTheme], roll: float
) -> CircleTheme:
    """The theme with the most votes, the first of equals; without any vote one that was not on lately."""
    counted = dict(zip(options, votes, strict=False))
    if counted and max(counted.values()) > 0:
        return max(counted, key=lambda theme: counted[theme])
    return choices((), lately, roll)[0]
