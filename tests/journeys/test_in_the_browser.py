"""The first day by clicking: the page, the playground's server and the whole bot, in a real browser."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator

import pytest
from PIL import Image
from playwright.async_api import FilePayload, expect

from bot.rehearsal import MONDAY, Rehearsal
from tests.journeys import browser
from tests.journeys.browser import DESKTOP, PHONE, Visitor
from tests.picture import PICTURE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        browser.CHROMIUM is None and not os.environ.get("CI"), reason="there is no Chromium on this machine"
    ),
]

WELCOME = ("I'm 18", "07:20 · New York", "Yes", "08:00", "7", "5", "That's all", "Send me one now")
PREDICTION = ("I'm in", "6", "80", "Just start")
STORY = "I asked the woman at the counter. She laughed and said yes, of course"
DEBRIEF = ("✓ Yes", "4", "Relieved", "2", "50", "Skip")
WHY = re.compile(r"Rung \d+ of 10")


@pytest.fixture
async def breakfast(stage: Rehearsal) -> Rehearsal:
    """Monday, 07:20 in New York."""
    await stage.jump(MONDAY)
    return stage


@pytest.fixture
async def desktop(breakfast: Rehearsal) -> AsyncIterator[Visitor]:
    async with browser.visiting(breakfast, DESKTOP) as visitor:
        yield visitor
        at_ease(visitor)


@pytest.fixture
async def phone(breakfast: Rehearsal) -> AsyncIterator[Visitor]:
    async with browser.visiting(breakfast, PHONE, "dark") as visitor:
        yield visitor
        at_ease(visitor)


def at_ease(visitor: Visitor) -> None:
    """Nothing went wrong inside the page, and it asked nobody but the playground."""
    assert visitor.faults == []
    assert visitor.strayed() == set()


async def welcomed(visitor: Visitor) -> None:
    await visitor.be("Ben")
    await visitor.start()
    for label in WELCOME:
        await visitor.tap(label)


async def predicted_and_told(visitor: Visitor) -> None:
    for label in PREDICTION:
        await visitor.tap(label)
    await visitor.say(STORY)


async def debriefed(visitor: Visitor) -> None:
    for label in DEBRIEF:
        await visitor.tap(label)
    await expect(visitor.last).to_contain_text("You asked.")


async def test_a_first_day_is_played_by_clicking(desktop: Visitor) -> None:
    await welcomed(desktop)
    assert desktop.taps <= 9
    await expect(desktop.last).to_contain_text(WHY)
    await predicted_and_told(desktop)
    before = desktop.taps
    await debriefed(desktop)
    assert desktop.taps - before <= 6
    await the_picture(desktop)
    await the_file(desktop)
    await the_next_morning(desktop)
    await the_calls(desktop)
    await somebody_else(desktop)


async def the_picture(visitor: Visitor) -> None:
    await visitor.say("/stats")
    picture = visitor.last.get_by_test_id("photo").get_by_role("img")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("complete", value=True)
    assert await picture.evaluate("one => one.naturalWidth") > 400


async def the_file(visitor: Visitor) -> None:
    """What /export brings can be saved, and sent back as it is."""
    await visitor.say("/export")
    async with visitor.page.expect_download() as saved:
        await visitor.last.get_by_test_id("document").click()
    place = await (await saved.value).path()
    await visitor.by("clip").click()
    async with visitor.page.expect_file_chooser() as choosing:
        await visitor.page.get_by_role("menuitem", name="File").click()
    data = await asyncio.to_thread(place.read_bytes)
    back = FilePayload(name="back.zip", mimeType="", buffer=data)
    await (await choosing.value).set_files(back)
    await expect(visitor.page.get_by_text("back.zip")).to_be_visible()
    await visitor.caught_up()
    await expect(visitor.last).to_contain_text("All of that is here already")


async def the_next_morning(visitor: Visitor) -> None:
    """One press lets the morning come, and brings one challenge that says why it has its size."""
    before = await visitor.bubbles.count()
    await visitor.next_morning()
    await expect(visitor.bubbles).to_have_count(before + 1)
    await expect(visitor.last).to_contain_text(WHY)
    await expect(visitor.last.get_by_text("I'm in")).to_be_visible()
    await expect(visitor.by("clock")).to_contain_text("Tue 24 Nov, 08:00 in New York")


async def the_calls(visitor: Visitor) -> None:
    await visitor.by("drawer-toggle").click()
    sent = visitor.by("call").filter(has_text="sendMessage")
    await expect(sent.first).to_be_visible()
    assert await sent.count() >= 5


async def somebody_else(visitor: Visitor) -> None:
    """Another person has a chat of their own."""
    await visitor.be("Chiyo")
    await expect(visitor.by("empty")).to_be_visible()
    await expect(visitor.by("start")).to_be_visible()
    await visitor.be("Ben")
    await expect(visitor.last).to_contain_text(WHY)


async def test_the_first_day_fits_on_a_phone(phone: Visitor) -> None:
    await welcomed(phone)
    await phone.tap("I'm in")
    await phone.say("/stats")
    width = await phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
    await phone.by("back").click()
    await expect(phone.by("composer")).to_be_hidden()
    await expect(phone.by(f"person-{phone.me}")).to_contain_text("Ben Okafor")


async def test_the_page_runs_nothing_from_elsewhere(phone: Visitor) -> None:
    page = await phone.page.request.get(phone.stage.served.url)
    assert "default-src 'self'" in page.headers["content-security-policy"]
    await phone.page.evaluate("document.body.append(Object.assign(document.createElement('script'), "
                              "{textContent: 'window.ran = true'}))")  # fmt: skip
    assert await phone.page.evaluate("window.ran") is None
    assert "Content Security Policy" in phone.faults.pop()


def test_the_picture_of_the_readme_is_there() -> None:
    assert PICTURE.stat().st_size < 400_000
    with Image.open(PICTURE) as picture:
        assert picture.format == "PNG"
        assert picture.width >= 1280
        assert 1 < picture.width / picture.height < 2
