"""What buddies hear of each other, in private: that an ask was made, a word, a sort of ask. Never the ask.

Nothing here says whether a buddy reads it: who takes a break, or wants no words, is nobody's business.
"""

from __future__ import annotations

from bot.coach.circle_taps import Buddying, Deafen, HandOver, OpenCircle, TakeHanded, WishFor
from bot.coach.circles.themes import CircleTheme
from bot.coach.messages import buddies
from bot.coach.messages.circles import Named
from bot.words import buddy_words, circle_lines, circle_themes, keys
from bot.words.screen import Button, Html, Row, Screen, lines, page, plain
from bot.words.speech import Speech


# these checks are off for one table: split up, it would hide from mypy whether a message is missing
def spoken(message: buddies.OfBuddy, say: Speech) -> Screen:  # noqa: C901, PLR0911, PLR0912
    match message:
        case buddies.Paired():
            return _paired(message, say)
        case buddies.BuddyView():
            return _view(message, say)
        case buddies.ChooseWish():
            return _choose_wish(message, say)
        case buddies.BuddyDid():
            return _did(message, say)
        case buddies.BackupWanted():
            return _backup(message, say)
        case buddies.CheerWanted():
            return _cheer(message, say)
        case buddies.ChooseWord():
            return buddy_words.choose_word(message, say)
        case buddies.AskWord():
            return buddy_words.ask_word(message, say)
        case buddies.WordRefused():
            return buddy_words.refused(message, say)
        case buddies.WordSent():
            return buddy_words.sent(message, say)
        case buddies.WordFrom():
            return buddy_words.word(message, say)
        case buddies.Deafened():
            return _deafened(message, say)
        case buddies.ChooseHandOver():
            return _choose_hand_over(message, say)
        case buddies.HandedOver():
            return _handed_over(message, say)
        case buddies.HandedYou():
            return _handed(message, say)
        case buddies.NoneFits():
            return _none_fits(message, say)
        case buddies.BuddyTold():
            return _told(message, say)
        case buddies.NoBuddy():
            return _nobody(say)


# --- who it is


def _paired(message: buddies.Paired, say: Speech) -> Screen:
    return page(
        lines(
            say("<b>{circle}</b>", circle=circle_lines.circle(message.title, say)), _this_week(message, say)
        ),
        say("A word now and then is plenty. Of your asks they hear that you've made one, if you share that."),
        rows=tuple((buddy_words.word_for(message.circle, one, say),) for one in message.buddies),
    )


def _this_week(message: buddies.Paired | buddies.BuddyView, say: Speech) -> Html:
    named = buddy_words.all_of(message.buddies, say)
    if len(message.buddies) > 1:
        return say("Your buddies this week: {names}", names=named)
    return say("Your buddy this week: {names}", names=named)


def _view(message: buddies.BuddyView, say: Speech) -> Screen:
    circle = say("<b>{circle}</b>", circle=circle_lines.circle(message.title, say))
    if not message.paired:
        return page(
            lines(circle, say("You have no buddy here, and that's fine. The rest goes on as ever.")),
            rows=(
                (Button(say("Buddies: turn on"), Buddying(message.circle, on=True)),),
                _circle(message, say),
            ),
        )
    return page(
        lines(circle, _this_week(message, say) if message.buddies else _monday(say)),
        rows=(
            *(
                (buddy_words.word_for(message.circle, one, say), _ask_for(message.circle, one, say))
                for one in message.buddies
            ),
            (Button(say("Whom I'd like to meet"), WishFor(message.circle, None)),),
            (Button(say("Buddies: turn off"), Buddying(message.circle, on=False)), *_circle(message, say)),
        ),
    )


def _monday(say: Speech) -> Html:
    return say("No buddy this week. Monday is when everybody here who'd like one gets one.")


def _circle(message: buddies.BuddyView, say: Speech) -> Row:
    return (Button(say("Circle ›"), OpenCircle(message.circle)),)


def _ask_for(circle: int, buddy: Named, say: Speech) -> Button:
    label = say("An ask for {name}", name=circle_lines.on_label(buddy.name, say))
    return Button(plain(label), HandOver(circle, buddy.id, None))


def _choose_wish(message: buddies.ChooseWish, say: Speech) -> Screen:
    if not message.others:
        nobody = say("Nobody else in <b>{circle}</b> is up for buddies yet.", circle=_title(message, say))
        return page(nobody, rows=(buddy_words.back(message.circle, say("Back")),))
    anybody = Button(keys.ticked(say("Anybody"), message.wish is None), WishFor(message.circle, 0))
    return page(
        say(
            "Whom in <b>{circle}</b> would you like to meet some week? I keep it to myself, and in time "
            "everybody meets everybody.",
            circle=_title(message, say),
        ),
        rows=(
            *keys.grid((_wish(message, one, say) for one in message.others), 2),
            (anybody, *buddy_words.back(message.circle, say("Back"))),
        ),
    )


def _title(message: buddies.ChooseWish, say: Speech) -> Html:
    return circle_lines.circle(message.title, say)


def _wish(message: buddies.ChooseWish, one: Named, say: Speech) -> Button:
    label = plain(say("{name}", name=circle_lines.on_label(one.name, say)))
    return Button(keys.ticked(label, one.id == message.wish), WishFor(message.circle, one.id))


# --- what one hears


def _did(message: buddies.BuddyDid, say: Speech) -> Screen:
    return page(
        say("{name} has asked. What it was is theirs to tell.", name=buddy_words.bold(message.buddy, say)),
        rows=((buddy_words.word_for(message.circle, message.buddy, say),),),
    )


def _backup(message: buddies.BackupWanted, say: Speech) -> Screen:
    return page(
        say(
            "{name} has a big ask ahead and would like somebody in their corner.",
            name=buddy_words.bold(message.buddy, say),
        ),
        say("What it is stays with them. A short word does it."),
        rows=((buddy_words.word_for(message.circle, message.buddy, say),),),
    )


def _cheer(message: buddies.CheerWanted, say: Speech) -> Screen:
    return page(
        say(
            "{name} asked, and it was a hard one. They wanted you to know.",
            name=buddy_words.bold(message.buddy, say),
        ),
        say("A kind word would do good. It needn't be clever."),
        rows=((buddy_words.word_for(message.circle, message.buddy, say),),),
    )


def _handed(message: buddies.HandedYou, say: Speech) -> Screen:
    return page(
        lines(
            say("{name} has an idea for you today:", name=buddy_words.bold(message.buddy, say)),
            say("<b>{theme}</b>", theme=circle_themes.title(message.theme, say)),
        ),
        circle_themes.invitation(message.theme, say),
        say("It comes at your own size, and only you know which that is. Take it, or let it go by."),
        rows=(
            (Button(say("Take it today"), TakeHanded(message.circle, message.theme)),),
            buddy_words.no_more(message.buddy, say),
        ),
    )


def _none_fits(message: buddies.NoneFits, say: Speech) -> Screen:
    theme = circle_themes.title(message.theme, say)
    return page(
        say(
            "<b>{theme}</b>: I have nothing of that sort in your size today. Your own ask is here.",
            theme=theme,
        ),
        rows=((keys.today(say),),),
    )


# --- what one says


def _told(message: buddies.BuddyTold, say: Speech) -> Screen:
    names = buddy_words.all_of(message.buddies, say)
    if message.after:
        return page(
            say(
                "I tell {names} that it was a hard one, and nothing more. Have something warm meanwhile.",
                names=names,
            ),
        )
    return page(
        say("I tell {names} that a big one is ahead, and nothing of what it is.", names=names),
        say("A word may come or may not. Go when you're ready."),
    )


def _choose_hand_over(message: buddies.ChooseHandOver, say: Speech) -> Screen:
    buttons = (
        Button(circle_themes.title(theme, say), HandOver(message.circle, message.buddy.id, theme))
        for theme in CircleTheme
    )
    return page(
        say(
            "Which sort of ask for {name}? They get one at their own size, and may leave it.",
            name=buddy_words.bold(message.buddy, say),
        ),
        rows=(*keys.grid(buttons, 2), buddy_words.back(message.circle, say("Back"))),
    )


def _handed_over(message: buddies.HandedOver, say: Speech) -> Screen:
    return page(
        say(
            "<b>{theme}</b> it is. I bring it to {name}, unless they're taking a break from messages.",
            theme=circle_themes.title(message.theme, say),
            name=buddy_words.bold(message.buddy, say),
        )
    )


# --- an end


def _deafened(message: buddies.Deafened, say: Speech) -> Screen:
    name = buddy_words.bold(message.buddy, say)
    if not message.on:
        return page(say("All right. What {name} sends reaches you again.", name=name))
    again = Button(say("Let their words through again"), Deafen(message.buddy.id, on=False))
    return page(
        say("Done. Nothing from {name} reaches you through me, and I won't pair you again.", name=name),
        say("They aren't told."),
        rows=((again,),),
    )


def _nobody(say: Speech) -> Screen:
    return page(
        say("There's no buddy behind that any more: the week has turned, or somebody has left."),
        say("/buddy shows how it stands."),
    )
