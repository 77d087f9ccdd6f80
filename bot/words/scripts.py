"""A line to say for each way to go on after a no, by the kind of ask; content with any answer."""

from __future__ import annotations

from collections.abc import Iterable

from bot.coach import messages
from bot.coach.after_taps import NextStep, ShowScript, TakeStep
from bot.coach.model import Kind
from bot.coach.scripts import Move, Toward
from bot.coach.taps import Step
from bot.words import asks, keys
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Row, Screen, page
from bot.words.speech import Speech, mark

MOVES = {
    Move.WHY: mark("Why?"),
    Move.LESS: mark("Ask for less"),
    Move.LATER: mark("Later"),
    Move.ELSE: mark("Somebody else"),
    Move.TRADE: mark("Give and take"),
}
_INTRODUCED = {
    (Move.WHY, Toward.PART): mark("Thank them for the part you got, and ask once:"),
    (Move.WHY, Toward.UNCLEAR): mark("Asked once, so that neither of you has to guess:"),
    (Move.WHY, Toward.REFUSED): mark("Asked once, kindly, and then let it be:"),
    (Move.WHY, Toward.NEXT): mark("Leave this one in peace. The why can come from somebody you know well:"),
    (Move.LESS, Toward.UNCLEAR): mark("A smaller piece of it, asked once:"),
    (Move.LESS, Toward.NEXT): mark("For the next person, or for a different ask, begin smaller:"),
    (Move.LATER, Toward.PART): mark("The rest may fit on another day. Asked once:"),
    (Move.LATER, Toward.UNCLEAR): mark("It may suit them better on another day. Asked once:"),
    (Move.LATER, Toward.NEXT): mark("For a different ask, let the other person choose the moment:"),
    (Move.ELSE, Toward.PART): mark("They may know somebody for the rest of it:"),
    (Move.ELSE, Toward.UNCLEAR): mark("They may know somebody. It's a question they can answer at ease:"),
    (Move.ELSE, Toward.REFUSED): mark(
        "They may know somebody. That isn't asking again, it's asking the way:"
    ),
    (Move.ELSE, Toward.NEXT): mark("A no from one is a no from one. First words for the next person:"),
    (Move.TRADE, Toward.PART): mark("With something in it for them, said once:"),
    (Move.TRADE, Toward.UNCLEAR): mark("With something in it for them, said once:"),
    (Move.TRADE, Toward.NEXT): mark("For the next person, bring something along:"),
}
_TAKEN = mark("Whatever comes back is the answer.")
_STANDS = mark("The no you got stays a no. That's part of what makes you easy to ask.")
_WHY_PART = mark("Thank you, that helps already. May I ask what stands in the way of the rest?")
_WHY_UNCLEAR = mark("Just so that I don't guess: was that a no? Either answer is fine.")
_WHY_SAME = {
    Kind.INFORMATION: mark("That's all right. Is it something you can't say, or just not known?"),
    Kind.SMALL_FAVOUR: mark("No trouble at all. May I ask what made it a no? Only if you like."),
    Kind.FEEDBACK: mark("I understand. Was it the moment, or what I asked about?"),
    Kind.INVITATION: mark("That's quite all right. Was it the day, or the idea? You needn't say."),
    Kind.ODD_REQUEST: mark("Fair enough. Is there a rule about it, or is it just unusual?"),
    Kind.DISCOUNT: mark("I see. May I ask how the price comes about?"),
    Kind.OPPORTUNITY: mark("Thank you for being straight with me. What would have made it a yes?"),
    Kind.COSTLY: mark("I understand, it was a lot to ask. Which part was too much?"),
    None: mark("That's fine, thank you. May I ask what made it a no? Only if you like."),
}
_WHY_NEXT = {
    Kind.INFORMATION: mark("When somebody asks you something out of the blue, what makes you answer?"),
    Kind.SMALL_FAVOUR: mark("What makes you say yes when somebody asks you for a hand?"),
    Kind.FEEDBACK: mark("How do you like to be asked for your opinion?"),
    Kind.INVITATION: mark("When somebody asks you along, what makes it easy to say yes?"),
    Kind.ODD_REQUEST: mark("If somebody asked you something odd, what would make you play along?"),
    Kind.DISCOUNT: mark("If you sold things, when would you lower a price?"),
    Kind.OPPORTUNITY: mark("What would make you give somebody a chance?"),
    Kind.COSTLY: mark("If I asked you for something this big, what would you need to hear?"),
    None: mark("If I asked you the same, what would make it easy to say yes?"),
}
_LESS = {
    Kind.INFORMATION: mark("Just a hint is plenty: where would you begin?"),
    Kind.SMALL_FAVOUR: mark("Would just one minute of it be possible?"),
    Kind.FEEDBACK: mark("Would you tell me just one thing, in one sentence?"),
    Kind.INVITATION: mark("What about ten minutes and a coffee?"),
    Kind.ODD_REQUEST: mark("Then may I just have a look at it?"),
    Kind.DISCOUNT: mark("Is there anything small that could come with it at this price?"),
    Kind.OPPORTUNITY: mark("Could I try it once, on something small?"),
    Kind.COSTLY: mark("Would a part of it be possible, or a shorter time?"),
    None: mark("Would half of it be possible?"),
}
_LATER_SAME = {
    Kind.INFORMATION: mark("Would there be a better moment to ask you? If not, that's fine."),
    Kind.SMALL_FAVOUR: mark("Would another moment suit you better? If not, no harm done."),
    Kind.FEEDBACK: mark("Would you have more time for it next week? A no is fine."),
    Kind.INVITATION: mark("Would another day suit you better? If not, that's fine too."),
    Kind.ODD_REQUEST: mark("Is there a quieter hour when that would be all right?"),
    Kind.DISCOUNT: mark("Is there a time of year when the price comes down?"),
    Kind.OPPORTUNITY: mark("Would there be a better moment to talk about it, or is it settled?"),
    Kind.COSTLY: mark("Might it look different in a few months? If not, I won't bring it up."),
    None: mark("Would another time be better? If not, that's fine too."),
}
_LATER_NEXT = {
    Kind.INFORMATION: mark("Is this a good moment for a quick question?"),
    Kind.SMALL_FAVOUR: mark("Whenever you have a hand free: could you help me for a minute?"),
    Kind.FEEDBACK: mark("There's no hurry. When would suit you to look at one page?"),
    Kind.INVITATION: mark("Any day this month that suits you: would you like to come along?"),
    Kind.ODD_REQUEST: mark("I can come back at your quietest hour. When would that be?"),
    Kind.DISCOUNT: mark("When is a good time to talk about the price?"),
    Kind.OPPORTUNITY: mark("When do you next decide about such things? I'd like to ask then."),
    Kind.COSTLY: mark("I'm asking long before I need it. Would you sleep on it?"),
    None: mark("Is now a good moment to ask you something, or would later be better?"),
}
_ELSE_SAME = {
    Kind.INFORMATION: mark("Who around here might know?"),
    Kind.SMALL_FAVOUR: mark("Do you know who might have a hand free?"),
    Kind.FEEDBACK: mark("Whose opinion would you ask for in my place?"),
    Kind.INVITATION: mark("Who do you think would enjoy it?"),
    Kind.ODD_REQUEST: mark("Do you know a place where they'd try something like that?"),
    Kind.DISCOUNT: mark("Do you know where I might find it for a little less?"),
    Kind.OPPORTUNITY: mark("Who else might have a place for somebody like me?"),
    Kind.COSTLY: mark("Where would you look for it in my place?"),
    None: mark("Whom would you ask in my place?"),
}
_ELSE_NEXT = {
    Kind.INFORMATION: mark("Excuse me, you look as if you know your way. May I ask you something?"),
    Kind.SMALL_FAVOUR: mark("Excuse me, have you got a minute and a free hand?"),
    Kind.FEEDBACK: mark("I'd value your view. Would you look at this for a minute?"),
    Kind.INVITATION: mark("I'm going this week. Would you like to come along?"),
    Kind.ODD_REQUEST: mark("I have an odd question, and a no is fine. May I ask it?"),
    Kind.DISCOUNT: mark("Is there any room in the price? A no is fine."),
    Kind.OPPORTUNITY: mark("I'd like to work on something like this. Would you give me a try?"),
    Kind.COSTLY: mark("It's a big ask, and a no is fine. Would you think about it?"),
    None: mark("May I ask you for something? A no is fine."),
}
_TRADE = {
    Kind.INFORMATION: mark("May I trade you a tip of mine for one of yours?"),
    Kind.SMALL_FAVOUR: mark("Could you help me with this? I'll gladly carry something for you."),
    Kind.FEEDBACK: mark("Would you look at mine if I look at yours?"),
    Kind.INVITATION: mark("You choose the place and I'll bring the cake. Would you come?"),
    Kind.ODD_REQUEST: mark("If I may try, I'll leave everything tidier than it was. Deal?"),
    Kind.DISCOUNT: mark("If I took two, or paid today, would the price move?"),
    Kind.OPPORTUNITY: mark("I'd take on the part nobody likes. Would that make it worth a try?"),
    Kind.COSTLY: mark("What could I do for you that would make it fair?"),
    None: mark("What could I do for you in return?"),
}


def line(move: Move, toward: Toward, kind: Kind | None, say: Speech) -> Html:
    """The words to say."""
    following = toward is Toward.NEXT
    match move:
        case Move.WHY if toward is Toward.PART:
            return say(_WHY_PART)
        case Move.WHY if toward is Toward.UNCLEAR:
            return say(_WHY_UNCLEAR)
        case Move.WHY:
            return say((_WHY_NEXT if following else _WHY_SAME)[kind])
        case Move.LESS:
            return say(_LESS[kind])
        case Move.LATER:
            return say((_LATER_NEXT if following else _LATER_SAME)[kind])
        case Move.ELSE:
            return say((_ELSE_NEXT if following else _ELSE_SAME)[kind])
        case Move.TRADE:
            return say(_TRADE[kind])


def buttons(attempt: int, moves: Iterable[Move], say: Speech) -> tuple[Row, ...]:
    return keys.grid((Button(say(MOVES[move]), ShowScript(attempt, move)) for move in moves), 3)


def choose_move(message: messages.ChooseMove, say: Speech) -> Screen:
    back: tuple[Row, ...] = () if message.alone else ((Button(say("Back"), TakeStep(message.attempt)),),)
    return page(
        say("A few ways to go on from an answer like that, each with a line to say:"),
        rows=(*buttons(message.attempt, message.moves, say), *back),
    )


def script(message: messages.Script, say: Speech, bank: Bank) -> Screen:
    introduced = _INTRODUCED[message.move, message.toward]
    back = (Button(say("Back"), TakeStep(message.attempt, NextStep.SCRIPTS)),)
    on = (keys.leave(message.attempt, Step.LEARNED, say),) if message.open else ()
    return page(
        Html(f"<blockquote>{asks.words(message.ask, bank, say, 120)}</blockquote>"),
        Html(f"<b>{say(MOVES[message.move])}</b>\n{say(introduced)}"),
        Html(f"<code>{line(message.move, message.toward, message.kind, say)}</code>"),
        say(_STANDS if message.toward is Toward.NEXT else _TAKEN),
        rows=(back, *on),
    )
