"""One or more examples of every message the coach has, also the hostile, the huge and the empty ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.coach import messages as said
from bot.coach.calibration import Band, Calibration, Change, Share
from bot.coach.messages import Ask, Message, Reflection, Stage
from bot.coach.model import (
    Cause,
    Challenge,
    Context,
    Domain,
    Kind,
    KindOfNo,
    Outcome,
    Pause,
    Size,
    Stakes,
    Why,
)
from bot.coach.stats import Stats
from bot.coach.streak import Mark, Streak
from bot.coach.taps import Field, Step
from bot.words.bank import Bank, Entry
from tests.words.ladder_examples import LADDER

HOSTILE = '<b>&"\u202eevil\u2066 \u05d0\u05d1\u05d2</b>'
STORY = ("Then I said <i>hello</i> & they laughed \U0001f600. " * 100)[:4096]
TUESDAY, TODAY = date(2026, 7, 7), date(2026, 7, 8)
EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))

JAM = Entry(
    Challenge("social-jam", Domain.SOCIAL, 3, Context.SHOP, Kind.INFORMATION, Stakes.LOW),
    ask="In a shop, hold up two jars of jam. Ask somebody who works there which one they'd take home.",
    line="If it were for you, which of these two?",
    smaller="Ask somebody who works there where the jam is.",
    scene="A small shop, mid-morning. Somebody is filling the shelf next to you, humming.",
    no="I've never tried either of them, sorry.",
)
BANK = Bank(MappingProxyType({"social-jam": JAM}), (JAM.challenge,))

BANKED, OWN, GONE = Ask("social-jam"), Ask(None, "for Fridays off"), Ask("social-left-the-bank")
LESS, PICTURED = Ask("social-jam", size=Size.SMALLER), Ask("social-jam", size=Size.IMAGINAL)
ROSE = Why(Cause.ROSE, 3, 2, TUESDAY, 4)
LISBON = said.ZoneChoice("Europe/Lisbon", "Lisbon", time(8, 42))
ZONES = (LISBON, said.ZoneChoice("America/Argentina/Buenos_Aires", "Buenos Aires", time(4, 42)))
_SIGNS = {
    "A": Mark.ATTEMPTED,
    "F": Mark.FROZEN,
    "M": Mark.MISSED,
    "R": Mark.OFF,
    "P": Mark.PAUSED,
    "O": Mark.OPEN,
    ".": None,
}


def calendar(signs: str) -> tuple[tuple[date, Mark | None], ...]:
    first = date(2026, 6, 8)
    return tuple((first + timedelta(days=number), _SIGNS[sign]) for number, sign in enumerate(signs))


def guesses(answers: int) -> Calibration:
    """Somebody who expects more of a no than there is."""
    bands = (
        (Band.LOW, Share(0.2, 0.1, 5)),
        (Band.EVEN, Share(0.5, 0.35, 7)),
        (Band.HIGH, Share(0.8, 0.6, 11)),
    )
    overall = Share(0.66, 0.45, answers) if answers else None
    return Calibration(
        overall, bands if answers >= 10 else (), Change(0.66, 0.5, answers) if answers else None
    )


def stats(total: int = 23, current: int = 4, best: int = 9, peaks: int = 12, comebacks: int = 2) -> Stats:
    """Somebody's five weeks; with a total of 0, somebody's first morning."""
    path = tuple((TUESDAY, 8 - number % 5) for number in range(peaks))
    return Stats(
        today=TODAY,
        streak=Streak(current, best, 1, {}),
        score=0.72 if total else 0.0,
        week_done=2 if total else 0,
        week_planned=5,
        total=total,
        answered=total,
        yes=total // 2,
        calibration=guesses(total),
        peaks=path,
        rungs=dict.fromkeys(Domain, ((TUESDAY, 2), (TUESDAY, 2), (TUESDAY, 4))) if total else {},
        comebacks=comebacks,
        calendar=calendar("......AAARRAAAFAA.RPPPPPPPAAMAAO..." if total else "." * 30 + "O...."),
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


def _settings(saved: Field | None = None, **others: bool) -> said.SettingsList:
    return said.SettingsList(
        "Europe/Lisbon", "Lisbon", time(8, 42), time(8), time(19, 30), time(22), time(7), WEEKDAYS,
        (Domain.SOCIAL, Domain.PROFESSIONAL), others.get("nudges", True), gentle=False,
        next_at=datetime(2026, 7, 9, 8, tzinfo=ZoneInfo("Europe/Lisbon")), saved=saved,
        quieted=others.get("quieted", False),
    )  # fmt: skip


def _setting(field: Field, missed: bool = False) -> said.AskSetting:
    return said.AskSetting(field, WEEKDAYS, (Domain.SOCIAL,), missed)


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
    "offer late": said.Offer(7, BANKED, ROSE, Stage.OFFERED, 3, late=True),
    "offer accepted": _offer(stage=Stage.ACCEPTED),
    "offer accepted smaller": _offer(LESS, Stage.ACCEPTED),
    "offer accepted imaginal": _offer(PICTURED, Stage.ACCEPTED),
    **{f"offer {stage}": _offer(stage=stage) for stage in (Stage.OFF, Stage.DONE, Stage.GONE)},
    **{f"ask-before {step}": said.AskBefore(7, step) for step in (Step.ANTICIPATED, Step.CHANCE, Step.FEAR)},
    "ready": said.Ready(7, 7, 80),
    "ready felt": said.Ready(7, 7, None),
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
    "card imaginal, left unsaid": _card(Outcome.NO, KindOfNo.RESPECTFUL, PICTURED),
    "card imaginal, nobody asked yet": replace(_card(Outcome.NO, ask=PICTURED, streak=None), total=0),
    "card of today": replace(_card(Outcome.YES), today=True),
    "card smaller": _card(Outcome.YES, ask=LESS),
    "card own": _card(Outcome.YES, ask=Ask(None, STORY), streak=None),
    "card short": _SHORT,
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

ACCOUNT: dict[str, Message] = {
    "progress": said.Progress(stats(), "Ana", 5),
    "progress hostile": said.Progress(stats(), HOSTILE, 5),
    "progress empty": said.Progress(stats(total=0, current=0, best=0, peaks=0, comebacks=0), "Ana", 5),
    "progress first": said.Progress(stats(total=1, current=1, best=1, peaks=1, comebacks=0), "Ana", 5),
    "progress after a break": said.Progress(stats(current=0, comebacks=1), "Ana", 5),
    "progress best": said.Progress(stats(total=100, current=9), "Ana", 5),
    "progress beginning": said.Progress(replace(stats(3, 2, 2, 3, 0), score=0.1, week_done=6), "Ana", 5),
    "progress few": said.Progress(stats(total=6), "Ana", 5),
    "progress guesses without a second": said.Progress(
        replace(stats(), calibration=replace(guesses(31), change=Change(0.7, 0.5, 2))), "Ana", 5
    ),
    "progress off": said.Progress(replace(stats(), week_done=0, week_planned=0), "Ana", 5),
    "progress huge": said.Progress(stats(total=10**9, current=10**8, best=10**9, peaks=30), STORY, 7),
    **{
        f"resized {cause} {rung} {moved}": said.Resized(Domain.SOCIAL, cause, rung, moved)
        for cause, rung, moved in (
            (Cause.EASIER, 2, True), (Cause.EASIER, 1, False),
            (Cause.HARDER, 4, True), (Cause.HARDER, 4, False), (Cause.HARDER, 10, False),
            (Cause.HELD_SAFETY, 4, False),
        )
    },
    "ask-pause": said.AskPause(None),
    "ask-pause running": said.AskPause(Pause(TODAY, date(2026, 7, 12))),
    "ask-pause endless": said.AskPause(Pause(TODAY)),
    "paused": said.Paused(date(2026, 7, 12)),
    "paused endless": said.Paused(None),
    "resumed": said.Resumed(was_paused=True, next_day=TODAY, morning=time(8)),
    "resumed nothing planned": said.Resumed(was_paused=False, next_day=None, morning=time(8)),
    "undone": said.Undone(),
    "nothing-to-undo": said.NothingToUndo(),
    "settings-list": _settings(),
    "settings-list saved": _settings(Field.NUDGES, nudges=False, quieted=True),
    "settings-list nothing planned": replace(
        _settings(), days=frozenset(), quiet_from=time(0), quiet_to=time(0), next_at=None
    ),
    **{f"ask-setting {field}": _setting(field) for field in Field},
    "ask-setting missed": _setting(Field.QUIET, missed=True),
    "privacy": said.Privacy(),
    "delete-check": said.DeleteCheck(),
    "deleted": said.Deleted(),
    "kept": said.Kept(),
}  # fmt: skip

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
    "hard on themselves": said.KindWord(),
    "in-crisis acute": said.InCrisis(acute=True, zone="Europe/London"),
    "in-crisis": said.InCrisis(acute=False, zone="Europe/London"),
    "in-crisis somewhere": said.InCrisis(acute=True, zone="UTC"),
    "on-hold": said.OnHold("Europe/London"),
    "welcome-back": said.WelcomeBack(TODAY, time(8)),
    "welcome-back nothing planned": said.WelcomeBack(None, time(8)),
    "trouble": said.Trouble(),
    "group-hello": said.GroupHello("ask_anyway_bot"),
}

EXAMPLES: dict[str, Message] = FIRST_MINUTES | DAY | DEBRIEF | ACCOUNT | ALWAYS | LADDER
