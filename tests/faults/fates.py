"""The long command: everything the network and Telegram do to a request, to letters of every kind.

python -m tests.faults.fates [--each N] [--seed N]
Each meets one fault. None is lost in silence: it arrived, or its row says why not, or that nobody knows.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.playground import Fault
from bot.store.states import LetterKind
from tests.faults import process, storms
from tests.faults.storms import Scene, say

QUICK = (
    Fault.DROP,  # lost before
    Fault.LATE_DROP,  # lost after the effect
    Fault.FLOOD,
    Fault.BLOCKED,
    Fault.BAD_GATEWAY,
    Fault.GARBAGE,
    Fault.PROXY,
)
SLOW = (Fault.SILENCE, Fault.LATE_SILENCE)  # past the timeout of 20 s
GONE = (Fault.BLOCKED,)
PATIENCE = 90.0
UNSETTLED = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'in_flight')"
METHODS = {LetterKind.EDIT: "editMessageText"}


@dataclass(slots=True)
class Met:
    """What became of the letters of a kind that met a fault."""

    fault: Fault
    kind: LetterKind
    letters: list[tuple[int, str]] = field(default_factory=list)  # how often each arrived, and its state

    def lost(self) -> int:
        """Letters that are nowhere: not with the person, and their row does not say so."""
        gone = ("failed", "cancelled") if self.fault in GONE else ()
        unsure = ("uncertain",) if self.kind is LetterKind.ONCE else ()
        return sum(times == 0 and state not in (*gone, *unsure) for times, state in self.letters)

    def twice(self) -> int:
        most = 2 if self.kind is LetterKind.AGAIN else 1
        return sum(times > most for times, _ in self.letters)

    def row(self) -> str:
        arrived, states = sum(times for times, _ in self.letters), Counter(state for _, state in self.letters)
        counts = f"arrived {arrived:4}  lost {self.lost()}  twice {self.twice()}"
        return f"{self.fault:<14}{self.kind:<7}{counts}  {dict(states)}"


async def meet(folder: Path, faults: tuple[Fault, ...], each: int, seed: int) -> list[Met]:
    """Let `each` letters of each kind meet each fault, side by side, every one in a chat of its own."""
    plans = [(fault, kind) for fault in faults for kind in LetterKind for _ in range(each)]
    found = {plan: Met(*plan) for plan in plans}
    async with storms.scene(folder, seed, len(plans)) as stage:
        await storms.filled(stage, [kind for _, kind in plans])
        for (fault, kind), chat_id in zip(plans, stage.world.people, strict=True):
            stage.world.fail(METHODS.get(kind, "sendMessage"), fault, chat_id=chat_id, seconds=1)
        await stage.bot.start()
        await settled(stage)
        await stage.bot.stop()
        states = dict(process.rows(folder, "SELECT chat_id, state FROM outbox"))
        for plan, chat_id in zip(plans, stage.world.people, strict=True):
            count = sum(times for (chat, _), times in stage.log.arrived.items() if chat == chat_id)
            found[plan].letters.append((count, states[chat_id]))
    return list(found.values())


async def settled(scene: Scene) -> None:
    """Wait until no letter waits.

    Looked up again and again, since no event tells: what is over is a row that another process has written,
    and for some fates no request follows. It only paces the looks; how long anything takes is judged nowhere.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while process.rows(scene.folder, UNSETTLED) != [(0,)]:  # noqa: ASYNC110  see above
                await asyncio.sleep(0.1)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.fates")
    parser.add_argument("--each", type=int, default=10, help="letters of each kind and fault")
    parser.add_argument("--seed", type=int, default=1)
    wished = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        found = asyncio.run(meet(Path(home), (*QUICK, *SLOW), wished.each, wished.seed))
    for met in found:
        say(met.row())
    return int(any(met.lost() or met.twice() for met in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
