"""Which ask to let them rate after a debrief: the one whose answer helps most to choose tomorrow's.

One a day, a round of them after the third attempt; none where no answer would make for a better choice, and
none for somebody who leaves them. It reads no clock and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.coach import choose, readiness, sizing, worth
from bot.coach.belief import hardness, line
from bot.coach.distress import Guess
from bot.coach.ladder import FIRST_ROUND, Rating
from bot.coach.model import Challenge
from bot.coach.sizing import Course
from bot.coach.worth import Morning

ANSWERS = ((-1.2247, 0.2956), (0.0, 0.4088), (1.2247, 0.2956))  # lower, as expected, higher: how likely
BRINGS = 0.005  # share of the useful band that an answer must be expected to bring tomorrow
ENOUGH = 5  # questions left alone in a row, after which none is asked until they rate one of themselves

Said = Mapping[str, Rating]  # by ask; without a rating where the question was left


def tomorrow(today: Morning) -> Morning:
    """The morning after, as far as it can be seen: the mood of today is gone, and so is what was open."""
    day = today.day + timedelta(days=1)
    return replace(today, day=day, course=sizing.on(today.course, (), day, {}), undecided=())


def ask(tomorrow: Morning, said: Said) -> Challenge | None:
    """The ask of the bank to have rated, of those that they were not asked about and said nothing of yet.

    None during the first attempts, which set the level, and none while something speaks for a rest.
    """
    if tomorrow.calm or tomorrow.course.attempts < sizing.BASELINE or _unwanted(said):
        return None
    choices = dict(_choices(tomorrow))
    most = max(choices.values(), default=0.0)
    heard = {*tomorrow.course.belief.met, *said}
    brings = {c: _brings(tomorrow, c, choices[c] - most) for c in choices if not c.own and c.id not in heard}
    found = max(brings, key=lambda ask: (brings[ask], ask.id), default=None)
    return found if found is not None and brings[found] > BRINGS else None


def goes_on(course: Course, said: Said) -> bool:
    """Whether an answer leads to the next question: a round, once, as soon as the first attempts are in."""
    rated = [one for one in said.values() if one.rating is not None]
    return course.attempts == sizing.BASELINE and len(rated) < FIRST_ROUND


def _unwanted(said: Said) -> bool:
    newest = sorted(said.values(), key=lambda one: (one.at, one.item))[-ENOUGH:]
    return len(newest) == ENOUGH and all(one.rating is None and one.retired_at is None for one in newest)


def _choices(tomorrow: Morning) -> Iterator[tuple[Challenge, float]]:
    """All that tomorrow's may be, with what it is worth as things stand."""
    for domain in tomorrow.course.standings:
        among = worth.rested(tomorrow, domain, choose.size(tomorrow, domain).rung)
        yield from worth.of_each(tomorrow, domain, among).items()


def _brings(tomorrow: Morning, ask: Challenge, behind: float) -> float:
    """How much better the best choice is expected to be, once this one was rated (the value of information).

    `behind`: its worth now, less that of the best.
    """
    now = hardness(tomorrow.course.belief, line(ask, tomorrow.day))
    behind -= Guess(*now).worth()
    move, left = readiness.foreseen(tomorrow.course.belief, now)
    heard = ((Guess(now[0] + step * move, left), chance) for step, chance in ANSWERS)
    return sum(chance * max(guess.worth() + behind, 0.0) for guess, chance in heard)
