"""Examples of every message of the ladder."""

from __future__ import annotations

from bot.coach import messages as said
from bot.coach.ethics import Rule
from bot.coach.messages import Ask, LadderAsk, Message
from bot.coach.model import Domain

HOSTILE = '<b>&"\u202eevil\u2066 \u05d0\u05d1\u05d2</b>'
LONG = "Ask <somebody> & wait for what they say. " * 7
SOCIAL, WORK = Domain.SOCIAL, Domain.PROFESSIONAL
GUESS = LadderAsk("social-jam", Ask("social-jam"), 4, guess=True)
RATED = LadderAsk("social-jam", Ask("social-jam"), 4, guess=False)
MINE = LadderAsk("own-7", Ask(None, "Ask my boss for Fridays off"), 7, guess=False)
FACES = "Ask " + "\U0001f600" * 290
FULL = tuple(
    LadderAsk(f"own-{n}", Ask(None, FACES) if n % 2 else Ask("social-jam"), n // 3 + 1, n % 2 == 0)
    for n in range(30)
)

LADDER: dict[str, Message] = {
    "ladder": said.Ladder(SOCIAL, (SOCIAL, WORK), (GUESS, MINE)),
    "ladder rated": said.Ladder(WORK, (WORK,), (RATED, MINE)),
    "ladder stale": said.Ladder(SOCIAL, tuple(Domain), (RATED, MINE), again=2),
    "ladder moved": said.Ladder(SOCIAL, (SOCIAL,), (RATED, MINE), again=2, moved=True),
    "moved": said.Moved(WORK),
    "ladder full": said.Ladder(SOCIAL, (SOCIAL,), FULL, again=4),
    "ladder hostile": said.Ladder(
        SOCIAL, (SOCIAL,), (LadderAsk("own-7", Ask(None, HOSTILE + LONG), 10, guess=True),)
    ),
    "ask-rating": said.AskRating(SOCIAL, GUESS, 8),
    "ask-rating last": said.AskRating(SOCIAL, GUESS, 1),
    "ask-rating again": said.AskRating(SOCIAL, RATED, 3, again=True),
    "ask-rating own": said.AskRating(SOCIAL, MINE, 0),
    "ask-ahead": said.AskAhead(Ask("social-jam")),
    "ask-ahead more": said.AskAhead(Ask("social-jam"), more=True),
    "heard-ahead": said.HeardAhead(Ask("social-jam"), 6),
    "heard-ahead left": said.HeardAhead(Ask("social-jam"), None),
    "one-ask": said.OneAsk(SOCIAL, GUESS),
    "one-ask lowest": said.OneAsk(SOCIAL, LadderAsk("social-jam", Ask("social-jam"), 1, guess=False)),
    "one-ask highest": said.OneAsk(SOCIAL, LadderAsk("social-jam", Ask("social-jam"), 10, guess=False)),
    "one-ask own": said.OneAsk(SOCIAL, MINE),
    "one-ask goal": said.OneAsk(SOCIAL, MINE, HOSTILE),
    "ask-for-own": said.AskForOwn(SOCIAL),
    "ask-for-own full": said.AskForOwn(SOCIAL, full=True),
    **{f"own-refused {rule}": said.OwnRefused(SOCIAL, rule) for rule in Rule},
    "ask-goal": said.AskGoal(SOCIAL, "own-7", Ask(None, "Ask my boss for Fridays off")),
}
