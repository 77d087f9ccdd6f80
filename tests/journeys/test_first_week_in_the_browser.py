"""The coach of a first week, by clicking: the ladder, a proposal, a hard no and its day after, a rehearsal.

ASK_ANYWAY_SHOTS names a folder for screenshots; they are for eyes, and no test compares them.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.rehearsal import MONDAY, Rehearsal
from tests.journeys import browser
from tests.journeys.browser import DESKTOP, Visitor
from tests.journeys.test_in_the_browser import WELCOME, WHY, at_ease

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        browser.CHROMIUM is None and not os.environ.get("CI"), reason="there is no Chromium on this machine"
    ),
]

HARD_NO = "I asked the man. He said no, what a stupid question, and walked off. It was awful, an 8"


@pytest.fixture
async def ben(stage: Rehearsal) -> AsyncIterator[Visitor]:
    await stage.jump(MONDAY)
    async with browser.visiting(stage, DESKTOP) as visitor:
        await visitor.be("Ben")
        await visitor.start()
        for label in WELCOME:
            await visitor.tap(label)
        yield visitor
        at_ease(visitor)


async def shot(visitor: Visitor, name: str) -> None:
    folder = os.environ.get("ASK_ANYWAY_SHOTS")
    if folder:
        await visitor.page.screenshot(path=Path(folder) / f"{name}.png")


async def test_a_first_week_of_the_coach_is_played_by_clicking(ben: Visitor) -> None:
    await a_size_that_fits(ben)
    await the_ladder(ben)
    await a_hard_no(ben)
    await the_day_after(ben)
    await only_imagined(ben)


async def a_size_that_fits(ben: Visitor) -> None:
    """Too strong a first look brings another ask, with its reason, to take or to leave."""
    await ben.tap("I'm in")
    await ben.tap("9")
    await expect(ben.last).to_contain_text("9 of 10 is a lot to carry into one ask")
    await shot(ben, "1-proposal")
    await ben.tap("Take this one")
    await ben.tap("7")
    if await ben.last.get_by_text("Keep mine").count():
        await ben.tap("Keep mine")
    await expect(ben.last).to_contain_text("chance of a no")


async def the_ladder(ben: Visitor) -> None:
    await ben.say("/ladder")
    await expect(ben.last).to_contain_text("A number with ~ is my guess")
    await shot(ben, "2-ladder")
    await ben.tap("Rate a few")
    for left, rating in ((8, "3"), (7, "6"), (6, "8")):
        await expect(ben.last).to_contain_text(f"{left} to go")
        await ben.tap(rating)
    await shot(ben, "3-rating")
    await ben.tap("That's enough")


async def a_hard_no(ben: Visitor) -> None:
    """A cold no at a peak of 8 ends kindly, and the next ask is no larger."""
    await ben.say(HARD_NO)
    await expect(ben.last).to_contain_text("a cold one. Right?")
    for label in ("✓ No, coldly", "8", "Disappointed", "8", "95%", "Skip"):
        await ben.tap(label)
    await expect(ben.last).to_contain_text("It was a strong one")
    await expect(ben.last).not_to_contain_text("one up")
    await shot(ben, "4-card")
    await ben.tap("What now?")
    await shot(ben, "5-what-now")


async def the_day_after(ben: Visitor) -> None:
    """A day later: how much is left, once; and the ask of the day with the reason of its size."""
    await ben.next_morning()
    await expect(ben.bubbles.filter(has_text="How much of it is left today?")).to_have_count(1)
    await expect(ben.last).to_contain_text(WHY)
    await shot(ben, "6-day-after")


async def only_imagined(ben: Visitor) -> None:
    for label in ("Smaller", "Only imagine it", "Two quiet minutes", "6", "I see it", "I said it"):
        await ben.tap(label)
    await expect(ben.last).to_contain_text("I'm the other person now")
    await shot(ben, "7-imagined")
    for label in ("I pictured it", "7", "3", "Relieved", "35%"):
        await ben.tap(label)
    await expect(ben.last).to_contain_text("Next time")
    await shot(ben, "8-rehearsed")
