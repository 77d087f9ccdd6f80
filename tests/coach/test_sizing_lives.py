"""Any life at all: the guards hold on every day of it, and a slow second opinion comes to the same rungs.

The second opinion writes the rules of science.md down again, calendar day by calendar day, and remembers what
happened instead of counting it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.coach import sizing
from bot.coach.model import RUNGS, Attempt, Cause, Context, Domain, Facts, Outcome, Size, State, Why, Wish

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
STING = {Domain.SOCIAL: 1, Domain.PROFESSIONAL: 5}
LIVES = settings(max_examples=50, deadline=None)
Entry = Attempt | Wish


# --- lives: mostly calm asks that were made, so that rungs are climbed, and everything else between


def _mostly(usual: object, rare: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.integers(0, 9).flatmap(lambda n: rare if n == 9 else st.just(usual))


GAPS = st.sampled_from([1] * 12 + [0] * 6 + [2, 3, 8, 9])
DOMAINS = _mostly(Domain.SOCIAL, st.sampled_from([Domain.PROFESSIONAL, Domain.ROMANTIC]))
FACTS = st.builds(
    Facts,
    outcome=st.sampled_from([*[Outcome.NO] * 6, Outcome.YES, None, Outcome.BACKED_OUT]),
    peak=st.sampled_from([*[3] * 6, *range(1, 11), None]),
)
WHYS = _mostly(None, st.builds(Why, st.sampled_from([Cause.RECOVERY, Cause.HELD]), st.just(2)))
HOURS = st.integers(0, 5)
ASKS = st.builds(
    lambda hour, later, **made: Attempt(
        id=0,
        day=MONDAY,
        offered_at=datetime(2026, 11, 2, 9 + hour, tzinfo=UTC),
        closed_at=None if later is None else datetime(2026, 11, 2, 9 + hour + later, tzinfo=UTC),
        **made,
    ),
    HOURS,
    _mostly(1, st.none()),
    domain=DOMAINS,
    rung=_mostly(10, st.integers(1, 10)),
    state=_mostly(State.DONE, st.sampled_from(State)),
    challenge=st.sampled_from(["a", "b", "c", None]),
    own=st.none() | st.just("own"),
    context=st.sampled_from([Context.SHOP, Context.STREET, Context.WORK, None]),
    size=_mostly(Size.FULL, st.sampled_from(Size)),
    planned=st.booleans(),
    facts=FACTS,
    why=WHYS,
)
WISHES = st.builds(
    lambda hour, domain, steps: Wish(datetime(2026, 11, 2, 9 + hour, tzinfo=UTC), MONDAY, domain, steps),
    HOURS,
    DOMAINS,
    st.sampled_from([-1, 1, 1]),
)


@dataclass(frozen=True, slots=True)
class Life:
    log: tuple[Attempt, ...]
    wishes: tuple[Wish, ...]
    days: int

    def until(self, today: date) -> Life:
        """What was known on a day."""
        log = tuple(entry for entry in self.log if entry.day <= today)
        return Life(log, tuple(wish for wish in self.wishes if wish.day <= today), self.days)

    def each_day(self) -> Iterator[date]:
        return (MONDAY + DAY * n for n in range(self.days + 12))


def _lived(steps: Sequence[tuple[int, Entry]]) -> Life:
    """Spread entries over days; ids are given in the order they happened."""
    log: list[Attempt] = []
    wishes: list[Wish] = []
    days = 0
    for n, (gap, entry) in enumerate(steps):
        days += gap
        if isinstance(entry, Wish):
            wishes.append(replace(entry, day=MONDAY + DAY * days, at=entry.at + DAY * days))
        else:
            closed = None if entry.closed_at is None else entry.closed_at + DAY * days
            moved = replace(entry, offered_at=entry.offered_at + DAY * days, closed_at=closed)
            log.append(replace(moved, id=n, day=MONDAY + DAY * days))
    return Life(tuple(log), tuple(wishes), days)


ENTRIES: st.SearchStrategy[Entry] = st.integers(0, 9).flatmap(lambda n: WISHES if n == 9 else ASKS)
STEPS = st.tuples(GAPS, ENTRIES)
LENGTHS = st.sampled_from([*range(6, 21), *range(6)])  # left to itself, hypothesis likes short lives
lives = LENGTHS.flatmap(lambda n: st.lists(STEPS, min_size=n, max_size=n)).map(_lived)


def rungs(life: Life, today: date) -> dict[Domain, int]:
    found = sizing.course(life.log, life.wishes, STING, today)
    return {domain: standing.rung for domain, standing in found.standings.items()}


# --- the guards


@LIVES
@given(lives)
def test_a_rung_is_on_the_ladder_rises_by_one_a_day_at_most_and_no_ask_is_above_it(life: Life) -> None:
    before = dict(rungs(Life((), (), 0), MONDAY))
    for today in life.each_day():
        known = life.until(today)
        course = sizing.course(known.log, known.wishes, STING, today)
        for domain, standing in course.standings.items():
            assert standing.rung in RUNGS
            assert standing.rung <= before[domain] + 1
            assert 1 <= sizing.today(course, domain, today).rung <= standing.rung
            before[domain] = standing.rung


@LIVES
@given(lives, st.data())
def test_the_order_of_the_log_does_not_matter(life: Life, data: st.DataObject) -> None:
    log = data.draw(st.permutations(life.log))
    wishes = data.draw(st.permutations(life.wishes))
    end = MONDAY + DAY * life.days
    assert sizing.course(log, wishes, STING, end) == sizing.course(life.log, life.wishes, STING, end)


@LIVES
@given(lives)
def test_a_morning_depends_on_the_days_before_it_alone(life: Life) -> None:
    for today in life.each_day():
        before = life.until(today - DAY)
        waiting = [
            replace(entry, state=State.OFFERED, facts=Facts())
            for entry in life.log
            if entry.day >= today and entry.planned
        ]
        with_waiting = sizing.course([*waiting, *before.log], before.wishes, STING, today)
        assert with_waiting == sizing.course(before.log, before.wishes, STING, today)


# --- the second opinion


@dataclass
class Memory:
    """One domain, remembered: what happened since its rung began."""

    rung: int
    since: list[Attempt | str] = field(default_factory=list)
    missed: int = 0
    told: set[date] = field(default_factory=set)

    def move(self, steps: int, most: int) -> None:
        to = max(1, min(self.rung + steps, most))
        if to != self.rung:
            self.rung, self.since = to, []

    def points(self) -> int:
        points = 0
        for happened in self.since:
            if isinstance(happened, Attempt):
                peak = happened.facts.peak or 6
                points = min(points + (6 if peak < 4 else 4 if peak < 6 else 3 if peak < 8 else 0), 12)
            else:
                points = 12 if happened == "easy baseline" else points // 2
        return points

    def earned(self) -> bool:
        asks = [happened for happened in self.since if isinstance(happened, Attempt)]
        places = {ask.context for ask in asks} - {None}
        different = {ask.challenge or ask.own for ask in asks}
        return self.points() >= 12 and len(asks) >= 3 and len(different) >= 2 and len(places) >= 2


def second_opinion(life: Life, until: date) -> dict[Domain, int]:
    """Every domain's rung on a day, from memories of each day before it and this one."""
    memory = {domain: Memory(1 + (10 - sting) // 3) for domain, sting in STING.items()}
    tried: list[Attempt] = []
    for today in (MONDAY + DAY * n for n in range((until - MONDAY).days + 1)):
        most = {domain: min(kept.rung + 1, 10) for domain, kept in memory.items()}
        if tried and today - tried[-1].day == 8 * DAY:
            for domain, kept in memory.items():
                kept.move(-1, most[domain])
        for entry in _of_day(life, today, until):
            if isinstance(entry, Attempt) and entry.attempted:
                tried.append(entry)
                _baseline(memory, most, tried)
            if (kept := memory.get(entry.domain)) is not None:  # type: ignore[assignment]  # it may be None
                _remember(kept, entry, most[entry.domain], tried)
    return {domain: kept.rung for domain, kept in memory.items()}


def _of_day(life: Life, today: date, until: date) -> list[Entry]:
    asks = [entry for entry in life.log if entry.day == today]
    over = [a for a in asks if a.state is not State.PAUSED and not (a.open and not a.planned)]
    over = [a for a in over if not (a.open and today == until)]
    counted: list[Entry] = [a for a in asks if a.attempted or a in over]
    wishes = [wish for wish in life.wishes if wish.day == today]
    asked = sorted(counted, key=lambda a: (a.closed_at or a.offered_at, a.id))  # type: ignore[union-attr]  # asks
    return sorted([*asked, *sorted(wishes, key=lambda w: w.steps)], key=_at)


def _at(entry: Entry) -> datetime:
    return entry.at if isinstance(entry, Wish) else entry.closed_at or entry.offered_at


def _baseline(memory: dict[Domain, Memory], most: dict[Domain, int], tried: list[Attempt]) -> None:
    if len(tried) != 3:
        return
    total = sum(attempt.facts.peak or 5 for attempt in tried)
    for domain, kept in memory.items():
        if total >= 21:
            kept.move(-1, most[domain])
        elif total <= 9:
            kept.since.append("easy baseline")


def _flagged(tried: list[Attempt]) -> bool:
    peaks = [attempt.facts.peak for attempt in tried if attempt.facts.peak is not None][-3:]
    return len(peaks) == 3 and peaks == sorted(set(peaks)) and peaks[-1] >= 7


def _remember(kept: Memory, entry: Entry, most: int, tried: list[Attempt]) -> None:
    if isinstance(entry, Wish):
        if entry.steps < 0 or not _flagged(tried):
            kept.move(entry.steps, most)
        return
    if entry.attempted:
        _made(kept, entry, most, tried)
    elif entry.day not in kept.told:
        kept.missed += 1
        kept.since.append("missed")
        if kept.missed == 2:
            kept.missed = 0
            kept.move(-1, most)
    kept.told.add(entry.day)


def _made(kept: Memory, attempt: Attempt, most: int, tried: list[Attempt]) -> None:
    kept.missed = 0
    if (attempt.facts.peak or 0) >= 9:
        kept.move(-1, most)
    elif attempt.size is Size.FULL and attempt.rung >= kept.rung:
        kept.since.append(attempt)
        if kept.earned() and not _flagged(tried):
            kept.move(+1, most)


@settings(max_examples=80, deadline=None)
@given(lives)
@example(Life((), (), 0))
def test_a_slow_second_opinion_comes_to_the_same_rungs(life: Life) -> None:
    busy = {entry.day for entry in life.log} | {wish.day for wish in life.wishes}
    for today in sorted({MONDAY, *busy, *(day + after * DAY for day in busy for after in (1, 8))}):
        assert rungs(life.until(today), today) == second_opinion(life.until(today), today), today
