"""What a person can set, and what a button or typed words mean for it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from bot.coach import day, typed
from bot.coach.model import Domain, Life, Person
from bot.coach.taps import Field

STING_OF_A_NEW_DOMAIN = 6  # careful: it was not rated
_SWITCH = {"on": True, "off": False}


def change(person: Person, field: Field, value: str) -> Person | None:  # noqa: C901, PLR0911  a flat match over all
    """The person with one setting changed; None where the value says nothing. The zone is checked before."""
    match field:
        case Field.ZONE:
            return replace(person, zone=value)
        case Field.MORNING:
            at = typed.clock(value)
            return None if at is None else replace(person, morning=at)
        case Field.EVENING:
            at = typed.clock(value)
            return None if at is None else replace(person, evening=at)
        case Field.QUIET:
            return _quiet(person, value)
        case Field.DAYS:
            return _days(person, value)
        case Field.DOMAINS:
            return _domains(person, value)
        case Field.NUDGES:
            return replace(person, nudges=_SWITCH[value]) if value in _SWITCH else None
        case Field.GENTLE:
            return replace(person, gentle=_SWITCH[value]) if value in _SWITCH else None
        case Field.LIFE:
            return _life(person, value)
        case Field.PROGRAM:
            return None  # it begins by the log: `programs.enrol`


def morning(person: Person) -> time:
    """When the challenge really comes: quiet hours always win."""
    return day.outside_quiet(person.morning, person.quiet_from, person.quiet_to)


def nudged(person: Person) -> bool:
    """Whether there is an evening word: wanted, outside quiet hours, and after the morning."""
    quiet = day.quiet(person.evening, person.quiet_from, person.quiet_to)
    return person.nudges and not quiet and _since_turn(person.evening) > _since_turn(morning(person))


def _since_turn(at: time) -> int:
    """Minutes since the local day turned."""
    return (at.hour * 60 + at.minute - day.TURN.hour * 60) % (24 * 60)


def _quiet(person: Person, value: str) -> Person | None:
    if value.strip().casefold() in ("none", "off", "no"):
        return replace(person, quiet_from=time(0), quiet_to=time(0))
    parts = re.split(r"\s*(?:-|–|to|until)\s*", value.strip(), maxsplit=1)
    times = [typed.clock(part) for part in parts]
    if len(times) != 2 or times[0] is None or times[1] is None:
        return None
    return replace(person, quiet_from=times[0], quiet_to=times[1])


def _days(person: Person, value: str) -> Person | None:
    presets = {"weekdays": frozenset(range(5)), "all": frozenset(range(7))}
    if value in presets:
        return replace(person, days=presets[value])
    if len(value) != 1 or value not in "0123456":
        return None
    return replace(person, days=person.days ^ {int(value)} or person.days)


def _life(person: Person, value: str) -> Person | None:
    """ "+no-phone" says it, "-no-phone" takes it back."""
    sign, name = value[:1], value[1:]
    if sign not in ("+", "-") or name not in list(Life):
        return None
    said = frozenset({Life(name)})
    return replace(person, life=person.life | said if sign == "+" else person.life - said)


def _domains(person: Person, value: str) -> Person | None:
    if value not in list(Domain):
        return None
    domain = Domain(value)
    kept = {d: rating for d, rating in person.sting.items() if d is not domain}
    if len(kept) == len(person.sting):
        return replace(person, sting={**kept, domain: STING_OF_A_NEW_DOMAIN})
    return replace(person, sting=kept) if kept else person
