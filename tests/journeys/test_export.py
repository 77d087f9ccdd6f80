"""Everything leaves as one file, and comes back from it: after /delete, on another bot, twice."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from bot.coach import stats, talk
from bot.coach.model import Outcome, State
from bot.coach.stats import Stats
from bot.coach.taps import BringBack, Consent, Delete, Finish, GoOn, LeaveFile, SkipStep
from bot.store import attempts
from bot.store.states import OccasionKind
from bot.store.tables import outbox
from bot.telegram import parcel
from tests.journeys.conftest import set_up
from tests.journeys.phone import Phone
from tests.journeys.test_safety_talk import STATES

STORY = "I asked the man next door about his ladder"


async def exported(phone: Phone) -> bytes:
    """Ask for the file and take it out of the chat."""
    await phone.say("/export")
    (sent,) = phone.fresh
    assert sent["document"]["file_name"] == f"ask-anyway-{phone.now.date()}.zip"
    file = phone.stage.world.files.get(sent["document"]["file_id"])
    assert file is not None
    return file.data


async def sends(phone: Phone, data: bytes, name: str = "ask-anyway.zip") -> None:
    await phone.do(phone.stage.world.send_document, data, name)


async def practises(phone: Phone) -> None:
    """A morning with an ask, an own one, a rest, a wish, and an answer that is still to come."""
    await phone.wake()
    await phone.say(STORY)
    await phone.answer("no.respectful", "6")
    await phone.tap(Finish)
    await phone.say("/harder")
    await phone.wake()
    await phone.say("/skip")
    await phone.wake()
    await phone.say(STORY)
    await phone.answer("pending", "4")
    await phone.tap(Finish)


async def counted(phone: Phone) -> Stats:
    person = (await phone.record()).person
    async with phone.stage.bot.store.read() as unit:
        pauses = await attempts.pauses(unit, phone.id)
    assert person.joined is not None
    return stats.stats(await phone.log(), phone.now.date(), person.joined, person.days, pauses)


async def erased(phone: Phone) -> None:
    await phone.say("/delete")
    await phone.tap(Delete(sure=True))


def whole(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        found: dict[str, Any] = json.loads(zipped.read(parcel.WHOLE))
    return found


async def test_what_was_deleted_comes_back_whole_from_the_file(ben: Phone) -> None:
    await practises(ben)
    before, counts, settings = await ben.log(), await counted(ben), (await ben.record()).person
    data = await exported(ben)
    assert STORY in str(whole(data)["attempts"])
    await erased(ben)
    await ben.say("/start")
    await ben.tap(Consent(gentle=False))
    await ben.say("/import")
    await sends(ben, data)
    assert "2 asks" in ben.text()
    assert not await ben.log(), "nothing changes before they say so"
    await ben.tap(BringBack)
    after = await ben.log()
    assert [(a.day, a.own, a.challenge, a.facts, a.state, a.why) for a in after] == [
        (a.day, a.own, a.challenge, a.facts, a.state, a.why) for a in before
    ]
    assert await counted(ben) == counts
    assert (await ben.record()).person == settings
    assert await ben.talk() is None, "the first minutes are behind them"
    assert await ben.planned(OccasionKind.MORNING) is not None
    assert await ben.planned(OccasionKind.PENDING) is not None, "an answer is still to come"
    await ben.wake()
    assert len(await ben.log()) == len(before) + 1


async def test_bringing_it_back_twice_changes_nothing(ben: Phone) -> None:
    await practises(ben)
    data = await exported(ben)
    before = await ben.log()
    await sends(ben, data)
    assert not ben.shows(BringBack), "all of it is here"
    await ben.say("/settings")
    await ben.say("/easier")
    await erased(ben)
    await ben.say("/start")
    await ben.tap(Consent(gentle=False))
    await sends(ben, data)
    button = ben.button(BringBack)
    for _ in range(2):
        await ben.press(button[1]["callback_data"], button[0]["message_id"])
        assert ben.fresh
    await sends(ben, data, "ASK-ANYWAY.ZIP")
    assert not ben.shows(BringBack)
    assert len(await ben.log()) == len(before)


async def test_what_is_here_stays_beside_what_comes_back(ben: Phone) -> None:
    await practises(ben)
    data = await exported(ben)
    await erased(ben)
    await set_up(ben)
    await ben.say("/today")
    await ben.say("I asked a neighbour for her bicycle pump")
    await ben.answer("yes", "3")
    await ben.tap(Finish)
    (here,) = await ben.log()
    await sends(ben, data)
    await ben.tap(BringBack)
    log = await ben.log()
    assert here in log
    assert [entry.facts.outcome for entry in log if entry.facts.outcome] == [
        Outcome.NO, Outcome.YES, Outcome.PENDING
    ]  # fmt: skip
    assert len({entry.day for entry in log if entry.planned}) == sum(entry.planned for entry in log)


async def test_left_alone_a_file_changes_nothing_and_is_let_go(ben: Phone) -> None:
    await practises(ben)
    data = await exported(ben)
    await erased(ben)
    await ben.say("/start")
    await ben.tap(Consent(gentle=False))
    await sends(ben, data)
    found = ben.button(BringBack)
    await ben.tap(LeaveFile)
    assert ben.shows(SkipStep), "the first minutes go on where they were"
    await ben.press(found[1]["callback_data"], found[0]["message_id"])
    assert "let that file go" in ben.text()
    assert not await ben.log()


async def test_a_file_nobody_answered_about_is_forgotten_after_a_day(ben: Phone) -> None:
    await practises(ben)
    data = await exported(ben)
    await ben.say("/settings")
    await erased(ben)
    await ben.say("/start")
    await ben.tap(Consent(gentle=False))
    await sends(ben, data)
    await ben.jump(hours=25)
    await ben.stage.bot.ticker.sweep()
    await ben.tap(BringBack)
    assert "let that file go" in ben.text()


async def test_files_that_are_none_of_ours_get_one_clear_sentence(ben: Phone) -> None:
    before = await ben.record()
    data = await exported(ben)
    for broken in (b"PK\x03\x04 and no more", b"{}", b"[", b"\x00" * 50, data[:200], data[:-30]):
        await sends(ben, broken)
        (said,) = ben.fresh
        assert "/export" in said["text"]
    await sends(ben, bytes(parcel.MOST_SENT + 1))
    assert "bigger" in ben.text()
    await ben.do(ben.stage.world.send_document, b"%PDF", "plan.pdf")
    assert "/import" in ben.text()
    assert (await ben.record()).person == before.person


async def test_a_file_that_telegram_does_not_hand_over_is_asked_for_again(ben: Phone) -> None:
    data = await exported(ben)
    for fault in ("server-error", "bad-gateway", "drop"):
        ben.stage.world.fail("getFile", fault)
        await sends(ben, data)
        assert "once more" in ben.text(), fault
    await sends(ben, data)
    assert "once more" not in ben.text()
    await ben.say("/help")
    assert ben.fresh, "nothing is stuck behind it"


async def test_everybody_who_joined_gets_their_file_in_every_state(ben: Phone) -> None:
    data = await exported(ben)
    for doing in STATES:
        await ben.wake()
        await doing(ben)
        before = await ben.talk()
        assert zipfile.is_zipfile(io.BytesIO(await exported(ben))), doing
        after = await ben.talk()
        assert after == before or isinstance(before, talk.OfLadder | talk.Titling | talk.Encouraging)
        await ben.say("/import")
        assert "/export" in ben.text()
        await sends(ben, data)
        assert ben.fresh, doing
        await ben.say("/cancel")


async def test_nobody_brings_anything_before_they_agreed(stranger: Phone) -> None:
    for sent in ("/import", "/export"):
        await stranger.say(sent)
        assert stranger.shows(Consent) or stranger.fresh
    await stranger.say("/start")
    await sends(stranger, b"{}")
    assert stranger.shows(Consent)
    await stranger.press("bb:1:1")
    assert (await stranger.record()).person.joined is None


async def test_on_hold_the_file_is_theirs_and_nothing_is_brought(ben: Phone) -> None:
    await practises(ben)
    await ben.say("I want to kill myself")
    data = await exported(ben)
    assert whole(data)["notes"]["on_hold_since"]
    await sends(ben, data)
    assert ben.shows(GoOn)


async def test_nothing_of_the_file_is_kept_in_a_letter_and_deleting_takes_what_was_put_by(
    ben: Phone, on_disk: Any
) -> None:
    await practises(ben)
    data = await exported(ben)
    async with ben.stage.bot.store.read() as unit:
        rows = await unit.run(outbox.select())
    assert not any('"YourFile"' in row.message and STORY in row.message for row in rows)
    await ben.say("/undo")
    await erased(ben)
    assert not on_disk(STORY)
    await ben.say("/start")
    await ben.tap(Consent(gentle=False))
    await sends(ben, data)
    assert on_disk(STORY)
    await erased(ben)
    assert not on_disk(STORY)


async def test_in_a_group_it_is_no_business_of_the_group(ben: Phone) -> None:
    world = ben.stage.world
    group = world.add_group("Brave", [ben.id])
    world.add_bot(group.id)
    await ben.stage.settle()
    before = len(world.messages(group.id))
    await ben.do(world.say, f"/export@{world.bot_user()['username']}", group.id)
    await ben.do(world.send_document, b"PK", "ask-anyway.zip", group.id)
    shown = world.messages(group.id)[before:]
    assert not [message for message in shown if "document" in message and world.is_from_bot(message)]


async def test_an_open_challenge_comes_back_open(ben: Phone) -> None:
    await ben.wake()
    data = await exported(ben)
    offered = await ben.last()
    await erased(ben)
    await ben.say("/start")
    await ben.tap(Consent(gentle=False))
    await sends(ben, data)
    await ben.tap(BringBack)
    back = await ben.last()
    assert (back.day, back.state, back.challenge) == (offered.day, State.OFFERED, offered.challenge)
    await ben.say("/today")
    await ben.say("I asked and she said yes")
    assert (await ben.last()).facts.story
