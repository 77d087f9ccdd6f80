"""One circle in private: what it sees of them, their buddy, its week, and its clock for who runs it."""

from __future__ import annotations

from datetime import time

from bot.coach.circle_taps import (
    AskTogether,
    Buddying,
    LeaveCircle,
    OpenBuddy,
    OpenCircle,
    Propose,
    SetPins,
    SetTime,
    SetZone,
    Share,
    WishFor,
)
from bot.coach.circles.model import Sharing
from bot.coach.messages import circles
from bot.words import circle_lines, circle_notes, circle_themes, keys
from bot.words.screen import Button, Html, Row, Screen, lines, page
from bot.words.speech import Speech

TIMES = (time(6, 30), time(7, 30), time(8, 30), time(9, 30), time(12), time(18))


def to_all(say: Speech) -> Button:
    return Button(say("My circles"), OpenCircle(None))


def view(message: circles.CircleView, say: Speech) -> Screen:
    return page(
        lines(
            say("<b>{circle}</b>", circle=circle_lines.circle(message.title, say)),
            say.several("{n} person is in.", "{n} people are in.", message.members),
        ),
        lines(_theme(message, say), _clock(message, say), _paired(message, say)),
        lines(say("What the circle sees of you:"), *(_level(one, message.sharing, say) for one in Sharing)),
        rows=(
            *_levels(message, say),
            *_buddies(message, say),
            *_ideas(message, say),
            *(_run(message, say) if message.runs else ()),
            (Button(say("Leave"), LeaveCircle(message.circle, sure=False)), to_all(say)),
        ),
    )


def _theme(message: circles.CircleView, say: Speech) -> Html | None:
    if message.theme is None:
        return None
    return say("This week: {theme}", theme=circle_themes.title(message.theme, say))


def _clock(message: circles.CircleView, say: Speech) -> Html:
    city = Html(message.zone.rpartition("/")[2].replace("_", " "))
    return say("Its message comes at {clock}, {city} time", clock=say.clock(message.at), city=city)


def _paired(message: circles.CircleView, say: Speech) -> Html | None:
    if not message.buddies:
        return say("Buddies: off for you")
    if not message.buddy:
        return lines(say("Your buddy: from Monday on"), _wish(message, say))
    names = circle_lines.people(message.buddy, say)
    return lines(say("Your buddy this week: {names}", names=names), _wish(message, say))


def _wish(message: circles.CircleView, say: Speech) -> Html | None:
    if message.wish is None:
        return None
    return say("You'd like to meet {name} some week", name=circle_lines.person(message.wish, say))


def _level(level: Sharing, now: Sharing, say: Speech) -> Html:
    told = {
        Sharing.NOTHING: say(
            "<b>Nothing</b>: its messages leave you out. With buddies on, members still find your name there."
        ),
        Sharing.DONE: say(
            "<b>That I asked</b>: when you're in for the day, when you've asked, and when you're back after "
            "a break."
        ),
        Sharing.OUTCOME: say(
            "<b>The answer</b>: also whether it was a yes or a no. On Sunday your guesses count in, unnamed."
        ),
        Sharing.NOTE: say("<b>A line</b>: also a line of yours, which you see and approve each time."),
    }
    return Html(keys.ticked(told[level], level is now))


def _levels(message: circles.CircleView, say: Speech) -> tuple[Row, ...]:
    labels = {
        Sharing.NOTHING: say("Nothing"),
        Sharing.DONE: say("That I asked"),
        Sharing.OUTCOME: say("The answer"),
        Sharing.NOTE: say("A line"),
    }
    buttons = (
        Button(keys.ticked(labels[level], level is message.sharing), Share(message.circle, level))
        for level in Sharing
    )
    return keys.grid(buttons, 2)


def _buddies(message: circles.CircleView, say: Speech) -> tuple[Row, ...]:
    if not message.buddies:
        return ((Button(say("Buddies: turn on"), Buddying(message.circle, on=True)),),)
    mine = (Button(say("My buddy"), OpenBuddy(message.circle)),) if message.buddy else ()
    return (
        (*mine, Button(say("Whom I'd like to meet"), WishFor(message.circle, None))),
        (Button(say("Buddies: turn off"), Buddying(message.circle, on=False)),),
    )


def _ideas(message: circles.CircleView, say: Speech) -> tuple[Row, ...]:
    propose = Button(say("Propose a theme"), Propose(message.circle, None))
    return ((propose, Button(say("Ask together today"), AskTogether(message.circle, None))),)


def _run(message: circles.CircleView, say: Speech) -> tuple[Row, ...]:
    """For who runs it: its clock, and the pin."""
    clock = (
        Button(say("Its time"), SetTime(message.circle, None)),
        Button(say("Use my time zone"), SetZone(message.circle)),
    )
    if not message.may_pin:
        return (clock,)
    label = say("Pin its message: turn off") if message.pins else say("Pin its message: turn on")
    return (clock, (Button(label, SetPins(message.circle, on=not message.pins)),))


def ask_time(message: circles.AskCircleTime, say: Speech) -> Screen:
    buttons = (
        Button(keys.ticked(say.clock(at), at == message.at), SetTime(message.circle, at))
        for at in sorted({*TIMES, message.at})
    )
    return page(
        say("When does the message of <b>{circle}</b> come?", circle=circle_lines.circle(message.title, say)),
        rows=(*keys.grid(buttons, 3), (circle_notes.back(message.circle, say),)),
    )
