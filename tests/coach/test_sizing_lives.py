"""Any life at all: the guards hold at every entry of it, and a slow second opinion comes to the same rungs.

The second opinion writes the guards of science.md down again, calendar day by calendar day, and remembers
what happened instead of counting it. What the next rung would be like it takes from `readiness`, as they do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.coach import fit, sizing
from bot.coach.model import RUNGS, Attempt, Domain, Size, State, Wish
from bot.coach.readiness import Belief
from bot.coach.sizing import Course, Entry, Rated
from tests.coach.any_life import ASKS, DAY, MONDAY, STING, Life, Step, lives, walk

LIVES = settings(max_examples=40, deadline=None)


def rungs(course: Course) -> dict[Domain, int]:
    return {domain: standing.rung for domain, standing in course.standings.items()}


def risen(step: Step) -> list[Domain]:
    before, after = rungs(step.before), rungs(step.after)
    return [domain for domain in before if after[domain] > before[domain]]


# --- the guards


@LIVES
@given(lives)
def test_a_rung_is_on_the_ladder_and_one_above_its_morning_at_most(life: Life) -> None:
    for step in walk(life):
        morning, after = rungs(step.morning), rungs(step.after)
        assert all(after[domain] in RUNGS for domain in morning)
        assert all(after[domain] <= morning[domain] + 1 for domain in morning)


@LIVES
@given(lives)
def test_a_night_never_raises_a_rung_and_what_is_asked_is_never_above_it(life: Life) -> None:
    state = Life().course(MONDAY)
    for step in walk(life):
        before, today = step.before, sizing.day_of(step.entry)
        if state.offers:  # until then what is rated says where it begins
            assert all(rungs(before)[domain] <= rungs(state)[domain] for domain in rungs(state))
        for domain, most in rungs(before).items():
            assert 1 <= sizing.today(before, domain, today).rung <= most
        state = step.after


@LIVES
@given(lives)
def test_nothing_rises_while_distress_keeps_rising(life: Life) -> None:
    for step in walk(life):
        assert not (step.after.flagged and risen(step))


@LIVES
@given(lives)
def test_while_distress_keeps_rising_no_ask_is_larger_than_the_last_of_its_domain(life: Life) -> None:
    for step in walk(life):
        for domain, there in step.after.standings.items():
            if step.after.flagged and there.last_rung is not None:
                assert sizing.today(step.after, domain, sizing.day_of(step.entry)).rung <= there.last_rung


@LIVES
@given(lives)
def test_a_level_is_opened_by_what_was_made_on_it_or_by_a_wish(life: Life) -> None:
    since: dict[Domain, list[Attempt]] = {domain: [] for domain in STING}
    known: dict[Domain, int] = {}
    for step in walk(life):
        entry, before, after = step.entry, levels(step.before), levels(step.after)
        for domain in STING:
            since[domain] = since[domain] if known.get(domain) == before[domain] else []
            if isinstance(entry, Attempt) and entry.domain is domain:
                since[domain] += [entry] if counts(entry, min(before[domain], after[domain])) else []
            if after[domain] > before[domain]:
                assert isinstance(entry, Wish) or earned(since[domain])
            if after[domain] != before[domain]:
                since[domain] = since[domain][-1:] if after[domain] < before[domain] else []
        known = after


@LIVES
@given(lives)
def test_nothing_comes_into_reach_but_one_above_an_ask_that_was_made_calmly_or_by_a_wish(life: Life) -> None:
    for step in walk(life):
        entry = step.entry
        for domain in risen(step):
            assert isinstance(entry, Wish | Attempt)
            assert entry.domain is domain
            if isinstance(entry, Attempt):
                assert entry.attempted
                assert (entry.size, (entry.facts.peak or 0) < 9) == (Size.FULL, True)
                assert rungs(step.after)[domain] <= entry.rung + 1


def levels(course: Course) -> dict[Domain, int]:
    return {domain: standing.level for domain, standing in course.standings.items()}


def counts(entry: Attempt, level: int) -> bool:
    """An ask that was made as it stands, on the level or above it."""
    return entry.attempted and entry.size is Size.FULL and entry.rung >= level


def earned(asks: list[Attempt]) -> bool:
    places = {ask.context for ask in asks} - {None}
    return len(asks) >= 3 and len({ask.ask for ask in asks}) >= 2 and len(places) >= 2


@LIVES
@given(lives)
def test_after_a_peak_of_nine_or_two_days_not_attempted_the_next_ask_is_smaller(life: Life) -> None:
    misses = dict.fromkeys(STING, 0)
    days: dict[Domain, date] = {}
    for step in walk(life):
        entry = step.entry
        if not isinstance(entry, Attempt) or entry.domain not in STING:
            continue
        if not sizing.decided(entry, entry.day + DAY):
            continue
        if entry.attempted:
            misses[entry.domain] = 0
        elif days.get(entry.domain) != entry.day:
            misses[entry.domain] += 1
        days[entry.domain] = entry.day
        frightened = entry.attempted and (entry.facts.peak or 0) >= 9
        if frightened or misses[entry.domain] == 2:
            misses[entry.domain] = 0
            assert sizing.today(step.after, entry.domain, entry.day).rung <= max(entry.rung - 1, 1)


# --- what a snapshot needs


@LIVES
@given(lives, st.data())
def test_the_order_in_which_entries_are_handed_in_does_not_matter(life: Life, data: st.DataObject) -> None:
    mixed = Life(tuple(data.draw(st.permutations(life.entries))), life.days)
    end = MONDAY + DAY * life.days
    assert mixed.course(end) == life.course(end)


@LIVES
@given(lives, st.integers(-1, 60), st.integers(1, 12))
def test_going_on_from_any_day_comes_to_the_same_as_from_the_start(life: Life, cut: int, after: int) -> None:
    end, upto = MONDAY + DAY * (life.days + after), MONDAY + DAY * min(cut, life.days)
    early, late = sizing.before_the_first(life.log, life.ratings)
    entries: list[Entry] = [*life.log, *life.wishes, *late]
    first = [entry for entry in entries if sizing.day_of(entry) <= upto]
    kept = sizing.fold(sizing.begin(STING, early), first, upto + DAY, ASKS)
    rest = [entry for entry in entries if sizing.day_of(entry) > upto]
    assert sizing.on(kept, rest, end, ASKS) == life.course(end)


@settings(max_examples=15, deadline=None)
@given(lives)
def test_a_morning_depends_on_the_days_before_it_alone(life: Life) -> None:
    for today in life.each_day():
        before = life.until(today - DAY)
        still = [waiting(entry) for entry in life.log if entry.day >= today and entry.planned]
        if before.log:  # the first ask says what was rated before it
            assert Life((*still, *before.entries)).course(today) == before.course(today)


def waiting(entry: Attempt) -> Attempt:
    return Attempt(
        entry.id, entry.day, entry.domain, entry.rung, State.OFFERED, entry.offered_at, entry.challenge
    )


# --- the second opinion


@dataclass
class Memory:
    """One domain, remembered: the asks made since its level began, and the days not attempted in a row."""

    level: int
    reach: int = 10
    last: int | None = None  # the rung of the last ask
    since: list[Attempt] = field(default_factory=list)
    reached: bool = False  # something was made, or fell: from then on nothing is asked far above it
    missed: int = 0
    told: set[date] = field(default_factory=set)

    @property
    def rung(self) -> int:
        return min(self.level, self.reach)

    def down(self) -> None:
        self.reach, self.reached = max(min(self.rung, self.last or 10) - 1, 1), True
        self.open(max(self.level - 1, 1))

    def up(self, most: int) -> None:
        higher = min(self.rung + 1, most)
        if higher != self.rung:
            self.reach, self.reached = higher, True
            self.open(max(self.level, higher))

    def open(self, level: int) -> None:
        if level != self.level:
            self.level, self.since = level, []

    def made(self, attempt: Attempt, most: int) -> None:
        """An ask that was made brings the next rung into reach, a hard one only itself."""
        hard = (attempt.facts.peak or 0) >= 8
        to = attempt.rung if hard else min(attempt.rung + 1, most)
        if not self.reached:
            self.reach = to
        else:
            self.reach = min(self.reach, to) if hard else max(self.reach, to)
        self.reached = True


@dataclass
class Practice:
    """All domains, lived through day by day."""

    memory: dict[Domain, Memory]
    tried: list[Attempt] = field(default_factory=list)
    most: dict[Domain, int] = field(default_factory=dict)

    def rungs(self) -> dict[Domain, int]:
        return {domain: kept.rung for domain, kept in self.memory.items()}

    def begin(self, today: date) -> None:
        if self.tried and today - self.tried[-1].day == 8 * DAY:
            self.all_down()
        self.most = {domain: min(kept.rung + 1, 10) for domain, kept in self.memory.items()}

    def all_down(self) -> None:
        for kept in self.memory.values():
            kept.down()

    def live(self, entry: Entry, belief: Belief) -> None:
        if isinstance(entry, Attempt) and entry.attempted:
            self.tried.append(entry)
            if len(self.tried) == 3 and sum(made.facts.peak or 5 for made in self.tried) >= 21:
                self.all_down()
        if isinstance(entry, Rated) or entry.domain not in self.memory:
            return
        kept, most = self.memory[entry.domain], self.most[entry.domain]
        if isinstance(entry, Attempt):
            self.asked(kept, entry, most, belief)
        elif entry.steps < 0:
            kept.down()
        elif not self.flagged():
            kept.up(most)

    def asked(self, kept: Memory, entry: Attempt, most: int, belief: Belief) -> None:
        if not sizing.decided(entry, entry.day + DAY):
            return
        kept.last = entry.rung
        if entry.attempted:
            self.made(kept, entry, most, belief)
        elif entry.day not in kept.told:
            missed(kept)
        kept.told.add(entry.day)

    def made(self, kept: Memory, attempt: Attempt, most: int, belief: Belief) -> None:
        kept.missed = 0
        if (attempt.facts.peak or 0) >= 9:
            kept.down()
        elif attempt.size is Size.FULL and not self.flagged():
            kept.made(attempt, most)
            if attempt.rung < kept.level:
                return
            kept.since.append(attempt)
            if earned(kept.since) and fit.bears(belief, attempt.domain, kept.level + 1):
                kept.open(min(kept.level + 1, max(most, kept.level)))

    def flagged(self) -> bool:
        peaks = [attempt.facts.peak for attempt in self.tried if attempt.facts.peak is not None][-3:]
        return len(peaks) == 3 and peaks == sorted(set(peaks)) and peaks[-1] >= 7


def missed(kept: Memory) -> None:
    kept.missed += 1
    if kept.missed == 2:
        kept.missed = 0
        kept.down()


@settings(max_examples=50, deadline=None)
@given(lives)
@example(Life())
def test_a_slow_second_opinion_comes_to_the_same_rungs(life: Life) -> None:
    early, _ = sizing.before_the_first(life.log, life.ratings)
    begun = rungs(sizing.begin(STING, early))
    practice = Practice({domain: Memory(rung) for domain, rung in begun.items()})
    days = life.each_day()
    today = next(days)
    practice.begin(today)
    for step in walk(life):
        while today < sizing.day_of(step.entry):
            today = next(days)
            practice.begin(today)
        practice.live(step.entry, step.after.belief)
        assert practice.rungs() == rungs(step.after), step.entry
    for today in days:
        practice.begin(today)
        assert practice.rungs() == rungs(life.course(today)), today
