"""How a circle's people are shown to each other: by a name, by a line they let it read, in the room there is.

Whatever somebody wrote stays on its line and leads nowhere; what is too long for a message gets shorter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.coach.circles.model import Bold, Line
from bot.coach.messages.groups import Link
from bot.coach.model import Outcome
from bot.words.screen import Html, name, units, unlinked
from bot.words.speech import Speech

NOTE = 200  # characters of a line, where there is room
LABEL = 24  # of a name on a button


@dataclass(frozen=True, slots=True)
class Room:
    """How many characters a name and a line may have."""

    names: int = 40
    notes: int = NOTE


ROOMS = (Room(), Room(40, 120), Room(32, 80), Room(24, 40), Room(16, 24), Room(12, 0), Room(6, 0))


def fitting(write: Callable[[Room], Html], most: int) -> Html:
    """Write it with as much room as fits into a message of `most` units."""
    written = (write(room) for room in ROOMS[:-1])
    return next((text for text in written if units(text) <= most), None) or write(ROOMS[-1])


def web(link: Link) -> str:
    """The address of a deep link."""
    return f"https://t.me/{link.bot_username}?start={link.payload}"


def person(words: str, say: Speech, room: Room = ROOMS[0]) -> Html:
    return unlinked(name(words, room.names)) or say("somebody")


def people(names: tuple[str, ...], say: Speech, room: Room = ROOMS[0]) -> Html:
    return say.enumerate(person(one, say, room) for one in names)


def circle(words: str, say: Speech) -> Html:
    """The title of a group."""
    return unlinked(name(words)) or say("your group")


def on_label(words: str, say: Speech) -> Html:
    """A name on a button, where Telegram makes no links."""
    return name(words, LABEL) or say("somebody")


def quoted(note: str | None, say: Speech, room: Room = ROOMS[0]) -> Html | None:
    words = unlinked(name(note or "", room.notes)) if room.notes else Html("")
    return say("“{note}”", note=words) if words else None


def told(who: str, note: str, say: Speech, room: Room = ROOMS[0]) -> Html:
    """A line as the circle reads it, also in its preview."""
    words = quoted(note, say, room)
    named = person(who, say, room)
    return say("<b>{name}</b>: {note}", name=named, note=words) if words else say("<b>{name}</b>", name=named)


def bold(one: Bold, say: Speech, room: Room = ROOMS[0]) -> Html:
    return told(one.name, one.note, say, room)


def done(line: Line, say: Speech, room: Room) -> Html:
    """Somebody who made an ask, with what they share of it."""
    more = (
        _answer(line.outcome, say),
        quoted(line.note, say, room),
        say("👏 {n}", n=line.cheers) if line.cheers else None,
    )
    named = say("✓ <b>{name}</b>", name=person(line.name, say, room))
    return Html(" · ".join([named, *(part for part in more if part)]))


def _answer(outcome: Outcome | None, say: Speech) -> Html | None:
    """The same plain words for a yes and a no; nothing where no ask was made."""
    match outcome:
        case Outcome.YES:
            return say("a yes")
        case Outcome.NO:
            return say("a no")
        case Outcome.PARTIAL:
            return say("partly")
        case Outcome.PENDING:
            return say("the answer is on its way")
        case Outcome.BACKED_OUT | Outcome.NOT_TRIED | None:
            return None
