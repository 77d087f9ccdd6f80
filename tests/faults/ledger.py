"""Who judges a storm: reads the server's log of calls and the bot's database, and nothing else."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path

from bot.playground import Call
from tests.faults import process

SENDS = ("sendMessage", "editMessageText")

Arrived = tuple[int, str]  # the chat, and the words


class Log(deque[Call]):
    """All calls the server took, however many, with a running count of what reached whom."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived: Counter[Arrived] = Counter()

    def append(self, call: Call, /) -> None:
        super().append(call)
        if call.method in SENDS and call.response["ok"]:
            shown = call.response["result"]
            self.arrived[shown["chat"]["id"], shown["text"]] += 1

    def repeated(self) -> int:
        """How many came a second time, or a third."""
        return self.arrived.total() - len(self.arrived)


@dataclass(slots=True)
class Outcome:
    """What a storm did. `repeated` letters may be, as many as were in flight at the ends of the bot."""

    fault: str
    size: int
    ends: int
    lost: int = 0
    twice: int = 0
    repeated: int = 0
    in_flight: int = 0
    uncertain: int = 0  # of kind once, interrupted: may have arrived, and the operator sees it
    longest: float = 0.0  # seconds of the longest SIGTERM
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def expect(self, holds: bool, rule: str) -> None:
        if not holds:
            self.wrong.append(rule)

    def verdict(self) -> str:
        self.expect(self.lost == 0, f"{self.lost} lost")
        self.expect(self.twice == 0, f"{self.twice} twice")
        self.expect(self.repeated <= self.in_flight, "more repeated than were in flight")
        return "; ".join(dict.fromkeys(self.wrong)) or "held"


def in_flight(folder: Path) -> int:
    """How many letters the end of the bot left between two states."""
    ((count,),) = process.rows(folder, "SELECT count(*) FROM outbox WHERE state = 'in_flight'")
    return int(count)


def given_up(folder: Path, log: Log) -> int:
    """How many letters of kind once were interrupted before they arrived, and so never will."""
    interrupted = "SELECT chat_id FROM outbox WHERE kind = 'once' AND state IN ('in_flight', 'uncertain')"
    there = {chat_id for chat_id, words in log.arrived if "<once " in words}
    return sum(chat_id not in there for (chat_id,) in process.rows(folder, interrupted))


def updates(outcome: Outcome, folder: Path, log: Log, expected: int) -> None:
    """Judge updates that are each answered by one letter: every one done, one letter and one screen each."""
    ((done,),) = process.rows(folder, "SELECT count(*) FROM inbox WHERE state = 'done'")
    per_chat = process.rows(folder, "SELECT count(*), count(DISTINCT message) FROM outbox GROUP BY chat_id")
    outcome.twice = sum(rows - different for rows, different in per_chat)
    outcome.lost = max(expected - done, expected - len(log.arrived), 0)
    outcome.repeated = log.repeated()
    ((unsent,),) = process.rows(folder, "SELECT count(*) FROM outbox WHERE state <> 'sent'")
    outcome.expect(unsent == 0, f"{unsent} letters not sent")


def letters(outcome: Outcome, folder: Path, log: Log) -> None:
    """Judge letters of which each kind's words begin with its name, one of each kind a chat."""
    states = dict(process.rows(folder, "SELECT kind || ' ' || state, count(*) FROM outbox GROUP BY 1"))
    came = {kind: count_of(log, kind) for kind in ("again", "once", "edit")}
    each = outcome.size // 3
    unknown = outcome.uncertain = states.get("once uncertain", 0)
    outcome.lost = (
        2 * each - came["again"][0] - came["edit"][0] + each - came["once"][0] - given_up(folder, log)
    )
    outcome.twice = came["once"][1]
    outcome.repeated = came["again"][1] + came["edit"][1]
    outcome.expect(unknown <= outcome.in_flight, f"{unknown} uncertain")
    settled = {"again sent": each, "edit sent": each, "once sent": each - unknown}
    found = {name: count for name, count in states.items() if name != "once uncertain"}
    outcome.expect(found == settled, f"the outbox has {states}")


def count_of(log: Log, kind: str) -> tuple[int, int]:
    """How many of a kind arrived, and how many of them again."""
    counts = [count for (_, words), count in log.arrived.items() if f"<{kind} " in words]
    return len(counts), sum(counts) - len(counts)
