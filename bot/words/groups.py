"""What is said in a group, where everybody reads it. Who did nothing is not in here, by name or number."""

from __future__ import annotations

from bot.coach.circle_taps import Cheer
from bot.coach.circles.model import Bold, Today
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages import groups
from bot.words import circle_lines, circle_recap, circle_themes, keys
from bot.words.circle_lines import Room
from bot.words.screen import (
    Button,
    Gesture,
    Html,
    Poll,
    Row,
    Screen,
    Toasted,
    lines,
    page,
    paragraphs,
    plain,
)
from bot.words.speech import Speech

_MESSAGE = 4096  # units of a message


# these checks are off for one table: split up, it would hide from mypy whether a message is missing
def spoken(message: groups.InGroup, say: Speech) -> Screen:  # noqa: C901, PLR0911
    match message:
        case groups.CircleHello():
            return _hello(message, say)
        case groups.CircleCard():
            return _card(message, say)
        case groups.CircleRecap():
            return circle_recap.recap(message, say)
        case groups.ThemePoll():
            return _poll(message, say)
        case groups.ChannelNo():
            return _channel(message, say)
        case groups.ClosePoll():
            return Screen("", gesture=Gesture.CLOSE_POLL)
        case groups.PinCard():
            return Screen("", gesture=Gesture.PIN)
        case groups.Nod():
            return Screen("", gesture=Gesture.NOD)
        case groups.LeaveChannel():
            return Screen("", gesture=Gesture.LEAVE)


# --- the first word


def _hello(message: groups.CircleHello, say: Speech) -> Screen:
    if message.back:
        return page(_back(message.members, say), rows=((_join(message.link, say),),))
    return page(
        say(
            "<b>Hello, I'm Ask Anyway.</b> I bring you one small ask a day, for a real person, at your own "
            "size, and look at it with you afterwards, in private. I'm a scripted coach and no therapist."
        ),
        say(
            "Here, you do it together: one message a day with who's in, who has asked, and a clap for each. "
            "A theme on Monday, a look back on Sunday."
        ),
        say(
            "What you tell me stays with me. Of those who join, the group sees that they asked; more or less "
            "of it is their choice. A day without an ask is nobody's business, and only who joins is named."
        ),
        rows=((_join(message.link, say),),),
    )


def _back(members: int, say: Speech) -> Html:
    if not members:
        return say("Good to be back. Whoever wants to practise here can join below.")
    return say.several(
        "Good to be back. {n} person is still in, and there's room for more.",
        "Good to be back. {n} people are still in, and there's room for more.",
        members,
    )


def _join(link: groups.Link, say: Speech) -> Button:
    return Button(say("Join"), url=circle_lines.web(link))


# --- the day


def _card(message: groups.CircleCard, say: Speech) -> Screen:
    text = circle_lines.fitting(lambda room: _day(message, say, room), _MESSAGE)
    return page(text, rows=(*_cheers(message, say), _ways(message, say)))


def _day(message: groups.CircleCard, say: Speech, room: Room) -> Html:
    return paragraphs(
        say("<b>{day}</b>", day=say.day(message.day)),
        _theme(message.theme, say) if message.theme else None,
        _together(message.together, say) if message.together else None,
        _boldest(message.boldest, say, room) if message.boldest else None,
        *_today(message.today, say, room),
    )


def _theme(theme: CircleTheme, say: Speech) -> Html:
    return say(
        "This week: <b>{theme}</b>. {invitation}",
        theme=circle_themes.title(theme, say), invitation=circle_themes.invitation(theme, say),
    )  # fmt: skip


def _together(theme: CircleTheme, say: Speech) -> Html:
    return say(
        "Today, all together: <b>{theme}</b>. Everybody at their own size, and only who feels like it.",
        theme=circle_themes.title(theme, say),
    )


def _boldest(bold: Bold, say: Speech, room: Room) -> Html:
    return say("Boldest ask of last week, by your votes: {told}", told=circle_lines.bold(bold, say, room))


def _today(today: Today, say: Speech, room: Room) -> tuple[Html | None, ...]:
    if not today.coming and not today.done:
        return (say("A fresh day, with room for everybody. The first ask may be a tiny one."),)
    return _coming(today, say, room), _done(today, say, room)


def _coming(today: Today, say: Speech, room: Room) -> Html | None:
    if not today.coming:
        return None
    names = circle_lines.people(today.coming, say, room)
    if not today.more_coming:
        return say("In today: {names}", names=names)
    return say.several(
        "In today: {names} and {n} more", "In today: {names} and {n} more", today.more_coming, names=names
    )


def _done(today: Today, say: Speech, room: Room) -> Html | None:
    if not today.done:
        return None
    more = today.more_done
    return lines(
        say("Asked:"),
        say.several("✓ {n} more, earlier", "✓ {n} more, earlier", more) if more else None,
        *(circle_lines.done(line, say, room) for line in today.done),
    )


def _cheers(message: groups.CircleCard, say: Speech) -> tuple[Row, ...]:
    buttons = (
        Button(
            plain(say("👏 {name}", name=circle_lines.on_label(line.name, say))),
            Cheer(message.circle, line.person),
        )
        for line in message.today.done
    )
    return keys.grid(buttons, 3)


def _ways(message: groups.CircleCard, say: Speech) -> Row:
    join = _join(message.link, say)
    if message.together is None or message.together_link is None:
        return (join,)
    return join, Button(say("My size of it"), url=circle_lines.web(message.together_link))


# --- the vote on themes, and a chat that is no group


def _poll(message: groups.ThemePoll, say: Speech) -> Screen:
    question = plain(say("Which theme for next week?"))
    return Screen(
        "", poll=Poll(question, tuple(plain(circle_themes.title(one, say)) for one in message.options))
    )


def _channel(message: groups.ChannelNo, say: Speech) -> Screen:
    return page(
        say(
            "Thanks for the invitation. I work in groups and one to one; in a channel nobody could answer me."
        ),
        rows=((Button(say("Talk to me"), url=circle_lines.web(message.link)),),),
    )


# --- the answer to a press


def toast(message: groups.Toast, say: Speech) -> Toasted:
    match message:
        case groups.Cheered():
            return Toasted(plain(say("Your clap is on its way to {name}.", name=_whom(message, say))))
        case groups.Voted():
            return Toasted(plain(say("Your vote is in. Another tap changes it.")))
        case groups.JoinFirst():
            words = say("That's for those who have joined. “Join” is under the message of the day.")
            return Toasted(plain(words), circle_lines.web(message.link))
        case groups.OverThere():
            return Toasted(plain(say("That one is over. My newest message here has the live buttons.")))


def _whom(message: groups.Cheered, say: Speech) -> Html:
    return circle_lines.person(message.name, say)
