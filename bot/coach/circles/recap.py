"""A circle's week, from what its members share. Numbers of all only where nobody can be read out of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.coach import calibration
from bot.coach.circles import card
from bot.coach.circles.model import Bold, Member, Note, Sharing
from bot.coach.model import Attempt, Kind, Outcome

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
CROWD = 3  # people behind a number or a word that names nobody
ANSWERS = 5  # behind a share of yeses
AWAY = timedelta(days=7)  # without an ask: whoever asks again then is back
HARD = 7  # distress from which an ask counts as frightening
FEARS = 3
MOST_BOLD = 8
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Answers:
    """How often the circle's people expected a yes, and how often one came: percents of `asked`."""

    expected: int
    came: int
    asked: int


@dataclass(frozen=True, slots=True)
class Week:
    monday: date
    asks: int
    people: int
    by_day: tuple[int, ...]  # asks of each day, Monday first
    answers: Answers | None = None
    yeses: tuple[str, ...] = ()  # names of those who got one and share outcomes
    comebacks: tuple[str, ...] = ()
    frightening: tuple[Kind, ...] = ()  # the sorts of ask that were hardest; nobody's in particular


Log = Mapping[int, Sequence[Attempt]]


def of_week(members: Sequence[Member], log: Log, kinds: Mapping[str, Kind], monday: date, zone: str) -> Week:
    """What the week that began on `monday` was. `log` by person, from a fortnight before; `kinds` by ask."""
    seen = [member for member in members if member.sharing.shows(Sharing.DONE)]
    open_ = [member for member in members if member.sharing.shows(Sharing.OUTCOME)]
    made = {member.person: asks(log.get(member.person, ()), monday, zone) for member in seen}
    by_day = [sum(len(_on(asks_, monday + n * DAY, zone)) for asks_ in made.values()) for n in range(7)]
    return Week(
        monday,
        sum(by_day),
        sum(bool(asks_) for asks_ in made.values()),
        tuple(by_day),
        answers([made[member.person] for member in open_]),
        _names(m for m in open_ if any(a.facts.outcome is Outcome.YES for a in made[m.person])),
        _names(m for m in seen if came_back(log.get(m.person, ()), made[m.person])),
        frightening([made[member.person] for member in open_], kinds),
    )


def asks(log: Sequence[Attempt], monday: date, zone: str) -> list[Attempt]:
    """The asks of a person that were made and told in a week."""
    return [attempt for n in range(7) for attempt in _on(log, monday + n * DAY, zone)]


def _on(log: Sequence[Attempt], day: date, zone: str) -> list[Attempt]:
    return card.told(log, day, zone)


def _names(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(member.name for member in members)[:MOST_NAMES]


def answers(made: Sequence[Sequence[Attempt]]) -> Answers | None:
    """Expected beside actual yeses; None where too few people or answers stand behind them."""
    known = [[a for a in asks_ if _answered(a)] for asks_ in made]
    together = [attempt for asks_ in known for attempt in asks_]
    if sum(map(bool, known)) < CROWD or len(together) < ANSWERS:
        return None
    expected = sum(100 - (attempt.facts.chance or 0) for attempt in together)
    came = sum(calibration.YES[attempt.facts.outcome] for attempt in together if attempt.facts.outcome)
    asked = len(together)
    return Answers(round(expected / asked), round(100 * came / asked), asked)


def _answered(attempt: Attempt) -> bool:
    return calibration.answered(attempt) and attempt.facts.chance is not None


def came_back(log: Sequence[Attempt], made: Sequence[Attempt]) -> bool:
    """Whether an ask of the week came after a week and more without any."""
    if not made:
        return False
    first = min(attempt.day for attempt in made)
    before = [attempt.day for attempt in log if attempt.attempted and attempt.day < first]
    return bool(before) and first - max(before) > AWAY


def frightening(made: Sequence[Sequence[Attempt]], kinds: Mapping[str, Kind]) -> tuple[Kind, ...]:
    """The sorts of ask that were hard for people of the circle, the most frequent first; unnamed."""
    hard = [{kinds[ask] for a in asks_ if _hard(a) and (ask := a.ask) in kinds and ask} for asks_ in made]
    if sum(map(bool, hard)) < CROWD:
        return ()
    counted = Counter(kind for theirs in hard for kind in theirs)
    return tuple(sorted(counted, key=lambda kind: (-counted[kind], kind)))[:FEARS]


def _hard(attempt: Attempt) -> bool:
    return max(attempt.facts.peak or 0, attempt.facts.anticipated or 0) >= HARD


def boldest(
    members: Sequence[Member], log: Log, notes: Sequence[Note], votes: Mapping[int, int]
) -> tuple[Bold, ...]:
    """What can be voted for: the asks whose owner let the circle see a line of it. `votes` by attempt."""
    by_attempt = {note.attempt: note for note in notes}
    names = {m.person: m.name for m in members if m.sharing.shows(Sharing.NOTE)}
    found = [
        Bold(attempt.id, names[person], by_attempt[attempt.id].words, votes.get(attempt.id, 0))
        for person, theirs in log.items()
        for attempt in theirs
        if person in names and attempt.id in by_attempt
    ]
    return tuple(sorted(found, key=lambda bold: bold.attempt)[-MOST_BOLD:])


def voted(bold: Sequence[Bold]) -> Bold | None:
    """The boldest by the members' votes; None where nobody voted, or it is a tie: then it was all of them."""
    first = sorted(bold, key=lambda one: -one.votes)[:2]
    if not first or first[0].votes == 0 or (len(first) == 2 and first[0].votes == first[1].votes):
        return None
    return first[0]
