"""Any life at all: the guards hold at every entry, and a slow second opinion comes to the same rungs."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.coach import sizing
from bot.coach.model import RUNGS, Attempt, Domain, Size, State, Wish
from bot.coach.sizing import Course, Entry
from tests.coach.any_life import ASKS, DAY, MONDAY, STING, Life, Step, lives, walk
from tests.coach.second_opinion import Memory, Practice, earned

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
