"""The ask only imagined: two quiet minutes with one screen a beat, and how strong it is afterwards."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.messages import Ask
from bot.coach.model import Size
from bot.coach.taps import Did, Imagine, Step
from bot.words import asks, keys, scenes
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Screen, escape, page, quote
from bot.words.speech import Speech

STRONG = 7  # what is left, from which on it is met with care instead of a comparison


def imaginal_beat(message: messages.ImaginalBeat, say: Speech, bank: Bank) -> Screen:
    ask = Ask(message.challenge, message.own, Size.IMAGINAL)
    attempt = message.attempt
    if message.beat <= 0:
        return page(*_scene(ask, message, bank, say), rows=((Button(say("I see it"), Imagine(attempt, 1)),),))
    if message.beat == 1:
        return page(
            *_saying(ask, message.earlier, bank, say),
            rows=((Button(say("I said it"), Imagine(attempt, 2)),),),
        )
    return page(*_no(ask, message, bank, say), rows=((Button(say("I pictured it"), Did(attempt)),),))


def _scene(ask: Ask, message: messages.ImaginalBeat, bank: Bank, say: Speech) -> tuple[Html, ...]:
    entry, earlier = asks.entry(ask, bank), message.earlier
    settle, look = say(scenes.pick(scenes.SETTLE, earlier)), say(scenes.pick(scenes.LOOK, earlier))
    if entry is not None:
        return settle, escape(entry.scene), look
    return (
        settle,
        say("You're about to ask this:"),
        quote(ask.own) if ask.own else asks.words(ask, bank, say),
        Html(f"{say(scenes.pick(scenes.PLACES[message.kind], earlier))} {look}"),
    )


def _saying(ask: Ask, earlier: int, bank: Bank, say: Speech) -> tuple[Html, ...]:
    entry, wait = asks.entry(ask, bank), say(scenes.pick(scenes.WAIT, earlier))
    if entry is None:
        return say("Now ask, in your head or half aloud. All of it, to the end."), wait
    return say("Now say it, in your head or half aloud:"), quote(entry.line), wait


def _no(ask: Ask, message: messages.ImaginalBeat, bank: Bank, say: Speech) -> tuple[Html, ...]:
    entry, kind, earlier = asks.entry(ask, bank), message.kind, message.earlier
    answer = escape(entry.no) if entry is not None else say(scenes.pick(scenes.NOES[kind], earlier))
    return (
        say("I'm the other person now. I look at you and say:"),
        Html(f"<blockquote>{answer}</blockquote>"),
        say(scenes.pick(scenes.BREATHS[kind], earlier)),
    )


def compared(message: messages.Card, say: Speech) -> Html | None:
    """What became of the feeling, said kindly; without the rating after there is little to say."""
    before = max((one for one in (message.anticipated, message.peak) if one is not None), default=None)
    left = message.left
    if before is None or left is None:
        return _milder(message, say)
    if left >= STRONG:
        return say("It's still a strong one. Something warm and easy would suit the rest of today.")
    if left < before:
        return say("It came down while you stayed with it. You did nothing but wait.")
    if left == before:
        return say("It stayed where it was, and you stayed with it. That was all there was to do.")
    return say("It went up a little. Looking closely can do that, and it needs nothing from you now.")


def _milder(message: messages.Card, say: Speech) -> Html | None:
    if message.anticipated is None or message.peak is None or message.peak >= message.anticipated:
        return None
    return say("The no was milder than the waiting for it.")


def ask_left(message: messages.AskLeft, say: Speech) -> Screen:
    return page(
        say("And now that it's over: how strong is it?"),
        say("1 is calm, 10 is as strong as it gets."),
        rows=(*keys.rate(message.attempt, Step.LEFT), keys.leave(message.attempt, Step.LEFT, say)),
    )
