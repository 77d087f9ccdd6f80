"""What people answered is added up over everybody, and nothing in it leads to anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coach.expected import Answers
from bot.coach.model import Attempt, Domain, Facts, Kind, Outcome, Person, Size, State
from bot.store import account, answers, attempts, meta, people
from bot.store.engine import Store

MONDAY = date(2026, 3, 2)


async def _answered(
    store: Store, person_id: int, now: datetime, *outcomes: Outcome, **others: object
) -> None:
    asked = Attempt(0, MONDAY, Domain.SOCIAL, 3, State.DONE, now, challenge="ask-the-time", planned=False)
    async with store.unit() as unit:
        for days, outcome in enumerate(outcomes):
            told = replace(asked, day=MONDAY + timedelta(days), facts=Facts(outcome=outcome, story="secret"))
            await attempts.add(unit, person_id, replace(told, **others))  # type: ignore[arg-type]  # its fields


async def _counts(store: Store) -> set[tuple[str, Outcome, int]]:
    async with store.read() as unit:
        return set(await answers.counts(unit))


async def test_answers_are_counted_by_challenge_over_everybody(
    store: Store, ann: Person, now: datetime
) -> None:
    async with store.unit() as unit:
        await people.add(unit, 8, 8, "Bo", "en", now)
    await _answered(store, ann.id, now, Outcome.YES, Outcome.PARTIAL, Outcome.PENDING, Outcome.BACKED_OUT)
    await _answered(store, 8, now, Outcome.YES, Outcome.NOT_TRIED)
    await _answered(store, 8, now, Outcome.NO, challenge="ask-the-way")
    assert await _counts(store) == {
        ("ask-the-time", Outcome.YES, 2),
        ("ask-the-time", Outcome.PARTIAL, 1),
        ("ask-the-way", Outcome.NO, 1),
    }


async def test_nobody_counts_twice_for_the_same_answer_to_the_same_challenge(
    store: Store, ann: Person, now: datetime
) -> None:
    await _answered(store, ann.id, now, *[Outcome.YES] * 9, Outcome.NO)
    assert await _counts(store) == {("ask-the-time", Outcome.YES, 1), ("ask-the-time", Outcome.NO, 1)}


async def test_rehearsals_and_own_asks_are_not_counted(store: Store, ann: Person, now: datetime) -> None:
    await _answered(store, ann.id, now, Outcome.NO, size=Size.IMAGINAL)
    await _answered(store, ann.id, now, Outcome.YES, challenge=None, own="for Fridays off")
    assert await _counts(store) == set()


async def test_who_was_erased_is_not_counted_any_more(store: Store, ann: Person, now: datetime) -> None:
    await _answered(store, ann.id, now, Outcome.YES)
    async with store.unit() as unit:
        await account.erase(unit, ann.id)
    assert await _counts(store) == set()


async def test_what_was_added_up_is_kept_and_replaced(store: Store) -> None:
    async with store.unit() as unit:
        assert await answers.kept(unit) == {}
        for heard in ({Kind.COSTLY: Answers(2.5, 30)}, {Kind.FEEDBACK: Answers(20, 21)}):
            await answers.keep(unit, heard)
            assert await answers.kept(unit) == heard


async def test_what_another_version_kept_is_nothing_and_no_error(store: Store) -> None:
    async with store.unit() as unit:
        for text in ("", "[]", "not json", '{"unheard-of":{"yes":1,"of":2}}'):
            await meta.keep(unit, answers.NAME, text)
            assert await answers.kept(unit) == {}
