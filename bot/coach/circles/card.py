"""The day's card: who is in, who has made an ask, and no more of anybody than they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.coach import day as days
from bot.coach.circles.model import Line, Member, Sharing, Today
from bot.coach.model import Attempt, State

MOST_DONE = 24  # lines, each with its button: a message holds 100 buttons, and nobody reads more names
MOST_COMING = 30


def of_day(
    members: Sequence[Member],
    log: Mapping[int, Sequence[Attempt]],
    notes: Mapping[int, str],
    cheers: Mapping[int, int],
    day: date,
    zone: str,
) -> Today:
    """The card of a local day of the circle. `log` by person, `notes` by attempt, `cheers` by person.

    Who backed out, or did nothing, is not mentioned: the card counts what was done.
    """
    seen = [member for member in members if member.sharing.shows(Sharing.DONE)]
    made = {member.person: told(log.get(member.person, ()), day, zone) for member in seen}
    done = [_line(member, asks, notes, cheers) for member in seen if (asks := made[member.person])]
    done.sort(key=lambda line: _last(made[line.person]))
    coming = [m.name for m in seen if not made[m.person] and coming_in(log.get(m.person, ()), day)]
    return Today(
        tuple(coming[:MOST_COMING]),
        tuple(done[-MOST_DONE:]),
        max(len(coming) - MOST_COMING, 0),
        max(len(done) - MOST_DONE, 0),
    )


def told(log: Sequence[Attempt], day: date, zone: str) -> list[Attempt]:
    """The asks that were made and told on a day of the circle, whichever day they were taken up on."""
    return [
        attempt
        for attempt in log
        if attempt.attempted
        and attempt.state is State.DONE
        and attempt.closed_at is not None
        and days.local_day(attempt.closed_at, zone) == day
    ]


def coming_in(log: Sequence[Attempt], day: date) -> bool:
    """Whether they said "I'm in" for this day and are still at it."""
    return any(attempt.state is State.ACCEPTED and attempt.day == day for attempt in log)


def _line(
    member: Member, asks: Sequence[Attempt], notes: Mapping[int, str], cheers: Mapping[int, int]
) -> Line:
    last = max(asks, key=lambda attempt: (attempt.closed_at, attempt.id))
    line = Line(member.person, member.name, cheers=cheers.get(member.person, 0))
    if member.sharing.shows(Sharing.OUTCOME):
        line = replace(line, outcome=last.facts.outcome)
    if member.sharing.shows(Sharing.NOTE):
        line = replace(line, note=next((notes[a.id] for a in reversed(asks) if a.id in notes), None))
    return line


def _last(asks: Sequence[Attempt]) -> tuple[object, int]:
    last = max(asks, key=lambda attempt: (attempt.closed_at, attempt.id))
    return last.closed_at, last.id
