"""How long a reply takes while a morning waits: `python -m tests.benchmarks.replying [--seconds N]`.

The bot as it serves, by long polling, with 100,000 scheduled letters waiting and its limits on; people write
/help. A reply's time is from the writing at the server to the request's arrival there, both in the server's
process: the poll, inbox, state, outbox and limits are all within. A beat every 5 ms watches the event loop:
how late it is, and how late without the time in which other programs had the core. Ends with status 1 where a
promise is broken: half of the replies within 25 ms, 99 of 100 within 150, the loop never held for over 20.

Telegram's 30 messages a second cannot hold 50 replies a second, so that pace is judged with PAID_BROADCAST=1;
what 20 updates a second meet within the usual 25 is printed beside it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import deque
from collections.abc import Sequence

from tests.benchmarks.served import Heart, serving
from tests.benchmarks.witness import Seen, witness

PEOPLE = 1000
FIRST_WAITING = 1_000_000  # chats of the letters that wait; nobody of them writes
P50, P99, HELD = 0.025, 0.150, 0.020  # seconds, the promises
PAID = {"PAID_BROADCAST": "1", "SEND_PER_SECOND": "1000"}
PACES: tuple[tuple[str, float, dict[str, str]], ...] = (("paid", 50, PAID), ("free", 20, {}))


def delays(seen: Seen, first: float, last: float) -> list[float]:
    """Seconds from each update between these instants to the next message in its chat; infinite for none."""
    came: dict[int, deque[float]] = {}
    for at, chat_id in seen.messages:
        came.setdefault(chat_id, deque()).append(at)
    waits = [(at, _answered(at, came.get(chat_id, deque()))) for at, chat_id in seen.updates]
    return [wait for at, wait in waits if first <= at <= last]


def _answered(at: float, came: deque[float]) -> float:
    while came and came[0] < at:
        came.popleft()
    return came.popleft() - at if came else float("inf")


def share(found: Sequence[float], part: float) -> float:
    return sorted(found)[min(int(part * len(found)), len(found) - 1)]


def measured(
    per_second: float, environ: dict[str, str], seconds: float, letters: int, delay: float
) -> tuple[Seen, Heart]:
    """Let people write to a bot that has a morning's letters waiting."""
    chats = range(FIRST_WAITING, FIRST_WAITING + letters)
    with witness(delay, per_second, PEOPLE) as telegram, serving(telegram.url, chats, environ) as bot:
        telegram.begin()
        heart = bot.run(seconds)
        return telegram.end(), heart


def main() -> int:
    asked = _asked()
    broken = 0
    for name, per_second, environ in PACES:
        if asked.only in name:
            seen, heart = measured(per_second, environ, asked.seconds, asked.letters, asked.delay / 1000)
            kept = _told(name, seen, heart)
            broken += name == "paid" and not kept
    return min(broken, 1)


def _told(name: str, seen: Seen, heart: Heart) -> bool:
    """Print what was seen; whether the promises are kept."""
    took = delays(seen, heart.began, heart.ended - 1)  # those before met the start, those after the stop
    p50, p99 = share(took, 0.5), share(took, 0.99)
    _say(
        f"{name}: {len(took)} updates, {len(seen.messages)} messages, {heart.share:.0%} of a core, "
        f"load {os.getloadavg()[0]:.1f}\n"
        f"  a reply took  {_milliseconds(took)}\n"
        f"  a beat late   {_milliseconds(heart.late)}\n"
        f"  the loop held {_milliseconds(heart.held)}\n"
        f"  CPU in a beat {_milliseconds(heart.cpu)}"
    )
    return p50 <= P50 and p99 <= P99 and max(heart.held) <= HELD


def _milliseconds(found: Sequence[float]) -> str:
    parts = {"p50": 0.5, "p99": 0.99, "p99.9": 0.999}
    shares = "  ".join(f"{name} {share(found, part) * 1000:5.1f} ms" for name, part in parts.items())
    return f"{shares}  longest {max(found) * 1000:.1f} ms"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0, help="for each pace")
    parser.add_argument("--letters", type=int, default=100_000, help="that wait")
    parser.add_argument("--delay", type=float, default=50.0, help="ms until the server answers")
    parser.add_argument("--only", default="", help="the pace with this in its name: paid, free")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
