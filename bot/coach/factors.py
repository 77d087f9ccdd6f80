"""What makes an ask hard, in points; the rung of every challenge of the bank comes from here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Factors:
    """What makes an ask hard (science.md): points of 25, 20, 25, 20 and 10."""

    imposition: int
    audience: int
    relationship: int
    disclosure: int
    oddness: int

    def __post_init__(self) -> None:
        limits = {"imposition": 25, "audience": 20, "relationship": 25, "disclosure": 20, "oddness": 10}
        for name, most in limits.items():
            if not 0 <= getattr(self, name) <= most:
                raise ValueError(f"{name} is {getattr(self, name)}, it goes from 0 to {most}")

    @property
    def difficulty(self) -> int:
        """Points of 100."""
        return self.imposition + self.audience + self.relationship + self.disclosure + self.oddness

    @property
    def rung(self) -> int:
        """1-10. Seven points a rung, since an ask that is cheap for the other person hardly passes 70."""
        return min(max(-(-self.difficulty // 7), 1), 10)
