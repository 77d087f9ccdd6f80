"""Which ask to let them rate after a debrief: the one whose answer helps most to choose tomorrow's.

One at most, and none where no answer would make for a better choice. It reads no clock and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.coach import choose, readiness, sizing, worth
from bot.coach.belief import hardness, line
from bot.coach.distress import Guess
from bot.coach.model import Challenge, Why
from bot.coach.worth import Morning

ANSWERS = ((-1.2247, 0.2956), (0.0, 0.4088), (1.2247, 0.2956))  # lower, as expected, higher: how likely
BRINGS = 0.005  # share of the useful band that an answer must be expected to bring tomorrow


def tomorrow(today: Morning) -> Morning:
    """The morning after, as far as it can be seen: the mood of today is gone, and so is what was open."""
    day = today.day + timedelta(days=1)
    return replace(today, day=day, course=sizing.on(today.course, (), day, {}), undecided=())


def ask(tomorrow: Morning) -> Challenge | None:
    """The ask of the bank to have rated, of those of which nothing was said yet."""
    choices = list(_choices(tomorrow))
    most = max((value for _, value, _ in choices), default=0.0)
    unheard = [each for each in choices if not (each[0].own or each[0].id in tomorrow.course.belief.met)]
    brings = {ask: _brings(tomorrow, ask, value - most, why) for ask, value, why in unheard}
    found = max(brings, key=lambda ask: (brings[ask], ask.id), default=None)
    return found if found is not None and brings[found] > BRINGS else None


def _choices(tomorrow: Morning) -> Iterable[tuple[Challenge, float, Why]]:
    """All that tomorrow's may be, with what it is worth as things stand."""
    for domain in tomorrow.course.standings:
        why = choose.size(tomorrow, domain)
        among = worth.rested(tomorrow, domain, why.rung)
        yield from ((ask, value, why) for ask, value in worth.of_each(tomorrow, domain, why, among).items())


def _brings(tomorrow: Morning, ask: Challenge, behind: float, why: Why) -> float:
    """How much better the best choice is expected to be, once this one was rated (the value of information).

    `behind`: its worth now, less that of the best.
    """
    aim, now = worth.aim(why), hardness(tomorrow.course.belief, line(ask))
    behind -= Guess(*now).worth(aim)
    move, left = readiness.foreseen(tomorrow.course.belief, now)
    heard = ((Guess(now[0] + step * move, left), chance) for step, chance in ANSWERS)
    return sum(chance * max(guess.worth(aim) + behind, 0.0) for guess, chance in heard)
