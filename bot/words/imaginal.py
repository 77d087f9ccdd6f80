"""The ask only imagined: two quiet minutes with one screen a beat, and how strong it is afterwards."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.messages import Ask
from bot.coach.model import Kind, Size
from bot.coach.taps import Did, Imagine, Step
from bot.words import asks, keys
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Screen, escape, page, quote
from bot.words.speech import Speech, mark

_NOES = {  # the other person's, where the bank has no own one
    Kind.INFORMATION: mark("Sorry, I don't know."),
    Kind.SMALL_FAVOUR: mark("Sorry, not right now."),
    Kind.FEEDBACK: mark("I'd rather not say."),
    Kind.INVITATION: mark("That's kind of you, but no."),
    Kind.ODD_REQUEST: mark("Er, no. We don't do that here."),
    Kind.DISCOUNT: mark("No, the price is the price."),
    Kind.OPPORTUNITY: mark("Thanks for asking, but it's a no."),
    Kind.COSTLY: mark("No, that's more than I can give."),
    None: mark("Sorry, no. I'd rather not."),
}
_BREATHS = {
    Kind.INFORMATION: mark("One slow breath. They don't know, and you know that now. Nothing else happens."),
    Kind.SMALL_FAVOUR: mark("One slow breath. They turn back to what they were doing. Nothing else happens."),
    Kind.FEEDBACK: mark("One slow breath. They keep their view, you keep yours. Nothing else happens."),
    Kind.INVITATION: mark("Two slow breaths. They go their way, and the day is still yours."),
    Kind.ODD_REQUEST: mark("One slow breath. Perhaps somebody grins. Then the room goes on with its day."),
    Kind.DISCOUNT: mark("One slow breath. It costs what it cost a minute ago. Nothing else happens."),
    Kind.OPPORTUNITY: mark("Two slow breaths. This door stays shut today, and it was you who knocked."),
    Kind.COSTLY: mark("Two slow breaths. It was a lot to ask, and you got a plain answer."),
    None: mark("Stay with it for a slow breath. Nothing else happens."),
}


def imaginal_beat(message: messages.ImaginalBeat, say: Speech, bank: Bank) -> Screen:
    ask = Ask(message.challenge, message.own, Size.IMAGINAL)
    attempt = message.attempt
    if message.beat <= 0:
        return page(*_scene(ask, bank, say), rows=((Button(say("I see it"), Imagine(attempt, 1)),),))
    if message.beat == 1:
        return page(*_saying(ask, bank, say), rows=((Button(say("I said it"), Imagine(attempt, 2)),),))
    no = _no(ask, message.kind, bank, say)
    return page(*no, rows=((Button(say("I pictured it"), Did(attempt)),),))


def _scene(ask: Ask, bank: Bank, say: Speech) -> tuple[Html, ...]:
    entry = asks.entry(ask, bank)
    settle = say("Sit down somewhere quiet. Eyes half closed, if you like.")
    if entry is not None:
        return settle, escape(entry.scene), say("Who is there? What do you hear?")
    return (
        settle,
        say("You're about to ask this:"),
        quote(ask.own) if ask.own else asks.words(ask, bank, say),
        say("Picture the place, and the person looking up. What do you hear?"),
    )


def _saying(ask: Ask, bank: Bank, say: Speech) -> tuple[Html, ...]:
    entry = asks.entry(ask, bank)
    if entry is None:
        return say(
            "Now ask, in your head or half aloud. All of it, to the end. Then wait for their face."
        ), Html("")
    return (
        say("Now say it, in your head or half aloud:"),
        quote(entry.line),
        say("Then wait for their face."),
    )


def _no(ask: Ask, kind: Kind | None, bank: Bank, say: Speech) -> tuple[Html, ...]:
    entry = asks.entry(ask, bank)
    answer = escape(entry.no) if entry is not None else say(_NOES[kind])
    return (
        say("I'm the other person now. I look at you and say:"),
        Html(f"<blockquote>{answer}</blockquote>"),
        say(_BREATHS[kind]),
    )


def ask_left(message: messages.AskLeft, say: Speech) -> Screen:
    return page(
        say("And now that it's over: how strong is it?"),
        say("1 is calm, 10 is as strong as it gets."),
        rows=(*keys.rate(message.attempt, Step.LEFT), keys.leave(message.attempt, Step.LEFT, say)),
    )
