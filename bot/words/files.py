"""Taking everything along, and bringing it back."""

from __future__ import annotations

from datetime import date

from bot.coach.archive import Contents, Fault
from bot.coach.messages import files
from bot.coach.taps import BringBack, LeaveFile
from bot.words import keys
from bot.words.account import coming
from bot.words.screen import Button, Gesture, Html, Row, Screen, name, page
from bot.words.speech import Speech, mark

_REFUSED = {
    Fault.NOT_OURS: mark("That's not a file of mine. Send the zip that /export made, as it is."),
    Fault.BROKEN: mark(
        "I can't make sense of that file; something in it is broken or was changed. Nothing here has "
        "changed. Try the zip once more, just as /export made it."
    ),
    Fault.NEWER: mark(
        "That file comes from a newer version of me than this one. Nothing here has changed; "
        "it will work once I'm up to date."
    ),
    Fault.TOO_BIG: mark(
        "That file is bigger than any of mine. Send the zip that /export made, as it is, up to 4 MB."
    ),
    Fault.UNREACHED: mark("I couldn't get the file from Telegram just now. Please send it once more."),
}


def spoken(message: files.OfFile, say: Speech) -> Screen:  # noqa: C901  a flat match over the messages
    match message:
        case files.YourFile():
            return _your_file(say)
        case files.AskFile():
            return _ask_file(message, say)
        case files.FetchFile():
            return Screen("", gesture=Gesture.FETCH)
        case files.FoundInFile():
            return _found(message, say)
        case files.BroughtBack():
            return _brought_back(message, say)
        case files.NothingNew():
            return page(say("All of that is here already. Nothing to bring back."))
        case files.FileLeft():
            return page(say("Left as it was. I've let the file go."))
        case files.FileRefused():
            return page(say(_REFUSED[message.fault]))


def _your_file(say: Speech) -> Screen:
    return Screen(
        say("Everything you've told me, in one file: tables to open, and a copy I can read back with "
            "/import. It's personal, and it stays in this chat, also after /delete."),
        file=True,
    )  # fmt: skip


def _ask_file(message: files.AskFile, say: Speech) -> Screen:
    return page(
        say("I've let that file go meanwhile.") if message.gone else None,
        say("Send me the zip that /export made, right here. I'll say what's in it before anything changes."),
    )


def _found(message: files.FoundInFile, say: Speech) -> Screen:
    return page(
        say("The name in it is {name}. Is it yours?", name=name(message.of)) if message.of else None,
        _in_it(message.contents, say),
        _here(message, say),
        _settings(message, say),
        rows=_ways(message, say),
    )


def _in_it(contents: Contents, say: Speech) -> Html:
    """What is in it, in one line."""
    found = [
        _asks(contents, say),
        say.several("{n} rating", "{n} ratings", contents.ratings) if contents.ratings else None,
        say.several("{n} ask in your own words", "{n} asks in your own words", contents.own_asks)
        if contents.own_asks
        else None,
        say("your settings"),
    ]
    return say("I found: {found}.", found=say.enumerate(part for part in found if part))


def _asks(contents: Contents, say: Speech) -> Html | None:
    if contents.first is None or contents.last is None:
        return None
    number = say.several("{n} ask", "{n} asks", contents.asks)
    first, last = _date(contents.first, say), _date(contents.last, say)
    if first == last:
        return say("{asks} ({day})", asks=number, day=first)
    return say("{asks} ({first} to {last})", asks=number, first=first, last=last)


def _date(day: date, say: Speech) -> Html:
    return Html(f"{say.month_day(day)}, {day.year}")


def _here(message: files.FoundInFile, say: Speech) -> Html | None:
    """What becomes of the asks that are here: nothing."""
    if not message.here or not message.contents.asks:
        return None
    if message.fresh:
        new = say.several("{n} of them is new here.", "{n} of them are new here.", message.fresh)
        return Html(f"{new} {say('What you have here stays as it is.')}")
    return say("Those asks are all here already, and stay as they are.")


def _settings(message: files.FoundInFile, say: Speech) -> Html | None:
    if message.settings and message.here:
        return say("Its settings aren't the ones you have now.")
    return None


def _ways(message: files.FoundInFile, say: Speech) -> tuple[Row, ...]:
    whole, part = BringBack(message.parcel, settings=True), BringBack(message.parcel, settings=False)
    leave = Button(say("Leave it"), LeaveFile(message.parcel))
    if not (message.here and message.settings):
        return ((Button(say("Bring it back"), whole),), (leave,))
    rows = [(Button(say("Bring it back, settings too"), whole),)]
    if message.fresh or message.more:
        rows.append((Button(say("Bring it back, keep my settings"), part),))
    return (*rows, (leave,))


def _brought_back(message: files.BroughtBack, say: Speech) -> Screen:
    return page(
        say.several("It's back, with {n} ask.", "It's back, with {n} asks.", message.asks)
        if message.asks
        else say("It's back."),
        say("Your settings are those of the file; /settings shows them.") if message.settings else None,
        coming(message.next_day, message.morning, say),
        rows=((keys.today(say),),),
    )
