"""Examples of what buddies hear of each other: by two and by three, with names of every sort."""

from __future__ import annotations

from bot.coach.circles.encouraging import READY
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages import Message, buddies
from bot.coach.messages.buddies import NoWord
from bot.coach.messages.circles import Named
from tests.words.stock import HOSTILE, STORY

ANA, BEN, EVE, NOBODY = Named(1, "Ana"), Named(2, "Ben"), Named(3, HOSTILE * 3), Named(4, "\u202e\u200b \n")
TITLE, ODD = "Book club", CircleTheme.ODD

BUDDIES: dict[str, Message] = {
    "paired": buddies.Paired(5, TITLE, (ANA,)),
    "paired by three": buddies.Paired(5, TITLE, (ANA, BEN)),
    "paired hostile": buddies.Paired(5, HOSTILE, (EVE, NOBODY)),
    "buddy-view": buddies.BuddyView(5, TITLE, (ANA,), paired=True),
    "buddy-view by three": buddies.BuddyView(5, TITLE, (ANA, BEN), paired=True),
    "buddy-view hostile": buddies.BuddyView(5, TITLE, (EVE, NOBODY), paired=True),
    "buddy-view nobody yet": buddies.BuddyView(5, TITLE, (), paired=True),
    "buddy-view off": buddies.BuddyView(5, TITLE, (), paired=False),
    "choose-wish": buddies.ChooseWish(5, TITLE, (BEN, ANA), 2),
    "choose-wish hostile": buddies.ChooseWish(5, HOSTILE, (EVE, NOBODY), 3),
    "choose-wish nobody in particular": buddies.ChooseWish(5, TITLE, (ANA,), None),
    "choose-wish nobody there": buddies.ChooseWish(5, TITLE, (), None),
    "buddy-did": buddies.BuddyDid(5, ANA),
    "buddy-did nameless": buddies.BuddyDid(5, NOBODY),
    "backup-wanted": buddies.BackupWanted(5, ANA),
    "cheer-wanted": buddies.CheerWanted(5, ANA),
    "choose-word": buddies.ChooseWord(5, ANA, (1, 2, 7, 8, 13, 14)),
    "ask-word": buddies.AskWord(5, ANA),
    **{f"word-refused {why}": buddies.WordRefused(5, ANA, why) for why in NoWord},
    "word-sent": buddies.WordSent(ANA),
    **{f"word-from ready {number}": buddies.WordFrom(5, ANA, number, None) for number in READY},
    "word-from own": buddies.WordFrom(5, ANA, None, "You did it.\nI knew you would."),
    "word-from hostile, own": buddies.WordFrom(5, EVE, None, HOSTILE + STORY),
    "deafened": buddies.Deafened(ANA, on=True),
    "deafened nameless": buddies.Deafened(Named(4, ""), on=True),
    "deafened no more": buddies.Deafened(ANA, on=False),
    "choose-hand-over": buddies.ChooseHandOver(5, ANA),
    "handed-over": buddies.HandedOver(ANA, ODD),
    "handed-you": buddies.HandedYou(5, ANA, ODD),
    "none-fits": buddies.NoneFits(ODD),
    "buddy-told before": buddies.BuddyTold((ANA,), after=False),
    "buddy-told after": buddies.BuddyTold((ANA, BEN), after=True),
    "no-buddy": buddies.NoBuddy(),
}
