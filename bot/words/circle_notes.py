"""What is said in private around a circle's day: themes, the ask for all, a line for the circle, a clap."""

from __future__ import annotations

from bot.coach.circle_taps import ApproveNote, AskTogether, DropNote, OpenCircle, Propose, WriteNote
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages import circles
from bot.words import circle_lines, circle_themes, keys
from bot.words.screen import Button, Html, Screen, page
from bot.words.speech import Speech


def back(circle: int, say: Speech) -> Button:
    return Button(say("Back"), OpenCircle(circle))


# --- themes


def choose_proposal(message: circles.ChooseProposal, say: Speech) -> Screen:
    buttons = (
        Button(circle_themes.title(theme, say), Propose(message.circle, theme)) for theme in CircleTheme
    )
    return page(
        say(
            "Which theme would you like for the week from {day}? From three people on, the group votes on "
            "Saturday; what most have proposed is in the poll.",
            day=say.day(message.monday),
        ),
        rows=(*keys.grid(buttons, 2), (back(message.circle, say),)),
    )


def proposed(message: circles.Proposed, say: Speech) -> Screen:
    return page(
        say(
            "Noted for <b>{circle}</b>: <b>{theme}</b>.",
            theme=circle_themes.title(message.theme, say),
            circle=circle_lines.circle(message.title, say),
        ),
        circle_themes.invitation(message.theme, say),
    )


def choose_together(message: circles.ChooseTogether, say: Speech) -> Screen:
    buttons = (
        Button(circle_themes.title(theme, say), AskTogether(message.circle, theme)) for theme in CircleTheme
    )
    return page(
        say(
            "One sort of ask for all of <b>{circle}</b> today, each at their own size. Which one?",
            circle=circle_lines.circle(message.title, say),
        ),
        rows=(*keys.grid(buttons, 2), (back(message.circle, say),)),
    )


def together_set(message: circles.TogetherSet, say: Speech) -> Screen:
    theme = circle_themes.title(message.theme, say)
    circle = circle_lines.circle(message.title, say)
    if message.by_another:
        begin = say("Somebody was quicker: today's ask for all of <b>{circle}</b> is <b>{theme}</b>.",
                    circle=circle, theme=theme)  # fmt: skip
    else:
        begin = say("Today's ask for all of <b>{circle}</b>: <b>{theme}</b>. The group's message says so.",
                    circle=circle, theme=theme)  # fmt: skip
    return page(
        begin,
        circle_themes.invitation(message.theme, say),
        rows=((Button(say("My size of it"), url=circle_lines.web(message.link)),),),
    )


def no_together(message: circles.NoTogether, say: Speech) -> Screen:
    return page(
        say(
            "There's nothing to ask together in <b>{circle}</b> right now, or nothing in it that fits what "
            "you practise. Your own ask is here.",
            circle=circle_lines.circle(message.title, say),
        ),
        rows=((keys.today(say),),),
    )


# --- a line for the circle


def note_offer(message: circles.NoteOffer, say: Speech) -> Screen:
    return page(
        say(
            "Would you like to tell <b>{circle}</b> a line about it? You see it first, exactly as they will.",
            circle=circle_lines.circle(message.title, say),
        ),
        rows=((_write(say("Write a line"), message), _drop(say("Not this time"), message)),),
    )


def ask_note(message: circles.AskNote, say: Speech) -> Screen:
    return page(
        _again(say) if message.again else None,
        say(
            "What would you like <b>{circle}</b> to read? One line, up to {n} characters; "
            "please leave out who the other person was.",
            circle=circle_lines.circle(message.title, say),
            n=circle_lines.NOTE,
        ),
        rows=((_drop(say("Rather not"), message),),),
    )


def _again(say: Speech) -> Html:
    return say("That one is a little long, or a little hard on somebody. Nothing was shown; try it again?")


def note_preview(message: circles.NotePreview, say: Speech) -> Screen:
    return page(
        say("This is what <b>{circle}</b> would read:", circle=circle_lines.circle(message.title, say)),
        Html(f"<blockquote>{circle_lines.told(message.name, message.words, say)}</blockquote>"),
        rows=(
            (Button(say("Show it"), ApproveNote(message.circle, message.attempt)),),
            (_write(say("Write it anew"), message), _drop(say("Rather not"), message)),
        ),
    )


def note_shown(message: circles.NoteShown, say: Speech) -> Screen:
    return page(
        say(
            "<b>{circle}</b> can read it now. If you choose to share less, in /circle, it's off again.",
            circle=circle_lines.circle(message.title, say),
        )
    )


def note_dropped(say: Speech) -> Screen:
    return page(say("All right, this one stays between us."))


_AboutNote = circles.NoteOffer | circles.AskNote | circles.NotePreview


def _write(label: Html, message: _AboutNote) -> Button:
    return Button(label, WriteNote(message.circle, message.attempt))


def _drop(label: Html, message: _AboutNote) -> Button:
    return Button(label, DropNote(message.circle, message.attempt))


# --- a clap


def cheered_for(message: circles.CheeredFor, say: Speech) -> Screen:
    return page(
        say(
            "👏 Somebody in <b>{circle}</b> clapped for your ask.",
            circle=circle_lines.circle(message.title, say),
        )
    )
