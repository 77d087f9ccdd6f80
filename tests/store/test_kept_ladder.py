"""Ratings replace one another; own asks keep their number; both are of one person only."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import Domain, Person
from bot.store import ladder, people
from bot.store.engine import Store

DAY = timedelta(days=1)
SOCIAL = Domain.SOCIAL


def fridays(now: datetime) -> OwnAsk:
    return OwnAsk(0, Domain.PROFESSIONAL, "Ask for Fridays off", None, 4, now)


async def test_a_rating_takes_the_place_of_the_one_before(store: Store, ann: Person, now: datetime) -> None:
    later = Rating("social-jam", SOCIAL, 6, now + DAY)
    async with store.unit() as unit:
        await ladder.rate(unit, ann.id, Rating("social-jam", SOCIAL, 4, now))
        await ladder.rate(unit, ann.id, Rating("social-pen", SOCIAL, None, now, now))
        await ladder.rate(unit, ann.id, later)
    async with store.read() as unit:
        found = await ladder.ratings(unit, ann.id)
    assert found == {"social-jam": later, "social-pen": Rating("social-pen", SOCIAL, None, now, now)}


@pytest.mark.parametrize("rating", [0, 11, -1])
async def test_a_rating_goes_from_one_to_ten(store: Store, ann: Person, now: datetime, rating: int) -> None:
    with pytest.raises(IntegrityError):
        async with store.unit() as unit:
            await ladder.rate(unit, ann.id, Rating("social-jam", SOCIAL, rating, now))


async def test_an_own_ask_comes_back_as_it_was_kept(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        first = await ladder.add(unit, ann.id, fridays(now))
        second = await ladder.add(unit, ann.id, fridays(now))
        await ladder.save(unit, ann.id, replace(first, goal="time", rung=7))
        await ladder.retire(unit, ann.id, second.id, now + DAY)
    async with store.read() as unit:
        kept = await ladder.own(unit, ann.id)
    assert kept == (replace(first, goal="time", rung=7), replace(second, retired_at=now + DAY))
    assert [ask.key for ask in kept] == [f"own-{first.id}", f"own-{second.id}"]


async def test_nobody_reaches_the_ladder_of_another(store: Store, ann: Person, now: datetime) -> None:
    async with store.unit() as unit:
        await people.add(unit, 8, 8, "Bo", "en", now)
        mine = await ladder.add(unit, ann.id, fridays(now))
        await ladder.rate(unit, ann.id, Rating(mine.key, mine.domain, 7, now))
        with pytest.raises(LookupError, match="not on the ladder"):
            await ladder.save(unit, 8, replace(mine, goal="theirs"))
        with pytest.raises(LookupError, match="not on the ladder"):
            await ladder.retire(unit, 8, mine.id, now)
        assert (await ladder.own(unit, 8), await ladder.ratings(unit, 8)) == ((), {})
        assert await ladder.own(unit, ann.id) == (mine,)
