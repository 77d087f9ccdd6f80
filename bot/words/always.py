"""What can be said at any time: help, not understood, not now, and the words for a bad hour."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.taps import Did, GoOn, LogOwn
from bot.words import helplines, keys
from bot.words.account import coming
from bot.words.helplines import HelpLine
from bot.words.screen import Button, Html, Row, Screen, escape, lines, page
from bot.words.speech import Speech, mark

_UNREAD = {
    "sticker": mark("Nice one. I only understand words and buttons, though. What happened?"),
    "photo": mark("I can't see pictures. Tell me in words, and I'm all ears."),
    "video": mark("I can't watch videos. Tell me in words, or in a voice note."),
    "audio": mark("I can't listen to music or audio files. A few words do it, or a voice note."),
    "document": mark(
        "I open no files but my own: the zip that /export made, for /import. A few words do it."
    ),
    "contact": mark("I keep no contacts, so I let that one go. Please send me words only."),
    "poll": mark("I can't vote, sadly. Put the question to a real person; that's rather our thing."),
    "dice": mark("I don't play dice. With people it's less random than you'd think."),
    "location": mark(
        "I don't need to know where you are, and I didn't keep it. The time zone is in /settings."
    ),
    "edited": mark(
        "I read a message once, as it first came. Please send the new version again, or /undo the answer."
    ),
    "other": mark("I can't read that. Words, buttons and voice notes work."),
}


def help_(message: messages.Help, say: Speech) -> Screen:
    return page(
        say("One small ask a day, then we look at what happened. You can also just write to me."),
        lines(
            say("/today: your ask"),
            say("/did: tell me about one of your own"),
            say("/skip: take today off"),
            say("/easier and /harder: change the size"),
            say("/stats: how it goes"),
            say("/journal: your asks so far, and what you took from them"),
            say("/ladder: your asks from calm to scary, and your own ones"),
            say("/circle: do it together, in a group; /buddy: who's at your side there this week"),
            say("/pause: days off"),
            say("/undo: take an answer back"),
            say("/settings and /privacy"),
            say("/export: all you told me, as a file; /import brings it back; /delete erases it"),
        ),
        say("A bad hour? Tell me, or look at findahelpline.com: people are there for it."),
        rows=((keys.today(say),),),
    )


def cancelled(message: messages.Cancelled, say: Speech) -> Screen:
    if message.something:
        return page(say("All right, we leave that. Nothing you told me is lost."), rows=((keys.today(say),),))
    return page(say("Nothing was going on. I'm here."), rows=((keys.today(say),),))


def outdated(message: messages.Outdated, say: Speech) -> Screen:
    return page(
        say("That button is from an earlier moment. Today's ask is one tap away."), rows=((keys.today(say),),)
    )


def unknown_command(message: messages.UnknownCommand, say: Speech) -> Screen:
    return page(say("I don't know that one. /help has all that I do."))


def not_read(message: messages.NotRead, say: Speech) -> Screen:
    return page(say(_UNREAD.get(message.what, _UNREAD["other"])))


def not_yet(message: messages.NotYet, say: Speech) -> Screen:
    return page(say("Soon. First the question above, and a few more like it; “Skip” is a fine answer."))


def tell_me(message: messages.TellMe, say: Speech) -> Screen:
    if message.attempt is None:
        return page(
            say("I'm here. Have you asked somebody something?"),
            rows=((Button(say("Keep my own ask"), LogOwn()), keys.today(say)),),
        )
    return page(
        say("I'm here. When you've asked, tell me how it went, in a sentence or with the button."),
        rows=((Button(say("I did it"), Did(message.attempt)), keys.today(say)),),
    )


def in_crisis(message: messages.InCrisis, say: Speech) -> Screen:
    return page(_heard(message.acute, say), _lines(message.zone, say), _waiting(say), rows=_ways(say))


def _heard(acute: bool, say: Speech) -> Html:
    if acute:
        return lines(
            say("I'm glad you wrote that. It matters more than any ask, so I stop coaching here."),
            say(
                "I'm only a scripted bot. Please talk to a person <b>now</b>. If you're in danger, call your "
                "local emergency number, or go to somebody near you."
            ),
        )
    return lines(
        say("That sounds heavy, and I'm glad you said it. Let's leave the asks be."),
        say(
            "I'm only a scripted bot. These are people who listen, also when it isn't an emergency. "
            "If you're in danger, call your local emergency number."
        ),
    )


def _lines(zone: str, say: Speech) -> Html | None:
    country = helplines.country_of(zone)
    found = helplines.for_country(country) if country else ()
    if not found:
        return say("findahelpline.com lists help lines by country, by phone and by chat.")
    return lines(*(_help_line(line, say) for line in found))


def _help_line(line: HelpLine, say: Speech) -> Html:
    return say("<b>{name}</b>: {number}", name=escape(line.name), number=escape(line.number))


def _waiting(say: Speech) -> Html:
    return say("I won't send any asks until you tell me to. Take all the time there is.")


def _ways(say: Speech) -> tuple[Row, ...]:
    return (
        (Button(say("More help lines"), url=helplines.EVERYWHERE),),
        (Button(say("I want to go on practising"), GoOn()),),
    )


def on_hold(message: messages.OnHold, say: Speech) -> Screen:
    return page(
        say("Practice is on hold, and it can stay that way as long as you like."),
        say("People who listen are here. If you're in danger, call your local emergency number."),
        _lines(message.zone, say),
        rows=_ways(say),
    )


def welcome_back(message: messages.WelcomeBack, say: Speech) -> Screen:
    return page(
        say("Good to have you here. We start small."),
        coming(message.next_day, message.morning, say),
    )


def trouble(message: messages.Trouble, say: Speech) -> Screen:
    return page(
        say("Something broke on my side, not yours. Nothing you told me before is lost; please try again.")
    )
