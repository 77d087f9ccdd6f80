"""Choosing a program, as messages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coach.enrolment import Program
from bot.coach.model import Domain
from bot.coach.programs import Headway


@dataclass(frozen=True, slots=True)
class AskProgram:
    """The programs there are, with the one they are in."""

    now: Headway | None


@dataclass(frozen=True, slots=True)
class AskProgramSting:
    """The program asks in a domain that is off for them: switch it on, with how much a no stings there?"""

    program: Program
    domain: Domain


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Chosen; None is open-ended."""

    now: Headway | None
