"""The thank-you note after a no, drafted in the person's own voice: two to four sentences, theirs to send."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.after_taps import ShowNote, TakeStep
from bot.coach.model import Kind, KindOfNo
from bot.coach.taps import Step
from bot.coach.thanks import Gesture, Note, Tone
from bot.words import keys
from bot.words.screen import Button, Html, Row, Screen, escape, page
from bot.words.speech import Speech, mark

_THANKS = {
    Kind.INFORMATION: mark("Thank you for taking a moment for my question."),
    Kind.SMALL_FAVOUR: mark("Thank you for stopping and hearing what I needed."),
    Kind.FEEDBACK: mark("Thank you for looking at what I brought you."),
    Kind.INVITATION: mark("Thank you for hearing me out when I invited you."),
    Kind.ODD_REQUEST: mark("Thank you for taking my odd question with such good grace."),
    Kind.DISCOUNT: mark("Thank you for taking my question about the price in good part."),
    Kind.OPPORTUNITY: mark("Thank you for considering me, and for the time it took."),
    Kind.COSTLY: mark("Thank you for hearing me out; I know it was a lot to ask."),
    None: mark("Thank you for hearing me out."),
}
_GESTURES = {
    Gesture.EXPLAINED: mark("It helped that you told me the reason."),
    Gesture.SUGGESTED: mark("I'm going to follow up on what you suggested."),
    Gesture.LISTENED: mark("It meant something that you listened to the end."),
    Gesture.WISHED: mark("Your good wishes stayed with me."),
    Gesture.SMILED: mark("Your smile made it easier to ask."),
}
_ANSWERS = {
    KindOfNo.RESPECTFUL: mark("I appreciated such a clear and friendly answer."),
    KindOfNo.AMBIGUOUS: mark("Please don't feel you owe me anything more."),
    KindOfNo.DISMISSIVE: mark("I know it came at a busy moment."),
    None: mark("I appreciated the straight answer."),
}
_TONES = {
    Tone.PLAIN: mark("As it was"),
    Tone.SHORTER: mark("Shorter"),
    Tone.WARMER: mark("Warmer"),
}


def draft(note: Note, tone: Tone, say: Speech) -> Html:
    """Write the note: two sentences, three, or four for the warmer one."""
    first, answer = _first(note, say), _answer(note, say)
    match tone:
        case Tone.SHORTER:
            written = [first, answer]
        case Tone.PLAIN:
            written = [first, answer, _last(note, say)]
        case Tone.WARMER:
            written = [first, answer, _last(note, say), say("I wish you a very good week.")]
    return Html(" ".join(written))


def _first(note: Note, say: Speech) -> Html:
    if note.about is not None:
        return say("Thank you for hearing me out about {about}.", about=escape(note.about))
    return say(_THANKS[note.kind])


def _answer(note: Note, say: Speech) -> Html:
    if note.gesture is not None:
        return say(_GESTURES[note.gesture])
    if note.partial:
        return say("What you did make possible is worth a lot to me.")
    return say(_ANSWERS[note.no])


def _last(note: Note, say: Speech) -> Html:
    """Their own words where they can stand there, else a good last impression."""
    if note.learned is not None:
        return say("One thing I take with me: {learned}.", learned=escape(note.learned))
    return say("I'm glad I asked, and I hope our paths cross again.")


def block(note: Note, tone: Tone, say: Speech) -> Html:
    """The draft as one piece that a tap copies."""
    return Html(f"<code>{draft(note, tone, say)}</code>")


def tones(attempt: int, shown: Tone, say: Speech) -> Row:
    """The other two tones."""
    return tuple(
        Button(say(label), ShowNote(attempt, tone)) for tone, label in _TONES.items() if tone is not shown
    )


def thank_you(message: messages.ThankYou, say: Speech) -> Screen:
    ways = (
        keys.leave(message.attempt, Step.LEARNED, say)
        if message.open
        else (Button(say("Back"), TakeStep(message.attempt)),)
    )
    return page(
        say("The last impression is yours. A tap copies it:"),
        block(message.note, message.tone, say),
        say("Change whatever doesn't sound like you. Whether it's sent is up to you, and once is enough."),
        rows=(tones(message.attempt, message.tone, say), ways),
    )
