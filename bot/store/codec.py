"""Unions of frozen dataclasses as JSON, each tagged with the name of its class: {"type": "Offer", ...}."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Final, Generic, TypeVar, get_args

from pydantic import TypeAdapter

from bot.coach.messages import Message

Member = TypeVar("Member")


class Codec(Generic[Member]):
    """Between the members of one union and text. `members` are its classes: `get_args(Talk)`."""

    def __init__(self, members: Iterable[type[Member]]) -> None:
        self._members = {member.__name__: member for member in members}
        self._built: dict[str, TypeAdapter[Any]] = {}

    def encode(self, value: Member) -> str:
        """Write a member down; TypeError if it is none, or holds a field of another type."""
        tag = type(value).__name__
        if self._members.get(tag) is not type(value):
            raise TypeError(f"{tag} is not one of {', '.join(self._members)}")
        try:
            data = self._adapter(tag).dump_python(value, mode="json", warnings="error")
        except ValueError:
            # without the reason, which would quote what somebody wrote
            raise TypeError(f"{tag} has a field of another type than it says") from None
        return json.dumps({"type": tag, **data}, separators=(",", ":"))

    def decode(self, text: str) -> Member | None:
        """Read a member; None for what an older or newer version wrote and this one cannot read."""
        try:
            data = json.loads(text)
            tag = data.pop("type")
            known = {field.name for field in fields(self._members[tag])}  # type: ignore[arg-type]  # dataclasses
            if not data.keys() <= known:
                return None
            found: Member = self._adapter(tag).validate_python(data)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        return found

    def _adapter(self, tag: str) -> TypeAdapter[Any]:
        # building one costs as much as a few hundred uses, so only those that are used are built
        if tag not in self._built:
            self._built[tag] = TypeAdapter(self._members[tag])
        return self._built[tag]


MESSAGES: Final[Codec[Message]] = Codec(get_args(Message))
