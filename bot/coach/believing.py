"""Whether an archive says only what this bot could have written: a file comes from anywhere.

Types are checked where it is read; here are the ranges, and what must fit together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from bot.coach.archive import Archive, Settings
from bot.coach.enrolment import Enrolment, Program
from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import RUNGS, Attempt, Facts, Pause, Why, Wish
from bot.coach.taps import Step

FIRST = date(2020, 1, 1)  # before there was such a bot
AHEAD = timedelta(days=2)  # somewhere it is tomorrow already
MOST = 10_000  # entries of each sort
LONGEST = 500_000  # characters of a story told in many messages
SHORT = 500  # of anything else
PERCENT = range(101)
STEPS = frozenset(step.value for step in Step)


def believable(archive: Archive, now: datetime) -> bool:
    """Whether all of it may be kept: nothing in it is out of range, or of a day that is to come."""
    last = (now + AHEAD).date()
    settings = archive.settings
    return (
        all(len(some) <= MOST for some in _all(archive))
        and all(_words(words, SHORT) for words in (archive.name, archive.language, settings.zone))
        and _settings(settings, last)
        and all(_attempt(entry, last) for entry in archive.attempts)
        and _alone(entry.day for entry in archive.attempts if entry.planned)
        and all(_wish(wish, last) for wish in archive.wishes)
        and all(_pause(pause, last) for pause in archive.pauses)
        and all(_own(ask, last) for ask in archive.own_asks)
        and all(_rating(rating, last) for rating in archive.ratings)
        and _alone(ask.id for ask in archive.own_asks)
        and _alone(rating.item for rating in archive.ratings)
        and {r.item for r in archive.ratings if _of_own(r)} <= {ask.key for ask in archive.own_asks}
    )


def _all(archive: Archive) -> Iterator[tuple[object, ...]]:
    yield from (archive.attempts, archive.wishes, archive.pauses, archive.own_asks, archive.ratings)


def _alone(names: Iterable[object]) -> bool:
    listed = list(names)
    return len(listed) == len(set(listed))


def _of_own(rating: Rating) -> bool:
    return rating.item.startswith("own-")


def _settings(said: Settings, last: date) -> bool:
    times = (said.morning, said.evening, said.quiet_from, said.quiet_to)
    return (
        all(_wall(at) for at in times)
        and said.days <= frozenset(range(7))
        and bool(said.sting)
        and all(rating in RUNGS for rating in said.sting.values())
        and said.joined is not None
        and FIRST <= said.joined <= last
        and (said.enrolment is None or _enrolled(said.enrolment, last))
    )


def _enrolled(said: Enrolment, last: date) -> bool:
    return said.program is not Program.OPEN and FIRST <= said.since <= last


def _wall(at: time) -> bool:
    return at.tzinfo is None and at == at.replace(second=0, microsecond=0)


def _instant(last: date, *at: datetime | None) -> bool:
    """Whether these are instants as they are kept, in milliseconds, and none that is to come."""
    return all(one is None or _kept(one, last) for one in at)


def _kept(at: datetime, last: date) -> bool:
    return at.tzinfo is not None and FIRST <= at.date() <= last and at.microsecond % 1000 == 0


def _attempt(entry: Attempt, last: date) -> bool:
    asks = (*entry.passed, *(look.ask for look in entry.looks))
    return (
        FIRST <= entry.day <= last
        and entry.rung in RUNGS
        and _instant(last, entry.offered_at, entry.closed_at)
        and all(_words(words, SHORT) for words in (entry.challenge, entry.own, *asks))
        and all(look.anticipated in RUNGS for look in entry.looks)
        and set(entry.answered) <= STEPS
        and (entry.why is None or _why(entry.why))
        and len(asks) + len(entry.answered) <= SHORT
        and _facts(entry.facts)
    )


def _why(why: Why) -> bool:
    told = (why.before, why.last_peak, why.expected)
    return why.rung in RUNGS and all(one is None or one in RUNGS for one in told)


def _facts(facts: Facts) -> bool:
    ratings = (facts.anticipated, facts.peak, facts.cost, facts.left)
    texts = (facts.fear, facts.learned, facts.story)
    return (
        all(rating is None or rating in RUNGS for rating in ratings)
        and all(chance is None or chance in PERCENT for chance in (facts.chance, facts.again))
        and all(_words(words, LONGEST) for words in texts)
        and all(_words(words, SHORT) for words in (facts.voice, facts.feeling, facts.chapter))
    )


def _words(words: str | None, most: int) -> bool:
    return words is None or len(words) <= most


def _wish(wish: Wish, last: date) -> bool:
    return FIRST <= wish.day <= last and wish.steps in (-1, 1) and _instant(last, wish.at)


def _pause(pause: Pause, last: date) -> bool:
    longest = last + timedelta(days=366)
    return FIRST <= pause.since <= longest and (pause.until is None or pause.until <= longest)


def _own(ask: OwnAsk, last: date) -> bool:
    fits = all(_words(words, SHORT) for words in (ask.words, ask.goal))
    return fits and ask.rung in RUNGS and _instant(last, ask.added_at, ask.retired_at)


def _rating(rating: Rating, last: date) -> bool:
    rated = rating.rating is None or rating.rating in RUNGS
    return rated and _words(rating.item, SHORT) and _instant(last, rating.at, rating.retired_at)
