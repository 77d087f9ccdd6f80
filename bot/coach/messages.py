"""What the coach can say, as values. The words room turns each into a screen; nothing here is a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.coach.model import (
    Cause,
    Domain,
    KindOfNo,
    Outcome,
    Pause,
    Size,
    Why,
)
from bot.coach.stats import Stats
from bot.coach.taps import Field, Step


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of another person: a challenge of the bank or an ask of their own."""

    challenge: str | None
    own: str | None = None
    size: Size = Size.FULL


class Stage(StrEnum):
    """How far the challenge on the screen has come; it decides the buttons under it."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    OFF = "off"
    DONE = "done"
    GONE = "gone"  # swapped away, or of another day


class Reflection(StrEnum):
    """The one thought a debrief ends on (product.md section 4)."""

    NOTICE = "notice"  # the baseline: what did you notice, no technique
    STORY = "story"  # about you, the request, or their day?
    WORKED_OUT = "worked-out"  # what would it have looked like had it worked out
    OTHER_SIDE = "other-side"  # what was it like for them
    CHAPTER = "chapter"  # a chapter, not the end; give it 24 hours
    HELP = "help"  # ask them: what would you do in my place?
    THANKS = "thanks"  # leave a good last impression
    LEAN_IN = "lean-in"  # a strong reaction worth leaning into
    FUN = "fun"  # what would make the next one fun
    OBSTACLE = "obstacle"  # not attempted: what stood in the way, kindly


# --- first minutes


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


# --- the day


@dataclass(frozen=True, slots=True)
class Offer:
    """The challenge: the ask, why this size, a line to say, buttons by stage.
    `late`: a catch-up, the morning had gone by. `swaps_left` of "Another one". `baseline`: 1-3, else 0."""

    attempt: int
    ask: Ask
    why: Why
    stage: Stage
    swaps_left: int
    baseline: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class AskBefore:
    """The prediction: ANTICIPATED, CHANCE or FEAR."""

    attempt: int
    step: Step


@dataclass(frozen=True, slots=True)
class Ready:
    """Predicted, off they go."""

    attempt: int
    anticipated: int | None
    chance: int | None


@dataclass(frozen=True, slots=True)
class ImaginalBeat:
    """The imaginal version, beat 0 (picture the scene), 1 (say your line), 2 (they say no; stay with it)."""

    attempt: int
    challenge: str | None
    own: str | None
    beat: int


@dataclass(frozen=True, slots=True)
class NoSwaps:
    attempt: int


@dataclass(frozen=True, slots=True)
class OffToday:
    """ "Not today", taken; or nothing is planned today. `next_day` None while nothing is planned."""

    chosen: bool
    next_day: date | None
    tomorrow: bool


@dataclass(frozen=True, slots=True)
class Nudge:
    """The one gentle word of the evening, offering the smaller version."""

    attempt: int
    ask: Ask
    accepted: bool


@dataclass(frozen=True, slots=True)
class StillHere:
    """After an unanswered week, once; then silence."""


# --- the debrief


@dataclass(frozen=True, slots=True)
class NothingOpen:
    """They told something and no attempt is open: offer to log an own ask. `said`: there was a text."""

    said: bool


@dataclass(frozen=True, slots=True)
class AskOwn:
    """What did you ask, of whom?"""


@dataclass(frozen=True, slots=True)
class AskStory:
    attempt: int
    ask: Ask


@dataclass(frozen=True, slots=True)
class AskOutcome:
    """Says what it understood (`read`, `kind`, `peak`, `feeling`) and lets them confirm or choose.
    `voice`: a note was kept."""

    attempt: int
    ask: Ask
    read: Outcome | None
    kind: KindOfNo | None
    peak: int | None = None
    feeling: str | None = None
    voice: bool = False
    pending: bool = False  # an answer that had been pending: only the answers that close it


@dataclass(frozen=True, slots=True)
class AskPeak:
    attempt: int
    outcome: Outcome
    imaginal: bool = False


@dataclass(frozen=True, slots=True)
class AskFeeling:
    """A word for it; `finer` grows with experience (0, 1, 2: more words to choose from)."""

    attempt: int
    outcome: Outcome
    finer: int


@dataclass(frozen=True, slots=True)
class AskCost:
    """Prediction against what happened, then "how bad was it really, 1-10?" """

    attempt: int
    outcome: Outcome
    chance: int | None
    fear: str | None


@dataclass(frozen=True, slots=True)
class AskAgain:
    """ "Next time, what chance of a no?" """

    attempt: int
    chance: int | None


@dataclass(frozen=True, slots=True)
class AskLearned:
    """One reflection that fits; answered in words or skipped."""

    attempt: int
    reflection: Reflection
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Card:
    """The end of a debrief: what they did, what became of the prediction, streak, rung, what moves next.
    `streak` is None where a number would end on a loss. `next` is the size of the next ask in this domain."""

    attempt: int
    ask: Ask
    domain: Domain
    outcome: Outcome
    kind: KindOfNo | None
    anticipated: int | None
    peak: int | None
    chance: int | None
    again: int | None
    cost: int | None
    streak: int | None
    total: int
    next: Why
    correctable: bool = True


@dataclass(frozen=True, slots=True)
class ChooseCorrection:
    attempt: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class TooOld:
    """Facts can be corrected for seven days."""

    attempt: int


@dataclass(frozen=True, slots=True)
class FollowUp:
    """24 hours after a hard one, gently, once: how much of it is left, 1-10?"""

    attempt: int
    ask: Ask
    outcome: Outcome
    peak: int | None


@dataclass(frozen=True, slots=True)
class FollowedUp:
    peak: int | None
    left: int | None


@dataclass(frozen=True, slots=True)
class AnyAnswer:
    """Three days after a pending answer: has it come?"""

    attempt: int
    ask: Ask


@dataclass(frozen=True, slots=True)
class StillPending:
    """Not yet; it can be closed whenever it comes."""

    attempt: int


# --- progress


@dataclass(frozen=True, slots=True)
class Progress:
    """/stats: text with a calendar strip, and a picture."""

    stats: Stats
    name: str
    days_planned: int  # a week


@dataclass(frozen=True, slots=True)
class Resized:
    """/easier and /harder, at once. `moved` False: the ladder ends here, or a guard holds it;
    `cause` says which (HELD_SAFETY), else one rung up a day is the most."""

    domain: Domain
    cause: Cause
    rung: int
    moved: bool


# --- account


@dataclass(frozen=True, slots=True)
class AskPause:
    running: Pause | None


@dataclass(frozen=True, slots=True)
class Paused:
    until: date | None  # the last day off


@dataclass(frozen=True, slots=True)
class Resumed:
    """`was_paused` False: there was no pause. `next_day` None: nothing planned."""

    was_paused: bool
    next_day: date | None
    morning: time


@dataclass(frozen=True, slots=True)
class Undone:
    """Comes before the question that is open again."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    pass


@dataclass(frozen=True, slots=True)
class SettingsList:
    """Everything a person can set, as it stands; `saved` was just changed."""

    zone: str
    city: str
    local: time
    morning: time
    evening: time
    quiet_from: time
    quiet_to: time
    days: frozenset[int]
    domains: tuple[Domain, ...]
    nudges: bool
    gentle: bool
    next_at: datetime | None = None  # the next challenge, in the person's local time
    saved: Field | None = None
    quieted: bool = False  # the morning lies in the quiet hours and moves to their end


@dataclass(frozen=True, slots=True)
class AskSetting:
    """One setting to change: MORNING, EVENING, QUIET, DAYS or DOMAINS (the zone has AskZone).
    `missed`: what they typed was not understood."""

    field: Field
    days: frozenset[int]
    domains: tuple[Domain, ...]
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Privacy:
    pass


@dataclass(frozen=True, slots=True)
class DeleteCheck:
    pass


@dataclass(frozen=True, slots=True)
class Deleted:
    pass


@dataclass(frozen=True, slots=True)
class Kept:
    """They thought better of deleting."""


# --- always there


@dataclass(frozen=True, slots=True)
class Help:
    pass


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Left what was going on; `something` False: there was nothing."""

    something: bool


@dataclass(frozen=True, slots=True)
class Outdated:
    """A button of long ago, or of a step that is over."""


@dataclass(frozen=True, slots=True)
class UnknownCommand:
    pass


@dataclass(frozen=True, slots=True)
class NotRead:
    """A sticker, a photo, an edited message ...: what to do instead."""

    what: str  # sticker photo video audio document contact poll dice location edited other


@dataclass(frozen=True, slots=True)
class NotYet:
    """Something of the day before the first minutes are through."""


@dataclass(frozen=True, slots=True)
class TellMe:
    """A text that is no story and no answer, while an attempt is open ("hello", emoji only)."""

    attempt: int | None


@dataclass(frozen=True, slots=True)
class InCrisis:
    """Words of crisis: help lines of the person's country, no coaching. `acute`: tier 1."""

    acute: bool
    zone: str


@dataclass(frozen=True, slots=True)
class OnHold:
    """The coach is on hold until they choose to go on."""

    zone: str


@dataclass(frozen=True, slots=True)
class WelcomeBack:
    """After a hold."""

    next_day: date | None
    morning: time


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something broke on our side; nothing is lost."""


@dataclass(frozen=True, slots=True)
class GroupHello:
    """In a group: it talks one to one for now; a button leads to the private chat."""

    bot_username: str


Message = (
    Welcome | Declined | AskZone | CheckZone | AskMorning | AskSting | AskDomains | AskPlan | Joined | Known
    | Offer | AskBefore | Ready | ImaginalBeat | NoSwaps | OffToday | Nudge | StillHere
    | NothingOpen | AskOwn | AskStory | AskOutcome | AskPeak | AskFeeling | AskCost | AskAgain | AskLearned
    | Card | ChooseCorrection | TooOld | FollowUp | FollowedUp | AnyAnswer | StillPending
    | Progress | Resized | AskPause | Paused | Resumed | Undone | NothingToUndo
    | SettingsList | AskSetting | Privacy | DeleteCheck | Deleted | Kept
    | Help | Cancelled | Outdated | UnknownCommand | NotRead | NotYet | TellMe
    | InCrisis | OnHold | WelcomeBack | Trouble | GroupHello
)  # fmt: skip
