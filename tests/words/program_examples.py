"""Examples of every message about programs, and of how far one may have come in one."""

from __future__ import annotations

from bot.coach import messages as said
from bot.coach.enrolment import Program, Theme
from bot.coach.messages import Message
from bot.coach.model import Domain
from bot.coach.programs import MILESTONES, Headway

FIRST_OF_100 = Headway(Program.HUNDRED, 0, 10)
ON_THE_WAY = Headway(Program.HUNDRED, 37, 50)
A_THEME = Headway(Program.AT_WORK, 0, None, Theme.SENIORS, 2, 4)
IN_A_THEME = Headway(Program.CUSTOMERS, 1, None, Theme.TO_CHANGE, 2, 3)
OVER = {
    "hundred": Headway(Program.HUNDRED, 104, None, over=True),
    "at-work": Headway(Program.AT_WORK, 0, part=4, parts=4, over=True),
    "customers": Headway(Program.CUSTOMERS, 0, part=3, parts=3, over=True),
}
REACHED = {
    **{f"{mark} asks": Headway(Program.HUNDRED, mark, over=mark == 100) for mark in MILESTONES},
    **{f"theme {theme}": Headway(Program.AT_WORK, 0, None, theme, 2, 4) for theme in Theme},
    **{f"the end of {name}": now for name, now in OVER.items() if name != "hundred"},
}

PROGRAMS: dict[str, Message] = {
    "ask-program": said.AskProgram(None),
    "ask-program on the way": said.AskProgram(ON_THE_WAY),
    "ask-program in a theme": said.AskProgram(A_THEME),
    **{f"ask-program after {name}": said.AskProgram(now) for name, now in OVER.items()},
    "ask-program-sting at work": said.AskProgramSting(Program.AT_WORK, Domain.PROFESSIONAL),
    "ask-program-sting customers": said.AskProgramSting(Program.CUSTOMERS, Domain.CUSTOMERS),
    "enrolled open-ended": said.Enrolled(None),
    "enrolled first of 100": said.Enrolled(FIRST_OF_100),
    "enrolled on the way": said.Enrolled(ON_THE_WAY),
    "enrolled in a theme": said.Enrolled(A_THEME),
    "enrolled again": said.Enrolled(IN_A_THEME),
}
