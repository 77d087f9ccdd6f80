"""Programs: what there is to choose from, and how far one has come. A direction, never a duty."""

from __future__ import annotations

from bot.coach import messages
from bot.coach.enrolment import Program, Theme
from bot.coach.programs import HUNDRED, MILESTONES, Headway
from bot.coach.taps import Enrol, Field, OpenSettings
from bot.words import keys
from bot.words.asks import domain_name
from bot.words.screen import Button, Html, Row, Screen, lines, page
from bot.words.speech import Speech, mark

_AT = {
    MILESTONES[0]: mark("<b>10 of 100.</b> The first stop on the way."),
    MILESTONES[1]: mark("<b>25 of 100.</b> A quarter of the way."),
    MILESTONES[2]: mark("<b>50 of 100.</b> Halfway, and the view is good."),
    MILESTONES[3]: mark("<b>75 of 100.</b> You know this road by now."),
    HUNDRED: mark("<b>100 of 100.</b> A hundred times you asked, not knowing the answer. That stays yours."),
}


def program_name(program: Program, say: Speech) -> Html:
    match program:
        case Program.OPEN:
            return say("Open-ended")
        case Program.HUNDRED:
            return say("100 asks")
        case Program.AT_WORK:
            return say("30 days at work")
        case Program.CUSTOMERS:
            return say("Customer feedback")


def theme_name(theme: Theme, say: Speech) -> Html:
    """Name a theme in the middle of a sentence."""
    names = {
        Theme.ACCOMMODATIONS: say("small adjustments"),
        Theme.SENIORS: say("feedback from senior people"),
        Theme.IDEAS: say("ideas of your own"),
        Theme.RESOURCES: say("resources and pay"),
        Theme.DONE_WELL: say("what you do well"),
        Theme.TO_CHANGE: say("what to change"),
        Theme.REACTIONS: say("strong reactions"),
    }
    return names[theme]


def ask_program(message: messages.AskProgram, say: Speech) -> Screen:
    chosen = message.now.program if message.now else Program.OPEN
    return page(
        say(
            "<b>A program</b> gives your asks a direction for a while. "
            "How big they are stays yours, and you can leave whenever you like."
        ),
        _programs(say),
        standing(message.now, say) if message.now else None,
        rows=(*_choices(chosen, say), keys.back(say)),
    )


def _programs(say: Speech) -> Html:
    told = {
        Program.OPEN: say("one ask at a time, no theme, no end."),
        Program.HUNDRED: say("counted, with a word from me at 10, 25, 50, 75 and 100."),
        Program.AT_WORK: say(
            "small adjustments, then feedback from senior people, then ideas of your own, "
            "then resources and pay. About a week each."
        ),
        Program.CUSTOMERS: say(
            "what you do well, then what to change, then the people who react strongly. About a week each."
        ),
    }
    return lines(*(Html(f"<b>{program_name(program, say)}</b>: {what}") for program, what in told.items()))


def _choices(chosen: Program, say: Speech) -> tuple[Row, ...]:
    return keys.grid(
        (Button(keys.ticked(program_name(one, say), one is chosen), Enrol(one)) for one in Program), 2
    )


def ask_program_sting(message: messages.AskProgramSting, say: Speech) -> Screen:
    """The domain is off: rating it switches it on."""
    return page(
        say(
            "<b>{program}</b> has its asks in a place that's off for you now: <b>{domain}</b>. "
            "Shall I switch it on? Then tell me how much a no stings there; the first asks start from that.",
            program=program_name(message.program, say),
            domain=domain_name(message.domain, say),
        ),
        say("1 is a shrug, 10 is three days under the blanket."),
        rows=(
            *keys.ratings(lambda rating: Enrol(message.program, rating)),
            (Button(say("Leave it off"), OpenSettings(Field.PROGRAM)),),
        ),
    )


def enrolled(message: messages.Enrolled, say: Speech) -> Screen:
    return page(
        *_begun(message.now, say),
        rows=((keys.today(say), Button(say("Settings"), OpenSettings())),),
    )


def _begun(now: Headway | None, say: Speech) -> tuple[Html | None, ...]:
    if now is None:
        return (say("Open-ended it is. One ask at a time, wherever they lead."),)
    if now.theme is None:
        return (say("<b>100 asks</b> it is."), standing(now, say))
    return (
        say(
            "<b>{program}</b> it is. The theme now: <b>{theme}</b>.",
            program=program_name(now.program, say),
            theme=theme_name(now.theme, say),
        ),
        say(
            "A theme stays for a week, and until you've made three asks there. "
            "So rest days and breaks take nothing from it."
        ),
    )


def standing(now: Headway, say: Speech) -> Html:
    """How far they have come, in a line."""
    name = program_name(now.program, say)
    if now.over:
        return say("{program}: you went all the way.", program=name)
    if now.theme is None:
        return _on_the_way(now, say)
    theme = theme_name(now.theme, say)
    where = say(
        "{program}, theme {part} of {parts}: {theme}", program=name, part=now.part, parts=now.parts,
        theme=theme,
    )  # fmt: skip
    if not now.asks:
        return where
    made = say.several("{n} ask so far", "{n} asks so far", now.asks)
    return Html(f"{where} · {made}")


def _on_the_way(now: Headway, say: Speech) -> Html:
    if not now.asks:
        return say("The next ask is the first of 100.")
    return say("{asks} of 100 asks, next stop {next}", asks=now.asks, next=now.next or HUNDRED)


def milestone(now: Headway | None, say: Speech) -> Html | None:
    """One short line at the end of a debrief, where the ask reached something."""
    if now is None:
        return None
    if now.theme is not None:
        return say("One theme done. Next comes <b>{theme}</b>.", theme=theme_name(now.theme, say))
    if now.program is Program.HUNDRED:
        return lines(say(_AT[now.asks]), _next(say) if now.over else None)
    return lines(_closing(now.program, say), _next(say))


def _closing(program: Program, say: Speech) -> Html:
    if program is Program.CUSTOMERS:
        return say(
            "<b>That was “Customer feedback”.</b> You asked people what they think of your work, "
            "and stayed to hear it."
        )
    return say(
        "<b>That was “30 days at work”.</b> "
        "You began with small adjustments and went all the way to resources and pay."
    )


def _next(say: Speech) -> Html:
    return say("What comes next is yours to choose.")


def what_next(now: Headway | None, say: Speech) -> tuple[Row, ...]:
    """The way on from the end of a program."""
    if now is None or not now.over:
        return ()
    return ((Button(say("What could come next"), Enrol(None)),),)
