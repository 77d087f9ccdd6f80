"""What is in an archive for people to open: tables for a spreadsheet, and a page that says what is what."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial

from bot.coach import day
from bot.coach.archive import Archive
from bot.coach.ladder import OwnAsk
from bot.coach.model import Attempt, Domain, Size
from bot.words.asks import domain_name
from bot.words.bank import Bank
from bot.words.screen import Html, escape, plain
from bot.words.speech import Speech, mark

Row = tuple[object, ...]

# at the beginning of a cell a spreadsheet takes these for a formula, which might do anything
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_MARK = "\ufeff"  # by this Excel knows that it is UTF-8

_ATTEMPT = (
    mark("day"), mark("domain"), mark("ask"), mark("size"), mark("rung, 1-10"), mark("what became of it"),
    mark("answer"), mark("kind of no"), mark("fear before, 1-10"), mark("expected a no, %"),
    mark("feared"), mark("told"), mark("strongest moment, 1-10"), mark("feeling"),
    mark("how bad it was, 1-10"), mark("expects a no next time, %"), mark("learned"),
    mark("fear left after, 1-10"), mark("name of the chapter"), mark("voice note, as Telegram names it"),
    mark("challenge of the day"), mark("came at"), mark("ended at"), mark("shown to a circle"),
)  # fmt: skip


def challenges(archive: Archive, bank: Bank) -> dict[str, str]:
    """The words of every challenge that an archive names, by its id."""
    named = {
        *(entry.challenge for entry in archive.attempts),
        *(name for entry in archive.attempts for name in entry.passed),
        *(look.ask for entry in archive.attempts for look in entry.looks),
        *(rating.item for rating in archive.ratings),
    }
    found = ((name, bank.entry(name)) for name in sorted(filter(None, named)))
    return {name: entry.ask for name, entry in found if entry is not None}


def files(archive: Archive, bank: Bank, say: Speech) -> dict[str, str]:
    """Every file for people by its name."""
    tables: dict[str, tuple[Iterable[str], Iterable[Row]]] = {
        "asks.csv": (_ATTEMPT, _attempts(archive, bank, say)),
        "ladder.csv": (_LADDER, _ladder(archive, bank, say)),
        "own-asks.csv": (_OWN, (_own(ask, say) for ask in archive.own_asks)),
        "wishes-and-pauses.csv": (_TIMES, _times(archive, say)),
        "settings.csv": (_SETTINGS, _settings(archive)),
    }
    cell = partial(_cell, say=say, zone=archive.settings.zone)
    sheets = {
        name: _sheet([say(title) for title in head], rows, cell) for name, (head, rows) in tables.items()
    }
    return {"README.txt": _readme(archive, say), **sheets}


def _sheet(head: Iterable[str], rows: Iterable[Row], cell: Callable[[object], str]) -> str:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return _MARK + sheet.getvalue()


def _cell(value: object, say: Speech, zone: str) -> str:
    """One cell; an instant by the clock of its person."""
    match value:
        case None:
            return ""
        case bool():
            return say("yes") if value else say("no")
        case datetime():
            return f"{day.local_time(value, zone):%Y-%m-%d %H:%M}"
        case _:
            return harmless(str(value))


def harmless(text: str) -> str:
    """Keep a cell from being a formula: with an apostrophe before it, a spreadsheet takes it for words."""
    risky = text.lstrip(" ").startswith(_FORMULA)
    return f"'{text}" if risky else text


# --- the rows


def _attempts(archive: Archive, bank: Bank, say: Speech) -> Iterator[Row]:
    shown: dict[int, list[str]] = {}
    for line in archive.circle_lines:
        shown.setdefault(line.attempt, []).append(line.words)
    for entry in archive.attempts:
        facts = entry.facts
        yield (
            entry.day, _domain(entry.domain, say), asked(entry, bank), entry.size, entry.rung, entry.state,
            facts.outcome, facts.kind_of_no, facts.anticipated, facts.chance,
            facts.fear, facts.story, facts.peak, facts.feeling,
            facts.cost, facts.again, facts.learned,
            facts.left, facts.chapter, facts.voice,
            entry.planned, entry.offered_at, entry.closed_at, "\n".join(shown.get(entry.id, ())),
        )  # fmt: skip


def asked(entry: Attempt, bank: Bank) -> str:
    """The words of an ask, in the size it had; its id where it has left the bank."""
    found = bank.entry(entry.challenge) if entry.challenge else None
    if found is None:
        return entry.own or entry.challenge or ""
    return found.smaller if entry.size is Size.SMALLER else found.ask


def _domain(domain: Domain, say: Speech) -> str:
    return plain(domain_name(domain, say))


_LADDER = (mark("domain"), mark("ask"), mark("rating, 1-10"), mark("rated at"), mark("not for me since"))


def _ladder(archive: Archive, bank: Bank, say: Speech) -> Iterator[Row]:
    own: Mapping[str, OwnAsk] = {ask.key: ask for ask in archive.own_asks}
    for rating in archive.ratings:
        found = bank.entry(rating.item)
        words = own[rating.item].words if rating.item in own else found.ask if found else rating.item
        yield _domain(rating.domain, say), words, rating.rating, rating.at, rating.retired_at


_OWN = (
    mark("domain"),
    mark("ask"),
    mark("good for"),
    mark("rung, 1-10"),
    mark("added at"),
    mark("not for me since"),
)


def _own(ask: OwnAsk, say: Speech) -> Row:
    return _domain(ask.domain, say), ask.words, ask.goal, ask.rung, ask.added_at, ask.retired_at


_TIMES = (mark("what"), mark("domain"), mark("from"), mark("to"))


def _times(archive: Archive, say: Speech) -> Iterator[Row]:
    for wish in archive.wishes:
        what = say("wished for harder asks") if wish.steps > 0 else say("wished for easier asks")
        yield what, _domain(wish.domain, say), wish.day, wish.day
    for pause in archive.pauses:
        yield say("pause"), None, pause.since, pause.until


_SETTINGS = (mark("setting"), mark("value"))


def _settings(archive: Archive) -> Iterator[Row]:
    """By the names the JSON has, so that nothing is left out."""
    said = archive.settings
    yield "name", archive.name
    yield "language", archive.language
    yield "zone", said.zone
    for name in ("morning", "evening", "quiet_from", "quiet_to"):
        yield name, f"{getattr(said, name):%H:%M}"
    yield "days", " ".join(str(weekday + 1) for weekday in sorted(said.days))
    for domain in Domain:
        yield f"sting {domain}", said.sting.get(domain)
    yield "nudges", said.nudges
    yield "gentle", said.gentle
    yield "program", said.enrolment.program if said.enrolment else None
    yield "program since", said.enrolment.since if said.enrolment else None
    yield "life", " ".join(sorted(said.life))
    yield "joined", said.joined
    for circle in archive.circles:
        yield "in a circle since", circle.joined_at
        yield "what that circle sees", circle.sharing
        yield "buddies there", circle.buddies


# --- what is what


def _readme(archive: Archive, say: Speech) -> str:
    parts = (
        say("Everything you've told me, as of {day}.", day=Html(archive.made_at.date().isoformat())),
        say("asks.csv: every ask that came or that you told me of, with all you said about it."),
        say("ladder.csv: how frightening you found which ask."),
        say("own-asks.csv: the asks in your own words."),
        say("wishes-and-pauses.csv: when you wanted asks easier or harder, and your days off."),
        say("settings.csv: what you set up. Days count from 1, Monday."),
        say("ask-anyway.json: all of it once more, for programs. This is the one I can read back."),
        say("Times are by your clock ({zone}), in the JSON UTC. An apostrophe before a word keeps your "
            "spreadsheet from taking it for a formula.", zone=escape(archive.settings.zone)),
        say("To bring it back, to me after /delete or to another bot like me: /start, agree, then send the "
            "whole file into that chat as it is. What is there already stays, and twice is as good as once."),
        say("Circles and buddies are other people too, so they stay where they are: of a circle it says only "
            "what you let it see. Join again with the group's button."),
        say("Anybody with this file can read it, so keep it like a diary."),
    )  # fmt: skip
    return "\r\n\r\n".join(plain(part) for part in parts) + "\r\n"
