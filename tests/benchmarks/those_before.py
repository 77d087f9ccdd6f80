"""People of the sizing bench as they come to a bot: in groups, each meeting what the ones before it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.coach import everybody
from bot.coach.belief import Belief
from bot.coach.everybody import Found, Heard
from tests.benchmarks.lives import MORNING

BEFORE = MORNING - 7 * everybody.AHEAD
GROUP = 50  # of the 400 of a seed: the first knows nothing of the asks but their rungs


@dataclass(slots=True)
class ThoseBefore:
    """What all who met one policy in one world found of its asks, as the bot keeps it."""

    found: Found = Found()  # noqa: RUF009  it cannot be changed
    heard: dict[str, Heard] = field(default_factory=dict)
    group: list[Belief] = field(default_factory=list)

    def leaves(self, belief: Belief, rungs: Mapping[str, int]) -> None:
        """Somebody's time is over; with the last of a group, all of it is added up."""
        self.group.append(belief)
        if len(self.group) == GROUP:
            self.heard = everybody.together(self._words())
            self.found, self.group = everybody.learnt(self.heard.values(), rungs, self.found, BEFORE), []

    def _words(self) -> Iterator[Heard]:
        yield from self.heard.values()
        for belief in self.group:
            for ask, met in belief.met.items():
                if met.weight or met.lay:
                    yield Heard(ask, 1, met.weight, met.lay)
