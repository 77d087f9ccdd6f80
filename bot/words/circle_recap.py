"""Sunday in a group: what the week was, as the words below its picture. Nobody is ranked, nobody left out."""

from __future__ import annotations

from datetime import timedelta

from bot.coach.circle_taps import VoteBold
from bot.coach.circles.model import Bold
from bot.coach.circles.recap import Answers, Week
from bot.coach.messages.groups import CircleRecap
from bot.words import circle_lines, circle_themes, keys
from bot.words.circle_lines import Room
from bot.words.screen import Button, Html, Row, Screen, WeekPicture, lines, page, paragraphs, plain
from bot.words.speech import Speech

_CAPTION = 1024  # units below a picture
_SUNDAY = timedelta(days=6)
_KINDER = 5  # percent more yeses than expected that deserve a word


def recap(message: CircleRecap, say: Speech) -> Screen:
    text = circle_lines.fitting(lambda room: _week(message, say, room), _CAPTION)
    picture = WeekPicture(message.week, str(say.locale))
    return page(text, rows=_votes(message, say), picture=picture)


def _week(message: CircleRecap, say: Speech, room: Room) -> Html:
    week = message.week
    return paragraphs(
        lines(_title(week, say), _made(week, say)),
        _answers(week.answers, say) if week.answers else None,
        lines(_yeses(week, say, room), _back(week, say, room)) or None,
        _frightening(week, say),
        _bold(message, say, room),
    )


def _title(week: Week, say: Speech) -> Html:
    first, last = say.month_day(week.monday), say.month_day(week.monday + _SUNDAY)
    return say("<b>Your week together, {first} to {last}</b>", first=first, last=last)


def _made(week: Week, say: Speech) -> Html:
    if not week.asks:
        return say("A quiet one. Those are part of it, and tomorrow brings a new theme.")
    if week.asks == 1:
        return say("One ask made. It takes one to begin.")
    asks = say.several("{n} ask", "{n} asks", week.asks)
    people = say.several("{n} person", "{n} people", week.people)
    return say("{asks} made, by {people}.", asks=asks, people=people)


def _answers(found: Answers, say: Speech) -> Html:
    expected, came = say.percent(found.expected / 100), say.percent(found.came / 100)
    told = say("Yeses expected: {expected}. Yeses that came: {came}.", expected=expected, came=came)
    if found.came - found.expected < _KINDER:
        return told
    return Html(f"{told} {say('It was kinder out there than you had guessed.')}")


def _yeses(week: Week, say: Speech, room: Room) -> Html | None:
    return say("Somebody said yes to: {names}", names=_names(week.yeses, say, room)) if week.yeses else None


def _back(week: Week, say: Speech, room: Room) -> Html | None:
    return (
        say("Back, and good to see: {names}", names=_names(week.comebacks, say, room))
        if week.comebacks
        else None
    )


def _names(names: tuple[str, ...], say: Speech, room: Room) -> Html:
    return circle_lines.people(names, say, room)


def _frightening(week: Week, say: Speech) -> Html | None:
    if not week.frightening:
        return None
    kinds = say.enumerate(circle_themes.kind_name(kind, say) for kind in week.frightening)
    return say(
        "What took the most nerve: {kinds}. It did for several of you, so nobody's alone in it.", kinds=kinds
    )


def _bold(message: CircleRecap, say: Speech, room: Room) -> Html | None:
    if message.closed and message.best is not None:
        told = circle_lines.bold(message.best, say, room)
        return say("The boldest ask, by your votes: {told}", told=told)
    if not message.bold:
        return None
    heading = _heading(message, say)
    if len(message.bold) == 1:
        return lines(heading, circle_lines.bold(message.bold[0], say, room))
    return lines(heading, *(_numbered(n, one, say, room) for n, one in enumerate(message.bold, start=1)))


def _heading(message: CircleRecap, say: Speech) -> Html:
    if len(message.bold) == 1:
        return say("And one bold ask, in their words:")
    return say("The boldest ask? All of these:") if message.closed else say("The boldest ask? Vote below:")


def _numbered(number: int, bold: Bold, say: Speech, room: Room) -> Html:
    return Html(f"{number}. {circle_lines.bold(bold, say, room)}")


def _votes(message: CircleRecap, say: Speech) -> tuple[Row, ...]:
    """A vote is between several, and until it is closed."""
    if message.closed or len(message.bold) == 1:
        return ()
    buttons = (
        Button(_label(number, bold, say), VoteBold(message.circle, bold.attempt))
        for number, bold in enumerate(message.bold, start=1)
    )
    return keys.grid(buttons, 2)


def _label(number: int, bold: Bold, say: Speech) -> str:
    named = circle_lines.on_label(bold.name, say)
    if bold.votes:
        return plain(say("{number}. {name} · {n}", number=number, name=named, n=bold.votes))
    return plain(say("{number}. {name}", number=number, name=named))
