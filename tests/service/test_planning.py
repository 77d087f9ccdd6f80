"""The next occasions follow a person's rule, whatever they change, pause, fetch themselves or fly to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.coach import taps
from bot.coach.messages import AnyAnswer, AskOutcome, FollowUp, Nudge, Offer
from bot.coach.model import Attempt, Domain, Facts, Outcome, Person, State
from bot.coach.taps import Answer, Field, Step
from bot.service import planning
from bot.service.events import Command
from bot.store import attempts
from bot.store.states import OccasionKind
from tests.service.practising import MONDAY, Ann

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MORNING, EVENING = OccasionKind.MORNING, OccasionKind.EVENING


def day_at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


async def waits(ann: Ann, kind: OccasionKind = MORNING) -> datetime | None:
    """When the next of a kind waits; there is never a second one."""
    found = [occasion.at for occasion in await ann.waiting() if occasion.kind is kind]
    assert len(found) < 2
    return found[0] if found else None


# --- the rule


async def test_who_joins_before_their_morning_gets_the_first_one_the_same_day(ann: Ann) -> None:
    assert await waits(ann) == day_at(23, 8)


async def test_who_joins_after_their_morning_gets_the_first_one_on_the_next_planned_day(empty: Ann) -> None:
    empty.now = day_at(27, 9)
    await empty.join()
    assert await waits(empty) == day_at(30, 8)


@pytest.mark.parametrize(
    ("field", "value", "at"),
    [
        (Field.MORNING, "06:30", day_at(24, 7)),
        (Field.MORNING, "07:30", day_at(23, 7, 30)),
        (Field.MORNING, "18:00", day_at(23, 18)),
        (Field.QUIET, "22:00-09:15", day_at(23, 9, 15)),
        (Field.DAYS, "0", day_at(24, 8)),
        (Field.ZONE, "America/New_York", day_at(23, 13)),
        (Field.ZONE, "Asia/Tokyo", day_at(23, 23)),
    ],
)
async def test_a_changed_setting_moves_the_next_morning_at_once(
    ann: Ann, field: Field, value: str, at: datetime
) -> None:
    await ann.presses(taps.SetTo(field, value))
    assert await waits(ann) == at


async def test_a_changed_evening_moves_the_word_of_today(ann: Ann) -> None:
    await ann.until(day_at(23, 8))
    assert await waits(ann, EVENING) == day_at(23, 19, 30)
    await ann.presses(taps.SetTo(Field.EVENING, "18:30"))
    assert await waits(ann, EVENING) == day_at(23, 18, 30)
    await ann.presses(taps.SetTo(Field.NUDGES, "off"))
    assert await waits(ann, EVENING) is None


async def test_an_evening_that_was_is_not_planned_again(ann: Ann) -> None:
    await ann.until(day_at(23, 20))
    await ann.presses(taps.SetTo(Field.EVENING, "21:00"))
    await ann.until(day_at(23, 21, 30))
    assert len(await ann.told(Nudge)) == 1


@pytest.mark.parametrize(
    "settings",
    [
        {"evening": time(22, 30)},
        {"evening": time(8)},
        {"evening": time(7, 30)},
        {"quiet_from": time(19), "quiet_to": time(7)},
        {"nudges": False},
    ],
)
async def test_there_is_no_evening_word_in_quiet_hours_or_before_the_morning(
    empty: Ann, settings: dict[str, Any]
) -> None:
    await empty.join(**settings)
    await empty.until(day_at(23, 12))
    assert len(await empty.told(Offer)) == 1
    assert await waits(empty, EVENING) is None


# --- one a day


async def test_a_morning_set_later_on_a_day_that_had_its_challenge_begins_tomorrow(ann: Ann) -> None:
    await ann.until(day_at(23, 9))
    await ann.presses(taps.SetTo(Field.MORNING, "10:00"))
    assert await waits(ann) == day_at(24, 10)


async def test_a_fetched_challenge_settles_the_morning_that_was_to_come(ann: Ann) -> None:
    await ann.does(Command("today"))
    assert await waits(ann) == day_at(24, 8)
    assert await waits(ann, EVENING) == day_at(23, 19, 30)


async def test_a_challenge_fetched_on_a_rest_day_leaves_the_plan_as_it_was(empty: Ann) -> None:
    empty.now = day_at(28, 10)
    await empty.join()
    await empty.does(Command("today"))
    assert [entry.planned for entry in await empty.log()] == [False]
    assert await waits(empty) == day_at(30, 8)


async def test_a_skipped_day_goes_on_tomorrow(ann: Ann) -> None:
    await ann.does(Command("skip"))
    assert await waits(ann) == day_at(24, 8)
    assert await waits(ann, EVENING) is None


async def test_who_has_flown_back_over_the_date_line_skips_the_date_they_had(empty: Ann) -> None:
    empty.now = day_at(22, 12)
    await empty.join(zone="Pacific/Auckland", days=frozenset(range(7)))
    await empty.until(day_at(23, 5))
    assert [entry.day for entry in await empty.log()] == [date(2026, 11, 23)]
    await empty.presses(taps.SetTo(Field.ZONE, "Pacific/Honolulu"))
    assert await waits(empty) == day_at(24, 18)
    await empty.until(day_at(24, 19))
    assert [entry.day for entry in await empty.log()] == [date(2026, 11, 23), date(2026, 11, 24)]


# --- pauses


@pytest.mark.parametrize(("length", "at"), [("1", day_at(24, 8)), ("3", day_at(26, 8)), ("6", day_at(30, 8))])
async def test_after_a_pause_the_morning_of_the_next_planned_day_waits(
    ann: Ann, length: str, at: datetime
) -> None:
    await ann.does(Command("pause", length))
    assert await waits(ann) == at


async def test_a_pause_without_an_end_plans_nothing_until_they_come_back(ann: Ann) -> None:
    await ann.presses(taps.PauseFor(0))
    assert await ann.waiting() == ()
    await ann.days(40)
    await ann.does(Command("resume"))
    assert await waits(ann) == datetime(2027, 1, 4, 8, tzinfo=UTC)


async def test_coming_back_on_the_day_of_a_let_go_challenge_begins_on_the_next(ann: Ann) -> None:
    await ann.until(day_at(23, 9))
    await ann.does(Command("pause", "7"), Command("resume"))
    assert [entry.state for entry in await ann.log()] == [State.PAUSED]
    assert await waits(ann) == day_at(24, 8)


# --- after a debrief


def tried(outcome: Outcome, peak: int) -> Attempt:
    facts = Facts(outcome=outcome, peak=peak)
    return Attempt(0, date(2026, 11, 23), Domain.SOCIAL, 3, State.DONE, MONDAY, facts=facts)


async def planned_after(ann: Ann, attempt: Attempt, hard: bool, now: datetime, times: int = 1) -> None:
    async with ann.store.unit() as unit:
        visit = await ann.visit(unit)
        added = await attempts.add(unit, visit.person.id, attempt)
        assert added is not None
        for _ in range(times):
            await planning.plan_after(unit, visit.person, added, hard, now)


@pytest.mark.parametrize(
    ("told", "followed_up"),
    [
        (day_at(23, 12), day_at(24, 12)),
        (day_at(23, 21, 59), day_at(24, 21, 59)),
        (day_at(23, 22), day_at(25, 7)),
        (day_at(24, 2), day_at(25, 7)),
        (day_at(24, 6, 59), day_at(25, 7)),
    ],
)
async def test_the_word_of_a_day_later_moves_out_of_the_quiet_hours(
    ann: Ann, told: datetime, followed_up: datetime
) -> None:
    await planned_after(ann, tried(Outcome.NO, 9), hard=True, now=told)
    assert await waits(ann, OccasionKind.FOLLOW_UP) == followed_up


async def test_a_debrief_closed_twice_plans_one_word(ann: Ann) -> None:
    await planned_after(ann, tried(Outcome.PENDING, 9), hard=True, now=day_at(23, 12), times=2)
    assert await waits(ann, OccasionKind.FOLLOW_UP) == day_at(24, 12)
    assert await waits(ann, OccasionKind.PENDING) == day_at(26, 12)


async def test_an_easy_one_plans_nothing(ann: Ann) -> None:
    await planned_after(ann, tried(Outcome.YES, 4), hard=False, now=day_at(23, 12))
    assert {occasion.kind for occasion in await ann.waiting()} == {MORNING}


async def test_a_corrected_debrief_is_not_followed_up_again(ann: Ann) -> None:
    await ann.until(day_at(23, 9))
    steps = ((Step.STORY, None), (Step.OUTCOME, "no.dismissive"), (Step.PEAK, "9"))
    await ann.presses(taps.Did(1), *(Answer(1, step, value) for step, value in steps), taps.Finish(1))
    await ann.until(day_at(24, 12))
    await ann.presses(taps.Correct(1, Step.PEAK), Answer(1, Step.PEAK, "10"))
    await ann.days(3)
    assert len(await ann.told(FollowUp)) == 1


async def pending_on_monday(ann: Ann) -> None:
    """Told on Monday at nine, the answer still on its way, and "that's enough"."""
    await ann.until(day_at(23, 9))
    steps = ((Step.STORY, None), (Step.OUTCOME, "pending"), (Step.PEAK, "4"))
    await ann.presses(taps.Did(1), *(Answer(1, step, value) for step, value in steps), taps.Finish(1))


async def test_a_pending_answer_is_asked_for_once_though_its_debrief_is_closed_again(ann: Ann) -> None:
    await pending_on_monday(ann)
    await ann.until(day_at(24, 12))
    await ann.presses(taps.Correct(1, Step.PEAK), Answer(1, Step.PEAK, "5"), taps.Finish(1))
    await ann.days(10)
    assert [told.at for told in await ann.told(AnyAnswer)] == [day_at(26, 9)]


async def test_the_answer_that_came_is_taken_also_where_the_debrief_was_cut_short(ann: Ann) -> None:
    await pending_on_monday(ann)
    await ann.presses(taps.Did(1))
    assert [told.message.pending for told in await ann.told(AskOutcome)] == [False, True]


async def test_settings_leave_the_questions_of_later_alone(ann: Ann) -> None:
    await planned_after(ann, tried(Outcome.PENDING, 4), hard=False, now=day_at(23, 12))
    await ann.presses(taps.SetTo(Field.MORNING, "09:00"))
    await ann.until(day_at(26, 13))
    assert len(await ann.told(AnyAnswer)) == 1


# --- quiet hours as instants


@pytest.mark.parametrize(
    ("at", "awake"),
    [
        (day_at(23, 21, 59), day_at(23, 21, 59)),
        (day_at(23, 22), day_at(24, 7)),
        (day_at(24, 0), day_at(24, 7)),
        (day_at(24, 4), day_at(24, 7)),
        (day_at(24, 7), day_at(24, 7)),
    ],
)
def test_quiet_hours_end_on_the_next_morning(at: datetime, awake: datetime) -> None:
    assert planning.awake(Person(7, "Ann"), at) == awake


@pytest.mark.parametrize(
    "begin", [datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 10, 24, 12, tzinfo=UTC)]
)
@pytest.mark.parametrize("until", [time(2), time(2, 30), time(3), time(3, 30), time(7)])
def test_the_quiet_end_once_and_for_all_in_a_night_that_the_clocks_change(
    begin: datetime, until: time
) -> None:
    ann = replace(Person(7, "Ann"), zone="Europe/Berlin", quiet_to=until)
    for quarters in range(48 * 4):
        at = begin + quarters * HOUR / 4
        awake = planning.awake(ann, at)
        assert at <= awake <= at + 11 * HOUR
        assert planning.awake(ann, awake) == awake


async def test_nothing_is_planned_before_the_first_minutes_are_over(empty: Ann) -> None:
    await empty.does(Command("start"))
    async with empty.store.unit() as unit:
        await planning.replan(await empty.visit(unit))
    assert await empty.waiting() == ()
