"""Examples of the journal: pages of every shelf, entries of every sort, long ones part by part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.coach.journal_taps import Shelf
from bot.coach.messages import Ask, Message
from bot.coach.messages.journal import Journal, JournalEntry, JournalLine, VoiceNote
from bot.coach.model import Domain, Facts, KindOfNo, Outcome
from tests.words.stock import BANKED, GONE, HOSTILE, LESS, OWN, PICTURED, STORY, TODAY, TUESDAY

LAST_YEAR = date(2025, 12, 31)
FACES = "\U0001f600" * 4096
NOT_HERE = Ask("social-left-the-bank", size=LESS.size)
LINES = (
    JournalLine(
        9, TODAY, BANKED, Outcome.NO, KindOfNo.RESPECTFUL, "Her no took two seconds.\nMine lasted a week."
    ),
    JournalLine(8, TUESDAY, OWN, Outcome.PENDING),
    JournalLine(7, TUESDAY, LESS, Outcome.BACKED_OUT, learned="Nearer than I thought."),
    JournalLine(6, LAST_YEAR, GONE, Outcome.YES, learned=HOSTILE),
    JournalLine(5, LAST_YEAR, PICTURED, Outcome.NO, KindOfNo.RESPECTFUL),
)
MORE = (
    JournalLine(9, TODAY, BANKED, Outcome.NO, KindOfNo.DISMISSIVE),
    JournalLine(8, TODAY, NOT_HERE, Outcome.NO, KindOfNo.AMBIGUOUS),
    JournalLine(7, TUESDAY, OWN, Outcome.NO),
    JournalLine(6, TUESDAY, OWN, Outcome.PARTIAL),
    JournalLine(5, TUESDAY, OWN, None),
)
FULL = tuple(
    JournalLine(number, LAST_YEAR, Ask(None, FACES), Outcome.NO, KindOfNo.AMBIGUOUS, FACES)
    for number in range(5)
)
TOLD = Facts(
    anticipated=7, chance=80, fear="That they all turn round.", story="She laughed and chose one.",
    outcome=Outcome.NO, kind_of_no=KindOfNo.RESPECTFUL, peak=4, feeling="proud", cost=2, again=50,
    learned="Nobody turned round.", chapter="The detour",
)  # fmt: skip
ENTRY = JournalEntry(9, TUESDAY, Domain.SOCIAL, BANKED, TOLD, TODAY, Shelf.LEARNED, 3, correctable=True)
LONG = replace(
    ENTRY,
    ask=Ask(None, FACES),
    facts=replace(TOLD, fear=FACES, story=STORY * 2, learned=FACES, chapter=HOSTILE),
)


def _entry(facts: Facts, ask: Ask = OWN) -> JournalEntry:
    return JournalEntry(9, LAST_YEAR, Domain.PROFESSIONAL, ask, facts, TODAY)


WAITING = replace(_entry(Facts(outcome=Outcome.PENDING, voice="note")), open=True)

JOURNAL: dict[str, Message] = {
    "journal blank": Journal(Shelf.ALL, 0, 0, (), TODAY),
    **{f"journal blank {one}": Journal(one, 0, 0, (), TODAY) for one in Shelf if one is not Shelf.ALL},
    "journal own hostile": Journal(Shelf.ALL, 0, 1, LINES, TODAY),
    "journal own page": Journal(Shelf.NO, 3, 7, MORE, TODAY),
    "journal own second page": Journal(Shelf.LEARNED, 1, 2, LINES[:1], TODAY),
    "journal own last page": Journal(Shelf.YES, 2, 3, LINES[1:2], TODAY),
    "journal own full": Journal(Shelf.ALL, 0, 200, FULL, TODAY),
    "journal-entry own": ENTRY,
    "journal-entry own title": replace(
        ENTRY, facts=replace(TOLD, chapter=HOSTILE, fear=HOSTILE, feeling=HOSTILE)
    ),
    "journal-entry own short": _entry(Facts(outcome=Outcome.YES)),
    "journal-entry gone": _entry(Facts(outcome=Outcome.PARTIAL, peak=3), NOT_HERE),
    "journal-entry smaller": _entry(Facts(outcome=Outcome.YES, again=5), LESS),
    "journal-entry own backed out": _entry(
        Facts(outcome=Outcome.BACKED_OUT, learned="Near.", feeling="tense")
    ),
    "journal-entry own not tried": _entry(Facts(outcome=Outcome.NOT_TRIED, story="The shop was shut.")),
    "journal-entry pictured": _entry(
        Facts(anticipated=6, outcome=Outcome.NO, peak=5, left=3, kind_of_no=KindOfNo.RESPECTFUL), PICTURED
    ),
    "journal-entry own pending": replace(WAITING, correctable=True),
    "journal-entry own half told": replace(WAITING, facts=Facts(story="I asked him.", voice="note")),
    **{f"journal-entry own long {part}": replace(LONG, part=part) for part in (0, 1, 3, 99, -5)},
    "voice-note own": VoiceNote(LAST_YEAR, TODAY, OWN, "note"),
    "voice-note own hostile": VoiceNote(TUESDAY, TODAY, Ask(None, HOSTILE + FACES), "note"),
}
