"""Examples of what comes after less than a yes: steps, scripts, notes, the chapter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.coach import messages as said
from bot.coach import scripts
from bot.coach.after_taps import NextStep
from bot.coach.growth import View
from bot.coach.messages import Ask, Closer, Message, Reflection
from bot.coach.model import Attempt, Domain, Facts, Kind, KindOfNo, Outcome, State
from bot.coach.scripts import Move, Toward
from bot.coach.thanks import Gesture, Note, Tone

HOSTILE = '<b>&"\u202eevil\u2066 \u05d0\u05d1\u05d2</b>'
JAM = Ask("social-jam")
OWN = Ask(None, "ask my boss for Fridays off")
PLAIN = Note(Kind.OPPORTUNITY, False, KindOfNo.RESPECTFUL)
FULL = Note(
    Kind.OPPORTUNITY, False, KindOfNo.RESPECTFUL, "Fridays off", "asking took two minutes", Gesture.EXPLAINED
)
ASKED = Attempt(
    7, date(2026, 7, 8), Domain.SOCIAL, 3, State.DONE, datetime(2026, 7, 8, tzinfo=UTC), "social-jam"
)
ANSWERS = (
    replace(ASKED, facts=Facts(outcome=Outcome.PARTIAL)),
    *(replace(ASKED, facts=Facts(outcome=Outcome.NO, kind_of_no=kind)) for kind in KindOfNo),
)
TENSE = Closer("tense", ("jittery", "braced", "on edge"))
KINDS = (None, *Kind)
SAID = sorted(
    {(move, scripts.toward(attempt, move)) for attempt in ANSWERS for move in scripts.moves(attempt)}
)

AFTER: dict[str, Message] = {
    "next-steps": said.NextSteps(7, tuple(NextStep)),
    "next-steps few": said.NextSteps(7, (NextStep.CHAPTER, NextStep.SCRIPTS)),
    "choose-move": said.ChooseMove(7, tuple(Move)),
    "choose-move alone": said.ChooseMove(7, (Move.WHY, Move.LATER, Move.ELSE, Move.TRADE), alone=True),
    **{
        f"script {move} {toward}": said.Script(7, JAM, move, toward, Kind.SMALL_FAVOUR)
        for move, toward in SAID
    },
    "script open": said.Script(7, JAM, Move.LESS, Toward.NEXT, Kind.DISCOUNT, open=True),
    "script own": said.Script(7, OWN, Move.ELSE, Toward.REFUSED, Kind.OPPORTUNITY),
    "script own hostile": said.Script(7, Ask(None, HOSTILE * 30), Move.TRADE, Toward.NEXT, None),
    **{f"ask-for-help {kind}": said.AskForHelp(7, kind) for kind in KINDS},
    **{f"thank-you own {tone}": said.ThankYou(7, FULL, tone) for tone in Tone},
    **{f"thank-you {tone}": said.ThankYou(7, PLAIN, tone, open=True) for tone in Tone},
    **{f"thank-you for {kind}": said.ThankYou(7, Note(kind, False, None)) for kind in KINDS},
    **{f"thank-you {kind}": said.ThankYou(7, Note(None, False, kind)) for kind in KindOfNo},
    **{f"thank-you who {one}": said.ThankYou(7, Note(None, False, None, gesture=one)) for one in Gesture},
    "thank-you partial": said.ThankYou(7, Note(Kind.DISCOUNT, True, None)),
    "thank-you own hostile": said.ThankYou(7, Note(None, False, None, HOSTILE, HOSTILE)),
    "chapter-begun": said.ChapterBegun(7),
    "ask-chapter": said.AskChapter(7, JAM),
    "ask-chapter own": said.AskChapter(7, OWN),
    "ask-title": said.AskTitle(7),
    "chapter-named": said.ChapterNamed("The detour"),
    "chapter-named own": said.ChapterNamed(HOSTILE),
    "chapter-named none": said.ChapterNamed(None),
    "followed-up chapter": said.FollowedUp(9, 3, chapter=7),
    "followed-up chapter fine": said.FollowedUp(9, None, chapter=7),
    "ask-learned help for a job": said.AskLearned(7, Reflection.HELP, Outcome.NO, Kind.OPPORTUNITY),
    "ask-learned thanks own": said.AskLearned(7, Reflection.THANKS, Outcome.NO, Kind.OPPORTUNITY, FULL),
    "ask-learned closer": said.AskLearned(7, Reflection.OBSTACLE, Outcome.BACKED_OUT, closer=TENSE),
    "ask-cost closer": said.AskCost(7, Outcome.NO, 80, None, closer=TENSE),
    "ask-again closer": said.AskAgain(7, None, closer=Closer("calm", ("steady", "settled"))),
}
GROWN = (View.LEAN_IN, View.ENJOY)
