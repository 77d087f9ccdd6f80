"""The scale of distress: from how hard an ask is for somebody to what they feel, and what that teaches.

Hardness is counted in rungs above readiness; 0 is the middle of the scale of 1-10.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, exp, log, sqrt

STEEP = 2.25  # beside the middle of the scale one rung is one point of distress
BAND = (4, 7)  # useful distress [science.md]
EDGES = tuple(STEEP * log((distress - 1) / (10 - distress)) for distress in (*BAND, 8))  # and overwhelming
OVERSHOT = 0.2  # cost of overwhelming, against the gain of the useful band


@dataclass(frozen=True, slots=True)
class Guess:
    """How hard an ask will be: its mean, and its variance with the mood of the day."""

    mean: float
    spread: float

    @property
    def distress(self) -> float:
        return felt(self.mean)

    def worth(self) -> float:
        """The probability of the useful band, less the cost of overwhelming."""
        root = sqrt(2 * self.spread)
        low, high, over = [erf((edge - self.mean) / root) for edge in EDGES]
        return (high - low - OVERSHOT * (1 - over)) / 2


def felt(hardness: float) -> float:
    """Distress of an ask this many rungs above readiness."""
    return 1 + 9 / (1 + exp(-hardness / STEEP))


def slope(hardness: float) -> float:
    """Points of distress that one rung more makes there."""
    distress = felt(hardness)
    return (distress - 1) * (10 - distress) / (9 * STEEP)


def useful(distress: float) -> float:
    """What an attempt teaches: all in the band of 4-7, less beside it, a step back where it overwhelms."""
    beside = max(BAND[0] - distress, distress - BAND[1], 0)
    return max(1 - beside / 1.5, 0) - 0.5 * max(distress - 8.5, 0)
