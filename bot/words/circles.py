"""What is said in private about a circle: joining, what it sees of you, its clock, leaving."""

from __future__ import annotations

from bot.coach.circle_taps import LeaveCircle, OpenCircle
from bot.coach.circles.model import Sharing
from bot.coach.messages import circles
from bot.words import circle_lines, circle_notes, circle_view, keys
from bot.words.screen import Button, Html, Screen, name, page, plain, unlinked
from bot.words.speech import Speech


# these checks are off for one table: split up, it would hide from mypy whether a message is missing
def spoken(message: circles.OfCircle, say: Speech) -> Screen:  # noqa: C901, PLR0911, PLR0912
    match message:
        case circles.CircleJoined():
            return _joined(message, say)
        case circles.CircleAfterwards():
            return _afterwards(message, say)
        case circles.CircleLinkDead():
            return _link_dead(say)
        case circles.MyCircles():
            return _mine(message, say)
        case circles.CircleView():
            return circle_view.view(message, say)
        case circles.LeaveCheck():
            return _leave_check(message, say)
        case circles.CircleLeft():
            return _left(message, say)
        case circles.AskCircleTime():
            return circle_view.ask_time(message, say)
        case circles.ChooseProposal():
            return circle_notes.choose_proposal(message, say)
        case circles.Proposed():
            return circle_notes.proposed(message, say)
        case circles.ChooseTogether():
            return circle_notes.choose_together(message, say)
        case circles.TogetherSet():
            return circle_notes.together_set(message, say)
        case circles.NoTogether():
            return circle_notes.no_together(message, say)
        case circles.NoteOffer():
            return circle_notes.note_offer(message, say)
        case circles.AskNote():
            return circle_notes.ask_note(message, say)
        case circles.NotePreview():
            return circle_notes.note_preview(message, say)
        case circles.NoteShown():
            return circle_notes.note_shown(message, say)
        case circles.NoteDropped():
            return circle_notes.note_dropped(say)
        case circles.CheeredFor():
            return circle_notes.cheered_for(message, say)
        case circles.CircleMuted():
            return _muted(message, say)


# --- joining, and where one is in


def _joined(message: circles.CircleJoined, say: Speech) -> Screen:
    circle = circle_lines.circle(message.title, say)
    back = (Button(say("Back to the group"), url=message.back),) if message.back else ()
    begin = (
        say("You're in <b>{circle}</b> already.", circle=circle)
        if message.already
        else say("You're in: <b>{circle}</b>. Good to have you there.", circle=circle)
    )
    return page(
        begin,
        _seen(message.sharing, say),
        rows=((Button(say("What the circle sees"), OpenCircle(message.circle)), *back),),
    )


def _seen(sharing: Sharing, say: Speech) -> Html:
    """What the circle sees of them now."""
    match sharing:
        case Sharing.NOTHING:
            return say("The circle's messages leave you out. You see the others all the same.")
        case Sharing.DONE:
            return say(
                "The circle sees when you're in for the day and when you've asked. How it went stays here; "
                "you can change that below."
            )
        case Sharing.OUTCOME:
            return say(
                "The circle sees when you're in for the day, when you've asked and what the answer was. "
                "What you write to me stays with me."
            )
        case Sharing.NOTE:
            return say(
                "The circle sees when you're in for the day, when you've asked and what the answer was. "
                "A line of yours goes there only after you've seen it and said yes."
            )


def _afterwards(message: circles.CircleAfterwards, say: Speech) -> Screen:
    circle = circle_lines.circle(message.title, say)
    return page(
        say(
            "<b>{circle}</b> is waiting, in no hurry. First a few short questions, then you're in.",
            circle=circle,
        )
    )


def _link_dead(say: Speech) -> Screen:
    return page(
        say("That link leads nowhere any more. In the group itself, /join gets you in."),
        rows=((circle_view.to_all(say),),),
    )


def _mine(message: circles.MyCircles, say: Speech) -> Screen:
    add = Button(say("Add me to a group"), url=f"https://t.me/{message.bot_username}?startgroup=circle")
    return page(
        say("<b>Your circles</b>") if message.circles else None,
        say(
            "A circle is a Telegram group that practises together: everybody has their own ask, in private, "
            "and one message a day there says who has asked."
        ),
        rows=(*keys.grid((_open(one, say) for one in message.circles), 1), (add,)),
    )


def _open(one: circles.Named, say: Speech) -> Button:
    return Button(plain(say("{circle} ›", circle=_short(one.name, say))), OpenCircle(one.id))


def _short(title: str, say: Speech) -> Html:
    return unlinked(name(title, 30)) or say("your group")


# --- leaving, and what goes wrong


def _leave_check(message: circles.LeaveCheck, say: Speech) -> Screen:
    circle = circle_lines.circle(message.title, say)
    return page(
        say(
            "Leave <b>{circle}</b>? Your name and your lines come off its message of the day. "
            "Your own practice goes on, and the door stays open.",
            circle=circle,
        ),
        rows=(
            (Button(say("Stay"), OpenCircle(message.circle)),),
            (Button(say("Leave the circle"), LeaveCircle(message.circle, sure=True)),),
        ),
    )


def _left(message: circles.CircleLeft, say: Speech) -> Screen:
    circle = circle_lines.circle(message.title, say)
    return page(
        say("You've left <b>{circle}</b>. Your own asks go on here as before.", circle=circle),
        rows=((keys.today(say), circle_view.to_all(say)),),
    )


def _muted(message: circles.CircleMuted, say: Speech) -> Screen:
    circle = circle_lines.circle(message.title, say)
    return page(
        say(
            "I'm in <b>{circle}</b>, but I can't write there. If somebody who runs the group lets me send "
            "messages, the daily one comes by itself.",
            circle=circle,
        )
    )
