"""A group's first day by clicking: three people join, ask, clap, and see what the others share."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.coach.model import Outcome
from bot.rehearsal import Rehearsal
from tests.journeys import browser
from tests.journeys.browser import DESKTOP, Visitor, visiting
from tests.journeys.conftest import BEN_GETS_UP, set_up
from tests.journeys.phone import Phone
from tests.journeys.test_in_the_browser import STORY, at_ease, debriefed, predicted_and_told

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        browser.CHROMIUM is None and not os.environ.get("CI"), reason="there is no Chromium on this machine"
    ),
]
GROUP = "Rejection buddies"
SHOTS = os.environ.get("ASK_ANYWAY_SHOTS")


@pytest.fixture
async def visitor(stage: Rehearsal) -> AsyncIterator[Visitor]:
    """07:20 in New York. Ana and Ben have met the bot, Chiyo has not; it is in their group."""
    await stage.jump(BEN_GETS_UP)
    for account in stage.world.people.values():
        if account.first_name in ("Ana", "Ben"):
            await set_up(Phone(stage, account))
    async with visiting(stage, DESKTOP) as one:
        yield one
        at_ease(one)


async def shoot(visitor: Visitor, name: str) -> None:
    if SHOTS:
        await visitor.page.screenshot(path=Path(SHOTS) / f"group-{name}.png")


async def later(visitor: Visitor, **span: float) -> None:
    await visitor.stage.jump(visitor.stage.world.instant() + timedelta(**span))


async def test_the_first_day_of_a_group_is_played_by_clicking(visitor: Visitor) -> None:
    await everybody_joins(visitor)
    await ben_asks(visitor)
    await the_group_sees_it_and_claps(visitor)
    await ana_shares_her_answer(visitor)
    await chiyo_looks_on(visitor)
    assert await outcomes(visitor, "Ana", "Ben") == [Outcome.YES, Outcome.YES]


async def outcomes(visitor: Visitor, *names: str) -> list[Outcome | None]:
    """What the bot keeps of the last ask of each."""
    people = {account.first_name: account for account in visitor.stage.world.people.values()}
    return [(await Phone(visitor.stage, people[name]).last()).facts.outcome for name in names]


async def everybody_joins(visitor: Visitor) -> None:
    await visitor.enter(GROUP, "Ana")
    await expect(visitor.last).to_contain_text("Hello, I'm Ask Anyway")
    await shoot(visitor, "1-hello")
    await visitor.follow("Join")
    await expect(visitor.last).to_contain_text(GROUP)
    await shoot(visitor, "2-joined")
    await visitor.enter(GROUP, "Ben")
    await visitor.follow("Join")
    await expect(visitor.last).to_contain_text(GROUP)


async def ben_asks(visitor: Visitor) -> None:
    await visitor.be("Ben")
    await visitor.say("/today")
    await predicted_and_told(visitor)
    await debriefed(visitor)
    await shoot(visitor, "3-card-of-ben")
    await later(visitor, minutes=1)


async def the_group_sees_it_and_claps(visitor: Visitor) -> None:
    await visitor.enter(GROUP, "Ana")
    await expect(visitor.last).to_contain_text("Ben")
    assert STORY not in await visitor.last.inner_text()
    await visitor.tap("👏 Ben")
    await later(visitor, minutes=1)
    await visitor.caught_up()
    await expect(visitor.last).to_contain_text("👏 1")
    await shoot(visitor, "4-clapped")


async def ana_shares_her_answer(visitor: Visitor) -> None:
    await visitor.be("Ana")
    await visitor.say("/circle")
    await shoot(visitor, "5-settings")
    await visitor.tap("The answer")
    await visitor.say("/today")
    await visitor.tap("I'm in")
    await visitor.say("Perguntei na padaria")
    await visitor.tap("Yes")
    await visitor.tap("That's enough")
    await later(visitor, minutes=1)
    await visitor.enter(GROUP, "Ana")
    await expect(visitor.last).to_contain_text("a yes")
    await shoot(visitor, "6-two-have-asked")


async def chiyo_looks_on(visitor: Visitor) -> None:
    """Who has not joined may look, and is led in when they clap."""
    await visitor.speak_as("Chiyo")
    await visitor.follow("Join")
    await expect(visitor.by("start")).to_be_visible()
    await visitor.start()
    await expect(visitor.last).to_contain_text("18")
    await shoot(visitor, "7-a-stranger-comes-in")
