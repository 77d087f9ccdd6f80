"""The end of a debrief and what comes after it: the card, corrections, the word of a day later."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.after_taps import NextStep, ShowSteps, TakeStep
from bot.coach.circle_taps import AskCheer
from bot.coach.model import Facts, KindOfNo, Outcome, Size
from bot.coach.taps import Answer, Correct, Did, Step
from bot.words import asks, imaginal, keys, programs
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Row, Screen, lines, page
from bot.words.speech import Speech

_STRONG = 8  # a peak that deserves a word of its own


def card(message: messages.Card, say: Speech, bank: Bank) -> Screen:
    return page(
        _heading(message, say),
        Html(f"<blockquote>{asks.words(message.ask, bank, say, 160)}</blockquote>"),
        _told(message, say),
        _counted(message, say),
        programs.milestone(message.program, say),
        lines(_next_time(message, say), asks.why_sentence(message.next, say, today=message.today)),
        rows=(*programs.what_next(message.program, say), *_correct(message, say)),
    )


def _next_time(message: messages.Card, say: Speech) -> Html:
    """Tomorrow's ask may be of another domain, so the rung names the one it is about."""
    return say("<b>Next time</b> · {domain}", domain=asks.domain_name(message.domain, say))


def _heading(message: messages.Card, say: Speech) -> Html:
    if message.outcome is Outcome.BACKED_OUT:
        return say("<b>You got close.</b> That took something too, and it tells us where the edge is.")
    if message.outcome is Outcome.NOT_TRIED:
        return say("<b>Not this time.</b> Some days are like that, and the ask won't mind.")
    if message.ask.size is Size.IMAGINAL:
        return say("<b>You pictured it, no and all.</b> That counts.")
    asked = say("<b>You asked.</b> That was your part, and you did it.")
    if (message.peak or 0) < _STRONG:
        return asked
    return lines(asked, say("It was a strong one. Something warm and easy would suit the rest of today."))


def _told(message: messages.Card, say: Speech) -> Html | None:
    """Prediction against what happened; nothing where nothing was asked."""
    if not message.outcome.attempted:
        return None
    return lines(
        answer(message.outcome, message.kind, say) if message.ask.size is not Size.IMAGINAL else None,
        chance(message, say),
        distress(message, say),
        imaginal.compared(message, say) if message.ask.size is Size.IMAGINAL else None,
        say("How bad it really was: {cost} of 10", cost=message.cost) if message.cost is not None else None,
    )


def answer(outcome: Outcome, kind: KindOfNo | None, say: Speech) -> Html:
    match outcome:
        case Outcome.YES:
            return say("Their answer: a yes")
        case Outcome.PARTIAL:
            return say("Their answer: partly")
        case Outcome.NO:
            return _no(kind, say)
        case _:
            return say("Their answer: still on its way")


def _no(kind: KindOfNo | None, say: Speech) -> Html:
    match kind:
        case KindOfNo.RESPECTFUL:
            return say("Their answer: a kind no")
        case KindOfNo.DISMISSIVE:
            return say("Their answer: a cold no")
        case KindOfNo.AMBIGUOUS:
            return say("Their answer: a no that's hard to tell")
        case None:
            return say("Their answer: a no")


def chance(message: messages.Card | Facts, say: Speech) -> Html | None:
    before, again = message.chance, message.again
    if before is not None and again is not None:
        return say(
            "Chance of a no: {before} before, {again} next time",
            before=say.percent(before / 100), again=say.percent(again / 100),
        )  # fmt: skip
    if before is not None:
        return say("Chance of a no, your guess: {before}", before=say.percent(before / 100))
    return None if again is None else say("Chance of a no next time: {again}", again=say.percent(again / 100))


def distress(message: messages.Card | Facts, say: Speech) -> Html | None:
    """Before, at the peak and after, as far as they were said; one from before alone tells nothing yet."""
    if message.peak is None and message.left is None:
        return None
    told = (
        (say("{n} before", n=message.anticipated) if message.anticipated is not None else None),
        (say("{n} at the peak", n=message.peak) if message.peak is not None else None),
        (say("{n} after", n=message.left) if message.left is not None else None),
    )
    return say("How strong it felt: {told}", told=say.enumerate([one for one in told if one is not None]))


def _counted(message: messages.Card, say: Speech) -> Html | None:
    if not message.outcome.attempted or not message.total:
        return None
    asked = say("Ask number {total}", total=message.total)
    if message.streak is None or message.streak < 2:
        return asked
    run = say.several("{n} day in a row", "{n} days in a row", message.streak)
    return Html(f"{asked} · {run}")


def _correct(message: messages.Card, say: Speech) -> tuple[Row, ...]:
    """What may be put right, and what can be done after less than a yes."""
    buttons = (
        Button(say("What now?"), ShowSteps(message.attempt)) if message.steps else None,
        Button(say("Correct something"), Correct(message.attempt, None)) if message.correctable else None,
    )
    row = tuple(button for button in buttons if button is not None)
    return (*_buddy(message, say), *((row,) if row else ()))


def _buddy(message: messages.Card, say: Speech) -> tuple[Row, ...]:
    return ((Button(say("Tell my buddy it was hard"), AskCheer(message.attempt)),),) if message.buddy else ()


def choose_correction(message: messages.ChooseCorrection, say: Speech) -> Screen:
    buttons = (Button(_fact(step, say), Correct(message.attempt, step)) for step in message.steps)
    return page(say("What shall I put right?"), rows=keys.grid(buttons, 2))


def _fact(step: Step, say: Speech) -> Html:
    names = {
        Step.ANTICIPATED: say("The feeling before"),
        Step.CHANCE: say("My guess before"),
        Step.FEAR: say("What I was afraid of"),
        Step.STORY: say("What happened"),
        Step.OUTCOME: say("Their answer"),
        Step.PEAK: say("How strong it felt"),
        Step.FEELING: say("The word for it"),
        Step.COST: say("How bad it was"),
        Step.AGAIN: say("My guess for next time"),
        Step.LEARNED: say("What I took from it"),
        Step.LEFT: say("What was left"),
        Step.CHAPTER: say("The title of the chapter"),
    }
    return names[step]


def too_old(message: messages.TooOld, say: Speech) -> Screen:
    return page(say("That one is more than seven days old, so its facts stay as they are."))


def follow_up(message: messages.FollowUp, say: Speech, bank: Bank) -> Screen:
    return page(
        say("Yesterday was a big one:"),
        Html(f"<blockquote>{asks.words(message.ask, bank, say, 160)}</blockquote>"),
        say("How much of it is left today? 1 is nothing, 10 is all of it."),
        rows=(
            *keys.rate(message.attempt, Step.LEFT),
            (Button(say("Fine, thanks"), Answer(message.attempt, Step.LEFT, None)),),
        ),
    )


def followed_up(message: messages.FollowedUp, say: Speech) -> Screen:
    if message.chapter is None:
        return page(*_left_of_it(message, say))
    return page(
        *_left_of_it(message, say),
        say("And if it was a chapter, it could have a title by now."),
        rows=((Button(say("Give it a title"), TakeStep(message.chapter, NextStep.CHAPTER)),),),
    )


def _left_of_it(message: messages.FollowedUp, say: Speech) -> tuple[Html, ...]:
    left, peak = message.left, message.peak
    if left is None:
        return (say("Good. On we go, at your pace."),)
    if left >= 6:
        return (
            say("Still quite something, then. That happens after big ones, and it says nothing about you."),
            say("Be good to yourself today, and tell a friend. /pause and /easier are there too."),
        )
    if peak is not None and left < peak:
        return (
            say("{peak} at the peak, {left} a day later. Thanks for looking again.", peak=peak, left=left),
        )
    return (say("Thanks for looking again. Go gently with yourself today."),)


def still_pending(message: messages.StillPending, say: Speech) -> Screen:
    return page(
        say("All right, it stays open. Whenever the answer comes, tell me here."),
        rows=((Button(say("The answer came"), Did(message.attempt)),),),
    )
