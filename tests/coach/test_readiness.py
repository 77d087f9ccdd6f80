"""What the filter makes of a log: each kind of entry as a rule, then any log at all, then people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import distress, fit, readiness
from bot.coach.belief import DREAD, KIN, UNMET, Belief
from bot.coach.model import Attempt, Challenge, Context, Domain, Facts, Kind, Outcome, Size, Stakes, State

MONDAY = date(2026, 11, 2)
SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
STING = {SOCIAL: 6, WORK: 6}


def tried(day: int = 0, peak: int | None = 5, rung: int = 4, **other: Any) -> Attempt:
    at = datetime(2026, 11, 2, 12, tzinfo=UTC) + timedelta(days=day)
    facts = other.pop("facts", Facts(outcome=Outcome.NO, peak=peak))
    usual = Attempt(
        day,
        MONDAY + timedelta(days=day),
        SOCIAL,
        rung,
        State.DONE,
        at,
        f"ask-{day}",
        closed_at=at,
        facts=facts,
    )
    return replace(usual, **other)


def let_go(day: int = 0, outcome: Outcome | None = None, **other: Any) -> Attempt:
    state = State.OFFERED if outcome is None else State.DONE
    return tried(day, state=state, facts=Facts(outcome=outcome), **other)


def told(*log: Attempt, sting: dict[Domain, int] = STING) -> Belief:
    belief = readiness.until(readiness.begin(sting), MONDAY)
    for attempt in log:
        belief = readiness.after(belief, attempt, None)
    return belief


def ask(name: str, rung: int = 4, kind: Kind = Kind.SMALL_FAVOUR, domain: Domain = SOCIAL) -> Challenge:
    return Challenge(name, domain, rung, Context.SHOP, kind, Stakes.LOW)


def ready(belief: Belief, domain: Domain = SOCIAL) -> float:
    return belief.mean[belief.domains.index(domain)]


def doubt(belief: Belief, domain: Domain = SOCIAL) -> float:
    place = belief.domains.index(domain)
    return belief.spread[place][place]


START = told()


# --- where it begins


def test_what_stings_in_one_domain_says_something_of_the_other() -> None:
    assert ready(told(sting={SOCIAL: 1, WORK: 6}), WORK) > ready(START, WORK)


# --- what an entry says


REPORTS: dict[str, Callable[[int], Facts]] = {
    "peak": lambda n: Facts(outcome=Outcome.NO, peak=n),
    "anticipated": lambda n: Facts(outcome=Outcome.NO, anticipated=n),
}


@pytest.mark.parametrize("said", REPORTS)
def test_the_less_it_frightened_the_readier_they_are(said: str) -> None:
    levels = [ready(told(tried(facts=REPORTS[said](rating)))) for rating in range(1, 10)]
    assert levels == sorted(levels, reverse=True)


def test_what_happened_counts_more_than_what_was_feared() -> None:
    feared = told(tried(facts=Facts(outcome=Outcome.NO, anticipated=9, peak=3)))
    assert ready(feared) > ready(told(tried(facts=Facts(outcome=Outcome.NO, anticipated=3, peak=9))))


def test_an_entry_lessens_the_doubt() -> None:
    assert doubt(told(tried())) < doubt(START)
    assert doubt(told(tried()), WORK) < doubt(START, WORK)


@pytest.mark.parametrize("outcome", [o for o in Outcome if o.attempted])
def test_the_answer_never_matters(outcome: Outcome) -> None:
    assert told(tried(facts=Facts(outcome=outcome, peak=5))) == told(tried())


def test_not_going_says_it_may_have_been_too_much_and_backing_out_says_so_clearly() -> None:
    missed, backed_out = told(let_go()), told(let_go(outcome=Outcome.BACKED_OUT))
    assert ready(START) - 0.7 < ready(missed) < ready(START)
    assert ready(backed_out) < ready(missed) - 0.3


def test_a_day_missed_says_little_where_the_ask_was_easy_or_hard_anyway() -> None:
    easy, middling, hard = (ready(START) - ready(told(let_go(rung=rung))) for rung in (1, 4, 8))
    assert 0 < easy < hard < middling


@pytest.mark.parametrize("size", [Size.SMALLER, Size.IMAGINAL])
def test_calm_in_a_smaller_size_is_no_sign_of_readiness_for_the_whole_ask(size: Size) -> None:
    assert ready(told(tried(peak=3, size=size))) < ready(told(tried(peak=3)))


def test_a_prediction_that_fell_says_more_was_learnt() -> None:
    same, fell = (Facts(outcome=Outcome.NO, peak=5, chance=70, again=again) for again in (70, 40))
    assert ready(told(tried(facts=fell))) > ready(told(tried(facts=same)))


def test_an_attempt_of_useful_size_makes_readier_than_one_that_overwhelms() -> None:
    useful = [distress.useful(felt) for felt in (5, 3, 1, 9.5)]
    assert useful[0] == 1 > useful[1] > 0 == useful[2] > useful[3]


def test_the_own_habit_of_fearing_ahead_is_learnt() -> None:
    always = [tried(day, facts=Facts(outcome=Outcome.NO, anticipated=9, peak=4)) for day in range(12)]
    belief = told(*always)
    assert belief.dread > DREAD
    assert 3.5 < belief.dread - belief.shift < 5  # the two are only seen together


@pytest.mark.parametrize(("steps", "sign"), [(-1, -1), (1, 1)])
def test_a_wish_is_heard(steps: int, sign: int) -> None:
    moved = ready(readiness.wished(START, SOCIAL, 4, steps)) - ready(START)
    assert moved * sign > 0


def test_a_domain_that_was_switched_off_says_nothing() -> None:
    off = Domain.ROMANTIC
    told_of = readiness.rated(readiness.wished(START, off, 4, 1), ask("ask", domain=off), 9, MONDAY)
    assert readiness.after(told_of, tried(domain=off), None) == START


# --- one challenge


def test_a_challenge_that_frightened_is_remembered_as_harder_than_others_of_its_rung() -> None:
    belief = told(tried(peak=9))
    hard, other = (fit.guess(belief, ask(name)) for name in ("ask-0", "other"))
    assert hard.distress > other.distress
    assert hard.spread < other.spread


@pytest.mark.parametrize(
    ("same", "other"),
    [
        (ask("x", kind=Kind.DISCOUNT), ask("x")),
        (ask("x"), replace(ask("x"), context=Context.STREET)),
    ],
)
def test_what_frightened_is_expected_of_the_same_kind_and_of_the_same_place(
    same: Challenge, other: Challenge
) -> None:
    frightened = tried(peak=9, context=same.context)
    belief = readiness.after(START, frightened, same)
    assert fit.guess(belief, same).distress > fit.guess(belief, other).distress + 0.05


def test_a_rating_speaks_of_its_challenge_first_and_of_all_others_a_little() -> None:
    belief = readiness.rated(START, ask("kite"), 9, MONDAY)
    unlike = replace(ask("other", kind=Kind.DISCOUNT), context=Context.STREET)
    other, rated = (fit.guess(belief, challenge).distress for challenge in (unlike, ask("kite")))
    assert fit.guess(START, unlike).distress < other < rated < 9


def test_what_is_said_before_an_ask_tells_of_the_ask_and_of_the_mood_of_that_day() -> None:
    morning = readiness.feared(START, ask("kite"), 9)
    unlike = replace(ask("other", kind=Kind.DISCOUNT), context=Context.STREET)
    tomorrow = readiness.until(morning, MONDAY + timedelta(days=1))
    now, then = (fit.guess(belief, unlike).distress for belief in (morning, tomorrow))
    assert fit.guess(START, unlike).distress < then < now < fit.guess(morning, ask("kite")).distress


# --- time


def test_days_widen_the_doubt_and_idle_ones_lower_readiness_a_little() -> None:
    belief = told(tried())
    two, ten = (readiness.until(belief, MONDAY + timedelta(days)) for days in (2, 10))
    assert doubt(belief) < doubt(two) < doubt(ten)
    assert ready(belief) == ready(two) > ready(ten) > ready(belief) - 0.5


def test_time_is_the_same_in_one_step_or_in_many() -> None:
    belief = many = told(tried())
    for days in range(1, 31):
        many = readiness.until(many, MONDAY + timedelta(days=days))
    once = readiness.until(belief, MONDAY + timedelta(days=30))
    assert many.mean == pytest.approx(once.mean)
    assert doubt(many) == pytest.approx(doubt(once))


def test_years_away_cost_little_more_than_two_months() -> None:
    away = readiness.until(told(tried()), MONDAY + timedelta(days=2000))
    assert ready(away) > ready(told(tried())) - 1.5
    assert doubt(away) <= readiness.ALIKE + readiness.APART


# --- any log


ENTRIES = st.builds(
    lambda gap, make, domain, rung, size: (gap, make, {"domain": domain, "rung": rung, "size": size}),
    st.sampled_from([0, 1, 1, 2, 9, 90]),
    st.builds(
        Facts,
        anticipated=st.none() | st.integers(1, 10),
        chance=st.none() | st.integers(0, 100),
        outcome=st.none() | st.sampled_from(Outcome),
        peak=st.none() | st.integers(1, 10),
        again=st.none() | st.integers(0, 100),
    ),
    st.sampled_from([SOCIAL, SOCIAL, WORK, Domain.CUSTOMERS]),
    st.integers(1, 10),
    st.sampled_from(Size),
)


LOGS = st.lists(ENTRIES, max_size=60)


def lived(steps: Sequence[tuple[int, Facts, dict[str, Any]]]) -> list[Attempt]:
    days = 0
    log: list[Attempt] = []
    for gap, facts, other in steps:
        days += gap
        log.append(tried(days, facts=facts, challenge=f"ask-{len(log) % 7}", **other))
    return log


@settings(max_examples=150, deadline=None)
@given(
    st.lists(ENTRIES, max_size=60), st.dictionaries(st.sampled_from(Domain), st.integers(1, 10), max_size=4)
)
def test_whatever_is_told_the_belief_stays_sound(steps: list[Any], sting: dict[Domain, int]) -> None:
    belief = told(*lived(steps), sting=sting)
    for n, domain in enumerate(belief.domains):
        assert isfinite(belief.mean[n])
        assert -8 < belief.mean[n] < 20
        assert 0 < belief.spread[n][n] < 6
        assert all(abs(belief.spread[n][m] - belief.spread[m][n]) < 1e-9 for m in range(len(belief.mean)))
        assert 1 <= fit.first_level(belief, domain) <= 10
        assert 1 <= fit.typical(belief, domain, 5).distress <= 10
    assert all(0 < variance <= KIN for _, variance in belief.own.values())
    assert all(0 < met.spread < UNMET + 2 * KIN for met in belief.met.values())


@settings(max_examples=50, deadline=None)
@given(LOGS, st.integers(0, 60))
def test_going_on_from_a_snapshot_is_the_same_as_from_the_start(steps: list[Any], cut: int) -> None:
    log = lived(steps)
    halfway = told(*log[:cut])
    for attempt in log[cut:]:
        halfway = readiness.after(halfway, attempt, None)
    assert halfway == told(*log)


# --- people


def report(truth: float, rung: int) -> int:
    return min(max(round(distress.felt(rung - truth)), 1), 10)


@pytest.mark.parametrize("truth", [1.5, 4.0, 7.0])
def test_thirty_honest_attempts_find_where_somebody_stands(truth: float) -> None:
    belief = START
    for day in range(30):
        rung = 3 + day % 3
        belief = readiness.after(belief, tried(day, report(truth, rung), rung), None)
        truth += readiness.PACE * distress.useful(distress.felt(rung - truth))
    assert abs(ready(belief) - truth) < 1
    assert doubt(belief) < 0.6


def test_somebody_who_does_not_grow_is_not_taken_to_grow_for_ever() -> None:
    belief = told(*(tried(day, report(4, 4 + day % 3), 4 + day % 3) for day in range(200)))
    assert 3.5 < ready(belief) < 5
    assert ready(belief, WORK) < 5
    assert belief.mean[-1] < readiness.PACE / 2
