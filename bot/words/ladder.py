"""The ladder: a page of a domain, one ask of it, the keypad, an ask of one's own and why it can't stay."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.ethics import Rule
from bot.coach.ladder_taps import (
    AddAsk,
    MoveAsk,
    NameGoal,
    OpenLadder,
    PickAsk,
    RateAhead,
    RateAsk,
    RateRound,
    RetireAsk,
)
from bot.coach.messages import LadderAsk
from bot.coach.model import RUNGS, Domain
from bot.words import asks, keys
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Row, Screen, escape, lines, page
from bot.words.speech import Speech, mark

_LINE = 100  # characters of an ask in the list
_OWN_LINE = 60  # of their own ones, which may be emoji, two units each; thirty lines fit a message
_WIDTH = 8  # buttons in a row
# what an ask sounds like, and how else to ask; said as a doubt, since a word may be read wrongly
_REFUSED = {
    Rule.MINORS: mark(
        "That sounds like asking children or teenagers. They can't easily say no, so let's ask grown-ups."
    ),
    Rule.SEXUAL: mark("That sounds like something intimate. What could you ask anybody in daylight?"),
    Rule.DEPENDENT: mark(
        "That sounds like asking somebody who depends on you, so their no isn't free. "
        "Who could turn you down without a worry?"
    ),
    Rule.FILMING: mark(
        "That sounds like filming or recording people. Leave the camera out, or ask for the picture itself."
    ),
    Rule.PRESSURE: mark(
        "That sounds like going on after a no. Ask once, take the answer, and it fits: one person, one ask."
    ),
    Rule.ROMANTIC_AT_WORK: mark(
        "That sounds like courting somebody at their work, who can't just walk away. "
        "Keep it to places where both of you are free."
    ),
    Rule.ILLEGAL: mark(
        "That sounds like something the law has a view on. What would be allowed, and still bold?"
    ),
    Rule.HARM: mark("That sounds as if somebody could get hurt. What would you ask them for instead?"),
    Rule.UNSAFE: mark("That sounds dangerous for you or for them. The same ask in a safe place is fine."),
    Rule.INSULT: mark(
        "That sounds as if it could sting the other person. Say what you'd like, and nothing about them."
    ),
    Rule.PRIVATE: mark(
        "That sounds like something private of theirs. Ask for an opinion, a tip or a favour instead."
    ),
    Rule.DISHONEST: mark("That sounds like it needs a fib. What's the true version of it?"),
    Rule.MONEY: mark("That sounds like real money from people. Make it a small discount, or something free."),
    Rule.COSTLY: mark("That sounds like a lot for the other person. What would take them five minutes?"),
    Rule.STAFF_AT_PEAK: mark(
        "That sounds like asking people in their busiest hour. Pick a quiet one, and it fits."
    ),
    Rule.UNREADABLE: mark(
        "I couldn't read that one. One or two plain sentences in English do it: what you'd ask, and whom."
    ),
}


def ladder(message: messages.Ladder, say: Speech, bank: Bank) -> Screen:
    listed = [_line(number, ask, say, bank) for number, ask in enumerate(message.asks, start=1)]
    guesses = sum(ask.guess for ask in message.asks)
    return page(
        say("<b>Your ladder: {domain}</b>", domain=asks.domain_name(message.domain, say)),
        lines(*listed),
        _legend(guesses, say),
        _again(message, say),
        rows=(*_picks(message), *_ways(message, guesses, say), *_others(message, say)),
    )


def _line(number: int, ask: LadderAsk, say: Speech, bank: Bank) -> Html:
    words = asks.words(ask.ask, bank, say, most=_OWN_LINE if ask.ask.own else _LINE)
    return Html(f"{number}. {_rating(ask)} {words}")


def _rating(ask: LadderAsk) -> str:
    return f"~{ask.rating}" if ask.guess else f"<b>{ask.rating}</b>"


def _legend(guesses: int, say: Speech) -> Html:
    if not guesses:
        return say(
            "From calm (1) to as scary as it gets (10), all rated by you. A number below opens an ask."
        )
    return say(
        "From calm (1) to as scary as it gets (10). A number with ~ is my guess, until you rate it. "
        "A number below opens an ask."
    )


def _again(message: messages.Ladder, say: Speech) -> Html | None:
    if not message.again:
        return None
    if message.moved:
        return say("Some asks felt quite different lately from their numbers here. Rate a few again?")
    return say("Two weeks are long: what was scary then may not be now. Rate a few again?")


def _picks(message: messages.Ladder) -> tuple[Row, ...]:
    buttons = (Button(str(n), PickAsk(ask.item)) for n, ask in enumerate(message.asks, start=1))
    return keys.grid(buttons, _WIDTH)


def _ways(message: messages.Ladder, guesses: int, say: Speech) -> tuple[Row, ...]:
    add = Button(say("Add my own"), AddAsk(message.domain))
    rate = Button(say("Rate a few"), RateRound(message.domain, again=False))
    again = Button(say("Rate a few again"), RateRound(message.domain, again=True))
    first = (rate, add) if guesses else (add,)
    return (first, (again,)) if message.again else (first,)


def moved(message: messages.Moved, say: Speech) -> Screen:
    return page(
        say("More than once lately, an ask felt quite different from its number on your ladder."),
        say("What frightens people moves with time. Rate a few again? It takes a minute."),
        rows=(
            (Button(say("Rate a few again"), RateRound(message.domain, again=True)),),
            (_back(message.domain, say),),
        ),
    )


def _others(message: messages.Ladder, say: Speech) -> tuple[Row, ...]:
    others = [domain for domain in message.domains if domain is not message.domain]
    return keys.grid((Button(asks.domain_name(domain, say), OpenLadder(domain)) for domain in others), 3)


def ask_rating(message: messages.AskRating, say: Speech, bank: Bank) -> Screen:
    ask = message.ask
    keypad = keys.ratings(lambda rating: RateAsk(message.again, message.left, rating, ask.item))
    return page(
        _round(message, say),
        asks.words(ask.ask, bank, say),
        say("1 is calm, 10 is as strong as it gets."),
        rows=(*keypad, _out(message, say)),
    )


def _round(message: messages.AskRating, say: Speech) -> Html:
    if message.left > 1:
        return say("How scary is this one? <i>{n} to go.</i>", n=message.left)
    return say("How scary is this one?")


def _out(message: messages.AskRating, say: Speech) -> Row:
    enough = Button(say("That's enough"), OpenLadder(message.domain))
    if message.again or not message.left:
        return (enough,)
    return (Button(say("Not for me"), RetireAsk(message.left, message.ask.item)), enough)


def ask_ahead(message: messages.AskAhead, say: Speech, bank: Bank) -> Screen:
    item = message.ask.challenge or ""
    return page(
        _why_ahead(message, say),
        asks.words(message.ask, bank, say),
        say("1 is calm, 10 is as strong as it gets."),
        rows=(
            *keys.ratings(lambda rating: RateAhead(rating, item)),
            (Button(say("That's enough") if message.more else say("Skip"), RateAhead(None, item)),),
        ),
    )


def _why_ahead(message: messages.AskAhead, say: Speech) -> Html:
    if message.more:
        return say("A few numbers, as many as you like: they help me find your size. How scary is this one?")
    return say("One more number, if you like. This one may come your way. How scary would it be?")


def heard_ahead(message: messages.HeardAhead, say: Speech, bank: Bank) -> Screen:
    if message.rating is None:
        return page(say("All right, we'll see when it comes."))
    return page(
        asks.words(message.ask, bank, say),
        say("A {rating} of 10. That helps me pick what comes next.", rating=message.rating),
    )


def one_ask(message: messages.OneAsk, say: Speech, bank: Bank) -> Screen:
    ask = message.ask
    return page(
        asks.words(ask.ask, bank, say),
        _goal(message, say),
        _known(ask, say),
        rows=(_moves(ask, say), *_keep(message, say), (_back(message.domain, say),)),
    )


def _goal(message: messages.OneAsk, say: Speech) -> Html | None:
    return say("What it's for: {goal}", goal=escape(message.goal)) if message.goal else None


def _known(ask: LadderAsk, say: Speech) -> Html:
    if ask.guess:
        return say("My guess: {rating} of 10.", rating=ask.rating)
    return say("You say: {rating} of 10.", rating=ask.rating)


def _moves(ask: LadderAsk, say: Speech) -> Row:
    down, up = ask.rating - 1, ask.rating + 1
    row = []
    if down in RUNGS:
        row.append(Button(say("Less scary: {n}", n=down), MoveAsk(down, ask.item)))
    if up in RUNGS:
        row.append(Button(say("Scarier: {n}", n=up), MoveAsk(up, ask.item)))
    return tuple(row)


def _keep(message: messages.OneAsk, say: Speech) -> tuple[Row, ...]:
    item = message.ask.item
    retire = Button(say("Not for me"), RetireAsk(0, item))
    if not message.ask.ask.own:
        return ((retire,),)
    label = say("Change what it's for") if message.goal else say("Say what it's for")
    return ((Button(label, NameGoal(item)), retire),)


def _back(domain: Domain, say: Speech) -> Button:
    return Button(say("The ladder"), OpenLadder(domain))


def ask_for_own(message: messages.AskForOwn, say: Speech) -> Screen:
    if message.full:
        return page(
            say("There are plenty of your own on this ladder already. Take one off, and a new one fits."),
            rows=((_back(message.domain, say),),),
        )
    return page(
        say("What would you love to ask somebody, if a no were no trouble? One sentence, and of whom."),
        say("<i>Ask my boss for Fridays off</i>, for one."),
        rows=((Button(say("Leave it"), OpenLadder(message.domain)),),),
    )


def own_refused(message: messages.OwnRefused, say: Speech) -> Screen:
    return page(
        say(_REFUSED[message.rule]),
        say("Write it another way, if you like. I read single words, so I may have got you wrong."),
        rows=((Button(say("Leave it"), OpenLadder(message.domain)),),),
    )


def ask_goal(message: messages.AskGoal, say: Speech, bank: Bank) -> Screen:
    return page(
        asks.words(message.ask, bank, say),
        say("What would it bring you closer to? A few words."),
        rows=((Button(say("Leave it"), PickAsk(message.item)),),),
    )
