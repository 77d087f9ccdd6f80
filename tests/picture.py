"""Makes the picture in the README: `python -m tests.picture` plays a first day and photographs the page."""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from PIL import Image
from playwright.async_api import ViewportSize, expect

from bot import app, rehearsal, settings
from bot.app import StoppedClock, Tasks
from bot.rehearsal import MONDAY
from tests.journeys import browser
from tests.journeys.browser import Visitor

PICTURE = Path(__file__).parent.parent / "deploy" / "picture.png"
SEED = 3
FIRST_MINUTES = ("I'm 18", "07:20 · New York", "Yes", "08:00", "7", "5", "That's all", "Send me one now")
PREDICTION = ("I'm in", "6", "80")
FEAR = "They sigh, and everybody near us looks up"
STORY = "I asked, with a very red face. She laughed and said yes, of course"  # fits any ask
DEBRIEF = ("✓ Yes", "5", "Proud", "2", "35", "Skip")
SIZE: ViewportSize = {"width": 1180, "height": 1160}  # more than the card and the next morning need
AIR = 6  # pixels over the first bubble
SHARP = 1.5
COLOURS = 255


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = settings.read({"DATA_DIR": folder}, None)
        clock, roll = StoppedClock(MONDAY), app.dice(SEED)
        async with (
            rehearsal.rehearsing(found, Tasks(), Path(folder), clock=clock, roll=roll) as stage,
            browser.visiting(stage, SIZE, scale=SHARP) as visitor,
        ):
            await play(visitor)
            await framed(visitor)
            PICTURE.write_bytes(small(await visitor.page.screenshot(animations="disabled")))
    sys.stdout.write(f"{PICTURE.name}: {PICTURE.stat().st_size // 1000} kB\n")


async def play(visitor: Visitor) -> None:
    """The first day, its card and its numbers, and the ask of the next morning."""
    await visitor.be("Ben")
    await visitor.start()
    for label in FIRST_MINUTES:
        await visitor.tap(label)
    for label in PREDICTION:
        await visitor.tap(label)
    await visitor.say(FEAR)
    await visitor.stage.jump(MONDAY + timedelta(hours=5))
    await visitor.say(STORY)
    for label in DEBRIEF:
        await visitor.tap(label)
    await visitor.next_morning()
    await expect(visitor.by("hint")).to_be_hidden()
    await visitor.page.mouse.move(0, 0)


async def framed(visitor: Visitor) -> None:
    """Let the picture begin with what Ben told, whole."""
    story = await visitor.bubbles.filter(has_text=STORY).bounding_box()
    thread = await visitor.by("messages").bounding_box()
    assert story is not None
    assert thread is not None
    spare = round(story["y"] - thread["y"]) - AIR
    await visitor.page.set_viewport_size({**SIZE, "height": SIZE["height"] - spare})
    await expect(visitor.last).to_be_in_viewport(ratio=1)


def small(screenshot: bytes) -> bytes:
    """A palette is enough for a page of few colours, and a third of the bytes."""
    with Image.open(io.BytesIO(screenshot)) as whole:
        few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    asyncio.run(main())
