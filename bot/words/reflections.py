"""The one thought a debrief ends on: kind, curious, and answered in words or not at all."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.messages import Reflection
from bot.coach.taps import Step
from bot.words import keys
from bot.words.screen import Screen, page
from bot.words.speech import Speech, mark

_THOUGHTS = {
    Reflection.NOTICE: (
        mark("What did you notice? In you, in them, in the room. There's no right answer."),
    ),
    Reflection.STORY: (
        mark("Listen to the story your head tells about it. Is it about <b>you</b>, "
             "about <b>the request</b>, or about <b>their day</b>?"),
    ),
    Reflection.WORKED_OUT: (
        mark("Suppose it had worked out. What would that have looked like?"),
        mark("Asking for a bit less, asking why, offering something back: which would you try?"),
    ),
    Reflection.OTHER_SIDE: (
        mark("Swap places for a moment. What was it like for <b>them</b> to be asked?"),
    ),
    Reflection.CHAPTER: (
        mark("This one mattered. Give it 24 hours, and a good meal, before you decide what it means."),
        mark("It's a chapter, and the book goes on. What could be on the next page?"),
    ),
    Reflection.HELP: (
        mark("Whoever says no often still likes to help. A question for them:"),
        mark("<blockquote>What would you do in my place?</blockquote>"),
        mark("What do you think they would answer? Or whom else could you put it to?"),
    ),
    Reflection.THANKS: (
        mark("The last impression is yours. A short note, ready to copy:"),
        mark("<code>Thank you for your time, and for a straight answer. I was glad I asked. "
             "I hope our paths cross again.</code>"),
        mark("What would you change to make it sound like you?"),
    ),
    Reflection.LEAN_IN: (
        mark("Was there a strong reaction, in them or in you? There's often something worth knowing in it."),
        mark("What was it, and what would you ask next?"),
    ),
    Reflection.FUN: (
        mark("What would make the next one fun? An odd hat, a friend watching, a question nobody asks?"),
    ),
    Reflection.OBSTACLE: (
        mark("What stood in the way? No verdict in this: it helps me find the right size."),
    ),
}  # fmt: skip


def ask_learned(message: messages.AskLearned, say: Speech) -> Screen:
    return page(
        *(say(thought) for thought in _THOUGHTS[message.reflection]),
        rows=(keys.leave(message.attempt, Step.LEARNED, say),),
    )
