"""Words of care, one at a time: smaller, rest, empathy, people, a kind word to oneself. They label nobody."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.taps import PauseFor
from bot.coach.watch import Care
from bot.words.screen import Button, Row, Screen, page
from bot.words.speech import Speech, mark

_WORDS = {
    Care.LIGHTNESS: (mark("Careful: that's somebody who walks up to strangers and asks. I like them."),),
    Care.KINDNESS: (
        mark("That's a hard thing to say to yourself. You wouldn't say it to a friend who had just tried."),
        mark("One day, or one answer, is not all of you."),
    ),
    Care.EMPATHY: (
        mark("One more look, from the other side: they had a day going on before you came."),
        mark("What might those two minutes have been like for them?"),
    ),
    Care.SMALLER: (
        mark("The last three went higher each time. That says something about the steps, nothing about you."),
        mark("Let's take smaller ones for a while. /easier works at once, whenever you like."),
    ),
    Care.REST: (
        mark("That's a full day of asking already, and all of it counts. I'll gladly hear this one, too."),
        mark("There's no prize for more, though. A walk, or an evening off, is a fine plan."),
    ),
    Care.PEOPLE: (
        mark("This seems a heavy stretch. The asks can wait; they're patient."),
        mark("Is there somebody you like, to have tea with and tell about it? "
             "And if it stays heavy: findahelpline.com has people who listen."),
    ),
    Care.TRUST: (
        mark("What the other one thought, I can't know, and neither can you. You asked, they could answer: "
             "that was fair to both."),
        mark("If it keeps going round in your head, say it aloud to a friend. It often sounds smaller then."),
    ),
}  # fmt: skip


def care_word(message: messages.CareWord, say: Speech) -> Screen:
    return page(*(say(word) for word in _WORDS[message.care]), rows=_ways(message.care, say))


def _ways(care: Care, say: Speech) -> tuple[Row, ...]:
    if care is Care.PEOPLE:
        return ((Button(say("Three days off"), PauseFor(3)),),)
    return ()
