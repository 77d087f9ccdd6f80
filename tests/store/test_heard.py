"""First words are added up over all courses, ask by ask, and nothing in it leads to anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from bot.coach import sizing
from bot.coach.belief import Met
from bot.coach.everybody import MOST, PEOPLE, Found, Heard
from bot.coach.model import Domain
from bot.coach.sizing import Course
from bot.store import account, courses, heard, meta, people
from bot.store.courses import Snapshot
from bot.store.engine import Store

SHAPES = [f'{{"belief": {{"met": {met}}}}}' for met in ('{"tea": {"mean": 1}}', '{"tea": "x"}', "[1]", '"x"')]
ASKS = ("tea", "bus")
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def course(**met: Met) -> Course:
    begun = sizing.begin({Domain.SOCIAL: 5})
    return replace(begun, belief=replace(begun.belief, met=met))


async def practise(store: Store, *courses_: Course) -> None:
    """Somebody for each course, with a snapshot of it."""
    async with store.unit() as unit:
        for number, one in enumerate(courses_, 100):
            await people.add(unit, number, number, "Somebody", "en", NOW)
            await courses.keep(unit, number, Snapshot(date(2026, 3, 1), "terms", one))


async def words(store: Store) -> dict[str, Heard]:
    async with store.read() as unit:
        return {one.ask: one for one in await heard.words(unit, ASKS)}


async def test_first_words_are_added_up_by_ask(store: Store) -> None:
    await practise(store, *[course(tea=Met(lay=0.25, weight=0.25), bus=Met(lay=-0.25, weight=0.5))] * PEOPLE)
    assert await words(store) == {
        "tea": Heard("tea", PEOPLE, 0.25 * PEOPLE, 0.25 * PEOPLE),
        "bus": Heard("bus", PEOPLE, 0.5 * PEOPLE, -0.25 * PEOPLE),
    }


async def test_what_fewer_than_five_have_met_is_not_told(store: Store) -> None:
    await practise(store, *[course(tea=Met(lay=0.25, weight=0.25))] * (PEOPLE - 1))
    assert await words(store) == {}


async def test_an_ask_that_nothing_was_said_of_is_not_counted(store: Store) -> None:
    await practise(store, *[course(tea=Met())] * PEOPLE)
    assert await words(store) == {}


async def test_a_word_that_left_more_doubt_counts_with_no_weight(store: Store) -> None:
    """Or only those would speak of an easy ask who made it."""
    await practise(store, *[course(tea=Met(lay=0.25, weight=0.25))] * 4, course(tea=Met(lay=0.3)))
    assert await words(store) == {"tea": Heard("tea", PEOPLE, 1.0, 1.3)}


@pytest.mark.parametrize("page", [1, 2, PEOPLE, PEOPLE + 1])
async def test_the_courses_are_read_in_pages_that_add_up(store: Store, page: int) -> None:
    courses_ = [course(tea=Met(lay=0.5 * n, weight=0.25), bus=Met(lay=1.0, weight=0.5)) for n in range(1, 6)]
    await practise(store, *courses_)
    async with store.read() as unit:
        found = await heard.words(unit, ASKS, page)
    assert sorted(found, key=lambda one: one.ask) == [
        Heard("bus", PEOPLE, 2.5, 5.0),
        Heard("tea", PEOPLE, 1.25, 7.5),
    ]


async def test_what_is_not_of_the_bank_stays_in_the_database_however_many_have_met_it(store: Store) -> None:
    await practise(store, *[course(own=Met(lay=0.25, weight=0.25))] * PEOPLE)
    assert await words(store) == {}


async def test_who_was_erased_is_not_counted_any_more(store: Store) -> None:
    await practise(store, *[course(tea=Met(lay=0.25, weight=0.25))] * PEOPLE)
    async with store.unit() as unit:
        await account.erase(unit, 100)
    assert await words(store) == {}


@pytest.mark.parametrize("shape", ["", "{", "null", "[]", "7", *SHAPES])
async def test_a_course_that_cannot_be_read_stops_nobody(store: Store, shape: str) -> None:
    await practise(store, *[course(tea=Met(lay=0.25, weight=0.25))] * (PEOPLE + 1))
    async with store.unit() as unit:
        await unit.run(
            text("UPDATE courses SET course = :shape WHERE person_id = 100").bindparams(shape=shape)
        )
    assert (await words(store))["tea"].people == PEOPLE


async def test_what_was_found_is_kept_and_replaced(store: Store) -> None:
    async with store.unit() as unit:
        assert await heard.kept(unit) == Found()
        once, then = (date(2026, 3, 4), 0.41), (date(2026, 3, 11), -0.2)
        for found in (Found({"tea": (once,)}, NOW), Found({"tea": (once, then), "bus": (then,)}, NOW)):
            await heard.keep(unit, found)
            assert await heard.kept(unit) == found


async def test_what_another_version_kept_is_nothing_and_no_error(store: Store) -> None:
    async with store.unit() as unit:
        for kept in ("", "[]", "not json", '{"asks": 3}', '{"asks": {"tea": 0.4}}', '{"at": "yesterday"}'):
            await meta.keep(unit, heard.NAME, kept)
            assert await heard.kept(unit) == Found()


@pytest.mark.parametrize("by", ["NaN", "Infinity", "-Infinity", "1e999"])
async def test_a_number_that_is_none_is_left_out_and_the_others_stay(store: Store, by: str) -> None:
    async with store.unit() as unit:
        await meta.keep(
            unit, heard.NAME, f'{{"asks": {{"tea": [["2026-03-04", {by}], ["2026-03-11", 0.4]]}}}}'
        )
        assert (await heard.kept(unit)).asks == {"tea": ((date(2026, 3, 11), 0.4),)}


async def test_no_ask_gets_far_from_its_rung_whatever_was_kept(store: Store) -> None:
    async with store.unit() as unit:
        far = '[["2026-03-11", 1e300], ["2026-03-04", -10000]]'
        await meta.keep(unit, heard.NAME, f'{{"asks": {{"tea": {far}}}}}')
        assert [by for _, by in (await heard.kept(unit)).asks["tea"]] == [-MOST, MOST]


async def test_an_instant_of_no_zone_is_nothing_that_was_kept(store: Store) -> None:
    async with store.unit() as unit:
        await meta.keep(
            unit, heard.NAME, '{"asks": {"tea": [["2026-03-04", 0.4]]}, "at": "2026-03-02T08:00:00"}'
        )
        assert await heard.kept(unit) == Found()
