"""Signs that the practice does somebody no good, and the kind answer to each: smaller, rest, empathy, people.

Derived from the log. It labels nobody, counts nothing that is shown, and never speaks of streaks; words of
crisis are not its affair, `safety` has heard them before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.coach import feelings, safety
from bot.coach import watch_english as english
from bot.coach.model import Attempt, Outcome, Size, State
from bot.coach.safety import Harsh

WEEK = timedelta(days=7)
MANY = 4  # asks on one day
HEIGHT = 7  # a peak that a rise has to reach
STRONG = 8  # a peak that makes an attempt a bad one
COSTLY = 7  # how bad it really was
STAYING = 6  # distress that is still there a day later
PAIN = frozenset(word for plain in ("hurt", "numb") for word in (plain, *feelings.FINER[plain]))


class Heard(StrEnum):
    """What the words of a story, a fear or a lesson sound like."""

    MOCKERY = "mockery"  # a joke about themself
    HARSHNESS = "harshness"  # hard on themself
    PUNISHMENT = "punishment"  # hatred of themself, or a penalty
    CONTEMPT = "contempt"  # scorn for the other person, or joy in their discomfort
    REASSURANCE = "reassurance"  # asking to be told that all is well


class Care(StrEnum):
    """The answer to a sign; each is said at most once a week, and one a day."""

    LIGHTNESS = "lightness"  # to a joke about themself
    KINDNESS = "kindness"  # a kind word to themself
    EMPATHY = "empathy"  # what was it like for the other one?
    SMALLER = "smaller"  # the next one is smaller
    REST = "rest"  # enough for a day
    PEOPLE = "people"  # somebody to talk with, and days off
    TRUST = "trust"  # nobody can say what the other one thought


TO_WORDS = {
    Heard.MOCKERY: (Care.LIGHTNESS,),
    Heard.HARSHNESS: (Care.KINDNESS,),
    Heard.PUNISHMENT: (Care.KINDNESS, Care.PEOPLE),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A word of care that was said, and on which local day."""

    care: Care
    day: date


# --- words


def heard(text: str | None, language: str = "en") -> Heard | None:
    """What the words sound like, the writer's own pain first. An unknown language is read as English."""
    if not text:
        return None
    plain = _plain(text)
    if english.PUNISHMENT.search(plain):
        return Heard.PUNISHMENT
    harsh = safety.harsh(plain, language)
    if harsh is Harsh.SELF:
        return Heard.MOCKERY if english.LAUGHTER.search(plain) else Heard.HARSHNESS
    if harsh is Harsh.OTHERS or english.CONTEMPT.search(plain):
        return None if english.REMORSE.search(plain) else Heard.CONTEMPT
    return Heard.REASSURANCE if _wants_reassurance(plain) else None


def _wants_reassurance(plain: str) -> bool:
    found = english.REASSURANCE.search(plain)
    return found is not None and not english.ASKED.search(plain[: found.start()])


def _punishing(text: str) -> bool:
    """The gravest of what `heard` tells apart, by itself: this is looked for in every morning's choice."""
    written = text.casefold()
    if not any(stem in written for stem in english.STEMS):
        return False
    return english.PUNISHMENT.search(_plain(text)) is not None


def _plain(text: str) -> str:
    return english.SAYINGS.sub(" _ ", safety.normalised(text))


def _words(attempt: Attempt) -> list[str]:
    facts = attempt.facts
    return [words for words in (facts.story, facts.learned, facts.fear) if words]


def _sounds(attempt: Attempt, language: str) -> frozenset[Heard]:
    found = (heard(words, language) for words in _words(attempt))
    return frozenset(sound for sound in found if sound is not None)


# --- signs


def rising(log: Sequence[Attempt], today: date) -> bool:
    """The last three asks of real people peaked higher each time, up to a height."""
    rated = [a.facts.peak for a in _asked(log, today, 2 * WEEK) if a.facts.peak is not None][-3:]
    return len(rated) == 3 and rated[0] < rated[1] < rated[2] and rated[2] >= HEIGHT


def low_weeks(log: Sequence[Attempt], today: date) -> bool:
    """Two weeks in a row in which most of what was told was heavy."""
    told = [a for a in _recent(log, today, 2 * WEEK) if a.state is State.DONE]
    this_week = [a for a in told if today - a.day < WEEK]
    return _low(this_week) and _low([a for a in told if a not in this_week])


def _low(told: Sequence[Attempt]) -> bool:
    return len(told) >= 2 and 3 * sum(heavy(attempt) for attempt in told) >= 2 * len(told)


def heavy(attempt: Attempt) -> bool:
    """It weighed: strong, costly, still there a day later, or painful by its word."""
    facts = attempt.facts
    painful = facts.feeling in PAIN and facts.outcome is not Outcome.YES
    return painful or _bad(attempt)


def _bad(attempt: Attempt) -> bool:
    facts = attempt.facts
    if attempt.size is Size.IMAGINAL:
        return (facts.left or 0) >= STAYING
    strengths = ((facts.peak, STRONG), (facts.cost, COSTLY), (facts.left, STAYING))
    return any((said or 0) >= limit for said, limit in strengths)


def many(log: Sequence[Attempt], today: date) -> bool:
    """Many asks on one day, the one that begins now included."""
    begun = (State.ACCEPTED, State.DONE)
    asked = [
        a for a in log if a.day == today and a.state in begun and (a.attempted or a.facts.outcome is None)
    ]
    return sum(1 for a in asked if a.size is not Size.IMAGINAL) >= MANY


def bruised(log: Sequence[Attempt]) -> bool:
    """The last thing they told was a bad one: until they come back by themselves, nothing pushes."""
    last = next((a for a in reversed(log) if a.state is State.DONE), None)
    return last is not None and _bad(last)


def _silent(log: Sequence[Attempt], today: date) -> bool:
    """Silence after a bad one: what came after it was left unanswered."""
    lately = _recent(log, today, 2 * WEEK)
    return bruised(lately) and any(a.open and a.day < today for a in _since_told(lately))


def _since_told(entries: Sequence[Attempt]) -> Iterator[Attempt]:
    for entry in reversed(entries):
        if entry.state is State.DONE:
            return
        yield entry


# --- answers


def holds(log: Sequence[Attempt], today: date) -> bool:
    """Whether the next ask is to be no rise, but one size smaller. Looks at two weeks at most.

    For the reason `Cause.HELD_SAFETY`. True after peaks that rose to a height, in a second low week, within a
    week of self-punishing words, and when a bad one was followed by silence; it ends by itself.
    """
    if rising(log, today) or low_weeks(log, today) or _silent(log, today):
        return True
    return any(_punishing(words) for attempt in _recent(log, today, WEEK) for words in _words(attempt))


def after(log: Sequence[Attempt], attempt: Attempt, today: date, language: str = "en") -> tuple[Care, ...]:
    """The words that fit when a debrief ends, the weightiest first."""
    signs = (
        (Care.PEOPLE, low_weeks(log, today)),
        (Care.SMALLER, attempt.attempted and rising(log, today)),
        (Care.EMPATHY, _still_scornful(attempt, language)),
        (Care.TRUST, _asks_for_reassurance(log, attempt, today, language)),
    )
    return tuple(care for care, stands in signs if stands)


def toward(attempt: Attempt, language: str = "en") -> Care | None:
    """The care that the one reflection can give: after scorn it is about the other person."""
    told = (attempt.facts.story, attempt.facts.fear)
    scornful = attempt.attempted and any(heard(words, language) is Heard.CONTEMPT for words in told)
    return Care.EMPATHY if scornful else None


def _still_scornful(attempt: Attempt, language: str) -> bool:
    """Scorn that no reflection has answered: in the last words, or the debrief ended before it."""
    unasked = not attempt.attempted or "learned" not in attempt.answered
    return heard(attempt.facts.learned, language) is Heard.CONTEMPT or (
        unasked and Heard.CONTEMPT in _sounds(attempt, language)
    )


def _asks_for_reassurance(log: Sequence[Attempt], attempt: Attempt, today: date, language: str) -> bool:
    """Now, and not for the first time this week: once is only human."""
    if Heard.REASSURANCE not in _sounds(attempt, language):
        return False
    earlier = (entry for entry in _recent(log, today, WEEK) if entry.id != attempt.id)
    return any(Heard.REASSURANCE in _sounds(entry, language) for entry in earlier)


def due(fitting: Iterable[Care], said: Iterable[Said], today: date) -> Care | None:
    """The first word that may be said: one a day, and none again within a week."""
    last: Mapping[Care, date] = {one.care: one.day for one in sorted(said, key=lambda one: one.day)}
    if today in last.values():
        return None
    return next((care for care in fitting if care not in last or today - last[care] >= WEEK), None)


def _recent(log: Sequence[Attempt], today: date, span: timedelta) -> list[Attempt]:
    """The entries of the last days, in order. The log is in order of days, so the rest is not looked at."""
    found: list[Attempt] = []
    for attempt in reversed(log):
        if today - attempt.day >= span:
            break
        found.append(attempt)
    return found[::-1]


def _asked(log: Sequence[Attempt], today: date, span: timedelta) -> Iterator[Attempt]:
    return (a for a in _recent(log, today, span) if a.attempted and a.size is not Size.IMAGINAL)
