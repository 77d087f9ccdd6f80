"""The one thought a debrief ends on: kind, curious, and answered in words or not at all."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.messages import Reflection
from bot.coach.taps import Step
from bot.coach.thanks import Note, Tone
from bot.words import afterwards, feelings, keys, scripts, thanks
from bot.words.screen import Html, Row, Screen, page
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
        mark("A few ways to go on from there, each with a line to say. Or put it in your own words."),
    ),
    Reflection.OTHER_SIDE: (
        mark("Swap places for a moment. What was it like for <b>them</b> to be asked?"),
    ),
    Reflection.CHAPTER: (
        mark("This one mattered. Give it 24 hours, and a good meal, before you decide what it means."),
        mark("It's a chapter, and the book goes on. Tomorrow I'll ask what you'd call it."),
        mark("And now: what could be on the next page?"),
    ),
    Reflection.HELP: (
        mark("Whoever says no often still likes to help. A few questions for them; a tap copies one:"),
        mark("What do you think they would answer? Or whom else could you put it to?"),
    ),
    Reflection.THANKS: (
        mark("The last impression is yours. A short note, drafted from what you told me; a tap copies it:"),
        mark("Make it your own when you send it; I keep no copy. And what do you take with you?"),
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
    Reflection.FOOTHOLD: (
        mark("Picture the same ask at half the size: of somebody easier, or for something smaller."),
        mark("What would it be? You needn't do it, only picture it."),
    ),
    Reflection.NAME_IT: (
        mark("Where in your body did you feel it first? And what became of it afterwards?"),
    ),
    Reflection.STAYED: (
        mark("You stayed until an answer came. What helped you stay?"),
    ),
    Reflection.CREATION: (
        mark("An ask can be a small creation: its words, its place, its moment are all yours."),
        mark("What would you make of the next one?"),
    ),
}  # fmt: skip


_ANY_NOTE = Note(None, False, None)  # for a message from before there were notes


def ask_learned(message: messages.AskLearned, say: Speech) -> Screen:
    first, *rest = (say(thought) for thought in _THOUGHTS[message.reflection])
    return page(
        feelings.closer(message.closer, say),
        first,
        _given(message, say),
        *rest,
        rows=(
            *feelings.closer_row(message.attempt, message.closer, say),
            *_ways(message, say),
            keys.leave(message.attempt, Step.LEARNED, say),
        ),
    )


def _given(message: messages.AskLearned, say: Speech) -> Html | None:
    """What the thought brings along: questions, or a drafted note."""
    match message.reflection:
        case Reflection.HELP:
            return afterwards.questions(message.kind, say)
        case Reflection.THANKS:
            return thanks.block(message.note or _ANY_NOTE, Tone.PLAIN, say)
        case _:
            return None


def _ways(message: messages.AskLearned, say: Speech) -> tuple[Row, ...]:
    """Buttons of the thought itself; whoever goes on with the debrief never needs them."""
    match message.reflection:
        case Reflection.WORKED_OUT:
            return scripts.buttons(message.attempt, message.moves, say)
        case Reflection.THANKS:
            return (thanks.tones(message.attempt, Tone.PLAIN, say),)
        case _:
            return ()
