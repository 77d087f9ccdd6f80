"""A whole day, and its log: events and ids, and not one word that a person wrote."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.coach.taps import Accept, Did
from bot.rehearsal import PLAY_TOKEN, Rehearsal
from bot.telegram import redact
from tests.journeys.conftest import set_up
from tests.journeys.phone import Phone

SECRET = "quillfeather"
TYPED = (
    SECRET, f"she laughed, and then {SECRET} said yes", f"/own ask {SECRET} for a ladder",
    f"/nonsense {SECRET}", f"/add {SECRET}", f"/ladder {SECRET}", f"9, {SECRET}", f"/privacy@{SECRET}",
    f"<b>{SECRET}", f"/export {SECRET}",
)  # fmt: skip


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, debugging included, as it would be on stderr."""
    stream = io.StringIO()
    handler, root = redact.handler(True, [], stream), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


async def test_a_played_day_leaves_no_word_of_anybody_in_the_log(stage: Rehearsal, log: io.StringIO) -> None:
    phone = Phone(stage, stage.world.add_person(SECRET.title()))
    await set_up(phone)
    await phone.wake()
    await phone.tap(Accept)
    for words in ("7/10", "70 %", f"that {SECRET} stares", *TYPED):
        await phone.say(words)
    stage.world.fail("sendMessage", "bad-gateway")
    await phone.tap(Did)
    for words in TYPED:
        await phone.say(words)
    await phone.do(stage.world.send_photo, caption=f"{SECRET} and me")
    await phone.do(stage.world.send_location, 38.7, -9.1)
    await phone.at(23)
    entries = [json.loads(line) for line in log.getvalue().splitlines()]
    happened = {entry["event"] for entry in entries}
    assert {"update.handled", "letter.sent"} <= happened
    assert sum(entry["event"] == "update.handled" for entry in entries) >= len(TYPED) * 2
    assert SECRET not in log.getvalue().casefold()
    assert PLAY_TOKEN not in log.getvalue()
    assert PLAY_TOKEN.partition(":")[2] not in log.getvalue()
