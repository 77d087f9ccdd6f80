"""The values everything else is made of. Valid once built; nothing here decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.coach.enrolment import Enrolment, Theme

RUNGS = range(1, 11)


class Domain(StrEnum):
    SOCIAL = "social"
    PROFESSIONAL = "professional"
    ROMANTIC = "romantic"
    CUSTOMERS = "customers"


class Context(StrEnum):
    SHOP = "shop"
    STREET = "street"
    WORK = "work"
    PHONE = "phone"
    ONLINE = "online"
    HOME = "home"


class Stakes(StrEnum):
    LOW = "low"
    MEANINGFUL = "meaningful"


class Kind(StrEnum):
    """What sort of ask it is. It seeds the expected chance of a yes, nothing else."""

    INFORMATION = "information"
    SMALL_FAVOUR = "small-favour"
    FEEDBACK = "feedback"
    INVITATION = "invitation"
    ODD_REQUEST = "odd-request"
    DISCOUNT = "discount"
    OPPORTUNITY = "opportunity"
    COSTLY = "costly"


class Size(StrEnum):
    """Which version of a challenge is on the table."""

    FULL = "full"
    SMALLER = "smaller"
    IMAGINAL = "imaginal"


class Life(StrEnum):
    """What somebody says of their life; nothing is left out unless they say so."""

    HARMONY = "harmony"  # where they live, it comes first
    FREE = "free"  # only asks that cost nothing
    NO_PHONE = "no-phone"
    NO_ONLINE = "no-online"
    NO_HOME = "no-home"
    NO_SHOP = "no-shop"
    NO_STREET = "no-street"
    NO_WORK = "no-work"


class Outcome(StrEnum):
    YES = "yes"
    NO = "no"
    PARTIAL = "partial"
    PENDING = "pending"
    BACKED_OUT = "backed-out"
    NOT_TRIED = "not-tried"

    @property
    def attempted(self) -> bool:
        """Whether the ask was made: the answer never matters for it."""
        return self not in (Outcome.BACKED_OUT, Outcome.NOT_TRIED)


class KindOfNo(StrEnum):
    RESPECTFUL = "respectful"
    DISMISSIVE = "dismissive"
    AMBIGUOUS = "ambiguous"


class State(StrEnum):
    """Where an attempt stands. Absence means one thing only: these are all different."""

    OFFERED = "offered"  # sent, nothing decided; once its day is over it was missed, unless told of after all
    ACCEPTED = "accepted"  # "I'm in"
    DONE = "done"  # debriefed; `facts.outcome` says whether the ask was made
    DAY_OFF = "day-off"  # "Not today", a rest taken on purpose
    PAUSED = "paused"  # let go because a pause or a hold began


OPEN_STATES = (State.OFFERED, State.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Challenge:
    """A challenge as the coach sees it; its sentences are in the bank, under the same id.

    An ask of their own is one too: `own`, made wherever they like, and named by its words, as in the log.
    """

    id: str
    domain: Domain
    rung: int
    context: Context | None
    kind: Kind
    stakes: Stakes
    own: bool = False
    themes: frozenset[Theme] = frozenset()
    costs: bool = False  # the asker spends something
    group: bool = False  # keeps group harmony: indirect, through a third person, or in the name of all
    instead_of: tuple[str, ...] = ()  # the blunt asks it stands in for, where harmony comes first
    preferred: bool = False  # of equals it comes first for this person
    found: tuple[tuple[date, float], ...] = ()  # from which day on it's known to be so many rungs harder

    def __post_init__(self) -> None:
        if self.rung not in RUNGS:
            raise ValueError(f"{self.id}: rung {self.rung} is not 1-10")

    def off(self, day: date | None) -> float:
        """Rungs by which everybody finds it harder than its rung says, as was known on a day; None: now."""
        return next((by for since, by in reversed(self.found) if day is None or since <= day), 0.0)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one attempt; None is "not said"."""

    anticipated: int | None = None  # distress 1-10, before
    chance: int | None = None  # predicted chance of a no, percent, before
    fear: str | None = None  # what they fear, in their words
    story: str | None = None  # what they asked, how, and what came back, in their words
    voice: str | None = None  # Telegram's reference to a voice note
    outcome: Outcome | None = None
    kind_of_no: KindOfNo | None = None
    peak: int | None = None  # distress 1-10, during
    feeling: str | None = None
    cost: int | None = None  # how bad it really was, 1-10
    again: int | None = None  # predicted chance of a no next time, percent
    learned: str | None = None
    left: int | None = None  # distress 1-10 right after a rehearsal, or a day after a hard one
    chapter: str | None = None  # what they call it a day after a no that mattered

    @property
    def attempted(self) -> bool:
        return self.outcome is not None and self.outcome.attempted


class Cause(StrEnum):
    """Why the next rung is what it is."""

    START = "start"  # from the first self-assessment
    BASELINE = "baseline"  # the first three attempts
    ROSE = "rose"
    HELD = "held"
    FITS = "fits"  # below what is allowed: it fits best
    BOLD = "bold"  # above it, and they chose it
    HELD_PLACES = "held-places"  # enough attempts, too little variety
    HELD_SAFETY = "held-safety"
    FELL_MISSED = "fell-missed"
    FELL_PEAK = "fell-peak"
    BACK = "back"  # after a week away
    RECOVERY = "recovery"  # the easy day in about five
    EASIER = "easier"  # the person asked
    HARDER = "harder"


@dataclass(frozen=True, slots=True)
class Why:
    """The reason of a size, complete enough to be said in one sentence."""

    cause: Cause
    rung: int
    before: int | None = None  # the rung of the last ask in this domain
    last_day: date | None = None  # when that was
    last_peak: int | None = None
    expected: int | None = None  # distress 1-10 that it will bring, as far as the log can tell


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody said of an ask before they took another in its place."""

    ask: str
    anticipated: int  # distress 1-10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One entry of the log."""

    id: int
    day: date  # the local day it belongs to
    domain: Domain
    rung: int
    state: State
    offered_at: datetime
    challenge: str | None = None  # id in the bank; None for an ask of their own
    own: str | None = None  # their own ask, in their words
    size: Size = Size.FULL
    context: Context | None = None
    planned: bool = True  # the challenge of that day, not an extra
    passed: tuple[str, ...] = ()  # challenges swapped away by "Another one"
    looks: tuple[Look, ...] = ()  # what was said of those that another took the place of
    closed_at: datetime | None = None
    facts: Facts = field(default_factory=Facts)
    answered: tuple[str, ...] = ()  # steps in the order they were answered or skipped, for /undo
    why: Why | None = None

    @property
    def attempted(self) -> bool:
        """The ask was made, and they said so. Rehearsed in the imagination counts."""
        return self.facts.attempted

    @property
    def open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def ask(self) -> str | None:
        """What names the ask in the log: its id in the bank, or their words."""
        return self.challenge or self.own

    @property
    def chosen(self) -> bool:
        """The coach chose it, from the bank or from their ladder; else they told it after the fact."""
        return self.challenge is not None or self.why is not None


@dataclass(frozen=True, slots=True)
class Pause:
    """Days off on purpose, both ends included; `until` None lasts until they come back."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in practice, as they set things up. Clock times are local to `zone`."""

    id: int
    name: str
    language: str = "en"
    zone: str = "UTC"
    morning: time = time(8)
    evening: time = time(19, 30)
    quiet_from: time = time(22)
    quiet_to: time = time(7)
    days: frozenset[int] = frozenset(range(5))  # weekdays of the plan, Monday is 0
    sting: dict[Domain, int] = field(default_factory=dict)  # first ratings 1-10; a domain not in it is off
    nudges: bool = True  # one gentle word in the evening
    gentle: bool = False  # lives with an anxiety disorder: imaginal first
    enrolment: Enrolment | None = None  # their program; None is open-ended
    life: frozenset[Life] = frozenset()
    joined: date | None = None  # local day of the end of the first minutes
    held: bool = False
    blocked: bool = False
    silent: bool = False  # after an unanswered week, until they write

    @property
    def domains(self) -> tuple[Domain, ...]:
        return tuple(domain for domain in Domain if domain in self.sting)


@dataclass(frozen=True, slots=True)
class Wish:
    """The person asked for easier (-1) or harder (+1) asks in a domain; a log entry like an attempt."""

    at: datetime
    day: date
    domain: Domain
    steps: int
