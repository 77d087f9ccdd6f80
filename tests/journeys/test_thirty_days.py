"""Thirty days of three people: over changes of the clocks, half an hour off, and over the date line and back.

A keen one, an avoidant one and a forgetful one; the rules hold over everything the bot said to them.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.coach.messages import Card, FollowUp, Message, Nudge, Offer, OffToday
from tests.journeys import lives
from tests.journeys.lives import BEGIN, DAYS, HOUR, Life
from tests.journeys.outing import BY_ITSELF

pytestmark = pytest.mark.xdist_group("thirty days")  # lived once, not once a worker
EVENING, QUIET_FROM, QUIET_TO = time(19, 30), time(22), time(7)  # as everybody has them at first


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> list[Life]:
    return asyncio.run(lives.live(tmp_path_factory.mktemp("thirty-days")))


def of(life: Life, *kinds: type[Any]) -> list[tuple[datetime, Any]]:
    """What came to a person of these kinds, with the time on their clock; of challenges the new ones only."""
    fresh = [one for one in life.heard if not (one.edit and isinstance(one.message, Offer))]
    return [(life.local(one.at), one.message) for one in fresh if isinstance(one.message, kinds)]


def mornings(life: Life) -> Iterator[date]:
    """The local dates on which a person lived through their morning time."""
    for quarter in range(DAYS * 24 * 4 + 1):
        local = life.local(BEGIN + quarter * HOUR / 4)
        if local.time() == life.morning:
            yield local.date()


def test_nobody_gets_two_challenges_on_a_local_date(lived: list[Life]) -> None:
    for life in lived:
        dates = Counter(local.date() for local, _ in of(life, Offer))
        assert [day for day, times in dates.items() if times > 1] == [], life.name


def test_every_planned_date_whose_morning_they_saw_brought_its_challenge(lived: list[Life]) -> None:
    for life in lived:
        expected = {day for day in mornings(life) if day.weekday() in life.plan}
        assert {local.date() for local, _ in of(life, Offer)} == expected, life.name


def test_every_challenge_comes_at_the_minute_they_chose(lived: list[Life]) -> None:
    for life in lived:
        assert {local.time() for local, _ in of(life, Offer)} == {life.morning}, life.name


def test_there_is_one_nudge_a_day_at_most_and_at_its_time(lived: list[Life]) -> None:
    for life in lived:
        nudges = [local for local, _ in of(life, Nudge)]
        assert len({local.date() for local in nudges}) == len(nudges), life.name
        assert {local.time() for local in nudges} <= {EVENING}, life.name
    assert sum(len(of(life, Nudge)) for life in lived) > 10


def test_nobody_is_nudged_about_what_is_done_or_off(lived: list[Life]) -> None:
    for life in lived:
        over: set[int] = set()
        off: set[date] = set()
        for local, message in of(life, Card, OffToday, Nudge):
            if isinstance(message, Card):
                over.add(message.attempt)
            elif isinstance(message, OffToday):
                off.add(local.date())
            else:
                assert message.attempt not in over, life.name
                assert local.date() not in off, life.name
        assert over, life.name


def test_the_bot_never_begins_in_quiet_hours(lived: list[Life]) -> None:
    for life in lived:
        begun = [local.time() for local, _ in of(life, *BY_ITSELF)]
        assert begun, life.name
        assert [at for at in begun if at >= QUIET_FROM or at < QUIET_TO] == [], life.name


def test_only_a_hard_one_is_followed_up_a_day_later(lived: list[Life]) -> None:
    until = BEGIN + (DAYS - 1) * 24 * HOUR
    for life in lived:
        cards = [(local, card) for local, card in of(life, Card) if (card.peak or 0) >= 8]
        hard = [(local + timedelta(days=1), card.attempt) for local, card in cards if local <= until]
        assert [(local, word.attempt) for local, word in of(life, FollowUp)] == hard, life.name


def test_everything_in_the_chat_was_written_to_the_outbox_first(lived: list[Life]) -> None:
    for life in lived:
        assert life.bubbles == sum(not one.edit for one in life.heard), life.name


def test_no_attempted_day_is_lost_by_travelling(lived: list[Life]) -> None:
    tess = lived[2]
    assert [zone for _, zone in tess.zones] == [
        "America/New_York", "Europe/Lisbon", "America/New_York", "Pacific/Auckland", "Pacific/Honolulu",
        "Pacific/Auckland",
    ]  # fmt: skip
    for before, after in tess.landed:
        assert before
        assert before == after


def test_each_local_date_has_one_planned_attempt_at_most(lived: list[Life]) -> None:
    for life in lived:
        days = [entry.day for entry in life.log if entry.planned]
        assert len(days) == len(set(days)), life.name


def test_the_thirty_days_read_like_this(lived: list[Life], snapshot: SnapshotAssertion) -> None:
    assert "\n".join(line for life in lived for line in transcript(life)) == snapshot


def transcript(life: Life) -> Iterator[str]:
    """A line a local day: what the bot began, and how the day ended."""
    told = of(life, *BY_ITSELF, Card, OffToday)
    for (day, zone), ofs in groupby(told, lambda one: (one[0].date(), one[0].tzname())):
        words = " · ".join(f"{local:%H:%M} {_what(message)}" for local, message in ofs)
        yield f"{life.name:6}{day:%a %d %b} {zone:4}  {words}"


def _what(message: Message) -> str:
    return f"told: {message.outcome}" if isinstance(message, Card) else type(message).__name__
