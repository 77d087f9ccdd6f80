"""The long command: a day without Telegram, a day without the bot, and a machine whose clock is set wrong.

python -m tests.faults.outages [telegram|bot|clock|all] [--people N] [--hours N] [--seeds N]
What each local date is to bring to each person is worked out here again; who judges sees log and database.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import app
from tests.faults import by_hand, process
from tests.faults.by_hand import STEP, Desk, due, today
from tests.faults.storms import say

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
GRACE = 2 * HOUR
EVENING, NIGHT, WAKING = time(19, 30), time(22), time(7)  # what everybody has: the evening word, quiet hours
TOO_LONG_AGO, LATELY = MINUTE * 30, 20 * HOUR  # after the cut; of 26 h, and Telegram keeps updates for 24
SOON = MINUTE * 30
WHY = ("sent", "late", "missed", "twice")

Fate = str  # one of WHY


@dataclass(slots=True)
class Days:
    """What became of everybody's mornings, and what went against the rule."""

    fault: str
    people: int
    mornings: Counter[Fate] = field(default_factory=Counter)
    at_once: int = 0  # the most that came to somebody, unasked, in the hour after
    wrong: list[str] = field(default_factory=list)

    def expect(self, holds: bool, rule: str) -> None:
        if not holds:
            self.wrong.append(rule)

    def verdict(self) -> str:
        return "; ".join(dict.fromkeys(self.wrong)) or "held"


# --- a day without


async def without_telegram(folder: Path, seed: int, people: int, hours: float, step: timedelta) -> Days:
    """Nobody answers where Telegram was; the bot goes on."""

    async def gone(desk: Desk, span: timedelta) -> None:
        await desk.cut()
        await desk.live(span, step)
        await desk.mend()

    return await _without("telegram", gone, folder, seed, people, hours, step)


async def without_bot(folder: Path, seed: int, people: int, hours: float, step: timedelta) -> Days:
    """The bot is down."""

    async def gone(desk: Desk, span: timedelta) -> None:
        desk.true.offset += span
        await desk.sender.recover()

    return await _without("bot", gone, folder, seed, people, hours, step)


async def _without(
    what: str,
    gone: Callable[[Desk, timedelta], Awaitable[None]],
    folder: Path,
    seed: int,
    people: int,
    hours: float,
    step: timedelta,
) -> Days:
    found, roll = Days(f"{what}, {hours:g} h", people), app.dice(seed)
    async with by_hand.desk(folder, roll, people) as desk:
        await desk.live(6 * HOUR + int(roll() * 48) * SOON, step)
        cut = desk.true.now()
        for number, person_id in enumerate(desk.world.people):
            _write_at(desk, person_id, cut + (LATELY if number % 2 else TOO_LONG_AGO))
        await gone(desk, timedelta(hours=hours))
        back = desk.true.now()
        await desk.work()  # as at a start
        await desk.live(HOUR, MINUTE * 5)
        await desk.live(DAY, step)
        _judge_mornings(found, desk, cut, back)
        _judge_answers(found, desk)
        _judge_the_rest(found, desk)
    return found


def _write_at(desk: Desk, person_id: int, at: datetime) -> None:
    """Somebody writes while the bot does not hear: Telegram keeps it, with its date."""
    desk.world.say(person_id, "/help")
    desk.world.updates.pending[-1]["message"]["date"] = int(at.timestamp())


def _judge_mornings(found: Days, desk: Desk, cut: datetime, back: datetime) -> None:
    """Compare what came to everybody with what should have, at the first look after it or a little later."""
    brought, evenings = _brought(desk, "Offer"), _brought(desk, "Nudge")
    for person_id, zone, morning in by_hand.practice(desk.world):
        for on in _dates(zone, morning, by_hand.MONDAY, desk.true.now()):
            came = brought.get((person_id, on), [])
            fate = _fate(came)
            found.mornings[fate] += 1
            looks = [
                (due(zone, on, morning), due(zone, on, EVENING), cut, back + late)
                for late in (0 * HOUR, SOON)
            ]
            meant = [_meant(zone, on, *look) for look in looks]
            found.expect(fate in {each for each, _ in meant}, f"{zone} {on}: {fate}, not {meant[0][0]}")
            found.expect(all(today(zone, at) == on for at, _ in came), f"{zone} {on}: on another date")
            nudged = len(evenings.get((person_id, on), []))
            due_by_now = due(zone, on, EVENING) < desk.true.now() - SOON
            found.expect(
                not due_by_now or nudged in {word for _, word in meant},
                f"{zone} {on}: {nudged} in the evening",
            )
        unasked = [
            told.arrived for told in desk.told() if told.chat_id == person_id and told.attempt is not None
        ]
        found.at_once = max(
            found.at_once, sum(at is not None and back <= at <= back + HOUR for at in unasked)
        )
    found.expect(found.at_once <= 1, f"{found.at_once} at once")


def _meant(
    zone: str, on: date, morning: datetime, evening: datetime, cut: datetime, look: datetime
) -> tuple[Fate, int]:
    """What a date is to bring: its challenge, and how many words in the evening."""
    fate = _in_time(zone, on, morning, cut, look)
    if fate == "sent":
        return fate, int(_in_time(zone, on, evening, cut, look) == "sent")
    return fate, 0


def _in_time(zone: str, on: date, at: datetime, cut: datetime, look: datetime) -> Fate:
    if not cut < at <= look:
        return "sent"
    local = look.astimezone(ZoneInfo(zone)).time()
    if today(zone, look) > on or local >= NIGHT or local < WAKING:
        return "missed"
    return "sent" if look - at <= GRACE else "late"


def _fate(came: list[tuple[datetime, bool]]) -> Fate:
    match came:
        case []:
            return "missed"
        case [(_, late)]:
            return "late" if late else "sent"
        case _:
            return "twice"


def _brought(desk: Desk, name: str) -> dict[tuple[int, date], list[tuple[datetime, bool]]]:
    """What arrived of a kind, by person and the local day it was for: when, and whether as a late one."""
    days, found = desk.days(), dict[tuple[int, date], list[tuple[datetime, bool]]]()
    for told in desk.told():
        if told.name == name and told.arrived is not None and told.attempt is not None:
            found.setdefault((told.chat_id, days[told.attempt]), []).append((told.arrived, told.late))
    return found


def _dates(zone: str, morning: time, since: datetime, until: datetime) -> Iterator[date]:
    """The local dates whose morning lies in between."""
    on = today(zone, since)
    while due(zone, on, morning) <= until:
        if due(zone, on, morning) >= since:
            yield on
        on += DAY


def _judge_answers(found: Days, desk: Desk) -> None:
    """Whoever wrote lately is answered once; what Telegram forgot is not."""
    helped = Counter(told.chat_id for told in desk.told() if told.name == "Help" and told.arrived)
    for number, person_id in enumerate(desk.world.people):
        found.expect(helped[person_id] == number % 2, f"{helped[person_id]} answers")


def _judge_the_rest(found: Days, desk: Desk) -> None:
    """Nothing hangs, nothing failed, and who was told of no challenge has none in the log."""
    states = {told.state for told in desk.told()}
    found.expect(states <= {"sent", "cancelled"}, f"letters are {sorted(states)}")
    reached = {told.attempt for told in desk.told() if told.arrived}
    found.expect(set(desk.days()) <= reached, "the log has what nobody was told of")
    dead = process.rows(desk.folder, "SELECT count(*) FROM inbox WHERE state <> 'done'")
    found.expect(dead == [(0,)], "updates are left")


# --- the clock


async def wrong_clock(folder: Path, seed: int, people: int, hours: float, step: timedelta) -> Days:
    """The machine's clock is set three hours ahead and back again, and then back by `hours`."""
    found, roll = Days(f"clock, 3 h, -{hours:g} h", people), app.dice(seed)
    wrongs: list[tuple[datetime, timedelta]] = []
    async with by_hand.desk(folder, roll, people) as desk:
        await desk.live(DAY, step)
        for by, meanwhile in ((3 * HOUR, 4 * HOUR), (-3 * HOUR, DAY), (-timedelta(hours=hours), 2 * DAY)):
            await desk.live(int(roll() * 24) * HOUR, step)
            for person_id in desk.world.people:  # answers that are put off just when the clock is set
                desk.world.fail("sendMessage", "proxy", chat_id=person_id)
                desk.world.say(person_id, "/help")
            await desk.work()
            desk.wrong += by
            wrongs.append((desk.true.now(), desk.wrong))
            await desk.live(MINUTE * 20, MINUTE * 5)
            _judge_put_off(found, desk)
            await desk.live(meanwhile, step)
        _judge_dates(found, desk, wrongs)
        _judge_the_rest(found, desk)
    return found


def _judge_put_off(found: Days, desk: Desk) -> None:
    """What was put off for a second is not put off for hours because the clock was set back."""
    waits = sum(told.state != "sent" for told in desk.told())
    found.expect(waits == 0, f"{waits} letters stuck after the clock was set")


def _judge_dates(found: Days, desk: Desk, wrongs: list[tuple[datetime, timedelta]]) -> None:
    """Each date of the machine's calendar brought everybody one challenge, on that date."""

    def machine(at: datetime) -> datetime:
        return at + next((wrong for since, wrong in reversed(wrongs) if since < at), timedelta())

    brought = _brought(desk, "Offer")
    latest = max(machine(at) for at in (desk.true.now(), *(since for since, _ in wrongs)))
    for person_id, zone, morning in by_hand.practice(desk.world):
        for on in _dates(zone, morning, by_hand.MONDAY, latest):
            came = brought.get((person_id, on), [])
            found.mornings[_fate(came)] += 1
            found.expect(len(came) == 1, f"{zone} {on}: {len(came)} challenges")
            found.expect(
                all(today(zone, machine(at)) == on for at, _ in came), f"{zone} {on}: on another date"
            )


# --- the command

Fault = Callable[[Path, int, int, float, timedelta], Awaitable[Days]]
FAULTS: dict[str, Fault] = {"telegram": without_telegram, "bot": without_bot, "clock": wrong_clock}


def row(*cells: object) -> str:
    widths = (20, 6, 8, 6, 6, 8, 7, 9, 0)
    return "".join(f"{cell!s:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


async def play(names: list[str], people: int, hours: float, seeds: int) -> list[Days]:
    found = []
    for name in names:
        for seed in range(1, seeds + 1):
            with tempfile.TemporaryDirectory() as home:
                found.append(await FAULTS[name](Path(home), seed, people, hours, STEP))
            one = found[-1]
            say(
                row(
                    one.fault,
                    seed,
                    one.people,
                    *(one.mornings[fate] for fate in WHY),
                    one.at_once,
                    one.verdict(),
                )
            )
    return found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.outages")
    parser.add_argument("which", nargs="?", default="all", choices=[*FAULTS, "all"])
    parser.add_argument("--people", type=int, default=36)
    parser.add_argument("--hours", type=float, default=26, help="without, or by which the clock is set back")
    parser.add_argument("--seeds", type=int, default=10)
    wished = parser.parse_args(arguments)
    logging.disable()  # that nobody answers is the point of it
    names = [*FAULTS] if wished.which == "all" else [wished.which]
    say(row("fault", "seed", "people", *WHY, "at once", "verdict"))
    found = asyncio.run(play(names, wished.people, wished.hours, wished.seeds))
    return int(any(one.wrong for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
