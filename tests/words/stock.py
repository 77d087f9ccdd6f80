"""What the examples are made of: words of every sort, a bank of one ask, days and reasons."""

from __future__ import annotations

from datetime import date, time
from types import MappingProxyType

from bot.coach import messages as said
from bot.coach.enrolment import Theme
from bot.coach.messages import Ask
from bot.coach.model import (
    Cause,
    Challenge,
    Context,
    Domain,
    Kind,
    Size,
    Stakes,
    Why,
)
from bot.words.bank import Bank, Entry

HOSTILE = '<b>&"\u202eevil\u2066 \u05d0\u05d1\u05d2</b>'
STORY = ("Then I said <i>hello</i> & they laughed \U0001f600. " * 100)[:4096]
TUESDAY, TODAY = date(2026, 7, 7), date(2026, 7, 8)
WEEKDAYS = frozenset(range(5))

JAM = Entry(
    Challenge(
        "social-jam",
        Domain.SOCIAL,
        3,
        Context.SHOP,
        Kind.INFORMATION,
        Stakes.LOW,
        themes=frozenset({Theme.SENIORS}),
    ),
    ask="In a shop, hold up two jars of jam. Ask somebody who works there which one they'd take home.",
    line="If it were for you, which of these two?",
    smaller="Ask somebody who works there where the jam is.",
    scene="A small shop, mid-morning. Somebody is filling the shelf next to you, humming.",
    no="I've never tried either of them, sorry.",
)
BANK = Bank(MappingProxyType({"social-jam": JAM}), (JAM.challenge,))

BANKED, OWN, GONE = Ask("social-jam"), Ask(None, "for Fridays off"), Ask("social-left-the-bank")
LESS, PICTURED = Ask("social-jam", size=Size.SMALLER), Ask("social-jam", size=Size.IMAGINAL)
ROSE = Why(Cause.ROSE, 3, 2, TUESDAY, 4)
LISBON = said.ZoneChoice("Europe/Lisbon", "Lisbon", time(8, 42))
ZONES = (LISBON, said.ZoneChoice("America/Argentina/Buenos_Aires", "Buenos Aires", time(4, 42)))
