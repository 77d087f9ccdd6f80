"""The themes of a circle's week: what they are called, what they invite to, and the sorts of ask by name."""

from __future__ import annotations

from bot.coach.circles.themes import CircleTheme
from bot.coach.model import Kind
from bot.words.screen import Html
from bot.words.speech import Speech, mark

_TITLES = {
    CircleTheme.CURIOUS: mark("Curious questions"),
    CircleTheme.FAVOURS: mark("Small favours"),
    CircleTheme.FEEDBACK: mark("Honest feedback"),
    CircleTheme.INVITATIONS: mark("Invitations"),
    CircleTheme.ODD: mark("Odd requests"),
    CircleTheme.BETTER_PRICE: mark("A better price"),
    CircleTheme.DOORS: mark("Doors that look closed"),
    CircleTheme.SHOPS: mark("In shops and cafés"),
    CircleTheme.STREET: mark("Out on the street"),
    CircleTheme.WORK: mark("At work"),
    CircleTheme.PHONE: mark("On the phone"),
    CircleTheme.ONLINE: mark("In writing"),
    CircleTheme.NEAR: mark("Close to home"),
    CircleTheme.MATTERS: mark("What really matters"),
}
_INVITATIONS = {
    CircleTheme.CURIOUS: mark("Ask somebody what you'd simply like to know, and let them tell you more."),
    CircleTheme.FAVOURS: mark("Ask for a little help: a pen, a tip, a hand with the door."),
    CircleTheme.FEEDBACK: mark("Ask somebody what they'd do differently in your place, then just listen."),
    CircleTheme.INVITATIONS: mark("Ask somebody along: for a tea, a walk, ten minutes on a bench."),
    CircleTheme.ODD: mark("Ask for something nobody ever asks for, and see who smiles first."),
    CircleTheme.BETTER_PRICE: mark("Ask kindly, and once, whether there's any room in the price."),
    CircleTheme.DOORS: mark("Ask for a chance that nobody has announced. Some doors only look locked."),
    CircleTheme.SHOPS: mark("Ask the people behind the counter, in a quiet hour. They know things."),
    CircleTheme.STREET: mark("Ask somebody unhurried who's out and about, like you."),
    CircleTheme.WORK: mark("Ask the one you usually don't: another desk, another floor."),
    CircleTheme.PHONE: mark("Ask by calling. Saying hello is the steepest part, and nobody sees you blush."),
    CircleTheme.ONLINE: mark("Ask in a message that would otherwise have stayed a draft."),
    CircleTheme.NEAR: mark("Ask the people close by: a neighbour, a friend, whoever owns the ladder."),
    CircleTheme.MATTERS: mark("Ask for something you'd truly like to have. It may be small."),
}
_KINDS = {
    Kind.INFORMATION: mark("asking to know"),
    Kind.SMALL_FAVOUR: mark("small favours"),
    Kind.FEEDBACK: mark("asking for feedback"),
    Kind.INVITATION: mark("inviting somebody"),
    Kind.ODD_REQUEST: mark("odd requests"),
    Kind.DISCOUNT: mark("asking about the price"),
    Kind.OPPORTUNITY: mark("asking for a chance"),
    Kind.COSTLY: mark("big favours"),
}


def title(theme: CircleTheme, say: Speech) -> Html:
    """Name a theme in a heading, on a button or in a poll: 40 characters at most."""
    return say(_TITLES[theme])


def invitation(theme: CircleTheme, say: Speech) -> Html:
    """Say in a sentence what a theme invites to."""
    return say(_INVITATIONS[theme])


def kind_name(kind: Kind, say: Speech) -> Html:
    """Name a sort of ask in the middle of a sentence."""
    return say(_KINDS[kind])
