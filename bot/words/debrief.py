"""The questions after an ask: what happened, how it felt, what was expected, one thought to end on."""

from __future__ import annotations

from bot.coach import feelings as known
from bot.coach import messages
from bot.coach.model import KindOfNo, Outcome
from bot.coach.taps import Answer, LogOwn, Step
from bot.words import asks, feelings, keys
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Row, Screen, lines, page, quote
from bot.words.speech import Speech, mark

_CODES = (
    ("yes", mark("Yes")),
    ("partial", mark("Partly")),
    ("no.respectful", mark("No, kindly")),
    ("no.dismissive", mark("No, coldly")),
    ("no.ambiguous", mark("No, hard to tell")),
    ("pending", mark("Answer comes later")),
    ("backed-out", mark("I backed out")),
    ("not-tried", mark("Didn't get to it")),
)
_CLOSING = ("yes", "partial", "no.respectful", "no.dismissive", "no.ambiguous")


def nothing_open(message: messages.NothingOpen, say: Speech) -> Screen:
    text = (
        say("No ask is open right now. Was that one of your own? Those count the same.")
        if message.said
        else say("No ask is open right now. If you asked something of your own, it counts the same.")
    )
    return page(text, rows=((Button(say("Keep my own ask"), LogOwn()), keys.today(say)),))


def ask_own(message: messages.AskOwn, say: Speech) -> Screen:
    return page(say("Tell me: what did you ask, and whom? One sentence is plenty."))


def ask_story(message: messages.AskStory, say: Speech, bank: Bank) -> Screen:
    return page(
        asks.words(message.ask, bank, say, 200),
        say("So, what happened? What did you say, and what came back? A voice note is fine too."),
        rows=(keys.leave(message.attempt, Step.STORY, say),),
    )


def ask_outcome(message: messages.AskOutcome, say: Speech, bank: Bank) -> Screen:
    return page(
        say("Your voice note is kept. I can't listen to it, so:") if message.voice else None,
        asks.words(message.ask, bank, say, 200) if message.pending else None,
        _understood(message, say),
        rows=_outcomes(message, say),
    )


def _understood(message: messages.AskOutcome, say: Speech) -> Html:
    read = _reading(message, say)
    if read is None:
        return _how(message, say)
    return lines(read, _also(message, say))


def _how(message: messages.AskOutcome, say: Speech) -> Html:
    if message.pending:
        return say("Has the answer come?")
    return say("Noted. And their answer?") if message.more else say("How did they answer?")


def _reading(message: messages.AskOutcome, say: Speech) -> Html | None:
    match message.read:
        case None:
            return None
        case Outcome.YES:
            return say("I read that as a <b>yes</b>. Right?")
        case Outcome.NO:
            return _read_no(message.kind, say)
        case Outcome.PARTIAL:
            return say("I read that as <b>partly</b>: a piece of it, or something else instead. Right?")
        case Outcome.PENDING:
            return say("I read that as <b>not answered yet</b>. Right?")
        case Outcome.BACKED_OUT:
            return say("I read that as: you were close, and turned round. Right?")
        case Outcome.NOT_TRIED:
            return say("I read that as: it didn't happen this time. Right?")


def _read_no(kind: KindOfNo | None, say: Speech) -> Html:
    match kind:
        case KindOfNo.RESPECTFUL:
            return say("I read that as a <b>no</b>, a kind one. Right?")
        case KindOfNo.DISMISSIVE:
            return say("I read that as a <b>no</b>, a cold one. Right?")
        case KindOfNo.AMBIGUOUS:
            return say("I read that as a <b>no</b>, one that's hard to tell. Right?")
        case None:
            return say("I read that as a <b>no</b>. What sort of no?")


def _also(message: messages.AskOutcome, say: Speech) -> Html | None:
    """What else was read; confirmed together with the answer, so it has to be on the screen."""
    later = say("You can put that right at the end.")
    if message.peak is not None and message.feeling:
        feeling = feelings.quoted(message.feeling, say)
        return say("And {peak} of 10, “{feeling}”. {later}", peak=message.peak, feeling=feeling, later=later)
    if message.peak is not None:
        return say("And {peak} of 10 at the strongest moment. {later}", peak=message.peak, later=later)
    if message.feeling:
        return say("And “{feeling}”. {later}", feeling=feelings.quoted(message.feeling, say), later=later)
    return None


def _outcomes(message: messages.AskOutcome, say: Speech) -> tuple[Row, ...]:
    code = _code(message)
    buttons = {
        value: Button(
            keys.ticked(_label(value, label, message.pending, say), value == code),
            Answer(message.attempt, Step.OUTCOME, value),
        )
        for value, label in _CODES
        if not message.pending or value in (*_CLOSING, "pending")
    }
    first = buttons.pop(code, None) if code else None
    rows = keys.grid(buttons.values(), 2)
    return ((first,), *rows) if first else rows


def _label(value: str, label: str, pending: bool, say: Speech) -> Html:
    return say("Still waiting") if pending and value == "pending" else say(label)


def _code(message: messages.AskOutcome) -> str | None:
    """The code of what was read; a no of unknown kind has none, its kinds are asked for."""
    if message.read is Outcome.NO:
        return f"no.{message.kind.value}" if message.kind else None
    return message.read.value if message.read else None


def any_answer(message: messages.AnyAnswer, say: Speech, bank: Bank) -> Screen:
    pending = messages.AskOutcome(message.attempt, message.ask, None, None, pending=True)
    return page(
        say("A few days ago you asked, and the answer was still on its way:"),
        asks.words(message.ask, bank, say, 200),
        say("Has it come?"),
        rows=_outcomes(pending, say),
    )


def ask_peak(message: messages.AskPeak, say: Speech) -> Screen:
    return page(
        say("While you pictured it: how strong did it get?")
        if message.imaginal
        else say("At its strongest moment, how strong was the feeling?"),
        say("1 is calm, 10 is as strong as it gets."),
        rows=(*keys.rate(message.attempt, Step.PEAK), keys.leave(message.attempt, Step.PEAK, say)),
    )


def ask_feeling(message: messages.AskFeeling, say: Speech) -> Screen:
    words = known.plain(message.finer)
    buttons = (
        Button(feelings.name(word, say), Answer(message.attempt, Step.FEELING, word)) for word in words
    )
    return page(
        say("One word for how it is now? Type your own if none fits."),
        rows=(*keys.grid(buttons, 3), keys.leave(message.attempt, Step.FEELING, say)),
    )


def ask_cost(message: messages.AskCost, say: Speech) -> Screen:
    return page(
        feelings.closer(message.closer, say),
        lines(_expected(message, say), _people(message.in_ten, say)),
        _feared(message.fear, say) if message.fear else None,
        say("How bad was it really? 1 is not at all, 10 is as bad as it gets."),
        rows=(
            *feelings.closer_row(message.attempt, message.closer, say),
            *keys.rate(message.attempt, Step.COST),
            keys.leave(message.attempt, Step.COST, say),
        ),
    )


def _feared(fear: str, say: Speech) -> Html:
    return lines(say("And this is what you were afraid of:"), quote(fear, 200))


def _expected(message: messages.AskCost, say: Speech) -> Html | None:
    if message.chance is None:
        return None
    happened = _happened(message.outcome, say)
    return say(
        "You gave it {chance} for a no. {happened}",
        chance=say.percent(message.chance / 100),
        happened=happened,
    )


def _people(in_ten: int | None, say: Speech) -> Html | None:
    if in_ten is None:
        return None
    return say.several(
        "People say yes to asks like this about {n} time in 10.",
        "People say yes to asks like this about {n} times in 10.",
        in_ten,
    )


def _happened(outcome: Outcome, say: Speech) -> Html:
    match outcome:
        case Outcome.YES:
            return say("It was a yes.")
        case Outcome.NO:
            return say("It was a no.")
        case Outcome.PARTIAL:
            return say("It was partly a yes.")
        case Outcome.PENDING:
            return say("The answer is still on its way.")
        case Outcome.BACKED_OUT | Outcome.NOT_TRIED:
            return say("This time nobody got to answer.")


def ask_again(message: messages.AskAgain, say: Speech) -> Screen:
    before = None
    if message.chance is not None:
        before = say("Before, you gave it {chance} for a no.", chance=say.percent(message.chance / 100))
    return page(
        feelings.closer(message.closer, say),
        before,
        say("If you asked the same again, what chance of a no would you give it now?"),
        rows=(
            *feelings.closer_row(message.attempt, message.closer, say),
            *keys.chances(message.attempt, Step.AGAIN, say),
            keys.leave(message.attempt, Step.AGAIN, say),
        ),
    )
