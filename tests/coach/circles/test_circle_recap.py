"""A circle's week: sums of what is shared, and nothing of one person in what names nobody."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from bot.coach.circles import recap
from bot.coach.circles.model import Member, Note, Sharing
from bot.coach.model import Attempt, Domain, Facts, Kind, Outcome, State

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
KINDS = {"a": Kind.DISCOUNT, "b": Kind.INVITATION}


def asked(
    number: int,
    after: int = 0,
    ask: str = "a",
    outcome: Outcome = Outcome.NO,
    peak: int = 5,
    chance: int = 60,
) -> Attempt:
    """An ask `after` days from that Monday."""
    day = MONDAY + after * DAY
    at = datetime.combine(day, time(12), UTC)
    facts = Facts(outcome=outcome, peak=peak, chance=chance)
    return Attempt(number, day, Domain.SOCIAL, 3, State.DONE, at, ask, closed_at=at, facts=facts)


def week(members: list[Member], log: dict[int, list[Attempt]]) -> recap.Week:
    return recap.of_week(members, log, KINDS, MONDAY, "UTC")


def crowd(sharing: Sharing, number: int = 3) -> list[Member]:
    return [Member(person, f"P{person}", sharing) for person in range(number)]


def test_asks_are_counted_by_day_and_those_of_other_weeks_are_not() -> None:
    log = {0: [asked(1, -1), asked(2, 0), asked(3, 0)], 1: [asked(4, 6)], 2: [asked(5, 7)]}
    found = week(crowd(Sharing.DONE), log)
    assert (found.asks, found.people, found.by_day) == (3, 2, (2, 0, 0, 0, 0, 0, 1))


def test_who_shares_nothing_is_in_no_number() -> None:
    found = week(crowd(Sharing.NOTHING), {0: [asked(1)]})
    assert (found.asks, found.people) == (0, 0)


def test_yeses_are_told_of_those_who_share_outcomes_only() -> None:
    members = [Member(0, "Ana", Sharing.DONE), Member(1, "Ben", Sharing.OUTCOME)]
    log = {person: [asked(person, outcome=Outcome.YES)] for person in (0, 1)}
    assert week(members, log).yeses == ("Ben",)


def test_shares_of_yes_stand_on_three_people_and_five_answers() -> None:
    log = {person: [asked(10 * person, outcome=Outcome.YES), asked(10 * person + 1)] for person in range(3)}
    found = week(crowd(Sharing.OUTCOME), log).answers
    assert found is not None
    assert (found.expected, found.came, found.asked) == (40, 50, 6)
    assert week(crowd(Sharing.OUTCOME, 2), log).answers is None
    assert week(crowd(Sharing.DONE), log).answers is None
    assert week(crowd(Sharing.OUTCOME), {**log, 0: [], 1: log[1] * 3}).answers is None


def test_what_frightened_names_sorts_of_asks_of_three_people_or_nothing() -> None:
    hard = {person: [asked(person, ask="b" if person else "a", peak=8)] for person in range(3)}
    assert week(crowd(Sharing.OUTCOME), hard).frightening == (Kind.INVITATION, Kind.DISCOUNT)
    assert week(crowd(Sharing.DONE), hard).frightening == ()
    assert week(crowd(Sharing.OUTCOME), {**hard, 2: [asked(2, peak=6)]}).frightening == ()


def test_who_asks_again_after_more_than_a_week_is_back() -> None:
    log = {0: [asked(1, -8), asked(2, 0)], 1: [asked(3, -7), asked(4, 0)], 2: [asked(5, 0)]}
    assert week(crowd(Sharing.DONE), log).comebacks == ("P0",)


def test_only_lines_their_owners_showed_are_up_for_the_boldest() -> None:
    members = [Member(0, "Ana", Sharing.NOTE), Member(1, "Ben", Sharing.DONE)]
    log = {0: [asked(1), asked(2)], 1: [asked(3)]}
    notes = [Note(number, f"line {number}", datetime(2026, 11, 23, tzinfo=UTC)) for number in (1, 3)]
    found = recap.boldest(members, log, notes, {1: 2, 3: 5})
    assert [(one.attempt, one.name, one.note, one.votes) for one in found] == [(1, "Ana", "line 1", 2)]


def test_a_tie_and_no_votes_name_nobody() -> None:
    members = [Member(0, "Ana", Sharing.NOTE)]
    notes = [Note(number, "line", datetime(2026, 11, 23, tzinfo=UTC)) for number in (1, 2)]
    both = recap.boldest(members, {0: [asked(1), asked(2)]}, notes, {1: 2, 2: 2})
    assert recap.voted(both) is None
    assert recap.voted(recap.boldest(members, {0: [asked(1)]}, notes, {})) is None
    best = recap.voted(recap.boldest(members, {0: [asked(1), asked(2)]}, notes, {2: 1}))
    assert best is not None
    assert best.attempt == 2
