"""The first minutes: from a stranger's /start to "send me one now"."""

from __future__ import annotations

from datetime import date, time

from bot.coach import messages
from bot.coach.messages import ZoneChoice
from bot.coach.model import Domain
from bot.coach.taps import (
    AddDomain,
    Begin,
    ChooseMorning,
    ChooseZone,
    ConfirmZone,
    Consent,
    Decline,
    OpenSettings,
    OtherZone,
    SkipStep,
    Sting,
    ToggleDay,
)
from bot.words import keys
from bot.words.asks import domain_name
from bot.words.screen import Button, Html, Row, Screen, cut, escape, name, page
from bot.words.speech import Speech

MORNINGS = (time(6, 30), time(7), time(8), time(9), time(12), time(18))
OPT_IN = (Domain.CUSTOMERS, Domain.ROMANTIC)


def hello(given: str, say: Speech) -> Html:
    known = name(given)
    return say("Hi {name}.", name=known) if known else say("Hi.")


def welcome(message: messages.Welcome, say: Speech) -> Screen:
    return page(
        say(
            "{hello} Each morning I bring you <b>one small thing to ask a real person</b>, in your size. "
            "Afterwards we look at what really happened.",
            hello=hello(message.name, say),
        ),
        say("I'm a scripted coach, not a therapist: all my lines were written beforehand."),
        say("What I keep: your answers, on this bot's own server. /privacy says more, /delete erases it."),
        say("For adults only, 18 and over."),
        rows=(
            (Button(say("I'm 18 or over, let's go"), Consent(gentle=False)),),
            (Button(say("Same, and I have an anxiety disorder"), Consent(gentle=True)),),
            (Button(say("Not for me"), Decline()),),
        ),
    )


def declined(message: messages.Declined, say: Speech) -> Screen:
    return page(
        say("Fair enough, and thanks for looking in. If you get curious one day, /start opens the door.")
    )


def known(message: messages.Known, say: Speech) -> Screen:
    return page(
        say("{hello} You're all set, and nothing was reset.", hello=hello(message.name, say)),
        rows=((keys.today(say), Button(say("Settings"), OpenSettings())),),
    )


def ask_zone(message: messages.AskZone, say: Speech) -> Screen:
    if message.typed:
        question = say("Type your city, or your time right now, like 14:30. You can also share a location: "
                       "I read the time zone off it and drop the rest.")  # fmt: skip
    else:
        question = say("So that I come in <b>your</b> morning: what time is it for you now?")
    return page(
        _gentle(say) if message.gentle else None,
        say("I couldn't match that to a place on the clock.") if message.missed else None,
        question,
        rows=(*_zones(message, say), _way_out(message.first, say)),
    )


def _gentle(say: Speech) -> Html:
    return say(
        "Good that you told me. Please do this together with the professional who knows you; "
        "show them this chat. I'll begin in the imagination, where nobody real has to answer."
    )


def _zones(message: messages.AskZone, say: Speech) -> tuple[Row, ...]:
    choices = keys.grid(
        (Button(_place(choice, say), ChooseZone(choice.zone)) for choice in message.choices), 2
    )
    if message.typed:
        return choices
    return (*choices, (Button(say("Somewhere else"), OtherZone()),))


def _place(choice: ZoneChoice, say: Speech) -> str:
    return f"{say.clock(choice.local)} · {cut(choice.city, 30)}"


def _way_out(first: bool, say: Speech) -> Row:
    return (Button(say("Skip"), SkipStep("Zoning")),) if first else keys.back(say)


def check_zone(message: messages.CheckZone, say: Speech) -> Screen:
    choice = message.choice
    rows: tuple[Row, ...] = (
        (Button(say("Yes"), ConfirmZone(choice.zone)), Button(say("No, somewhere else"), OtherZone())),
    )
    clock, city = say.clock(choice.local), escape(cut(choice.city, 60))
    if message.first:
        return page(say("{city}. So it is <b>{clock}</b> for you, right?", city=city, clock=clock), rows=rows)
    return page(
        say(
            "Shall I go by the time of {city} from now on? It is <b>{clock}</b> there.",
            city=city,
            clock=clock,
        ),
        rows=(*rows, keys.back(say)),
    )


def ask_morning(message: messages.AskMorning, say: Speech) -> Screen:
    return page(
        say("I couldn't read that as a time.") if message.missed else None,
        say("When is a good moment for your daily ask? Pick one, or type a time like 7:15."),
        rows=(*keys.clocks(MORNINGS, say, ChooseMorning), (Button(say("Skip"), SkipStep("Waking")),)),
    )


def ask_sting(message: messages.AskSting, say: Speech) -> Screen:
    domain = message.domain
    return page(
        _sting(domain, say),
        say("1 is a shrug, 10 is three days under the blanket."),
        rows=(
            *keys.ratings(lambda rating: Sting(domain, rating)),
            (Button(say("Skip"), Sting(domain, None)),),
        ),
    )


def _sting(domain: Domain, say: Speech) -> Html:
    match domain:
        case Domain.SOCIAL:
            return say(
                "How much does a no sting in <b>everyday life</b>? Say, a stranger won't take your photo, "
                "or a neighbour won't lend you the ladder."
            )
        case Domain.PROFESSIONAL:
            return say(
                "And <b>at work</b>? Say, your idea isn't wanted, or your boss won't give you the Friday."
            )
        case Domain.CUSTOMERS:
            return say(
                "And from <b>customers</b>? Say, one turns down your price, or tells you what's missing."
            )
        case Domain.ROMANTIC:
            return say("And in <b>dating</b>? Say, you suggest a coffee and hear “no, thanks”.")


def ask_domains(message: messages.AskDomains, say: Speech) -> Screen:
    left = [domain for domain in OPT_IN if domain not in message.taken]
    return page(
        say("We can practise more than that, if you like:"),
        say("<b>Customers</b>: people you serve or sell to.\n<b>Dating</b>: for adults who are looking."),
        rows=(
            *keys.grid((Button(domain_name(domain, say), AddDomain(domain)) for domain in left), 2),
            (Button(say("That's all"), AddDomain(None)),),
        ),
    )


def ask_plan(message: messages.AskPlan, say: Speech) -> Screen:
    return page(
        say("Last one: which days? Tap to change them. Five is a full week; rest days are part of it."),
        rows=(
            *keys.days(message.days, say, ToggleDay),
            (Button(say("Send me one now"), Begin(now=True)),),
            (Button(see_you(message.first_day, message.morning, message.tomorrow, say), Begin(now=False)),),
        ),
    )


def see_you(day: date, at: time, tomorrow: bool, say: Speech) -> Html:
    if tomorrow:
        return say("See you tomorrow at {clock}", clock=say.clock(at))
    return say("See you on {day} at {clock}", day=say.weekday(day), clock=say.clock(at))


def joined(message: messages.Joined, say: Speech) -> Screen:
    if message.now:
        return page(
            say("You're set. {next_one}", next_one=_next_one(message, say)), say("Here's your first:")
        )
    when = see_you(message.first_day, message.morning, message.tomorrow, say)
    return page(say("{see_you}.", see_you=when), say("If you feel like it sooner, /today brings one."))


def _next_one(message: messages.Joined, say: Speech) -> Html:
    clock = say.clock(message.morning)
    if message.tomorrow:
        return say("The next one comes tomorrow at {clock}.", clock=clock)
    return say("The next one comes on {day} at {clock}.", day=say.weekday(message.first_day), clock=clock)
