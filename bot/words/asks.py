"""How an ask is named, and why it has its size."""

from __future__ import annotations

from bot.coach.messages import Ask
from bot.coach.model import Cause, Domain, Size, Why
from bot.words.bank import Bank, Entry
from bot.words.screen import Html, cut, escape
from bot.words.speech import Speech, mark

# what can be said of a size without knowing the ask before it: a sentence for every cause
_PLAIN = {
    Cause.START: mark("Rung {rung} of 10, from what you told me at the start."),
    Cause.BASELINE: mark("Rung {rung} of 10, a first guess: the first three asks show me your size."),
    Cause.ROSE: mark("Rung {rung} of 10, one up."),
    Cause.HELD: mark("Rung {rung} of 10, as before: each rung gets a few tries."),
    Cause.FITS: mark("Rung {rung} of 10. By what you told me so far, that's about your size."),
    Cause.BOLD: mark("Rung {rung} of 10, a bold one: your choice."),
    Cause.HELD_PLACES: mark("Rung {rung} of 10 again, in a different place before we climb."),
    Cause.HELD_SAFETY: mark("Rung {rung} of 10, no higher for now: the last few were heavy."),
    Cause.FELL_MISSED: mark("Rung {rung} of 10, small enough to fit into a full day."),
    Cause.FELL_PEAK: mark("Rung {rung} of 10, kept small: the last one was plenty."),
    Cause.BACK: mark("Rung {rung} of 10, an easy way back in."),
    Cause.RECOVERY: mark("Rung {rung} of 10, an easy one on purpose, to catch your breath."),
    Cause.EASIER: mark("Rung {rung} of 10, easier, as you wished."),
    Cause.HARDER: mark("Rung {rung} of 10, harder, as you wished."),
}
# what can be said where the step from the ask before it is known: 1 up, 0 the same, -1 down
_DATED = {
    (Cause.ROSE, 1): mark("Rung {rung} of 10, one up from {day}."),
    (Cause.HELD, 0): mark("Rung {rung} of 10, the same as {day}: each rung gets a few tries."),
    (Cause.HELD_PLACES, 0): mark(
        "Rung {rung} of 10, the same as {day}, in a different place before we climb."
    ),
}
_GUESSED = mark("Rung {rung} of 10. By what you told me so far, it may feel like a {expected}.")
_PEAKED = {
    (Cause.ROSE, 1): mark("Rung {rung} of 10, one up from {day}, since {day} peaked at {peak}."),
    (Cause.FELL_PEAK, -1): mark("Rung {rung} of 10, one down from {day}, since {day} peaked at {peak}."),
    (Cause.FELL_PEAK, 0): mark("Rung {rung} of 10, the same as {day}: a peak of {peak} was plenty."),
}
GONE = mark("An ask that has left my list since.")
_HIGH = 8  # a rise is not explained by a peak like this


def domain_name(domain: Domain, say: Speech) -> Html:
    """Name a domain in a sentence of its own or on a button."""
    match domain:
        case Domain.SOCIAL:
            return say("Everyday life")
        case Domain.PROFESSIONAL:
            return say("Work")
        case Domain.ROMANTIC:
            return say("Dating")
        case Domain.CUSTOMERS:
            return say("Customers")


def entry(ask: Ask, bank: Bank) -> Entry | None:
    return bank.entry(ask.challenge) if ask.challenge else None


def words(ask: Ask, bank: Bank, say: Speech, most: int = 400) -> Html:
    """Say the ask itself in the size it has, in about `most` characters."""
    if ask.size is Size.SMALLER:
        return smaller(ask, bank, say, most)
    found = entry(ask, bank)
    if found is not None:
        return escape(cut(found.ask, most))
    if ask.own:
        return say("“{own}”", own=escape(cut(ask.own.strip(), most)))
    return say(GONE)


def smaller(ask: Ask, bank: Bank, say: Speech, most: int = 400) -> Html:
    """Say the smaller version, and what it is smaller than: many lean on the ask they come from."""
    found = entry(ask, bank)
    if found is not None:
        whole = escape(cut(found.ask, max(most - len(found.smaller), 40)))
        return say("{smaller} <i>(Instead of: {whole})</i>", smaller=escape(found.smaller), whole=whole)
    if ask.own:
        return say("“{own}”, but of someone easier, or half of it.", own=escape(cut(ask.own.strip(), most)))
    return say("Any ask half that size: of someone easier, for something smaller.")


def why_sentence(why: Why, say: Speech, today: bool = False) -> Html:
    """Say why an ask has its size, naming the day (`today`: that very one) and the peak that explain it."""
    if why.last_day is None or why.before is None:
        return say(_PLAIN[why.cause], rung=why.rung)
    if why.cause is Cause.FITS and why.expected is not None:
        return say(_GUESSED, rung=why.rung, expected=why.expected)
    known = (why.cause, why.rung - why.before)
    sentence = _DATED.get(known, _PLAIN[why.cause])
    if why.last_peak is not None and not (why.cause is Cause.ROSE and why.last_peak >= _HIGH):
        sentence = _PEAKED.get(known, sentence)
    day = say("today") if today else say.weekday(why.last_day)
    return say(sentence, rung=why.rung, day=day, peak=why.last_peak or 0)
