"""The challenge of the day: the offer, the prediction, the word of the evening."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.circle_taps import AskBackup
from bot.coach.messages import Ask, Stage
from bot.coach.model import Size
from bot.coach.taps import (
    Accept,
    Another,
    Answer,
    DayOff,
    Did,
    Imagine,
    Smaller,
    Step,
    Today,
)
from bot.words import asks, keys, programs
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Row, Screen, escape, lines, page
from bot.words.speech import Speech


def offer(message: messages.Offer, say: Speech, bank: Bank) -> Screen:
    if message.stage in (Stage.OFF, Stage.DONE, Stage.GONE):
        return page(asks.words(message.ask, bank, say), _closing(message.stage, say))
    return page(
        _heading(message, say, bank),
        asks.words(message.ask, bank, say),
        None if message.baseline else _line(message.ask, bank, say),
        _size(message, say),
        _reason(message, say),
        rows=_offered(message, say) if message.stage is Stage.OFFERED else _accepted(message, say),
    )


def _closing(stage: Stage, say: Speech) -> Html:
    match stage:
        case Stage.OFF:
            return say("<i>Rest day.</i>")
        case Stage.DONE:
            return say("<i>✓ Done.</i>")
        case _:
            return say("<i>This one has gone by.</i>")


def _heading(message: messages.Offer, say: Speech, bank: Bank) -> Html:
    title = _title(message, say)
    entry = asks.entry(message.ask, bank)
    if entry is not None and message.stage is Stage.OFFERED:
        title = Html(f"{title} · {asks.domain_name(entry.challenge.domain, say)}")
        if message.theme in entry.challenge.themes:
            title = Html(f"{title} · {programs.theme_name(message.theme, say)}")
    return lines(title, say("It comes a little later than planned.")) if message.late else title


def _title(message: messages.Offer, say: Speech) -> Html:
    if message.stage is Stage.ACCEPTED:
        return say("<b>You're in.</b> Whenever the moment is good:")
    match message.ask.size:
        case Size.SMALLER:
            return say("<b>The smaller one</b>")
        case Size.IMAGINAL:
            return say("<b>Only in your head</b>")
        case Size.FULL if message.baseline:
            return say("<b>Ask {n} of your first three</b>", n=message.baseline)
        case Size.FULL:
            return say("<b>Today's ask</b>")


def _line(ask: Ask, bank: Bank, say: Speech) -> Html | None:
    entry = asks.entry(ask, bank)
    if entry is None and not ask.own:
        return say("Another one does as well, or one of your own.")
    if entry is None or ask.size is not Size.FULL:
        return None
    return say("You could say: <i>“{line}”</i>", line=escape(entry.line))


def _size(message: messages.Offer, say: Speech) -> Html | None:
    match message.ask.size:
        case Size.SMALLER:
            return say("<i>Smaller counts the same.</i>")
        case Size.IMAGINAL:
            return say("You picture asking it, I play the other person and say no. <i>It counts too.</i>")
        case Size.FULL if message.baseline and message.stage is Stage.OFFERED:
            return say("First three: no techniques. Just ask, and tell me what happened.")
        case Size.FULL:
            return None


def _reason(message: messages.Offer, say: Speech) -> Html | None:
    """Why it has its size; once they are in, that is settled."""
    if message.stage is Stage.ACCEPTED:
        return None
    why = asks.why_sentence(message.why, say)
    if message.again:
        why = Html(f"{why} {say('You know this one: with somebody new, see how it feels now.')}")
    return Html(f"<i>{why}</i>")


def _offered(message: messages.Offer, say: Speech) -> tuple[Row, ...]:
    first = (_begin(message, say), *_another(message, say))
    return first, (*_smaller(message, say), _rest(message.attempt, say))


def _accepted(message: messages.Offer, say: Speech) -> tuple[Row, ...]:
    imagined = message.ask.size is Size.IMAGINAL
    done = _imagine(message.attempt, say) if imagined else did(message.attempt, say)
    return (done,), (*_smaller(message, say), _rest(message.attempt, say))


def _begin(message: messages.Offer, say: Speech) -> Button:
    if message.ask.size is Size.IMAGINAL:
        return _imagine(message.attempt, say)
    return Button(say("I'm in"), Accept(message.attempt))


def _another(message: messages.Offer, say: Speech) -> Row:
    if message.swaps_left < 1:
        return ()
    return (
        Button(
            say("Another one ({n} left)", n=message.swaps_left), Another(message.attempt, message.swaps_left)
        ),
    )


def _smaller(message: messages.Offer, say: Speech) -> Row:
    match message.ask.size:
        case Size.FULL:
            return (Button(say("Smaller"), Smaller(message.attempt, Size.FULL)),)
        case Size.SMALLER:
            return (Button(say("Only imagine it"), Smaller(message.attempt, Size.SMALLER)),)
        case Size.IMAGINAL:
            return ()


def _rest(attempt: int, say: Speech) -> Button:
    return Button(say("Not today"), DayOff(attempt))


def did(attempt: int, say: Speech) -> Button:
    return Button(say("I did it"), Did(attempt))


def _imagine(attempt: int, say: Speech) -> Button:
    return Button(say("Two quiet minutes"), Imagine(attempt, 0))


def ask_before(message: messages.AskBefore, say: Speech) -> Screen:
    attempt, step = message.attempt, message.step
    skip = (keys.skip(attempt, step, say),)
    match step:
        case Step.ANTICIPATED:
            return page(
                _felt(message.imaginal, say),
                say("1 is calm, 10 is as strong as it gets."),
                rows=(*keys.rate(attempt, step), skip),
            )
        case Step.CHANCE:
            return page(
                say("What's the chance of a <b>no</b>? Go with your gut; a typed number is fine too."),
                rows=(*keys.chances(attempt, step, say), skip),
            )
        case _:
            return page(
                say("And what are you afraid will happen? A few words, or none."),
                rows=((Button(say("Just start"), Answer(attempt, step, None)),),),
            )


def _felt(imaginal: bool, say: Speech) -> Html:
    if imaginal:
        return say("Before you picture it: how strong is the feeling right now, just thinking of it?")
    return say("Before you go: how does it feel right now, just thinking of it?")


def ready(message: messages.Ready, say: Speech) -> Screen:
    return page(
        _noted(message, say),
        say("Off you go. One ask, one answer, whichever it is. I'm here when you're back."),
        rows=(
            (did(message.attempt, say),),
            *_buddy(message, say),
            (Button(say("Only imagine it"), Imagine(message.attempt, 0)),),
        ),
    )


def _buddy(message: messages.Ready, say: Speech) -> tuple[Row, ...]:
    return ((Button(say("Ask my buddy for a word"), AskBackup(message.attempt)),),) if message.buddy else ()


def _noted(message: messages.Ready, say: Speech) -> Html | None:
    felt, chance = message.anticipated, say.percent((message.chance or 0) / 100)
    if felt is not None and message.chance is not None:
        return say("Noted: {felt} of 10, and {chance} for a no.", felt=felt, chance=chance)
    if felt is not None:
        return say("Noted: {felt} of 10.", felt=felt)
    return None if message.chance is None else say("Noted: {chance} for a no.", chance=chance)


def no_swaps(message: messages.NoSwaps, say: Speech) -> Screen:
    return page(
        say(
            "That was the last swap for today. The ask above still stands, and there's always a smaller one."
        ),
        rows=((Button(say("Smaller"), Smaller(message.attempt, message.size)), _rest(message.attempt, say)),),
    )


def off_today(message: messages.OffToday, say: Speech) -> Screen:
    if message.chosen:
        rest = say("Rest day it is. Enjoy it.")
    else:
        rest = say("Nothing planned today. A day for being lazy, or for an ask of your own: /did keeps it.")
    return page(rest, _next(message, say))


def _next(message: messages.OffToday, say: Speech) -> Html:
    if message.next_day is None:
        return say("Which days I come by is in /settings.")
    if message.tomorrow:
        return say("The next ask comes tomorrow.")
    return say("The next ask comes on {day}.", day=say.weekday(message.next_day))


def nudge(message: messages.Nudge, say: Speech, bank: Bank) -> Screen:
    attempt = message.attempt
    return page(
        say("Evening. If today got full, this still fits into what's left of it:"),
        _less(message.ask, bank, say),
        rows=((_less_button(message, say),), (*_whole(message, say), _rest(attempt, say))),
    )


def _less(ask: Ask, bank: Bank, say: Speech) -> Html:
    if ask.size is Size.FULL:
        return asks.smaller(ask, bank, say)
    return say("Two quiet minutes in which you only picture the ask.")


def _whole(message: messages.Nudge, say: Speech) -> Row:
    if message.ask.size is Size.IMAGINAL:
        return ()
    if message.accepted:
        return (did(message.attempt, say),)
    full = message.ask.size is Size.FULL
    return (Button(say("I'm in for the full one") if full else say("I'm in"), Accept(message.attempt)),)


def _less_button(message: messages.Nudge, say: Speech) -> Button:
    match message.ask.size:
        case Size.FULL:
            return Button(say("The smaller one"), Smaller(message.attempt, Size.FULL))
        case Size.SMALLER:
            return Button(say("Only imagine it"), Smaller(message.attempt, Size.SMALLER))
        case Size.IMAGINAL:
            return _imagine(message.attempt, say)


def still_here(message: messages.StillHere, say: Speech) -> Screen:
    if message.gentle:
        return page(
            say("Still here, and in no hurry. The last one was hard; it doesn't have to be made up for."),
            say("Be good to yourself, and see a friend if you like. I'll be quiet until you write."),
        )
    return page(
        say("Still here when you are. I'll be quiet until you write."),
        rows=((Button(say("Send me one"), Today()),),),
    )
