"""Today's challenge over a year and more, with the bank that ships."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import choose, sizing
from bot.coach.model import (
    Attempt,
    Cause,
    Challenge,
    Domain,
    Facts,
    Outcome,
    Size,
    State,
    Why,
)
from bot.coach.worth import Morning
from bot.words import bank
from tests.coach.mornings import DAY, MONDAY, ask, asked, morning

REAL = bank.load().challenges
SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
ROLLS = (0.3, 0.77, 0.1, 0.99)
KNOWN = {challenge.id: challenge for challenge in REAL}


@cache
def live(domains: tuple[Domain, ...], days: int, gentle: bool = False) -> list[Attempt]:
    """Make every ask calmly on a plan of five days a week, swapping one away now and then."""
    log: list[Attempt] = []
    now = sizing.begin(dict.fromkeys(domains, 5))
    for n in (n for n in range(days) if n % 7 < 5):
        day, at = MONDAY + DAY * n, datetime(2026, 11, 2, 8, tzinfo=UTC) + DAY * n
        today = Morning(REAL, sizing.on(now, (), day, KNOWN), day)
        pick = choose.pick(today, gentle, ROLLS[n % 4])
        assert pick.challenge.rung == pick.why.rung
        assert pick.why.rung <= sizing.today(today.course, pick.challenge.domain, day).rung
        entry = Attempt(
            n, day, pick.challenge.domain, pick.challenge.rung, State.DONE, at, pick.challenge.id,
            size=pick.size, context=pick.challenge.context, closed_at=at, why=pick.why,
            facts=Facts(outcome=Outcome.NO, peak=4),
        )  # fmt: skip
        log.append(swapped(today, entry) if n % 7 == 4 else entry)
        now = sizing.fold(now, [log[-1]], day + DAY, KNOWN)
    return log


def swapped(today: Morning, entry: Attempt) -> Attempt:
    passed = replace(entry, passed=(entry.challenge or "",))
    pick = choose.another(replace(today, undecided=(passed,)), passed, 0.5)
    other = pick.challenge
    return replace(passed, challenge=other.id, rung=other.rung, context=other.context, why=pick.why)


def _repeats(log: Sequence[Attempt]) -> list[int]:
    """Days between two times that the same ask was on the table."""
    last: dict[str, date] = {}
    gaps: list[int] = []
    for entry in log:
        for name in (*entry.passed, entry.challenge or ""):
            gaps += [(entry.day - last[name]).days] if name in last else []
            last[name] = entry.day
    return gaps


@pytest.mark.parametrize("domain", Domain)
def test_four_hundred_days_in_one_domain_climb_to_its_top_and_never_run_dry(domain: Domain) -> None:
    log = live((domain,), 400)
    top = max(c.rung for c in REAL if c.domain is domain)
    assert len(log) == 286
    assert {entry.domain for entry in log} == {domain}
    assert max(entry.rung for entry in log) == top
    assert min(_repeats(log)) >= 14


def test_four_hundred_days_in_all_domains_leave_none_behind() -> None:
    log = live(tuple(Domain), 400)
    count = Counter(entry.domain for entry in log)
    assert min(count.values()) > 286 / 8
    for domain in Domain:
        turns = [n for n, entry in enumerate(log) if entry.domain is domain]
        assert max(b - a for a, b in pairwise(turns)) <= choose.ROUNDS * 4 + 4
    assert min(_repeats(log)) >= 14


def test_places_and_stakes_of_the_real_bank_vary() -> None:
    asks = [KNOWN[entry.challenge or ""] for entry in live((SOCIAL,), 400)[:100]]
    pairs = list(pairwise(asks))
    assert sum(a.context is not b.context for a, b in pairs) > 85
    assert sum(a.stakes is not b.stakes for a, b in pairs) > 50


def test_about_one_day_in_five_of_a_year_is_easy() -> None:
    easy = [entry for entry in live(tuple(Domain), 400) if entry.why and entry.why.cause is Cause.RECOVERY]
    assert 286 / 6 <= len(easy) <= 286 / 4.5


def test_the_gentle_way_through_the_real_bank_ends_in_whole_asks() -> None:
    sizes = [entry.size for entry in live((SOCIAL,), 12, gentle=True)]
    assert sizes == [Size.IMAGINAL] * 3 + [Size.SMALLER] * 3 + [Size.FULL] * 4


@pytest.mark.parametrize("rung", [1, 2])
def test_who_stays_on_a_low_rung_every_day_meets_many_asks_before_one_comes_again(rung: int) -> None:
    """All of them, or two dozen where there are more: an ask rests for longer each time."""
    low = [c for c in REAL if c.domain is SOCIAL and c.rung <= rung]
    log: list[Attempt] = []
    for day in range(60):
        log.append(asked(ask(REAL, log, rung, day, 0.4), day))
    assert min(_repeats(log)) >= 14
    assert len({entry.challenge for entry in log}) >= min(len(low), 24)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(REAL), st.integers(0, 40)), max_size=60),
    st.sampled_from(Domain),
    st.integers(1, 10),
    st.floats(0, 1, exclude_max=True),
)
def test_nobody_is_ever_without_a_challenge_of_their_rung(
    used: list[tuple[Challenge, int]], domain: Domain, rung: int, roll: float
) -> None:
    log = [asked(c.id, day, domain=c.domain) for c, day in used]
    today = morning(REAL, log, 40, *Domain)
    found = choose.ask(today, domain, Why(Cause.HELD, rung), roll)
    assert found.domain is domain
    assert found.rung <= rung
