"""What is worked out from the log is the same after export, delete and import, whatever life it was."""

from __future__ import annotations

import random  # noqa: TID251  made-up lives, the same again for the same seed
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any, get_args

import pytest
from sqlalchemy import Table

from bot.coach import archive, growth, ladder, past, programs, stats
from bot.coach.archive import Archive, Fault
from bot.coach.ladder import OwnAsk, Rating
from bot.coach.messages import files
from bot.coach.model import Attempt, Domain, Facts, Outcome, Pause, Person, State, Wish
from bot.coach.taps import BringBack, LeaveFile
from bot.service import archiving
from bot.service.events import Command, Document
from bot.service.visit import Visit
from bot.store import account, archive_json, archives, attempts, people
from bot.store import ladder as ladder_store
from bot.store.circle_tables import circles, members
from bot.store.people import NOTED
from bot.store.tables import metadata
from tests.service.any_log import DAY, Life
from tests.service.practising import ANN, BANK, MONDAY, Ann, Told, join, visiting
from tests.service.test_coursing import STAKES, unordered

SOCIAL = Domain.SOCIAL


async def taken(ann: Ann) -> Archive:
    """What /export gives, as it comes out of the file again."""
    async with ann.store.read() as unit:
        found = await archives.read(unit, ANN, ann.now)
    assert found is not None
    again = archive_json.read(archive_json.write(archive.numbered(found), {}).encode(), ann.now)
    assert isinstance(again, Archive)
    return again


async def brought(ann: Ann, found: Archive | Fault) -> files.OfFile:
    """What is said of a file once it was fetched."""
    async with ann.store.unit() as unit:
        await archiving.brought(unit, ANN, found, ann.now)
    return (await told(ann))[-1].message


async def told(ann: Ann) -> list[Told[archiving.Looked]]:
    said = [one for kind in get_args(archiving.Looked) for one in await ann.told(kind)]
    return sorted(said, key=lambda one: one.at)


async def shown(ann: Ann, found: Archive) -> files.FoundInFile:
    said = await brought(ann, found)
    assert isinstance(said, files.FoundInFile)
    return said


async def erased(ann: Ann) -> None:
    async with ann.store.unit() as unit:
        await account.erase(unit, ANN)


async def derived(visit: Visit) -> dict[str, object]:
    """Everything that is recomputed from the log, and all that it is recomputed from."""
    log, person = await visit.log(), visit.person
    pauses, wishes = await attempts.pauses(visit.unit, ANN), await attempts.wishes(visit.unit, ANN)
    own, said = await ladder_store.own(visit.unit, ANN), await ladder_store.ratings(visit.unit, ANN)
    rated = ladder.rated(ladder.named(BANK, own), own, said)
    folded = past.fold(past.Past(), log, STAKES)
    return {
        "stats": stats.stats(log, visit.today, person.joined or visit.today, person.days, pauses),
        "course": await visit.course(),
        "past": replace(unordered(folded), pending=None),  # a number, which is another one now
        "growth": growth.reached(log),
        "ratings": sorted((rating.at, rating.ask.id, rating.rating) for rating in rated),
        "program": programs.headway(person.enrolment, log, visit.today),
        "settings": person,
        "log": [replace(entry, id=0) for entry in log],
        "own": [replace(ask, id=0) for ask in own],
        "between": (wishes, pauses),
    }


async def lived(ann: Ann, seed: int, days: int) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    for number in range(days):
        ann.now = MONDAY + number * DAY + timedelta(minutes=chance.randrange(700))
        async with ann.store.unit() as unit:
            life = Life(chance, await ann.visit(unit))
            await life.lives()
            if chance.random() < 0.05:
                await attempts.add_pause(unit, ANN, Pause(life.visit.today, life.visit.today + 2 * DAY))


@pytest.mark.parametrize(("seed", "days"), [(1, 120), (2, 40), (3, 9)])
async def test_a_life_is_the_same_after_export_delete_and_import(ann: Ann, seed: int, days: int) -> None:
    await lived(ann, seed, days)
    async with ann.store.unit() as unit:
        before = await derived(await ann.visit(unit))
    found = await taken(ann)
    await erased(ann)
    await ann.join()
    said = await shown(ann, found)
    await ann.presses(BringBack(said.parcel, settings=True))
    async with ann.store.unit() as unit:
        after = await derived(await ann.visit(unit))
    for what, was in before.items():
        assert after[what] == was, what
    again = await taken(ann)
    assert (again.attempts, again.ratings, again.own_asks) == (found.attempts, found.ratings, found.own_asks)
    ann.now += DAY / 24
    assert await brought(ann, found) == files.NothingNew(), "twice is as good as once"


async def test_an_own_ask_that_the_filter_stops_stays_off_the_ladder(ann: Ann) -> None:
    asks = tuple(
        OwnAsk(number, SOCIAL, words, None, 4, ann.now)
        for number, words in enumerate(("ask Bo for his bike", "steal a bike from the shop"), 1)
    )
    found = replace(await taken(ann), own_asks=asks, ratings=(Rating("own-1", SOCIAL, 6, ann.now),))
    said = await shown(ann, found)
    await ann.presses(BringBack(said.parcel, settings=False))
    async with ann.store.read() as unit:
        kept = await ladder_store.kept(unit, ANN)
    assert [(ask.words, ask.retired_at is None) for ask in kept.own] == [
        ("ask Bo for his bike", True),
        ("steal a bike from the shop", False),
    ]
    assert kept.ratings[kept.own[0].key].rating == 6


async def test_an_offer_nobody_touched_gives_way_and_the_mornings_go_on(ann: Ann) -> None:
    done = Attempt(
        1, ann.now.date(), SOCIAL, 3, State.DONE, ann.now, "a-b", facts=Facts(outcome=Outcome.PENDING)
    )
    found = replace(await taken(ann), attempts=(done,))
    await ann.days(0.2)
    (offered,) = await ann.log()
    assert offered.state is State.OFFERED
    said = await shown(ann, found)
    await ann.presses(BringBack(said.parcel, settings=True))
    assert [entry.challenge for entry in await ann.log()] == ["a-b"]
    assert {one.kind.value for one in await ann.waiting()} == {"morning", "pending"}
    await ann.days(1)
    assert len(await ann.log()) == 2


async def test_the_number_of_somebody_elses_file_finds_nothing(ann: Ann) -> None:
    found = replace(await taken(ann), wishes=(Wish(ann.now, ann.now.date(), SOCIAL, 1),))
    said = await shown(ann, found)
    async with ann.store.unit() as unit:
        await join(unit, ann.now, 8)
        other = await visiting(unit, ann.now, 8)
        await archiving.pressed(other, BringBack(said.parcel, settings=True))
        assert await attempts.wishes(unit, 8) == ()
    for number in (0, -1, said.parcel + 1, 2**70):
        await ann.presses(BringBack(number, settings=True), LeaveFile(number))
    async with ann.store.read() as unit:
        assert await attempts.wishes(unit, ANN) == ()
    await ann.presses(BringBack(said.parcel, settings=True))
    async with ann.store.read() as unit:
        assert await attempts.wishes(unit, ANN) == found.wishes, "theirs is still there"


async def test_what_was_fetched_for_somebody_gone_is_dropped(ann: Ann) -> None:
    found = await taken(ann)
    await erased(ann)
    async with ann.store.unit() as unit:
        await archiving.brought(unit, ANN, found, ann.now)
    assert not await told(ann)


async def test_a_zone_nobody_knows_and_a_file_too_big_are_refused(ann: Ann) -> None:
    found = await taken(ann)
    strange = replace(found, settings=replace(found.settings, zone="Mars/Base"))
    assert await brought(ann, strange) == files.FileRefused(Fault.BROKEN)
    await ann.does(Document("f", archiving.LARGEST + 1))
    assert (await ann.told(files.FileRefused))[-1].message == files.FileRefused(Fault.TOO_BIG)
    assert not await ann.told(files.FetchFile)


async def test_another_name_is_said_before_anything_is_taken(ann: Ann) -> None:
    said = await shown(ann, replace(await taken(ann), name="Bo", pauses=(Pause(ann.now.date()),)))
    assert said.of == "Bo"


async def test_a_pause_that_runs_comes_back_running(ann: Ann) -> None:
    await ann.does(Command("pause", "9"))
    found = await taken(ann)
    await erased(ann)
    await ann.join()
    said = await shown(ann, found)
    await ann.presses(BringBack(said.parcel, settings=True))
    (told,) = await ann.told(files.BroughtBack)
    assert told.message.next_day == ann.now.date() + 9 * DAY


async def test_export_says_so_and_nothing_of_the_log_is_in_the_letter(ann: Ann) -> None:
    await ann.does(Command("export"), Command("import"))
    assert [told.message for told in await ann.told(files.YourFile)] == [files.YourFile()]
    assert [told.message for told in await ann.told(files.AskFile)] == [files.AskFile()]


# --- all of it is in there, and nobody else


WITH_OTHERS = ("pairings", "cheers", "votes", "proposals", "encouragements", "for_morning", "deaf")
# what is kept of somebody and not in their file, and why; None: the whole table
LEFT_OUT: dict[str, set[str] | None] = {
    "people": {"chat_id", "blocked_at", "talk"},  # Telegram's own; of a talk their words are in it
    "occasions": None,  # when the coach speaks first: worked out from all this
    "courses": None,  # what the log comes to: likewise
    "parcels": None,  # a file they sent
    "members": {"circle_id", "wish", "admin", "asked_at"},  # their group, and others
    "notes": {"circle_id", "shown_at"},
    **dict.fromkeys(WITH_OTHERS),
}
TOLD: dict[str, set[str]] = {
    "people": {
        *(one.name for one in fields(archive.Settings)), "name", "language", "consented_at", "held_at",
        "silent_at", "last_seen_at", "created_at", "rerating_at",
    },
    "attempts": {*(one.name for kind in (Attempt, Facts) for one in fields(kind)), "left_after"},
    "wishes": {one.name for one in fields(Wish)},
    "pauses": {one.name for one in fields(Pause)},
    "ratings": {one.name for one in fields(Rating)},
    "own_asks": {one.name for one in fields(OwnAsk)},
    "members": {"sharing", "buddies", "joined_at"},
    "notes": {"attempt_id", "words"},
}  # fmt: skip


def test_every_column_about_a_person_is_in_the_file_or_named_as_left_out() -> None:
    about = {name: table for name, table in metadata.tables.items() if _of_a_person(table)}
    assert set(about) == {*LEFT_OUT, *TOLD}
    for name, table in about.items():
        left_out = LEFT_OUT.get(name, set())
        columns = {column.name for column in table.columns} - {"id", "person_id"}
        assert left_out is None or columns <= TOLD[name] | left_out, name


def _of_a_person(table: Table) -> bool:
    kept_with = {key.column.table.name for key in table.foreign_keys}
    return table.name == "people" or bool(kept_with & {"people", "attempts"})


def test_every_setting_of_a_person_is_in_the_file() -> None:
    told = {one.name for one in fields(archive.Settings)}
    assert told == {one.name for one in fields(Person)} - {*NOTED, "name", "language"}


async def test_of_a_circle_only_their_own_side_is_told(ann: Ann) -> None:
    group: dict[str, Any] = {
        "chat_id": -1, "title": "Bo and Cy", "key": "k", "language": "en", "zone": "UTC", "pins": False,
        "at": ann.now.time(), "created_at": ann.now, "may_pin": False, "touched": False, "posted": 0,
    }  # fmt: skip
    member: dict[str, Any] = {
        "circle_id": 1, "person_id": ANN, "sharing": "done", "buddies": True, "admin": False,
        "asked_at": ann.now, "joined_at": ann.now, "wish": 99,
    }  # fmt: skip
    async with ann.store.unit() as unit:
        await unit.run(circles.insert().values(**group))
        await unit.run(members.insert().values(**member))
        await people.set_talk(unit, ANN, '{"type":"Encouraging","circle":1,"person":99}')
    told = archive_json.write(await taken(ann), {})
    assert '"sharing": "done"' in told
    assert not [word for word in ("Bo and Cy", "99", "Encouraging") if word in told]
