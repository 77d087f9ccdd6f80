"""Words between buddies: the ready lines, what is asked of an own one, why one stays, how it arrives."""

from __future__ import annotations

from bot.coach.circle_taps import Deafen, OpenBuddy, SendWord, ShowWords
from bot.coach.circles.encouraging import LONGEST
from bot.coach.messages import buddies
from bot.coach.messages.buddies import NoWord
from bot.coach.messages.circles import Named
from bot.words import circle_lines, keys
from bot.words.screen import Button, Html, Row, Screen, cut, escape, lines, page, plain, unlinked
from bot.words.speech import Speech, mark

# a number never gets another line: a letter, or a button, may carry it for long
READY = {
    1: mark("One breath, one sentence, done. I'm thinking of you."),
    2: mark("You don't need the yes. You only need the question."),
    3: mark("Whatever they say, you'll be the one who asked."),
    4: mark("I'd be nervous too. It may show; ask anyway."),
    5: mark("A wobbly voice asks just as well."),
    6: mark("Picture me next to you, being no help at all, and smiling."),
    7: mark("You asked. That was the hard part, and you did it."),
    8: mark("If it was a no: it's about one ask on one day, not about you."),
    9: mark("No need to be fine right away. Have something warm first."),
    10: mark("That took something. I'm glad we're in this together."),
    11: mark("One more thing you dared. Nobody can take that one back."),
    12: mark("Be as kind to yourself today as you'd be to me."),
    13: mark("You going first makes it easier for me."),
    14: mark("No answer needed. I just wanted to say that I'm cheering."),
    15: mark("Small ones count too. Every one of yours does."),
    16: mark("We ask people odd things on purpose. I like us."),
    17: mark("A day off is fine as well. I'm here tomorrow, too."),
    18: mark("See you on the other side of the next one."),
}


# --- who it is about


def name(buddy: Named, say: Speech) -> Html:
    """Their name; where it shows nothing, what they are."""
    return circle_lines.person(buddy.name, say) if buddy.name else say("your buddy")


def bold(buddy: Named, say: Speech) -> Html:
    return say("<b>{name}</b>", name=name(buddy, say))


def all_of(found: tuple[Named, ...], say: Speech) -> Html:
    return say.enumerate(bold(one, say) for one in found)


def word_for(circle: int, buddy: Named, say: Speech) -> Button:
    label = say("A word for {name}", name=circle_lines.on_label(buddy.name, say))
    return Button(plain(label), ShowWords(circle, buddy.id))


def back(circle: int, label: Html) -> Row:
    return (Button(label, OpenBuddy(circle)),)


def no_more(buddy: Named, say: Speech) -> Row:
    return (Button(say("No more words from them"), Deafen(buddy.id, on=True)),)


# --- sending one


def choose_word(message: buddies.ChooseWord, say: Speech) -> Screen:
    known = [(number, READY[number]) for number in message.lines if number in READY]
    buttons = (
        Button(str(place), SendWord(message.circle, message.buddy.id, number))
        for place, (number, _) in enumerate(known, 1)
    )
    own = Button(say("Words of my own"), SendWord(message.circle, message.buddy.id, None))
    return page(
        say("A word for {name}. A number sends it:", name=bold(message.buddy, say)),
        lines(*(say("{n} · {line}", n=place, line=say(line)) for place, (_, line) in enumerate(known, 1))),
        rows=(*keys.grid(buttons, 6), (own,)),
    )


def ask_word(message: buddies.AskWord, say: Speech) -> Screen:
    return page(
        say(
            "What would you like to say to {name}? Your next message here goes to them. "
            "Up to {n} characters.",
            name=bold(message.buddy, say),
            n=LONGEST,
        ),
        rows=(_ways_back(message.circle, message.buddy, say),),
    )


def _ways_back(circle: int, buddy: Named, say: Speech) -> Row:
    ready = Button(say("Rather a ready line"), ShowWords(circle, buddy.id))
    return (ready, *back(circle, say("Leave it")))


def refused(message: buddies.WordRefused, say: Speech) -> Screen:
    if message.why is NoWord.OFTEN:
        return page(_why(message, say), rows=(back(message.circle, say("My buddy")),))
    return page(_why(message, say), rows=(_ways_back(message.circle, message.buddy, say),))


def _why(message: buddies.WordRefused, say: Speech) -> Html:
    name = bold(message.buddy, say)
    match message.why:
        case NoWord.LONG:
            return say("That's more than {n} characters. Try the one sentence that matters most.", n=LONGEST)
        case NoWord.LINK:
            return say(
                "Something in it looks like a link, a number or a name elsewhere, and I carry words only. "
                "Try it in plain ones, with a space after each full stop."
            )
        case NoWord.HARSH:
            return say(
                "That could land harder than you mean it, so it stays here. How would you like to hear it?"
            )
        case NoWord.OFTEN:
            return say(
                "{name} had three from you within a day, which is plenty. Tomorrow there's room.", name=name
            )


def sent(message: buddies.WordSent, say: Speech) -> Screen:
    return page(
        say(
            "Good of you. I bring it to {name}, unless they're taking a break from messages. "
            "Nobody owes an answer.",
            name=bold(message.buddy, say),
        )
    )


# --- getting one


def word(message: buddies.WordFrom, say: Speech) -> Screen:
    reply = Button(say("Send one back"), ShowWords(message.circle, message.buddy.id))
    return page(
        say("A word from {name}:", name=bold(message.buddy, say)),
        Html(f"<blockquote>{_said(message, say)}</blockquote>"),
        rows=((reply,), no_more(message.buddy, say)),
    )


def _said(message: buddies.WordFrom, say: Speech) -> Html:
    if message.words is not None:
        return unlinked(escape(cut(message.words, LONGEST)))
    return say(READY.get(message.line or 0, READY[14]))
