"""A circle's clock and its themes: one card a morning, a poll on Saturday, a recap on Sunday."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.coach import day as days
from bot.coach.circles import themes, week
from bot.coach.circles.model import Call, Circle, Sharing
from bot.coach.circles.themes import CircleTheme
from bot.coach.model import Challenge
from bot.words import bank

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "America/Santiago")
BANK: tuple[Challenge, ...] = tuple(bank.load().challenges)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  given one


def circle(zone: str = "UTC", at: time = time(8, 30)) -> Circle:
    return Circle(1, -5, "Askers", "abcdefgh", zone=zone, at=at)


def lived(group: Circle, since: datetime, calls: int) -> list[week.Due]:
    found: list[week.Due] = []
    for _ in range(calls):
        found.append(week.next_call(group, found[-1].at if found else since))
    return found


def test_a_week_calls_nine_times() -> None:
    found = lived(circle(), datetime(2026, 11, 23, 7, tzinfo=UTC), 9)
    assert [due.call for due in found].count(Call.MORNING) == 7
    assert [(due.call, due.day) for due in found if due.call is not Call.MORNING] == [
        (Call.POLL, date(2026, 11, 28)),
        (Call.RECAP, date(2026, 11, 29)),
    ]


@given(
    st.sampled_from(ZONES), st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)), instants
)
def test_each_local_day_has_one_card_and_never_more_than_two_calls(
    zone: str, at: time, since: datetime
) -> None:
    found = lived(circle(zone, at), since, 30)
    cards = [due.day for due in found if due.call is Call.MORNING]
    assert cards == [cards[0] + n * timedelta(days=1) for n in range(len(cards))]
    assert all([due.day for due in found].count(day) <= week.MOST_POSTS for day in cards)
    assert all(days.local_day(due.at, zone) == due.day for due in found)
    assert [due.at for due in found] == sorted({due.at for due in found})


def test_the_poll_and_the_recap_come_after_the_card_also_where_it_comes_late() -> None:
    found = lived(circle(at=time(21)), datetime(2026, 11, 27, 22, tzinfo=UTC), 4)
    assert [due.call for due in found] == [Call.MORNING, Call.POLL, Call.MORNING, Call.RECAP]


def test_a_quiet_card_is_written_over_but_not_on_a_monday() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    assert week.writes_over(tuesday, newest=True, touched=False)
    assert not week.writes_over(monday, newest=True, touched=False)
    assert not week.writes_over(tuesday, newest=False, touched=False)
    assert not week.writes_over(tuesday, newest=True, touched=True)


def test_levels_show_what_the_ones_before_them_show() -> None:
    assert [level.shows(Sharing.OUTCOME) for level in Sharing] == [False, False, True, True]
    assert all(level.shows(level) for level in Sharing)


# --- themes


def test_every_theme_has_asks_for_beginners_and_for_others() -> None:
    for theme in CircleTheme:
        rungs = {challenge.rung for challenge in BANK if themes.suits(theme, challenge)}
        assert min(rungs) <= 3, theme
        assert len(rungs) >= 3, theme


def test_the_poll_begins_with_what_members_proposed() -> None:
    options = themes.choices((CircleTheme.ODD, CircleTheme.WORK, CircleTheme.ODD), (CircleTheme.PHONE,), 0.7)
    assert options[:2] == (CircleTheme.ODD, CircleTheme.WORK)
    assert len(set(options)) == len(options) == themes.CHOICES
    assert CircleTheme.PHONE not in options


@given(
    st.lists(st.sampled_from(CircleTheme)),
    st.lists(st.sampled_from(CircleTheme)),
    st.floats(0, 1, exclude_max=True),
)
def test_a_poll_always_has_its_options(
    proposed: list[CircleTheme], lately: list[CircleTheme], roll: float
) -> None:
    options = themes.choices(proposed, lately, roll)
    assert len(set(options)) == len(options) == themes.CHOICES
    assert set(proposed[:1]) <= set(options)


def test_the_theme_with_most_votes_is_elected_and_without_votes_a_fresh_one() -> None:
    options = (CircleTheme.ODD, CircleTheme.WORK, CircleTheme.PHONE)
    assert themes.elected(options, (1, 3, 3), (), 0.5) is CircleTheme.WORK
    for roll in (0.0, 0.3, 0.99):
        assert themes.elected(options, (0, 0, 0), (CircleTheme.ODD,), roll) is not CircleTheme.ODD
