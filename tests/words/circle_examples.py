"""Examples of what is said in a group, and in private about it: usual, empty, huge, hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.coach.circles.model import Bold, Line, Sharing, Today
from bot.coach.circles.recap import Answers, Week
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages import Message, circles, groups
from bot.coach.messages.circles import Named
from bot.coach.messages.groups import Link
from bot.coach.model import Kind, Outcome
from tests.words.stock import HOSTILE

MONDAY, WEDNESDAY = date(2026, 7, 6), date(2026, 7, 8)
JOIN, MINE = Link("AskAnywayBot", "j7-k3y"), Link("AskAnywayBot", "t7-k3y")
LINKED = "@ben /leave #win t.me/cheap-watches"  # what Telegram would make links of
WIDE = "\U0001f98a" * 64  # a name as long as Telegram takes, of letters that count twice
NOTE = "I asked for the window seat, was told no, and got a wave from the driver. " * 3
TITLE = "Sunday climbers"
ANSWERS = tuple(Line(n, f"Ana{n}", outcome) for n, outcome in enumerate(Outcome))


def crowd(name: str = WIDE, note: str | None = NOTE[:200], most: int = 24) -> Today:
    """As many as a card can have, each as long as can be."""
    done = tuple(Line(n, name, Outcome.PENDING, note, cheers=199) for n in range(most))
    return Today((name,) * 30, done, more_coming=146, more_done=17)


QUIET = groups.CircleCard(7, WEDNESDAY, 8, Today(), JOIN)
CARD = replace(
    QUIET,
    today=Today(
        ("Ana", "Ben"),
        (
            Line(3, "Cleo", cheers=2),
            Line(4, "Dev", Outcome.YES),
            Line(5, "Eli", Outcome.NO, "He laughed, I laughed, it was a good no.", 1),
        ),
    ),
    theme=CircleTheme.ODD,
)
FULL = groups.CircleCard(
    7, MONDAY, 200, crowd(), JOIN, CircleTheme.PHONE, CircleTheme.DOORS, MINE, Bold(1, WIDE, NOTE[:200], 9)
)  # fmt: skip

BOLD = (Bold(11, "Ana", "Asked the mayor for a selfie"), Bold(12, "Ben", "Half price, please", 2))
WEEK = Week(
    MONDAY,
    31,
    8,
    (3, 7, 0, 5, 9, 1, 6),
    Answers(41, 63, 22),
    ("Ana", "Dev"),
    ("Ben",),
    (Kind.ODD_REQUEST, Kind.DISCOUNT),
)
RECAP = groups.CircleRecap(7, WEEK, BOLD, None, closed=False)
LONE = Week(MONDAY, 1, 1, (0, 0, 1, 0, 0, 0, 0))
HUGE = replace(WEEK, yeses=(WIDE,) * 12, comebacks=(WIDE,) * 12, frightening=tuple(Kind)[4:7])
MANY = tuple(Bold(n, WIDE, NOTE[:200], 199) for n in range(8))

GROUPS: dict[str, Message] = {
    "circle-hello": groups.CircleHello(JOIN, 0, back=False),
    "circle-hello back": groups.CircleHello(JOIN, 5, back=True),
    "circle-hello back, one": groups.CircleHello(JOIN, 1, back=True),
    "circle-hello back, nobody": groups.CircleHello(JOIN, 0, back=True),
    "circle-card": CARD,
    "circle-card quiet": QUIET,
    "circle-card quiet, of a theme": replace(QUIET, theme=CircleTheme.MATTERS),
    "circle-card only coming": replace(QUIET, today=Today(("Ana",))),
    "circle-card every answer": replace(QUIET, today=Today((), ANSWERS)),
    "circle-card together": replace(CARD, together=CircleTheme.FAVOURS, together_link=MINE),
    "circle-card Monday": replace(CARD, day=MONDAY, boldest=BOLD[0]),
    "circle-card full": FULL,
    "circle-card hostile": replace(
        FULL, today=crowd(HOSTILE, LINKED, 2), boldest=Bold(1, "\u200b", HOSTILE, 1)
    ),
    "circle-recap": RECAP,
    "circle-recap lone": groups.CircleRecap(7, LONE, BOLD[:1], None, closed=False),
    "circle-recap quiet": groups.CircleRecap(7, Week(MONDAY, 0, 0, (0,) * 7), (), None, closed=False),
    "circle-recap closed": replace(RECAP, best=BOLD[1], closed=True),
    "circle-recap closed, a tie": replace(RECAP, closed=True),
    "circle-recap as guessed": replace(RECAP, week=replace(WEEK, answers=Answers(60, 40, 9)), bold=()),
    "circle-recap full": groups.CircleRecap(7, HUGE, MANY, None, closed=False),
    "circle-recap hostile": groups.CircleRecap(
        7, replace(WEEK, yeses=(HOSTILE, LINKED)), (Bold(1, HOSTILE, LINKED), BOLD[0]), None, closed=False
    ),
    "theme-poll": groups.ThemePoll(tuple(CircleTheme)[:4]),
    "close-poll": groups.ClosePoll(),
    "pin-card": groups.PinCard(),
    "nod": groups.Nod(),
    "leave-channel": groups.LeaveChannel(),
    "channel-no": groups.ChannelNo(Link("AskAnywayBot", "channel")),
}

VIEW = circles.CircleView(
    7,
    TITLE,
    8,
    Sharing.DONE,
    buddies=True,
    buddy=("Ben",),
    wish=None,
    theme=CircleTheme.ODD,
    runs=False,
    zone="America/Argentina/Buenos_Aires",
    at=time(8, 30),
    pins=False,
    may_pin=False,
)

CIRCLES: dict[str, Message] = {
    **{
        f"circle-joined {sharing}": circles.CircleJoined(7, TITLE, sharing, "https://t.me/c/7/1")
        for sharing in Sharing
    },
    "circle-joined already": circles.CircleJoined(7, TITLE, Sharing.DONE, None, already=True),
    "circle-joined hostile": circles.CircleJoined(7, HOSTILE, Sharing.DONE, None),
    "circle-joined nameless": circles.CircleJoined(7, "\u200b", Sharing.DONE, None),
    "circle-afterwards": circles.CircleAfterwards(TITLE),
    "circle-link-dead": circles.CircleLinkDead(),
    "my-circles": circles.MyCircles((Named(7, TITLE), Named(8, "Böblingen asks")), "AskAnywayBot"),
    "my-circles none": circles.MyCircles((), "AskAnywayBot"),
    "my-circles hostile": circles.MyCircles((Named(7, HOSTILE), Named(8, WIDE)), "AskAnywayBot"),
    "circle-view": VIEW,
    "circle-view for who runs it": replace(VIEW, runs=True, may_pin=True, members=1),
    "circle-view pinned": replace(VIEW, runs=True, may_pin=True, pins=True, zone="UTC", theme=None),
    "circle-view wish": replace(VIEW, sharing=Sharing.NOTE, buddy=(), wish="Cleo", runs=True),
    "circle-view alone": replace(VIEW, sharing=Sharing.NOTHING, buddies=False, buddy=()),
    "circle-view hostile": replace(VIEW, title=HOSTILE, buddy=(HOSTILE, LINKED), wish="\u200b"),
    "leave-check": circles.LeaveCheck(7, TITLE),
    "circle-left": circles.CircleLeft(TITLE),
    "ask-circle-time": circles.AskCircleTime(7, TITLE, time(8, 30)),
    "ask-circle-time odd": circles.AskCircleTime(7, TITLE, time(9, 5)),
    "choose-proposal": circles.ChooseProposal(7, MONDAY),
    "proposed": circles.Proposed(CircleTheme.NEAR, TITLE),
    "choose-together": circles.ChooseTogether(7, TITLE),
    **{f"together-set {theme}": circles.TogetherSet(theme, TITLE, MINE) for theme in CircleTheme},
    "together-set by another": circles.TogetherSet(CircleTheme.ODD, TITLE, MINE, by_another=True),
    "no-together": circles.NoTogether(TITLE),
    "note-offer": circles.NoteOffer(7, TITLE, 11),
    "ask-note": circles.AskNote(7, TITLE, 11),
    "ask-note again": circles.AskNote(7, TITLE, 11, again=True),
    "note-preview": circles.NotePreview(7, TITLE, 11, "Ana", "He laughed, I laughed, it was a good no."),
    "note-preview hostile": circles.NotePreview(7, TITLE, 11, HOSTILE, LINKED),
    "note-shown": circles.NoteShown(TITLE),
    "note-dropped": circles.NoteDropped(),
    "cheered-for": circles.CheeredFor(TITLE),
    "circle-muted": circles.CircleMuted(TITLE),
}
