"""kill -9 in every step of the first minutes and of a debrief, and in a backlog: nothing lost or doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from itertools import cycle, groupby, islice
from pathlib import Path

import pytest

from bot.coach import taps
from bot.playground import World
from bot.telegram import buttons
from tests.faults import process
from tests.faults.process import Json

# what they do, and what they are shown then
FIRST_MINUTES = (
    ("/start", ["Consent"]),
    ("I'm 18", ["ChooseZone"]),
    ("{zone}", ["ConfirmZone"]),
    ("Yes", ["ChooseMorning"]),
    ("08:00", ["sting social"]),
    ("7", ["sting professional"]),
    ("5", ["AddDomain"]),
    ("That's all", ["ToggleDay"]),
    ("Send me one now", ["told", "Accept"]),
)
DEBRIEF = (
    ("I'm in", ["Did", "anticipated"]),
    ("6", ["chance"]),
    ("80", ["fear"]),
    ("I freeze", ["Did"]),
    ("I did it", ["story"]),
    ("Asked the baker for yesterday's bread", ["outcome"]),
    ("No, kindly", ["peak"]),
    ("4", ["feeling"]),
    ("relieved", ["cost"]),
    ("2", ["again"]),
    ("50", ["learned"]),
    ("Skip", ["Correct"]),
)
ANSWERS = (
    "I freeze",
    6,
    80,
    "Asked the baker for yesterday's bread",
    "no",
    "respectful",
    4,
    "relieved",
    2,
    50,
)

Moment = Callable[[World, int, list[str]], Awaitable[None]]


async def taken(world: World, person_id: int, after: list[str]) -> None:
    """Once the bot has it, and maybe is about to answer."""
    await world.wait_for(lambda: not world.updates.pending, process.PATIENCE)


async def answered(world: World, person_id: int, after: list[str]) -> None:
    """Once the answer arrived, which the bot may not have noted yet."""
    await world.wait_for(lambda: once_each(world, person_id) == after, process.PATIENCE)


MOMENTS: tuple[Moment, ...] = (taken, answered)


@pytest.mark.parametrize("first", [0, 1], ids=["taken-first", "answered-first"])
async def test_a_kill_in_any_step_goes_on_in_that_step(first: int, tmp_path: Path) -> None:
    world = process.blank()
    ben = world.add_person("Ben").id
    zone = process.midday_zone(world.instant())
    moments = islice(cycle(MOMENTS), first, None)
    seen: list[str] = []
    async with process.lives(tmp_path, world) as bot:
        await bot.start()
        for (what, then), moment in zip((*FIRST_MINUTES, *DEBRIEF), moments, strict=False):
            process.act(world, ben, what.format(zone=zone))
            seen += then
            await moment(world, ben, seen)
            await bot.kill()
            await bot.start()
            await answered(world, ben, seen)
        await bot.stop()
    assert once_each(world, ben) == seen
    assert len(process.shown(world, ben)) <= len(seen) + len(FIRST_MINUTES) + len(DEBRIEF)
    assert noted(tmp_path) == [ANSWERS]
    assert handled(tmp_path) == len(FIRST_MINUTES) + len(DEBRIEF)


async def test_a_backlog_outlives_two_kills_and_every_update_is_handled_once(tmp_path: Path) -> None:
    world = process.blank()
    crowd = [world.add_person(f"Person {number}").id for number in range(10)]
    for command in ("/start", "/help", "/privacy"):
        for person_id in crowd:
            world.say(person_id, command)
    async with process.lives(tmp_path, world) as bot:
        for arrived in (4, 16):
            await bot.start()
            await told(world, crowd, arrived)
            await bot.kill()
        await bot.start()
        await told(world, crowd, 30)
        await bot.stop()
    assert handled(tmp_path) == 30
    assert process.rows(tmp_path, "SELECT count(*) FROM people") == [(10,)]
    assert process.rows(tmp_path, "SELECT state, count(*) FROM outbox GROUP BY state") == [("sent", 30)]
    assert Counter(tuple(once_each(world, one)) for one in crowd) == {("Consent", "Today", "told"): 10}


async def told(world: World, crowd: list[int], least: int) -> None:
    """Wait until so many screens arrived in all, a repeated one counted once."""
    await world.wait_for(lambda: sum(len(once_each(world, one)) for one in crowd) >= least, process.PATIENCE)


def once_each(world: World, person_id: int) -> list[str]:
    """The names of the screens that were shown, in order; one that came twice on end counts once."""
    named = groupby(process.shown(world, person_id), key=screen)
    return [name for name, _ in named]


def screen(message: Json) -> str:
    """Name a screen by its first button: the step it asks for, else what the button does."""
    found = [buttons.unpack(key["callback_data"]) for key in process.keys(message) if "callback_data" in key]
    if any(isinstance(tap, taps.Correct) for tap in found):
        return "Correct"  # the card; what could be done now stands first on some
    match next(iter(found), None):
        case None:
            return "told"
        case taps.Answer(_, step, _):
            return step.value
        case taps.Sting(domain, _):
            return f"sting {domain}"
        case tap:
            return type(tap).__name__


def noted(folder: Path) -> list[tuple[object, ...]]:
    """The facts of every attempt."""
    facts = "fear, anticipated, chance, story, outcome, kind_of_no, peak, feeling, cost, again"
    return process.rows(folder, f"SELECT {facts} FROM attempts")  # noqa: S608  our own columns


def handled(folder: Path) -> int:
    """How many updates were handled; every one that came was, and none is dead."""
    states = process.rows(folder, "SELECT state, count(*) FROM inbox GROUP BY state")
    assert [state for state, _ in states] == ["done"]
    return int(states[0][1])
