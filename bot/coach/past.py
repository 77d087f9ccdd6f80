"""What the older part of a log comes to, beside the size of the next ask: no common day reads all of it.

A fold: what comes after goes on from it, and gives what the whole log would.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.coach import debrief, growth, programs, streak, watch
from bot.coach.debrief import Thoughts
from bot.coach.model import Attempt, Outcome, Size, Stakes, State
from bot.coach.streak import Run

MODEL = 1  # raise it with any change to what a log comes to: then no older snapshot is used


@dataclass(frozen=True, slots=True)
class Past:
    """All of it up to a local day, that day included."""

    run: Run = streak.START
    thoughts: Thoughts = field(default_factory=Thoughts)
    made: int = 0  # asks of real people
    rehearsed: int = 0  # made in the imagination
    pending: int | None = None  # the last attempt whose answer is to come
    bruised: bool = False  # the last thing they told was a bad one


def fold(past: Past, log: Sequence[Attempt], bank: Mapping[str, Stakes]) -> Past:
    """Take whole days in that come after those in the past; `bank`: stakes by challenge."""
    if not log:
        return past
    ordered = growth.in_order(log)
    return Past(
        streak.run(ordered, past.run),
        debrief.ended(past.thoughts, ordered, bank),
        past.made + sum(programs.made(entry) for entry in ordered),
        past.rehearsed + rehearsals(ordered),
        pending(past, ordered),
        bruised(past, ordered),
    )


def rehearsals(log: Sequence[Attempt]) -> int:
    return sum(entry.size is Size.IMAGINAL and entry.attempted for entry in log)


def pending(past: Past, log: Sequence[Attempt]) -> int | None:
    """The last attempt whose answer is to come, by its number; `log` comes after the past."""
    waits = (entry.id for entry in reversed(log) if entry.facts.outcome is Outcome.PENDING)
    return next(waits, past.pending)


def bruised(past: Past, log: Sequence[Attempt]) -> bool:
    """Whether the last thing they told was a bad one, however long ago."""
    told = any(entry.state is State.DONE for entry in log)
    return watch.bruised(log) if told else past.bruised
