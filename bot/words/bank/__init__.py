"""The bank: the reviewed challenges that ship with the bot, read from the TOML files beside this module.

Reads and checks, and knows nothing of people: which challenge fits whom is the coach's business.
"""

# How the factors are scored, so that the same points mean the same in all files:
#
#                little                    some                         much
# imposition     1-3 a few seconds         7-10 ten minutes, a small    15-20 money, months, a plan
#                                          rule bent                    (never more: asks stay cheap)
# audience       0-2 nobody else           6-10 a queue, a table        16-20 a room, everybody one knows
# relationship   0 a stranger              6-12 colleague, friend       17-25 boss, best client, family
# disclosure     1-3 a taste, a question   7-12 a wish, a price, work   15-20 feelings, the work of years
# oddness        0-2 everyday              4-6 eyebrows go up           8-10 nobody ever asked this

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from bot.coach.enrolment import Theme
from bot.coach.factors import Factors
from bot.coach.model import Challenge, Context, Domain, Kind, Stakes
from bot.coach.programs import THEMES

LONGEST = {"id": 40, "ask": 280, "line": 160, "smaller": 200, "scene": 260, "no": 140}
CHOICES: dict[str, type[StrEnum]] = {"context": Context, "kind": Kind, "stakes": Stakes}
FIELDS = (*LONGEST, *CHOICES, "factors")
TAGS = ("cost", "group", "instead_of", "themes")  # may be left out
FACTORS = ("imposition", "audience", "relationship", "disclosure", "oddness")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


class Cost(StrEnum):
    """What the asker spends."""

    NONE = "none"
    SMALL = "small"  # a handful of cherries, a stamp
    IF_BUYING = "if-buying"  # only for somebody who is spending there anyway


@dataclass(frozen=True, slots=True)
class Entry:
    """A challenge with its sentences, and the tags that say for whom it fits."""

    challenge: Challenge
    ask: str
    line: str  # an opening line, in the person's own mouth
    smaller: str
    scene: str  # what to picture in the imaginal version
    no: str  # what the other person says there
    cost: Cost = Cost.NONE


@dataclass(frozen=True, slots=True)
class Bank:
    """Every entry by its id, in the order of the files, and the challenges alone, by id."""

    entries: Mapping[str, Entry]
    challenges: tuple[Challenge, ...]

    def entry(self, challenge: str) -> Entry | None:
        """Find an entry; None for an id that has left the bank since somebody took it up."""
        return self.entries.get(challenge)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one place, and what would be right there."""

    file: str
    id: str
    field: str
    wrong: str
    right: str

    def __str__(self) -> str:
        return f"{self.file}, {self.id}, {self.field}: {self.wrong}; {self.right}"


class BankFault(ValueError):
    """The bank cannot be used; every fault is named at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join([f"faults in the bank: {len(self.faults)}", *map(str, self.faults)]))


@cache  # they do not change while a process lives; parsing them took a third of a test's start (55 of 156 ms)
def load() -> Bank:
    """Read the files that ship with the bot. Raises BankFault."""
    folder = resources.files(__name__)
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name
    )
    return parse({file.name: file.read_text(encoding="utf-8") for file in files})


def parse(texts: Mapping[str, str]) -> Bank:
    """Read TOML texts by file name, which begins with the domain: social.toml, social-more.toml.

    Raises BankFault, naming every fault.
    """
    found = [item for file, text in texts.items() for item in _read(file, text)]
    tables = [item for item in found if isinstance(item, _Table)]
    faults = [item for item in found if isinstance(item, Fault)]
    faults += [fault for table in tables for fault in table.faults()]
    faults += _duplicates(tables)
    if faults:
        raise BankFault(faults)
    entries = {table.id: table.entry() for table in tables}
    challenges = sorted((entry.challenge for entry in entries.values()), key=lambda challenge: challenge.id)
    return Bank(MappingProxyType(entries), tuple(challenges))


def _read(file: str, text: str) -> Iterator[_Table | Fault]:
    name = file.removesuffix(".toml").partition("-")[0]
    if name not in list(Domain):
        yield Fault(file, "-", "name", "no such domain", f"name it after one of {', '.join(Domain)}")
        return
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield Fault(file, "-", "syntax", str(error), "every value in quotes, every table as [[challenge]]")
        return
    for key in sorted(content.keys() - {"challenge"}):
        yield Fault(file, "-", key, "unknown at the top of a file", "only [[challenge]] tables stand here")
    listed = content.get("challenge", [])
    if not (isinstance(listed, list) and all(isinstance(item, dict) for item in listed)):
        yield Fault(file, "-", "challenge", "not a list of tables", "each begins with [[challenge]]")
        return
    for number, values in enumerate(listed, start=1):
        yield _Table(file, Domain(name), number, values)


def _duplicates(tables: list[_Table]) -> Iterator[Fault]:
    for name, times in Counter(table.id for table in tables).items():
        if times > 1:
            last = [table for table in tables if table.id == name][-1]
            yield Fault(last.file, name, "id", f"used {times} times", "every challenge has its own")


@dataclass(frozen=True, slots=True)
class _Table:
    """One [[challenge]] as it was written, not yet trusted."""

    file: str
    domain: Domain
    number: int
    values: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.values.get("id", f"challenge {self.number}"))

    def entry(self) -> Entry:
        """Build the entry; only for a table without faults."""
        values = self.values
        challenge = Challenge(
            id=self.id,
            domain=self.domain,
            rung=Factors(**values["factors"]).rung,
            context=Context(values["context"]),
            kind=Kind(values["kind"]),
            stakes=Stakes(values["stakes"]),
            themes=frozenset(map(Theme, values.get("themes", ()))),
            costs=values.get("cost", Cost.NONE) != Cost.NONE,
            group=values.get("group", False),
            instead_of=tuple(values.get("instead_of", ())),
        )
        texts = {name: values[name] for name in LONGEST if name != "id"}
        return Entry(challenge, **texts, cost=Cost(values.get("cost", "none")))

    def faults(self) -> Iterator[Fault]:
        for name in FIELDS:
            if name not in self.values:
                yield self._fault(name, "missing", "every challenge has it")
        for name, value in self.values.items():
            yield from self._field_faults(name, value)

    def _field_faults(self, name: str, value: object) -> Iterator[Fault]:
        if name not in (*FIELDS, *TAGS):
            yield self._fault(name, "unknown field", f"the fields are {', '.join((*FIELDS, *TAGS))}")
        elif name in TAGS:
            yield from self._tag_faults(name, value)
        elif name in CHOICES:
            yield from self._choice_faults(name, value)
        elif name == "factors":
            yield from self._factor_faults(value)
        else:
            yield from self._text_faults(name, value)

    def _choice_faults(self, name: str, value: object) -> Iterator[Fault]:
        if value not in list(CHOICES[name]):
            yield self._fault(name, f"{value!r}", f"one of {', '.join(CHOICES[name])}")

    def _tag_faults(self, name: str, value: object) -> Iterator[Fault]:
        if name == "cost" and value not in list(Cost):
            yield self._fault(name, f"{value!r}", f"one of {', '.join(Cost)}")
        elif name == "group" and not isinstance(value, bool):
            yield self._fault(name, f"{value!r}", "true or false")
        elif name == "instead_of" and not self._stands_in(value):
            yield self._fault(name, f"{value!r}", "a list of ids, of an ask that keeps group harmony")
        elif name == "themes":
            yield from self._theme_faults(value)

    def _stands_in(self, value: object) -> bool:
        """Whether it names plain asks; that they are there is for the tests, as a file may be read alone."""
        listed = isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)
        return listed and self.values.get("group") is True

    def _theme_faults(self, value: object) -> Iterator[Fault]:
        known = THEMES.get(self.domain, ())
        right = f"a list of {', '.join(known)}" if known else f"{self.domain} has no themes: leave it out"
        if not isinstance(value, list) or not value:
            yield self._fault("themes", f"{value!r}", right)
            return
        for number, one in enumerate(value):
            if one not in known:
                yield self._fault("themes", f"{one!r}", right)
            elif one in value[:number]:
                yield self._fault("themes", f"{one!r} twice", "each once")

    def _text_faults(self, name: str, value: object) -> Iterator[Fault]:
        if not isinstance(value, str) or not value or value != value.strip():
            yield self._fault(name, f"{value!r}", "a text that is not empty and has no space around it")
            return
        if len(value) > LONGEST[name]:
            yield self._fault(name, f"{len(value)} characters", f"at most {LONGEST[name]}")
        if name == "id" and not (value.startswith(f"{self.domain}-") and KEBAB.fullmatch(value)):
            yield self._fault(name, f"{value!r}", f"{self.domain}-and-lower-case-words-with-hyphens")

    def _factor_faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, dict) or set(value) != set(FACTORS):
            yield self._fault("factors", f"{value!r}", f"exactly {', '.join(FACTORS)}")
            return
        for name, points in value.items():
            if type(points) is not int:  # a bool is an int to isinstance
                yield self._fault(f"factors.{name}", f"{points!r}", "a whole number")
                continue
            try:
                Factors(**{**dict.fromkeys(FACTORS, 0), name: points})
            except ValueError as error:
                yield self._fault(f"factors.{name}", str(error), "points in range")

    def _fault(self, field: str, wrong: str, right: str) -> Fault:
        return Fault(self.file, self.id, field, wrong, right)
