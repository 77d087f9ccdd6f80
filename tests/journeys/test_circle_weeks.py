"""What comes round in a circle: quiet days, the pin, the poll and its theme, and who may set the clock."""

from __future__ import annotations

import pytest

from bot.coach.circle_taps import Propose, SetPins
from bot.coach.circles.themes import CircleTheme
from bot.coach.taps import Accept
from bot.playground.ground import Json
from bot.rehearsal import Rehearsal
from bot.telegram import buttons
from tests.journeys.askers import Askers, found
from tests.journeys.conftest import BEN_GETS_UP
from tests.journeys.phone import text
from tests.journeys.test_circles import circle, make


@pytest.fixture
async def askers(stage: Rehearsal) -> Askers:
    """09:10 of a Monday in New York: three who have joined."""
    await stage.jump(BEN_GETS_UP)
    group = await found(stage, ("Ana", "Ben", "Cleo"))
    await group.join(*group.phones)
    await group.later(minutes=110)
    return group


def poll(askers: Askers) -> Json:
    return next(message for message in askers.bubbles() if "poll" in message)


async def test_a_day_on_which_nobody_did_anything_is_written_over(askers: Askers) -> None:
    await make(askers.phones[0])
    await askers.later(days=1)  # Tuesday has its own card: somebody asked on Monday
    assert len(askers.bubbles()) == 2
    await askers.later(days=1)
    assert len(askers.bubbles()) == 2
    assert "Wednesday" in askers.card()
    await askers.say(askers.phones[1], "/circle")
    await askers.later(days=1)
    assert len(askers.bubbles()) == 3, "somebody wrote since: the card would stand too far up"


async def test_the_card_is_pinned_where_that_is_wished_and_allowed(askers: Askers) -> None:
    ana, number = askers.phones[0], await circle(askers)
    await ana.press(buttons.pack(SetPins(number, on=True)))
    await ana.tap(Accept)
    await askers.later(days=1)
    assert askers.calls("pinChatMessage") == [], "the bot may not"
    askers.world.promote_bot(askers.chat)
    await askers.stage.settle()
    await ana.tap(Accept)
    await askers.later(days=1)
    (pinned,) = askers.calls("pinChatMessage")
    assert pinned.response["ok"]
    assert pinned.params["message_id"] == askers.bubbles()[-1]["message_id"]
    assert pinned.params["disable_notification"] is True


async def test_the_poll_begins_with_a_proposal_and_its_winner_is_mondays_theme(askers: Askers) -> None:
    number = await circle(askers)
    await askers.phones[1].press(buttons.pack(Propose(number, CircleTheme.ODD)))
    await askers.later(days=5, hours=10)
    asked = poll(askers)
    options = [option["text"] for option in asked["poll"]["options"]]
    assert options[0] == "Odd requests"
    for phone, choice in zip(askers.phones, (2, 2, 0), strict=True):
        await askers.do(askers.world.vote, phone.id, askers.chat, asked["message_id"], [choice])
    await askers.later(days=2)
    assert poll(askers)["poll"]["is_closed"]
    assert options[2] in askers.card()
    assert all(call.response["ok"] for call in askers.calls("stopPoll"))


async def test_a_poll_that_is_closed_already_is_no_trouble(askers: Askers) -> None:
    await askers.later(days=5, hours=10)
    asked = poll(askers)
    askers.world.fail("stopPoll", "late-drop")  # the answer is lost, so it is closed once more
    await askers.later(days=2, hours=1)
    assert "Monday" in askers.card()
    assert poll(askers)["poll"]["is_closed"]
    assert text(asked) == ""


async def test_an_administrator_may_set_the_clock_too(askers: Askers) -> None:
    ben = askers.phones[1]
    await askers.say(ben, "/circle 06:00")
    assert (await askers.record()).circle.at.isoformat("minutes") == "08:30"
    askers.world.promote(ben.id, askers.chat)
    await askers.stage.settle()
    await askers.say(ben, "/circle 06:00")
    assert (await askers.record()).circle.at.isoformat("minutes") == "06:00"
    await askers.say(ben, "/circle Tokyo")
    assert (await askers.record()).circle.zone == "Asia/Tokyo"
