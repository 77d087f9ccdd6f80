"""How feelings are called, and the row of closer words beside the next question."""

from __future__ import annotations

from bot.coach.messages import Closer
from bot.coach.taps import Answer, Step
from bot.words.screen import Button, Html, Row, cut, escape
from bot.words.speech import Speech, mark

NAMES = {
    "proud": mark("Proud"),
    "pleased": mark("Pleased"),
    "bold": mark("Bold"),
    "strong": mark("Strong"),
    "relieved": mark("Relieved"),
    "grateful": mark("Grateful"),
    "reassured": mark("Reassured"),
    "at ease": mark("At ease"),
    "calm": mark("Calm"),
    "steady": mark("Steady"),
    "settled": mark("Settled"),
    "content": mark("Content"),
    "tense": mark("Tense"),
    "jittery": mark("Jittery"),
    "braced": mark("Braced"),
    "on edge": mark("On edge"),
    "embarrassed": mark("Embarrassed"),
    "awkward": mark("Awkward"),
    "exposed": mark("Exposed"),
    "sheepish": mark("Sheepish"),
    "disappointed": mark("Disappointed"),
    "let down": mark("Let down"),
    "deflated": mark("Deflated"),
    "wistful": mark("Wistful"),
    "curious": mark("Curious"),
    "surprised": mark("Surprised"),
    "intrigued": mark("Intrigued"),
    "puzzled": mark("Puzzled"),
    "hurt": mark("Hurt"),
    "stung": mark("Stung"),
    "left out": mark("Left out"),
    "tender": mark("Tender"),
    "angry": mark("Angry"),
    "irritated": mark("Irritated"),
    "frustrated": mark("Frustrated"),
    "indignant": mark("Indignant"),
    "amused": mark("Amused"),
    "playful": mark("Playful"),
    "giddy": mark("Giddy"),
    "tickled": mark("Tickled"),
    "light": mark("Light"),
    "hopeful": mark("Hopeful"),
    "lifted": mark("Lifted"),
    "bubbly": mark("Bubbly"),
    "numb": mark("Numb"),
    "empty": mark("Empty"),
    "drained": mark("Drained"),
    "distant": mark("Distant"),
}
LONGEST = 40


def name(feeling: str, say: Speech) -> Html:
    """What a feeling is called; a word of their own is left as it is."""
    known = NAMES.get(feeling)
    return say(known) if known else escape(cut(feeling, LONGEST))


def quoted(feeling: str, say: Speech) -> Html:
    """What a feeling is called inside a sentence."""
    return Html(name(feeling, say).lower()) if feeling in NAMES else name(feeling, say)


def closer(found: Closer | None, say: Speech) -> Html | None:
    """The line above the next question. Whoever goes on with that has skipped it."""
    if found is None:
        return None
    return say("<i>{felt}. Is one of these closer? If not, just go on.</i>", felt=name(found.felt, say))


def closer_row(attempt: int, found: Closer | None, say: Speech) -> tuple[Row, ...]:
    if found is None:
        return ()
    return (tuple(Button(name(word, say), Answer(attempt, Step.FEELING, word)) for word in found.words),)
