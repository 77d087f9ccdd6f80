"""Files on their way from Telegram: after a kill, a flood, an erasure, and where the bot itself stumbles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot import logbook
from bot.coach import messages
from bot.coach.archive import Archive, Fault
from bot.coach.messages import files
from bot.store import account, outbox, people
from bot.store.outbox import Letter
from bot.telegram import parcel
from bot.telegram.settling import Landed
from tests.coach.test_archive import WHOLE
from tests.telegram.conftest import MONDAY, Post
from tests.telegram.letters import known, states
from tests.telegram.test_parcel import WORDS

PUT_BY = "SELECT count(*) FROM parcels"
FOUND = replace(WHOLE, ratings=(), own_asks=())
PACKED = parcel.pack(FOUND, WORDS)


async def sends(post: Post, person: int) -> str:
    """Somebody sends a file, and the bot means to fetch it; its id."""
    await known(post, person)
    document: dict[str, Any] = post.world.send_document(person, PACKED, "ask-anyway.zip")["document"]
    await post.write(person, files.FetchFile(document["file_id"]), person_id=person)
    return str(document["file_id"])


async def taken(post: Post) -> Letter:
    """The letter, just before its request begins."""
    async with post.store.unit() as unit:
        (letter,) = await outbox.waiting(unit, MONDAY, 9)
        assert await outbox.take(unit, [letter.id]) == {letter.id}
    return letter


async def test_a_kill_while_it_is_fetched_loses_nothing_and_asks_once(post: Post, ana: int) -> None:
    await sends(post, ana)
    await taken(post)
    await post.sender.recover()
    await post.send()
    (said,) = post.texts(ana)
    assert "1 ask" in said
    assert await post.rows(PUT_BY) == [(1,)]


async def test_a_flood_is_waited_for(post: Post, ana: int) -> None:
    await sends(post, ana)
    post.world.fail("getFile", "flood", seconds=5)
    await post.send()
    assert post.texts(ana) == []
    post.forward(6)
    await post.send()
    assert "1 ask" in post.texts(ana)[-1]


async def test_what_telegram_has_no_more_is_said_and_nothing_is_stuck(post: Post, ana: int) -> None:
    file = await sends(post, ana)
    await post.write(ana, messages.Help())
    del post.world.files.by_id[file]
    await post.send()
    expected = (messages.Help(), files.FileRefused(Fault.UNREACHED))
    assert sorted(post.texts(ana)) == sorted(post.shows(message) for message in expected)
    assert set(await states(post)) == {"sent"}


async def test_a_file_that_is_bigger_than_was_said_is_not_downloaded(post: Post, ana: int) -> None:
    file = await sends(post, ana)
    big = replace(post.world.files.by_id[file], data=bytes(parcel.MOST_SENT + 1))
    post.world.files.by_id[file] = big
    await post.send()
    assert post.texts(ana) == [post.shows(files.FileRefused(Fault.TOO_BIG))]


async def test_of_somebody_erased_meanwhile_nothing_is_put_by(post: Post, ana: int) -> None:
    await sends(post, ana)
    letter = await taken(post)
    async with post.store.unit() as unit:
        await account.erase(unit, ana)
        await people.add(unit, ana, ana, "Ana", "en", MONDAY)  # and there again at once
    post.sender._landed.append(Landed(letter, None, brought=FOUND))
    await post.send()
    assert post.texts(ana) == []
    assert await post.rows(PUT_BY) == [(0,)]


async def test_where_the_bot_stumbles_over_a_file_its_person_hears_and_all_else_goes_on(
    post: Post, ana: int, ben: int, caplog: pytest.LogCaptureFixture
) -> None:
    await sends(post, ana)
    letter = await taken(post)
    broken: Archive = replace(FOUND, settings=None)  # type: ignore[arg-type]  # what no file can make of it
    post.sender._landed.append(Landed(letter, None, brought=broken))
    await post.write(ben, messages.Help())
    await post.send()
    assert post.texts(ana) == [post.shows(files.FileRefused(Fault.BROKEN))]
    assert post.texts(ben) == [post.shows(messages.Help())]
    assert [record.msg for record in caplog.records if record.levelname == "ERROR"] == [
        logbook.Event.FILE_BROKE
    ]


async def test_export_of_somebody_erased_meanwhile_sends_nothing(post: Post, ana: int) -> None:
    await post.write(ana, files.YourFile())
    await post.send()
    assert not [call for call in post.world.calls if call.method == "sendDocument"]
