"""The coach of a first week, by clicking: the ladder, a proposal, a hard no and its day after, a rehearsal.

ASK_ANYWAY_SHOTS names a folder for screenshots; they are for eyes, and no test compares them.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.coach.model import Outcome, Size
from bot.rehearsal import MONDAY, Rehearsal
from tests.journeys import browser
from tests.journeys.browser import DESKTOP, Visitor
from tests.journeys.conftest import bens
from tests.journeys.test_in_the_browser import WELCOME, WHY, at_ease

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        browser.CHROMIUM is None and not os.environ.get("CI"), reason="there is no Chromium on this machine"
    ),
]

HARD_NO = "I asked the man. He said no, what a stupid question, and walked off. It was awful, an 8"


@pytest.fixture
async def visitor(stage: Rehearsal) -> AsyncIterator[Visitor]:
    await stage.jump(MONDAY)
    async with browser.visiting(stage, DESKTOP) as found:
        await found.be("Ben")
        await found.start()
        for label in WELCOME:
            await found.tap(label)
        yield found
        at_ease(found)


async def shot(visitor: Visitor, name: str) -> None:
    folder = os.environ.get("ASK_ANYWAY_SHOTS")
    if folder:
        await visitor.page.screenshot(path=Path(folder) / f"{name}.png")


async def test_a_first_week_of_the_coach_is_played_by_clicking(visitor: Visitor) -> None:
    await a_size_that_fits(visitor)
    await the_ladder(visitor)
    await a_hard_no(visitor)
    await the_day_after(visitor)
    await only_imagined(visitor)
    log = await bens(visitor.stage).log()
    assert [(one.facts.outcome, one.facts.peak, one.size) for one in log] == [
        (Outcome.NO, 8, Size.FULL),
        (Outcome.NO, 7, Size.IMAGINAL),
    ]


async def a_size_that_fits(visitor: Visitor) -> None:
    """Too strong a first look brings another ask, with its reason, to take or to leave."""
    await visitor.tap("I'm in")
    await visitor.tap("9")
    await expect(visitor.last).to_contain_text("9 of 10 is a lot to carry into one ask")
    await shot(visitor, "1-proposal")
    await visitor.tap("Take this one")
    await visitor.tap("7")
    if await visitor.last.get_by_text("Keep mine").count():
        await visitor.tap("Keep mine")
    await expect(visitor.last).to_contain_text("chance of a no")


async def the_ladder(visitor: Visitor) -> None:
    await visitor.say("/ladder")
    await expect(visitor.last).to_contain_text("A number with ~ is my guess")
    await shot(visitor, "2-ladder")
    await visitor.tap("Rate a few")
    for left, rating in ((8, "3"), (7, "6"), (6, "8")):
        await expect(visitor.last).to_contain_text(f"{left} to go")
        await visitor.tap(rating)
    await shot(visitor, "3-rating")
    await visitor.tap("That's enough")


async def a_hard_no(visitor: Visitor) -> None:
    """A cold no at a peak of 8 ends kindly, and the next ask is no larger."""
    await visitor.say(HARD_NO)
    await expect(visitor.last).to_contain_text("a cold one. Right?")
    for label in ("✓ No, coldly", "8", "Disappointed", "8", "95%", "Skip"):
        await visitor.tap(label)
    await expect(visitor.last).to_contain_text("It was a strong one")
    await expect(visitor.last).not_to_contain_text("one up")
    await shot(visitor, "4-card")
    await visitor.tap("What now?")
    await shot(visitor, "5-what-now")


async def the_day_after(visitor: Visitor) -> None:
    """A day later: how much is left, once; and the ask of the day with the reason of its size."""
    await visitor.next_morning()
    await expect(visitor.bubbles.filter(has_text="How much of it is left today?")).to_have_count(1)
    await expect(visitor.last).to_contain_text(WHY)
    await shot(visitor, "6-day-after")


async def only_imagined(visitor: Visitor) -> None:
    for label in ("Smaller", "Only imagine it", "Two quiet minutes", "6", "I see it", "I said it"):
        await visitor.tap(label)
    await expect(visitor.last).to_contain_text("I'm the other person now")
    await shot(visitor, "7-imagined")
    for label in ("I pictured it", "7", "3", "Relieved", "35%"):
        await visitor.tap(label)
    await expect(visitor.last).to_contain_text("Next time")
    await shot(visitor, "8-rehearsed")
