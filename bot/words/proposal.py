"""Another ask, proposed in place of today's."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.taps import KeepAsk, TakeInstead
from bot.words import asks
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Screen, page
from bot.words.speech import Speech


def instead(message: messages.Instead, say: Speech, bank: Bank) -> Screen:
    take = TakeInstead(message.attempt, message.ask.challenge or "")
    return page(
        _why_instead(message, say),
        asks.words(message.ask, bank, say),
        Html(f"<i>{_rung_instead(message, say)}</i>"),
        rows=((Button(say("Take this one"), take), Button(say("Keep mine"), KeepAsk(message.attempt))),),
    )


def _why_instead(message: messages.Instead, say: Speech) -> Html:
    if message.easier:
        return say(
            "{said} of 10 is a lot to carry into one ask. This one may be closer to your size:",
            said=message.said,
        )
    return say("{said} of 10: you may have room for more. How about this one?", said=message.said)


def _rung_instead(message: messages.Instead, say: Speech) -> Html:
    if message.bold:
        return say("Rung {rung} of 10, a bold one: only if you feel like it.", rung=message.rung)
    if message.again:
        return say("Rung {rung} of 10. You know this one: ask somebody new.", rung=message.rung)
    return say("Rung {rung} of 10. Yours is just as fine.", rung=message.rung)
