"""What can be done after a no that matters: the steps, questions to ask for help, the chapter."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.after_taps import NextStep, TakeStep, TypeTitle
from bot.coach.model import Kind
from bot.coach.taps import Answer, Step
from bot.words import asks, keys
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Row, Screen, escape, lines, page
from bot.words.speech import Speech, mark

_STEPS = {
    NextStep.CHAPTER: mark("See it as a chapter"),
    NextStep.HELP: mark("Ask them for help"),
    NextStep.THANKS: mark("Write a thank-you note"),
    NextStep.SCRIPTS: mark("Words for another try"),
}
_IN_MY_PLACE = mark("What would you do in my place?")
_QUESTIONS = {
    Kind.INFORMATION: (
        mark("Who might know?"),
        mark("Where would you look first?"),
        mark("What would you ask instead?"),
    ),
    Kind.SMALL_FAVOUR: (
        mark("How do people here usually manage that?"),
        mark("Whom could I ask without being a bother?"),
        mark("Is there a better moment for such a thing?"),
    ),
    Kind.FEEDBACK: (
        mark("What would you look at first, if it were yours?"),
        mark("Who sees such things often?"),
        mark("Which one thing would you change?"),
    ),
    Kind.INVITATION: (
        mark("What do you like to do when you have time?"),
        mark("Who do you think would enjoy it?"),
        mark("What would have made it more inviting?"),
    ),
    Kind.ODD_REQUEST: (
        mark("Has anybody asked you that before?"),
        mark("Is there a way that wouldn't be any trouble to you?"),
        mark("What's the oddest thing you ever said yes to?"),
    ),
    Kind.DISCOUNT: (
        mark("How do your regulars save a little?"),
        mark("When is the best time to buy it?"),
        mark("What would you choose with my budget?"),
    ),
    Kind.OPPORTUNITY: (
        mark("What would you want to see before you said yes?"),
        mark("Whom would you talk to next, if you were me?"),
        mark("May I get in touch again in a few months?"),
    ),
    Kind.COSTLY: (
        mark("How would you go about it with less?"),
        mark("Which part of it is the hard one?"),
        mark("Who has done something like this before?"),
    ),
    None: (
        mark("What would be good to know before I ask somewhere else?"),
        mark("Whom would you talk to next, if you were me?"),
        mark("May I get in touch again in a few months?"),
    ),
}
TITLES = (
    mark("Not this door"),
    mark("A first draft"),
    mark("The detour"),
    mark("Brave anyway"),
)


def next_steps(message: messages.NextSteps, say: Speech) -> Screen:
    rows = tuple((Button(say(_STEPS[step]), TakeStep(message.attempt, step)),) for step in message.steps)
    return page(say("A few things that can be done with a no like this one. Take any, or none:"), rows=rows)


def questions(kind: Kind | None, say: Speech) -> Html:
    """Questions to put to the person who said no; a tap copies one."""
    asked = (_IN_MY_PLACE, *_QUESTIONS[kind])
    return lines(*(Html(f"<code>{say(question)}</code>") for question in asked))


def ask_for_help(message: messages.AskForHelp, say: Speech) -> Screen:
    return page(
        say("Whoever says no often still likes to help. Pick one question; a tap copies it:"),
        questions(message.kind, say),
        say("It's a new ask, and a small one. If they'd rather not, that's that."),
        rows=(_back(message.attempt, say),),
    )


def chapter_begun(message: messages.ChapterBegun, say: Speech) -> Screen:
    return page(
        say("It's a chapter, then, and the book goes on. It gets 24 hours, a good meal and a night's sleep; "
            "nothing has to be decided before."),
        say("After that I'll come by, once, and ask what you'd call it."),
        rows=(_back(message.attempt, say),),
    )  # fmt: skip


def _back(attempt: int, say: Speech) -> Row:
    return (Button(say("Back"), TakeStep(attempt)),)


def ask_chapter(message: messages.AskChapter, say: Speech, bank: Bank) -> Screen:
    titles = (Button(say(title), Answer(message.attempt, Step.CHAPTER, title)) for title in TITLES)
    return page(
        say("That no has had its 24 hours:"),
        Html(f"<blockquote>{asks.words(message.ask, bank, say, 160)}</blockquote>"),
        say("If it was a chapter, what would you call it now?"),
        rows=(
            *keys.grid(titles, 2),
            (Button(say("A title of my own"), TypeTitle(message.attempt)),),
            (Button(say("No title"), Answer(message.attempt, Step.CHAPTER, None)),),
        ),
    )


def ask_title(message: messages.AskTitle, say: Speech) -> Screen:
    return page(
        say("What is it called? A few words are plenty."),
        rows=((Button(say("No title"), Answer(message.attempt, Step.CHAPTER, None)),),),
    )


def chapter_named(message: messages.ChapterNamed, say: Speech) -> Screen:
    if message.title is None:
        return page(say("It stays without a title. Plenty of good chapters do."))
    return page(
        say("<b>{title}</b>", title=title(message.title, say)),
        say("It's on the shelf. The next page is blank and yours."),
    )


def title(chapter: str, say: Speech) -> Html:
    """What a chapter is called: one of ours, or their own words."""
    return say(chapter) if chapter in TITLES else escape(chapter)
