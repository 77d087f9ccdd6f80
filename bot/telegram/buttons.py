"""Typed taps to callback data and back, in one place.

A short tag, then the fields, at most 64 bytes. Buttons hang in chats for years: a tag is never reused for
another meaning, and what is not understood any more is None, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import time
from typing import Any, get_args, get_type_hints

from bot.coach import after_taps, circle_taps, journal_taps, ladder_taps, taps
from bot.coach.taps import Tap

MOST_BYTES = 64

TAGS: dict[str, type] = {
    "co": taps.Consent,
    "no": taps.Decline,
    "cz": taps.ChooseZone,
    "kz": taps.ConfirmZone,
    "oz": taps.OtherZone,
    "cm": taps.ChooseMorning,
    "st": taps.Sting,
    "ad": taps.AddDomain,
    "td": taps.ToggleDay,
    "go": taps.Begin,
    "ss": taps.SkipStep,
    "in": taps.Accept,
    "an": taps.Another,
    "sm": taps.Smaller,
    "nt": taps.DayOff,
    "ta": taps.TakeInstead,
    "ka": taps.KeepAsk,
    "di": taps.Did,
    "im": taps.Imagine,
    "aw": taps.Answer,
    "fi": taps.Finish,
    "cr": taps.Correct,
    "lo": taps.LogOwn,
    "to": taps.Today,
    "os": taps.OpenSettings,
    "se": taps.SetTo,
    "pa": taps.PauseFor,
    "pr": taps.Enrol,
    "re": taps.Resume,
    "on": taps.GoOn,
    "de": taps.Delete,
    "bb": taps.BringBack,
    "lf": taps.LeaveFile,
    "ld": ladder_taps.OpenLadder,
    "lr": ladder_taps.RateRound,
    "lv": ladder_taps.RateAsk,
    "ra": ladder_taps.RateAhead,
    "li": ladder_taps.PickAsk,
    "lm": ladder_taps.MoveAsk,
    "lx": ladder_taps.RetireAsk,
    "la": ladder_taps.AddAsk,
    "lg": ladder_taps.NameGoal,
    "wn": after_taps.ShowSteps,
    "ns": after_taps.TakeStep,
    "sc": after_taps.ShowScript,
    "tn": after_taps.ShowNote,
    "ct": after_taps.TypeTitle,
    "jo": journal_taps.OpenJournal,
    "je": journal_taps.OpenEntry,
    "jv": journal_taps.PlayVoice,
    "ch": circle_taps.Cheer,
    "vb": circle_taps.VoteBold,
    "oc": circle_taps.OpenCircle,
    "sh": circle_taps.Share,
    "lc": circle_taps.LeaveCircle,
    "ci": circle_taps.SetTime,
    "zc": circle_taps.SetZone,
    "pc": circle_taps.SetPins,
    "pp": circle_taps.Propose,
    "tg": circle_taps.AskTogether,
    "wr": circle_taps.WriteNote,
    "ap": circle_taps.ApproveNote,
    "dn": circle_taps.DropNote,
    "bu": circle_taps.Buddying,
    "wf": circle_taps.WishFor,
    "ob": circle_taps.OpenBuddy,
    "sw": circle_taps.SendWord,
    "sv": circle_taps.ShowWords,
    "df": circle_taps.Deafen,
    "ho": circle_taps.HandOver,
    "th": circle_taps.TakeHanded,
    "bk": circle_taps.AskBackup,
    "ac": circle_taps.AskCheer,
}
_TAG_OF = {kind: tag for tag, kind in TAGS.items()}
_HINTS = {kind: get_type_hints(kind) for kind in TAGS.values()}


def pack(tap: Tap) -> str:
    """Callback data of a tap, 1-64 bytes; ValueError where it would not fit."""
    values = [_written(getattr(tap, field.name)) for field in fields(tap)]
    data = ":".join([_TAG_OF[type(tap)], *values])
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"{type(tap).__name__} does not fit into {MOST_BYTES} bytes")
    return data


def unpack(data: str) -> Tap | None:
    """The tap behind callback data; None for one that is not understood."""
    tag, _, rest = data.partition(":")
    kind = TAGS.get(tag)
    if kind is None:
        return None
    hints = _HINTS[kind]
    values = rest.split(":", len(hints) - 1) if hints else []
    if len(values) != len(hints):
        return None
    try:
        read = {name: _read(value, hints[name]) for name, value in zip(hints, values, strict=True)}
        tap: Tap = kind(**read)
    except ValueError:
        return None
    return tap


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case time():
            return value.strftime("%H%M")
        case _:
            return str(value)


_READERS: dict[type, Callable[[str], object]] = {
    bool: lambda value: {"0": False, "1": True}[value],
    time: lambda value: time(int(value[:2]), int(value[2:4])),
}


def _read(value: str, hint: Any) -> object:
    """One field, by its type: a plain one, or one that may be None (written as nothing)."""
    choices = get_args(hint) or (hint,)
    if value == "" and type(None) in choices:
        return None
    kind = next(choice for choice in choices if choice is not type(None))
    try:
        return _READERS.get(kind, kind)(value)
    except KeyError as error:
        raise ValueError(value) from error
