"""The first minutes, as messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.coach.model import Domain


@dataclass(frozen=True, slots=True)
class Welcome:
    """What it does, that it is a scripted coach and no therapist, what is stored, adults only; consent."""

    name: str


@dataclass(frozen=True, slots=True)
class Declined:
    pass


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    zone: str
    city: str
    local: time


@dataclass(frozen=True, slots=True)
class AskZone:
    """`gentle`: first says that people with an anxiety disorder do this with their professional.
    `missed`: what they typed was not understood; typed=True asks for a city, the time or a location."""

    choices: tuple[ZoneChoice, ...]
    gentle: bool = False
    typed: bool = False
    missed: bool = False
    first: bool = True  # of the first minutes; else from the settings


@dataclass(frozen=True, slots=True)
class CheckZone:
    """ "It is 08:42 for you, right?" """

    choice: ZoneChoice
    first: bool = True


@dataclass(frozen=True, slots=True)
class AskMorning:
    missed: bool = False


@dataclass(frozen=True, slots=True)
class AskSting:
    domain: Domain


@dataclass(frozen=True, slots=True)
class AskDomains:
    """Which of the opt-in domains to add (customers, romantic); `taken` were added already."""

    taken: tuple[Domain, ...]


@dataclass(frozen=True, slots=True)
class AskPlan:
    """The plan, its weekdays as toggles, and the end of the first minutes.
    `first_day` and `morning` say when the first challenge comes if not now."""

    days: frozenset[int]
    morning: time
    tomorrow: bool  # the first morning is tomorrow, else `first_day`
    first_day: date


@dataclass(frozen=True, slots=True)
class Joined:
    """ "See you then."; `now`: the first one comes at once, and the next ones then."""

    first_day: date
    morning: time
    tomorrow: bool
    now: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """/start of somebody who is set up: nothing is reset."""

    name: str
