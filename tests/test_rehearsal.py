"""The playground as a whole: what a second start finds."""

from __future__ import annotations

from pathlib import Path

from bot import app, rehearsal, settings
from bot.app import StoppedClock, Tasks
from bot.playground import memory
from tests.conftest import MONDAY


async def test_a_bot_that_was_killed_hears_everybody_again(tmp_path: Path) -> None:
    """The world is kept once a second, the bot's log at once: after a kill the world is the older one."""
    found = settings.read({"DATA_DIR": str(tmp_path)}, None)
    clock = StoppedClock(MONDAY)
    async with rehearsal.rehearsing(found, Tasks(), tmp_path, clock=clock, roll=app.dice(1)) as first:
        ana = next(iter(first.world.people))
        first.world.say(ana, "/start")
        await first.settle()
        memory.save(tmp_path, first.world)
        older = (tmp_path / memory.NAME).read_bytes()
        first.world.say(ana, "/help")
        await first.settle()
    (tmp_path / memory.NAME).write_bytes(older)
    async with rehearsal.rehearsing(found, Tasks(), tmp_path, clock=clock, roll=app.dice(1)) as second:
        before = len(second.world.messages(ana))
        second.world.say(ana, "/privacy")
        await second.settle()
        assert len(second.world.messages(ana)) == before + 2
