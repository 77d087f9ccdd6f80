"""The journal: its pages, an entry whole in as many parts as its words need, a voice note once more."""

from __future__ import annotations

from bot.coach.journal_taps import OpenEntry, OpenJournal, PlayVoice, Shelf
from bot.coach.messages import Ask, journal
from bot.coach.model import KindOfNo, Outcome, Size
from bot.coach.taps import Correct, Did
from bot.words import afterwards, asks, card, feelings, keys, unrolled
from bot.words.bank import Bank
from bot.words.screen import Button, Html, Row, Screen, VoiceCopy, cut, escape, lines, page
from bot.words.speech import Speech, mark
from bot.words.unrolled import Long

_ASK, _LEARNED = 90, 200  # characters on a page; five entries of emoji fit, two units each
_SHELVES = {
    Shelf.ALL: (mark("All"), mark("Your journal")),
    Shelf.YES: (mark("Yeses"), mark("Your journal: yeses")),
    Shelf.NO: (mark("Nos"), mark("Your journal: nos")),
    Shelf.LEARNED: (mark("Learned"), mark("Your journal: what you learned")),
}
_BARE = {
    Shelf.ALL: mark(
        "Your journal is still blank. Your first ask goes on page one, with what you took from it."
    ),
    Shelf.YES: mark("No yes in here yet. The asking counts all the same."),
    Shelf.NO: mark("Not one no in here yet. That's allowed, too."),
    Shelf.LEARNED: mark(
        "Nothing written down yet. After an ask, the last question is the place for it; a line is plenty."
    ),
}
_ANSWERS = {
    Outcome.YES: mark("a yes"),
    Outcome.PARTIAL: mark("partly"),
    Outcome.NO: mark("a no"),
    Outcome.PENDING: mark("no answer yet"),
    Outcome.BACKED_OUT: mark("got close"),
    Outcome.NOT_TRIED: mark("not that day"),
    None: mark("half told"),
}
_NOS = {
    KindOfNo.RESPECTFUL: mark("a kind no"),
    KindOfNo.DISMISSIVE: mark("a cold no"),
    KindOfNo.AMBIGUOUS: mark("an unclear no"),
}


def spoken(message: journal.OfJournal, say: Speech, bank: Bank) -> Screen:
    match message:
        case journal.Journal():
            return _page(message, say, bank)
        case journal.JournalEntry():
            return _entry(message, say, bank)
        case journal.VoiceNote():
            return _voice(message, say, bank)


# --- a page


def _page(message: journal.Journal, say: Speech, bank: Bank) -> Screen:
    if not message.entries:
        ways = _others(message, say) if message.shelf is not Shelf.ALL else (keys.today(say),)
        return page(say(_BARE[message.shelf]), rows=(ways,))
    listed = (_line(number, one, message, say, bank) for number, one in enumerate(message.entries, start=1))
    return page(
        _heading(message, say),
        *listed,
        say("A number below opens one whole.") if not message.page else None,
        rows=(_picks(message), *_leaves(message, say), _others(message, say)),
    )


def _heading(message: journal.Journal, say: Speech) -> Html:
    title = Html(f"<b>{say(_SHELVES[message.shelf][1])}</b>")
    if message.pages == 1:
        return title
    return say("{title} · page {page} of {pages}", title=title, page=message.page + 1, pages=message.pages)


def _line(number: int, one: journal.JournalLine, message: journal.Journal, say: Speech, bank: Bank) -> Html:
    day, answer = say.dated(one.day, message.today), _answer(one, say)
    return lines(
        say("{n}. <b>{day}</b> · {answer}", n=number, day=day, answer=answer),
        _named(one.ask, say, bank, _ASK),
        Html(f"<blockquote>{_short(one.learned, _LEARNED)}</blockquote>") if one.learned else None,
    )


def _answer(one: journal.JournalLine, say: Speech) -> Html:
    """The outcome in a word or two."""
    if one.ask.size is Size.IMAGINAL:
        return say("pictured")
    if one.outcome is Outcome.NO and one.kind is not None:
        return say(_NOS[one.kind])
    return say(_ANSWERS[one.outcome])


def _named(ask: Ask, say: Speech, bank: Bank, most: int) -> Html:
    """What they asked, in a few words."""
    found = asks.entry(ask, bank)
    if found is not None:
        return escape(cut(found.smaller if ask.size is Size.SMALLER else found.ask, most))
    return say("“{own}”", own=_short(ask.own, most)) if ask.own else say(asks.GONE)


def _short(words: str, most: int) -> Html:
    return escape(cut(" ".join(words.split()), most))


def _picks(message: journal.Journal) -> Row:
    opened = enumerate(message.entries, start=1)
    return tuple(Button(str(n), OpenEntry(one.attempt, message.shelf, 0)) for n, one in opened)


def _leaves(message: journal.Journal, say: Speech) -> tuple[Row, ...]:
    """Ways to other pages: one on, and to either end where that is farther."""
    here, last = message.page, message.pages - 1
    ways = (
        (say("« Newest"), 0) if here > 1 else None,
        (say("‹ Newer"), here - 1) if here > 0 else None,
        (say("Older ›"), here + 1) if here < last else None,
        (say("Oldest »"), last) if here < last - 1 else None,
    )
    row = tuple(Button(way[0], OpenJournal(message.shelf, way[1])) for way in ways if way is not None)
    return (row,) if row else ()


def _others(message: journal.Journal, say: Speech) -> Row:
    """The other shelves."""
    others = (shelf for shelf in _SHELVES if shelf is not message.shelf)
    return tuple(Button(say(_SHELVES[shelf][0]), OpenJournal(shelf, 0)) for shelf in others)


# --- an entry


def _entry(message: journal.JournalEntry, say: Speech, bank: Bank) -> Screen:
    parts = unrolled.parts(
        _title(message, say),
        Html(f"<blockquote>{_asked(message.ask, say, bank)}</blockquote>"),
        _long(say("What you were afraid of"), message.facts.fear),
        _long(say("What happened"), message.facts.story),
        _told_aloud(message, say),
        _facts(message, say),
        _long(say("What you took from it"), message.facts.learned),
    )
    part, last = max(0, min(message.part, len(parts) - 1)), len(parts) - 1
    count = say("<i>Part {n} of {all}</i>", n=part + 1, all=last + 1) if last else None
    return page(parts[part], count, rows=(*_parts(message, part, last, say), *_ways(message, say)))


def _title(message: journal.JournalEntry, say: Speech) -> Html:
    chapter = message.facts.chapter
    return lines(
        Html(f"<b>{afterwards.title(chapter, say)}</b>") if chapter else None,
        say(
            "<b>{day}</b> · {domain}",
            day=say.dated(message.day, message.today),
            domain=asks.domain_name(message.domain, say),
        ),
    )


def _asked(ask: Ask, say: Speech, bank: Bank) -> Html:
    known = ask.own or asks.entry(ask, bank) is not None
    return asks.words(ask, bank, say) if known else say(asks.GONE)


def _long(heading: Html, words: str | None) -> Long | None:
    return Long(Html(f"<b>{heading}</b>"), words) if words else None


def _told_aloud(message: journal.JournalEntry, say: Speech) -> Html | None:
    aloud = message.facts.voice is not None and message.facts.story is None
    return say("You told it in a voice note; the button below plays it.") if aloud else None


def _facts(message: journal.JournalEntry, say: Speech) -> Html:
    facts, pictured = message.facts, message.ask.size is Size.IMAGINAL
    return lines(
        say("You pictured it, no and all.") if pictured else _came(facts.outcome, facts.kind_of_no, say),
        card.chance(facts, say),
        card.distress(facts, say),
        say("How bad it really was: {cost} of 10", cost=facts.cost) if facts.cost is not None else None,
        say("The word for it: {word}", word=feelings.name(facts.feeling, say)) if facts.feeling else None,
    )


def _came(outcome: Outcome | None, kind: KindOfNo | None, say: Speech) -> Html:
    match outcome:
        case None:
            return say("The rest of this one isn't told yet.")
        case Outcome.BACKED_OUT:
            return say("You got close, and that's where the edge was that day.")
        case Outcome.NOT_TRIED:
            return say("It didn't come to it that day.")
        case _:
            return card.answer(outcome, kind, say)


def _parts(message: journal.JournalEntry, part: int, last: int, say: Speech) -> tuple[Row, ...]:
    ways = (
        (say("‹ Back a part"), part - 1) if part > 0 else None,
        (say("Read on ›"), part + 1) if part < last else None,
    )
    opened = ((label, OpenEntry(message.attempt, message.shelf, to)) for label, to in filter(None, ways))
    row = tuple(Button(label, tap) for label, tap in opened)
    return (row,) if row else ()


def _ways(message: journal.JournalEntry, say: Speech) -> tuple[Row, ...]:
    rest = say("Tell the rest") if message.facts.outcome is not Outcome.PENDING else say("The answer came")
    voice = Button(say("Play my voice note"), PlayVoice(message.attempt)) if message.facts.voice else None
    first = (voice, Button(rest, Did(message.attempt)) if message.open else None)
    then = (
        Button(say("The journal"), OpenJournal(message.shelf, message.page)),
        Button(say("Correct something"), Correct(message.attempt, None)) if message.correctable else None,
    )
    rows = (tuple(button for button in row if button is not None) for row in (first, then))
    return tuple(row for row in rows if row)


# --- a voice note


def _voice(message: journal.VoiceNote, say: Speech, bank: Bank) -> Screen:
    day = say.dated(message.day, message.today)
    caption = say("<b>{day}</b> · {ask}", day=day, ask=_named(message.ask, say, bank, _ASK))
    gone = say("Telegram won't hand me that voice note any more. It may still be further up in this chat.")
    return Screen(caption, voice=VoiceCopy(message.file_id, gone))
