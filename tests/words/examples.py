"""One or more examples of every message the coach has, also the hostile, the huge and the empty ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.coach import messages as said
from bot.coach.enrolment import Theme
from bot.coach.messages import Ask, Message, Reflection, Stage
from bot.coach.model import (
    Cause,
    Domain,
    Kind,
    KindOfNo,
    Outcome,
    Size,
    Why,
)
from bot.coach.taps import Step
from bot.coach.watch import Care
from tests.words.account_examples import ACCOUNT
from tests.words.after_examples import AFTER
from tests.words.buddy_examples import BUDDIES
from tests.words.circle_examples import CIRCLES, GROUPS
from tests.words.file_examples import FILES
from tests.words.journal_examples import JOURNAL
from tests.words.ladder_examples import LADDER
from tests.words.life_examples import LIFE
from tests.words.program_examples import PROGRAMS, REACHED
from tests.words.stock import (
    BANKED,
    GONE,
    HOSTILE,
    LESS,
    LISBON,
    OWN,
    PICTURED,
    ROSE,
    STORY,
    TODAY,
    TUESDAY,
    WEEKDAYS,
    ZONES,
)


def _offer(ask: Ask = BANKED, stage: Stage = Stage.OFFERED, **others: int) -> said.Offer:
    return said.Offer(7, ask, ROSE, stage, others.get("swaps", 2), others.get("baseline", 0))


def _card(
    outcome: Outcome, kind: KindOfNo | None = None, ask: Ask = BANKED, streak: int | None = 4
) -> said.Card:
    return said.Card(7, ask, Domain.SOCIAL, outcome, kind, 7, 4, 80, 50, 3, streak, 12, ROSE)


_SHORT = said.Card(
    7, GONE, Domain.SOCIAL, Outcome.YES, None, None, None, None, None, None, None, 1, Why(Cause.START, 3),
    correctable=False,
)  # fmt: skip


_UNREAD = (
    "sticker", "photo", "video", "audio", "document", "contact", "poll", "dice", "location", "edited", "new",
)  # fmt: skip

FIRST_MINUTES: dict[str, Message] = {
    "welcome": said.Welcome("Ana"),
    "welcome hostile": said.Welcome(HOSTILE),
    "welcome nameless": said.Welcome("\u202e\u200b \n"),
    "declined": said.Declined(),
    "ask-zone": said.AskZone(ZONES),
    "ask-zone gentle": said.AskZone(ZONES, gentle=True),
    "ask-zone typed": said.AskZone((), typed=True),
    "ask-zone missed": said.AskZone(ZONES, typed=True, missed=True),
    "ask-zone settings": said.AskZone(ZONES, first=False),
    "check-zone": said.CheckZone(LISBON),
    "check-zone settings": said.CheckZone(LISBON, first=False),
    "ask-morning": said.AskMorning(),
    "ask-morning missed": said.AskMorning(missed=True),
    **{f"ask-sting {domain}": said.AskSting(domain) for domain in Domain},
    "ask-domains": said.AskDomains(()),
    "ask-domains one": said.AskDomains((Domain.CUSTOMERS,)),
    "ask-domains none": said.AskDomains((Domain.ROMANTIC, Domain.CUSTOMERS)),
    "ask-plan": said.AskPlan(WEEKDAYS, time(8), tomorrow=True, first_day=TODAY),
    "ask-plan later": said.AskPlan(frozenset({0}), time(8), tomorrow=False, first_day=date(2026, 7, 13)),
    "joined": said.Joined(TODAY, time(8), tomorrow=True),
    "joined and off": said.Joined(TODAY, time(8), tomorrow=True, now=True),
    "joined later": said.Joined(date(2026, 7, 13), time(8), tomorrow=False),
    "known": said.Known("Ana"),
}

DAY: dict[str, Message] = {
    "offer": _offer(),
    "offer no swaps": _offer(swaps=0),
    "offer smaller": _offer(LESS),
    "offer imaginal": _offer(PICTURED),
    "offer own": _offer(OWN),
    "offer own smaller": _offer(Ask(None, "for Fridays off", Size.SMALLER)),
    "offer own hostile": _offer(Ask(None, HOSTILE + STORY)),
    "offer left the bank": _offer(GONE),
    "offer left the bank smaller": _offer(Ask("gone", size=Size.SMALLER)),
    "offer baseline": _offer(baseline=2),
    "offer again": said.Offer(7, BANKED, ROSE, Stage.OFFERED, 3, again=True),
    "offer late": said.Offer(7, BANKED, ROSE, Stage.OFFERED, 3, late=True),
    "offer of the theme": replace(_offer(), theme=Theme.SENIORS),
    "offer of another theme": replace(_offer(), theme=Theme.IDEAS),
    "offer own in a theme": replace(_offer(OWN), theme=Theme.SENIORS),
    "offer accepted": _offer(stage=Stage.ACCEPTED),
    "offer accepted smaller": _offer(LESS, Stage.ACCEPTED),
    "offer accepted imaginal": _offer(PICTURED, Stage.ACCEPTED),
    **{f"offer {stage}": _offer(stage=stage) for stage in (Stage.OFF, Stage.DONE, Stage.GONE)},
    **{f"ask-before {step}": said.AskBefore(7, step) for step in (Step.ANTICIPATED, Step.CHANCE, Step.FEAR)},
    "instead easier": said.Instead(7, BANKED, 9, 3, easier=True, bold=False),
    "instead more": said.Instead(7, BANKED, 2, 5, easier=False, bold=False),
    "instead again": said.Instead(7, BANKED, 2, 5, easier=False, bold=False, again=True),
    "instead bold": said.Instead(7, BANKED, 2, 6, easier=False, bold=True),
    "ready": said.Ready(7, 7, 80),
    "ready felt": said.Ready(7, 7, None),
    "ready with a buddy": said.Ready(7, 8, 80, buddy=True),
    "ready guessed": said.Ready(7, None, 0),
    "ready unsaid": said.Ready(7, None, None),
    **{f"imaginal-beat {beat}": said.ImaginalBeat(7, "social-jam", None, beat) for beat in range(3)},
    **{f"imaginal-beat own {beat}": said.ImaginalBeat(7, None, HOSTILE, beat) for beat in range(3)},
    **{f"imaginal-beat no {kind}": said.ImaginalBeat(7, None, "for Fridays off", 2, kind) for kind in Kind},
    "ask-before imaginal": said.AskBefore(7, Step.ANTICIPATED, imaginal=True),
    **{f"imaginal-beat gone {beat}": said.ImaginalBeat(7, "gone", None, beat) for beat in (0, 9)},
    "no-swaps": said.NoSwaps(7, Size.FULL),
    "off-today": said.OffToday(chosen=True, next_day=TODAY, tomorrow=True),
    "off-today unplanned": said.OffToday(chosen=False, next_day=date(2026, 7, 13), tomorrow=False),
    "off-today nothing planned": said.OffToday(chosen=True, next_day=None, tomorrow=False),
    "nudge": said.Nudge(7, BANKED, accepted=False),
    "nudge accepted": said.Nudge(7, BANKED, accepted=True),
    "nudge smaller": said.Nudge(7, LESS, accepted=True),
    "nudge imaginal": said.Nudge(7, PICTURED, accepted=False),
    "nudge own": said.Nudge(7, OWN, accepted=True),
    "still-here": said.StillHere(),
    "still-here, after a bad one": said.StillHere(gentle=True),
}

DEBRIEF: dict[str, Message] = {
    "nothing-open": said.NothingOpen(said=False),
    "nothing-open told": said.NothingOpen(said=True),
    "ask-own": said.AskOwn(),
    "ask-story": said.AskStory(7, BANKED),
    "ask-story own": said.AskStory(7, Ask(None, STORY)),
    "ask-outcome": said.AskOutcome(7, BANKED, None, None),
    **{f"ask-outcome read {outcome}": said.AskOutcome(7, BANKED, outcome, None) for outcome in Outcome},
    **{f"ask-outcome read no {kind}": said.AskOutcome(7, BANKED, Outcome.NO, kind) for kind in KindOfNo},
    "ask-outcome read all": said.AskOutcome(7, BANKED, Outcome.YES, None, peak=8, feeling="proud"),
    "ask-outcome read peak": said.AskOutcome(7, BANKED, Outcome.YES, None, peak=8),
    "ask-outcome read feeling": said.AskOutcome(7, BANKED, Outcome.YES, None, feeling=HOSTILE),
    "ask-outcome more": said.AskOutcome(7, BANKED, None, None, more=True),
    "ask-outcome voice": said.AskOutcome(7, BANKED, None, None, voice=True),
    "ask-outcome pending": said.AskOutcome(7, BANKED, None, None, pending=True),
    "ask-outcome pending read": said.AskOutcome(7, BANKED, Outcome.YES, None, pending=True),
    "ask-peak": said.AskPeak(7, Outcome.NO),
    "ask-left": said.AskLeft(7),
    "ask-peak imaginal": said.AskPeak(7, Outcome.NO, imaginal=True),
    **{f"ask-feeling {finer}": said.AskFeeling(7, Outcome.NO, finer) for finer in range(3)},
    **{f"ask-cost {outcome}": said.AskCost(7, outcome, 80, None) for outcome in Outcome},
    "ask-cost fear": said.AskCost(7, Outcome.YES, 80, "They laugh <at> me & everybody looks"),
    "ask-cost long fear": said.AskCost(7, Outcome.NO, None, STORY),
    "ask-cost far off, with its fear": said.AskCost(7, Outcome.YES, 80, "They laugh", in_ten=7),
    "ask-cost far off the other way": said.AskCost(7, Outcome.NO, 20, None, in_ten=1),
    "ask-cost unsaid": said.AskCost(7, Outcome.NO, None, None),
    "ask-again": said.AskAgain(7, 80),
    "ask-again unsaid": said.AskAgain(7, None),
    **{f"ask-learned {thought}": said.AskLearned(7, thought, Outcome.NO) for thought in Reflection},
    **{f"card {outcome}": _card(outcome) for outcome in Outcome},
    **{f"card no {kind}": _card(Outcome.NO, kind) for kind in KindOfNo},
    "card imaginal": replace(_card(Outcome.NO, KindOfNo.RESPECTFUL, PICTURED), left=2),
    "card imaginal, still strong": replace(_card(Outcome.NO, ask=PICTURED), left=8),
    "card imaginal, as it was": replace(_card(Outcome.NO, ask=PICTURED), left=6, anticipated=5, peak=6),
    "card imaginal, a little more": replace(_card(Outcome.NO, ask=PICTURED), left=6, anticipated=4),
    "card imaginal, left unsaid": _card(Outcome.NO, KindOfNo.RESPECTFUL, PICTURED),
    "card imaginal, nobody asked yet": replace(_card(Outcome.NO, ask=PICTURED, streak=None), total=0),
    "card of today": replace(_card(Outcome.YES), today=True),
    "card smaller": _card(Outcome.YES, ask=LESS),
    "card own": _card(Outcome.YES, ask=Ask(None, STORY), streak=None),
    "card short": _SHORT,
    "card with a buddy": replace(_card(Outcome.NO, KindOfNo.DISMISSIVE), peak=9, steps=True, buddy=True),
    "card with steps": replace(_card(Outcome.NO, KindOfNo.RESPECTFUL), steps=True),
    **{f"card {title}": replace(_card(Outcome.YES), program=now) for title, now in REACHED.items()},
    "card guess only": said.Card(
        7, OWN, Domain.SOCIAL, Outcome.NO, None, 5, None, 80, None, None, 10**9, 10**9, Why(Cause.BACK, 1)
    ),
    "card again only": said.Card(
        7,
        OWN,
        Domain.SOCIAL,
        Outcome.NO,
        None,
        None,
        9,
        None,
        50,
        10,
        1,
        2,
        Why(Cause.FELL_PEAK, 1, 1, TUESDAY, 9),
    ),
    "choose-correction": said.ChooseCorrection(7, tuple(Step)),
    "too-old": said.TooOld(7),
    "follow-up": said.FollowUp(7, BANKED, Outcome.NO, 9),
    "followed-up": said.FollowedUp(9, 3),
    "followed-up heavy": said.FollowedUp(8, 9),
    "followed-up fine": said.FollowedUp(9, None),
    "followed-up unknown": said.FollowedUp(None, 2),
    "any-answer": said.AnyAnswer(7, BANKED),
    "still-pending": said.StillPending(7),
}

ALWAYS: dict[str, Message] = {
    "help": said.Help(),
    "cancelled": said.Cancelled(something=True),
    "cancelled nothing": said.Cancelled(something=False),
    "outdated": said.Outdated(),
    "unknown-command": said.UnknownCommand(),
    **{f"not-read {what}": said.NotRead(what) for what in _UNREAD},
    "not-yet": said.NotYet(),
    "tell-me": said.TellMe(7),
    "tell-me nothing open": said.TellMe(None),
    "hard on themselves": said.CareWord(Care.KINDNESS),
    **{f"care, {care}": said.CareWord(care) for care in Care if care is not Care.KINDNESS},
    "in-crisis acute": said.InCrisis(acute=True, zone="Europe/London"),
    "in-crisis": said.InCrisis(acute=False, zone="Europe/London"),
    "in-crisis somewhere": said.InCrisis(acute=True, zone="UTC"),
    "on-hold": said.OnHold("Europe/London"),
    "welcome-back": said.WelcomeBack(TODAY, time(8)),
    "welcome-back nothing planned": said.WelcomeBack(None, time(8)),
    "trouble": said.Trouble(),
}

EXAMPLES: dict[str, Message] = (
    FIRST_MINUTES | DAY | DEBRIEF | AFTER | ACCOUNT | ALWAYS | LADDER | LIFE | PROGRAMS | GROUPS | CIRCLES
    | BUDDIES | FILES | JOURNAL
)  # fmt: skip
