"""The long command: Telegram asks to wait (429), one chat or everybody, while letters of all kinds are sent.

python -m tests.faults.floods [--people N] [--seconds N] [--seeds N]
Who judges reads the server's log and the database: nobody asked in vain, order kept, nothing lost or doubled.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot import app
from bot.coach import messages
from bot.playground import Call
from bot.store import outbox
from bot.store.states import LetterKind
from tests.faults import by_hand, process
from tests.faults.by_hand import Desk
from tests.faults.storms import say

TICK = timedelta(seconds=0.5)
WINDOW = 7  # seconds for which Telegram refuses
FOREVER = 10**6
PROMPT = timedelta(seconds=1.5)  # a letter nothing holds back has left by then
KINDS = (LetterKind.AGAIN, LetterKind.ONCE)


@dataclass(slots=True)
class Flood:
    """What a flood did. `after`: requests in vain after the pause should have been known."""

    whom: str
    letters: int
    refused: int = 0
    after: int = 0
    lost: int = 0
    twice: int = 0
    slowest: float = 0.0  # seconds, of the letters to whom it was not about
    wrong: list[str] = field(default_factory=list)

    def verdict(self) -> str:
        named = {"lost": self.lost, "twice": self.twice, "asked in vain": self.after}
        return (
            "; ".join([*(f"{count} {name}" for name, count in named.items() if count), *self.wrong]) or "held"
        )


async def flood(folder: Path, seed: int, people: int, seconds: int, *, one: bool) -> Flood:
    """Letters are written all the time; for some seconds Telegram refuses, one chat or everybody."""
    roll = app.dice(seed)
    async with by_hand.desk(folder, roll, people) as desk:
        crowd = list(desk.world.people)
        about = crowd[int(roll() * people)] if one else None
        begin, written = 2 + int(roll() * 3), dict[str, datetime]()
        while desk.ticks() < seconds:
            desk.world.faults.clear()
            if begin <= desk.ticks() < begin + WINDOW:
                desk.world.fail("sendMessage", "flood", times=FOREVER, chat_id=about, seconds=WINDOW)
            few = [] if about is None or roll() < 0.7 else [about]
            for chat_id in (*few, *(crowd[int(roll() * people)] for _ in range(3))):
                await _write(desk, chat_id, written)
            await desk.live(TICK, TICK)
        desk.world.faults.clear()
        await desk.live(timedelta(minutes=1), TICK * 4)
        return _judged(desk, Flood("one chat" if one else "everybody", len(written)), written, about)


async def _write(desk: Desk, chat_id: int, written: dict[str, datetime]) -> None:
    words = f"<{chat_id} {len(written)}>"
    async with desk.store.unit() as unit:
        kind = KINDS[len(written) % 2]
        urgent = outbox.REPLY if len(written) % 3 else outbox.SCHEDULED
        letter = messages.Known(words)
        await outbox.put(unit, chat_id, letter, now=desk.now(), kind=kind, urgent=urgent, person_id=chat_id)
    written[words] = desk.true.now()


def _judged(desk: Desk, found: Flood, written: dict[str, datetime], about: int | None) -> Flood:
    sends = [call for call in desk.log if call.method == "sendMessage" and "&lt;" in call.params["text"]]
    refused = [call for call in sends if not call.response["ok"]]
    found.refused, found.after = len(refused), _in_vain(sends, refused, about)
    came = [(call.at, _number(call)) for call in sends if call.response["ok"]]
    times = Counter(number for _, number in came)
    found.lost = sum(times[number] == 0 for number in range(len(written)))
    found.twice = sum(count > 1 for count in times.values())
    orders: dict[int, list[int]] = {}
    for call in sends:
        if call.response["ok"]:
            orders.setdefault(int(call.params["chat_id"]), []).append(_number(call))
    if any(order != sorted(order) for order in orders.values()):
        found.wrong.append("out of order")
    if process.rows(desk.folder, "SELECT DISTINCT state FROM outbox") != [("sent",)]:  # the mornings, too
        found.wrong.append("letters left")
    found.slowest = _slowest(written, {number: at for at, number in came}, about)
    if about is not None and found.slowest > PROMPT.total_seconds():
        found.wrong.append("others were held up")
    return found


def _in_vain(sends: list[Call], refused: list[Call], about: int | None) -> int:
    """Requests within the wait that Telegram asked for, once it was known whom it is about.

    A chat is known at its first refusal; that it is everybody, when a second person was refused.
    """
    met: dict[object, datetime] = {}
    for call in refused:
        met.setdefault(call.params["chat_id"], call.at)
    known = sorted(met.values())[0 if about is not None else 1]
    until = min(met.values()) + timedelta(seconds=WINDOW)
    chats = set(met) if about is not None else {call.params["chat_id"] for call in sends}
    return sum(known < call.at < until and call.params["chat_id"] in chats for call in sends)


def _number(call: Call) -> int:
    words: str = call.response["result"]["text"]
    return int(words.partition("<")[2].partition(">")[0].split()[1])


def _slowest(written: dict[str, datetime], came: dict[int, datetime], about: int | None) -> float:
    waits = [
        came[number] - at
        for number, (words, at) in enumerate(written.items())
        if number in came and not words.startswith(f"<{about} ")
    ]
    return max(waits).total_seconds()


# --- the command


def row(*cells: object) -> str:
    widths = (12, 6, 9, 9, 8, 6, 7, 11, 0)
    return "".join(f"{cell!s:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


async def play(people: int, seconds: int, seeds: int) -> list[Flood]:
    found = []
    for one in (True, False):
        for seed in range(1, seeds + 1):
            with tempfile.TemporaryDirectory() as home:
                found.append(await flood(Path(home), seed, people, seconds, one=one))
            f = found[-1]
            say(row(f.whom, seed, f.letters, f.refused, f.after, f.lost, f.twice, f.slowest, f.verdict()))
    return found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.floods")
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=40, help="of writing")
    parser.add_argument("--seeds", type=int, default=10)
    wished = parser.parse_args(arguments)
    logging.disable()
    say(row("whom", "seed", "letters", "refused", "in vain", "lost", "twice", "slowest s", "verdict"))
    found = asyncio.run(play(wished.people, wished.seconds, wished.seeds))
    return int(any(one.verdict() != "held" for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
