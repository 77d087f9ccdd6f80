"""Whether the limits hold on the wire: `python -m tests.benchmarks.limits [--minutes N] [--per-second N]`.

The bot as it serves, with more waiting than may go: many private chats, some of them with seven letters at
once, and groups that would get more than 20 a minute. Judged by when messages arrived at a server in another
process, and by nothing the bot says. Ends with status 1 where a promise is broken: more in any second than
the setting, more to a person than three and then one a second, more than 20 to a group in any 60 seconds, or
less than 97 % of what the setting allows.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.arrivals import Arrival, by_chat, most_in, over_burst
from tests.benchmarks.served import serving
from tests.benchmarks.witness import witness

LEAST = 0.97  # of the allowed rate
GROUP, MINUTE = 20, 60.0
FREE = 30
# of twenty letters
TO_GROUPS, BURST, ALONE = 3, 7, 10


def letters(per_second: int, seconds: float) -> Iterator[int]:
    """The chats of the letters that wait: three for groups, seven for one person, ten alone, and so on."""
    groups = math.ceil(0.7 * per_second * TO_GROUPS / 20 / (GROUP / MINUTE))
    for block in range(math.ceil(1.2 * per_second * seconds / 20)):
        first = 1 + block * (ALONE + 1)
        yield from (-1 - (block * TO_GROUPS + n) % groups for n in range(TO_GROUPS))
        yield from [first] * BURST
        yield from range(first + 1, first + 1 + ALONE)


@dataclass(frozen=True, slots=True)
class Judged:
    used: float  # of the allowed rate
    in_a_second: int
    to_a_person: float  # more than a burst of three and one a second
    to_a_group: int  # in a minute
    bursts: int  # people who got more than three
    groups: int

    @classmethod
    def of(cls, arrivals: Sequence[Arrival], per_second: int, seconds: float) -> Judged:
        began = arrivals[0][0]
        within = sorted(arrival for arrival in arrivals if arrival[0] < began + seconds)
        chats = by_chat(within)
        people = [times for chat_id, times in chats.items() if chat_id > 0]
        groups = [times for chat_id, times in chats.items() if chat_id < 0]
        return cls(
            len(within) / (per_second * seconds),
            most_in([at for at, _ in within], 1.0),
            max(map(over_burst, people)),
            max(most_in(times, MINUTE) for times in groups),
            sum(len(times) > 3 for times in people),
            len(groups),
        )

    def kept(self, per_second: int) -> bool:
        within = self.in_a_second <= per_second and self.to_a_person <= 1e-9 and self.to_a_group <= GROUP
        return within and self.used >= LEAST


def main() -> int:
    asked = _asked()
    seconds, per_second = asked.minutes * 60, asked.per_second
    environ = {"SEND_PER_SECOND": str(per_second), "PAID_BROADCAST": str(int(per_second > FREE))}
    waiting = list(letters(per_second, seconds))
    load = os.getloadavg()[0]
    with witness(asked.delay / 1000) as telegram, serving(telegram.url, waiting, environ) as bot:
        telegram.begin()
        heart = bot.run(seconds)
        judged = Judged.of(telegram.end().messages, per_second, seconds)
    sys.stdout.write(
        f"{asked.minutes:g} minutes at {per_second} a second, {len(waiting)} letters waiting, "
        f"{heart.share:.0%} of a core, load {load:.1f} to {os.getloadavg()[0]:.1f}\n"
        f"  used of the allowed rate     {judged.used:7.2%}  (at least {LEAST:.0%})\n"
        f"  the most in any second       {judged.in_a_second:7}  (at most {per_second})\n"
        f"  a person, over 3 and 1 a s   {judged.to_a_person:7.3f}  (at most 0; {judged.bursts} had bursts)\n"
        f"  the most to a group in 60 s  {judged.to_a_group:7}  (at most {GROUP}; {judged.groups} groups)\n"
    )
    return int(not judged.kept(per_second))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--per-second", type=int, default=25)
    parser.add_argument("--delay", type=float, default=50.0, help="ms until the server answers")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
